// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace milepost {

/// The first day of the calendar quarter that \p day lies in.
QDate firstOfQuarter(QDate day);

/// The weeks that a demo company has lived: ISO weeks, the last of which is the running one. Week 0 is the
/// first.
class DemoCalendar
{
public:
    DemoCalendar(int weeks, QDate today, const QByteArray &timeZone);

    int weeks() const { return m_weeks; }
    QDate today() const { return m_today; }
    QByteArray zoneId() const { return m_zone.id(); }
    QDate monday(int week) const;
    /// Sunday, or today in the running week.
    QDate lastDay(int week) const;
    /// How many weeks before the running one.
    int weeksAgo(int week) const { return m_weeks - 1 - week; }
    /// Quarters between the one that \p day lies in and today's.
    int quartersAgo(QDate day) const;
    /// ISO 8601, "2026-W47".
    QString name(int week) const;

    /// The first day of a quarter that begins in this week; the quarter that history begins in is not
    /// counted.
    std::optional<QDate> quarterBeginning(int week) const;
    /// The last day of a month, if the week has it and it is not after today.
    std::optional<QDate> monthEnding(int week) const;
    std::optional<QDate> quarterEnding(int week) const;

    /// UTC milliseconds of a time of day in the time zone.
    qint64 at(QDate day, QTime time) const;

private:
    int m_weeks;
    QDate m_today;
    QTimeZone m_zone;
};

} // namespace milepost
