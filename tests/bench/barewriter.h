// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace milepost::bench {

/// The baseline of a recorded value: SQLite's C interface and nothing else, writing the same rows into the
/// same tables with the same pragmas. What is random or a hash in the real rows is filler of the same length
/// here.
class BareWriter
{
public:
    explicit BareWriter(const QString &path);
    ~BareWriter();
    BareWriter(const BareWriter &) = delete;
    BareWriter &operator=(const BareWriter &) = delete;

    /// One transaction: a row of measurement, its row of journal_row, and the entry in the journal.
    void record(qint64 kpi, const QByteArray &date, double value);

private:
    void exec(const char *sql);
    sqlite3_stmt *prepare(const char *sql);
    void run(sqlite3_stmt *statement);
    void insertMeasurement(qint64 kpi, const QByteArray &date, double value);
    void insertChange();
    void insertEntry(const QByteArray &details);

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_begin = nullptr;
    sqlite3_stmt *m_commit = nullptr;
    sqlite3_stmt *m_measurement = nullptr;
    sqlite3_stmt *m_change = nullptr;
    sqlite3_stmt *m_entry = nullptr;
    QList<sqlite3_stmt *> m_statements;
    qint64 m_seq = 0;
    qint64 m_id = 0;
};

} // namespace milepost::bench
