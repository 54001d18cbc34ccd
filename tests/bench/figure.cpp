// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"

#include <algorithm>

namespace milepost::bench {

double medianOf(QList<double> values)
{
    const auto middle = values.begin() + values.size() / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

QList<double> inTurn(int rounds, const QList<std::function<double()>> &things)
{
    QList<QList<double>> measured(things.size());
    for (int round = 0; round < rounds; ++round)
        for (qsizetype i = 0; i < things.size(); ++i)
            measured[i].append(things[i]());
    QList<double> medians;
    for (const QList<double> &values : measured)
        medians.append(medianOf(values));
    return medians;
}

} // namespace milepost::bench
