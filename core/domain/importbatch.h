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

/// What a file holds, read but not yet compared with the workspace. Kept small: a million points are 40 MB.
struct ImportBatch
{
    struct Point
    {
        qint32 series = 0; ///< index into `series`
        qint32 line = 0;   ///< physical line of its (first) row; the heading is line 1
        qint32 day = 0;    ///< Julian day
        double value = 0;  ///< unused for a ratio
        double numerator = 0;
        double denominator = 0;
    };
    struct Refused
    {
        qint64 line = 0;
        Error reason = {};
    };

    QString board = {};       ///< name; made if there is none
    QString source = {};      ///< file name without folders
    bool isRatio = false;
    // Attributes for new KPIs; unset ones are the defaults, and an existing KPI's are never asked to differ.
    std::optional<QString> unit = {};
    std::optional<Direction> direction = {};
    std::optional<Cadence> cadence = {};
    std::optional<double> target = {};
    std::vector<QString> series = {};   ///< names of KPIs
    std::vector<Point> points = {};     ///< sorted by series, then day; one for each pair
    QList<Refused> refused = {};        ///< by line
    qint64 rows = 0;                    ///< data rows read
    qint64 gaps = 0;                    ///< blank values
    qint64 zeroDenominators = 0;        ///< gaps because nothing was counted
    QList<qint64> zeroDenominatorLines = {}; ///< the first few of them

    QDate dateOf(const Point &point) const { return QDate::fromJulianDay(point.day); }
};

} // namespace milepost
