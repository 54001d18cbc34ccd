// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardpage.h"

#include "core/domain/acts/values.h"
#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/delegates/chip.h"
#include "ui/delegates/icons.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/models/typedvalue.h"
#include "ui/pages/addrow.h"
#include "ui/pages/boarddescription.h"
#include "ui/pages/boardediting.h"
#include "ui/pages/boardstage.h"
#include "ui/pages/boardtools.h"
#include "ui/pages/boardview.h"
#include "ui/pages/endedbar.h"
#include "ui/pages/inspector.h"
#include "ui/pages/messagebar.h"
#include "ui/pages/pagehead.h"
#include "ui/pages/pastbar.h"
#include "ui/pages/pastepanel.h"
#include "ui/words/errors.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"
#include "ui/words/typeddate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace milepost {
namespace {

constexpr int kMargin = 20;
constexpr int kInspectorWidth = 340;
/// A screen that has room for all of the table beside the inspector, which is then there from the first start
/// on.
constexpr int kWideEnough = 1440;
constexpr int kKeepAfterMs = 500;

QString splitterKey()
{
    return QStringLiteral("board/splitter");
}

QString inspectorKey()
{
    return QStringLiteral("board/inspector");
}

QString cycleText(const Cycle &cycle, QDate today)
{
    if (today < cycle.from)
        return fill(BoardPage::tr("%1, not begun"), {cycle.name});
    if (today > cycle.to)
        return fill(BoardPage::tr("%1, ended"), {cycle.name});
    // A quarter has 13 weeks and a day or two, which belong to the last of them.
    const qint64 weeks = qMax(1, qRound(double(cycle.from.daysTo(cycle.to) + 1) / 7));
    const qint64 week = qMin(cycle.from.daysTo(today) / 7 + 1, weeks);
    return fill(BoardPage::tr("%1, week %2 of %3"),
                {cycle.name, QString::number(week), QString::number(weeks)});
}

} // namespace

BoardPage::BoardPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session)
    , m_head(new PageHead(this))
    , m_description(new BoardDescription(session, this))
    , m_visibility(new QToolButton(this))
    , m_cycle(m_head->addChip())
    , m_role(m_head->addChip())
    , m_add(new QPushButton(tr("Add"), this))
    , m_messages(new MessageBar(this))
    , m_past(new PastBar(session, m_model, this))
    , m_ended(new EndedBar(session, this))
    , m_content(new QStackedWidget(this))
    , m_view(new BoardView(this))
    , m_editing(new BoardEditing(session, *m_view, *m_messages, this))
    , m_stage(new BoardStage(m_model, *m_view, this))
    , m_splitter(new QSplitter(this))
    , m_inspector(new Inspector(session, this))
    , m_showInspector(tr("&Inspector"))
    , m_showActions(tr("Ac&tions of the row"))
{
    setObjectName(QStringLiteral("boardPage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_view->setModel(&m_model);
    m_view->viewport()->installEventFilter(this);
    m_content->addWidget(buildTable());
    m_content->addWidget(buildEmpty());
    buildHead();
    buildSplitter();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_description);
    layout->addWidget(buildTools());
    layout->addWidget(m_past);
    layout->addWidget(m_ended);
    layout->addWidget(m_messages);
    layout->addWidget(m_editing->pastePanel());
    layout->addWidget(m_splitter, 1);
    m_viewing = new BoardTools(session.profile(), m_model, *m_view, *m_stage, this);
    addTool(m_viewing);
    addTool(m_past->action());
    addTool(&m_showInspector);
    connectModel();
}

BoardPage::~BoardPage()
{
    if (m_keepSplitter.isActive())
        keepSplitter();
}

void BoardPage::connectModel()
{
    m_view->setReader(
        [this](const QModelIndex &row, const TypedEntry &entry) { return readEntry(row, entry); });
    connect(m_view, &BoardView::typedInVain, this, &BoardPage::explainRow);
    connect(m_view, &BoardView::actionsClicked, this, &BoardPage::showActions);
    connect(m_editing->editValue(), &QAction::triggered, this, [this] {
        m_stage->setFace(BoardStage::Face::Table); // the months are only read
        m_view->editValue();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BoardPage::forgetExplanation);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BoardPage::followRow);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, m_stage,
            &BoardStage::followTable);
    connect(&m_model, &BoardModel::refused, this, &BoardPage::explain);
    connect(&m_model, &BoardModel::recorded, m_messages, &MessageBar::dismiss);
    connect(m_description, &BoardDescription::refusedLate, m_messages, &MessageBar::showError);
    connect(&m_session, &Session::changed, this, &BoardPage::showHead);
    connect(&m_session, &Session::reloaded, this, &BoardPage::showHead);
    connect(&m_session, &Session::closed, this, [this] { showBoard({}); });
    connect(&m_model, &BoardModel::updated, this, &BoardPage::showContent);
    connect(m_past, &PastBar::changed, this, &BoardPage::showDay);
    connect(m_ended, &EndedBar::refused, m_messages, &MessageBar::showError);
    connect(m_past, &PastBar::left, m_stage, &BoardStage::takeFocus);
}

