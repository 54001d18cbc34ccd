// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/boardfigures.h"
#include "core/domain/figures/keyresultvalues.h"
#include "core/domain/figures/overdue.h"

#include <array>

namespace milepost {
namespace {

struct Reading
{
    std::optional<double> rawProgress = {};
    bool isDone = false;
    std::optional<double> progress = {}; ///< where it is not simply the raw one
};

/// What progress by itself says.
Reading readingOf(double rawProgress)
{
    return {rawProgress, isAtLeast(rawProgress, 1), {}};
}

std::optional<Period> cycleSpan(const WorkingSet &state, const KeyResult &keyResult)
{
    return spanOf(state.cycleOf(state.boardOf(keyResult.id)));
}

/// Whether the way through the levels leads down; where they do not tell, what the driving KPI says.
bool isLowerBetter(const WorkingSet &state, const KeyResult &keyResult)
{
    using Level = std::optional<double>;
    const std::array<std::pair<Level, Level>, 4> ways = {
        std::pair(keyResult.commit, keyResult.stretch), std::pair(keyResult.commit, keyResult.target),
        std::pair(keyResult.target, keyResult.stretch),
        std::pair(Level(keyResult.start.value_or(0)), keyResult.target)};
    for (const auto &[from, to] : ways)
        if (from && to && *from != *to)
            return *to < *from;
    const Kpi *kpi = state.find(keyResult.kpi);
    return kpi && kpi->direction == Direction::Down;
}

// Raw is the plain way from start to target; what counts goes through the levels.
Reading readLevels(const KeyResult &keyResult, double value, bool isLowerBetter)
{
    const double start = keyResult.start.value_or(0);
    const double target = *keyResult.target;
    const bool isMet = isLowerBetter ? isAtMost(value, target) : isAtLeast(value, target);
    return {reachProgress(value, {start, target, isLowerBetter}), isMet,
            levelProgress(value, {start, *keyResult.commit, target, *keyResult.stretch, isLowerBetter})};
}

Reading readReach(const WorkingSet &state, const KeyResult &keyResult, double value)
{
    if (!keyResult.target)
        return {};
    const bool isLower = isLowerBetter(state, keyResult);
    if (keyResult.commit && keyResult.stretch)
        return readLevels(keyResult, value, isLower);
    return readingOf(reachProgress(value, {keyResult.start.value_or(0), *keyResult.target, isLower}));
}

/// Where a stay kind is met; empty for the others.
Bounds boundsOf(const KeyResult &keyResult)
{
    switch (keyResult.kind) {
    case KeyResultKind::Above:
        return {keyResult.target, std::nullopt};
    case KeyResultKind::Below:
        return {std::nullopt, keyResult.target};
    case KeyResultKind::Between:
        return {keyResult.low, keyResult.high};
    case KeyResultKind::Reach:
    case KeyResultKind::Milestone:
    case KeyResultKind::Baseline:
        return {};
    }
    Q_UNREACHABLE();
}

/// From the cycle's beginning; without a cycle from the period of the first value, without an end.
std::optional<Period> watchedSpan(const std::optional<Period> &cycle, const KeyResultValues &values,
                                  QDate day)
{
    const std::optional<Period> measured = values.span();
    if (cycle || !measured)
        return cycle;
    return Period{periodOf(values.cadence(), measured->from).from, periodOf(values.cadence(), day).to};
}

QList<DueCheckIn> dueCheckInsOf(const KeyResult &keyResult, const std::optional<Period> &cycle,
                                const KeyResultValues &values, QDate day)
{
    const Bounds good = boundsOf(keyResult);
    const std::optional<Period> span = watchedSpan(cycle, values, day);
    if (good.isEmpty() || !span)
        return {};
    // A KPI's value belongs to the whole period, also where the cycle cuts it; a check-in to its own day.
    const bool takesWholePeriod = keyResult.kpi.isValid();
    return dueCheckIns(*span, values.cadence(), day, good, [&values, takesWholePeriod](const Period &period) {
        return values.in(takesWholePeriod ? periodOf(values.cadence(), period.from) : period);
    });
}

/// On its last day a cycle is still running, and its last check-in may still be corrected.
bool hasEnded(const std::optional<Period> &cycle, QDate day)
{
    return cycle && day > cycle->to;
}

Reading readStay(const QList<DueCheckIn> &due, const std::optional<Period> &cycle, QDate day)
{
    const std::optional<double> score = periodScore(due);
    return {score, score == 1.0 && hasEnded(cycle, day), {}};
}

bool isOverdueOf(const std::optional<Period> &cycle, const KeyResultValues &values, QDate date, QDate day)
{
    const std::optional<QDate> latest = date.isValid() ? std::optional(date) : std::nullopt;
    return cycle ? isOverdueWithin(*cycle, latest, values.cadence(), day)
                 : isOverdue(latest, values.cadence(), day);
}

Reading readingOf(const WorkingSet &state, const KeyResult &keyResult, const KeyResultValues &values,
                  double value, QDate day)
{
    switch (keyResult.kind) {
    case KeyResultKind::Reach:
        return readReach(state, keyResult, value);
    case KeyResultKind::Above:
    case KeyResultKind::Below:
    case KeyResultKind::Between: {
        const std::optional<Period> cycle = cycleSpan(state, keyResult);
        return readStay(dueCheckInsOf(keyResult, cycle, values, day), cycle, day);
    }
    case KeyResultKind::Milestone:
        return readingOf(value);
    case KeyResultKind::Baseline:
        return readingOf(1);
    }
    Q_UNREACHABLE();
}

} // namespace

QList<DueCheckIn> dueCheckIns(const WorkingSet &state, const KeyResult &keyResult, QDate day)
{
    return dueCheckInsOf(keyResult, cycleSpan(state, keyResult), KeyResultValues(state, keyResult, day), day);
}

KeyResultFigures figuresOf(const WorkingSet &state, const KeyResult &keyResult, QDate day)
{
    const KeyResultValues values(state, keyResult, day);
    const std::optional<Period> cycle = cycleSpan(state, keyResult);
    KeyResultFigures figures;
    figures.id = keyResult.id;
    figures.confidence = values.confidence();
    if (cycle)
        figures.expected = expectedProgress(*cycle, keyResult.phases, day);

    Reading reading;
    if (const std::optional<DatedValue> latest = values.latest()) {
        figures.value = latest->value;
        figures.date = latest->date;
        reading = readingOf(state, keyResult, values, latest->value, day);
    }
    figures.rawProgress = reading.rawProgress;
    if (reading.rawProgress)
        figures.progress = clampedProgress(reading.progress.value_or(*reading.rawProgress));
    figures.status = reading.isDone ? Status::Done : statusOf(figures.progress, figures.expected);
    figures.isOverdue = !reading.isDone && isOverdueOf(cycle, values, figures.date, day);
    return figures;
}

} // namespace milepost
