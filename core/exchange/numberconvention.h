// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importbatch.h"

#include <optional>
#include <string_view>

namespace milepost {

/// A number as somebody typed it.
struct TypedNumber
{
    double value = 0;        ///< 5 % is 0.05
    bool hasPercent = false; ///< it had a % sign
};

/// Reads one number with the given decimal mark. Known besides digits and exponents: groups of three (or as
/// in India) parted by the other mark, by spaces of any width or by apostrophes, but by one kind only and
/// never after a leading zero; a sign before or after, the Unicode minus; accounting brackets, (5) = -5; a %
/// sign; one currency sign or common code. Nothing for all else, and for numbers too large or too small.
/// `isBarePercent`: without a % sign it is percent too. The value is the double nearest to what was written,
/// as parseNumber() has it.
std::optional<TypedNumber> readNumber(std::string_view text, DecimalMark decimal, bool isBarePercent = false);

/// Text without the white space around it, no-break and narrow spaces included.
std::string_view trimmed(std::string_view text);

/// What the numbers of a column tell about their convention. Add all of them, then ask.
class NumberEvidence
{
public:
    /// `isPercent`: the number is meant for a KPI with unit "%", so how large bare ones are is of interest.
    void add(std::string_view text, bool isPercent);

    /// The mark that fits more of the numbers; nothing if all of them can be read both ways or none can.
    std::optional<DecimalMark> decimal() const;
    bool isAmbiguous() const { return m_ambiguous > 0 && !decimal(); }
    /// Percent if any bare number is beyond 1 either way, else fractions: one rule for the whole column.
    PercentScale scale(DecimalMark decimal) const;
    qint64 numbers() const { return m_numbers; }  ///< texts that are not blank
    qint64 unreadable() const { return m_unfit; } ///< texts that are no number either way

private:
    void weigh(std::string_view text, bool isPercent);

    qint64 m_numbers = 0;
    qint64 m_pointOnly = 0;
    qint64 m_commaOnly = 0;
    qint64 m_ambiguous = 0;
    qint64 m_unfit = 0;
    double m_largestBare[2] = {0, 0}; ///< by decimal mark
    bool m_hasPercentKpi = false;
};

/// How the numbers of one column are read.
struct NumberConvention
{
    DecimalMark decimal = DecimalMark::Point;
    PercentScale scale = PercentScale::None;
    bool isAmbiguous = false;

    std::optional<double> read(std::string_view text, bool isPercent) const;
    /// Why read() gave nothing: NumberTooLarge or NumberInvalid for a number that no double is near to,
    /// nothing for what is no number.
    std::optional<Error::Code> fault(std::string_view text) const;
};

} // namespace milepost
