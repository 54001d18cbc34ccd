// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"

#include <QVariantMap>

namespace milepost {

/// A cell as RowStep has it: numbers are numbers, all else is text as it is stored. Invalid for the default.
inline QVariant plainValue(const Cell &cell)
{
    if (const qint64 *number = std::get_if<qint64>(&cell))
        return *number;
    if (const double *number = std::get_if<double>(&cell))
        return *number;
    if (const Text *text = std::get_if<Text>(&cell))
        return QString::fromUtf8(text->utf8);
    return {};
}

/// The fields of a record by name, without those that have their default.
template<class Record>
QVariantMap plainFields(const Record &record)
{
    QVariantMap fields;
    const RecordType<Record> &type = Record::type();
    for (size_t i = 0; i < type.fields().size(); ++i)
        if (const QVariant value = plainValue(type.cell(record, i)); value.isValid())
            fields.insert(QString::fromLatin1(type.fields()[i].name), value);
    return fields;
}

} // namespace milepost
