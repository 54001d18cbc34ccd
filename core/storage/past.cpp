// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/past.h"

#include "core/storage/canonical.h"
#include "core/storage/journal.h"
#include "core/storage/rowtable.h"
#include "core/storage/typedrows.h"

#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr qint64 kRowsAtATime = 10'000; // far less than a quarter of a second, also on a slow machine

Error damaged(int table, qint64 row)
{
    QString name = QString::number(table);
    withRecordType(
        table, [&name]<class Record>(const Record &) { name = QString::fromLatin1(Record::type().table()); });
    return {Error::Code::RowDamaged, {name, QString::number(row)}};
}

// Rows changed after a point in time, each with what it was at that point.
struct Earlier
{
    bool existed = false;
    QByteArray bytes;
};
using EarlierRows = QHash<std::pair<int, qint64>, Earlier>;

/// The last row of the journal that a part of it ended with.
struct Reached
{
    qint64 table = -1;
    qint64 row = 0;
    qint64 seq = 0;
};

/// The next part; how many rows it had.
Result<qint64> readPartBefore(const Engine &engine, qint64 seq, Reached &reached, EarlierRows &rows)
{
    // By row and ascending sequence: the first later change of a row keeps what it was.
    Statement select =
        engine.prepare("SELECT tbl,row,seq,before FROM journal_row WHERE (tbl,row,seq)>(?,?,?) "
                       "ORDER BY tbl, row, seq LIMIT ?");
    select.bind(1, reached.table);
    select.bind(2, reached.row);
    select.bind(3, reached.seq);
    select.bind(4, kRowsAtATime);
    qint64 count = 0;
    for (; select.next(); ++count) {
        reached = {select.integer(0), select.integer(1), select.integer(2)};
        const std::pair<int, qint64> key(static_cast<int>(reached.table), reached.row);
        if (reached.seq > seq && !rows.contains(key))
            rows.insert(key, {!select.isNull(3), select.bytes(3)});
    }
    if (const Done done = select.status(); !done)
        return done.error();
    return count;
}

Result<EarlierRows> rowsBefore(const Engine &engine, qint64 seq)
{
    EarlierRows rows;
    Reached reached;
    for (;;) {
        const Result<qint64> count = readPartBefore(engine, seq, reached, rows);
        if (!count)
            return count.error();
        if (*count < kRowsAtATime)
            return rows;
    }
}

template<class Record>
void keep(WorkingSet &state, QHash<KpiId, QList<Measurement>> &points, const Record &record)
{
    if constexpr (std::is_same_v<Record, Measurement>)
        points[record.kpi].append(record);
    else
        state.of<Record>().put(record);
}

template<class Record>
Done collect(const Engine &engine, qint64 seq, const EarlierRows &earlier, WorkingSet &state,
             QHash<KpiId, QList<Measurement>> &points)
{
    qint64 last = std::numeric_limits<qint64>::min();
    for (qint64 count = kRowsAtATime; count == kRowsAtATime;) {
        count = 0;
        const Done done = RowTable<Record>(engine).select(
            " WHERE id>? ORDER BY id LIMIT ?", {last, kRowsAtATime}, [&](const StoredRow &row) {
                last = row.id;
                ++count;
                if (row.rev <= seq)
                    keep(state, points, RowTable<Record>::recordOf(row));
            });
        if (!done)
            return done;
    }
    for (auto row = earlier.cbegin(); row != earlier.cend(); ++row) {
        if (row.key().first != Record::type().tag() || !row->existed)
            continue;
        const std::optional<Record> record = canonical::decode(row->bytes, Record::type(), row.key().second);
        if (!record)
            return damaged(row.key().first, row.key().second);
        keep(state, points, *record);
    }
    return {};
}

template<class Record>
Result<std::optional<qint64>> revOf(const Engine &engine, qint64 row)
{
    const Result<std::optional<StoredRow>> present = RowTable<Record>(engine).fetch(row);
    if (!present)
        return present.error();
    return *present ? std::optional((*present)->rev) : std::nullopt;
}

