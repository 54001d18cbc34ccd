// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace milepost {

/// One share (0 to 1) of a whole, and its weight: 0 or more, absent counts as 1.
struct Weighted
{
    double share = 0;
    std::optional<double> weight = {};
};

/// sum(w p) / sum(w); if all weights are 0 they count as equal (NUMBERS, Key results and objectives).
/// Nothing, which is not 0, of an empty list. Never outside the shares that it is of.
std::optional<double> weightedMean(const QList<Weighted> &parts);

} // namespace milepost
