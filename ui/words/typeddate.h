// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QDate>
#include <QLocale>

namespace milepost {

/// The day that someone typed into a field: "today" or nothing, "yesterday", "-3" (days ago), a weekday (the
/// latest one), the locale's own way to write a date, also without its year or month (the latest such day),
/// or YYYY-MM-DD. Years of two digits are of this century. DateInvalid with the text as typed.
Result<QDate> typedDate(const QString &text, QDate today, const QLocale &locale = {});

/// \p day as it stands in a field: in the locale's short form, with its whole year.
QString dateAsTyped(QDate day, const QLocale &locale = {});

/// \p day within a sentence: "today", "yesterday", else as a short date.
QString dayInWords(QDate day, QDate today, const QLocale &locale = {});

} // namespace milepost
