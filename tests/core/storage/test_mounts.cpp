// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/mounts.h"
#include "tests/support/printing.h"

#include <QElapsedTimer>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *kRoot = "29 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw,errors=remount-ro\n";

/// The source of the mount that a path leads into: in these tests each has its own.
QString sourceFor(const char *path, const QByteArray &mountinfo)
{
    const auto mount = mountOf(QString::fromUtf8(path), readMounts(mountinfo));
    return mount ? mount->source : u"none"_s;
}

Mount only(const QByteArray &line)
{
    const QList<Mount> mounts = readMounts(line);
    REQUIRE(mounts.size() == 1);
    return mounts.first();
}

} // namespace

TEST_CASE("a line of mountinfo is read with the options of mount and file system together", "[mounts]")
{
    const Mount mount =
        only("36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue\n");

    CHECK(mount.id == 36);
    CHECK(mount.parent == 35);
    CHECK(mount.point == u"/mnt2"_s);
    CHECK(mount.type == u"ext3"_s);
    CHECK(mount.source == u"/dev/root"_s);
    CHECK(mount.options == QStringList{u"rw"_s, u"noatime"_s, u"rw"_s, u"errors=continue"_s});
}

TEST_CASE("a line may have any number of optional fields", "[mounts]")
{
    const auto *const fields =
        GENERATE("", "shared:21 ", "master:3 ", "shared:21 master:3 ", "master:3 propagate_from:2 ",
                 "unbindable ", "shared:1 new:field some ");
    CAPTURE(fields);

    const Mount mount =
        only("50 29 0:44 / /srv/team rw,relatime "_ba + fields + "- nfs4 nas:/team rw,vers=4.2\n");

    CHECK(mount.point == u"/srv/team"_s);
    CHECK(mount.type == u"nfs4"_s);
    CHECK(mount.source == u"nas:/team"_s);
}

TEST_CASE("what the kernel escapes is read as it was", "[mounts]")
{
    const Mount mount =
        only("50 29 0:44 / /mnt/our\\040team\\011a\\134b\\012c rw - cifs //nas/Our\\040Team\\0431 "
             "rw,username=ann\\054nobrl,vers=3.1.1\n");

    CHECK(mount.point == u"/mnt/our team\ta\\b\nc"_s);
    CHECK(mount.source == u"//nas/Our Team#1"_s);
    CHECK(mount.options == QStringList{u"rw"_s, u"rw"_s, u"username=ann,nobrl"_s, u"vers=3.1.1"_s});
}

TEST_CASE("a backslash without an octal number stays one", "[mounts]")
{
    CHECK(only("50 29 0:44 / /a\\04 rw - tmpfs t rw").point == u"/a\\04"_s);
    CHECK(only("50 29 0:44 / /a\\ rw - tmpfs t rw").point == u"/a\\"_s);
    CHECK(only("50 29 0:44 / /a\\999 rw - tmpfs t rw").point == u"/a\\999"_s);
    CHECK(only("50 29 0:44 / /a\\777 rw - tmpfs t rw").point == u"/a\\777"_s);
}

TEST_CASE("a mount point of several scripts is read", "[mounts]")
{
    const Mount mount = only("50 29 0:44 / /media/Büro/チーム\\040✓ rw - exfat /dev/sdb1 rw,iocharset=utf8");

    CHECK(mount.point == QString::fromUtf8("/media/Büro/チーム ✓"));
}

TEST_CASE("a source may be empty, and a file system may write spaces into its options", "[mounts]")
{
    CHECK(only("50 29 0:44 / /tmp rw - tmpfs  rw,size=4k").source.isEmpty());
    CHECK(only("50 29 0:44 / /mnt rw - cifs //nas/a rw,name=our share,nobrl").options.contains(u"nobrl"_s));
}

