// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importbatch.h"
#include "core/exchange/dateformat.h"

#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// Reads one date as people and programs write it; nothing if it is none or cannot be. Julian days.
///
/// 2026-11-22, with a time after T or a space (the day is taken as written); 2026/11/22;
/// 20261122; 22.11.2026; 22/11/2026 or 11/22/2026 by `order`, also with -; 22 Nov 2026, Nov 22, 2026. A
/// longer span gives its first day: 2026-11, 11/2026, Nov 2026, 2026-Q4 or Q4 2026, 2026-W47 (ISO 8601, its
/// Monday), 2026. Months are English, whole or three letters. Years of two digits are 20yy up to 69, then
/// 19yy, as POSIX has it.
///
/// By DateOrder::Serial only the days that spreadsheets count (43831 or 43831.5 is 2020-01-01), from 20000 to
/// 80000.
std::optional<qint64> readDate(std::string_view text, DateOrder order);

/// What the dates of a column tell about their order. Add all of them, then ask.
class DateEvidence
{
public:
    void add(std::string_view text, qint64 line);

    /// A text of the column and where it stands.
    struct Sample
    {
        std::string text = {};
        qint64 line = 0; ///< 0: there is none
    };

    /// Plain if the order never matters, day or month first if the column shows it (the more frequent one if
    /// it contradicts itself), Serial if all are numbers of days; nothing if some date could be both and none
    /// tells, or as many tell the one as the other.
    std::optional<DateOrder> order() const;
    bool isMixed() const { return m_dayFirst > 0 && m_monthFirst > 0; }
    const Sample &dependent() const { return m_dependent; }      ///< the first that depends on the order
    const Sample &firstDayFirst() const { return m_atDayFirst; } ///< the first that only fits this order
    const Sample &firstMonthFirst() const { return m_atMonthFirst; }
    qint64 dates() const { return m_dates; }      ///< texts that are not blank
    qint64 unreadable() const { return m_unfit; } ///< texts that are no date either way

private:
    qint64 m_dates = 0;
    qint64 m_serial = 0;
    qint64 m_dayFirst = 0;
    qint64 m_monthFirst = 0;
    qint64 m_ambiguous = 0;
    qint64 m_unfit = 0;
    Sample m_dependent;
    Sample m_atDayFirst;
    Sample m_atMonthFirst;
};

/// How the dates of one column are read.
struct DateConvention
{
    DateOrder order = DateOrder::Plain;
    std::optional<DateFormat> format = {}; ///< for DateOrder::Given

    std::optional<qint64> read(std::string_view text) const;
};

} // namespace milepost
