// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/addcommands.h"

#include "core/domain/acts/goals.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/commands/formdialog.h"
#include "ui/delegates/icons.h"
#include "ui/models/typedvalue.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace milepost {
namespace {

template<class Choice>
QList<std::pair<QString, QVariant>> choices(std::initializer_list<Choice> values)
{
    QList<std::pair<QString, QVariant>> entries;
    for (const Choice value : values)
        entries.append({label(value), static_cast<int>(value)});
    return entries;
}

template<class Choice>
Choice chosen(const QComboBox *box)
{
    return static_cast<Choice>(box->currentData().toInt());
}

/// An empty line is no number; anything else must be one.
Done readNumber(const QLineEdit *line, const QString &unit, std::optional<double> &number)
{
    if (line->text().trimmed().isEmpty())
        return {};
    const Result<double> value = typedNumber(line->text(), unit);
    if (!value)
        return value.error();
    number = *value;
    return {};
}

/// Nobody of its own first: then the objective's owners answer for a key result.
QList<std::pair<QString, QVariant>> ownerChoices(const WorkingSet &state)
{
    QList<std::pair<QString, QVariant>> entries = {{AddCommands::tr("As the objective"), qint64(0)}};
    for (const Person *person : state.of<Person>().all())
        if (person->isActive())
            entries.append({person->name, person->id.value()});
    for (const Team *team : state.of<Team>().all())
        entries.append({fill(AddCommands::tr("Team %1"), {team->name}), team->id.value()});
    return entries;
}

QList<Owner> chosenOwners(const WorkingSet &state, const QComboBox *box)
{
    const qint64 id = box->currentData().toLongLong();
    if (state.find(PersonId(id)))
        return {Owner{PersonId(id), {}}};
    return state.find(TeamId(id)) ? QList<Owner>{Owner{{}, TeamId(id)}} : QList<Owner>();
}

} // namespace

