// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dateconvention.h"

#include "core/exchange/numberconvention.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace milepost {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A run of digits or of letters.
struct Piece
{
    std::string_view text = {};
    int number = -1;    ///< -1 for letters
    char before = '\0'; ///< the separator before it; '\0' if there is none

    bool isNumber() const { return number >= 0; }
    std::size_t length() const { return text.size(); }
    bool is(char letter) const { return text.size() == 1 && (text.front() | 0x20) == letter; }
};

/// A date taken apart. Separators are one of - / . , or a space, with further spaces after it.
class Pieces
{
public:
    explicit Pieces(std::string_view text);

    bool areWhole() const { return m_areWhole; }
    std::size_t count() const { return m_count; }
    const Piece &operator[](std::size_t i) const { return m_pieces[i]; }
    /// As "NNN" for three numbers, "NLN" for letters between two.
    std::string_view shape() const { return {m_shape.data(), m_count}; }

private:
    bool takeSeparator(std::string_view &text, char &separator) const;
    void takePiece(std::string_view &text, char before);

    static constexpr std::size_t kMost = 4;
    std::array<Piece, kMost> m_pieces = {};
    std::array<char, kMost> m_shape = {};
    std::size_t m_count = 0;
    bool m_areWhole = false;
};

Pieces::Pieces(std::string_view text)
{
    char before = '\0';
    while (!text.empty() && m_count < kMost) {
        if (m_count > 0 && !takeSeparator(text, before))
            return;
        takePiece(text, before);
        if (m_pieces[m_count - 1].text.empty())
            return;
    }
    m_areWhole = text.empty();
}

bool Pieces::takeSeparator(std::string_view &text, char &separator) const
{
    constexpr std::string_view kSeparators = "-/.,";
    separator = '\0';
    std::size_t length = 0;
    for (; length < text.size() &&
           (text[length] == ' ' || kSeparators.find(text[length]) != std::string_view::npos);
         ++length) {
        if (text[length] == ' ' && separator == '\0')
            separator = ' ';
        else if (text[length] != ' ' && (separator == '\0' || separator == ' '))
            separator = text[length];
        else if (text[length] != ' ')
            return false; // two signs in a row
    }
    text.remove_prefix(length);
    return !text.empty();
}

void Pieces::takePiece(std::string_view &text, char before)
{
    const bool isNumber = !text.empty() && isDigit(text.front());
    const auto *const end = std::find_if_not(text.begin(), text.end(), isNumber ? isDigit : isLetter);
    Piece piece{text.substr(0, static_cast<std::size_t>(end - text.begin())), -1, before};
    text.remove_prefix(piece.text.size());
    if (isNumber && piece.length() <= 8) {
        piece.number = 0;
        for (const char c : piece.text)
            piece.number = piece.number * 10 + (c - '0');
    }
    m_shape[m_count] = isNumber ? 'N' : 'L';
    m_pieces[m_count++] = piece;
}

bool isYear(const Piece &piece)
{
    return piece.isNumber() && piece.length() == 4;
}

bool isDayOrMonth(const Piece &piece)
{
    return piece.isNumber() && piece.length() <= 2;
}

/// A year of four digits, or of two.
std::optional<int> yearOf(const Piece &piece)
{
    if (isYear(piece))
        return piece.number;
    if (piece.isNumber() && piece.length() == 2)
        return yearOfTwoDigits(piece.number);
    return std::nullopt;
}

std::optional<qint64> dayIn(const Piece &year, int month, int day)
{
    const auto number = yearOf(year);
    return number ? julianDay(*number, month, day) : std::nullopt;
}

std::optional<qint64> fromNumbers(const Pieces &of, DateOrder order)
{
    if (of[1].before != of[2].before || of[1].before == '\0' || !isDayOrMonth(of[1]))
        return std::nullopt;
    if (isYear(of[0]))
        return isDayOrMonth(of[2]) ? julianDay(of[0].number, of[1].number, of[2].number) : std::nullopt;
    if (!isDayOrMonth(of[0]) || of[1].before == ',' || of[1].before == ' ')
        return std::nullopt;
    if (of[1].before == '.' || order != DateOrder::MonthFirst)
        return dayIn(of[2], of[1].number, of[0].number);
    return dayIn(of[2], of[0].number, of[1].number);
}

std::optional<qint64> fromYearAndMonth(const Piece &year, const Piece &month)
{
    if (!isYear(year) || !isDayOrMonth(month) || month.before == ',' || year.before == ',')
        return std::nullopt;
    return julianDay(year.number, month.number, 1);
}

std::optional<qint64> fromOneNumber(const Piece &piece)
{
    if (isYear(piece))
        return julianDay(piece.number, 1, 1);
    if (!piece.isNumber() || piece.length() != 8)
        return std::nullopt;
    return julianDay(piece.number / 10000, piece.number / 100 % 100, piece.number % 100);
}

