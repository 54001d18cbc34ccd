// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"
#include "core/domain/result.h"

#include <QCryptographicHash>

namespace milepost {

/// A row's canonical bytes: for each stored (non-default) field, in the order of their tags, the tag, the
/// kind of value and the value. Fields added later leave old rows' bytes, and so their hashes, as they were.
/// They are what is hashed, what the journal keeps of the row before, and what a private board will seal.
namespace canonical {

void append(QByteArray &to, int tag, const Cell &cell);

/// Reads the next field from \p from at \p position. False at the end or at bytes that are none of ours (then
/// position does not reach the end).
bool read(QByteArrayView from, qsizetype &position, int &tag, Cell &cell);

/// The canonical bytes of a row, given its stored cells in the order of the type's fields.
template<class Record>
void encode(QByteArray &to, const RecordType<Record> &type, const std::vector<Cell> &cells)
{
    to.resize(0);
    for (size_t i = 0; i < cells.size(); ++i)
        if (!isNull(cells[i]))
            append(to, type.fields()[i].tag, cells[i]);
}

/// A record from its canonical bytes; nothing if they do not fit the type.
template<class Record>
std::optional<Record> decode(QByteArrayView bytes, const RecordType<Record> &type, qint64 id)
{
    Record record;
    record.id = decltype(record.id)(id);
    qsizetype position = 0;
    int tag = 0;
    Cell cell;
    while (read(bytes, position, tag, cell)) {
        const auto &fields = type.fields();
        const auto field =
            std::find_if(fields.begin(), fields.end(), [tag](const auto &one) { return one.tag == tag; });
        if (field == fields.end() || !field->write(record, cell))
            return std::nullopt;
    }
    return position == bytes.size() ? std::optional(record) : std::nullopt;
}

} // namespace canonical

/// Hashes rows: BLAKE2b with 32 bytes. A hash is valid until the next one is made.
class RowHash
{
public:
    static constexpr qsizetype kSize = 32;

    RowHash() : m_hash(QCryptographicHash::Blake2b_256) {}

    /// The hash of a row that exists: over its salt, its place and its stored bytes.
    QByteArrayView ofRow(QByteArrayView salt, int table, qint64 row, QByteArrayView stored);
    /// The hash of a row that was removed: over its salt and its place.
    QByteArrayView ofNothing(QByteArrayView salt, int table, qint64 row);

private:
    QByteArrayView make(char kind, QByteArrayView salt, int table, qint64 row, QByteArrayView stored);

    QCryptographicHash m_hash;
};

} // namespace milepost