void BoardPage::buildHead()
{
    m_head->title()->setObjectName(QStringLiteral("boardTitle"));
    m_visibility->setObjectName(QStringLiteral("visibilityButton"));
    m_visibility->setAutoRaise(true);
    m_visibility->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_visibility->setFocusPolicy(Qt::TabFocus);
    m_head->addBesideTitle(m_visibility);
    m_add->setObjectName(QStringLiteral("addButton"));
    m_add->setAccessibleName(tr("Add"));
    m_add->setProperty(kPrimaryProperty, true);
    m_head->addWidget(m_add);
}

QWidget *BoardPage::buildTools()
{
    m_tools = new QWidget(this);
    auto *layout = new QHBoxLayout(m_tools);
    layout->setContentsMargins(kMargin, 0, kMargin, 6);
    layout->setSpacing(8);
    m_tools->hide();
    return m_tools;
}

void BoardPage::addTool(QWidget *widget)
{
    m_tools->layout()->addWidget(widget);
    m_tools->show();
}

void BoardPage::addTool(QAction *action)
{
    auto *button = new QToolButton(m_tools);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->iconText());
    button->setFocusPolicy(Qt::TabFocus);
    addTool(button);
}

QWidget *BoardPage::buildTable()
{
    auto *table = new QWidget(this);
    auto *layout = new QVBoxLayout(table);
    layout->setContentsMargins(kMargin, 0, kMargin, 0);
    layout->addWidget(m_stage);
    return table;
}

