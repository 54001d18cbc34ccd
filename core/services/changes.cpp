// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/changes.h"

#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "core/domain/rowfields.h"
#include "core/services/undoing.h"
#include "core/storage/canonical.h"
#include "core/storage/journal.h"
#include "core/storage/rowtable.h"
#include "core/storage/typedrows.h"

#include <map>

using namespace Qt::StringLiterals;

namespace milepost::telling {
namespace {

constexpr qsizetype kMostSteps = 20;

/// The rows that are a thing: itself and what hangs on it now.
class Rows
{
public:
    Rows(const WorkingSet &state, qint64 thing) : m_state(state)
    {
        if (const Kpi *kpi = state.find(KpiId(thing)))
            addKpi(*kpi);
        else if (const Objective *objective = state.find(ObjectiveId(thing)))
            add(*objective);
        else if (const KeyResult *keyResult = state.find(KeyResultId(thing)))
            addKeyResult(*keyResult);
        else if (const MilestonePart *part = state.find(MilestonePartId(thing)))
            addPart(*part);
        addAll(state.of<Action>().of(thing));
        addAll(state.of<Comment>().of(thing));
    }

    const std::vector<TouchedRow> &all() const { return m_rows; }

private:
    template<class Record>
    void add(const Record &record)
    {
        m_rows.push_back({Record::type().tag(), record.id.value()});
    }
    template<class Record>
    void addAll(const QList<const Record *> &records)
    {
        for (const Record *record : records)
            add(*record);
    }

    void addKpi(const Kpi &kpi)
    {
        add(kpi);
        addAll(m_state.of<Target>().of(kpi.id));
        for (const Measurement &point : m_state.seriesOf(kpi.id).points())
            add(point);
    }

    void addKeyResult(const KeyResult &keyResult)
    {
        add(keyResult);
        addAll(m_state.of<MilestonePart>().of(keyResult.id));
        addAll(m_state.of<CheckIn>().of(keyResult.id));
    }

    void addPart(const MilestonePart &part)
    {
        add(part);
        for (const CheckIn *checkIn : m_state.of<CheckIn>().of(part.keyResult))
            if (checkIn->part == part.id)
                add(*checkIn);
    }

    const WorkingSet &m_state;
    std::vector<TouchedRow> m_rows;
};

/// Reads the entries of one thing.
class Reading
{
public:
    Reading(const Engine &engine, const WorkingSet &state, PersonId person, qint64 thing)
        : m_engine(engine)
        , m_journal(engine)
        , m_state(state)
        , m_person(person)
        , m_thing(thing)
    {
    }

    /// Which entries there are, and the rows of the thing that each of them touched.
    Done find()
    {
        const Rows rows(m_state, m_thing);
        for (const TouchedRow &row : rows.all()) {
            const Result<std::vector<qint64>> entries = m_journal.entriesOf(row.table, row.row);
            if (!entries)
                return entries.error();
            for (const qint64 seq : *entries)
                m_touched[seq].push_back(row);
        }
        const Result<std::vector<qint64>> about = m_journal.entriesAbout(m_thing);
        if (!about)
            return about.error();
        for (const qint64 seq : *about)
            m_touched[seq]; // of rows that are gone: a comment that was deleted, a value that was undone
        return {};
    }

    Result<QList<ThingChange>> read(qint64 before, qsizetype most)
    {
        QList<ThingChange> changes;
        for (auto at = m_touched.rbegin(); at != m_touched.rend() && changes.size() < most; ++at) {
            if (before > 0 && at->first >= before)
                continue;
            Result<ThingChange> change = changeAt(at->first, at->second);
            if (!change)
                return change.error();
            changes.append(*std::move(change));
        }
        return changes;
    }

private:
    Result<ThingChange> changeAt(qint64 seq, std::vector<TouchedRow> rows)
    {
        const Result<std::optional<JournalEntry>> entry = m_journal.entry(seq);
        if (!entry)
            return entry.error();
        if (!*entry)
            return Error{Error::Code::RowDamaged, {u"journal"_s, QString::number(seq)}};
        if (rows.empty())
            if (const auto touched = unpackTouched((*entry)->touched))
                rows = *touched;
        ThingChange change;
        change.entry = told(**entry);
        for (const TouchedRow &row : rows) {
            if (change.steps.size() == kMostSteps)
                break;
            if (const Done done = addStep(change, row); !done)
                return done.error();
        }
        const Result<bool> isSettled = isSettledLater(**entry, rows);
        if (!isSettled)
            return isSettled.error();
        change.isTakenBack = *isSettled;
        change.mayTakeBack =
            !*isSettled && static_cast<bool>(undoing::mayTakeBack(m_state, m_person, change.entry));
        return change;
    }

