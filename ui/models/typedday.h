// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QDate>
#include <QLocale>

namespace milepost {

/// The day that someone typed for something to come: "today", "tomorrow", "+7" (days), "fri" (the next
/// Friday), or a date in the signs of their locale, with or without its year, or as 2026-11-22. A date
/// without a year is the next one; years of two digits are of this century. "" is no day. DateInvalid with
/// the text as typed.
Result<QDate> typedDay(const QString &text, QDate today, const QLocale &locale = {});

} // namespace milepost