void BoardPage::buildSplitter()
{
    m_splitter->setObjectName(QStringLiteral("boardSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *table = new QWidget(this);
    auto *layout = new QVBoxLayout(table);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_editing->addRow());
    m_splitter->addWidget(table);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({4 * kInspectorWidth, kInspectorWidth});
    m_splitter->restoreState(m_session.profile().value(splitterKey()).toByteArray());
    m_showInspector.setObjectName(QStringLiteral("inspectorAction"));
    m_showInspector.setIcon(icon(Icon::Inspector));
    m_showInspector.setToolTip(tr("Shows beside the table what the chosen row is about"));
    m_showInspector.setShortcut(QKeySequence(Qt::Key_F9));
    m_showInspector.setCheckable(true);
    connect(&m_showInspector, &QAction::toggled, m_inspector, &QWidget::setVisible);
    const QVariant kept = m_session.profile().value(inspectorKey());
    m_showInspector.setChecked(kept.isValid() ? kept.toBool()
                                              : screen()->availableSize().width() >= kWideEnough);
    m_inspector->setVisible(m_showInspector.isChecked());
    m_showActions.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    connect(&m_showActions, &QAction::triggered, this, &BoardPage::showActions);
    m_keepSplitter.setSingleShot(true);
    m_keepSplitter.setInterval(kKeepAfterMs);
    connect(&m_keepSplitter, &QTimer::timeout, this, &BoardPage::keepSplitter);
    connect(m_splitter, &QSplitter::splitterMoved, &m_keepSplitter, qOverload<>(&QTimer::start));
    connect(&m_showInspector, &QAction::toggled, this, &BoardPage::keepSplitter);
}

void BoardPage::keepSplitter()
{
    m_session.profile().setValue(splitterKey(), m_splitter->saveState());
    m_session.profile().setValue(inspectorKey(), m_showInspector.isChecked());
}

void BoardPage::followRow()
{
    const QModelIndex current = m_view->currentIndex();
    const auto kind = current.data(RowKindRole).value<RowKind>();
    const qint64 id = current.data(IdRole).toLongLong();
    const bool isRecord = kind == RowKind::Objective || kind == RowKind::KeyResult || kind == RowKind::Kpi;
    isRecord ? m_inspector->showRow(kind, id) : m_inspector->showNothing();
    m_showActions.setEnabled(isRecord && !m_model.isPast());
    Q_EMIT currentRowChanged(isRecord ? kind : RowKind::Other, isRecord ? id : 0);
}

void BoardPage::showActions()
{
    m_showInspector.setChecked(true);
    m_inspector->showActions();
}

QWidget *BoardPage::buildEmpty()
{
    auto *empty = new QWidget(this);
    m_emptyText = new QLabel(empty);
    m_emptyText->setObjectName(QStringLiteral("emptyText"));
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_import = new QToolButton(empty);
    m_import->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *layout = new QVBoxLayout(empty);
    layout->addStretch(2);
    layout->addWidget(m_emptyText);
    layout->addSpacing(12);
    layout->addWidget(m_import, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return empty;
}

void BoardPage::setImport(QAction *action)
{
    m_import->setDefaultAction(action);
}

void BoardPage::showBoard(BoardId board)
{
    m_messages->dismiss();
    m_past->leave();
    m_model.setBoard(board);
    m_ended->setBoard(board);
    m_editing->setBoard(board);
    m_viewing->showBoard();
    showHead();
    showContent();
    m_view->setToday(m_session.today());
    m_view->selectFirst();
    followRow();
    m_stage->takeFocus();
}

void BoardPage::goTo(RowKind kind, qint64 id)
{
    m_past->leave(); // the row is meant as it is
    const bool isHere = boardOfThing(m_session.state(), id) == board();
    if (isHere && !m_model.indexOf(kind, id).isValid())
        m_viewing->clearFilter(); // it may be what the filter hides
    const QModelIndex row = m_model.indexOf(kind, id, BoardModel::ValueColumn);
    if (!row.isValid())
        return;
    m_stage->setFace(BoardStage::Face::Table);
    m_view->setCurrentIndex(row);
    m_view->setFocus();
}

const Board *BoardPage::seenBoard() const
{
    const WorkingSet &state = m_session.state();
    return canSee(state, m_session.me(), board()) ? state.find(board()) : nullptr;
}

void BoardPage::showHead()
{
    const WorkingSet &state = m_session.state();
    const Board *board = seenBoard();
    m_head->setVisible(board != nullptr);
    if (!board) {
        m_emptyText->clear();
        m_import->hide();
        return m_description->hide();
    }
    m_head->setTitle(board->name);
    const bool isPrivate = board->visibility == Visibility::Private;
    m_visibility->setText(label(board->visibility));
    m_visibility->setIcon(icon(isPrivate ? Icon::Private : Icon::Public));
    m_visibility->setAccessibleName(fill(tr("Seen by: %1"), {label(board->visibility)}));
    m_visibility->setToolTip(isPrivate ? tr("Only those that it is shared with see this board")
                                       : tr("Everyone in this workspace sees this board"));
    const Cycle *cycle = state.cycleOf(board->id);
    m_cycle->setVisible(cycle != nullptr);
    if (cycle)
        m_cycle->setFact({cycleText(*cycle, m_session.today()), Tone::Neutral, Sign::None});
    const Role role = roleOn(state, m_session.me(), board->id).value_or(Role::Viewer);
    m_role->setVisible(role < Role::Editor);
    m_role->setFact({label(role), Tone::Neutral, Sign::None});
    m_add->setVisible(role >= Role::Editor);
    m_description->setBoard(*board,
                            require(state, m_session.me(), board->id, Role::Editor) && !m_model.isPast());
    m_emptyText->setText(emptyText(role));
    m_import->setVisible(role >= Role::Editor && !m_model.isPast());
}

QString BoardPage::emptyText(Role role) const
{
    if (m_model.isPast())
        return tr("Nothing was on this board on that day.");
    return role >= Role::Editor
               ? tr("Nothing is on this board yet. Import the numbers that you have, or add an "
                    "objective or a KPI.")
               : tr("Nothing is on this board yet. Its editors can add objectives and KPIs.");
}

// What is over can be read and copied, and nothing else.
void BoardPage::showDay()
{
    const bool isPast = m_model.isPast();
    m_messages->dismiss();
    m_editing->setReadOnly(isPast);
    m_add->setEnabled(!isPast);
    m_ended->setBoard(isPast ? BoardId() : board());
    isPast ? m_inspector->showPast(m_model.state(), m_model.day()) : m_inspector->showPresent();
    showHead();
    followRow();
}

void BoardPage::showContent()
{
    m_content->setCurrentIndex(m_model.allRows() == 0 ? 1 : 0);
}

void BoardPage::explainRow(const QModelIndex &row)
{
    const BoardRow *const shown = m_model.rowAt(row);
    if (!shown)
        return;
    const QString text = fill(tr("%1: %2"), {shown->title, shown->hint});
    if (const std::optional<Place> there = whereTyped(*shown))
        m_messages->offer(text, tr("Go there"), [this, there] { Q_EMIT placeChosen(*there); });
    else
        m_messages->showText(text);
    m_isExplaining = true;
}

// The KPI that a key result follows, if one may see it.
std::optional<Place> BoardPage::whereTyped(const BoardRow &row) const
{
    const WorkingSet &state = m_session.state();
    const bool isWhole = row.kind == RowKind::KeyResult && !row.isPart;
    const KeyResult *keyResult = isWhole ? state.find(KeyResultId(row.id)) : nullptr;
    const Kpi *kpi = keyResult ? state.find(keyResult->kpi) : nullptr;
    if (!kpi || m_model.isPast() || !canSee(state, m_session.me(), kpi->board))
        return std::nullopt;
    return Place{Place::Kind::Board, kpi->board, RowKind::Kpi, kpi->id.value()};
}

// It was about the row that one has left.
void BoardPage::forgetExplanation()
{
    if (std::exchange(m_isExplaining, false))
        m_messages->dismiss();
}

void BoardPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_messages->isVisible())
        m_messages->dismiss();
    else if (event->key() == Qt::Key_Escape && m_past->isPast())
        m_past->leave();
    else
        QWidget::keyPressEvent(event);
}

