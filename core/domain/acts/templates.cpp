// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/templates.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/figures/formula.h"
#include "core/domain/figures/targetinforce.h"
#include "core/domain/rights.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

Error tooLarge(const BoardTemplate &content)
{
    return {Error::Code::TemplateTooLarge,
            {content.name, QString::number(content.rowCount()), QString::number(kMostTemplateRows)}};
}

/// Makes a template's rows one by one on a state that holds nothing but their board, so that the usual rules
/// check each, and the size of the workspace does not matter.
class Maker
{
public:
    Maker(Situation &in, const Draft &board) : m_in(in), m_owner{in.asker, {}}
    {
        m_state.of<Person>() = in.state.of<Person>();
        m_state.of<Team>() = in.state.of<Team>();
        m_state.of<Cycle>() = in.state.of<Cycle>();
        m_state.apply(board.edits);
        m_board = board.edits.of<Board>().added.first().id;
    }

    Done make(const BoardTemplate &content);
    /// What was made last, or could not be.
    const QString &place() const { return m_place; }
    /// What was made, apart from the board itself.
    void takeInto(Edits &edits) const;

private:
    Done add(const TemplateKpi &made);
    Done guard(const TemplateKpi &made);
    Done add(const TemplateObjective &made);
    Done add(const TemplateKeyResult &made, ObjectiveId objective);
    Result<KpiId> kpiCalled(const QString &name) const;
    QList<Phase> phasesOf(const TemplateKeyResult &made) const;
    template<class Act>
    Result<Edits> apply(const Act &act);

    Situation &m_in;
    Owner m_owner;
    WorkingSet m_state;
    BoardId m_board;
    QHash<QString, KpiId> m_kpis;
    QString m_place;
};

QString counted(const QString &list, qsizetype index)
{
    return list + u' ' + QString::number(index + 1);
}

Done checkShare(double share)
{
    if (share >= 0 && share <= 1)
        return {};
    return Error{Error::Code::OutOfRange, {QString::number(share), u"0"_s, u"1"_s}};
}

Done checkPhases(const QList<TemplatePhase> &phases)
{
    for (const TemplatePhase &phase : phases)
        for (const double share : {phase.at, phase.expected})
            if (const Done done = checkShare(share); !done)
                return done;
    return {};
}

template<class Act>
Result<Edits> Maker::apply(const Act &act)
{
    Situation step{m_state, m_in.asker, m_in.today, m_in.now, m_in.ids};
    const Result<Draft> draft = act(step);
    if (!draft)
        return draft.error();
    m_in.ids = step.ids;
    m_state.apply(draft->edits);
    return draft->edits;
}

Done Maker::make(const BoardTemplate &content)
{
    for (qsizetype i = 0; i < content.kpis.size(); ++i) {
        m_place = counted(u"kpis"_s, i);
        if (const Done done = add(content.kpis[i]); !done)
            return done;
    }
    for (qsizetype i = 0; i < content.kpis.size(); ++i) {
        m_place = counted(u"kpis"_s, i);
        if (const Done done = guard(content.kpis[i]); !done)
            return done;
    }
    for (qsizetype i = 0; i < content.objectives.size(); ++i) {
        m_place = counted(u"objectives"_s, i);
        if (const Done done = add(content.objectives[i]); !done)
            return done;
    }
    return {};
}

Done Maker::add(const TemplateKpi &made)
{
    if (!made.kpi.formula.isEmpty())
        if (const Result<Formula> formula = Formula::parse(made.kpi.formula); !formula)
            return formula.error();
    AddKpi request{made.kpi, made.target};
    request.kpi.board = m_board;
    request.kpi.owners = {m_owner};
    const Result<Edits> edits = apply([&](Situation &step) { return addKpi(step, request); });
    if (!edits)
        return edits.error();
    const Kpi &kpi = edits->of<Kpi>().added.first();
    m_kpis.insert(kpi.name, kpi.id);
    return {};
}

Done Maker::guard(const TemplateKpi &made)
{
    const Result<KpiId> guardrail = kpiCalled(made.guardrail);
    if (!guardrail)
        return guardrail.error();
    const Result<KpiId> guarded = kpiCalled(made.kpi.name);
    if (!guarded)
        return guarded.error();
    Kpi kpi = *m_state.find(*guarded);
    kpi.guardrail = *guardrail;
    m_state.of<Kpi>().put(kpi);
    return {};
}

