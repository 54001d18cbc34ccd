// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/actionssection.h"

#include "core/domain/factcauseaction.h"
#include "ui/charts/marks.h"
#include "ui/delegates/actiondelegate.h"
#include "ui/delegates/completingline.h"
#include "ui/delegates/icons.h"
#include "ui/models/inspected.h"
#include "ui/pages/inspector/definitionsection.h"
#include "ui/pages/inspector/fittedheight.h"
#include "ui/pages/inspector/labels.h"
#include "ui/words/errors.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeView>

namespace milepost {

using namespace Qt::StringLiterals;

ActionsSection::ActionsSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session, Subject())
    , m_view(new QTreeView(this))
    , m_empty(softLabel(tr("Nothing is to be done about this yet."), this))
    , m_error(errorLabel(this))
    , m_line(buildLine())
    , m_noteHeading(new QToolButton(this))
    , m_note(new DefinitionSection([](Completes) -> QStringList { return {}; }, this))
{
    buildView();
    m_noteHeading->setObjectName(u"noteHeading"_s);
    m_noteHeading->setText(tr("Fact, cause, action"));
    m_noteHeading->setAccessibleName(m_noteHeading->text());
    m_noteHeading->setCheckable(true);
    m_noteHeading->setAutoRaise(true);
    m_noteHeading->setFocusPolicy(Qt::StrongFocus);
    m_noteHeading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_noteHeading->setFont(smallFont(font()));
    m_note->setObjectName(u"actionNote"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_empty);
    layout->addWidget(m_view);
    layout->addWidget(m_noteHeading);
    layout->addWidget(m_note);
    layout->addWidget(m_line);
    layout->addWidget(m_error);
    connect(m_noteHeading, &QToolButton::toggled, this, &ActionsSection::showNote);
    connect(m_note, &DefinitionSection::edited, this, &ActionsSection::keep);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ActionsSection::showNote);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ActionsSection::showState);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ActionsSection::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ActionsSection::showState);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ActionsSection::showNote);
    connect(&m_model, &ActionsModel::refused, this, [this](ActionId action, const Error &error) {
        if (!action.isValid())
            setSending(false);
        tellIn(*m_error, sentence(error));
    });
    connect(&m_model, &ActionsModel::added, this, &ActionsSection::clearSent);
}

