// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/preflight.h"

#include "core/storage/locks/mounts.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <optional>

namespace milepost {

using namespace Qt::StringLiterals;
using Reason = Preflight::Reason;

namespace {

/// A verdict on the mounts of some kinds (words with spaces between) that have an option and a source. Both
/// may end in a star for any characters; empty fits every mount.
struct MountRule
{
    const char *kinds;
    const char *option;
    const char *source;
    Fitness fitness;
    Reason reason;
};

/// The first that fits decides; what fits none is untried. "Fit" stands only for what ran with real servers
/// and several machines (ARCHITECTURE.md), so a new line of that sort needs such a run.
constexpr MountRule kMountRules[] = {
    // SMB. The kernel takes nolock for another name of nobrl, and shows the latter.
    {"cifs smb3", "nobrl", "", Fitness::Unfit, Reason::LocksStayHere},
    {"cifs smb3", "nolock", "", Fitness::Unfit, Reason::LocksStayHere},
    // All but strict and none read from this machine's memory although others may have written.
    {"cifs smb3", "cache=loose", "", Fitness::Unfit, Reason::ReadsAreOld},
    {"cifs smb3", "cache=singleclient", "", Fitness::Unfit, Reason::ReadsAreOld},
    {"cifs smb3", "cache=ro", "", Fitness::Unfit, Reason::ReadsAreOld},
    {"cifs smb3", "fsc", "", Fitness::Untried, Reason::OptionUntried},
    // fsync does not ask the server to write: a commit could be lost with the server's power.
    {"cifs smb3", "nostrictsync", "", Fitness::Untried, Reason::OptionUntried},
    {"cifs smb3", "posix", "", Fitness::Untried, Reason::OptionUntried},
    {"cifs smb3", "vers=3.1.1", "", Fitness::Fit, Reason::Measured},
    {"cifs smb3", "vers=*", "", Fitness::Untried, Reason::OptionUntried},

    // NFS. Here local_lock=flock is no fault: it keeps flock() on this machine, while ours are byte ranges
    // locked
    // by fcntl(), which go to the server all the same.
    {"nfs nfs4", "nolock", "", Fitness::Unfit, Reason::LocksStayHere},
    {"nfs nfs4", "local_lock=all", "", Fitness::Unfit, Reason::LocksStayHere},
    {"nfs nfs4", "local_lock=posix", "", Fitness::Unfit, Reason::LocksStayHere},
    // A write that waited too long is dropped, and the program is told at the next fsync, if at all.
    {"nfs nfs4", "soft", "", Fitness::Untried, Reason::OptionUntried},
    {"nfs nfs4", "softerr", "", Fitness::Untried, Reason::OptionUntried},
    {"nfs nfs4", "softreval", "", Fitness::Untried, Reason::OptionUntried},
    {"nfs nfs4", "nocto", "", Fitness::Untried, Reason::OptionUntried},
    {"nfs nfs4", "fsc", "", Fitness::Untried, Reason::OptionUntried},
    {"nfs nfs4", "vers=4", "", Fitness::Fit, Reason::Measured},
    {"nfs nfs4", "vers=4.*", "", Fitness::Fit, Reason::Measured},
    {"nfs nfs4", "vers=*", "", Fitness::Untried, Reason::OptionUntried},

    // Folders of the machine round a virtual one. Newer kernels show the cache of 9p as a number (0x5 is
    // mmap),
    // older ones its bare name; without one nothing is cached.
    {"9p virtiofs", "cache=none", "", Fitness::Untried, Reason::KindUntried},
    {"9p virtiofs", "cache=*", "", Fitness::Unfit, Reason::ReadsAreOld},
    {"9p virtiofs", "loose", "", Fitness::Unfit, Reason::ReadsAreOld},
    {"9p virtiofs", "fscache", "", Fitness::Unfit, Reason::ReadsAreOld},
    {"9p virtiofs", "mmap", "", Fitness::Unfit, Reason::ReadsAreOld},
    {"9p virtiofs", "readahead", "", Fitness::Unfit, Reason::ReadsAreOld},

    // File systems of clusters, which all have an option against their own purpose.
    {"lustre", "localflock", "", Fitness::Unfit, Reason::LocksStayHere},
    {"lustre", "noflock", "", Fitness::Unfit, Reason::LocksStayHere},
    {"gfs2", "localflocks", "", Fitness::Unfit, Reason::LocksStayHere},
    {"pvfs2 orangefs", "local_lock", "", Fitness::Unfit, Reason::LocksStayHere},
    // AFS asks its server for whole files only; a lock of some bytes stays here unless one of these is set.
    {"afs", "flock=strict", "", Fitness::Untried, Reason::OptionUntried},
    {"afs", "flock=write", "", Fitness::Untried, Reason::OptionUntried},
    {"afs", "", "", Fitness::Unfit, Reason::KindWithoutLocks},

    // They answer locks by what this machine knows, and say nothing.
    {"fuse.sshfs fuse.rclone fuse.gvfsd-fuse fuse.s3fs fuse.goofys fuse.gcsfuse", "", "", Fitness::Unfit,
     Reason::KindWithoutLocks},
    {"davfs davfs2 fuse.davfs fuse.davfs2 fuse.google-drive-ocamlfuse fuse.onedriver", "", "", Fitness::Unfit,
     Reason::KindWithoutLocks},
    {"vboxsf fuse.vmhgfs-fuse", "", "", Fitness::Unfit, Reason::KindWithoutLocks},
    // davfs2 and pCloud give no kind of their own.
    {"fuse", "", "http://*", Fitness::Unfit, Reason::KindWithoutLocks},
    {"fuse", "", "https://*", Fitness::Unfit, Reason::KindWithoutLocks},
    {"fuse", "", "pCloud.fs", Fitness::Unfit, Reason::KindWithoutLocks},

    // Disks of this machine.
    {"ext2 ext3 ext4 xfs btrfs zfs f2fs bcachefs jfs reiserfs nilfs2", "", "", Fitness::Local,
     Reason::OwnDisk},
    {"vfat msdos exfat ntfs ntfs3 fuseblk hfs hfsplus udf iso9660", "", "", Fitness::Local, Reason::OwnDisk},
    {"tmpfs ramfs rootfs overlay aufs ecryptfs squashfs erofs", "", "", Fitness::Local, Reason::OwnDisk},
};

/// What a sync program leaves in the topmost folder that it looks after.
struct MarkerRule
{
    const char *program;
    Folders::Entry kind;
    const char *name;
};

constexpr MarkerRule kMarkerRules[] = {
    // A folder of that name is in the home of everyone who has Dropbox: its settings.
    {"Dropbox", Folders::Entry::File, ".dropbox"},
    {"Dropbox", Folders::Entry::Folder, ".dropbox.cache"},
    {"Dropbox", Folders::Entry::Folder, ".maestral.cache"},
    {"Nextcloud", Folders::Entry::File, ".sync_*.db"},
    {"Nextcloud", Folders::Entry::File, "._sync_*.db"},
    {"ownCloud", Folders::Entry::File, ".owncloudsync.log"},
    {"ownCloud", Folders::Entry::File, ".csync_journal.db"},
    {"Syncthing", Folders::Entry::Folder, ".stfolder"},
    {"Syncthing", Folders::Entry::File, ".stfolder"}, // of older versions
    {"Seafile", Folders::Entry::Folder, ".seafile-data"},
    {"Google Drive", Folders::Entry::Folder, ".tmp.drivedownload"},
    {"Google Drive", Folders::Entry::Folder, ".tmp.driveupload"},
    {"MEGA", Folders::Entry::File, ".megaignore"},
    {"MEGA", Folders::Entry::Folder, ".debris"},
    // Others have a folder .sync too.
    {"Resilio Sync", Folders::Entry::File, ".sync/ID"},
    {"Resilio Sync", Folders::Entry::File, ".sync/IgnoreList"},
};

/// Programs that leave no mark, by what they call their folder in one's home.
struct NameRule
{
    const char *program;
    const char *name;
};

constexpr NameRule kNameRules[] = {
    {"OneDrive", "OneDrive"},  {"OneDrive", "OneDrive - *"}, {"OneDrive", "OneDrive_*"},
    {"pCloud", "pCloudDrive"}, {"Insync", "Insync"},         {"Google Drive", "Google Drive"},
    {"MEGA", "MEGA"},          {"MEGA", "MEGAsync"},         {"Seafile", "Seafile"},
};

bool isEmpty(const char *text)
{
    return *text == '\0';
}

/// A star at the end of the pattern stands for any characters.
bool matches(const QString &text, const char *pattern)
{
    const QLatin1String whole(pattern);
    return whole.endsWith(u'*') ? text.startsWith(whole.chopped(1)) : text == whole;
}

bool isOneOf(const QString &kind, const char *kinds)
{
    return QString::fromLatin1(kinds).split(u' ').contains(kind);
}

/// What speaks for the rule, if it fits: the option, the source or the kind.
std::optional<QString> explain(const MountRule &rule, const Mount &mount)
{
    if (!isOneOf(mount.type, rule.kinds) || (!isEmpty(rule.source) && !matches(mount.source, rule.source)))
        return std::nullopt;
    if (isEmpty(rule.option))
        return isEmpty(rule.source) ? mount.type : mount.source;
    const auto option = std::find_if(mount.options.begin(), mount.options.end(),
                                     [&rule](const QString &one) { return matches(one, rule.option); });
    if (option == mount.options.end())
        return std::nullopt;
    return rule.reason == Reason::KindUntried ? mount.type : *option;
}

Preflight judgeKind(const Mount &mount)
{
    for (const MountRule &rule : kMountRules)
        if (const auto value = explain(rule, mount))
            return {rule.fitness, rule.reason, *value};
    return {Fitness::Untried, Reason::KindUntried, mount.type};
}

Preflight judgeMount(const QString &path, const QByteArray &mountinfo)
{
    const QList<Mount> mounts = readMounts(mountinfo);
    // The system ends each line, so a text without the last end was cut, perhaps before a nobrl.
    if (mounts.isEmpty() || !mountinfo.endsWith('\n'))
        return {Fitness::Untried, Reason::MountsUnreadable};
    const auto mount = mountOf(path, mounts);
    return mount ? judgeKind(*mount) : Preflight{Fitness::Untried, Reason::MountUnknown, path};
}

/// The folders that a path is in, the nearest first.
QStringList foldersOf(const QString &path)
{
    QStringList folders;
    for (qsizetype end = path.lastIndexOf(u'/'); end > 0; end = path.lastIndexOf(u'/', end - 1))
        folders.append(path.first(end));
    folders.append(u"/"_s);
    return folders;
}

std::optional<Preflight> judgeMarkers(const QString &path, const Folders &folders)
{
    for (const QString &folder : foldersOf(path))
        for (const MarkerRule &rule : kMarkerRules)
            if (folders.has(folder, rule.kind, QString::fromLatin1(rule.name)))
                return Preflight{Fitness::Synced, Reason::SyncMarker, QString::fromLatin1(rule.program)};
    return std::nullopt;
}

/// Only a folder right in one's home: elsewhere the name says little.
std::optional<Preflight> judgeNames(const QString &path, const QString &home)
{
    const QString start = home + u'/';
    const qsizetype end = path.indexOf(u'/', start.size());
    if (home.isEmpty() || !path.startsWith(start) || end < 0)
        return std::nullopt;
    const QString name = path.sliced(start.size(), end - start.size());
    for (const NameRule &rule : kNameRules)
        if (matches(name, rule.name))
            return Preflight{Fitness::Synced, Reason::SyncName, QString::fromLatin1(rule.program)};
    return std::nullopt;
}

class RealFolders final : public Folders
{
public:
    bool has(const QString &folder, Entry kind, const QString &name) const override
    {
        if (name.contains(u'*'))
            return QDirIterator(folder, {name}, filterOf(kind)).hasNext();
        const QFileInfo entry(folder + u'/' + name);
        return kind == Entry::File ? entry.isFile() : entry.isDir();
    }

