// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/bytelocks.h"

#include "core/storage/locks/deadline.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr unsigned kWhole = 07777; // all bits of a file's rights
constexpr useconds_t kPollMicroseconds = 50'000;

struct flock lockOf(ByteLocks::Range range, short type)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = range.first;
    lock.l_len = range.count;
    return lock;
}

short typeOf(ByteLocks::Kind kind)
{
    return kind == ByteLocks::Kind::Shared ? F_RDLCK : F_WRLCK;
}

} // namespace

bool ByteLocks::open(const QByteArray &path, Access access)
{
    const bool isDone = openAgain(path, access);
    m_opened = identity();
    return isDone;
}

bool ByteLocks::openAgain(const QByteArray &path, Access access)
{
    close();
    m_descriptor = ::open(path.constData(), (access == Access::ReadOnly ? O_RDONLY : O_RDWR) | O_CLOEXEC);
    m_error = m_descriptor < 0 ? errno : 0;
    return isOpen();
}

bool ByteLocks::openOrMake(const QByteArray &path, unsigned mode)
{
    if (open(path, Access::ReadWrite) || m_error != ENOENT)
        return isOpen();
    m_descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode & kWhole);
    m_error = m_descriptor < 0 ? errno : 0;
    if (m_error == EEXIST) // another was quicker
        return open(path, Access::ReadWrite);
    m_opened = identity();
    if (isOpen())
        ::fchmod(m_descriptor, mode & kWhole); // not every share keeps rights: then it has its own
    return isOpen();
}

bool ByteLocks::reopen(const QByteArray &path, Access access)
{
    return openAgain(path, access) && m_opened && identity() == m_opened;
}

std::optional<ByteLocks::Identity> ByteLocks::identity() const
{
    struct stat mine = {};
    if (::fstat(m_descriptor, &mine) != 0)
        return std::nullopt;
    return Identity{mine.st_dev, mine.st_ino};
}

void ByteLocks::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

ByteLocks::Outcome ByteLocks::outcomeOf(int result)
{
    m_error = result == 0 ? 0 : errno;
    if (result == 0)
        return Outcome::Taken;
    const bool isBusy = m_error == EACCES || m_error == EAGAIN || m_error == EINTR || m_error == EDEADLK;
    return isBusy ? Outcome::Busy : Outcome::Failed;
}

ByteLocks::Outcome ByteLocks::tryLock(Range range, Kind kind)
{
    struct flock lock = lockOf(range, typeOf(kind));
    return outcomeOf(::fcntl(m_descriptor, F_OFD_SETLK, &lock));
}

ByteLocks::Outcome ByteLocks::waitFor(Range range, Kind kind, std::chrono::milliseconds patience)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point end = Clock::now() + patience;
    for (;;) {
        const auto rest = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
        const Outcome outcome = waitOnce(range, kind, std::min(m_slice, std::max(rest, 0ms)));
        if (outcome != Outcome::Busy || Clock::now() >= end)
            return outcome;
    }
}

ByteLocks::Outcome ByteLocks::waitOnce(Range range, Kind kind, std::chrono::milliseconds patience)
{
    struct flock lock = lockOf(range, typeOf(kind));
    const Deadline deadline(patience);
    const int command = deadline.isArmed() ? F_OFD_SETLKW : F_OFD_SETLK;
    for (;;) {
        const Outcome outcome = outcomeOf(::fcntl(m_descriptor, command, &lock));
        // A signal that is not the deadline's is nobody's business here.
        if (outcome != Outcome::Busy || deadline.isOver())
            return outcome;
        if (!deadline.isArmed())
            ::usleep(kPollMicroseconds);
    }
}

bool ByteLocks::unlock(Range range)
{
    struct flock lock = lockOf(range, F_UNLCK);
    return outcomeOf(::fcntl(m_descriptor, F_OFD_SETLK, &lock)) == Outcome::Taken;
}

std::optional<bool> ByteLocks::isHeldByOther(Range range)
{
    struct flock lock = lockOf(range, F_WRLCK);
    if (outcomeOf(::fcntl(m_descriptor, F_OFD_GETLK, &lock)) != Outcome::Taken)
        return std::nullopt;
    return lock.l_type != F_UNLCK;
}

// To find the end both SMB and NFS clients ask anew, and keep the answer for everybody.
std::optional<qint64> ByteLocks::freshSize() const
{
    const off_t end = ::lseek(m_descriptor, 0, SEEK_END);
    return end < 0 ? std::nullopt : std::optional<qint64>(end);
}

bool ByteLocks::isAt(const QByteArray &path) const
{
    struct stat there = {};
    return m_opened && ::stat(path.constData(), &there) == 0 &&
           *m_opened == Identity{there.st_dev, there.st_ino};
}

} // namespace milepost
