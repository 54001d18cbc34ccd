// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/actionspage.h"

#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "ui/delegates/actiondelegate.h"
#include "ui/delegates/completingline.h"
#include "ui/delegates/filterline.h"
#include "ui/models/inspected.h"
#include "ui/pages/emptystate.h"
#include "ui/pages/messagebar.h"
#include "ui/pages/pagehead.h"
#include "ui/pages/rowsview.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace milepost {
namespace {

using Whose = ActionListModel::Whose;
using Grouping = ActionListModel::Grouping;

constexpr int kMargin = 20;
constexpr Named::Kinds kSubjects =
    Named::Kind::Objective | Named::Kind::KeyResult | Named::Kind::Kpi | Named::Kind::Board;

QString whoseKey()
{
    return QStringLiteral("actions/whose");
}

QString groupingKey()
{
    return QStringLiteral("actions/grouping");
}

/// A choice with its label, which screen readers know it by.
QComboBox *addChoice(PageHead &head, const QString &name, const QString &label, const QStringList &entries)
{
    auto *caption = new QLabel(label, &head);
    auto *box = new QComboBox(&head);
    box->setObjectName(name);
    box->addItems(entries);
    caption->setBuddy(box);
    head.addWidget(caption);
    head.addWidget(box);
    return box;
}

Subject subjectOf(const Named &named)
{
    if (named.kind == Named::Kind::Objective)
        return Subject::of(ObjectiveId(named.id));
    if (named.kind == Named::Kind::KeyResult)
        return Subject::of(KeyResultId(named.id));
    if (named.kind == Named::Kind::Kpi)
        return Subject::of(KpiId(named.id));
    return Subject::of(BoardId(named.id));
}

} // namespace

ActionsPage::ActionsPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session)
    , m_head(new PageHead(this))
    , m_whose(addChoice(*m_head, QStringLiteral("actionsWhose"), tr("Sho&w"),
                        {tr("My actions"), tr("All actions"), tr("Overdue"), tr("Done")}))
    , m_grouping(addChoice(*m_head, QStringLiteral("actionsGrouping"), tr("&Group by"),
                           {tr("Nothing"), tr("Owner"), tr("Board")}))
    , m_words(new FilterLine(tr("Filter actions"), this))
    , m_messages(new MessageBar(this))
    , m_content(new QStackedWidget(this))
    , m_view(new RowsView(QStringLiteral("actionsPageView"), tr("Actions"), this))
    , m_empty(new EmptyState(this))
{
    setObjectName(QStringLiteral("actionsPage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    buildHead();
    buildView();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_messages);
    layout->addWidget(m_content, 1);
    layout->addWidget(buildLine());
    setFocusProxy(m_view);
    connectAll();
    m_model.actions().setActive(false);
}

void ActionsPage::buildHead()
{
    m_head->setTitle(tr("Actions"));
    m_words->setObjectName(QStringLiteral("actionsFilter"));
    m_words->setList(m_view);
    m_head->addWidget(m_words);
}

void ActionsPage::buildView()
{
    auto *cells = new ActionDelegate(
        [this]() -> QStringList {
            return completionsFor(m_session.state(), m_session.me(), Completes::People);
        },
        m_view);
    m_view->setItemDelegate(cells);
    m_view->setModel(&m_model);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setColumns({26, 20, 10, 22, 11},
                       {ActionsModel::StateColumn, ActionsModel::BoardColumn, ActionsModel::AboutColumn});
    m_view->chooseByDoubleClick();
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(ActionsModel::DueColumn, Qt::AscendingOrder);
    auto *table = new QWidget(this);
    auto *layout = new QVBoxLayout(table);
    layout->setContentsMargins(kMargin, 0, kMargin, 0);
    layout->addWidget(m_view);
    m_content->addWidget(table);
    m_content->addWidget(m_empty);
}

QWidget *ActionsPage::buildLine()
{
    m_line = new QWidget(this);
    m_title = new QLineEdit(m_line);
    m_title->setObjectName(QStringLiteral("newActionTitle"));
    m_title->setAccessibleName(tr("Title of a new action"));
    m_title->setPlaceholderText(tr("Add an action…"));
    m_about = new CompletingLine(CompletingLine::Mode::Whole, m_line);
    m_about->setObjectName(QStringLiteral("newActionAbout"));
    m_about->setAccessibleName(tr("What the new action is about"));
    m_about->setPlaceholderText(tr("About"));
    m_owner = new CompletingLine(CompletingLine::Mode::Whole, m_line);
    m_owner->setObjectName(QStringLiteral("newActionOwner"));
    m_owner->setAccessibleName(tr("Owner of the new action"));
    m_owner->setPlaceholderText(tr("Owner"));
    m_due = new QLineEdit(m_line);
    m_due->setObjectName(QStringLiteral("newActionDue"));
    m_due->setAccessibleName(tr("Due day of the new action"));
    m_due->setPlaceholderText(tr("Due"));
    m_due->setToolTip(tr("fri, +7, tomorrow, or a date"));
    auto *add = new QPushButton(tr("Add"), m_line);
    add->setAccessibleName(tr("Add the action"));
    auto *layout = new QHBoxLayout(m_line);
    layout->setContentsMargins(kMargin, 10, kMargin, 14);
    layout->setSpacing(8);
    layout->addWidget(m_title, 5);
    layout->addWidget(m_about, 4);
    layout->addWidget(m_owner, 2);
    layout->addWidget(m_due, 2);
    layout->addWidget(add);
    for (QLineEdit *line : lines())
        connect(line, &QLineEdit::returnPressed, this, &ActionsPage::add);
    connect(add, &QPushButton::clicked, this, &ActionsPage::add);
    return m_line;
}

void ActionsPage::connectAll()
{
    connect(m_whose, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model.setWhose(static_cast<Whose>(index));
        m_session.profile().setValue(whoseKey(), index);
    });
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model.setGrouping(static_cast<Grouping>(index));
        m_session.profile().setValue(groupingKey(), index);
    });
    connect(m_words, &QLineEdit::textChanged, &m_model, &ActionListModel::setWords);
    connect(&m_model, &ActionListModel::listing, this, [this] {
        const ActionLine *line = m_model.rowAt(m_view->currentIndex());
        m_chosen = line ? line->row.id : ActionId();
    });
    connect(&m_model, &ActionListModel::listed, this, &ActionsPage::showContent);
    connect(&m_model.actions(), &ActionsModel::refused, this, [this](ActionId action, const Error &error) {
        if (!action.isValid())
            setSending(false);
        m_messages->showError(error);
    });
    connect(&m_model.actions(), &ActionsModel::added, this, [this](ActionId action) {
        setSending(false);
        for (QLineEdit *line : lines())
            line->clear();
        m_messages->dismiss();
        m_title->setFocus();
        showAction(action);
    });
    connect(m_view, &RowsView::chosen, this, &ActionsPage::choose);
    connect(m_empty, &EmptyState::pressed, this, &ActionsPage::showMore);
}

void ActionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.actions().setActive(true);
    m_whose->setCurrentIndex(m_session.profile().value(whoseKey()).toInt());
    m_grouping->setCurrentIndex(m_session.profile().value(groupingKey()).toInt());
    m_model.setAlso({});
    m_line->setVisible(bool(requireMember(m_session.state(), m_session.me())));
    QStringList subjects;
    for (const Named &named : namesFor(m_session.state(), m_session.me(), kSubjects))
        if (m_model.actions().mayAdd(subjectOf(named)))
            subjects << named.path;
    m_about->setNames(subjects);
    m_owner->setNames(completionsFor(m_session.state(), m_session.me(), Completes::People));
    showContent();
}

void ActionsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.actions().setActive(false);
}

QString ActionsPage::emptyText() const
{
    switch (m_model.whose()) {
    case Whose::Mine:
        return tr("You have nothing to do.");
    case Whose::Everyone:
        return tr("There are no actions yet. Add what has to be done in the line below.");
    case Whose::Overdue:
        return tr("No action is overdue.");
    case Whose::Done:
        return tr("No action is done yet.");
    }
    Q_UNREACHABLE();
}

void ActionsPage::showContent()
{
    const bool isFiltered = m_words->isFiltering();
    const bool isMine = m_model.whose() == Whose::Mine;
    m_empty->say(isFiltered ? tr("No action contains these words.") : emptyText(),
                 isFiltered ? tr("Clear the filter")
                 : isMine   ? tr("Show everyone's actions")
                            : QString());
    m_content->setCurrentIndex(m_model.shownCount() == 0 ? 1 : 0);
    setFocusProxy(m_model.shownCount() == 0 ? static_cast<QWidget *>(m_words) : m_view);
    if (!m_view->currentIndex().isValid()) // where very much changes, rows go and come back
        m_view->setCurrentIndex(m_model.indexOfAction(m_chosen));
    m_view->selectFirst();
}

// What the button of an empty list does.
void ActionsPage::showMore()
{
    if (m_words->isFiltering())
        m_words->clear();
    else
        m_whose->setCurrentIndex(int(Whose::Everyone));
}

void ActionsPage::showAction(ActionId action)
{
    if (!m_model.indexOfAction(action).isValid())
        m_model.setAlso(action);
    if (const QModelIndex row = m_model.indexOfAction(action); row.isValid())
        m_view->setCurrentIndex(row);
}

void ActionsPage::choose(const QModelIndex &index)
{
    if (const std::optional<Place> place = m_model.placeAt(index))
        Q_EMIT placeChosen(*place);
}

Result<Subject> ActionsPage::subjectCalled(const QString &text) const
{
    const Result<Named> named = lookUp(m_session.state(), m_session.me(), text.trimmed(), kSubjects);
    return named ? Result<Subject>(subjectOf(*named)) : Result<Subject>(named.error());
}

void ActionsPage::refuse(const Error &error, QWidget *where)
{
    m_messages->showError(error);
    where->setFocus();
}

void ActionsPage::add()
{
    if (m_title->text().trimmed().isEmpty() || m_title->isReadOnly())
        return m_title->setFocus();
    if (m_about->text().trimmed().isEmpty())
        return m_about->setFocus();
    const Result<Subject> subject = subjectCalled(m_about->text());
    if (!subject)
        return refuse(subject.error(), m_about);
    if (const Done done = m_model.actions().add(*subject, m_title->text(), m_owner->text(), m_due->text());
        !done)
        refuse(done.error(), done.error().code == Error::Code::DateInvalid ? m_due : m_owner);
    else
        setSending(true);
}

QList<QLineEdit *> ActionsPage::lines() const
{
    return {m_title, m_about, m_owner, m_due};
}

// Until it is there: a second Enter must not add it twice, and what is typed meanwhile would be lost.
void ActionsPage::setSending(bool isSending)
{
    for (QLineEdit *line : lines())
        line->setReadOnly(isSending);
}

void ActionsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_messages->isVisible())
        return QWidget::keyPressEvent(event);
    m_messages->dismiss();
}

} // namespace milepost