AddCommands::AddCommands(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_addObjective(tr("Objective…"))
    , m_addKeyResult(tr("Key result…"))
    , m_addKpi(tr("KPI…"))
{
    m_addObjective.setIcon(icon(Icon::Objective));
    m_addKpi.setIcon(icon(Icon::Kpi));
    m_addObjective.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_addKeyResult.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_addKpi.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    m_menu.setTitle(tr("&Add"));
    m_menu.addActions({&m_addObjective, &m_addKeyResult, &m_addKpi});
    connect(&m_addObjective, &QAction::triggered, this, &AddCommands::askForObjective);
    connect(&m_addKeyResult, &QAction::triggered, this, &AddCommands::askForKeyResult);
    connect(&m_addKpi, &QAction::triggered, this, &AddCommands::askForKpi);
    connect(&session, &Session::changed, this, &AddCommands::enable);
    connect(&session, &Session::reloaded, this, &AddCommands::enable);
    connect(&session, &Session::closed, this, &AddCommands::enable);
    enable();
}

void AddCommands::setBoard(BoardId board)
{
    m_board = board;
    enable();
}

// A key result needs an objective that it is of.
void AddCommands::enable()
{
    const WorkingSet &state = m_session.state();
    const bool mayEdit = bool(require(state, m_session.me(), m_board, Role::Editor));
    for (QAction *action : {&m_addObjective, &m_addKpi})
        action->setEnabled(mayEdit);
    const QList<const Objective *> objectives = state.of<Objective>().of(m_board);
    m_addKeyResult.setEnabled(mayEdit && std::any_of(objectives.begin(), objectives.end(),
                                                     [](const Objective *one) { return !one->archived; }));
}

template<class Form>
void AddCommands::submit(Form *form, Decide decide)
{
    Intent intent;
    intent.decide = std::move(decide);
    whenDone(m_session.submit(std::move(intent)), form, [this, form](const Result<Receipt> &receipt) {
        if (!receipt)
            return form->showError(receipt.error());
        form->finish();
        tellRow(receipt->change.edits);
    });
}

void AddCommands::tellRow(const Edits &edits)
{
    if (const auto &added = edits.of<Objective>().added; !added.isEmpty())
        Q_EMIT rowAdded(RowKind::Objective, added.first().id.value());
    if (const auto &added = edits.of<KeyResult>().added; !added.isEmpty())
        Q_EMIT rowAdded(RowKind::KeyResult, added.first().id.value());
    if (const auto &added = edits.of<Kpi>().added; !added.isEmpty())
        Q_EMIT rowAdded(RowKind::Kpi, added.first().id.value());
}

void AddCommands::askForObjective()
{
    auto *form = new FormDialog(tr("New objective"), tr("Add objective"), m_window);
    form->setAttribute(Qt::WA_DeleteOnClose);
    const QLineEdit *title = form->addLine(tr("Objective"), QStringLiteral("objectiveTitle"),
                                           tr("What shall be different at the end of the cycle?"));
    const QLineEdit *why = form->addLine(tr("Why"), QStringLiteral("objectiveWhy"));
    const QComboBox *kind = form->addChoice(tr("Kind"), QStringLiteral("objectiveKind"),
                                            choices({ObjectiveKind::Committed, ObjectiveKind::Aspirational}));
    form->onSend([this, form, title, why, kind] {
        Objective objective;
        objective.board = m_board;
        objective.title = title->text();
        objective.why = why->text();
        objective.kind = chosen<ObjectiveKind>(kind);
        objective.owners = {Owner{m_session.me(), {}}};
        submit(form, [objective](Situation &in) { return addObjective(in, objective); });
    });
    form->open();
}

void AddCommands::askForKeyResult()
{
    auto *form = new FormDialog(tr("New key result"), tr("Add key result"), m_window);
    form->setAttribute(Qt::WA_DeleteOnClose);
    QList<std::pair<QString, QVariant>> objectives;
    for (const Objective *objective : m_session.state().of<Objective>().of(m_board))
        if (!objective->archived)
            objectives.append({objective->title, objective->id.value()});
    const QLineEdit *title = form->addLine(tr("Key result"), QStringLiteral("keyResultTitle"),
                                           tr("How will one see that it is reached?"));
    const QComboBox *objective = form->addChoice(tr("Of"), QStringLiteral("keyResultObjective"), objectives);
    const QComboBox *kind =
        form->addChoice(tr("Kind"), QStringLiteral("keyResultKind"),
                        choices({KeyResultKind::Reach, KeyResultKind::Above, KeyResultKind::Below,
                                 KeyResultKind::Between, KeyResultKind::Milestone, KeyResultKind::Baseline}));
    const QLineEdit *from = form->addLine(tr("From"), QStringLiteral("keyResultFrom"));
    const QLineEdit *to = form->addLine(tr("To"), QStringLiteral("keyResultTo"));
    const QLineEdit *unit =
        form->addLine(tr("Unit"), QStringLiteral("keyResultUnit"), tr("%, €, min, or none"));
    const QComboBox *owner =
        form->addChoice(tr("Owner"), QStringLiteral("keyResultOwner"), ownerChoices(m_session.state()));
    form->onSend([this, form, title, objective, kind, from, to, unit, owner] {
        AddKeyResult request;
        request.keyResult.objective = ObjectiveId(objective->currentData().toLongLong());
        request.keyResult.title = title->text();
        request.keyResult.kind = chosen<KeyResultKind>(kind);
        request.keyResult.unit = unit->text().trimmed();
        request.keyResult.owners = chosenOwners(m_session.state(), owner);
        const bool isBand = request.keyResult.kind == KeyResultKind::Between;
        Done done = readNumber(from, request.keyResult.unit,
                               isBand ? request.keyResult.low : request.keyResult.start);
        if (done)
            done = readNumber(to, request.keyResult.unit,
                              isBand ? request.keyResult.high : request.keyResult.target);
        if (!done)
            return form->showError(done.error());
        submit(form, [request](Situation &in) { return addKeyResult(in, request); });
    });
    form->open();
}

void AddCommands::askForKpi()
{
    auto *form = new FormDialog(tr("New KPI"), tr("Add KPI"), m_window);
    form->setAttribute(Qt::WA_DeleteOnClose);
    const QLineEdit *name =
        form->addLine(tr("KPI"), QStringLiteral("kpiName"), tr("What is watched over time?"));
    const QLineEdit *unit = form->addLine(tr("Unit"), QStringLiteral("kpiUnit"), tr("%, €, min, or none"));
    const QComboBox *direction =
        form->addChoice(tr("Good is"), QStringLiteral("kpiDirection"),
                        choices({Direction::Up, Direction::Down, Direction::Neutral}));
    const QComboBox *cadence = form->addChoice(
        tr("Measured every"), QStringLiteral("kpiCadence"),
        choices({Cadence::Month, Cadence::Week, Cadence::Day, Cadence::Quarter, Cadence::Year}));
    const QLineEdit *target = form->addLine(tr("Target"), QStringLiteral("kpiTarget"), tr("None yet"));
    form->onSend([this, form, name, unit, direction, cadence, target] {
        AddKpi request;
        request.kpi.board = m_board;
        request.kpi.name = name->text();
        request.kpi.unit = unit->text().trimmed();
        request.kpi.direction = chosen<Direction>(direction);
        request.kpi.cadence = chosen<Cadence>(cadence);
        request.kpi.owners = {Owner{m_session.me(), {}}};
        std::optional<double> value;
        if (const Done done = readNumber(target, request.kpi.unit, value); !done)
            return form->showError(done.error());
        if (value) {
            request.target.emplace();
            request.target->value = value;
        }
        submit(form, [request](Situation &in) { return addKpi(in, request); });
    });
    form->open();
}

} // namespace milepost
