// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/journal.h"

#include "core/storage/varint.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace milepost {
namespace {

// Length-prefixed, so that no two different entries give the same bytes.
void appendPart(QByteArray &to, QByteArrayView part)
{
    varint::append(to, static_cast<quint64>(part.size()));
    to.append(part);
}

void appendPart(QByteArray &to, qint64 number)
{
    appendPart(to, QByteArray::number(number));
}

} // namespace

QByteArray packTouched(const std::vector<TouchedRow> &rows)
{
    QByteArray packed;
    size_t i = 0;
    while (i < rows.size()) {
        const int table = rows[i].table;
        size_t end = i;
        while (end < rows.size() && rows[end].table == table)
            ++end;
        varint::append(packed, static_cast<quint64>(table));
        varint::append(packed, end - i);
        qint64 previous = 0;
        for (; i < end; ++i) {
            varint::append(packed, static_cast<quint64>(rows[i].row - previous));
            previous = rows[i].row;
        }
    }
    return packed;
}

std::optional<std::vector<TouchedRow>> unpackTouched(QByteArrayView packed)
{
    std::vector<TouchedRow> rows;
    qsizetype position = 0;
    while (position < packed.size()) {
        quint64 table = 0;
        quint64 count = 0;
        if (!varint::read(packed, position, table) || !varint::read(packed, position, count) ||
            count > static_cast<quint64>(packed.size()))
            return std::nullopt;
        quint64 row = 0;
        for (quint64 i = 0; i < count; ++i) {
            quint64 step = 0;
            if (!varint::read(packed, position, step))
                return std::nullopt;
            row += step;
            rows.push_back({static_cast<int>(table), static_cast<qint64>(row)});
        }
    }
    return rows;
}

QByteArray hashOf(const JournalEntry &entry)
{
    QByteArray bytes;
    appendPart(bytes, "milepost journal entry 1");
    appendPart(bytes, entry.seq);
    appendPart(bytes, entry.writeId);
    appendPart(bytes, entry.author.value());
    appendPart(bytes, entry.authorCount);
    appendPart(bytes, entry.authorPrev);
    appendPart(bytes, entry.at);
    appendPart(bytes, entry.act);
    appendPart(bytes, entry.details);
    appendPart(bytes, entry.rules);
    appendPart(bytes, entry.touched);
    appendPart(bytes, entry.digest);
    appendPart(bytes, entry.prev);
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
}

QByteArray digestOf(QByteArrayView joinedHashes)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(joinedHashes);
    return hash.result();
}

QByteArray packDetails(const QVariantMap &values)
{
    return QJsonDocument(QJsonObject::fromVariantMap(values)).toJson(QJsonDocument::Compact);
}

QVariantMap unpackDetails(const QByteArray &details)
{
    return QJsonDocument::fromJson(details).object().toVariantMap();
}

qint64 originOf(const JournalEntry &entry)
{
    const bool isCompensation =
        entry.act == wordOf(Act::Undo).toLatin1() || entry.act == wordOf(Act::Redo).toLatin1();
    return isCompensation ? unpackDetails(entry.details).value(QStringLiteral("of")).toLongLong() : entry.seq;
}

const char *const JournalReader::kEntryColumns =
    "seq,write_id,author,author_count,author_prev,at,act,details,rules,touched,digest,prev,hash";
const char *const JournalReader::kChangeColumns = "tbl,row,seq,salt,hash,before";

JournalEntry JournalReader::entryOf(const Statement &row)
{
    JournalEntry entry;
    entry.seq = row.integer(0);
    entry.writeId = row.bytes(1);
    entry.author = PersonId(row.integer(2));
    entry.authorCount = row.integer(3);
    entry.authorPrev = row.bytes(4);
    entry.at = row.integer(5);
    entry.act = row.bytes(6);
    entry.details = row.bytes(7);
    entry.rules = row.integer(8);
    entry.touched = row.bytes(9);
    entry.digest = row.bytes(10);
    entry.prev = row.bytes(11);
    entry.hash = row.bytes(12);
    return entry;
}

