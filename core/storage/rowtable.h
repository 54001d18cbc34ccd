// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"
#include "core/storage/engine.h"

namespace milepost {

/// A row as it lies in the file.
struct StoredRow
{
    qint64 id = 0;
    qint64 rev = 0;
    std::vector<Cell> cells = {}; ///< in the order of the type's fields
};

/// Reads and writes the table of one record type, by its description. Statements are prepared once. Fields
/// that the file's schema does not have yet read as their default and are not written.
template<class Record>
class RowTable
{
public:
    explicit RowTable(const Engine &engine) : m_engine(engine) {}

    Result<std::optional<StoredRow>> fetch(qint64 id)
    {
        Statement &select = prepared(m_fetch, [this]() -> QByteArray {
            return "SELECT " + columns() + " FROM " + table() + " WHERE id=?";
        });
        select.bind(1, id);
        std::optional<StoredRow> row;
        if (select.next())
            row = rowOf(select);
        select.reset();
        if (const Done done = select.status(); !done)
            return done.error();
        return row;
    }

    Result<std::optional<Record>> find(qint64 id)
    {
        const Result<std::optional<StoredRow>> row = fetch(id);
        if (!row)
            return row.error();
        return *row ? std::optional(recordOf(**row)) : std::nullopt;
    }

    Done insert(qint64 id, qint64 rev, const std::vector<Cell> &cells)
    {
        Statement &statement = prepared(m_insert, [this]() -> QByteArray {
            return "INSERT INTO " + table() + " (id,rev" + fieldsWith("") + ") VALUES (?,?" +
                   QByteArray(",?").repeated(count()) + ')';
        });
        statement.bind(1, id);
        return writeCells(statement, 2, rev, cells);
    }

    Done update(qint64 id, qint64 rev, const std::vector<Cell> &cells)
    {
        Statement &statement = prepared(m_update, [this]() -> QByteArray {
            return "UPDATE " + table() + " SET rev=?" + fieldsWith("=?") + " WHERE id=?" +
                   QByteArray::number(count() + 2);
        });
        statement.bind(static_cast<int>(count()) + 2, id);
        return writeCells(statement, 1, rev, cells);
    }

    Done remove(qint64 id)
    {
        Statement &statement =
            prepared(m_remove, []() -> QByteArray { return "DELETE FROM " + table() + " WHERE id=?"; });
        statement.bind(1, id);
        statement.run();
        return statement.status();
    }

    /// Calls \p visit with each row that fits \p where ("", or " WHERE … " with bound ids).
    template<class Visitor>
    Done select(const QByteArray &where, const QList<qint64> &values, Visitor &&visit) const
    {
        Statement statement = m_engine.prepare("SELECT " + columns() + " FROM " + table() + where);
        for (qsizetype i = 0; i < values.size(); ++i)
            statement.bind(static_cast<int>(i) + 1, values[i]);
        while (statement.next())
            visit(rowOf(statement));
        return statement.status();
    }

    /// The stored form of a record in a file of schema \p version, in the order of the type's fields.
    static void readCells(const Record &record, std::vector<Cell> &cells, int version)
    {
        const RecordType<Record> &type = Record::type();
        cells.resize(type.fields().size());
        for (size_t i = 0; i < cells.size(); ++i)
            cells[i] = type.fields()[i].isIn(version) ? type.cell(record, i) : Cell();
    }

    /// What to select for a row's fields, after id and rev: nothing for those that are not there.
    static QByteArray columnsIn(int version)
    {
        QByteArray list;
        for (const auto &field : Record::type().fields())
            list += QByteArray(",") + (field.isIn(version) ? field.name : "NULL");
        return list;
    }

    /// The record of a row. A cell that does not fit its field leaves the field's default; `verify` names it.
    static Record recordOf(const StoredRow &row)
    {
        Record record;
        record.id = decltype(record.id)(row.id);
        record.rev = row.rev;
        for (size_t i = 0; i < row.cells.size(); ++i)
            Record::type().setCell(record, i, row.cells[i]);
        return record;
    }

private:
    static QByteArray table() { return Record::type().table(); }
    bool has(const Field<Record> &field) const { return field.isIn(m_engine.schemaVersion()); }
    /// How many fields are written.
    qsizetype count() const
    {
        const auto &fields = Record::type().fields();
        return std::count_if(fields.begin(), fields.end(), [this](const auto &field) { return has(field); });
    }

    QByteArray columns() const { return "id,rev" + columnsIn(m_engine.schemaVersion()); }

    /// The fields that are written, each with \p after.
    QByteArray fieldsWith(const char *after) const
    {
        QByteArray list;
        for (const auto &field : Record::type().fields())
            if (has(field))
                list += QByteArray(",") + field.name + after;
        return list;
    }

    static StoredRow rowOf(const Statement &statement)
    {
        const auto count = static_cast<int>(Record::type().fields().size());
        StoredRow row{statement.integer(0), statement.integer(1), {}};
        row.cells.reserve(static_cast<size_t>(count));
        for (int i = 0; i < count; ++i)
            row.cells.push_back(statement.cell(i + 2));
        return row;
    }

    Done writeCells(Statement &statement, int index, qint64 rev, const std::vector<Cell> &cells) const
    {
        statement.bind(index, rev);
        for (size_t i = 0; i < cells.size(); ++i)
            if (has(Record::type().fields()[i]))
                statement.bind(++index, cells[i]);
        statement.run();
        return statement.status();
    }

    template<class Text>
    Statement &prepared(std::optional<Statement> &statement, Text &&text)
    {
        if (!statement)
            statement = m_engine.prepare(text());
        return *statement;
    }

    const Engine &m_engine;
    std::optional<Statement> m_fetch;
    std::optional<Statement> m_insert;
    std::optional<Statement> m_update;
    std::optional<Statement> m_remove;
};

} // namespace milepost
