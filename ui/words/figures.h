// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/choices.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <optional>

namespace milepost {

/// \p value with its unit as people read it: four significant digits ("4.512", "0.07043"), whole numbers and
/// whole parts of thousands in full ("12,765"), no exponent between 0.000001 and 10^15. The unit follows
/// after a narrow no-break space; with the unit "%" the value is a fraction and is shown as a percentage.
QString figure(double value, const QString &unit = {}, const QLocale &locale = {});

/// The same, and an en dash where there is no value.
QString figure(std::optional<double> value, const QString &unit = {}, const QLocale &locale = {});

/// \p value as it stands in an editor: every digit, no thousands sign, no unit; percentages as percentages.
QString typedFigure(double value, const QString &unit = {}, const QLocale &locale = {});

/// A share from 0 to 1 as a whole percentage; 100 % only when it is all.
QString share(double fraction, const QLocale &locale = {});

/// A KPI's target: "≥ 4.2", "≤ 60 min", and without a sign where neither way is better.
QString target(double value, Direction direction, const QString &unit = {}, const QLocale &locale = {});
/// A band: "40–60 min".
QString band(double low, double high, const QString &unit = {}, const QLocale &locale = {});
/// Where a key result goes: "from 62 % to 75 %".
QString fromTo(double from, double to, const QString &unit = {}, const QLocale &locale = {});
/// "2 of 3".
QString countOf(qsizetype done, qsizetype all, const QLocale &locale = {});

/// "2 overdue actions".
QString overdueActionsText(int count);

/// "Q1 2027", the quarter of the calendar that \p day belongs to.
QString quarterName(QDate day);

/// "22 Nov", in the order and words of the locale; with its year where that is not the year of \p today.
QString shortDate(QDate date, QDate today, const QLocale &locale = {});
/// "22 Nov, 14:05".
QString shortMoment(const QDateTime &at, QDate today, const QLocale &locale = {});

} // namespace milepost