TEST_CASE("lines that are none are left out, and the others are read", "[mounts]")
{
    const auto *const broken = GENERATE(
        "", " ", "-", " - ", "50", "50 29 0:44 / /mnt rw", "50 29 0:44 / /mnt rw shared:1",
        "50 29 0:44 / /mnt rw -", "50 29 0:44 / /mnt rw - cifs", "50 29 0:44 / /mnt rw - cifs //nas/a",
        "x 29 0:44 / /mnt rw - tmpfs t rw", "50 y 0:44 / /mnt rw - tmpfs t rw",
        "50 29 0:44 / mnt rw - tmpfs t rw", "50 29 - / /mnt rw tmpfs t rw", "\x01\x02\xff\xfe\\",
        "99999999999999999999999 1 0:1 / /mnt rw - tmpfs t rw");
    CAPTURE(broken);

    const QList<Mount> mounts = readMounts(QByteArray(kRoot) + broken + '\n' + kRoot);

    CHECK(mounts.size() == 2);
}

TEST_CASE("bytes that are no text are no mounts", "[mounts]")
{
    QByteArray noise;
    quint32 state = 7;
    for (int i = 0; i < 200'000; ++i) {
        state = state * 1664525 + 1013904223;
        noise += static_cast<char>(state >> 24);
    }

    CHECK(readMounts(noise).isEmpty());
    CHECK(readMounts(QByteArray(1000, '\0')).isEmpty());
    CHECK(readMounts(QByteArray(100'000, ' ')).isEmpty());
    CHECK(readMounts({}).isEmpty());
}

TEST_CASE("mountinfo that is cut anywhere gives the whole lines before the cut", "[mounts]")
{
    const QByteArray line = "50 29 0:44 / /srv/team rw,relatime shared:9 - nfs4 nas:/team rw,vers=4.2\n";
    const QByteArray whole = kRoot + line;

    for (qsizetype length = 0; length < line.size(); ++length)
        CHECK(readMounts(whole.first(whole.size() - line.size() + length)).value(0).source == u"/dev/vda1"_s);
}

TEST_CASE("a path is in the mount whose point is the longest of whole names", "[mounts]")
{
    const QByteArray mountinfo = kRoot + "40 29 0:40 / /srv rw - xfs srv rw\n"_ba +
                                 "41 40 0:41 / /srv/team rw - nfs4 team rw\n" +
                                 "42 41 0:42 / /srv/team/archive rw - cifs archive rw\n";
    struct Case
    {
        const char *path;
        const char *source;
    };
    const auto one = GENERATE(Case{"/a.milepost", "/dev/vda1"}, Case{"/srvx/a.milepost", "/dev/vda1"},
                              Case{"/srv", "srv"}, Case{"/srv/a.milepost", "srv"},
                              Case{"/srv/teams/a.milepost", "srv"}, Case{"/srv/team", "team"},
                              Case{"/srv/team/a.milepost", "team"}, Case{"/srv/team/archives", "team"},
                              Case{"/srv/team/archive/2024/a.milepost", "archive"}, Case{"/", "/dev/vda1"});
    CAPTURE(one.path);

    CHECK(sourceFor(one.path, mountinfo) == QString::fromLatin1(one.source));
}

TEST_CASE("of several mounts on one folder the last is met", "[mounts]")
{
    const QByteArray mountinfo = kRoot + "40 29 0:40 / /srv/team rw - nfs4 first rw\n"_ba +
                                 "41 40 0:41 / /srv/team rw - cifs second rw\n" +
                                 "42 41 0:42 / /srv/team rw - tmpfs third rw\n";

    CHECK(sourceFor("/srv/team/a.milepost", mountinfo) == u"third"_s);
}

TEST_CASE("of several mounts on one folder of one mount the last is met too", "[mounts]")
{
    const QByteArray mountinfo =
        kRoot + "40 29 0:40 / /srv rw - nfs4 first rw\n"_ba + "41 29 0:41 / /srv rw - cifs second rw\n";
    const QByteArray rootless = "40 7 0:40 / /srv rw - nfs4 first rw\n41 8 0:41 / /srv rw - cifs second rw\n";

    CHECK(sourceFor("/srv/a.milepost", mountinfo) == u"second"_s);
    CHECK(sourceFor("/srv/a.milepost", rootless) == u"second"_s);
}

TEST_CASE("an automatic mount is met, not the one that waits for it", "[mounts]")
{
    const QByteArray waiting =
        kRoot + "40 29 0:40 / /srv/team rw,relatime - autofs systemd-1 rw,fd=51,direct\n"_ba;

    CHECK(sourceFor("/srv/team/a.milepost", waiting) == u"systemd-1"_s);
    CHECK(sourceFor("/srv/team/a.milepost", waiting + "77 40 0:60 / /srv/team rw - nfs4 nas:/team rw\n") ==
          u"nas:/team"_s);
}

TEST_CASE("a mount further up hides those that were there before", "[mounts]")
{
    // The disk in the folder was mounted before the share came over it: its line stays, nothing leads to it.
    const QByteArray mountinfo = kRoot + "40 29 8:1 / /srv/team/inner rw - ext4 disk rw\n"_ba +
                                 "41 29 0:41 / /srv/team rw - cifs share rw\n";

    CHECK(sourceFor("/srv/team/inner/a.milepost", mountinfo) == u"share"_s);
}

TEST_CASE("the order of the lines does not matter where it says nothing", "[mounts]")
{
    // As after a start with systemd: the root took over from the initial RAM disk, and comes late.
    const QByteArray mountinfo = "22 29 0:20 / /sys rw - sysfs sysfs rw\n"
                                 "41 40 0:41 / /people/ann/team rw - nfs4 share rw\n"
                                 "40 29 254:3 / /people rw - ext4 home rw\n"_ba +
                                 kRoot;

    CHECK(sourceFor("/people/ann/team/a.milepost", mountinfo) == u"share"_s);
    CHECK(sourceFor("/people/ann/a.milepost", mountinfo) == u"home"_s);
    CHECK(sourceFor("/a.milepost", mountinfo) == u"/dev/vda1"_s);
}

TEST_CASE("a root that stands on itself or on the first RAM disk is met", "[mounts]")
{
    const QByteArray inRam = "1 1 0:2 / / rw - rootfs rootfs rw\n";

    CHECK(sourceFor("/a.milepost", inRam) == u"rootfs"_s);
    CHECK(sourceFor("/a.milepost", inRam + kRoot) == u"/dev/vda1"_s);
}

TEST_CASE("where lines are missing the nearest mount is taken", "[mounts]")
{
    const QByteArray mountinfo = kRoot + "41 40 0:41 / /srv/team rw - nfs4 share rw\n"_ba; // 40 is not there

    CHECK(sourceFor("/srv/team/a.milepost", mountinfo) == u"share"_s);
    CHECK(sourceFor("/srv/a.milepost", mountinfo) == u"/dev/vda1"_s);
}

TEST_CASE("in a cage without a root of its own a path may be in no mount", "[mounts]")
{
    const QByteArray mountinfo = "41 40 0:41 / /srv/team rw - nfs4 share rw\n";

    CHECK(sourceFor("/srv/team/a.milepost", mountinfo) == u"share"_s);
    CHECK(sourceFor("/srv/a.milepost", mountinfo) == u"none"_s);
    CHECK(sourceFor("/a.milepost", {}) == u"none"_s);
}

TEST_CASE("mounts that stand on each other in a circle lead nowhere and come to an end", "[mounts]")
{
    CHECK(sourceFor("/a", "1 2 0:1 / / rw - tmpfs a rw\n2 1 0:2 / / rw - tmpfs b rw\n") == u"none"_s);
    CHECK(sourceFor(
              "/a",
              "5 9 0:1 / / rw - tmpfs a rw\n6 5 0:2 / / rw - tmpfs b rw\n5 6 0:3 / / rw - tmpfs c rw\n") ==
          u"none"_s);
}

TEST_CASE("ten thousand mounts are read and searched quickly", "[mounts]")
{
    QByteArray mountinfo = kRoot;
    for (int i = 0; i < 5'000; ++i) {
        const QByteArray number = QByteArray::number(100 + i);
        const QByteArray below = i == 0 ? "29"_ba : QByteArray::number(99 + i);
        mountinfo +=
            number + ' ' + below + " 0:9 / /srv/team rw,relatime shared:9 - cifs over" + number + " rw\n";
        mountinfo += QByteArray::number(10'000 + i) + " 29 7:1 / /snap/core/" + number +
                     " ro,nodev,relatime shared:9 - squashfs /dev/loop1 ro,errors=continue\n";
    }
    QElapsedTimer timer;
    timer.start();

    const QString source = sourceFor("/srv/team/a.milepost", mountinfo);

    CHECK(source == u"over5099"_s);
    CHECK(timer.elapsed() < 2'000); // 0.2 s in a debug build, the making of the text included
}