    QString home() const override { return QDir::home().canonicalPath(); }

private:
    static QDir::Filters filterOf(Entry kind)
    {
        return (kind == Entry::File ? QDir::Files : QDir::Dirs) | QDir::Hidden | QDir::CaseSensitive;
    }
};

/// Without symbolic links, as far as the path exists.
QString canonicalOf(const QString &path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    for (const QString &existing : QStringList(absolute) + foldersOf(absolute)) {
        const QString canonical = QFileInfo(existing).canonicalFilePath();
        if (!canonical.isEmpty())
            return QDir::cleanPath(canonical + u'/' + absolute.sliced(existing.size()));
    }
    return absolute;
}

QByteArray readMountinfo()
{
    QFile file(u"/proc/self/mountinfo"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Preflight judge(const QString &canonicalPath, const QByteArray &mountinfo, const Folders &folders)
{
    const Preflight mount = judgeMount(canonicalPath, mountinfo);
    if (mount.fitness == Fitness::Unfit)
        return mount;
    if (const auto synced = judgeMarkers(canonicalPath, folders))
        return *synced;
    return judgeNames(canonicalPath, folders.home()).value_or(mount);
}

Preflight preflightOf(const QString &path)
{
    // First the path: following it is what mounts a share that is mounted only when somebody goes there.
    const QString canonical = canonicalOf(path);
    return judge(canonical, readMountinfo(), RealFolders());
}

} // namespace milepost