/// Day `weekday` (1 is Monday) of an ISO 8601 week: week 1 is the one with 4 January.
std::optional<qint64> fromWeek(const Piece &year, const Piece &week, int weekday)
{
    if (!isYear(year) || !isDayOrMonth(week) || weekday < 1 || weekday > 7)
        return std::nullopt;
    const auto fourth = julianDay(year.number, 1, 4);
    if (!fourth || week.number < 1)
        return std::nullopt;
    const QDate january = QDate::fromJulianDay(*fourth);
    const QDate monday = january.addDays(1 - january.dayOfWeek() + 7 * (week.number - 1));
    int weekYear = 0;
    const bool isThere = monday.weekNumber(&weekYear) == week.number && weekYear == year.number;
    return isThere ? std::optional(monday.toJulianDay() + weekday - 1) : std::nullopt;
}

std::optional<qint64> fromQuarter(const Piece &year, const Piece &quarter)
{
    const bool isThere = isYear(year) && quarter.isNumber() && quarter.length() == 1 && quarter.number >= 1 &&
                         quarter.number <= 4;
    return isThere ? julianDay(year.number, quarter.number * 3 - 2, 1) : std::nullopt;
}

/// 22 Nov 2026, 2026 Nov 22, 2026-Q4, 2026-W47.
std::optional<qint64> fromLettersBetween(const Pieces &of)
{
    if (of[1].is('q'))
        return fromQuarter(of[0], of[2]);
    if (of[1].is('w'))
        return of[2].length() == 2 ? fromWeek(of[0], of[2], 1) : std::nullopt;
    const int month = monthOf(of[1].text);
    if (month == 0)
        return std::nullopt;
    if (isYear(of[0]))
        return isDayOrMonth(of[2]) ? julianDay(of[0].number, month, of[2].number) : std::nullopt;
    return isDayOrMonth(of[0]) ? dayIn(of[2], month, of[0].number) : std::nullopt;
}

/// Nov 22, 2026, Q4 2026, W47 2026.
std::optional<qint64> fromLettersBefore(const Pieces &of)
{
    if (of[0].is('q'))
        return fromQuarter(of[2], of[1]);
    if (of[0].is('w'))
        return fromWeek(of[2], of[1], 1);
    const int month = monthOf(of[0].text);
    return month > 0 && isDayOrMonth(of[1]) ? dayIn(of[2], month, of[1].number) : std::nullopt;
}

/// Nov 2026, Nov-26; 2026 Nov.
std::optional<qint64> fromMonthName(const Piece &name, const Piece &year)
{
    const int month = monthOf(name.text);
    return month > 0 ? dayIn(year, month, 1) : std::nullopt;
}

std::optional<qint64> fromPieces(const Pieces &of, DateOrder order)
{
    const std::string_view shape = of.shape();
    if (shape == "NNN")
        return fromNumbers(of, order);
    if (shape == "NN")
        return isYear(of[0]) ? fromYearAndMonth(of[0], of[1]) : fromYearAndMonth(of[1], of[0]);
    if (shape == "N")
        return fromOneNumber(of[0]);
    if (shape == "NLN")
        return fromLettersBetween(of);
    if (shape == "LNN")
        return fromLettersBefore(of);
    if (shape == "LN")
        return fromMonthName(of[0], of[1]);
    if (shape == "NL")
        return isYear(of[0]) ? fromMonthName(of[1], of[0]) : std::nullopt;
    if (shape == "NLNN" && of[1].is('w') && of[3].length() == 1)
        return fromWeek(of[0], of[2], of[3].number);
    return std::nullopt;
}

/// yyyy-MM-dd, which most columns are full of.
std::optional<qint64> readIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    std::array<int, 10> digits = {};
    for (std::size_t i = 0; i < text.size(); ++i) {
        digits[i] = text[i] - '0';
        if (i != 4 && i != 7 && !isDigit(text[i]))
            return std::nullopt;
    }
    return julianDay(digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
                     digits[5] * 10 + digits[6], digits[8] * 10 + digits[9]);
}

bool takeTwoDigits(std::string_view &text, int most)
{
    const bool areThere = text.size() >= 2 && isDigit(text[0]) && isDigit(text[1]);
    const bool isFit = areThere && (text[0] - '0') * 10 + (text[1] - '0') <= most;
    text.remove_prefix(isFit ? 2 : 0);
    return isFit;
}

bool takeSign(std::string_view &text, std::string_view signs)
{
    const bool isThere = !text.empty() && signs.find(text.front()) != std::string_view::npos;
    text.remove_prefix(isThere ? 1 : 0);
    return isThere;
}

