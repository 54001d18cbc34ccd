// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importbatch.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>

namespace milepost {

/// How several rows for one series and date become one value.
enum class Combine { None, Sum, Mean, Last };

MILEPOST_WORDS(Combine, {Combine::None, "none"}, {Combine::Sum, "sum"}, {Combine::Mean, "mean"},
               {Combine::Last, "last"})

/// Only rows whose column holds exactly this value (white space around it aside).
struct CsvFilter
{
    QString column = {};
    QString value = {};

    friend bool operator==(const CsvFilter &, const CsvFilter &) = default;
};

/// What the columns of a file mean and which KPIs they become. Columns are named by their headings, exactly
/// or, if only one fits, without regard to case.
struct CsvMapping
{
    QString board = {};
    QString date = {};
    QStringList values = {}; ///< "*" alone: all that have a heading and no other job
    QString numerator = {};  ///< both parts instead of values: a ratio
    QString denominator = {};
    QString series = {};             ///< one KPI for each text in this column
    QString note = {};               ///< what is said of the values of a row
    QString name = {};               ///< of the one KPI
    Combine combine = Combine::None; ///< ratios: none or sum
    QList<CsvFilter> filters = {};   ///< all of them must hold
    QString dateFormat = {};         ///< see DateFormat; empty: found out from the column
    /// Day or month first, where no format is given; unset: found out from the column.
    std::optional<DateOrder> dateOrder = {};
    std::optional<DecimalMark> decimal = {};   ///< unset: found out for each column
    QHash<QString, DecimalMark> decimals = {}; ///< by heading, before `decimal`
    // For new KPIs, passed on
    std::optional<QString> unit = {};
    std::optional<Direction> direction = {};
    std::optional<Cadence> cadence = {};
    std::optional<double> target = {};
    /// Names of KPIs that are there already with unit "%", so that bare numbers for them are understood where
    /// `unit` is unset.
    QSet<QString> percentKpis = {};

    friend bool operator==(const CsvMapping &, const CsvMapping &) = default;
};

/// How many bytes a CSV file may have: it is decoded as a whole, and read from memory.
constexpr qint64 kLargestCsv = qint64{2} * 1024 * 1024 * 1024;

enum class Proceed { GoOn, Cancel };
/// Called now and then with the part done, from 0 to 1; its answer may stop the work.
using ImportProgress = std::function<Proceed(double)>;

} // namespace milepost