Done Maker::add(const TemplateObjective &made)
{
    Objective objective = made.objective;
    objective.board = m_board;
    objective.owners = {m_owner};
    const Result<Edits> edits = apply([&](Situation &step) { return addObjective(step, objective); });
    if (!edits)
        return edits.error();
    const ObjectiveId id = edits->of<Objective>().added.first().id;
    const QString place = m_place;
    for (qsizetype i = 0; i < made.keyResults.size(); ++i) {
        m_place = place + u" / "_s + counted(u"keyResults"_s, i);
        if (const Done done = add(made.keyResults[i], id); !done)
            return done;
    }
    return {};
}

// Without owners of its own it has its objective's.
Done Maker::add(const TemplateKeyResult &made, ObjectiveId objective)
{
    const Result<KpiId> driver = kpiCalled(made.kpi);
    if (!driver)
        return driver.error();
    if (const Done done = checkPhases(made.phases); !done)
        return done;
    AddKeyResult request{made.keyResult, made.parts};
    request.keyResult.objective = objective;
    request.keyResult.kpi = *driver;
    request.keyResult.phases = phasesOf(made);
    const Result<Edits> edits = apply([&](Situation &step) { return addKeyResult(step, request); });
    return edits ? Done() : Done(edits.error());
}

Result<KpiId> Maker::kpiCalled(const QString &name) const
{
    if (name.isEmpty())
        return KpiId();
    const Result<QString> clean = cleanName(name);
    if (!clean)
        return clean.error();
    const auto found = m_kpis.constFind(*clean);
    if (found == m_kpis.constEnd())
        return Error{Error::Code::NameUnknown, {*clean}};
    return *found;
}

QList<Phase> Maker::phasesOf(const TemplateKeyResult &made) const
{
    const Cycle *cycle = m_state.cycleOf(m_board);
    if (!cycle)
        return {};
    const auto days = double(cycle->from.daysTo(cycle->to));
    QList<Phase> phases;
    for (const TemplatePhase &phase : made.phases)
        phases.append({cycle->from.addDays(qRound64(phase.at * days)), phase.expected});
    return phases;
}

void Maker::takeInto(Edits &edits) const
{
    const auto take = [&]<class Record>(const Record &) {
        for (const Record *record : m_state.of<Record>().all())
            edits.add(*record);
    };
    take(Kpi());
    take(Target());
    take(Objective());
    take(KeyResult());
    take(MilestonePart());
}

QString nameOfKpiOn(const WorkingSet &state, KpiId id, BoardId board)
{
    const Kpi *kpi = state.find(id);
    return kpi && kpi->board == board && !kpi->archived ? kpi->name : QString();
}

QList<TemplatePhase> phasesIn(const KeyResult &keyResult, const Cycle *cycle)
{
    QList<TemplatePhase> phases;
    if (!cycle || cycle->from == cycle->to)
        return phases;
    const auto days = double(cycle->from.daysTo(cycle->to));
    for (const Phase &phase : keyResult.phases) {
        const double at = double(cycle->from.daysTo(phase.date)) / days;
        if (at >= 0 && at <= 1)
            phases.append({at, phase.expected});
    }
    return phases;
}

/// What of a record can stand anywhere.
template<class Record>
Record bare(Record record)
{
    record.id = {};
    record.rev = 0;
    record.position = 0;
    if constexpr (requires { record.owners; })
        record.owners.clear();
    return record;
}

TemplateKeyResult templateOf(const WorkingSet &state, const KeyResult &keyResult, BoardId board)
{
    TemplateKeyResult made;
    made.keyResult = bare(keyResult);
    made.keyResult.objective = {};
    made.keyResult.kpi = {};
    made.keyResult.phases.clear();
    made.kpi = nameOfKpiOn(state, keyResult.kpi, board);
    made.phases = phasesIn(keyResult, state.cycleOf(board));
    for (const MilestonePart *part : state.of<MilestonePart>().of(keyResult.id)) {
        made.parts.append(bare(*part));
        made.parts.last().keyResult = {};
    }
    return made;
}

