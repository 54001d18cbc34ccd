// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A date format. A date without a day is the first of its month; two-digit years are 20yy up to 69; a time
/// and the name of a weekday are read over. It may be written
///
/// as Qt has it (QDate::toString): d dd M MM MMM MMMM yy yyyy, ddd and dddd, h H m s z, a or AP, with T, Z
/// and what is no letter or stands in 'quotes' between; as strptime has it: %d %e %m %b %B %y %Y, %a %A, %H
/// %I %M %S %p, %F and %T for several, %%; as spreadsheets have it, in capitals: DD/MM/YYYY HH:MM:SS, with MM
/// after HH for minutes.
class DateFormat
{
public:
    /// Nothing if the format has no year, a day and no month, or letters that mean nothing.
    static std::optional<DateFormat> compile(const QString &format);

    /// Julian day; nothing unless the whole text fits.
    std::optional<qint64> read(std::string_view text) const;

private:
    struct Part
    {
        char letter = '\0'; ///< as Qt has it; '\0' for text
        int width = 0;
        std::string text = {};
    };
    struct Fields;

    bool takePart(const Part &part, std::string_view &text, Fields &fields) const;
    bool addQt(std::string_view format);
    bool addStrptime(std::string_view format);
    bool addRun(char letter, std::size_t width);
    void addText(char c);
    bool has(char letter) const;
    bool isWhole() const;

    std::vector<Part> m_parts;
};

/// 1 to 12 for an English month, whole or its first three letters (Sept too), in any case; 0 if it is none.
int monthOf(std::string_view name);
/// 26 is 2026, 70 is 1970.
int yearOfTwoDigits(int year);
/// Nothing if there is no such day.
std::optional<qint64> julianDay(int year, int month, int day);

} // namespace milepost
