// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/workingset.h"

#include <QSet>

namespace milepost {
namespace {

template<class Record>
void applyTo(Table<Record> &table, const EditsOf<Record> &edits)
{
    for (const Record &record : edits.added)
        table.put(record);
    for (const Record &record : edits.changed)
        table.put(record);
    for (const auto id : edits.removed)
        table.remove(id);
}

void applyTo(QHash<KpiId, Series> &series, const EditsOf<Measurement> &edits)
{
    const auto put = [&series](const Measurement &measurement) {
        if (const auto found = series.find(measurement.kpi); found != series.end())
            found->put(measurement);
    };
    std::for_each(edits.added.begin(), edits.added.end(), put);
    std::for_each(edits.changed.begin(), edits.changed.end(), put);
    if (edits.removed.isEmpty())
        return;
    // Once through each series: the undo of an import removes thousands.
    const QSet<MeasurementId> removed(edits.removed.begin(), edits.removed.end());
    for (Series &one : series)
        one.remove(removed);
}

} // namespace

const Workspace &WorkingSet::workspace() const
{
    static const Workspace kNone;
    const QList<const Workspace *> rows = of<Workspace>().all();
    return rows.isEmpty() ? kNone : *rows.first();
}

const Series &WorkingSet::seriesOf(KpiId kpi) const
{
    static const Series kNone;
    const auto found = series.constFind(kpi);
    return found == series.cend() ? kNone : *found;
}

void WorkingSet::apply(const Edits &edits)
{
    edits.forEach([this]<class Record>(const EditsOf<Record> &part) {
        if (part.isEmpty())
            return;
        if constexpr (std::is_same_v<Record, Measurement>)
            applyTo(series, part);
        else
            applyTo(of<Record>(), part);
    });
}

void WorkingSet::apply(const ChangeSet &change)
{
    apply(change.edits);
    seq = change.seq;
}

BoardId WorkingSet::boardOf(ObjectiveId id) const
{
    const Objective *objective = find(id);
    return objective ? objective->board : BoardId();
}

BoardId WorkingSet::boardOf(KeyResultId id) const
{
    const KeyResult *keyResult = find(id);
    return keyResult ? boardOf(keyResult->objective) : BoardId();
}

BoardId WorkingSet::boardOf(KpiId id) const
{
    const Kpi *kpi = find(id);
    return kpi ? kpi->board : BoardId();
}

BoardId WorkingSet::boardOf(const Subject &subject) const
{
    switch (subject.kind) {
    case Subject::Kind::Objective:
        return boardOf(ObjectiveId(subject.id));
    case Subject::Kind::KeyResult:
        return boardOf(KeyResultId(subject.id));
    case Subject::Kind::Kpi:
        return boardOf(KpiId(subject.id));
    case Subject::Kind::Board:
        return BoardId(subject.id);
    case Subject::Kind::None:
        return {};
    }
    Q_UNREACHABLE();
}

const Cycle *WorkingSet::cycleOf(BoardId id) const
{
    const Board *board = find(id);
    return board ? find(board->cycle) : nullptr;
}

} // namespace milepost