void BoardPage::explain(const BoardRow &row, const TypedEntry &entry, const Error &error)
{
    m_isExplaining = false;
    if (error.code != Error::Code::ValueExists)
        return m_messages->showText(fill(tr("%1: %2"), {row.title, sentence(error)}));
    const QDate today = m_session.today();
    const QString day = dayInWords(typedDate(entry.date, today).value(), today);
    m_messages->askText(
        fill(tr("%1 already has a value for %2. Why does %3 replace it?"), {row.title, day, entry.value}),
        tr("Reason for the correction"), tr("Correct"),
        [this, row, entry](const QString &reason) { correct(row, entry, reason); });
}

EntryReading BoardPage::readEntry(const QModelIndex &row, const TypedEntry &entry) const
{
    const BoardRow *const shown =
        m_model.rowAt(m_model.indexOf(row.data(RowKindRole).value<RowKind>(), row.data(IdRole).toLongLong()));
    return shown ? readingOf(m_session.state(), *shown, entry, m_session.today()) : EntryReading();
}

void BoardPage::correct(const BoardRow &row, const TypedEntry &entry, const QString &reason)
{
    Result<GivenValue> given = typedValue(m_session.state(), row, entry, m_session.today());
    if (!given)
        return m_messages->showError(given.error());
    given->reason = reason;
    Intent intent;
    intent.needs = [given = *given](const WorkingSet &) { return seriesNeededBy(given); };
    intent.decide = [given = *given](Situation &in) { return correctValue(in, given); };
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            m_messages->showError(receipt.error());
    });
    m_view->setFocus();
}

bool BoardPage::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_isPainted && event->type() == QEvent::Paint && m_model.rowCount() > 0) {
        m_isPainted = true;
        QTimer::singleShot(0, this, &BoardPage::painted);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace milepost
