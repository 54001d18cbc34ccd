// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/pacewords.h"

#include "ui/words/filling.h"

#include <QCoreApplication>

#include <cmath>

namespace milepost {

namespace {

struct Pace
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Pace)
};

} // namespace

QString paceText(double gap, const QLocale &locale)
{
    const double points = std::round(std::abs(gap) * 100);
    if (points == 0)
        return Pace::tr("on pace");
    const QString number = locale.toString(points, 'f', 0);
    return gap > 0 ? fill(Pace::tr("+%1 pp ahead"), {number}) : fill(Pace::tr("−%1 pp behind"), {number});
}

} // namespace milepost