TemplateObjective templateOf(const WorkingSet &state, const Objective &objective)
{
    TemplateObjective made;
    made.objective = bare(objective);
    made.objective.board = {};
    made.objective.parent = {};
    made.objective.grade.reset();
    for (const KeyResult *keyResult : state.of<KeyResult>().of(objective.id))
        if (!keyResult->archived)
            made.keyResults.append(templateOf(state, *keyResult, objective.board));
    return made;
}

TemplateKpi templateOf(const WorkingSet &state, const Kpi &kpi, QDate today)
{
    TemplateKpi made;
    made.kpi = bare(kpi);
    made.kpi.board = {};
    made.kpi.guardrail = {};
    made.guardrail = nameOfKpiOn(state, kpi.guardrail, kpi.board);
    if (const Target *target = targetInForce(state.of<Target>().of(kpi.id), today)) {
        made.target.emplace();
        made.target->value = target->value;
        made.target->low = target->low;
        made.target->high = target->high;
    }
    return made;
}

} // namespace

qsizetype BoardTemplate::rowCount() const
{
    qsizetype count = kpis.size() + objectives.size();
    for (const TemplateObjective &objective : objectives) {
        count += objective.keyResults.size();
        for (const TemplateKeyResult &keyResult : objective.keyResults)
            count += keyResult.parts.size();
    }
    return count;
}

Result<Draft> addFromTemplate(Situation &in, const AddFromTemplate &request)
{
    if (request.content.rowCount() > kMostTemplateRows)
        return tooLarge(request.content);
    Result<Draft> draft = addBoard(in, request.board);
    if (!draft)
        return draft;
    const Result<QString> description = cleanText(request.content.description);
    if (!description)
        return description.error();
    Board &board = draft->edits.of<Board>().added.first();
    board.description = *description;
    if (request.newCycle) {
        const Result<Draft> cycle = addCycle(in, *request.newCycle);
        if (!cycle)
            return cycle.error();
        draft->edits.add(cycle->edits.of<Cycle>().added.first());
        board.cycle = draft->edits.of<Cycle>().added.first().id;
    }
    Maker maker(in, *draft);
    if (const Done done = maker.make(request.content); !done)
        return done.error();
    maker.takeInto(draft->edits);
    return draft;
}

std::optional<TemplateFault> faultIn(const BoardTemplate &content)
{
    if (content.rowCount() > kMostTemplateRows)
        return TemplateFault{{}, tooLarge(content)};
    // Any one person and an empty workspace will do.
    WorkingSet state;
    Person person;
    person.id = PersonId(1);
    state.of<Person>().put(person);
    Situation in{state, person.id, {}, 0, IdSource::startingAt(2)};
    const Result<Draft> board = addBoard(in, {content.name, Visibility::Public, {}});
    if (!board)
        return TemplateFault{{}, board.error()};
    for (const QString *text : {&content.summary, &content.advice, &content.description})
        if (const Result<QString> clean = cleanText(*text); !clean)
            return TemplateFault{{}, clean.error()};
    Maker maker(in, *board);
    const Done done = maker.make(content);
    return done ? std::nullopt : std::optional(TemplateFault{maker.place(), done.error()});
}

qint64 idsNeededBy(const BoardTemplate &content)
{
    return 3 + content.rowCount() +
           content.kpis.size(); // the board, its grant and cycle; a target for each KPI
}

Result<BoardTemplate> templateOf(const WorkingSet &state, PersonId asker, BoardId id, QDate today)
{
    if (!canSee(state, asker, id))
        return Error{Error::Code::NameUnknown, {id.toString()}};
    const Board &board = *state.find(id);
    BoardTemplate made;
    made.name = board.name;
    made.description = board.description;
    for (const Objective *objective : state.of<Objective>().of(id))
        if (!objective->archived)
            made.objectives.append(templateOf(state, *objective));
    for (const Kpi *kpi : state.of<Kpi>().of(id))
        if (!kpi->archived)
            made.kpis.append(templateOf(state, *kpi, today));
    if (made.rowCount() > kMostTemplateRows)
        return tooLarge(made);
    return made;
}

} // namespace milepost
