// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/machinelock.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 5s;
constexpr ByteLocks::Range kWhole{0, 1};
constexpr unsigned kForEverybody = 0666;
constexpr unsigned kFolderForEverybody = 01777; // each removes only what is theirs

/// SMB's, by their numbers in statfs. Over NFS several processes of a machine get on with each other, and
/// only wait longer with a lock more.
constexpr std::array<unsigned long, 3> kShares = {CIFS_SUPER_MAGIC, SMB2_SUPER_MAGIC, SMB_SUPER_MAGIC};

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
MachineLock::MachineLock(int descriptor) : m_patience(kPatience)
{
    struct stat there = {};
    if (::fstat(descriptor, &there) != 0)
        return;
    const QByteArray file = QByteArray::number(qulonglong(there.st_dev), 16) + '-' +
                            QByteArray::number(qulonglong(there.st_ino), 16);
    m_bytes.openOrMake(folder() + '/' + file, kForEverybody);
}

bool MachineLock::isNeededFor(const QByteArray &path)
{
    struct statfs system = {};
    if (::statfs(path.constData(), &system) != 0)
        return false;
    return std::find(kShares.begin(), kShares.end(), static_cast<unsigned long>(system.f_type)) !=
           kShares.end();
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

} // namespace milepost
