// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/rowcommands.h"

#include "core/domain/acts/deleting.h"
#include "core/domain/acts/moving.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/delegates/icons.h"
#include "ui/words/filling.h"

#include <QMenu>
#include <QWidget>

namespace milepost {
namespace {

constexpr Named::Kinds kRows =
    Named::Kind::Objective | Named::Kind::KeyResult | Named::Kind::Part | Named::Kind::Kpi;

} // namespace

RowCommands::RowCommands(Session &session, QWidget *table, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_table(table)
    , m_up(tr("Move &up"))
    , m_down(tr("Move &down"))
    , m_move(tr("Move to &another board…"))
    , m_archive(tr("Ar&chive row"))
    , m_delete(tr("Delete ro&w"))
{
    m_up.setIcon(icon(Icon::Up));
    m_down.setIcon(icon(Icon::Down));
    m_archive.setIcon(icon(Icon::Archive));
    add(m_up, QKeySequence(Qt::CTRL | Qt::Key_Up));
    add(m_down, QKeySequence(Qt::CTRL | Qt::Key_Down));
    add(m_move, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    add(m_archive, {});
    add(m_delete, QKeySequence(Qt::Key_Delete));
    connect(&m_up, &QAction::triggered, this, [this] { step(Step::Up); });
    connect(&m_down, &QAction::triggered, this, [this] { step(Step::Down); });
    connect(&m_move, &QAction::triggered, this, &RowCommands::placeWanted);
    connect(&m_archive, &QAction::triggered, this, &RowCommands::archiveRow);
    connect(&m_delete, &QAction::triggered, this, &RowCommands::deleteRow);
    connect(&session, &Session::changed, this, &RowCommands::enable);
    connect(&session, &Session::reloaded, this, &RowCommands::enable);
    connect(&session, &Session::closed, this, &RowCommands::enable);
    enable();
}

void RowCommands::add(QAction &action, const QKeySequence &keys)
{
    action.setShortcut(keys);
    action.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(&action);
}

QList<QAction *> RowCommands::actions()
{
    return {&m_up, &m_down, &m_move, &m_archive, &m_delete};
}

void RowCommands::setRow(qint64 id)
{
    m_row = id;
    enable();
}

void RowCommands::enable()
{
    const WorkingSet &state = m_session.state();
    const std::optional<Named> row = m_row != 0 ? nameOf(state, m_row) : std::nullopt;
    const bool mayEdit = row && kRows.testFlag(row->kind) &&
                         require(state, m_session.me(), boardOfThing(state, m_row), Role::Editor);
    for (QAction *action : {&m_up, &m_down, &m_delete})
        action->setEnabled(mayEdit);
    const bool isPart = row && row->kind == Named::Kind::Part; // it stays with its key result
    m_move.setEnabled(mayEdit && !isPart);
    m_archive.setEnabled(mayEdit && !isPart);
}

// The place is found on the rows as they stand when it is written: the key may be held down.
void RowCommands::step(Step way)
{
    Intent intent;
    intent.decide = [id = m_row, way](Situation &in) -> Result<Draft> {
        const std::optional<Named> row = nameOf(in.state, id);
        const std::optional<Spot> spot = row ? spotAfter(in.state, *row, way) : std::nullopt;
        if (spot)
            return place(in, *row, *spot);
        Draft nothing;
        nothing.nothingToDo = true;
        return nothing;
    };
    submit(std::move(intent), [](qint64) {});
}

void RowCommands::fillPlaces(QMenu *menu)
{
    const WorkingSet &state = m_session.state();
    const KeyResult *keyResult = state.find(KeyResultId(m_row));
    const BoardId own = boardOfThing(state, m_row);
    for (const Board *board : visibleBoards(state, m_session.me())) {
        if (board->archived || roleOn(state, m_session.me(), board->id) < Role::Editor)
            continue;
        if (keyResult)
            addObjectives(menu, *board, keyResult->objective);
        else if (board->id != own)
            menu->addAction(icon(Icon::Board), asMenuText(inLine(board->name)), this,
                            [this, id = board->id, name = board->name] { moveTo(id.value(), name); });
    }
    if (menu->isEmpty())
        menu->addAction(keyResult ? tr("There is no other objective that you may edit")
                                  : tr("There is no other board that you may edit"))
            ->setEnabled(false);
}

void RowCommands::addObjectives(QMenu *menu, const Board &board, ObjectiveId own)
{
    QMenu *objectives = nullptr;
    for (const Objective *objective : m_session.state().of<Objective>().of(board.id)) {
        if (objective->archived || objective->id == own)
            continue;
        if (!objectives)
            objectives = menu->addMenu(icon(Icon::Board), asMenuText(inLine(board.name)));
        objectives->addAction(
            icon(Icon::Objective), asMenuText(inLine(objective->title)), this,
            [this, id = objective->id, name = objective->title] { moveTo(id.value(), name); });
    }
}

void RowCommands::moveTo(qint64 parent, const QString &name)
{
    if (const std::optional<Named> row = nameOf(m_session.state(), m_row))
        move(*row, parent, name);
}

void RowCommands::move(const Named &row, qint64 parent, const QString &to)
{
    Intent intent;
    intent.decide = [row, parent](Situation &in) { return place(in, row, {parent, 0}); };
    submit(std::move(intent), [this, name = row.name, to](qint64 seq) { Q_EMIT moved(name, to, seq); });
}

void RowCommands::archiveRow()
{
    const std::optional<Named> row = nameOf(m_session.state(), m_row);
    if (!row)
        return;
    Intent intent;
    intent.decide = [row = *row](Situation &in) { return archive(in, row); };
    submit(std::move(intent), [this, name = row->name](qint64 seq) { Q_EMIT archived(name, seq); });
}

void RowCommands::deleteRow()
{
    const std::optional<Named> row = nameOf(m_session.state(), m_row);
    if (!row)
        return;
    Intent intent;
    intent.needs = [row = *row](const WorkingSet &state) { return seriesNeededToDelete(state, row); };
    intent.decide = [row = *row](Situation &in) { return deleteThing(in, row); };
    submit(std::move(intent), [this, name = row->name](qint64 seq) { Q_EMIT deleted(name, seq); });
}

void RowCommands::submit(Intent intent, const std::function<void(qint64)> &done)
{
    whenDone(m_session.submit(std::move(intent)), this, [this, done](const Result<Receipt> &receipt) {
        if (!receipt)
            Q_EMIT refused(receipt.error());
        else if (receipt->isWritten())
            done(receipt->change.seq);
    });
}

} // namespace milepost
