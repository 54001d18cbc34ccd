// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/outbox.h"

#include "core/storage/keptbytes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

// A file that has its length from the beginning is synced without its folder and without its own entry.
constexpr qsizetype kRoom = 64 * 1024;
constexpr qsizetype kLargest = 16 * 1024 * 1024;
constexpr char kMagic[] = {'M', 'P', 'O', '1'};
constexpr int kAttempts = 10;
constexpr ByteLocks::Range kAlive{0x40000000, 1}; // beyond all that is written
constexpr auto kNameFilter = "*.outbox";

/// What stands before each record: what became of it, and whether it is whole.
struct Head
{
    char magic[4] = {};
    char outcome = 0;
    char unused[3] = {};
    qint64 number = 0; // big endian, as the next; the last one's is the highest
    qint64 size = 0;
    char digest[20] = {};
    char end[4] = {};
};
constexpr qint64 kHeadSize = 48;
static_assert(sizeof(Head) == kHeadSize);

QByteArray digestOf(qint64 number, const QByteArray &bytes)
{
    QByteArray place(sizeof number, '\0');
    qToBigEndian(number, place.data());
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(place);
    hash.addData(bytes);
    return hash.result();
}

QByteArray recordOf(qint64 number, const QByteArray &bytes)
{
    Head head;
    std::copy(std::begin(kMagic), std::end(kMagic), head.magic);
    head.number = qToBigEndian(number);
    head.size = qToBigEndian(bytes.size());
    const QByteArray digest = digestOf(number, bytes);
    std::copy(digest.begin(), digest.end(), head.digest);
    return QByteArray(reinterpret_cast<const char *>(&head), sizeof head) + bytes;
}

bool isHead(const Head &head, qint64 rest)
{
    const qint64 size = qFromBigEndian(head.size);
    return std::equal(std::begin(kMagic), std::end(kMagic), head.magic) && size >= 0 && size <= rest &&
           size <= kLargest;
}

QString newName()
{
    const quint64 random = QRandomGenerator::system()->generate64();
    return QString::number(::getpid()) + u'-' + QString::number(random, 16) + u".outbox"_s;
}

} // namespace

// One that has nothing open is of no use to anybody.
Outbox::~Outbox()
{
    if (m_file.isOpen() && m_open.isEmpty())
        m_file.remove(); // while the lock is held
}

Result<std::unique_ptr<Outbox>> Outbox::make(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{Error::Code::FileUnwritable, {folder, u"the folder cannot be made"_s}};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::unique_ptr<Outbox> outbox(new Outbox);
    // Another may take it for one that was left behind before it is locked.
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const QString path = folder + u'/' + newName();
        if (const Done done = outbox->create(path); !done)
            return done.error();
        if (outbox->claim(path))
            return outbox;
        outbox->m_file.close();
    }
    return Error{Error::Code::FileUnwritable, {folder, u"no file there can be locked"_s}};
}

std::vector<std::unique_ptr<Outbox>> Outbox::takeOver(const QString &folder)
{
    std::vector<std::unique_ptr<Outbox>> found;
    const QFileInfoList files = QDir(folder).entryInfoList({QString::fromLatin1(kNameFilter)}, QDir::Files);
    for (const QFileInfo &file : files) {
        std::unique_ptr<Outbox> outbox(new Outbox);
        if (!outbox->claim(file.filePath()))
            continue;
        outbox->m_file.setFileName(file.filePath());
        if (!outbox->m_file.open(QFile::ReadWrite | QFile::Unbuffered | QFile::ExistingOnly))
            continue;
        outbox->read();
        found.push_back(std::move(outbox));
    }
    return found;
}

Done Outbox::create(const QString &path)
{
    m_file.setFileName(path);
    if (!m_file.open(QFile::ReadWrite | QFile::Unbuffered | QFile::NewOnly,
                     QFile::ReadOwner | QFile::WriteOwner))
        return failure();
    const bool isWritten = m_file.write(QByteArray(kRoom, '\0')) == kRoom;
    const Done done = isWritten && ::fsync(m_file.handle()) == 0 ? Done() : failure();
    if (!done)
        m_file.remove();
    return done;
}

bool Outbox::claim(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    return m_lock.open(name, ByteLocks::Access::ReadWrite) &&
           m_lock.tryLock(kAlive, ByteLocks::Kind::Exclusive) == ByteLocks::Outcome::Taken &&
           m_lock.isAt(name);
}

// Up to the first that is not whole, or older than the one before: what lies there is of an earlier use.
void Outbox::read()
{
    const QByteArray bytes = m_file.readAll();
    while (bytes.size() - m_end >= kHeadSize) {
        Head head;
        std::copy_n(bytes.constData() + m_end, sizeof head, reinterpret_cast<char *>(&head));
        const qint64 begin = m_end;
        const qint64 number = qFromBigEndian(head.number);
        if (number <= m_number || !isHead(head, bytes.size() - begin - kHeadSize))
            return;
        const QByteArray body = bytes.mid(begin + kHeadSize, qFromBigEndian(head.size));
        if (digestOf(number, body) != QByteArrayView(head.digest, sizeof head.digest))
            return;
        m_number = number;
        m_end = begin + kHeadSize + body.size();
        const std::optional<KeptWrite> write = keptbytes::read(body);
        if (head.outcome == char(Outcome::Open) && write)
            m_open.append({begin, *write});
    }
}

qint64 Outbox::placeFor(qsizetype size)
{
    const qint64 begin = m_open.isEmpty() ? 0 : m_end;
    m_end = begin + size;
    return begin;
}

Done Outbox::put(const KeptWrite &write)
{
    const QByteArray record = recordOf(++m_number, keptbytes::from(write));
    const qint64 endBefore = m_end;
    const qint64 begin = placeFor(record.size());
    const bool isWritten = m_file.seek(begin) && m_file.write(record) == record.size();
    const Done done = isWritten ? sync() : Done(failure());
    if (done) {
        m_open.append({begin, write});
        return done;
    }
    // Whatever of it has come to the disk shall not be found there.
    m_end = m_open.isEmpty() ? 0 : endBefore;
    const bool isBlank = m_file.seek(begin) && m_file.write(QByteArray(kHeadSize, '\0')) == kHeadSize;
    return isBlank && sync() ? done : Done(failure());
}

Done Outbox::settle(const QByteArray &writeId, Outcome outcome)
{
    const auto entry = std::find_if(m_open.begin(), m_open.end(),
                                    [&](const Entry &one) { return one.write.writeId == writeId; });
    if (entry == m_open.end())
        return {};
    const qint64 begin = entry->begin;
    m_open.erase(entry);
    const char mark = char(outcome);
    if (!m_file.seek(begin + qint64(offsetof(Head, outcome))) || m_file.write(&mark, 1) != 1)
        return failure();
    return outcome == Outcome::Withdrawn ? sync() : Done();
}

QList<KeptWrite> Outbox::unsettled() const
{
    QList<KeptWrite> writes;
    for (const Entry &entry : m_open)
        writes.append(entry.write);
    return writes;
}

Done Outbox::sync()
{
    return ::fdatasync(m_file.handle()) == 0 ? Done() : Done(failure());
}

Error Outbox::failure() const
{
    if (errno == ENOSPC || errno == EDQUOT)
        return {Error::Code::DiskFull, {m_file.fileName()}};
    return {Error::Code::FileUnwritable, {m_file.fileName(), QString::fromLocal8Bit(std::strerror(errno))}};
}

} // namespace milepost
