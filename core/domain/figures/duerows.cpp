// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/duerows.h"

#include "core/domain/rights.h"

#include <algorithm>

namespace milepost {
namespace {

/// The first day of the first period without a value, if the running one, as far as it lies after \p begin,
/// has none. \p latest is the day of the latest value, or invalid.
std::optional<QDate> firstMissing(QDate begin, QDate latest, Cadence cadence, QDate day)
{
    const QDate running = std::max(begin, periodOf(cadence, day).from);
    if (!latest.isValid())
        return begin.isValid() ? begin : running;
    if (latest >= running)
        return std::nullopt;
    return std::max(begin, nextPeriod(cadence, periodOf(cadence, latest)).from);
}

/// Whether one can record a value for it.
bool takesValues(const KeyResult &keyResult)
{
    return !keyResult.archived && !keyResult.kpi.isValid();
}

bool takesValues(const Kpi &kpi)
{
    return !kpi.archived && kpi.formula.isEmpty();
}

double latestOf(const WorkingSet &state, const MilestonePart &part, QDate day)
{
    QDate date;
    double value = 0;
    for (const CheckIn *checkIn : state.of<CheckIn>().of(part.keyResult)) {
        if (checkIn->part != part.id || checkIn->date > day || (date.isValid() && checkIn->date < date))
            continue;
        date = checkIn->date;
        value = checkIn->value;
    }
    return value;
}

/// Collects what is due for one person.
class Due
{
public:
    Due(const WorkingSet &state, PersonId person, QDate day) : m_state(state), m_person(person), m_day(day) {}

    QList<DueRow> collect() &&
    {
        for (const Board *board : visibleBoards(m_state, m_person))
            if (!board->archived)
                collect(board->id);
        return std::move(m_rows);
    }

private:
    void collect(BoardId board);
    void add(BoardId board, const KeyResult &keyResult);
    void add(BoardId board, const Kpi &kpi);

    const WorkingSet &m_state;
    PersonId m_person;
    QDate m_day;
    QList<DueRow> m_rows;
};

void Due::collect(BoardId board)
{
    for (const Objective *objective : m_state.of<Objective>().of(board)) {
        if (objective->archived)
            continue;
        for (const KeyResult *keyResult : m_state.of<KeyResult>().of(objective->id))
            if (answersFor(m_state, m_person, Subject::of(keyResult->id)))
                add(board, *keyResult);
    }
    for (const Kpi *kpi : m_state.of<Kpi>().of(board))
        if (isAmong(m_state, m_person, kpi->owners))
            add(board, *kpi);
}

void Due::add(BoardId board, const KeyResult &keyResult)
{
    const KeyResultFigures figures = figuresOf(m_state, keyResult, m_day);
    const std::optional<QDate> since = dueSince(m_state, keyResult, figures, m_day);
    if (!since)
        return;
    DueRow row{board, Subject::of(keyResult.id), {}, figures.date, *since, figures.isOverdue};
    const QList<const MilestonePart *> parts = m_state.of<MilestonePart>().of(keyResult.id);
    if (parts.isEmpty())
        m_rows.append(row);
    for (const MilestonePart *part : parts) {
        row.part = part->id;
        if (latestOf(m_state, *part, m_day) < 1)
            m_rows.append(row);
    }
}

void Due::add(BoardId board, const Kpi &kpi)
{
    const KpiFigures figures = figuresOf(m_state, kpi, m_day);
    if (const std::optional<QDate> since = dueSince(m_state, kpi, figures, m_day))
        m_rows.append({board, Subject::of(kpi.id), {}, figures.date, *since, figures.isOverdue});
}

} // namespace

std::optional<QDate> dueSince(const WorkingSet &state, const KeyResult &keyResult,
                              const KeyResultFigures &figures, QDate day)
{
    const std::optional<Period> cycle = spanOf(state.cycleOf(state.boardOf(keyResult.id)));
    const bool isOutside = cycle && !cycle->contains(day);
    if (!takesValues(keyResult) || isOutside || figures.status == Status::Done)
        return std::nullopt;
    return firstMissing(cycle ? cycle->from : QDate(), figures.date, keyResult.cadence, day);
}

std::optional<QDate> dueSince(const WorkingSet &state, const Kpi &kpi, const KpiFigures &figures, QDate day)
{
    if (!takesValues(kpi) || !state.hasSeries(kpi.id))
        return std::nullopt;
    return firstMissing({}, figures.date, kpi.cadence, day);
}

QList<DueRow> dueRows(const WorkingSet &state, PersonId person, QDate day)
{
    return requireMember(state, person) ? Due(state, person, day).collect() : QList<DueRow>();
}

QList<KpiId> seriesOfMine(const WorkingSet &state, PersonId person)
{
    QList<KpiId> kpis;
    for (const Board *board : visibleBoards(state, person))
        for (const Kpi *kpi : state.of<Kpi>().of(board->id))
            if (!board->archived && takesValues(*kpi) && isAmong(state, person, kpi->owners))
                kpis.append(kpi->id);
    return kpis;
}

} // namespace milepost
