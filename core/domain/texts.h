// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

namespace milepost {

constexpr qsizetype kLongestName = 500;
constexpr qsizetype kLongestText = 100'000;

/// A name as it is kept: NFC, without spaces at its ends. NameEmpty, NameTooLong, NameControl (also for
/// U+0000 and line breaks), TextNotUnicode for a lone surrogate. Everything else is legal: markup, quotes,
/// emoji, any script.
Result<QString> cleanName(const QString &text);

/// A longer text as it is kept: NFC, as typed. Line breaks and tabs are legal, other control characters are
/// not. TextTooLong, TextControl, TextNotUnicode.
Result<QString> cleanText(const QString &text);

/// For comparing names without regard to case: folded, NFC.
QString folded(const QString &name);

} // namespace milepost
