// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardtools.h"

#include "ui/delegates/icons.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/pages/boardcolumns.h"
#include "ui/pages/boardview.h"
#include "ui/pages/columnspopup.h"
#include "ui/words/filling.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QToolButton>

#include <iterator>

namespace milepost {

using namespace boardcolumns;

namespace {

constexpr int kZooms[] = {70, 80, 90, 100, 110, 125, 150, 175, 200};
constexpr int kUsualZoom = 100;
/// What is typed or dragged is kept when it has come to rest.
constexpr int kKeepAfter = 400;

QString filterKey()
{
    return QStringLiteral("filter");
}

QString groupKey()
{
    return QStringLiteral("group");
}

QString sortKey()
{
    return QStringLiteral("sort");
}

QString descendingKey()
{
    return QStringLiteral("descending");
}

QString columnsKey()
{
    return QStringLiteral("columns");
}

QString zoomKey()
{
    return QStringLiteral("zoom");
}

QString monthsKey()
{
    return QStringLiteral("months");
}

Arrangement arrangementIn(const QVariantMap &kept)
{
    Arrangement arrangement;
    arrangement.filter = kept.value(filterKey()).toString();
    arrangement.grouping =
        static_cast<Grouping>(qBound(0, kept.value(groupKey()).toInt(), int(Grouping::Status)));
    const int column = kept.value(sortKey(), -1).toInt();
    arrangement.sortColumn = column < BoardColumnCount ? column : -1;
    arrangement.sortOrder = kept.value(descendingKey()).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    return arrangement;
}

} // namespace

BoardTools::BoardTools(Profile &profile, BoardModel &model, BoardView &table, BoardStage &stage,
                       QWidget *parent)
    : QWidget(parent)
    , m_profile(profile)
    , m_model(model)
    , m_table(table)
    , m_stage(stage)
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_popup(new ColumnsPopup(table.columns(), this))
    , m_groupMenu(new QMenu(tr("&Group by"), this))
    , m_sortMenu(new QMenu(tr("&Sort by"), this))
    , m_groups(new QActionGroup(this))
    , m_sorts(new QActionGroup(this))
    , m_faces(new QActionGroup(this))
    , m_find(tr("&Filter rows"))
    , m_group(tr("Choose the &grouping…"))
    , m_columns(tr("&Columns…"))
    , m_descending(tr("Largest or last &first"))
    , m_zoomIn(tr("Zoom &in"))
    , m_zoomOut(tr("Zoom &out"))
    , m_zoomReset(tr("&Usual size"))
{
    setObjectName(QStringLiteral("boardTools"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    buildFilter();
    buildGroups();
    buildSorting();
    buildColumns();
    buildZoom();
    buildFaces();
    connectAll();
    setCommandsEnabled(false);
}

void BoardTools::buildFilter()
{
    m_find.setShortcut(QKeySequence::Find);
    m_find.setIcon(icon(Icon::Filter));
    m_filter->setObjectName(QStringLiteral("boardFilter"));
    m_filter->setAccessibleName(tr("Filter rows"));
    m_filter->setPlaceholderText(tr("Filter rows"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(16 * fontMetrics().averageCharWidth());
    m_filter->setMaximumWidth(44 * fontMetrics().averageCharWidth());
    m_filter->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("filterCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->addWidget(m_filter, 3);
    row->addWidget(m_count);
    row->addStretch(1);
    connect(&m_find, &QAction::triggered, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
}

QToolButton *BoardTools::addButton(QAction *action, const char *name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    layout()->addWidget(button);
    return button;
}

void BoardTools::buildGroups()
{
    const std::pair<Grouping, QString> groups[] = {{Grouping::None, tr("&Nothing")},
                                                   {Grouping::Owner, tr("&Owner")},
                                                   {Grouping::Team, tr("&Team")},
                                                   {Grouping::Status, tr("&Status")}};
    for (const auto &[grouping, text] : groups) {
        QAction *action = m_groupMenu->addAction(text);
        action->setCheckable(true);
        action->setData(int(grouping));
        m_groups->addAction(action);
    }
    m_group.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    m_groupButton = new QPushButton(this);
    m_groupButton->setObjectName(QStringLiteral("groupButton"));
    m_groupButton->setProperty(kQuietProperty, true);
    m_groupButton->setMenu(m_groupMenu);
    layout()->addWidget(m_groupButton);
    connect(&m_group, &QAction::triggered, m_groupButton, &QPushButton::showMenu);
    connect(m_groups, &QActionGroup::triggered, this, [this](const QAction *action) {
        Arrangement arrangement = m_model.arrangement();
        arrangement.grouping = static_cast<Grouping>(action->data().toInt());
        arrange(arrangement);
    });
}

void BoardTools::buildSorting()
{
    const auto add = [this](const QString &text, int column) {
        QAction *action = m_sortMenu->addAction(text);
        action->setCheckable(true);
        action->setData(column);
        m_sorts->addAction(action);
    };
    add(tr("The board's own order"), -1);
    m_sortMenu->addSeparator();
    for (int column = 0; column < BoardColumnCount; ++column)
        if (column != LineColumn)
            add(m_table.columns().nameOf(column), column);
    m_sortMenu->addSeparator();
    m_descending.setCheckable(true);
    m_sortMenu->addAction(&m_descending);
    connect(m_sorts, &QActionGroup::triggered, this, &BoardTools::chooseSort);
    connect(&m_descending, &QAction::triggered, this, &BoardTools::chooseSort);
    connect(m_table.header(), &QHeaderView::sortIndicatorChanged, this, &BoardTools::takeSort);
}

void BoardTools::buildColumns()
{
    m_columns.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    m_columns.setIconText(tr("Columns"));
    m_columnsButton = addButton(&m_columns, "columnsButton");
    QHeaderView *header = m_table.header();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &where) {
        openColumns(header->mapToGlobal(where), header->logicalIndexAt(where));
    });
    connect(&m_columns, &QAction::triggered, this,
            [this] { openColumns(m_columnsButton->mapToGlobal(QPoint(0, m_columnsButton->height())), -1); });
}

void BoardTools::buildZoom()
{
    m_zoomIn.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    m_zoomOut.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    m_zoomReset.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    connect(&m_zoomIn, &QAction::triggered, this, [this] { zoomBy(1); });
    connect(&m_zoomOut, &QAction::triggered, this, [this] { zoomBy(-1); });
    connect(&m_zoomReset, &QAction::triggered, this, [this] { zoomTo(kUsualZoom); });
}

void BoardTools::buildFaces()
{
    const std::tuple<BoardStage::Face, QString, Qt::Key, const char *, Icon> faces[] = {
        {BoardStage::Face::Table, tr("&Table"), Qt::Key_1, "tableButton", Icon::Board},
        {BoardStage::Face::Months, tr("&Months"), Qt::Key_2, "monthsButton", Icon::Calendar}};
    for (const auto &[face, text, key, name, sign] : faces) {
        QAction *action = m_faces->addAction(text);
        action->setCheckable(true);
        action->setData(int(face));
        action->setIcon(icon(sign));
        action->setShortcut(QKeySequence(Qt::CTRL | key));
        addButton(action, name);
    }
    m_faces->actions().first()->setChecked(true);
    connect(m_faces, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_stage.setFace(static_cast<BoardStage::Face>(action->data().toInt()));
    });
}

void BoardTools::connectAll()
{
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(kKeepAfter);
    connect(&m_keeping, &QTimer::timeout, this, &BoardTools::keep);
    connect(m_filter, &QLineEdit::textChanged, this, &BoardTools::takeFilter);
    connect(&m_model, &BoardModel::updated, this, &BoardTools::showCount);
    connect(&m_table.columns(), &BoardColumns::changed, this, &BoardTools::keepSoon);
    connect(&m_stage, &BoardStage::filterUnwanted, this, &BoardTools::clearFilter);
    connect(&m_stage, &BoardStage::faceChanged, this, [this] {
        m_faces->actions().at(int(m_stage.face()))->setChecked(true);
        keepSoon();
    });
}

void BoardTools::addTo(QMenu &menu)
{
    menu.addActions(m_faces->actions());
    menu.addSeparator();
    menu.addAction(&m_find);
    menu.addMenu(m_groupMenu);
    menu.addAction(&m_group);
    menu.addMenu(m_sortMenu);
    menu.addAction(&m_columns);
    menu.addSeparator();
    menu.addActions({&m_zoomIn, &m_zoomOut, &m_zoomReset});
    menu.addSeparator();
}

void BoardTools::arrange(const Arrangement &arrangement)
{
    m_model.arrange(arrangement);
    showArrangement();
    keepSoon();
}

void BoardTools::takeFilter(const QString &text)
{
    Arrangement arrangement = m_model.arrangement();
    arrangement.filter = text;
    arrange(arrangement);
}

void BoardTools::takeSort(int column, Qt::SortOrder order)
{
    Arrangement arrangement = m_model.arrangement();
    arrangement.sortColumn = column;
    arrangement.sortOrder = order;
    arrange(arrangement);
}

void BoardTools::chooseSort()
{
    const QAction *chosen = m_sorts->checkedAction();
    takeSort(chosen ? chosen->data().toInt() : -1,
             m_descending.isChecked() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void BoardTools::clearFilter()
{
    m_filter->clear();
    m_stage.takeFocus();
}

void BoardTools::openColumns(const QPoint &where, int column)
{
    m_popup->open(where, column);
}

void BoardTools::zoomTo(int percent)
{
    m_stage.setZoom(percent);
    keepSoon();
}

void BoardTools::zoomBy(int step)
{
    const auto *at = std::lower_bound(std::begin(kZooms), std::end(kZooms), m_table.zoom());
    const qsizetype place = at - std::begin(kZooms) + step;
    if (0 <= place && place < std::ssize(kZooms))
        zoomTo(kZooms[place]);
}

// The line, the menus and the header say what the model does.
void BoardTools::showArrangement()
{
    const Arrangement &arrangement = m_model.arrangement();
    const QSignalBlocker quietFilter(m_filter);
    const QSignalBlocker quietHeader(m_table.header());
    if (m_filter->text() != arrangement.filter)
        m_filter->setText(arrangement.filter);
    m_table.header()->setSortIndicator(arrangement.sortColumn, arrangement.sortOrder);
    m_table.header()->viewport()->update();
    for (QAction *action : m_sorts->actions())
        action->setChecked(action->data().toInt() == arrangement.sortColumn);
    m_descending.setChecked(arrangement.sortOrder == Qt::DescendingOrder);
    m_descending.setEnabled(arrangement.sortColumn >= 0);
    for (QAction *action : m_groups->actions())
        if (action->data().toInt() == int(arrangement.grouping))
            action->setChecked(true);
    const QString grouped = m_groups->checkedAction()->text().remove(u'&');
    m_groupButton->setText(arrangement.grouping == Grouping::None ? tr("Group")
                                                                  : fill(tr("Group: %1"), {grouped}));
    m_groupButton->setAccessibleName(m_groupButton->text());
    m_groupButton->setToolTip(
        tr("Gather the rows under headings (%1)").arg(m_group.shortcut().toString(QKeySequence::NativeText)));
}

void BoardTools::showCount()
{
    const bool isFiltered = !m_model.arrangement().filter.trimmed().isEmpty();
    m_count->setText(isFiltered ? fill(tr("%1 of %Ln row(s)", nullptr, int(m_model.allRows())),
                                       {QLocale().toString(m_model.shownRows())})
                                : QString());
}

QString BoardTools::key() const
{
    return QStringLiteral("board/%1/view").arg(m_board.toString());
}

void BoardTools::showBoard()
{
    if (m_keeping.isActive())
        keep();
    m_board = m_model.board();
    const QScopedValueRollback restoring(m_isRestoring, true);
    const QVariantMap kept = m_profile.value(key()).toMap();
    m_model.arrange(arrangementIn(kept));
    showArrangement();
    showCount();
    m_table.columns().restore(kept.value(columnsKey()).toMap());
    m_stage.setZoom(qBound(kZooms[0], kept.value(zoomKey(), kUsualZoom).toInt(), *std::rbegin(kZooms)));
    m_stage.setFace(kept.value(monthsKey()).toBool() ? BoardStage::Face::Months : BoardStage::Face::Table);
}

void BoardTools::keepSoon()
{
    if (!m_isRestoring && m_board.isValid())
        m_keeping.start();
}

void BoardTools::keep()
{
    m_keeping.stop();
    const Arrangement &arrangement = m_model.arrangement();
    QVariantMap kept;
    kept.insert(filterKey(), arrangement.filter);
    kept.insert(groupKey(), int(arrangement.grouping));
    kept.insert(sortKey(), arrangement.sortColumn);
    kept.insert(descendingKey(), arrangement.sortOrder == Qt::DescendingOrder);
    kept.insert(columnsKey(), m_table.columns().state());
    kept.insert(zoomKey(), m_table.zoom());
    kept.insert(monthsKey(), m_stage.face() == BoardStage::Face::Months);
    m_profile.setValue(key(), kept);
}

bool BoardTools::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        clearFilter();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        m_stage.takeFocus();
        return true;
    default:
        return false;
    }
}

// What they do can be seen only where the board is.
void BoardTools::setCommandsEnabled(bool areEnabled)
{
    for (QAction *action : {&m_find, &m_group, &m_columns, &m_zoomIn, &m_zoomOut, &m_zoomReset,
                            m_groupMenu->menuAction(), m_sortMenu->menuAction()})
        action->setEnabled(areEnabled);
    m_faces->setEnabled(areEnabled);
}

void BoardTools::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setCommandsEnabled(true);
}

void BoardTools::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_keeping.isActive())
        keep(); // the window may be closing
    setCommandsEnabled(false);
}

} // namespace milepost
