// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homepage.h"

#include "ui/delegates/chip.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/delegates/textdelegate.h"
#include "ui/delegates/titledelegate.h"
#include "ui/pages/emptystate.h"
#include "ui/pages/pagehead.h"
#include "ui/pages/rowsview.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int kMargin = 20;

} // namespace

HomePage::HomePage(Session &session, HomeModel &model, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(model)
    , m_head(new PageHead(this))
    , m_day(m_head->addChip())
    , m_content(new QStackedWidget(this))
    , m_view(new RowsView(QStringLiteral("homeView"), tr("What needs you"), this))
    , m_empty(new EmptyState(this))
{
    setObjectName(QStringLiteral("homePage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_head->setTitle(tr("Home"));
    m_view->setItemDelegateForColumn(HomeModel::TitleColumn, new TitleDelegate(m_view));
    m_view->setItemDelegateForColumn(HomeModel::DetailColumn, new TextDelegate(m_view));
    m_view->setItemDelegateForColumn(HomeModel::StatusColumn, new StatusDelegate(m_view));
    m_view->header()->hide();
    m_view->setModel(&model);
    m_view->setColumns({24, 26}, {HomeModel::DetailColumn});
    auto *list = new QWidget(this);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(kMargin, 0, kMargin, 0);
    listLayout->addWidget(m_view);
    m_content->addWidget(list);
    m_content->addWidget(m_empty);
    setFocusProxy(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_content, 1);
    connect(m_view, &RowsView::chosen, this, [this](const QModelIndex &index) {
        if (const HomeRow *row = m_model.rowAt(index); row && row->place)
            Q_EMIT placeChosen(*row->place);
    });
    connect(m_empty, &EmptyState::pressed, this, &HomePage::goToBoard);
    connect(&model, &HomeModel::looked, this, &HomePage::refresh);
}

void HomePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.lookAtBoards();
    refresh();
}

void HomePage::refresh()
{
    if (!isVisible())
        return;
    const QDate today = m_session.today();
    m_day->setFact({shortDate(today, today), Tone::Neutral, Sign::None});
    m_day->show();
    const bool isEmpty = m_model.isKnown() && m_model.rowCount() == 0;
    const bool hadFocus = m_content->currentWidget()->isAncestorOf(focusWidget());
    m_board = m_session.startBoard();
    const Board *board = m_session.state().find(m_board);
    m_empty->say(tr("Nothing needs you today."), board ? fill(tr("Go to %1"), {board->name}) : QString());
    m_content->setCurrentIndex(isEmpty ? 1 : 0);
    setFocusProxy(isEmpty ? static_cast<QWidget *>(m_empty->button()) : m_view);
    if (hadFocus)
        setFocus();
    m_view->selectFirst();
}

void HomePage::goToBoard()
{
    Q_EMIT placeChosen(Place::ofBoard(m_board));
}

} // namespace milepost
