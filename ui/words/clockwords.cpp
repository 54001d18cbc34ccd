// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/clockwords.h"

#include "ui/words/filling.h"

#include <QCoreApplication>

namespace milepost {
namespace {

using Kind = ClockFault::Kind;

class Clocks
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Clocks)

public:
    static QString pattern(Kind kind);
    static QString span(qint64 ms);
};

QString Clocks::pattern(Kind kind)
{
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::Behind:
        return tr("The clock of this computer is %1 behind that of the folder's server. What you write is "
                  "dated wrongly. Set the clock.");
    case Kind::Ahead:
        return tr("The clock of this computer is %1 ahead of that of the folder's server. What you write is "
                  "dated wrongly. Set the clock.");
    case Kind::Outlived:
        return tr("By the clock of this computer the last change of this file is yet to come, in %1. If it "
                  "is this clock that is wrong, set it: what you write is dated by it.");
    }
    return {};
}

/// In the largest unit of which there are two.
QString Clocks::span(qint64 ms)
{
    const qint64 minutes = ms / 60'000;
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    const qint64 years = days / 365;
    if (years >= 2)
        return tr("%n year(s)", nullptr, static_cast<int>(years));
    if (days >= 2)
        return tr("%n day(s)", nullptr, static_cast<int>(days));
    if (hours >= 2)
        return tr("%n hour(s)", nullptr, static_cast<int>(hours));
    return tr("%n minute(s)", nullptr, static_cast<int>(minutes));
}

} // namespace

QString sentence(const ClockFault &fault)
{
    return fill(Clocks::pattern(fault.kind), {Clocks::span(fault.byMs)});
}

} // namespace milepost
