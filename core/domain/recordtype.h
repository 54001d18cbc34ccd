// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/codec.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <vector>

namespace milepost {

/// One field of a record: how it is named, numbered, stored and read. The description of a record type is the
/// one place where a field is named; schema, reading, writing, hashing, journal, export and `edit` follow it.
template<class Record>
struct Field
{
    int tag = 0;           ///< number in canonical bytes; never reused, so that old hashes stay valid
    const char *name = ""; ///< column, JSON field and `--set` name
    ColumnType type = ColumnType::Text;
    bool sealed = false; ///< part of the content that a private board seals; else in the clear for ever
    bool needed = false; ///< every (unsealed) row has it; it is stored even when it equals the default
    int since = 1;       ///< the schema version that brought it
    const char *table = nullptr;                     ///< table that it refers to
    Cell (*read)(const Record &) = nullptr;          ///< the value as stored; nothing for the default
    bool (*write)(Record &, const Cell &) = nullptr; ///< false for a cell that such a field never holds

    /// Whether files of schema \p version have it.
    bool isIn(int version) const { return since <= std::max(version, 1); }
    Field refersTo(const char *other) const
    {
        Field copy = *this;
        copy.table = other;
        return copy;
    }
    Field required() const
    {
        Field copy = *this;
        copy.needed = true;
        return copy;
    }
    /// For fields added after schema 1: the migration to \p version then adds the column by itself. Older
    /// rows do not have it, so it is never required in the clear.
    Field from(int version) const
    {
        Field copy = *this;
        copy.since = version;
        return copy;
    }
};

namespace detail {

template<class Member>
struct MemberOf;

template<class Record, class Value>
struct MemberOf<Value Record::*>
{
    using RecordType = Record;
    using ValueType = Value;
};

template<auto Member>
auto makeField(int tag, const char *name, bool sealed)
{
    using Record = typename MemberOf<decltype(Member)>::RecordType;
    using Value = typename MemberOf<decltype(Member)>::ValueType;
    Field<Record> field;
    field.tag = tag;
    field.name = name;
    field.sealed = sealed;
    field.type = Codec<Value>::kType;
    field.read = [](const Record &record) { return Codec<Value>::write(record.*Member); };
    field.write = [](Record &record, const Cell &cell) { return Codec<Value>::read(cell, record.*Member); };
    return field;
}

} // namespace detail

/// A field that stays readable on a private board: ids, parents, what the program needs before it has a key.
template<auto Member>
auto clearField(int tag, const char *name)
{
    return detail::makeField<Member>(tag, name, false);
}

/// A field that is content: sealed on a private board.
template<auto Member>
auto contentField(int tag, const char *name)
{
    return detail::makeField<Member>(tag, name, true);
}

/// The description of a record type. `id` and `rev` are implied: every record has them.
template<class Record>
class RecordType
{
public:
    RecordType(int tag, const char *table, std::vector<Field<Record>> fields,
               std::vector<const char *> indexes = {})
        : m_tag(tag)
        , m_table(table)
        , m_fields(std::move(fields))
        , m_indexes(std::move(indexes))
        , m_defaults(cellsOf(Record{}))
    {
    }

    int tag() const { return m_tag; } ///< number in the journal; never reused
    const char *table() const { return m_table; }
    const std::vector<Field<Record>> &fields() const { return m_fields; }
    const std::vector<const char *> &indexes() const
    {
        return m_indexes;
    } ///< column lists, as "kpi_id, date"

    /// True when a private board seals records of this type.
    bool isSealable() const
    {
        return std::any_of(m_fields.begin(), m_fields.end(), [](const auto &field) { return field.sealed; });
    }

    /// The stored form of one field: nothing when it equals the default and is not required.
    Cell cell(const Record &record, size_t index) const
    {
        Cell value = m_fields[index].read(record);
        if (!m_fields[index].needed && value == m_defaults[index])
            return {};
        return value;
    }

    /// Reads one stored field into \p record. A null leaves the default. False: the row is damaged.
    bool setCell(Record &record, size_t index, const Cell &value) const
    {
        return isNull(value) ? !m_fields[index].needed : m_fields[index].write(record, value);
    }

    /// The index of the field called \p name, or -1.
    int indexOf(QByteArrayView name) const
    {
        for (size_t i = 0; i < m_fields.size(); ++i)
            if (name == QByteArrayView(m_fields[i].name))
                return static_cast<int>(i);
        return -1;
    }

private:
    std::vector<Cell> cellsOf(const Record &record) const
    {
        std::vector<Cell> cells;
        for (const auto &field : m_fields)
            cells.push_back(field.read(record));
        return cells;
    }

    int m_tag;
    const char *m_table;
    std::vector<Field<Record>> m_fields;
    std::vector<const char *> m_indexes;
    std::vector<Cell> m_defaults;
};

} // namespace milepost