bool isZone(std::string_view zone)
{
    if (zone.empty() || zone == "Z" || zone == "z")
        return true;
    if (!takeSign(zone, "+-") || !takeTwoDigits(zone, 14))
        return false;
    takeSign(zone, ":");
    return zone.empty() || (takeTwoDigits(zone, 59) && zone.empty());
}

/// 00:00, 9:30 PM, 23:59:59.999+02:00.
bool isTime(std::string_view time)
{
    if (time.size() > 1 && time[1] == ':')
        time.remove_prefix(1);
    else if (!takeTwoDigits(time, 24))
        return false;
    if (!takeSign(time, ":") || !takeTwoDigits(time, 59))
        return false;
    if (takeSign(time, ":") && !takeTwoDigits(time, 60))
        return false;
    if (takeSign(time, ".,"))
        time.remove_prefix(std::min(time.find_first_not_of("0123456789"), time.size()));
    takeSign(time, " ");
    return time == "AM" || time == "PM" || time == "am" || time == "pm" || isZone(time);
}

/// The date before a time, or nothing if what follows it is no time. Text without a time is a date alone.
std::optional<std::string_view> withoutTime(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return text;
    const std::size_t gap = text.find_last_of("T ", colon);
    if (gap == std::string_view::npos || gap == 0 || !isTime(text.substr(gap + 1)))
        return std::nullopt;
    return trimmed(text.substr(0, gap));
}

/// Day 1 of spreadsheets is 1 January 1900, and they count the 29 February that that year did not have.
std::optional<qint64> readSerial(std::string_view text)
{
    constexpr qint64 kDayOfUnixEpoch = 25569;
    constexpr qint64 kJulianUnixEpoch = 2440588;
    constexpr std::size_t kDigits = 5;
    if (text.size() < kDigits || !std::all_of(text.begin(), text.begin() + kDigits, isDigit))
        return std::nullopt;
    qint64 days = 0;
    for (const char c : text.substr(0, kDigits))
        days = days * 10 + (c - '0');
    std::string_view fraction = text.substr(kDigits);
    const bool isWhole = fraction.empty();
    const bool hasDigits = takeSign(fraction, ".,") && !fraction.empty() &&
                           std::all_of(fraction.begin(), fraction.end(), isDigit);
    if (days < 20'000 || days > 80'000 || (!isWhole && !hasDigits))
        return std::nullopt;
    return days - kDayOfUnixEpoch + kJulianUnixEpoch;
}

/// Whether day and month could stand in either order: only for / and -, and never after a year.
bool dependsOnOrder(std::string_view text)
{
    const std::size_t sign = text.find_first_of("/-");
    return sign == 1 || sign == 2;
}

void keepFirst(DateEvidence::Sample &sample, std::string_view text, qint64 line)
{
    if (sample.line == 0)
        sample = {std::string(text), line};
}

} // namespace

std::optional<qint64> readDate(std::string_view text, DateOrder order)
{
    if (order == DateOrder::Serial)
        return readSerial(trimmed(text));
    if (const auto day = readIso(text))
        return day;
    const auto date = withoutTime(trimmed(text));
    if (!date)
        return std::nullopt;
    const Pieces pieces(*date);
    return pieces.areWhole() ? fromPieces(pieces, order) : std::nullopt;
}

void DateEvidence::add(std::string_view text, qint64 line)
{
    text = trimmed(text);
    if (text.empty())
        return;
    ++m_dates;
    if (!dependsOnOrder(text)) {
        const bool isDate = readDate(text, DateOrder::Plain).has_value();
        m_unfit += !isDate;
        m_serial += !isDate && readSerial(text);
        return;
    }
    const auto dayFirst = readDate(text, DateOrder::DayFirst);
    const auto monthFirst = readDate(text, DateOrder::MonthFirst);
    m_dayFirst += dayFirst && !monthFirst;
    m_monthFirst += monthFirst && !dayFirst;
    m_unfit += !dayFirst && !monthFirst;
    m_ambiguous += dayFirst && monthFirst && *dayFirst != *monthFirst;
    if (dayFirst != monthFirst)
        keepFirst(m_dependent, text, line);
    if (dayFirst && !monthFirst)
        keepFirst(m_atDayFirst, text, line);
    if (monthFirst && !dayFirst)
        keepFirst(m_atMonthFirst, text, line);
}

std::optional<DateOrder> DateEvidence::order() const
{
    if (m_dayFirst != m_monthFirst)
        return m_dayFirst > m_monthFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    if (m_dates > 0 && m_serial == m_dates)
        return DateOrder::Serial;
    return m_ambiguous == 0 && m_dayFirst == 0 ? std::optional(DateOrder::Plain) : std::nullopt;
}

std::optional<qint64> DateConvention::read(std::string_view text) const
{
    return format ? format->read(trimmed(text)) : readDate(text, order);
}

} // namespace milepost
