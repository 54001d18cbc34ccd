// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/resending.h"

#include "core/domain/acts/compensating.h"
#include "core/domain/lookup.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr qsizetype kMostRows = 10'000;

/// Nothing: it is gone, or a measurement that is not loaded.
template<class Record>
std::optional<qint64> revOf(const WorkingSet &state, const Record &record)
{
    if constexpr (std::is_same_v<Record, Measurement>) {
        const Measurement *present = state.seriesOf(record.kpi).at(record.date);
        return present && present->id == record.id ? std::optional(present->rev) : std::nullopt;
    } else {
        const Record *present = state.find(record.id);
        return present ? std::optional(present->rev) : std::nullopt;
    }
}

template<class Record>
void keepRemovals(KeptWrite &kept, const EditsOf<Record> &part, const WorkingSet &state)
{
    for (const auto id : part.removed)
        if (const Record *present = state.find(id))
            kept.removals.append({{Record::type().tag(), id.value()}, present->rev});
}

/// Who has changed a row since its author saw it, or taken it away, is asked nothing.
Error touched(qint64 seq)
{
    return {Error::Code::TouchedSince, {QString::number(seq)}};
}

template<class Record>
Done checkAsSeen(const WorkingSet &state, const EditsOf<Record> &part)
{
    for (const Record &record : part.changed) {
        const std::optional<qint64> rev = revOf(state, record);
        if (rev != record.rev)
            return touched(rev.value_or(state.seq));
    }
    for (const Record &record : part.added)
        if (const std::optional<qint64> rev = revOf(state, record))
            return touched(*rev);
    return {};
}

template<class Record>
Done checkRemovals(const WorkingSet &state, const EditsOf<Record> &part,
                   const QList<KeptWrite::Removal> &seen)
{
    for (const auto id : part.removed) {
        const Record *present = state.find(id);
        const KeptWrite::Removal asSeen{{Record::type().tag(), id.value()}, present ? present->rev : 0};
        if (!seen.contains(asSeen))
            return touched(present ? present->rev : state.seq);
    }
    return {};
}

Done checkDatesFree(const WorkingSet &state, const QList<Measurement> &added)
{
    for (const Measurement &measurement : added)
        if (const Measurement *present = state.seriesOf(measurement.kpi).at(measurement.date))
            return touched(present->rev);
    return {};
}

Done checkRows(const WorkingSet &state, const KeptWrite &kept)
{
    Done done = checkDatesFree(state, kept.edits.of<Measurement>().added);
    kept.edits.forEach([&](const auto &part) {
        if (done)
            done = checkAsSeen(state, part);
        if (done)
            done = checkRemovals(state, part, kept.removals);
    });
    return done;
}

} // namespace

KeptWrite keptOf(const Draft &draft, const WorkingSet &state)
{
    KeptWrite kept;
    kept.act = draft.act;
    kept.values = draft.values;
    // Of measurements only those that stand are known by their date.
    kept.isWhole =
        !draft.more && draft.edits.count() <= kMostRows && draft.edits.of<Measurement>().removed.isEmpty();
    if (!kept.isWhole)
        return kept;
    kept.edits = draft.edits;
    kept.edits.forEach([&](const auto &part) { keepRemovals(kept, part, state); });
    return kept;
}

Result<Draft> resend(Situation &in, const KeptWrite &kept)
{
    if (const Done done = checkRows(in.state, kept); !done)
        return done.error();
    const qint64 subject = kept.values.value(u"subject"_s).toString().toLongLong();
    if (const Done done = checkCompensation(in, kept.edits, subject); !done)
        return done.error();
    if (const std::optional<RowPlace> place = rowInTheWay(in.state, kept.edits))
        return touched(in.state.seq);
    Draft draft;
    draft.act = kept.act;
    draft.values = kept.values;
    draft.edits = kept.edits;
    return draft;
}

QList<KpiId> seriesNeededBy(const KeptWrite &kept)
{
    QSet<KpiId> kpis;
    const EditsOf<Measurement> &part = kept.edits.of<Measurement>();
    for (const QList<Measurement> &list : {part.added, part.changed})
        for (const Measurement &measurement : list)
            kpis.insert(measurement.kpi);
    return {kpis.cbegin(), kpis.cend()};
}

} // namespace milepost
