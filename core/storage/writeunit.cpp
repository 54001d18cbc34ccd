// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/writeunit.h"

#include <algorithm>

namespace milepost {
namespace {

template<template<class> class Holder, class... Records>
std::tuple<Holder<Records>...> makeTables(const Engine &engine,
                                          std::type_identity<std::tuple<Holder<Records>...>>)
{
    return std::tuple<Holder<Records>...>(Holder<Records>(engine)...);
}

} // namespace

WriteUnit::WriteUnit(const Engine &engine)
    : m_engine(engine)
    , m_tables(makeTables(engine, std::type_identity<PerRecordType<RowTable>>{}))
{
}

WriteUnit::~WriteUnit()
{
    if (m_isOpen)
        m_engine.rollback();
}

Result<std::unique_ptr<WriteUnit>> WriteUnit::begin(const Engine &engine)
{
    if (const Done done = engine.beginWrite(); !done)
        return done.error();
    std::unique_ptr<WriteUnit> unit(new WriteUnit(engine));
    unit->m_isOpen = true;
    if (const Done done = unit->readHead(); !done)
        return done.error();
    unit->m_insertChange = engine.prepare(QByteArray("INSERT INTO journal_row (") +
                                          JournalReader::kChangeColumns + ") VALUES (?,?,?,?,?,?)");
    return unit;
}

Done WriteUnit::readHead()
{
    Statement select = m_engine.prepare("SELECT seq,hash FROM journal ORDER BY seq DESC LIMIT 1");
    if (select.next())
        m_head = {select.integer(0), select.bytes(1)};
    return select.status();
}

Done WriteUnit::apply(const Edits &edits)
{
    Done done;
    edits.forEach([this, &done]<class Record>(const EditsOf<Record> &part) {
        if (done && !part.isEmpty())
            done = applyTo(std::get<RowTable<Record>>(m_tables), part);
    });
    return done;
}

template<class Record>
Done WriteUnit::applyTo(RowTable<Record> &table, const EditsOf<Record> &edits)
{
    for (const Record &record : edits.added)
        if (const Done done = add(table, record); !done)
            return done;
    for (const Record &record : edits.changed)
        if (const Done done = change(table, record); !done)
            return done;
    for (const auto id : edits.removed)
        if (const Done done = remove(table, id); !done)
            return done;
    return {};
}

template<class Record>
Done WriteUnit::add(RowTable<Record> &table, const Record &record)
{
    RowTable<Record>::readCells(record, m_cells, m_engine.schemaVersion());
    if (const Done done = table.insert(record.id.value(), seq(), m_cells); !done)
        return done;
    canonical::encode(m_after, Record::type(), m_cells);
    return note({Record::type().tag(), record.id.value()}, nullptr, &m_after);
}

template<class Record>
Done WriteUnit::change(RowTable<Record> &table, const Record &record)
{
    const Result<StoredRow> before = present(table, record.id.value());
    if (!before)
        return before.error();
    if (before->rev != record.rev)
        return Error{Error::Code::TouchedSince, {QString::number(before->rev)}};
    RowTable<Record>::readCells(record, m_cells, m_engine.schemaVersion());
    if (const Done done = table.update(record.id.value(), seq(), m_cells); !done)
        return done;
    canonical::encode(m_after, Record::type(), m_cells);
    return note({Record::type().tag(), record.id.value()}, &m_before, &m_after);
}

template<class Record>
Done WriteUnit::remove(RowTable<Record> &table, Id<Record> id)
{
    const Result<StoredRow> before = present(table, id.value());
    if (!before)
        return before.error();
    if (const Done done = table.remove(id.value()); !done)
        return done;
    return note({Record::type().tag(), id.value()}, &m_before, nullptr);
}

template<class Record>
Result<StoredRow> WriteUnit::present(RowTable<Record> &table, qint64 id)
{
    Result<std::optional<StoredRow>> row = table.fetch(id);
    if (!row)
        return row.error();
    const Error damaged{Error::Code::RowDamaged,
                        {QString::fromLatin1(Record::type().table()), QString::number(id)}};
    if (!*row)
        return damaged;
    canonical::encode(m_before, Record::type(), (*row)->cells);
    const Result<bool> fits = fitsJournal({Record::type().tag(), id}, (*row)->rev, m_before);
    if (!fits)
        return fits.error();
    if (!*fits)
        return damaged;
    return **std::move(row);
}

Result<bool> WriteUnit::fitsJournal(const TouchedRow &row, qint64 rev, QByteArrayView stored)
{
    if (!m_selectLast)
        m_selectLast = m_engine.prepare(
            "SELECT seq,salt,hash FROM journal_row WHERE tbl=? AND row=? ORDER BY seq DESC LIMIT 1");
    Statement &select = *m_selectLast;
    select.bind(1, qint64{row.table});
    select.bind(2, row.row);
    const bool fits = select.next() && select.integer(0) == rev &&
                      m_hash.ofRow(select.bytes(1), row.table, row.row, stored) == select.bytes(2);
    select.reset();
    if (const Done done = select.status(); !done)
        return done.error();
    return fits;
}

Done WriteUnit::note(const TouchedRow &row, const QByteArray *before, const QByteArray *after)
{
    const QByteArrayView salt = m_salts.next();
    const QByteArrayView hash =
        after ? m_hash.ofRow(salt, row.table, row.row, *after) : m_hash.ofNothing(salt, row.table, row.row);
    m_insertChange.bind(1, qint64{row.table});
    m_insertChange.bind(2, row.row);
    m_insertChange.bind(3, seq());
    m_insertChange.bindBytes(4, salt);
    m_insertChange.bindBytes(5, hash);
    if (before)
        m_insertChange.bindBytes(6, *before);
    else
        m_insertChange.bindNull(6);
    m_insertChange.run();
    Touched &touched = m_touched.emplace_back();
    touched.row = row;
    std::copy(hash.cbegin(), hash.cend(), touched.hash.begin());
    return m_insertChange.status();
}

Result<JournalEntry> WriteUnit::commit(const Signature &signature, Act act, const QVariantMap &values)
{
    const auto isBefore = [](const Touched &left, const Touched &right) { return left.row < right.row; };
    if (!std::is_sorted(m_touched.begin(), m_touched.end(), isBefore))
        std::sort(m_touched.begin(), m_touched.end(), isBefore);
    std::vector<TouchedRow> rows;
    rows.reserve(m_touched.size());
    QByteArray hashes;
    hashes.reserve(static_cast<qsizetype>(m_touched.size()) * RowHash::kSize);
    for (const Touched &touched : m_touched) {
        rows.push_back(touched.row);
        hashes.append(touched.hash.data(), RowHash::kSize);
    }

    JournalEntry entry;
    entry.seq = seq();
    entry.writeId = signature.writeId;
    entry.author = signature.author;
    entry.at = signature.at;
    entry.act = wordOf(act).toLatin1();
    entry.details = packDetails(values);
    entry.touched = packTouched(rows);
    entry.digest = digestOf(hashes);
    entry.prev = m_head.hash;
    if (const Done done = completeAuthor(entry); !done)
        return done.error();
    entry.hash = hashOf(entry);
    if (const Done done = insertEntry(entry); !done)
        return done.error();
    if (const Done done = m_engine.commit(); !done)
        return done.error();
    m_isOpen = false;
    return entry;
}

Done WriteUnit::completeAuthor(JournalEntry &entry)
{
    Statement select =
        m_engine.prepare("SELECT author_count,hash FROM journal WHERE author=? ORDER BY seq DESC LIMIT 1");
    select.bind(1, entry.author.value());
    if (select.next()) {
        entry.authorCount = select.integer(0);
        entry.authorPrev = select.bytes(1);
    }
    ++entry.authorCount;
    return select.status();
}

Done WriteUnit::insertEntry(const JournalEntry &entry)
{
    Statement insert = m_engine.prepare(QByteArray("INSERT INTO journal (") + JournalReader::kEntryColumns +
                                        ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
    insert.bind(1, entry.seq);
    insert.bindBytes(2, entry.writeId);
    insert.bind(3, entry.author.value());
    insert.bind(4, entry.authorCount);
    insert.bindBytes(5, entry.authorPrev);
    insert.bind(6, entry.at);
    insert.bindText(7, entry.act);
    insert.bindText(8, entry.details);
    insert.bind(9, entry.rules);
    insert.bindBytes(10, entry.touched);
    insert.bindBytes(11, entry.digest);
    insert.bindBytes(12, entry.prev);
    insert.bindBytes(13, entry.hash);
    insert.run();
    return insert.status();
}

} // namespace milepost
