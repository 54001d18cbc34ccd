// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/keptbytes.h"

#include "core/storage/canonical.h"
#include "core/storage/typedrows.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace milepost::keptbytes {
namespace {

constexpr int kWriteIdSize = 16;

/// The places in the array of a write, and of a row.
enum WritePlace { WriteId, Author, At, ActWord, Values, IsWhole, Rows, WriteSize };
enum RowPart { Kind, Table, Row, Rev, Bytes, RowSize };
enum What { Added, Changed, Removed };

template<class Record>
void append(QCborArray &rows, What what, const QList<Record> &records)
{
    std::vector<Cell> cells;
    QByteArray bytes;
    for (const Record &record : records) {
        const RecordType<Record> &type = Record::type();
        cells.clear();
        for (size_t i = 0; i < type.fields().size(); ++i)
            cells.push_back(type.cell(record, i));
        canonical::encode(bytes, type, cells);
        rows.append(QCborArray{what, type.tag(), record.id.value(), record.rev, bytes});
    }
}

QCborArray rowsOf(const KeptWrite &write)
{
    QCborArray rows;
    write.edits.forEach([&rows](const auto &part) {
        append(rows, Added, part.added);
        append(rows, Changed, part.changed);
    });
    for (const KeptWrite::Removal &removal : write.removals)
        rows.append(QCborArray{Removed, removal.place.table, removal.place.row, removal.rev, QByteArray()});
    return rows;
}

template<class Record>
bool readInto(EditsOf<Record> &part, const QCborArray &row)
{
    const qint64 id = row.at(Row).toInteger();
    if (row.at(Kind).toInteger() == Removed) {
        part.removed.append(decltype(Record::id)(id));
        return true;
    }
    std::optional<Record> record = canonical::decode(row.at(Bytes).toByteArray(), Record::type(), id);
    if (!record)
        return false;
    record->rev = row.at(Rev).toInteger();
    (row.at(Kind).toInteger() == Added ? part.added : part.changed).append(*record);
    return true;
}

bool readRow(KeptWrite &write, const QCborArray &row)
{
    const int table = static_cast<int>(row.at(Table).toInteger());
    bool isRead = row.size() == RowSize;
    const bool isKnown = isRead && withRecordType(table, [&]<class Record>(const Record &) {
                             isRead = readInto(write.edits.of<Record>(), row);
                         });
    if (isKnown && row.at(Kind).toInteger() == Removed)
        write.removals.append({{table, row.at(Row).toInteger()}, row.at(Rev).toInteger()});
    return isKnown && isRead;
}

bool readRows(KeptWrite &write, const QCborArray &rows)
{
    return std::all_of(rows.begin(), rows.end(), [&write](const QCborValueConstRef row) {
        return readRow(write, QCborValue(row).toArray());
    });
}

} // namespace

QByteArray from(const KeptWrite &write)
{
    const QCborArray array{write.writeId,
                           write.person.value(),
                           write.at,
                           wordOf(write.act),
                           QCborMap::fromVariantMap(write.values),
                           write.isWhole,
                           write.isWhole ? rowsOf(write) : QCborArray()};
    return QCborValue(array).toCbor();
}

std::optional<KeptWrite> read(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborArray array = QCborValue::fromCbor(bytes, &error).toArray();
    KeptWrite write;
    write.writeId = array.at(WriteId).toByteArray();
    write.person = PersonId(array.at(Author).toInteger());
    if (error.error != QCborError::NoError || array.size() < WriteSize ||
        write.writeId.size() != kWriteIdSize)
        return std::nullopt;
    write.at = array.at(At).toInteger();
    write.values = array.at(Values).toMap().toVariantMap();
    const std::optional<Act> act = fromWord<Act>(array.at(ActWord).toString());
    write.act = act.value_or(Act::Edit);
    write.isWhole = act && array.at(IsWhole).toBool() && readRows(write, array.at(Rows).toArray());
    if (!write.isWhole) {
        write.edits = {};
        write.removals.clear();
    }
    return write;
}

} // namespace milepost::keptbytes
