// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <QDate>
#include <QJsonValue>

#include <optional>

namespace milepost::ctl {

// Values as the contract writes them: ids are strings, absent numbers null, dates YYYY-MM-DD, instants UTC.

QJsonValue jsonId(qint64 id); ///< null for none
template<class Record>
QJsonValue jsonId(Id<Record> id)
{
    return jsonId(id.value());
}
QJsonValue jsonNumber(std::optional<double> number);
QJsonValue jsonDate(QDate date); ///< null for none
QJsonValue jsonInstant(qint64 milliseconds);
QJsonValue jsonText(const QString &text); ///< null for ""

} // namespace milepost::ctl
