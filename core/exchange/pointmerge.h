// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importbatch.h"
#include "core/exchange/csvmapping.h"

namespace milepost {

/// A row that says something for a series and date that an earlier row has spoken for.
struct DuplicateRow
{
    qint32 line = 0;
    qint32 firstLine = 0;
    qint32 series = 0;
    qint32 day = 0;
};

// What happens to the points once all rows are read, in this order. All work in place: a second copy of a
// million points would be 40 MB.

/// By series, then day, then line.
void sortPoints(std::vector<ImportBatch::Point> &points);
/// Keeps the first point for each series and date.
std::vector<DuplicateRow> takeDuplicates(std::vector<ImportBatch::Point> &points);
/// Makes the points of each series and date one; of a ratio the parts are added. It keeps the first one's
/// line. What the sum of is too large for a number is left out, and answered with the first line.
std::vector<ImportBatch::Refused> combinePoints(std::vector<ImportBatch::Point> &points, Combine how,
                                                bool isRatio);
/// Takes out the points of a ratio that nothing was counted for.
void takeZeroDenominators(ImportBatch &batch);
/// Takes out the points of a ratio that is too large for a number, or 0 only because it is too small for one.
std::vector<ImportBatch::Refused> takeUnfitRatios(std::vector<ImportBatch::Point> &points);

} // namespace milepost
