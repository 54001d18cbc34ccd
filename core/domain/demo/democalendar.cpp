// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demo/democalendar.h"

#include <QDateTime>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDaysOfWeek = 7;
constexpr int kMonthsOfQuarter = 3;

int quarterNumber(QDate day)
{
    return day.year() * 4 + (day.month() - 1) / kMonthsOfQuarter;
}

QDate lastOfMonth(QDate day)
{
    return {day.year(), day.month(), day.daysInMonth()};
}

} // namespace

QDate firstOfQuarter(QDate day)
{
    return {day.year(), (day.month() - 1) / kMonthsOfQuarter * kMonthsOfQuarter + 1, 1};
}

DemoCalendar::DemoCalendar(int weeks, QDate today, const QByteArray &timeZone)
    : m_weeks(weeks)
    , m_today(today)
    , m_zone(timeZone)
{
    Q_ASSERT(today.isValid());
    Q_ASSERT(m_zone.isValid());
}

QDate DemoCalendar::monday(int week) const
{
    const QDate running = m_today.addDays(1 - m_today.dayOfWeek());
    return running.addDays(-kDaysOfWeek * weeksAgo(week));
}

QDate DemoCalendar::lastDay(int week) const
{
    return qMin(monday(week).addDays(kDaysOfWeek - 1), m_today);
}

int DemoCalendar::quartersAgo(QDate day) const
{
    return quarterNumber(m_today) - quarterNumber(day);
}

QString DemoCalendar::name(int week) const
{
    int year = 0;
    const int number = monday(week).weekNumber(&year);
    return u"%1-W%2"_s.arg(year).arg(number, 2, 10, QChar(u'0'));
}

std::optional<QDate> DemoCalendar::quarterBeginning(int week) const
{
    const QDate before = week == 0 ? monday(0) : monday(week).addDays(-1);
    const QDate first = firstOfQuarter(lastDay(week));
    return first > before ? std::optional(first) : std::nullopt;
}

std::optional<QDate> DemoCalendar::monthEnding(int week) const
{
    const QDate last = lastOfMonth(monday(week));
    return last <= lastDay(week) ? std::optional(last) : std::nullopt;
}

std::optional<QDate> DemoCalendar::quarterEnding(int week) const
{
    const std::optional<QDate> last = monthEnding(week);
    return last && last->month() % kMonthsOfQuarter == 0 ? last : std::nullopt;
}

qint64 DemoCalendar::at(QDate day, QTime time) const
{
    return QDateTime(day, time, m_zone).toMSecsSinceEpoch();
}

} // namespace milepost
