// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/telling.h"

#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "core/storage/canonical.h"
#include "core/storage/journal.h"

using namespace Qt::StringLiterals;

namespace milepost::telling {
namespace {

std::optional<double> valueOf(const Measurement &measurement)
{
    if (measurement.value)
        return measurement.value;
    if (!measurement.numerator || measurement.denominator.value_or(0) == 0)
        return std::nullopt;
    return *measurement.numerator / *measurement.denominator;
}

std::optional<double> valueOf(const CheckIn &checkIn)
{
    return checkIn.value;
}

/// Looks entries up once each: the values of an import share one.
class Entries
{
public:
    explicit Entries(const Engine &engine) : m_reader(engine) {}

    Result<JournalEntry> find(qint64 seq)
    {
        if (const auto found = m_known.constFind(seq); found != m_known.constEnd())
            return *found;
        const Result<std::optional<JournalEntry>> entry = m_reader.entry(seq);
        if (!entry)
            return entry.error();
        if (!*entry)
            return Error{Error::Code::RowDamaged, {u"journal"_s, QString::number(seq)}};
        JournalEntry small = **entry;
        small.touched.clear(); // of an import it is large, and nobody asks for it here
        m_known.insert(seq, small);
        return small;
    }

private:
    JournalReader m_reader;
    QHash<qint64, JournalEntry> m_known;
};

/// What became of one row's value, change by change.
struct Trail
{
    /// Who gave a value, and when.
    struct Giver
    {
        PersonId author = {};
        qint64 at = 0;
    };
    struct Step
    {
        qint64 act = 0; ///< the entry that replaced the value
        Correction from = {};
        Giver to = {};
    };
    QList<Step> steps = {};
    QList<Step> undone = {};
    Giver giver = {}; ///< of the value as it stands
};

void takeBack(Trail &trail, qint64 act)
{
    for (qsizetype i = trail.steps.size() - 1; i >= 0; --i)
        if (trail.steps[i].act == act) {
            const Trail::Step step = trail.steps.takeAt(i);
            trail.undone.append(step);
            trail.giver = {step.from.author, step.from.at};
            return;
        }
}

void doAgain(Trail &trail, qint64 act)
{
    for (qsizetype i = trail.undone.size() - 1; i >= 0; --i)
        if (trail.undone[i].act == act) {
            const Trail::Step step = trail.undone.takeAt(i);
            trail.steps.append(step);
            trail.giver = step.to;
            return;
        }
}

template<class Record>
void follow(Trail &trail, const JournalEntry &entry, const Record &before, const Record &after)
{
    const QVariantMap values = unpackDetails(entry.details);
    const qint64 of = values.value(u"of"_s).toLongLong();
    if (entry.act == wordOf(Act::Undo).toLatin1())
        return takeBack(trail, of);
    if (entry.act == wordOf(Act::Redo).toLatin1())
        return doAgain(trail, of);
    if (valueOf(before) == valueOf(after))
        return;
    const Trail::Giver giver{entry.author, entry.at};
    trail.steps.append(
        {entry.seq, {valueOf(before), trail.giver.author, trail.giver.at, after.reason}, giver});
    trail.giver = giver;
    trail.undone.clear();
}

template<class Record>
Result<Trail> trailOf(const Engine &engine, Entries &entries, const Record &record)
{
    const Result<std::vector<RowChange>> changes =
        JournalReader(engine).changesOf(Record::type().tag(), record.id.value());
    if (!changes)
        return changes.error();
    Trail trail;
    std::optional<Record> before;
    for (size_t i = 0; i < changes->size(); ++i) {
        const Result<JournalEntry> entry = entries.find((*changes)[i].seq);
        if (!entry)
            return entry.error();
        const bool isLast = i + 1 == changes->size();
        const std::optional<Record> after =
            isLast ? std::optional(record)
                   : canonical::decode((*changes)[i + 1].before, Record::type(), record.id.value());
        if (before && after)
            follow(trail, *entry, *before, *after);
        else if (after)
            trail.giver = {entry->author, entry->at};
        before = after;
    }
    return trail;
}

template<class Record>
Result<HistoryPoint> pointOf(const Engine &engine, Entries &entries, const Record &record)
{
    const Result<Trail> trail = trailOf(engine, entries, record);
    if (!trail)
        return trail.error();
    HistoryPoint point;
    point.id = record.id.value();
    point.date = record.date;
    point.value = valueOf(record);
    point.note = record.note;
    point.author = trail->giver.author;
    point.at = trail->giver.at;
    for (const Trail::Step &step : trail->steps)
        point.correctedFrom.append(step.from);
    return point;
}

/// Who may know of an entry: whoever sees the board that it was about, also if the thing, or the board
/// itself, is no longer there.
class Audience
{
public:
    Audience(const Engine &engine, const WorkingSet &state, PersonId person)
        : m_reader(engine)
        , m_state(state)
        , m_person(person)
    {
    }

    /// \p author of the act about \p subject.
    Result<bool> mayKnow(PersonId author, qint64 subject)
    {
        const Result<BoardId> board = boardOf(subject);
        if (!board)
            return board.error();
        if (!board->isValid() || canSee(m_state, m_person, *board))
            return true;
        if (m_state.find(*board))
            return false;
        const Result<std::optional<Board>> gone = lastOf(*board);
        if (!gone)
            return gone.error();
        return author == m_person || (*gone && (*gone)->visibility == Visibility::Public);
    }

