// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/undoing.h"

#include "core/domain/acts/compensating.h"
#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "core/storage/journal.h"
#include "core/storage/past.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace milepost::undoing {
namespace {

/// An act that can be taken back or done again, and the entry to revert for it: the act itself, the redo that
/// did it again, or the undo that took it back.
struct Candidate
{
    UndoStep step;
    qint64 revert = 0;
};

UndoStep stepOf(const JournalEntry &entry, const QVariantMap &values)
{
    const auto act = fromWord<Act>(QString::fromLatin1(entry.act)).value_or(Act::Edit);
    if (act != Act::Undo && act != Act::Redo)
        return {entry.seq, act, values};
    return {originOf(entry), fromWord<Act>(values.value(u"act"_s).toString()).value_or(Act::Edit), values};
}

// Read backwards, the first entry about an act tells what has become of it.
Result<Candidate> lastDone(const Engine &engine, PersonId person)
{
    Candidate found;
    QSet<qint64> settled;
    const Done done = JournalReader(engine).backwardsBy(person, [&](const JournalEntry &entry) {
        const auto act = fromWord<Act>(QString::fromLatin1(entry.act)).value_or(Act::Edit);
        const UndoStep step = stepOf(entry, unpackDetails(entry.details));
        if (settled.contains(step.seq))
            return true;
        settled.insert(step.seq);
        if (act == Act::Undo || (act != Act::Redo && !isUndoable(act)))
            return true;
        found = {step, entry.seq};
        return false;
    });
    return done ? Result<Candidate>(found) : Result<Candidate>(done.error());
}

Result<Candidate> lastUndone(const Engine &engine, PersonId person)
{
    Candidate found;
    QSet<qint64> settled;
    const Done done = JournalReader(engine).backwardsBy(person, [&](const JournalEntry &entry) {
        const auto act = fromWord<Act>(QString::fromLatin1(entry.act)).value_or(Act::Edit);
        if (act != Act::Undo && act != Act::Redo)
            return !isUndoable(act); // an act of one's own after it leaves nothing to do again
        const UndoStep step = stepOf(entry, unpackDetails(entry.details));
        if (settled.contains(step.seq))
            return true;
        settled.insert(step.seq);
        if (act == Act::Redo)
            return true;
        found = {step, entry.seq};
        return false;
    });
    return done ? Result<Candidate>(found) : Result<Candidate>(done.error());
}

// The sequence of the last change of a row, as what stands in the way is told.
Error touchedSince(const Engine &engine, const RowPlace &place)
{
    const Result<std::vector<RowChange>> changes = JournalReader(engine).changesOf(place.table, place.row);
    if (!changes)
        return changes.error();
    return {Error::Code::TouchedSince, {QString::number(changes->empty() ? 0 : changes->back().seq)}};
}

// Of an undo or redo, what it took back or did again.
Act actMeant(const LogEntry &entry)
{
    if (entry.act != Act::Undo && entry.act != Act::Redo)
        return entry.act;
    return fromWord<Act>(entry.values.value(u"act"_s).toString()).value_or(Act::Edit);
}

// What others leave alone, whatever their rights: what someone said, and blocks of values, which may reach
// beyond the board that they are about.
bool isPersonal(Act act, const QVariantMap &values)
{
    return act == Act::AddComment || act == Act::Import || act == Act::Paste ||
           values.value(u"kind"_s).toString() == QLatin1String(Comment::type().table());
}

Result<Draft> compensate(const Engine &engine, Situation &in, const Candidate &candidate, Act act)
{
    Result<Edits> edits = Past(engine).revertOf(candidate.revert);
    if (!edits)
        return edits.error();
    const qint64 subject = candidate.step.values.value(u"subject"_s).toString().toLongLong();
    if (const Done done = checkCompensation(in, *edits, subject); !done)
        return done.error().code == Error::Code::NameUnknown ? Error{Error::Code::UndoUnseen} : done.error();
    if (const std::optional<RowPlace> place = rowInTheWay(in.state, *edits))
        return touchedSince(engine, *place);
    Draft draft;
    draft.act = act;
    draft.values = candidate.step.values;
    draft.values.insert(u"of"_s, QString::number(candidate.step.seq));
    draft.values.insert(u"act"_s, wordOf(candidate.step.act));
    draft.edits = *std::move(edits);
    return draft;
}

} // namespace

Result<UndoStep> nextUndo(const Engine &engine, PersonId person)
{
    const Result<Candidate> candidate = lastDone(engine, person);
    return candidate ? Result<UndoStep>(candidate->step) : Result<UndoStep>(candidate.error());
}

Result<UndoStep> nextRedo(const Engine &engine, PersonId person)
{
    const Result<Candidate> candidate = lastUndone(engine, person);
    return candidate ? Result<UndoStep>(candidate->step) : Result<UndoStep>(candidate.error());
}

Result<Draft> undo(const Engine &engine, Situation &in)
{
    if (const Done done = requireMember(in.state, in.asker); !done)
        return done.error();
    const Result<Candidate> candidate = lastDone(engine, in.asker);
    if (!candidate)
        return candidate.error();
    if (candidate->revert == 0)
        return Error{Error::Code::NothingToUndo};
    return compensate(engine, in, *candidate, Act::Undo);
}

Result<Draft> redo(const Engine &engine, Situation &in)
{
    if (const Done done = requireMember(in.state, in.asker); !done)
        return done.error();
    const Result<Candidate> candidate = lastUndone(engine, in.asker);
    if (!candidate)
        return candidate.error();
    if (candidate->revert == 0)
        return Error{Error::Code::NothingToRedo};
    return compensate(engine, in, *candidate, Act::Redo);
}

Done mayTakeBack(const WorkingSet &state, PersonId person, const LogEntry &entry)
{
    if (const Done done = requireMember(state, person); !done)
        return done;
    const Act act = actMeant(entry);
    if (!isUndoable(act))
        return Error{Error::Code::NotUndoable, {wordOf(act)}};
    if (entry.author == person)
        return {};
    const qint64 subject = entry.values.value(u"subject"_s).toString().toLongLong();
    const BoardId board = boardOfThing(state, subject);
    if (!state.find(board) || subject == board.value() || isPersonal(act, entry.values))
        return Error{Error::Code::NotUndoable, {wordOf(act)}};
    return require(state, person, board, Role::Editor);
}

Result<Draft> takeBack(const Engine &engine, Situation &in, qint64 seq)
{
    const Result<std::optional<JournalEntry>> found = JournalReader(engine).entry(seq);
    if (!found)
        return found.error();
    if (!*found)
        return Error{Error::Code::NothingToUndo};
    const JournalEntry &entry = **found;
    const QVariantMap values = unpackDetails(entry.details);
    const auto act = fromWord<Act>(QString::fromLatin1(entry.act)).value_or(Act::Edit);
    if (const Done done = mayTakeBack(in.state, in.asker, {seq, entry.at, entry.author, act, values, {}, {}});
        !done)
        return done.error().code == Error::Code::NameUnknown ? Error{Error::Code::UndoUnseen} : done.error();
    return compensate(engine, in, {stepOf(entry, values), seq}, act == Act::Undo ? Act::Redo : Act::Undo);
}

} // namespace milepost::undoing
