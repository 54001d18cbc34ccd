// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dateformat.h"

#include <QDate>

#include <algorithm>

namespace milepost {
namespace {

constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
constexpr std::string_view kLetters = "dMyhHmsz";

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

/// Takes at least `least` and at most `most` digits.
std::optional<int> takeNumber(std::string_view &text, std::size_t least, std::size_t most)
{
    int value = 0;
    std::size_t length = 0;
    for (; length < most && length < text.size() && isDigit(text[length]); ++length)
        value = value * 10 + (text[length] - '0');
    if (length < least)
        return std::nullopt;
    text.remove_prefix(length);
    return value;
}

std::string_view takeWord(std::string_view &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isLetter);
    const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(word.size());
    return word;
}

} // namespace

struct DateFormat::Fields
{
    int year = 0;
    int month = 1;
    int day = 1;

    /// False if the number is none.
    bool set(int &field, std::optional<int> number)
    {
        field = number.value_or(0);
        return number.has_value();
    }
};

int monthOf(std::string_view name)
{
    std::string folded(name);
    std::transform(folded.begin(), folded.end(), folded.begin(), lower);
    if (folded == "sept")
        return 9;
    for (int month = 1; month <= 12; ++month) {
        const std::string_view whole = kMonths[month - 1];
        if (folded == whole || folded == whole.substr(0, 3))
            return month;
    }
    return 0;
}

int yearOfTwoDigits(int year)
{
    return year <= 69 ? 2000 + year : 1900 + year;
}

std::optional<qint64> julianDay(int year, int month, int day)
{
    if (year < 1 || year > 9999 || !QDate::isValid(year, month, day))
        return std::nullopt;
    return QDate(year, month, day).toJulianDay();
}

std::optional<DateFormat> DateFormat::compile(const QString &format)
{
    DateFormat made;
    const std::string text = format.toStdString();
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '\'') {
            isQuoted = !isQuoted;
            ++i;
            continue;
        }
        const bool isField = !isQuoted && kLetters.find(c) != std::string_view::npos;
        const std::size_t end = isField ? std::min(text.find_first_not_of(c, i), text.size()) : i + 1;
        if (isField)
            made.addRun(c, static_cast<int>(end - i));
        else
            made.m_parts.push_back({'\0', 1, std::string(1, c)});
        i = end;
    }
    const bool hasFields = made.has('y') && (made.has('M') || !made.has('d'));
    return hasFields && !isQuoted ? std::optional(std::move(made)) : std::nullopt;
}

void DateFormat::addRun(char letter, int width)
{
    m_parts.push_back({letter, width, {}});
}

bool DateFormat::has(char letter) const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [letter](const Part &part) {
        return part.letter == letter && !(letter == 'd' && part.width > 2);
    });
}

bool DateFormat::takePart(const Part &part, std::string_view &text, Fields &fields) const
{
    const std::size_t least = part.width > 1 ? 2 : 1;
    switch (part.letter) {
    case '\0':
        if (!text.starts_with(part.text))
            return false;
        text.remove_prefix(part.text.size());
        return true;
    case 'y':
        if (part.width > 2)
            return fields.set(fields.year, takeNumber(text, 4, 4));
        if (!fields.set(fields.year, takeNumber(text, 2, 2)))
            return false;
        fields.year = yearOfTwoDigits(fields.year);
        return true;
    case 'M':
        if (part.width > 2)
            return (fields.month = monthOf(takeWord(text))) > 0;
        return fields.set(fields.month, takeNumber(text, least, 2));
    case 'd':
        if (part.width > 2)
            return !takeWord(text).empty();
        return fields.set(fields.day, takeNumber(text, least, 2));
    default:
        return takeNumber(text, 1, 3).has_value();
    }
}

std::optional<qint64> DateFormat::read(std::string_view text) const
{
    Fields fields;
    for (const Part &part : m_parts)
        if (!takePart(part, text, fields))
            return std::nullopt;
    if (!text.empty())
        return std::nullopt;
    return julianDay(fields.year, fields.month, fields.day);
}

} // namespace milepost