template<class Record>
Done revertRow(const RowChange &change, const std::optional<qint64> &presentRev, Edits &edits)
{
    if (!change.existed) {
        if (presentRev)
            edits.remove(decltype(Record::id)(change.row));
        return {};
    }
    std::optional<Record> before = canonical::decode(change.before, Record::type(), change.row);
    if (!before)
        return damaged(change.table, change.row);
    before->rev = presentRev.value_or(0);
    if (presentRev)
        edits.change(*before);
    else
        edits.add(*before);
    return {};
}

/// Tells whether rows are as an entry left them: not touched since, or only by acts that were taken back
/// (each as often done as undone).
class Untouched
{
public:
    Untouched(const Engine &engine, qint64 seq) : m_journal(engine), m_seq(seq) {}

    /// TouchedSince with the sequence of the row's last change.
    Done check(int table, qint64 row)
    {
        const Result<std::vector<RowChange>> changes = m_journal.changesOf(table, row);
        if (!changes)
            return changes.error();
        QSet<qint64> acts;
        for (const RowChange &change : *changes) {
            if (change.seq <= m_seq)
                continue;
            const Result<qint64> act = actOf(change.seq);
            if (!act)
                return act.error();
            if (!acts.remove(*act))
                acts.insert(*act);
        }
        if (acts.isEmpty())
            return {};
        return Error{Error::Code::TouchedSince, {QString::number(changes->back().seq)}};
    }

private:
    Result<qint64> actOf(qint64 seq)
    {
        if (const auto known = m_acts.constFind(seq); known != m_acts.constEnd())
            return *known;
        const Result<std::optional<JournalEntry>> entry = m_journal.entry(seq);
        if (!entry)
            return entry.error();
        const qint64 act = *entry ? originOf(**entry) : seq;
        m_acts.insert(seq, act);
        return act;
    }

    JournalReader m_journal;
    qint64 m_seq;
    QHash<qint64, qint64> m_acts;
};

template<class Record>
Done revertUntouched(const Engine &engine, Untouched &untouched, const RowChange &change, Edits &edits)
{
    const Result<std::optional<qint64>> presentRev = revOf<Record>(engine, change.row);
    if (!presentRev)
        return presentRev.error();
    if (*presentRev != change.seq)
        if (const Done done = untouched.check(change.table, change.row); !done)
            return done;
    return revertRow<Record>(change, *presentRev, edits);
}

// For a statement that gives the sequence of what stands in the way, or NULL.
Done refuseIfFound(Statement &select)
{
    const qint64 seq = select.next() ? select.integer(0) : 0;
    select.reset();
    if (const Done done = select.status(); !done)
        return done;
    return seq == 0 ? Done() : Done(Error{Error::Code::TouchedSince, {QString::number(seq)}});
}

template<class Record>
Done currentRow(const Engine &engine, qint64 row, Edits &edits)
{
    const Result<std::optional<Record>> record = RowTable<Record>(engine).find(row);
    if (!record)
        return record.error();
    if (*record)
        edits.change(**record);
    else
        edits.remove(decltype(Record::id)(row));
    return {};
}

} // namespace

// Many rows, and so in parts, between which others may write. If somebody has, the parts may not fit each
// other: then once more while nobody can, which is a turn that they see.
Result<WorkingSet> Past::stateAfter(qint64 seq) const
{
    const Result<qint64> before = m_engine.dataVersion();
    Result<WorkingSet> state = readStateAfter(seq);
    const Result<qint64> after = m_engine.dataVersion();
    if (before && after && *before == *after)
        return state;
    const Engine::Turn turn(m_engine);
    if (const Done done = m_engine.beginRead(); !done)
        return done.error();
    state = readStateAfter(seq);
    m_engine.rollback();
    return state;
}

Result<WorkingSet> Past::readStateAfter(qint64 seq) const
{
    const Result<EarlierRows> earlier = rowsBefore(m_engine, seq);
    if (!earlier)
        return earlier.error();
    WorkingSet state;
    state.seq = seq;
    QHash<KpiId, QList<Measurement>> points;
    Done done;
    forEachRecordType([&]<class Record>(const Record &) {
        if (done)
            done = collect<Record>(m_engine, seq, *earlier, state, points);
    });
    if (!done)
        return done.error();
    for (const Kpi *kpi : state.of<Kpi>().all())
        state.series.insert(kpi->id, Series(points.take(kpi->id)));
    return state;
}