    /// What the thing is called, or was when it was last there; "" if nothing was ever called so.
    Result<QString> nameOfThing(qint64 thing)
    {
        if (thing == m_state.workspace().id.value())
            return m_state.workspace().name;
        if (const std::optional<Named> present = nameOf(m_state, thing))
            return present->name;
        QString name;
        const Done done = lookBack(thing, [&name](const auto &record) {
            if constexpr (requires { record.name; })
                name = record.name;
            else
                name = record.title;
        });
        return done ? Result<QString>(name) : Result<QString>(done.error());
    }

private:
    Result<BoardId> boardOf(qint64 thing)
    {
        if (const auto known = m_boards.constFind(thing); known != m_boards.constEnd())
            return *known;
        const BoardId present = boardOfThing(m_state, thing);
        const Result<BoardId> board =
            present.isValid() || nameOf(m_state, thing) ? Result<BoardId>(present) : boardOfGone(thing);
        if (board)
            m_boards.insert(thing, *board);
        return board;
    }

    Result<BoardId> boardOfGone(qint64 thing)
    {
        Result<BoardId> found = BoardId();
        const Done done = lookBack(thing, [this, &found](const auto &record) {
            if constexpr (requires { boardOf(record); })
                found = boardOf(record);
        });
        return done ? found : Result<BoardId>(done.error());
    }

    // Ids are unique in the whole workspace, so the first table that ever knew it is the one.
    template<class Take>
    Done lookBack(qint64 thing, const Take &take)
    {
        Done done;
        bool isFound = false;
        const auto look = [&]<class Record>(const Record &) {
            if (!done || isFound)
                return;
            const Result<std::optional<Record>> record = lastOf(decltype(Record::id)(thing));
            if (!record)
                done = record.error();
            else if ((isFound = record->has_value()))
                take(**record);
        };
        look(Board());
        look(Objective());
        look(KeyResult());
        look(MilestonePart());
        look(Kpi());
        look(Action());
        look(Cycle());
        look(Team());
        return done;
    }

    Result<BoardId> boardOf(const Board &board) { return board.id; }
    Result<BoardId> boardOf(const Objective &objective) { return objective.board; }
    Result<BoardId> boardOf(const KeyResult &keyResult) { return boardOf(keyResult.objective.value()); }
    Result<BoardId> boardOf(const MilestonePart &part) { return boardOf(part.keyResult.value()); }
    Result<BoardId> boardOf(const Kpi &kpi) { return kpi.board; }
    Result<BoardId> boardOf(const Action &action) { return action.board; }

    // A deleted record as it last was.
    template<class Record>
    Result<std::optional<Record>> lastOf(Id<Record> id)
    {
        const Result<std::vector<RowChange>> changes = m_reader.changesOf(Record::type().tag(), id.value());
        if (!changes)
            return changes.error();
        if (changes->empty() || !changes->back().existed)
            return std::optional<Record>();
        return canonical::decode(changes->back().before, Record::type(), id.value());
    }

    JournalReader m_reader;
    const WorkingSet &m_state;
    PersonId m_person;
    QHash<qint64, BoardId> m_boards;
};

} // namespace

Result<History> historyOf(const Engine &engine, const Series &series)
{
    Entries entries(engine);
    History history;
    for (const Measurement &measurement : series.points()) {
        Result<HistoryPoint> point = pointOf(engine, entries, measurement);
        if (!point)
            return point.error();
        point->numerator = measurement.numerator;
        point->denominator = measurement.denominator;
        history.append(*std::move(point));
    }
    return history;
}

Result<History> historyOf(const Engine &engine, const QList<const CheckIn *> &checkIns)
{
    Entries entries(engine);
    History history;
    for (const CheckIn *checkIn : checkIns) {
        Result<HistoryPoint> point = pointOf(engine, entries, *checkIn);
        if (!point)
            return point.error();
        point->confidence = checkIn->confidence;
        point->part = checkIn->part;
        history.append(*std::move(point));
    }
    std::stable_sort(history.begin(), history.end(), [](const HistoryPoint &left, const HistoryPoint &right) {
        return left.date < right.date;
    });
    return history;
}

Result<QString> nameToShow(const Engine &engine, const WorkingSet &state, PersonId person, qint64 subject)
{
    Audience audience(engine, state, person);
    const Result<bool> isShown = audience.mayKnow(person, subject);
    if (!isShown)
        return isShown.error();
    return *isShown ? audience.nameOfThing(subject) : Result<QString>(QString());
}

Result<QList<LogEntry>> log(const Engine &engine, const WorkingSet &state, PersonId person, qint64 since)
{
    QList<LogEntry> entries;
    Audience audience(engine, state, person);
    Done trouble;
    const Done done = JournalReader(engine).after(since, [&](const JournalEntry &entry) {
        const QVariantMap values = unpackDetails(entry.details);
        const qint64 subject = values.value(u"subject"_s).toString().toLongLong();
        const Result<bool> isShown = audience.mayKnow(entry.author, subject);
        const Result<QString> about =
            isShown && *isShown ? audience.nameOfThing(subject) : Result<QString>(QString());
        if (!isShown || !about) {
            trouble = isShown ? about.error() : isShown.error();
            return false;
        }
        if (*isShown)
            entries.append({entry.seq, entry.at, entry.author,
                            fromWord<Act>(QString::fromLatin1(entry.act)).value_or(Act::Edit), values, *about,
                            entry.hash});
        return true;
    });
    if (!done || !trouble)
        return done ? trouble.error() : done.error();
    return entries;
}

} // namespace milepost::telling
