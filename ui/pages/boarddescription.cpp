// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boarddescription.h"

#include "core/domain/acts/editing.h"
#include "core/services/whendone.h"
#include "ui/pages/inspector/inlinefield.h"
#include "ui/words/errors.h"
#include "ui/words/filling.h"

#include <QApplication>
#include <QVBoxLayout>

namespace milepost {
namespace {

/// So that its text begins below the title's.
constexpr int kMargin = 14;

} // namespace

BoardDescription::BoardDescription(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_field(new InlineField([](Completes) -> QStringList { return {}; }, InlineField::Look::Quiet, this))
{
    setObjectName(QStringLiteral("boardDescription"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, 0, kMargin, 6);
    layout->addWidget(m_field);
    connect(m_field, &InlineField::edited, this,
            [this](const QString &, const QString &text) { submit(text); });
    connect(m_field, &InlineField::ended, this, &BoardDescription::end);
    hide();
}

void BoardDescription::setBoard(const Board &board, bool mayEdit)
{
    if (m_board != board.id)
        m_field->finish();
    m_board = board.id;
    FieldFact fact;
    fact.name = QStringLiteral("boardDescription");
    fact.label = tr("Description of the board");
    fact.kind = FieldFact::Kind::Text;
    fact.shown = inLine(board.description);
    fact.typed = board.description;
    fact.isEditable = mayEdit;
    fact.hint = tr("What is this board about?");
    m_field->setFact(fact);
    m_field->setToolTip(fact.shown == board.description ? QString() : board.description);
    appear();
}

void BoardDescription::begin()
{
    m_focusBefore = QApplication::focusWidget();
    show();
    m_field->beginEdit();
    appear();
}

void BoardDescription::appear()
{
    setVisible(m_field->isEditing() || !m_field->fact().typed.isEmpty());
}

void BoardDescription::end()
{
    QWidget *const before = std::exchange(m_focusBefore, nullptr);
    if (before && (!QApplication::focusWidget() || isAncestorOf(QApplication::focusWidget())))
        before->setFocus();
    appear();
}

void BoardDescription::submit(const QString &text)
{
    Intent intent;
    intent.decide = [board = m_board, text](Situation &in) {
        const Named target{Named::Kind::Board, board.value(), {}, {}};
        return editFields(in, target, {{QStringLiteral("description"), text}});
    };
    whenDone(m_session.submit(std::move(intent)), this,
             [this, board = m_board](const Result<Receipt> &receipt) {
                 const bool isHere = board == m_board && m_field->isEditing();
                 const bool isConflict = !receipt && receipt.error().code == Error::Code::Conflict;
                 if (!receipt && !isHere)
                     Q_EMIT refusedLate(receipt.error());
                 else if (isHere && (receipt || isConflict)) // the window asks which of two versions stands
                     m_field->accept();
                 else if (isHere)
                     m_field->refuse(sentence(receipt.error()));
             });
}

} // namespace milepost
