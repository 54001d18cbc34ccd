// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A date format as Qt writes it (QDate::toString): d dd M MM MMM MMMM yy yyyy, ddd and dddd skipped, text in
/// quotes or between; h H m s z of a time are skipped. A date without a day is the first of its month.
/// Unlike Qt, two-digit years are 20yy up to 69.
class DateFormat
{
public:
    /// Nothing if the format has no year or makes no sense.
    static std::optional<DateFormat> compile(const QString &format);

    /// Julian day; nothing unless the whole text fits.
    std::optional<qint64> read(std::string_view text) const;

private:
    struct Part
    {
        char letter = '\0'; ///< of the format; '\0' for text
        int width = 0;
        std::string text = {};
    };
    struct Fields;

    bool takePart(const Part &part, std::string_view &text, Fields &fields) const;
    void addRun(char letter, int width);
    bool has(char letter) const;

    std::vector<Part> m_parts;
};

/// 1 to 12 for an English month, whole or its first three letters (Sept too), in any case; 0 if it is none.
int monthOf(std::string_view name);
/// 26 is 2026, 70 is 1970.
int yearOfTwoDigits(int year);
/// Nothing if there is no such day.
std::optional<qint64> julianDay(int year, int month, int day);

} // namespace milepost
