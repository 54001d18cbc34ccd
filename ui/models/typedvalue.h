// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/values.h"
#include "core/domain/result.h"
#include "ui/models/boardrow.h"

#include <QLocale>

namespace milepost {

/// What someone typed on a row, as a value to record on \p day: a number in the signs of their locale (or in
/// the fixed grammar where the two agree), a ratio as "12/340", and for milestones 1 or 0, "done" or "open".
/// The unit "%" makes a bare 5 mean 5 %. NumberInvalid with the text as typed.
Result<GivenValue> typedValue(const WorkingSet &state, const BoardRow &row, const QString &text, QDate day,
                              const QLocale &locale = {});

/// The same for an entry with its date ("yesterday", "-3", see typedDate()), note and confidence. Also
/// DateInvalid, DateInFuture, ConfidenceInvalid.
Result<GivenValue> typedValue(const WorkingSet &state, const BoardRow &row, const TypedEntry &entry,
                              QDate today, const QLocale &locale = {});

/// What an entry is understood as, in words: "58 min, yesterday; replaces 48 min". Or why it is not; a blank
/// one says how to go on.
EntryReading readingOf(const WorkingSet &state, const BoardRow &row, const TypedEntry &entry, QDate today,
                       const QLocale &locale = {});

/// A number in the signs of \p locale; the unit "%" makes a bare 5 mean 5 %. NumberInvalid, NumberTooLarge,
/// NumberTooSmall with the text as typed.
Result<double> typedNumber(const QString &text, const QString &unit = {}, const QLocale &locale = {});

/// \p text with the decimal and thousands signs of \p locale turned into those of the fixed grammar.
QString inFixedGrammar(const QString &text, const QLocale &locale);

} // namespace milepost
