// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alignmentpage.h"

#include "ui/delegates/filterline.h"
#include "ui/delegates/ownersdelegate.h"
#include "ui/delegates/progressdelegate.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/delegates/titledelegate.h"
#include "ui/pages/alignbar.h"
#include "ui/pages/emptystate.h"
#include "ui/pages/messagebar.h"
#include "ui/pages/pagehead.h"
#include "ui/pages/treekeys.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int kMargin = 20;

} // namespace

AlignmentPage::AlignmentPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session)
    , m_align(tr("Align &to…"))
    , m_head(new PageHead(this))
    , m_filter(new FilterLine(tr("Filter objectives"), this))
    , m_bar(new AlignBar(this))
    , m_messages(new MessageBar(this))
    , m_content(new QStackedWidget(this))
    , m_view(new QTreeView(this))
    , m_empty(new EmptyState(this))
{
    setObjectName(QStringLiteral("alignmentPage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_align.setObjectName(QStringLiteral("alignAction"));
    m_align.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_align.setEnabled(false);
    m_head->setTitle(tr("Alignment"));
    m_filter->setObjectName(QStringLiteral("alignmentFilter"));
    m_filter->setList(m_view);
    m_head->addWidget(m_filter);
    m_head->addAction(&m_align);
    buildView();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_messages);
    layout->addWidget(m_bar);
    layout->addWidget(m_content, 1);
    setFocusProxy(m_view);
    connectAll();
}

void AlignmentPage::buildView()
{
    m_filtered.setSourceModel(&m_model);
    m_filtered.setFilterRole(SortRole);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered.setRecursiveFilteringEnabled(true);
    m_view->setObjectName(QStringLiteral("alignmentView"));
    m_view->setAccessibleName(tr("Objectives of all boards"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setModel(&m_filtered);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setDragDropMode(QAbstractItemView::DragDrop);
    m_view->setDefaultDropAction(Qt::LinkAction);
    m_view->setItemDelegateForColumn(AlignmentModel::TitleColumn, new TitleDelegate(m_view));
    m_view->setItemDelegateForColumn(AlignmentModel::OwnersColumn, new OwnersDelegate(m_view));
    m_view->setItemDelegateForColumn(AlignmentModel::ProgressColumn, new ProgressDelegate(m_view));
    m_view->setItemDelegateForColumn(AlignmentModel::StatusColumn, new StatusDelegate(m_view));
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setHighlightSections(false);
    header->setSectionResizeMode(AlignmentModel::TitleColumn, QHeaderView::Stretch);
    const int unit = fontMetrics().averageCharWidth();
    const std::pair<int, int> widths[] = {{AlignmentModel::OwnersColumn, 10},
                                          {AlignmentModel::ProgressColumn, 14},
                                          {AlignmentModel::StatusColumn, 15}};
    for (const auto &[column, characters] : widths)
        header->resizeSection(column, characters * unit);
    auto *tree = new QWidget(this);
    auto *treeLayout = new QVBoxLayout(tree);
    treeLayout->setContentsMargins(kMargin, 0, kMargin, 0);
    treeLayout->addWidget(m_view);
    m_content->addWidget(tree);
    m_content->addWidget(m_empty);
}

void AlignmentPage::connectAll()
{
    connect(m_filter, &QLineEdit::textChanged, this, &AlignmentPage::filter);
    connect(m_empty, &EmptyState::pressed, m_filter, &QLineEdit::clear);
    connect(&m_filtered, &QAbstractItemModel::rowsInserted, this, &AlignmentPage::openNew);
    connect(&m_model, &AlignmentModel::looked, this, &AlignmentPage::showContent);
    connect(&m_model, &AlignmentModel::refused, m_messages, &MessageBar::showError);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AlignmentPage::followCurrent);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &AlignmentPage::choose);
    connect(new TreeKeys(m_view), &TreeKeys::entered, this, &AlignmentPage::choose);
    connect(&m_align, &QAction::triggered, this, &AlignmentPage::askForParent);
    connect(m_bar, &AlignBar::answered, &m_model, &AlignmentModel::align);
    connect(m_bar, &AlignBar::dismissed, m_view, [this] { m_view->setFocus(); });
}

void AlignmentPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setLookedAt(true);
    showContent();
}

void AlignmentPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setLookedAt(false);
    m_bar->hide();
    m_align.setEnabled(false);
}

QModelIndex AlignmentPage::current() const
{
    return m_filtered.mapToSource(m_view->currentIndex());
}

void AlignmentPage::filter(const QString &text)
{
    m_filtered.setFilterFixedString(text.trimmed());
    if (!text.isEmpty())
        m_view->expandAll();
    showContent();
}

// What comes is open; what someone has closed stays so.
void AlignmentPage::openNew(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid() && m_filtered.rowCount(parent) == last - first + 1)
        m_view->expand(parent);
    for (int row = first; row <= last; ++row)
        m_view->expandRecursively(m_filtered.index(row, 0, parent));
}

void AlignmentPage::showContent()
{
    const bool isFiltered = m_filter->isFiltering();
    const bool isEmpty = m_filtered.rowCount() == 0 && m_model.isKnown();
    m_empty->say(isFiltered ? tr("No objective contains these words.")
                            : tr("There are no objectives yet. Add one on a board, and align it here."),
                 isFiltered ? tr("Clear the filter") : QString());
    m_content->setCurrentIndex(isEmpty ? 1 : 0);
    if (!m_view->currentIndex().isValid() && m_filtered.rowCount() > 0)
        m_view->setCurrentIndex(m_filtered.index(0, 0));
    followCurrent(); // what one may do with it may be another now
}

void AlignmentPage::followCurrent()
{
    const AlignmentRow *row = m_model.rowAt(current());
    m_align.setEnabled(isVisible() && row && row->isEditable);
    m_align.setToolTip(row && !row->isEditable ? tr("Only editors of its board align an objective.")
                                               : tr("Choose what the objective is aligned to"));
}

void AlignmentPage::askForParent()
{
    if (const AlignmentRow *row = m_model.rowAt(current()))
        m_bar->ask(m_session.state(), m_session.me(), row->objective);
}

void AlignmentPage::choose(const QModelIndex &index)
{
    if (const AlignmentRow *row = m_model.rowAt(m_filtered.mapToSource(index)))
        Q_EMIT placeChosen(row->place());
}

} // namespace milepost
