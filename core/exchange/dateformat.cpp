// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dateformat.h"

#include <QDate>

#include <algorithm>

namespace milepost {
namespace {

constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};

/// A letter of Qt's formats, and how often at most it stands in a row.
struct Run
{
    char letter;
    std::size_t most;
};
constexpr Run kRuns[] = {{'d', 4}, {'M', 4}, {'y', 4}, {'h', 2}, {'H', 2},
                         {'m', 2}, {'s', 2}, {'z', 3}, {'a', 1}};

/// What follows % for strptime, which takes numbers with or without their leading zero.
struct Conversion
{
    char letter;
    std::string_view asQt;
};
constexpr Conversion kConversions[] = {
    {'d', "d"},  {'e', "d"},    {'m', "M"},   {'b', "MMM"},      {'h', "MMM"},  {'B', "MMM"},
    {'y', "yy"}, {'Y', "yyyy"}, {'a', "ddd"}, {'A', "ddd"},      {'H', "H"},    {'I', "H"},
    {'M', "m"},  {'S', "s"},    {'p', "a"},   {'F', "yyyy-M-d"}, {'T', "H:m:s"}};

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

/// As spreadsheets write formats: letters, and no small ones.
bool isInCapitals(std::string_view format)
{
    const auto isSmall = [](char c) { return c >= 'a' && c <= 'z'; };
    return format.find('Y') != std::string_view::npos && std::none_of(format.begin(), format.end(), isSmall);
}

/// The same as Qt has it.
std::string fromCapitals(std::string_view format)
{
    std::string text;
    char field = '\0'; // the last one before the run at hand
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        const bool isMinutes = c == 'M' && field == 'H';
        text += isMinutes || c == 'D' || c == 'Y' || c == 'S' ? lower(c) : c;
        if (isLetter(c) && (i + 1 == format.size() || format[i + 1] != c))
            field = isMinutes ? 'm' : c;
    }
    return text;
}

std::string_view takeWord(std::string_view &text)
{
    const auto *const end = std::find_if_not(text.begin(), text.end(), isLetter);
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
    const bool isKnown = text.find('%') != std::string::npos ? made.addStrptime(text)
                         : isInCapitals(text)                ? made.addQt(fromCapitals(text))
                                                             : made.addQt(text);
    return isKnown && made.isWhole() ? std::optional(std::move(made)) : std::nullopt;
}

bool DateFormat::addQt(std::string_view format)
{
    bool isQuoted = false;
    for (std::size_t i = 0; i < format.size();) {
        const char c = format[i];
        const std::size_t run = std::min(format.find_first_not_of(c, i), format.size()) - i;
        if (c == '\'') {
            isQuoted = !isQuoted;
            ++i;
        } else if (isQuoted || !isLetter(c) || c == 'T' || c == 'Z') {
            addText(c);
            ++i;
        } else if (format.substr(i, 2) == "AP" || format.substr(i, 2) == "ap") {
            addRun('a', 1);
            i += 2;
        } else if (addRun(c, run)) {
            i += run;
        } else {
            return false;
        }
    }
    return !isQuoted;
}

bool DateFormat::addStrptime(std::string_view format)
{
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%') {
            addText(format[i]);
            continue;
        }
        const char c = ++i < format.size() ? format[i] : '\0';
        const auto *const known =
            std::find_if(std::begin(kConversions), std::end(kConversions),
                         [c](const Conversion &conversion) { return conversion.letter == c; });
        if (c == '%')
            addText(c);
        else if (known == std::end(kConversions) || !addQt(known->asQt))
            return false;
    }
    return true;
}

/// False for letters that mean nothing, or not in this number.
bool DateFormat::addRun(char letter, std::size_t width)
{
    const auto *const known = std::find_if(std::begin(kRuns), std::end(kRuns),
                                           [letter](const Run &run) { return run.letter == letter; });
    const bool isKnown =
        known != std::end(kRuns) && width <= known->most && !(letter == 'y' && width % 2 != 0);
    m_parts.push_back({letter, static_cast<int>(width), {}});
    return isKnown;
}

void DateFormat::addText(char c)
{
    m_parts.push_back({'\0', 1, std::string(1, c)});
}

bool DateFormat::isWhole() const
{
    return has('y') && (has('M') || !has('d'));
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
    case 'a':
        return !takeWord(text).empty();
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
