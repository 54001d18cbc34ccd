// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/cyclespage.h"

#include "core/domain/cycles.h"
#include "core/domain/rights.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/delegates/textdelegate.h"
#include "ui/delegates/titledelegate.h"
#include "ui/pages/messagebar.h"
#include "ui/pages/pagehead.h"
#include "ui/words/figures.h"

#include <QDateEdit>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int kMargin = 20;

} // namespace

CyclesPage::CyclesPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session)
    , m_messages(new MessageBar(this))
    , m_view(new QTreeView(this))
{
    setObjectName(QStringLiteral("cyclesPage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *head = new PageHead(this);
    head->setTitle(tr("Cycles"));
    m_delete = new QPushButton(tr("Delete"), this);
    m_delete->setObjectName(QStringLiteral("cycleDelete"));
    m_delete->setAccessibleName(tr("Delete the cycle"));
    head->addWidget(m_delete);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_messages);
    layout->addWidget(buildTable(), 1);
    layout->addWidget(buildNew());
    setFocusProxy(m_view);
    connect(&m_model, &CyclesModel::refused, m_messages, &MessageBar::showError);
    connect(&m_model, &CyclesModel::added, this, &CyclesPage::goTo);
    connect(m_delete, &QPushButton::clicked, this, &CyclesPage::removeCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &CyclesPage::followCurrent);
    followCurrent();
}

QWidget *CyclesPage::buildTable()
{
    m_view->setObjectName(QStringLiteral("cyclesView"));
    m_view->setAccessibleName(tr("Cycles"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRootIsDecorated(false);
    m_view->setIndentation(0);
    m_view->setAllColumnsShowFocus(false);
    m_view->setTabKeyNavigation(false);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setItemDelegate(new TextDelegate(m_view));
    m_view->setItemDelegateForColumn(CyclesModel::NameColumn, new TitleDelegate(m_view));
    m_view->setItemDelegateForColumn(CyclesModel::StatusColumn, new StatusDelegate(m_view));
    m_view->setModel(&m_model);
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(CyclesModel::NameColumn, QHeaderView::Stretch);
    const int unit = fontMetrics().averageCharWidth();
    const std::pair<int, int> widths[] = {{CyclesModel::FromColumn, 16},
                                          {CyclesModel::ToColumn, 16},
                                          {CyclesModel::BoardsColumn, 10},
                                          {CyclesModel::StatusColumn, 18}};
    for (const auto &[column, characters] : widths)
        header->resizeSection(column, characters * unit);
    auto *table = new QWidget(this);
    auto *layout = new QVBoxLayout(table);
    layout->setContentsMargins(kMargin, 0, kMargin, 0);
    layout->addWidget(m_view);
    return table;
}

QWidget *CyclesPage::buildNew()
{
    m_new = new QWidget(this);
    m_name = new QLineEdit(m_new);
    m_name->setObjectName(QStringLiteral("cycleName"));
    m_name->setAccessibleName(tr("Name of the new cycle"));
    m_from = new QDateEdit(m_new);
    m_from->setObjectName(QStringLiteral("cycleFrom"));
    m_from->setAccessibleName(tr("First day of the new cycle"));
    m_to = new QDateEdit(m_new);
    m_to->setObjectName(QStringLiteral("cycleTo"));
    m_to->setAccessibleName(tr("Last day of the new cycle"));
    for (QDateEdit *edit : {m_from, m_to})
        edit->setCalendarPopup(true);
    auto *add = new QPushButton(tr("Add cycle"), m_new);
    add->setObjectName(QStringLiteral("cycleAdd"));
    add->setProperty(kPrimaryProperty, true);
    auto *layout = new QHBoxLayout(m_new);
    layout->setContentsMargins(kMargin, 12, kMargin, 16);
    layout->setSpacing(12);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_from);
    layout->addWidget(new QLabel(tr("to", "between two days"), m_new));
    layout->addWidget(m_to);
    layout->addWidget(add);
    connect(add, &QPushButton::clicked, this, &CyclesPage::add);
    connect(m_name, &QLineEdit::returnPressed, this, &CyclesPage::add);
    return m_new;
}

void CyclesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_messages->dismiss();
    m_new->setVisible(bool(requireMember(m_session.state(), m_session.me())));
    propose();
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model.index(0, 0));
    followCurrent();
}

void CyclesPage::propose()
{
    const Period quarter = nextQuarter(m_session.state(), m_session.today());
    m_name->setText(quarterName(quarter.from));
    m_from->setDate(quarter.from);
    m_to->setDate(quarter.to);
}

void CyclesPage::add()
{
    m_messages->dismiss();
    m_model.add(m_name->text(), m_from->date(), m_to->date());
}

void CyclesPage::goTo(CycleId cycle)
{
    propose();
    m_view->setCurrentIndex(m_model.indexOf(cycle.value()));
}

void CyclesPage::removeCurrent()
{
    m_messages->dismiss();
    if (const CycleRow *row = m_model.rowAt(m_view->currentIndex()))
        m_model.remove(row->id);
}

void CyclesPage::followCurrent()
{
    m_delete->setEnabled(m_model.rowAt(m_view->currentIndex()) &&
                         requireMember(m_session.state(), m_session.me()));
}

void CyclesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_view->hasFocus() && m_delete->isEnabled())
        return removeCurrent();
    if (event->key() == Qt::Key_Escape && m_messages->isVisible())
        return m_messages->dismiss();
    QWidget::keyPressEvent(event);
}

} // namespace milepost
