// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/jsonvalues.h"

#include <QDateTime>

namespace milepost::ctl {

QJsonValue jsonId(qint64 id)
{
    return id > 0 ? QJsonValue(QString::number(id)) : QJsonValue();
}

QJsonValue jsonNumber(std::optional<double> number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue jsonDate(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue jsonInstant(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue jsonText(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace milepost::ctl
