// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numberconvention.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace milepost {
namespace {

constexpr std::size_t kLongestNumber = 64;
constexpr std::size_t kLongestExponent = 8;
constexpr int kPercentShift = -2;
constexpr std::string_view kMinusSigns[] = {"-", "\u2212", "\u2013", "\uFE63", "\uFF0D"};
constexpr std::string_view kPlusSigns[] = {"+", "\uFF0B"};
constexpr std::string_view kPercentSigns[] = {"%", "\uFF05", "\u066A"};
constexpr std::string_view kCurrencyCodes[] = {"EUR", "USD", "GBP", "CHF", "JPY",     "SEK",    "NOK",
                                               "DKK", "PLN", "CZK", "kr",  "z\u0142", "K\u010D"};
constexpr std::string_view kSpaces[] = {" ",      "\t",     "\u00A0", "\u202F", "\u2009", "\u2007", "\u2002",
                                        "\u2003", "\u2004", "\u2005", "\u2006", "\u2008", "\u200A", "\u3000"};
constexpr std::string_view kLineBreaks[] = {"\n", "\r"};
constexpr std::string_view kApostrophes[] = {"'", "\u2019", "\u02BC"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

template<std::size_t N>
std::size_t lengthAtStart(std::string_view text, const std::string_view (&known)[N])
{
    for (const std::string_view one : known)
        if (text.starts_with(one))
            return one.size();
    return 0;
}

template<std::size_t N>
std::size_t lengthAtEnd(std::string_view text, const std::string_view (&known)[N])
{
    for (const std::string_view one : known)
        if (text.ends_with(one))
            return one.size();
    return 0;
}

template<std::size_t N>
bool takeStart(std::string_view &text, const std::string_view (&known)[N])
{
    const std::size_t length = lengthAtStart(text, known);
    text.remove_prefix(length);
    return length > 0;
}

template<std::size_t N>
bool takeEnd(std::string_view &text, const std::string_view (&known)[N])
{
    const std::size_t length = lengthAtEnd(text, known);
    text.remove_suffix(length);
    return length > 0;
}

/// Length of a leading character of Unicode's category of currency signs, in bytes.
std::size_t currencySignAtStart(std::string_view text)
{
    if (text.starts_with('$'))
        return 1;
    const std::size_t length =
        text.starts_with("\u00A2") || text.starts_with("\u00A3") || text.starts_with("\u00A5") ? 2 : 3;
    if (text.size() < length || static_cast<unsigned char>(text.front()) < 0x80)
        return 0;
    const QString sign = QString::fromUtf8(text.data(), static_cast<qsizetype>(length));
    return sign.size() == 1 && sign.front().category() == QChar::Symbol_Currency ? length : 0;
}

std::size_t currencySignAtEnd(std::string_view text)
{
    for (std::size_t length = 1; length <= 3 && length <= text.size(); ++length)
        if (currencySignAtStart(text.substr(text.size() - length)) == length)
            return length;
    return 0;
}

bool takeCurrency(std::string_view &text)
{
    if (takeStart(text, kCurrencyCodes) || takeEnd(text, kCurrencyCodes))
        return true;
    const std::size_t before = currencySignAtStart(text);
    text.remove_prefix(before);
    const std::size_t after = before > 0 ? 0 : currencySignAtEnd(text);
    text.remove_suffix(after);
    return before + after > 0;
}

/// What stands around the digits of a number.
struct Dress
{
    bool hasSign = false;
    bool isNegative = false;
    bool hasPercent = false;
    bool hasCurrency = false;

    bool takeOne(std::string_view &text);

private:
    bool takeSign(std::string_view &text);
};

bool Dress::takeSign(std::string_view &text)
{
    if (text.starts_with('(') && text.ends_with(')') && text.size() > 2) {
        text = text.substr(1, text.size() - 2);
        isNegative = true;
    } else if (takeStart(text, kMinusSigns) || takeEnd(text, kMinusSigns)) {
        isNegative = true;
    } else if (!takeStart(text, kPlusSigns)) {
        return false;
    }
    return true;
}

bool Dress::takeOne(std::string_view &text)
{
    text = trimmed(text);
    if (text.empty() || (isDigit(text.front()) && isDigit(text.back())))
        return false;
    if (!hasSign && takeSign(text))
        return hasSign = true;
    if (!hasPercent && (takeEnd(text, kPercentSigns) || takeStart(text, kPercentSigns)))
        return hasPercent = true;
    if (!hasCurrency && takeCurrency(text))
        return hasCurrency = true;
    return false;
}

/// Collects the digits between group separators and judges the groups at the end.
class Groups
{
public:
    void digit() { ++m_run; }
    /// False where another kind of separator was used before.
    bool separate(char kind)
    {
        if (m_kind != '\0' && m_kind != kind)
            return false;
        m_kind = kind;
        return std::exchange(m_isFirst, false) ? first() : middle();
    }
    bool areWhole() const { return m_kind == '\0' || m_run == 3; }
    bool areUsed() const { return m_kind != '\0'; }

private:
    bool first()
    {
        m_first = std::exchange(m_run, 0);
        return m_first >= 1 && m_first <= 3;
    }
    bool middle()
    {
        const int run = std::exchange(m_run, 0);
        const bool isSameAsBefore = m_middle == 0 || m_middle == run;
        m_middle = run;
        return isSameAsBefore && (run == 3 || (run == 2 && m_first <= 2));
    }

    int m_run = 0;
    int m_first = 0;
    int m_middle = 0;
    bool m_isFirst = true;
    char m_kind = '\0';
};

/// The digits of a number rewritten as std::from_chars reads them.
class PlainDigits
{
public:
    explicit PlainDigits(DecimalMark decimal)
        : m_decimal(decimal == DecimalMark::Point ? '.' : ',')
        , m_other(decimal == DecimalMark::Point ? ',' : '.')
    {
    }

    bool take(std::string_view text);
    /// Times ten to the power of `shift`: a percentage is a shift of the point, and not a division, which
    /// would lose a bit. Nothing for a number that no double is near to.
    std::optional<double> value(int shift) const;
    /// The power of ten that the number is below; nothing for 0.
    std::optional<int> magnitude() const;

private:
    std::size_t takeNext(std::string_view text);
    std::size_t takeSeparator(std::string_view text);
    std::size_t takeDecimal();
    std::size_t takeExponent(std::string_view text);
    bool append(char c);
    std::string_view digits() const { return {m_digits.data(), m_length}; }

    char m_decimal;
    char m_other;
    Groups m_groups;
    bool m_isFraction = false;
    bool m_hasDigits = false;
    bool m_isZero = true;
    std::size_t m_length = 0; ///< of the digits and the point
    std::array<char, kLongestNumber> m_digits = {};
    int m_exponent = 0;
};

bool PlainDigits::append(char c)
{
    if (m_length == m_digits.size())
        return false;
    m_digits[m_length++] = c;
    return true;
}

bool PlainDigits::take(std::string_view text)
{
    const bool hasLeadingZero = text.starts_with('0');
    while (!text.empty()) {
        const std::size_t taken = takeNext(text);
        if (taken == 0)
            return false;
        text.remove_prefix(taken);
    }
    const bool areGroupsRight = m_isFraction || m_groups.areWhole();
    return m_hasDigits && areGroupsRight && !(m_groups.areUsed() && hasLeadingZero);
}

/// How many bytes of the text could be made sense of; 0 if none.
std::size_t PlainDigits::takeNext(std::string_view text)
{
    const char c = text.front();
    if (isDigit(c)) {
        m_hasDigits = true;
        m_isZero = m_isZero && c == '0';
        if (!m_isFraction)
            m_groups.digit();
        return append(c) ? 1 : 0;
    }
    if (c == m_decimal)
        return takeDecimal();
    if (c == 'e' || c == 'E')
        return takeExponent(text);
    return takeSeparator(text);
}

std::size_t PlainDigits::takeDecimal()
{
    if (std::exchange(m_isFraction, true) || !m_groups.areWhole())
        return 0;
    return append('.') ? 1 : 0;
}

std::size_t PlainDigits::takeExponent(std::string_view text)
{
    constexpr int kBeyondAnyDouble = 100'000;
    std::string_view digits = text.substr(1);
    const bool isNegative = digits.starts_with('-');
    if (isNegative || digits.starts_with('+'))
        digits.remove_prefix(1);
    if (!m_hasDigits || digits.empty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return 0;
    for (const char c : digits)
        m_exponent = std::min(m_exponent * 10 + (c - '0'), kBeyondAnyDouble);
    if (isNegative)
        m_exponent = -m_exponent;
    return text.size();
}

std::size_t PlainDigits::takeSeparator(std::string_view text)
{
    if (m_isFraction)
        return 0;
    if (text.front() == m_other)
        return m_groups.separate(m_other) ? 1 : 0;
    const std::size_t space = lengthAtStart(text, kSpaces);
    if (space > 0)
        return m_groups.separate(' ') ? space : 0;
    const std::size_t apostrophe = lengthAtStart(text, kApostrophes);
    return apostrophe > 0 && m_groups.separate('\'') ? apostrophe : 0;
}

bool isZero(std::string_view number)
{
    const std::string_view digits = number.substr(0, number.find_first_of("eE"));
    return digits.find_first_of("123456789") == std::string_view::npos;
}

/// The whole text, as std::from_chars reads it; nothing for what is 0 only because it is so small.
std::optional<double> readWhole(std::string_view text)
{
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isFit = read.ec == std::errc() && read.ptr == text.data() + text.size() &&
                       std::isfinite(value) && (std::fpclassify(value) != FP_ZERO || isZero(text));
    return isFit ? std::optional(value) : std::nullopt;
}

std::optional<double> PlainDigits::value(int shift) const
{
    if (m_isZero)
        return 0.0;
    std::array<char, kLongestNumber + kLongestExponent> text = {};
    char *end = std::copy_n(m_digits.data(), m_length, text.data());
    if (const int exponent = m_exponent + shift; exponent != 0) {
        *end++ = 'e';
        end = std::to_chars(end, text.data() + text.size(), exponent).ptr;
    }
    return readWhole({text.data(), static_cast<std::size_t>(end - text.data())});
}

std::optional<int> PlainDigits::magnitude() const
{
    if (m_isZero)
        return std::nullopt;
    const auto point = static_cast<int>(std::min(digits().find('.'), m_length));
    const auto first = static_cast<int>(digits().find_first_not_of("0."));
    return m_exponent + point - first + (first > point ? 1 : 0);
}

/// The same of a percentage, as fraction.
std::optional<double> readWholePercent(std::string_view text)
{
    constexpr std::string_view kShift = "e-2";
    if (text.size() > kLongestNumber ||
        std::any_of(text.begin(), text.end(), [](char c) { return (c | 0x20) == 'e'; }))
        return std::nullopt;
    std::array<char, kLongestNumber + kShift.size()> shifted = {};
    char *end = std::copy(text.begin(), text.end(), shifted.data());
    end = std::copy(kShift.begin(), kShift.end(), end);
    return readWhole({shifted.data(), static_cast<std::size_t>(end - shifted.data())});
}

/// Most numbers: digits, perhaps a minus before and a point within.
std::optional<double> readPlain(std::string_view text, bool isPercent)
{
    const bool isBare = !text.empty() && (isDigit(text.front()) ||
                                          (text.size() > 1 && text.front() == '-' && isDigit(text[1])));
    if (!isBare)
        return std::nullopt;
    return isPercent ? readWholePercent(text) : readWhole(text);
}

bool isWholeNumber(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

/// Digits and one point that no grouping explains, as 12.5 or 0.125.
bool isSurelyPoint(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || point == 0)
        return false;
    const bool couldBeGroups = text.size() - point == 4 && point <= 3 && text.front() != '0';
    return !couldBeGroups && isWholeNumber(text.substr(0, point)) && isWholeNumber(text.substr(point + 1)) &&
           text[point + 1] != '-';
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    const auto isInk = [](char c) { return c > ' ' && c <= '~'; };
    if (!text.empty() && isInk(text.front()) && isInk(text.back()))
        return text;
    while (takeStart(text, kSpaces) || takeStart(text, kLineBreaks)) {
    }
    while (takeEnd(text, kSpaces) || takeEnd(text, kLineBreaks)) {
    }
    return text;
}

std::optional<TypedNumber> readNumber(std::string_view text, DecimalMark decimal, bool isBarePercent)
{
    if (decimal == DecimalMark::Point)
        if (const auto plain = readPlain(text, isBarePercent))
            return TypedNumber{*plain + 0.0, false};
    Dress dress;
    while (dress.takeOne(text)) {
    }
    PlainDigits digits(decimal);
    if (!digits.take(text))
        return std::nullopt;
    const auto size = digits.value(dress.hasPercent || isBarePercent ? kPercentShift : 0);
    if (!size)
        return std::nullopt;
    return TypedNumber{(dress.isNegative ? -*size : *size) + 0.0, dress.hasPercent}; // -0 is 0
}

void NumberEvidence::add(std::string_view text, bool isPercent)
{
    text = trimmed(text);
    if (text.empty())
        return;
    ++m_numbers;
    m_hasPercentKpi |= isPercent;
    if (!isPercent && isSurelyPoint(text))
        ++m_pointOnly;
    else if (isPercent || !isWholeNumber(text))
        weigh(text, isPercent);
}

void NumberEvidence::weigh(std::string_view text, bool isPercent)
{
    const auto point = readNumber(text, DecimalMark::Point);
    const auto comma = readNumber(text, DecimalMark::Comma);
    m_pointOnly += point && !comma;
    m_commaOnly += comma && !point;
    m_unfit += !point && !comma;
    m_ambiguous += point && comma && std::not_equal_to<>()(point->value, comma->value);
    const auto note = [&](const std::optional<TypedNumber> &number, double &largest) {
        if (isPercent && number && !number->hasPercent)
            largest = std::max(largest, std::abs(number->value));
    };
    note(point, m_largestBare[0]);
    note(comma, m_largestBare[1]);
}

std::optional<DecimalMark> NumberEvidence::decimal() const
{
    if (m_pointOnly == 0 && m_commaOnly == 0)
        return std::nullopt;
    return m_commaOnly > m_pointOnly ? DecimalMark::Comma : DecimalMark::Point;
}

PercentScale NumberEvidence::scale(DecimalMark decimal) const
{
    if (!m_hasPercentKpi)
        return PercentScale::None;
    return m_largestBare[decimal == DecimalMark::Point ? 0 : 1] > 1 ? PercentScale::Hundred
                                                                    : PercentScale::Fraction;
}

std::optional<double> NumberConvention::read(std::string_view text, bool isPercent) const
{
    const auto number = readNumber(text, decimal, isPercent && scale == PercentScale::Hundred);
    return number ? std::optional(number->value) : std::nullopt;
}

std::optional<Error::Code> NumberConvention::fault(std::string_view text) const
{
    Dress dress;
    while (dress.takeOne(text)) {
    }
    PlainDigits digits(decimal);
    if (!digits.take(text) || !digits.magnitude())
        return std::nullopt;
    return *digits.magnitude() > 0 ? Error::Code::NumberTooLarge : Error::Code::NumberTooSmall;
}

} // namespace milepost