    LogEntry told(const JournalEntry &entry) const
    {
        const QVariantMap values = unpackDetails(entry.details);
        const qint64 subject = values.value(u"subject"_s).toString().toLongLong();
        const std::optional<Named> about = nameOf(m_state, subject);
        const bool isShown = about && canSee(m_state, m_person, boardOfThing(m_state, subject));
        return {entry.seq,    entry.at,
                entry.author, fromWord<Act>(QString::fromLatin1(entry.act)).value_or(Act::Edit),
                values,       isShown ? about->name : QString(),
                entry.hash};
    }

    Done addStep(ThingChange &change, const TouchedRow &row)
    {
        Done done;
        withRecordType(row.table,
                       [&]<class Record>(const Record &) { done = addStepOf<Record>(change, row); });
        return done;
    }

    template<class Record>
    Done addStepOf(ThingChange &change, const TouchedRow &row)
    {
        const Result<std::vector<RowChange>> changes = m_journal.changesOf(row.table, row.row);
        if (!changes)
            return changes.error();
        const auto at = std::find_if(changes->begin(), changes->end(),
                                     [&](const RowChange &one) { return one.seq == change.entry.seq; });
        if (at == changes->end())
            return {};
        RowStep step{QString::fromLatin1(Record::type().table()), row.row, at->existed, false, {}, {}};
        if (at->existed)
            if (const auto before = canonical::decode(at->before, Record::type(), row.row))
                step.before = plainFields(*before);
        const Result<std::optional<Record>> after = stateAfter<Record>(*changes, at, row.row);
        if (!after)
            return after.error();
        step.exists = after->has_value();
        if (step.exists)
            step.after = plainFields(**after);
        change.steps.append(step);
        return {};
    }

    // The row after a change is what the next one found, or the row itself.
    template<class Record>
    Result<std::optional<Record>> stateAfter(const std::vector<RowChange> &changes,
                                             std::vector<RowChange>::const_iterator at, qint64 row)
    {
        const auto next = at + 1;
        if (next == changes.end())
            return RowTable<Record>(m_engine).find(row);
        return next->existed ? canonical::decode(next->before, Record::type(), row) : std::optional<Record>();
    }

    // By a later entry about the same act: each that takes it back, or does it again, touches its rows.
    Result<bool> isSettledLater(const JournalEntry &entry, const std::vector<TouchedRow> &rows)
    {
        if (rows.empty())
            return false;
        const Result<std::vector<qint64>> later = m_journal.entriesOf(rows.front().table, rows.front().row);
        if (!later)
            return later.error();
        for (const qint64 seq : *later) {
            if (seq <= entry.seq)
                continue;
            const Result<qint64> origin = originOf(seq);
            if (!origin)
                return origin.error();
            if (*origin == milepost::originOf(entry))
                return true;
        }
        return false;
    }

    Result<qint64> originOf(qint64 seq)
    {
        if (const auto known = m_origins.constFind(seq); known != m_origins.constEnd())
            return *known;
        const Result<std::optional<JournalEntry>> entry = m_journal.entry(seq);
        if (!entry)
            return entry.error();
        const qint64 origin = *entry ? milepost::originOf(**entry) : seq;
        m_origins.insert(seq, origin);
        return origin;
    }

    const Engine &m_engine;
    JournalReader m_journal;
    const WorkingSet &m_state;
    PersonId m_person;
    qint64 m_thing;
    std::map<qint64, std::vector<TouchedRow>> m_touched; ///< by entry
    QHash<qint64, qint64> m_origins;
};

} // namespace

Result<QList<ThingChange>> changesOf(const Engine &engine, const WorkingSet &state, PersonId person,
                                     qint64 thing, qint64 before, qsizetype most)
{
    if (!canSee(state, person, boardOfThing(state, thing)))
        return QList<ThingChange>();
    Reading reading(engine, state, person, thing);
    if (const Done done = reading.find(); !done)
        return done.error();
    return reading.read(before, most);
}

} // namespace milepost::telling
