// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/loader.h"

#include "core/domain/figures/boardfigures.h"
#include "core/storage/rowtable.h"

#include <limits>

namespace milepost {
namespace {

constexpr qint64 kRowsAtATime = 10'000; // far less than a quarter of a second, also on a slow machine

// The parts of a board by what they hang on.
constexpr char kOfBoard[] = " WHERE board_id=?";
constexpr char kOfBoardsObjectives[] = " WHERE objective_id IN (SELECT id FROM objective WHERE board_id=?)";
constexpr char kOfBoardsKeyResults[] = " WHERE key_result_id IN (SELECT k.id FROM key_result k "
                                       "JOIN objective o ON o.id=k.objective_id WHERE o.board_id=?)";
constexpr char kDriversOfBoard[] = " WHERE id IN (SELECT k.kpi_id FROM key_result k "
                                   "JOIN objective o ON o.id=k.objective_id WHERE o.board_id=?)";
constexpr char kOfKpi[] = " WHERE kpi_id=?";
constexpr char kOfBoardsKpis[] = " WHERE kpi_id IN (SELECT id FROM kpi WHERE board_id=?)";

} // namespace

template<class Record>
Done Loader::load(WorkingSet &into, const QByteArray &where, const QList<qint64> &values) const
{
    Table<Record> &table = into.of<Record>();
    return RowTable<Record>(m_engine).select(
        where, values, [&table](const StoredRow &row) { table.put(RowTable<Record>::recordOf(row)); });
}

Done Loader::loadFrame(WorkingSet &into) const
{
    Done done = load<Workspace>(into);
    if (done)
        done = load<Migration>(into);
    if (done)
        done = load<Team>(into);
    if (done)
        done = load<Person>(into);
    if (done)
        done = load<Device>(into);
    if (done)
        done = load<Cycle>(into);
    if (done)
        done = load<Board>(into);
    if (done)
        done = load<Grant>(into);
    return done;
}

Done Loader::loadBoard(WorkingSet &into, BoardId board) const
{
    const QList<qint64> id = {board.value()};
    Done done = load<Objective>(into, kOfBoard, id);
    if (done)
        done = load<KeyResult>(into, kOfBoardsObjectives, id);
    if (done)
        done = load<MilestonePart>(into, kOfBoardsKeyResults, id);
    if (done)
        done = load<CheckIn>(into, kOfBoardsKeyResults, id);
    if (done)
        done = load<Kpi>(into, kOfBoard, id);
    if (done)
        done = load<Kpi>(into, kDriversOfBoard, id);
    if (done)
        done = loadKpisBehind(into);
    if (done)
        done = load<Action>(into, kOfBoard, id);
    if (done)
        done = load<Comment>(into, kOfBoard, id);
    if (!done)
        return done;
    const QSet<KpiId> needed = seriesNeeded(into, board);
    done = load<Target>(into, kOfBoardsKpis, id);
    for (const KpiId kpi : needed)
        if (done && into.boardOf(kpi) != board)
            done = load<Target>(into, kOfKpi, {kpi.value()});
    return done ? loadSeries(into, needed.values()) : done;
}

// What guards a KPI, or what it is derived from, may be on any board.
Done Loader::loadKpisBehind(WorkingSet &into) const
{
    QSet<KpiId> asked;
    for (bool isMore = true; isMore;) {
        isMore = false;
        for (const Kpi *kpi : into.of<Kpi>().all()) {
            if (!kpi->formula.isEmpty())
                return load<Kpi>(into);
            if (!kpi->guardrail.isValid() || into.find(kpi->guardrail) || asked.contains(kpi->guardrail))
                continue;
            asked.insert(kpi->guardrail);
            if (const Done done = load<Kpi>(into, " WHERE id=?", {kpi->guardrail.value()}); !done)
                return done;
            isMore = true;
            break; // the list has changed
        }
    }
    return {};
}

Done Loader::loadStructure(WorkingSet &into) const
{
    Done done;
    forEachRecordType([this, &into, &done]<class Record>(const Record &) {
        if constexpr (!std::is_same_v<Record, Measurement>)
            if (done)
                done = load<Record>(into);
    });
    return done;
}

Done Loader::loadSeries(WorkingSet &into, const QList<KpiId> &kpis) const
{
    for (const KpiId kpi : kpis) {
        if (into.hasSeries(kpi))
            continue;
        QList<Measurement> points;
        const Done done = RowTable<Measurement>(m_engine).select(
            " WHERE kpi_id=? ORDER BY date", {kpi.value()},
            [&points](const StoredRow &row) { points.append(RowTable<Measurement>::recordOf(row)); });
        if (!done)
            return done;
        into.series.insert(kpi, Series(std::move(points)));
    }
    return {};
}

// In parts, between which others may write: what they change while it is read comes as a change after it.
Done Loader::loadAllSeries(WorkingSet &into) const
{
    QHash<KpiId, QList<Measurement>> points;
    qint64 last = std::numeric_limits<qint64>::min();
    for (qint64 count = kRowsAtATime; count == kRowsAtATime;) {
        count = 0;
        const Done done = RowTable<Measurement>(m_engine).select(
            " WHERE id>? ORDER BY id LIMIT ?", {last, kRowsAtATime}, [&](const StoredRow &row) {
                Measurement measurement = RowTable<Measurement>::recordOf(row);
                points[measurement.kpi].append(std::move(measurement));
                last = row.id;
                ++count;
            });
        if (!done)
            return done;
    }
    into.series.clear();
    for (const Kpi *kpi : into.of<Kpi>().all())
        into.series.insert(kpi->id, Series(points.take(kpi->id)));
    return {};
}

} // namespace milepost
