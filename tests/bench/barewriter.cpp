// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/barewriter.h"

#include "tests/bench/workbench.h"

#include <QRandomGenerator>

#include <sqlite3.h>

namespace milepost::bench {
namespace {

constexpr int kMeasurementTag = 14;

void bindFiller(sqlite3_stmt *statement, int index, int size)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator::global()->generate(bytes.begin(), bytes.end());
    sqlite3_bind_blob(statement, index, bytes.constData(), size, SQLITE_TRANSIENT);
}

void bindText(sqlite3_stmt *statement, int index, const QByteArray &text)
{
    sqlite3_bind_text(statement, index, text.constData(), int(text.size()), SQLITE_TRANSIENT);
}

} // namespace

BareWriter::BareWriter(const QString &path)
{
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_database, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        throw Failed{path};
    exec("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON; PRAGMA mmap_size=0;"
         "PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; PRAGMA cache_size=-32768");
    m_begin = prepare("BEGIN IMMEDIATE");
    m_commit = prepare("COMMIT");
    m_measurement = prepare("INSERT INTO measurement (id,rev,kpi_id,date,value) VALUES (?,?,?,?,?)");
    m_change = prepare("INSERT INTO journal_row (tbl,row,seq,salt,hash) VALUES (?,?,?,?,?)");
    m_entry =
        prepare("INSERT INTO journal (seq,write_id,author,author_count,author_prev,at,act,details,rules,"
                "touched,digest,prev,hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
    sqlite3_stmt *last = prepare("SELECT (SELECT max(seq) FROM journal),"
                                 "(SELECT coalesce(max(row), 0) FROM journal_row)");
    sqlite3_step(last);
    m_seq = sqlite3_column_int64(last, 0);
    m_id = sqlite3_column_int64(last, 1);
    sqlite3_reset(last);
}

BareWriter::~BareWriter()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

void BareWriter::record(qint64 kpi, const QByteArray &date, double value)
{
    ++m_seq;
    ++m_id;
    run(m_begin);
    insertMeasurement(kpi, date, value);
    insertChange();
    insertEntry(R"({"date":")" + date + R"(","subject":")" + QByteArray::number(kpi) + R"("})");
    run(m_commit);
}

void BareWriter::insertMeasurement(qint64 kpi, const QByteArray &date, double value)
{
    sqlite3_bind_int64(m_measurement, 1, m_id);
    sqlite3_bind_int64(m_measurement, 2, m_seq);
    sqlite3_bind_int64(m_measurement, 3, kpi);
    bindText(m_measurement, 4, date);
    sqlite3_bind_double(m_measurement, 5, value);
    run(m_measurement);
}

void BareWriter::insertChange()
{
    sqlite3_bind_int64(m_change, 1, kMeasurementTag);
    sqlite3_bind_int64(m_change, 2, m_id);
    sqlite3_bind_int64(m_change, 3, m_seq);
    bindFiller(m_change, 4, 16);
    bindFiller(m_change, 5, 32);
    run(m_change);
}

void BareWriter::insertEntry(const QByteArray &details)
{
    sqlite3_bind_int64(m_entry, 1, m_seq);
    bindFiller(m_entry, 2, 16);
    sqlite3_bind_int64(m_entry, 3, m_id);
    sqlite3_bind_int64(m_entry, 4, m_seq);
    bindFiller(m_entry, 5, 32);
    sqlite3_bind_int64(m_entry, 6, m_seq);
    bindText(m_entry, 7, "record");
    bindText(m_entry, 8, details);
    sqlite3_bind_int64(m_entry, 9, 1);
    bindFiller(m_entry, 10, 11);
    for (int hash = 11; hash <= 13; ++hash)
        bindFiller(m_entry, hash, 32);
    run(m_entry);
}

void BareWriter::exec(const char *sql)
{
    if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw Failed{QString::fromUtf8(sqlite3_errmsg(m_database))};
}

sqlite3_stmt *BareWriter::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
        throw Failed{QString::fromUtf8(sqlite3_errmsg(m_database))};
    m_statements.append(statement);
    return statement;
}

void BareWriter::run(sqlite3_stmt *statement)
{
    const int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    if (code != SQLITE_DONE)
        throw Failed{QString::fromUtf8(sqlite3_errmsg(m_database))};
}

} // namespace milepost::bench
