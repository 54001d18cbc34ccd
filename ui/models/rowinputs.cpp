// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowinputs.h"

#include "core/domain/figures/kpivalues.h"

namespace milepost {
namespace {

template<class Record>
QList<Record> copies(const QList<const Record *> &records)
{
    QList<Record> list;
    list.reserve(records.size());
    for (const Record *record : records)
        list.append(*record);
    return list;
}

void collectParts(const WorkingSet &state, const Kpi &kpi, QList<Kpi> &parts)
{
    if (kpi.formula.isEmpty())
        return;
    for (const KpiId id : partsOf(state, kpi)) {
        const auto isThis = [id](const Kpi &part) { return part.id == id; };
        const Kpi *part = state.find(id);
        if (!part || std::any_of(parts.begin(), parts.end(), isThis))
            continue;
        parts.append(*part);
        collectParts(state, *part, parts);
    }
}

} // namespace

KpiInputs inputsOf(const WorkingSet &state, const Kpi &kpi, const KpiInputs *before)
{
    KpiInputs inputs;
    inputs.kpi = kpi;
    inputs.targets = copies(state.of<Target>().of(kpi.id));
    if (before && before->kpi.id == kpi.id)
        inputs.parts = before->parts;
    else
        collectParts(state, kpi, inputs.parts);
    inputs.isLoaded = state.hasSeries(kpi.id);
    inputs.series.append({state.seriesOf(kpi.id)});
    for (const Kpi &part : std::as_const(inputs.parts))
        inputs.series.append({state.seriesOf(part.id)});
    return inputs;
}

KeyResultInputs inputsOf(const WorkingSet &state, const Objective &objective, const KeyResult &keyResult,
                         const KeyResultInputs *before)
{
    KeyResultInputs inputs;
    inputs.keyResult = keyResult;
    inputs.objectiveOwners = objective.owners;
    inputs.checkIns = copies(state.of<CheckIn>().of(keyResult.id));
    inputs.parts = copies(state.of<MilestonePart>().of(keyResult.id));
    if (const Kpi *driver = state.find(keyResult.kpi))
        inputs.driver = inputsOf(state, *driver, before && before->driver ? &*before->driver : nullptr);
    return inputs;
}

} // namespace milepost
