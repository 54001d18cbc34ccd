// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/drivers.h"

#include "core/domain/figures/kpivalues.h"

namespace milepost {
namespace {

void add(const WorkingSet &state, const Kpi *kpi, QSet<KpiId> &drivers)
{
    if (!kpi || drivers.contains(kpi->id))
        return;
    drivers.insert(kpi->id);
    for (const KpiId part : partsOf(state, *kpi))
        add(state, state.find(part), drivers);
}

} // namespace

QSet<KpiId> driversOf(const WorkingSet &state, ObjectiveId objective)
{
    QSet<KpiId> drivers;
    for (const KeyResult *keyResult : state.of<KeyResult>().of(objective))
        add(state, state.find(keyResult->kpi), drivers);
    return drivers;
}

} // namespace milepost
