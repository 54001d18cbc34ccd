// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alignbar.h"

#include "ui/delegates/milepoststyle.h"
#include "ui/words/filling.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace milepost {
namespace {

constexpr int kShownCharacters = 40;

/// Typing finds what contains the words, anywhere in it.
void makeSearchable(QComboBox &box)
{
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
    box.completer()->setCompletionMode(QCompleter::PopupCompletion);
    box.completer()->setFilterMode(Qt::MatchContains);
    box.completer()->setCaseSensitivity(Qt::CaseInsensitive);
}

} // namespace

AlignBar::AlignBar(QWidget *parent) : QFrame(parent), m_text(new QLabel(this)), m_parents(new QComboBox(this))
{
    setObjectName(QStringLiteral("alignBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setBuddy(m_parents);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_parents->setObjectName(QStringLiteral("alignTo"));
    m_parents->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_parents->setMinimumContentsLength(kShownCharacters);
    makeSearchable(*m_parents);
    m_parents->lineEdit()->installEventFilter(this);
    auto *take = new QPushButton(tr("Align"), this);
    take->setObjectName(QStringLiteral("alignTake"));
    take->setProperty(kPrimaryProperty, true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 20, 8);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_parents);
    layout->addWidget(take);
    layout->addWidget(cancel);
    connect(take, &QPushButton::clicked, this, &AlignBar::give);
    connect(cancel, &QPushButton::clicked, this, &AlignBar::dismiss);
    hide();
}

void AlignBar::ask(const WorkingSet &state, PersonId person, ObjectiveId objective)
{
    const Objective *asked = state.find(objective);
    if (!asked)
        return;
    m_objective = objective;
    m_text->setText(fill(tr("“%1” is aligned to"), {inLine(asked->title)}));
    m_parents->clear();
    m_parents->addItem(tr("No other objective"), 0);
    for (const ObjectiveId id : possibleParents(state, person, objective)) {
        const Objective &parent = *state.find(id);
        m_parents->addItem(fill(tr("%1 (%2)", "an objective and its board"),
                                {inLine(parent.title), inLine(state.find(parent.board)->name)}),
                           id.value());
    }
    m_parents->setCurrentIndex(qMax(0, m_parents->findData(asked->parent.value())));
    show();
    m_parents->lineEdit()->selectAll();
    m_parents->setFocus();
}

void AlignBar::give()
{
    // What was typed must be one of them, or be contained in one alone.
    const QString text = m_parents->currentText();
    int index = m_parents->findText(text);
    const QModelIndexList found = m_parents->model()->match(m_parents->model()->index(0, 0), Qt::DisplayRole,
                                                            text, 2, Qt::MatchContains);
    if (index < 0 && found.size() == 1)
        index = found.first().row();
    if (index < 0) {
        m_parents->lineEdit()->selectAll();
        return m_parents->setFocus();
    }
    const ObjectiveId parent(m_parents->itemData(index).toLongLong());
    const ObjectiveId objective = m_objective;
    dismiss();
    Q_EMIT answered(objective, parent);
}

void AlignBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

bool AlignBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || m_parents->completer()->popup()->isVisible())
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return QFrame::eventFilter(watched, event);
    give();
    return true;
}

void AlignBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    QFrame::keyPressEvent(event);
}

} // namespace milepost
