// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"
#include "core/domain/records/choices.h"

#include <QDate>
#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace milepost {

/// Which sign stands before the decimals.
enum class DecimalMark { Point, Comma };
/// How the dates of a column were read: in an order that nobody can mistake (year first, month names, points
/// between), with the day first, with the month first, by a format that was given, or as the days that
/// spreadsheets count.
enum class DateOrder { Plain, DayFirst, MonthFirst, Given, Serial };
/// What bare numbers of a column mean for a KPI with unit "%": fractions (0 to 1) or percent (0 to 100).
enum class PercentScale { None, Fraction, Hundred };

MILEPOST_WORDS(DecimalMark, {DecimalMark::Point, "."}, {DecimalMark::Comma, ","})
MILEPOST_WORDS(DateOrder, {DateOrder::Plain, "plain"}, {DateOrder::DayFirst, "day first"},
               {DateOrder::MonthFirst, "month first"}, {DateOrder::Given, "given"},
               {DateOrder::Serial, "serial"})
MILEPOST_WORDS(PercentScale, {PercentScale::None, "none"}, {PercentScale::Fraction, "0 to 1"},
               {PercentScale::Hundred, "0 to 100"})

/// How one column of a file was read, for a preview that says it with an example.
struct ImportConvention
{
    QString column = {};
    QString sample = {};                     ///< the first text in it that says something
    std::optional<DateOrder> dates = {};     ///< only for dates
    QDate sampleDate = {};                   ///< what the sample was read as; invalid if it is no date
    std::optional<DecimalMark> decimal = {}; ///< only for numbers
    std::optional<double> sampleNumber = {}; ///< what the sample was read as
    PercentScale scale = PercentScale::None;
    bool isAmbiguous = false; ///< every number could be read both ways ("1,234"), and a rule decided
};

/// What a file holds, read but not yet compared with the workspace. Kept small: a million points are 40 MB.
struct ImportBatch
{
    struct Point
    {
        qint32 series = 0; ///< index into `series`
        qint32 line = 0;   ///< physical line of its (first) row; the heading is line 1
        qint32 day = 0;    ///< Julian day
        qint32 note = 0;   ///< index into `notes`
        double value = 0;  ///< unused for a ratio
        double numerator = 0;
        double denominator = 0;
    };
    struct Refused
    {
        qint64 line = 0;
        Error reason = {};
    };

    static constexpr qsizetype kMaxRefused = 100'000;

    QString board = {};    ///< name; made if there is none
    QString source = {};   ///< file name without folders
    QString encoding = {}; ///< a word, as "utf-8"
    bool isRatio = false;
    // Attributes for new KPIs; unset ones are the defaults, and an existing KPI's are never asked to differ.
    std::optional<QString> unit = {};
    std::optional<Direction> direction = {};
    std::optional<Cadence> cadence = {};
    std::optional<double> target = {};
    std::vector<QString> series = {};         ///< names of KPIs
    std::vector<bool> isNoted = {};           ///< by series, which may be more: it has a gap with a note
    std::vector<QString> notes = {QString()}; ///< each text once; the first is none
    std::vector<Point> points = {};           ///< sorted by series, then day; one for each pair
    QList<Refused> refused = {};              ///< by line, one for each row; the first kMaxRefused
    qint64 refusedRows = 0;                   ///< how many there are
    qint64 rows = 0;                          ///< data rows that passed the filters, refused ones included
    qint64 gaps = 0;                          ///< blank values
    qint64 zeroDenominators = 0;              ///< gaps because nothing was counted
    QList<qint64> zeroDenominatorLines = {};  ///< the first few of them
    QList<ImportConvention> conventions = {}; ///< how the columns were read: the date's, then the values'

    QDate dateOf(const Point &point) const { return QDate::fromJulianDay(point.day); }
};

} // namespace milepost
