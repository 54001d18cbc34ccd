// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/undocommands.h"

#include "core/services/whendone.h"
#include "ui/delegates/icons.h"
#include "ui/words/actwords.h"
#include "ui/words/filling.h"

namespace milepost {
UndoCommands::UndoCommands(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_undo.setObjectName(QStringLiteral("undo"));
    m_redo.setObjectName(QStringLiteral("redo"));
    m_undo.setShortcut(QKeySequence::Undo);
    m_undo.setIcon(icon(Icon::Undo));
    m_redo.setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_redo.setIcon(icon(Icon::Redo));
    show(m_undo, tr("Undo"), tr("Undo %1"), {});
    show(m_redo, tr("Redo"), tr("Redo %1"), {});
    connect(&m_undo, &QAction::triggered, this, [this] {
        m_redo.setEnabled(true);
        run(m_session.undo());
    });
    connect(&m_redo, &QAction::triggered, this, [this] { run(m_session.redo()); });
    connect(&session, &Session::opened, this, &UndoCommands::refresh);
    connect(&session, &Session::closed, this, &UndoCommands::refresh);
    connect(&session, &Session::changed, this, &UndoCommands::refresh);
    connect(&session, &Session::pendingChanged, this, &UndoCommands::foresee);
}

// Whoever types a value and takes it back at once does not wait for the answers: what is on its way can be
// undone, and the keys are not lost.
void UndoCommands::foresee(int pending)
{
    if (pending > 0)
        m_undo.setEnabled(true);
    else
        refresh();
}

void UndoCommands::run(const QFuture<Result<Receipt>> &answer)
{
    whenDone(answer, this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            Q_EMIT refused(receipt.error());
    });
}

// The answers come later; only those to the last question count.
void UndoCommands::refresh()
{
    const int asked = ++m_asked;
    whenDone(m_session.nextUndo(), this, [this, asked](const Result<UndoStep> &step) {
        if (asked == m_asked)
            show(m_undo, tr("Undo"), tr("Undo %1"), step ? *step : UndoStep());
    });
    whenDone(m_session.nextRedo(), this, [this, asked](const Result<UndoStep> &step) {
        if (asked == m_asked)
            show(m_redo, tr("Redo"), tr("Redo %1"), step ? *step : UndoStep());
    });
}

void UndoCommands::show(QAction &action, const QString &verb, const QString &verbOf, const UndoStep &step)
{
    action.setEnabled(step.seq > 0);
    if (step.seq == 0)
        return action.setText(verb);
    const QString task = taskName(step.act, step.values, [&step](qint64) { return step.about; });
    action.setText(asMenuText(fill(verbOf, {task})));
}

} // namespace milepost
