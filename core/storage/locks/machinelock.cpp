// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/machinelock.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <thread>
#include <unistd.h>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 5s;
constexpr auto kGap = 40ms;
constexpr ByteLocks::Range kWhole{0, 1};
constexpr unsigned kForEverybody = 0666;
constexpr unsigned kFolderForEverybody = 01777; // each removes only what is theirs

/// The kinds of file system that lie behind a network, by their numbers in statfs.
struct Kind
{
    unsigned long number;
    MachineLock::Use use;
};
constexpr std::array kShares = {Kind{CIFS_SUPER_MAGIC, MachineLock::Use::Everything},
                                Kind{SMB2_SUPER_MAGIC, MachineLock::Use::Everything},
                                Kind{SMB_SUPER_MAGIC, MachineLock::Use::Everything},
                                Kind{NFS_SUPER_MAGIC, MachineLock::Use::Turns},
                                Kind{V9FS_MAGIC, MachineLock::Use::Turns},
                                Kind{CEPH_SUPER_MAGIC, MachineLock::Use::Turns},
                                Kind{AFS_SUPER_MAGIC, MachineLock::Use::Turns},
                                Kind{FUSE_SUPER_MAGIC, MachineLock::Use::Turns}};

std::chrono::milliseconds sinceBoot()
{
    struct timespec time = {};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) +
           std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds(time.tv_nsec));
}

/// Where the users of a machine can all lock the same files.
QByteArray folder()
{
    for (const char *parent : {"/run/lock", "/var/lock", "/tmp"}) {
        const QByteArray folder = QByteArray(parent) + "/milepost";
        if (::mkdir(folder.constData(), kFolderForEverybody) == 0)
            ::chmod(folder.constData(), kFolderForEverybody);
        struct stat there = {};
        if (::stat(folder.constData(), &there) == 0 && S_ISDIR(there.st_mode))
            return folder;
    }
    return {};
}

} // namespace

// By mount and file, because two mounts of one share are to its server like two machines.
MachineLock::MachineLock(int descriptor, Use use) : m_use(use), m_patience(kPatience)
{
    struct stat there = {};
    if (::fstat(descriptor, &there) != 0)
        return;
    const QByteArray file = QByteArray::number(qulonglong(there.st_dev), 16) + '-' +
                            QByteArray::number(qulonglong(there.st_ino), 16);
    m_bytes.openOrMake(folder() + '/' + file, kForEverybody);
}

MachineLock::Use MachineLock::useFor(const QByteArray &path)
{
    struct statfs system = {};
    if (::statfs(path.constData(), &system) != 0)
        return Use::Nothing;
    const auto found = std::find_if(kShares.begin(), kShares.end(), [&system](const Kind &kind) {
        return kind.number == static_cast<unsigned long>(system.f_type);
    });
    return found == kShares.end() ? Use::Nothing : found->use;
}

bool MachineLock::take()
{
    if (m_count == 0 && m_bytes.isOpen() &&
        m_bytes.waitFor(kWhole, ByteLocks::Kind::Exclusive, m_patience) == ByteLocks::Outcome::Busy)
        return false;
    ++m_count;
    return true;
}

void MachineLock::release()
{
    if (m_count == 0 || --m_count > 0 || !m_bytes.isOpen())
        return;
    m_bytes.unlock(kWhole);
}

void MachineLock::noteTurn()
{
    const qint64 now = sinceBoot().count();
    // If it cannot be noted nobody gives way, and all is as slow as the server has it.
    [[maybe_unused]] const ssize_t written = ::pwrite(m_bytes.descriptor(), &now, sizeof now, 0);
}

void MachineLock::giveWay()
{
    qint64 before = 0;
    if (::pread(m_bytes.descriptor(), &before, sizeof before, 0) != sizeof before)
        return;
    const std::chrono::milliseconds since = sinceBoot() - std::chrono::milliseconds(before);
    if (since >= 0ms && since < kGap)
        std::this_thread::sleep_for(kGap - since);
}

} // namespace milepost
