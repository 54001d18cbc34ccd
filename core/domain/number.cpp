// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/number.h"

#include "core/domain/codec.h"

#include <charconv>
#include <cmath>

namespace milepost {
namespace {

/// whole.fraction x 10^exponent, in digits, so that a percentage is a shift and not a division.
struct Decimal
{
    bool isNegative = false;
    QByteArray whole = {};
    QByteArray fraction = {};
    qint64 exponent = 0;
};

bool takeOne(QStringView &rest, char16_t wanted)
{
    if (!rest.startsWith(QChar(wanted)))
        return false;
    rest = rest.sliced(1);
    return true;
}

bool isDigit(QChar letter)
{
    return letter >= u'0' && letter <= u'9';
}

QByteArray takeDigits(QStringView &rest)
{
    qsizetype count = 0;
    while (count < rest.size() && isDigit(rest[count]))
        ++count;
    QByteArray digits = rest.first(count).toLatin1();
    rest = rest.sliced(count);
    return digits;
}

/// The digits before the point; none if commas do not part them into groups of three.
std::optional<QByteArray> takeWhole(QStringView &rest)
{
    QByteArray digits = takeDigits(rest);
    const bool mayHaveGroups = !digits.isEmpty() && digits.size() <= 3 && digits.front() != '0';
    while (takeOne(rest, u',')) {
        const QByteArray group = takeDigits(rest);
        if (!mayHaveGroups || group.size() != 3)
            return std::nullopt;
        digits += group;
    }
    return digits;
}

std::optional<QByteArray> takeFraction(QStringView &rest)
{
    if (!takeOne(rest, u'.'))
        return QByteArray();
    const QByteArray digits = takeDigits(rest);
    return digits.isEmpty() ? std::nullopt : std::optional(digits);
}

bool takeSign(QStringView &rest)
{
    const bool isNegative = rest.startsWith(u'-');
    if (isNegative || rest.startsWith(u'+'))
        rest = rest.sliced(1);
    return isNegative;
}

std::optional<qint64> takeExponent(QStringView &rest)
{
    if (!takeOne(rest, u'e') && !takeOne(rest, u'E'))
        return 0;
    const bool isNegative = takeSign(rest);
    const QByteArray digits = takeDigits(rest);
    if (digits.isEmpty())
        return std::nullopt;
    constexpr qint64 kBeyondAnyDouble = 1'000'000'000'000;
    bool fits = false;
    const qint64 size = qMin(digits.toLongLong(&fits), kBeyondAnyDouble);
    const qint64 exponent = fits ? size : kBeyondAnyDouble;
    return isNegative ? -exponent : exponent;
}

std::optional<Decimal> scan(QStringView rest)
{
    const bool isNegative = takeSign(rest);
    const std::optional<QByteArray> whole = takeWhole(rest);
    if (!whole)
        return std::nullopt;
    const std::optional<QByteArray> fraction = takeFraction(rest);
    if (!fraction || (whole->isEmpty() && fraction->isEmpty()))
        return std::nullopt;
    const std::optional<qint64> exponent = takeExponent(rest);
    if (!exponent || !rest.isEmpty())
        return std::nullopt;
    return Decimal{isNegative, *whole, *fraction, *exponent};
}

/// The power of ten that the number is below; meaningless for 0.
qint64 magnitudeOf(const Decimal &decimal)
{
    const QByteArray digits = decimal.whole + decimal.fraction;
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits[zeros] == '0')
        ++zeros;
    return decimal.whole.size() - zeros + decimal.exponent;
}

bool isZero(const Decimal &decimal)
{
    return decimal.whole.count('0') == decimal.whole.size() &&
           decimal.fraction.count('0') == decimal.fraction.size();
}

/// The double nearest to \p decimal; none if that is infinite, or 0 for what is not. Never a negative zero.
std::optional<double> nearestDouble(const Decimal &decimal)
{
    // Exponents that from_chars would not read itself.
    constexpr qint64 kLargest = 400;
    if (isZero(decimal))
        return 0.0;
    if (qAbs(magnitudeOf(decimal)) > kLargest)
        return std::nullopt;
    const QByteArray text = (decimal.isNegative ? QByteArray("-") : QByteArray()) + '0' + decimal.whole +
                            '.' + decimal.fraction + '0' + 'e' + QByteArray::number(decimal.exponent);
    double value = 0;
    const auto [end, fault] = std::from_chars(text.constData(), text.constData() + text.size(), value);
    const bool isFit = fault == std::errc() && std::isfinite(value) && std::fpclassify(value) != FP_ZERO;
    return isFit ? std::optional(value) : std::nullopt;
}

bool takePercentSign(QStringView &text)
{
    if (!text.endsWith(u'%'))
        return false;
    text.chop(1);
    if (text.endsWith(u' '))
        text.chop(1);
    return true;
}

Result<double> parse(const QString &text, bool isBarePercent)
{
    QStringView digits = text;
    const bool isPercent = takePercentSign(digits) || isBarePercent;
    std::optional<Decimal> decimal = scan(digits);
    if (!decimal)
        return Error{Error::Code::NumberInvalid, {text}};
    if (isPercent)
        decimal->exponent -= 2;
    const std::optional<double> value = nearestDouble(*decimal);
    if (!value && magnitudeOf(*decimal) > 0)
        return Error{Error::Code::NumberTooLarge, {text}};
    if (!value)
        return Error{Error::Code::NumberTooSmall, {text}};
    return *value;
}

} // namespace

Result<double> parseNumber(const QString &text)
{
    return parse(text, false);
}

Result<double> parseNumber(const QString &text, const QString &unit)
{
    return parse(text, unit == u"%");
}

Result<QDate> parseDate(const QString &text)
{
    const std::optional<QDate> date = fromIsoDate(text.toLatin1());
    if (!date)
        return Error{Error::Code::DateInvalid, {text}};
    return *date;
}

} // namespace milepost
