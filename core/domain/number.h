// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QDate>
#include <QString>

namespace milepost {

/// The number that \p text writes in the program's own grammar, which is fixed and not the locale's
/// (milepostctl(1), Numbers and dates): `-3`, `+3`, `.5`, `1234.5`, `1,234.5` (groups of exactly three, the
/// first not beginning with 0, so that `0,123` is not mistaken), `1.2e3`, and `5%` or `5 %`, which is exactly
/// the double nearest to 0.05. Anything else is NumberInvalid; what is larger than a double can hold is
/// NumberTooLarge.
Result<double> parseNumber(const QString &text);

/// The same for a value of \p unit: where that is "%", a bare `5` means 5 % and is 0.05 too.
Result<double> parseNumber(const QString &text, const QString &unit);

/// The day that \p text writes strictly as YYYY-MM-DD, years 0001 to 9999; otherwise DateInvalid.
Result<QDate> parseDate(const QString &text);

} // namespace milepost