Result<Edits> Past::revertOf(qint64 seq) const
{
    const JournalReader journal(m_engine);
    const Result<std::optional<JournalEntry>> entry = journal.entry(seq);
    if (!entry)
        return entry.error();
    const auto touched = *entry ? unpackTouched((*entry)->touched) : std::nullopt;
    if (!touched)
        return Error{Error::Code::RowDamaged, {u"journal"_s, QString::number(seq)}};

    Statement select = m_engine.prepare(QByteArray("SELECT ") + JournalReader::kChangeColumns +
                                        " FROM journal_row WHERE tbl=? AND row=? AND seq=?");
    Untouched untouched(m_engine, seq);
    Edits edits;
    for (const TouchedRow &row : *touched) {
        select.bind(1, qint64{row.table});
        select.bind(2, row.row);
        select.bind(3, seq);
        if (!select.next())
            return damaged(row.table, row.row);
        const RowChange change = JournalReader::changeOf(select);
        select.reset();
        Done done = damaged(row.table, row.row);
        withRecordType(row.table, [&]<class Record>(const Record &) {
            done = revertUntouched<Record>(m_engine, untouched, change, edits);
        });
        if (!done)
            return done.error();
    }
    if (const Done done = checkMeasurements(edits, seq); !done)
        return done.error();
    return edits;
}

// Values that were given since: of a KPI that would go, or on the date of one that would come back. They are
// too many to be looked for in memory.
Done Past::checkMeasurements(const Edits &edits, qint64 seq) const
{
    const auto &gone = edits.of<Measurement>().removed;
    const QSet<MeasurementId> removed(gone.begin(), gone.end());
    Statement ofKpi = m_engine.prepare("SELECT id,rev FROM measurement WHERE kpi_id=? AND rev>?");
    for (const KpiId kpi : edits.of<Kpi>().removed) {
        ofKpi.bind(1, kpi.value());
        ofKpi.bind(2, seq);
        while (ofKpi.next())
            if (!removed.contains(MeasurementId(ofKpi.integer(0))))
                return Error{Error::Code::TouchedSince, {QString::number(ofKpi.integer(1))}};
        if (const Done done = ofKpi.status(); !done)
            return done;
    }
    const QSet<KpiId> newKpis = [&edits] {
        QSet<KpiId> ids;
        for (const Kpi &kpi : edits.of<Kpi>().added)
            ids.insert(kpi.id);
        return ids;
    }();
    Statement onDate = m_engine.prepare("SELECT max(rev) FROM measurement WHERE kpi_id=? AND date=?");
    for (const Measurement &measurement : edits.of<Measurement>().added) {
        if (newKpis.contains(measurement.kpi))
            continue;
        const QByteArray date = isoDate(measurement.date);
        onDate.bind(1, measurement.kpi.value());
        onDate.bindText(2, date);
        if (const Done done = refuseIfFound(onDate); !done)
            return done;
    }
    return {};
}

Result<QList<ChangeSet>> Past::changesAfter(qint64 seq, qsizetype most) const
{
    std::vector<JournalEntry> entries;
    const Done read = JournalReader(m_engine).after(seq, [&entries](const JournalEntry &entry) {
        entries.push_back(entry);
        return true;
    });
    if (!read)
        return read.error();
    QList<ChangeSet> changes;
    for (const JournalEntry &entry : entries) {
        ChangeSet change;
        change.seq = entry.seq;
        change.author = entry.author;
        change.act = fromWord<Act>(QString::fromLatin1(entry.act)).value_or(Act::Edit);
        change.values = unpackDetails(entry.details);
        const auto touched = unpackTouched(entry.touched);
        change.isTooLarge = !touched || static_cast<qsizetype>(touched->size()) > most;
        if (!change.isTooLarge)
            for (const TouchedRow &row : *touched) {
                Done done;
                withRecordType(row.table, [&]<class Record>(const Record &) {
                    done = currentRow<Record>(m_engine, row.row, change.edits);
                });
                if (!done)
                    return done.error();
            }
        changes.append(std::move(change));
    }
    return changes;
}

} // namespace milepost