void ActionsSection::buildView()
{
    m_view->setObjectName(u"actionsView"_s);
    m_view->setAccessibleName(tr("Actions"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new ActionDelegate(
        [this]() -> QStringList {
            return completionsFor(m_session.state(), m_session.me(), Completes::People);
        },
        m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setHeaderHidden(true);
    m_view->setMouseTracking(true);
    m_view->setTabKeyNavigation(false);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    for (const int column : {ActionsModel::AboutColumn, ActionsModel::BoardColumn, ActionsModel::StateColumn})
        m_view->hideColumn(column);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ActionsModel::TitleColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ActionsModel::OwnerColumn, QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(ActionsModel::DueColumn, QHeaderView::ResizeToContents);
    new FittedHeight(m_view, 24);
}

QWidget *ActionsSection::buildLine()
{
    auto *line = new QWidget(this);
    m_title = new QLineEdit(line);
    m_title->setObjectName(u"actionTitle"_s);
    m_title->setPlaceholderText(tr("Add an action…"));
    m_title->setAccessibleName(tr("Title of a new action"));
    m_owner = new CompletingLine(CompletingLine::Mode::Whole, line);
    m_owner->setObjectName(u"actionOwner"_s);
    m_owner->setPlaceholderText(tr("Owner"));
    m_owner->setAccessibleName(tr("Owner of a new action"));
    m_due = new QLineEdit(line);
    m_due->setObjectName(u"actionDue"_s);
    m_due->setPlaceholderText(tr("Due"));
    m_due->setToolTip(tr("fri, +7, tomorrow, or a date"));
    m_due->setAccessibleName(tr("Due day of a new action"));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title, 5);
    layout->addWidget(m_owner, 3);
    layout->addWidget(m_due, 2);
    for (QLineEdit *one : lines()) {
        one->setMinimumWidth(fontMetrics().averageCharWidth() * 6);
        connect(one, &QLineEdit::returnPressed, this, &ActionsSection::add);
    }
    return line;
}

void ActionsSection::setSubject(const Subject &subject)
{
    if (m_subject.id != subject.id) {
        QStringList typed;
        for (const QLineEdit *line : lines())
            typed << line->text();
        m_drafts.insert(m_subject.id, typed);
        setTyped(m_drafts.take(subject.id));
        setSending(false);
    }
    m_subject = subject;
    tellIn(*m_error, {});
    m_model.setScope(subject);
    m_owner->setNames(completionsFor(m_session.state(), m_session.me(), Completes::People));
}

void ActionsSection::begin()
{
    if (m_model.rowCount() == 0)
        return m_title->setFocus();
    m_view->setCurrentIndex(m_model.index(0, ActionsModel::TitleColumn));
    m_view->setFocus();
}

void ActionsSection::showState()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
    m_line->setVisible(m_model.mayAdd(m_subject));
    showNote();
    Q_EMIT countChanged(std::count_if(m_model.rows().begin(), m_model.rows().end(),
                                      [](const ActionRow &row) { return !row.isDone; }));
}

void ActionsSection::showNote()
{
    const ActionRow *const row = m_model.rowAt(m_view->currentIndex());
    if (!row || row->id != m_noted.id)
        m_note->finish(); // for the action that it was typed for
    m_noted = row ? *row : ActionRow{};
    const bool isOpen = row && m_noteHeading->isChecked();
    m_noteHeading->setVisible(row != nullptr);
    m_noteHeading->setIcon(icon(isOpen ? Icon::ChevronDown : Icon::ChevronRight));
    m_note->setVisible(isOpen);
    if (!isOpen)
        return;
    const auto parts = FactCauseAction::fromNote(row->note);
    const auto line = [row](const QString &name, const QString &label, const QString &text) {
        FieldFact fact;
        fact.name = name;
        fact.label = label;
        fact.shown = text;
        fact.typed = text;
        fact.isEditable = row->isEditable;
        return fact;
    };
    m_note->setFields({line(u"fact"_s, tr("Fact"), parts.fact), line(u"cause"_s, tr("Cause"), parts.cause),
                       line(u"action"_s, tr("Action"), parts.action)});
}

void ActionsSection::keep(const QString &field, const QString &typed)
{
    auto parts = FactCauseAction::fromNote(m_noted.note);
    (field == u"fact"_s ? parts.fact : field == u"cause"_s ? parts.cause : parts.action) = typed;
    m_noted.note = parts.toNote(); // the next part may be there before the answer to this one
    m_model.setNote(m_noted.id, m_noted.note);
    m_note->field(field)->accept();
}

void ActionsSection::add()
{
    if (m_title->text().trimmed().isEmpty() || m_title->isReadOnly())
        return m_title->setFocus();
    const Done done = m_model.add(m_subject, m_title->text(), m_owner->text(), m_due->text());
    if (done) {
        setSending(true);
        return m_title->setFocus();
    }
    tellIn(*m_error, sentence(done.error()));
    if (done.error().code == Error::Code::DateInvalid)
        m_due->setFocus();
    else
        m_owner->setFocus();
}

// Until it is there: a second Enter must not add it twice, and what is typed meanwhile would be lost.
void ActionsSection::setSending(bool isSending)
{
    for (QLineEdit *line : lines())
        line->setReadOnly(isSending);
}

// Another row may be looked at meanwhile: what is being typed about that stays.
void ActionsSection::clearSent(ActionId action)
{
    const Action *added = m_session.state().find(action);
    if (added && added->subject.id != m_subject.id) {
        m_drafts.remove(added->subject.id);
        return;
    }
    setSending(false);
    setTyped({});
    tellIn(*m_error, {});
}

void ActionsSection::setTyped(const QStringList &texts)
{
    const QList<QLineEdit *> all = lines();
    for (qsizetype i = 0; i < all.size(); ++i)
        all[i]->setText(texts.value(i));
}

QList<QLineEdit *> ActionsSection::lines() const
{
    return {m_title, m_owner, m_due};
}

} // namespace milepost