RowChange JournalReader::changeOf(const Statement &row)
{
    return {static_cast<int>(row.integer(0)),
            row.integer(1),
            row.integer(2),
            row.bytes(3),
            row.bytes(4),
            !row.isNull(5),
            row.bytes(5)};
}

Result<qint64> JournalReader::head() const
{
    return m_engine.number(QStringLiteral("SELECT coalesce(max(seq), 0) FROM journal"));
}

Result<std::optional<JournalEntry>> JournalReader::entry(qint64 seq) const
{
    std::optional<JournalEntry> found;
    const Done done = after(seq - 1, [&found, seq](const JournalEntry &entry) {
        if (entry.seq == seq)
            found = entry;
        return false;
    });
    if (!done)
        return done.error();
    return found;
}

Done JournalReader::after(qint64 seq, const std::function<bool(const JournalEntry &)> &visit) const
{
    Statement select =
        m_engine.prepare(QByteArray("SELECT ") + kEntryColumns + " FROM journal WHERE seq>? ORDER BY seq");
    select.bind(1, seq);
    while (select.next())
        if (!visit(entryOf(select)))
            break;
    return select.status();
}

Done JournalReader::backwardsBy(PersonId author, const std::function<bool(const JournalEntry &)> &visit) const
{
    Statement select = m_engine.prepare(QByteArray("SELECT ") + kEntryColumns +
                                        " FROM journal WHERE author=? ORDER BY seq DESC");
    select.bind(1, author.value());
    while (select.next())
        if (!visit(entryOf(select)))
            break;
    return select.status();
}

Result<std::vector<RowChange>> JournalReader::changesOf(int table, qint64 row) const
{
    Statement select = m_engine.prepare(QByteArray("SELECT ") + kChangeColumns +
                                        " FROM journal_row WHERE tbl=? AND row=? ORDER BY seq");
    select.bind(1, qint64{table});
    select.bind(2, row);
    std::vector<RowChange> changes;
    while (select.next())
        changes.push_back(changeOf(select));
    if (const Done done = select.status(); !done)
        return done.error();
    return changes;
}

namespace {

Result<std::vector<qint64>> numbersOf(Statement &select)
{
    std::vector<qint64> numbers;
    while (select.next())
        numbers.push_back(select.integer(0));
    if (const Done done = select.status(); !done)
        return done.error();
    return numbers;
}

} // namespace

Result<std::vector<qint64>> JournalReader::entriesOf(int table, qint64 row) const
{
    Statement select = m_engine.prepare("SELECT seq FROM journal_row WHERE tbl=? AND row=? ORDER BY seq");
    select.bind(1, qint64{table});
    select.bind(2, row);
    return numbersOf(select);
}

Result<std::vector<qint64>> JournalReader::entriesAbout(qint64 subject) const
{
    Statement select = m_engine.prepare("SELECT seq FROM journal WHERE instr(details, ?)>0 ORDER BY seq");
    select.bind(1, Cell(Text{R"("subject":")" + QByteArray::number(subject) + '"'}));
    return numbersOf(select);
}

Result<std::optional<RowChange>> JournalReader::change(int table, qint64 row, qint64 seq) const
{
    Statement select = m_engine.prepare(QByteArray("SELECT ") + kChangeColumns +
                                        " FROM journal_row WHERE tbl=? AND row=? AND seq=?");
    select.bind(1, qint64{table});
    select.bind(2, row);
    select.bind(3, seq);
    std::optional<RowChange> found;
    if (select.next())
        found = changeOf(select);
    if (const Done done = select.status(); !done)
        return done.error();
    return found;
}

Result<qint64> JournalReader::lastUntil(qint64 at) const
{
    Statement select = m_engine.prepare("SELECT coalesce(max(seq), 0) FROM journal WHERE at<=?");
    select.bind(1, at);
    const qint64 seq = select.next() ? select.integer(0) : 0;
    if (const Done done = select.status(); !done)
        return done.error();
    return seq;
}

} // namespace milepost
