// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/palettepanel.h"

#include "ui/delegates/icons.h"
#include "ui/pages/palettedelegate.h"
#include "ui/words/filling.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace milepost {
namespace {

using Kind = PaletteEntry::Kind;

constexpr int kCharacters = 96; ///< of the panel's width
constexpr int kRows = 11;

Icon signOf(Kind kind)
{
    switch (kind) {
    case Kind::Command:
        return Icon::Command;
    case Kind::Board:
        return Icon::Board;
    case Kind::Objective:
        return Icon::Objective;
    case Kind::KeyResult:
        return Icon::KeyResult;
    case Kind::Kpi:
        return Icon::Kpi;
    case Kind::Person:
        return Icon::Person;
    case Kind::Action:
        return Icon::Action;
    }
    Q_UNREACHABLE();
}

} // namespace

PalettePanel::PalettePanel(Session &session, QMenuBar &menus, QWidget *window)
    : FloatingPanel(window)
    , m_session(session)
    , m_menus(menus)
    , m_model(session)
    , m_line(new QLineEdit(this))
    , m_nothing(new QLabel(tr("Nothing here is called so."), this))
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("palettePanel"));
    setAccessibleName(tr("Search or run a command"));
    buildLine();
    buildList();
    inside().addWidget(m_line);
    inside().addWidget(m_nothing);
    inside().addWidget(m_list, 1);
    connect(&m_model, &PaletteModel::prepared, this, &PalettePanel::showFirst);
    connect(this, &FloatingPanel::dismissed, &m_model, &PaletteModel::close);
}

void PalettePanel::buildLine()
{
    m_line->setObjectName(QStringLiteral("paletteLine"));
    m_line->setAccessibleName(tr("Search or run a command"));
    dressTopLine(*m_line);
    QFont font = m_line->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    m_line->setFont(font);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &PalettePanel::type);
}

void PalettePanel::buildList()
{
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_nothing->setMargin(fontMetrics().height());
    m_nothing->hide();
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->verticalScrollBar()->setAutoFillBackground(true);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(
        new PaletteDelegate([this](const QModelIndex &index) { return iconOf(index); }, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setContentsMargins(6, 0, 6, 6);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, &PalettePanel::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PalettePanel::say);
}

QSize PalettePanel::wantedSize() const
{
    const int height = fontMetrics().height();
    return {kCharacters * fontMetrics().averageCharWidth(), 3 * height + kRows * (2 * height + 2) + 8};
}

void PalettePanel::toggle()
{
    isVisible() ? dismiss() : open();
}

void PalettePanel::open()
{
    m_isOfPerson = false;
    m_line->setPlaceholderText(tr("A board, a row, a person or a command"));
    m_model.open(commands());
    m_line->clear();
    showFirst();
    openWith(m_line);
}

QList<PaletteEntry> PalettePanel::commands()
{
    m_commands.clear();
    QList<PaletteEntry> entries;
    for (const MenuCommand &command : menuCommands(m_menus)) {
        if (!command.action->isEnabled() || command.action == m_leftOut)
            continue;
        PaletteEntry entry;
        // Two menus may have a command of the same name: "Status" is what one sorts by, or groups by.
        entry.name = menuPath(command.menus.mid(1) + QStringList{command.text});
        entry.context = command.menus.value(0);
        entry.command = command.key;
        entry.shortcut = command.action->shortcut().toString(QKeySequence::NativeText);
        entry.nameKey = searchKey(entry.name);
        entry.contextKey = searchKey(entry.context);
        entries.append(entry);
        m_commands.append(command);
    }
    return entries;
}

/// The action of a command; null for everything else.
QAction *PalettePanel::actionOf(const PaletteEntry &entry) const
{
    if (entry.kind != Kind::Command)
        return nullptr;
    for (const MenuCommand &command : m_commands)
        if (command.action && command.key == entry.command)
            return command.action;
    return nullptr;
}

QIcon PalettePanel::iconOf(const QModelIndex &index) const
{
    const PaletteEntry entry = m_model.entryAt(index);
    const QAction *action = actionOf(entry);
    return action && !action->icon().isNull() ? action->icon() : icon(signOf(entry.kind));
}

void PalettePanel::type(const QString &text)
{
    m_model.setTyped(text);
    showFirst();
}

void PalettePanel::showFirst()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_nothing->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    m_list->setCurrentIndex(m_model.index(0, 0));
    m_list->scrollToTop();
}

bool PalettePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_line || watched == m_list) &&
        takesKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return FloatingPanel::eventFilter(watched, event);
}

bool PalettePanel::takesKey(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Up:
        return move(-1), true;
    case Qt::Key_Down:
        return move(1), true;
    case Qt::Key_PageUp:
        return move(1 - kRows), true;
    case Qt::Key_PageDown:
        return move(kRows - 1), true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(m_list->currentIndex()), true;
    case Qt::Key_Backspace:
        if (!m_isOfPerson || !m_line->text().isEmpty())
            return false;
        return open(), true;
    default:
        return false;
    }
}

// One step beyond an end goes to the other end.
void PalettePanel::move(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int from = m_list->currentIndex().row();
    const bool isAtEnd = (rows > 0 && from == count - 1) || (rows < 0 && from == 0);
    const int to = isAtEnd ? (rows > 0 ? 0 : count - 1) : std::clamp(from + rows, 0, count - 1);
    m_list->setCurrentIndex(m_model.index(to, 0));
}

void PalettePanel::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const PaletteEntry entry = m_model.entryAt(index);
    m_model.remember(entry);
    if (entry.kind == Kind::Person)
        return showOwnedBy(entry);
    dismiss();
    if (QAction *action = actionOf(entry))
        return QTimer::singleShot(0, action, &QAction::trigger);
    if (const std::optional<Place> place = placeOf(m_session.state(), entry))
        Q_EMIT placeChosen(*place);
}

void PalettePanel::showOwnedBy(const PaletteEntry &person)
{
    m_isOfPerson = true;
    m_line->setPlaceholderText(fill(tr("What %1 answers for"), {inLine(person.name)}));
    m_model.showOwnedBy(PersonId(person.id));
    m_line->clear();
    showFirst();
    m_line->setFocus();
}

// The keyboard stays in the line: a screen reader is told which row Enter would take.
void PalettePanel::say(const QModelIndex &current)
{
    if (!current.isValid() || !isVisible())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(current.row());
    QAccessible::updateAccessibility(&event);
}

} // namespace milepost
