// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/lookup.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/rights.h"
#include "core/domain/texts.h"

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

using Kind = Named::Kind;

constexpr Named::Kinds kAllKinds = Kind::Board | Kind::Objective | Kind::KeyResult | Kind::Part | Kind::Kpi |
                                   Kind::Action | Kind::Person | Kind::Team | Kind::Cycle;

class Names
{
public:
    Names(const WorkingSet &state, Named::Kinds kinds) : m_state(state), m_kinds(kinds) {}

    void addBoard(const Board &board)
    {
        add(Kind::Board, board.id.value(), board.name, {});
        addActions(board.id.value(), board.name);
        for (const Objective *objective : m_state.of<Objective>().of(board.id))
            addObjective(*objective, board.name);
        for (const Kpi *kpi : m_state.of<Kpi>().of(board.id)) {
            add(Kind::Kpi, kpi->id.value(), kpi->name, board.name);
            addActions(kpi->id.value(), under(board.name, kpi->name));
        }
    }

    void addFrame()
    {
        for (const Person *person : m_state.of<Person>().all())
            add(Kind::Person, person->id.value(), person->name, {});
        for (const Team *team : m_state.of<Team>().all())
            add(Kind::Team, team->id.value(), team->name, {});
        for (const Cycle *cycle : m_state.of<Cycle>().all())
            add(Kind::Cycle, cycle->id.value(), cycle->name, {});
    }

    QList<Named> take() { return std::move(m_names); }

private:
    static QString under(const QString &parent, const QString &name)
    {
        return parent.isEmpty() ? name : parent + u'/' + name;
    }

    void add(Kind kind, qint64 id, const QString &name, const QString &parent)
    {
        if (m_kinds.testFlag(kind))
            m_names.append({kind, id, name, under(parent, name)});
    }

    void addActions(qint64 subject, const QString &path)
    {
        for (const Action *action : m_state.of<Action>().of(subject))
            add(Kind::Action, action->id.value(), action->title, path);
    }

    void addObjective(const Objective &objective, const QString &board)
    {
        add(Kind::Objective, objective.id.value(), objective.title, board);
        const QString path = under(board, objective.title);
        addActions(objective.id.value(), path);
        for (const KeyResult *keyResult : m_state.of<KeyResult>().of(objective.id)) {
            add(Kind::KeyResult, keyResult->id.value(), keyResult->title, path);
            const QString keyResultPath = under(path, keyResult->title);
            addActions(keyResult->id.value(), keyResultPath);
            for (const MilestonePart *part : m_state.of<MilestonePart>().of(keyResult->id))
                add(Kind::Part, part->id.value(), part->title, keyResultPath);
        }
    }

    const WorkingSet &m_state;
    Named::Kinds m_kinds;
    QList<Named> m_names;
};

template<class Fits>
QList<Named> those(const QList<Named> &names, Fits &&fits)
{
    QList<Named> list;
    std::copy_if(names.begin(), names.end(), std::back_inserter(list), fits);
    return list;
}

// A path may leave out its beginning: "Objective/Key result" serves where it is clear.
bool endsWithPath(const QString &path, const QString &text)
{
    return path == text || path.endsWith(QString(u'/' + text));
}

QList<Named> matches(const QList<Named> &names, const QString &text)
{
    QList<Named> found = those(names, [&text](const Named &one) { return one.name == text; });
    if (found.isEmpty() && text.contains(u'/'))
        found = those(names, [&text](const Named &one) { return endsWithPath(one.path, text); });
    const QString key = folded(text);
    if (found.isEmpty())
        found = those(names, [&key](const Named &one) { return folded(one.name) == key; });
    if (found.isEmpty() && text.contains(u'/'))
        found = those(names, [&key](const Named &one) { return endsWithPath(folded(one.path), key); });
    if (found.isEmpty())
        found = those(names, [&text](const Named &one) { return QString::number(one.id) == text; });
    return found;
}

QString boardName(const WorkingSet &state, BoardId id)
{
    const Board *board = state.find(id);
    return board ? board->name : QString();
}

QString pathOf(const WorkingSet &state, const Objective &objective)
{
    return boardName(state, objective.board) + u'/' + objective.title;
}

QString pathOf(const WorkingSet &state, const KeyResult &keyResult)
{
    const Objective *objective = state.find(keyResult.objective);
    return (objective ? pathOf(state, *objective) : QString()) + u'/' + keyResult.title;
}

QString pathOf(const WorkingSet &state, const MilestonePart &part)
{
    const KeyResult *keyResult = state.find(part.keyResult);
    return (keyResult ? pathOf(state, *keyResult) : QString()) + u'/' + part.title;
}

QString pathOf(const WorkingSet &state, const Kpi &kpi)
{
    return boardName(state, kpi.board) + u'/' + kpi.name;
}

template<class Record>
QString pathOf(const WorkingSet &, const Record &record)
{
    return nameIn(record);
}

Error ambiguous(const QString &text, const QList<Named> &found)
{
    QStringList values = {text};
    for (const Named &one : found) {
        const bool isPathShared = std::count_if(found.begin(), found.end(), [&one](const Named &other) {
                                      return other.path == one.path;
                                  }) > 1;
        values << (isPathShared ? QString(wordOf(one.kind) + u' ' + QString::number(one.id)) : one.path);
    }
    return {Error::Code::NameAmbiguous, values};
}

} // namespace

QList<Named> namesFor(const WorkingSet &state, PersonId person, Named::Kinds kinds)
{
    Names names(state, kinds);
    for (const Board *board : visibleBoards(state, person))
        names.addBoard(*board);
    names.addFrame();
    return names.take();
}

Result<Named> lookUp(const WorkingSet &state, PersonId person, const QString &text, Named::Kinds kinds)
{
    const QString name = text.normalized(QString::NormalizationForm_C).trimmed();
    const QList<Named> found = matches(namesFor(state, person, kinds), name);
    if (found.size() == 1)
        return found.first();
    if (found.size() > 1)
        return ambiguous(name, found);
    const QList<Named> others = matches(namesFor(state, person, kAllKinds), name);
    if (!others.isEmpty())
        return Error{Error::Code::WrongKind, {name, wordOf(others.first().kind)}};
    return Error{Error::Code::NameUnknown, {name}};
}

std::optional<Named> nameOf(const WorkingSet &state, qint64 id)
{
    std::optional<Named> found;
    const auto tryOne = [&]<class Record>(Kind kind, const Record *record) {
        if (record)
            found = Named{kind, id, nameIn(*record), pathOf(state, *record)};
    };
    tryOne(Kind::Board, state.find(BoardId(id)));
    tryOne(Kind::Objective, state.find(ObjectiveId(id)));
    tryOne(Kind::KeyResult, state.find(KeyResultId(id)));
    tryOne(Kind::Part, state.find(MilestonePartId(id)));
    tryOne(Kind::Kpi, state.find(KpiId(id)));
    tryOne(Kind::Action, state.find(ActionId(id)));
    tryOne(Kind::Person, state.find(PersonId(id)));
    tryOne(Kind::Team, state.find(TeamId(id)));
    tryOne(Kind::Cycle, state.find(CycleId(id)));
    return found;
}

BoardId boardOfThing(const WorkingSet &state, qint64 id)
{
    if (state.find(BoardId(id)))
        return BoardId(id);
    if (const Action *action = state.find(ActionId(id)))
        return action->board;
    if (const MilestonePart *part = state.find(MilestonePartId(id)))
        return state.boardOf(part->keyResult);
    for (const BoardId board :
         {state.boardOf(ObjectiveId(id)), state.boardOf(KeyResultId(id)), state.boardOf(KpiId(id))})
        if (board.isValid())
            return board;
    return {};
}

} // namespace milepost
