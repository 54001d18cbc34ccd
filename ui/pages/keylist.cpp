// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keylist.h"

#include "ui/delegates/textdelegate.h"
#include "ui/delegates/titledelegate.h"
#include "ui/models/palettematch.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace milepost {
namespace {

enum Column { What, Keys, Columns };

constexpr int kKeyRole = Qt::UserRole; ///< what is looked in, made ready for it
constexpr int kCharacters = 84;

QString keysOf(const QAction &action)
{
    QStringList texts;
    for (const QKeySequence &keys : action.shortcuts())
        texts.append(keys.toString(QKeySequence::NativeText));
    return texts.join(KeyList::tr(" or "));
}

QList<TypedKey> boardKeys()
{
    return {{KeyList::tr("0 … 9  +  −"), KeyList::tr("Record a value on the row")},
            {KeyList::tr("Enter"), KeyList::tr("Take the value and go to the next row that takes one")},
            {KeyList::tr("Esc"), KeyList::tr("Leave the value as it was, close a message")},
            {KeyList::tr("Tab"), KeyList::tr("Go on to the date and the note of the value")},
            {KeyList::tr("↑  ↓"), KeyList::tr("Go to another row")}};
}

QList<TypedKey> windowKeys()
{
    return {{KeyList::tr("Tab  Shift+Tab"), KeyList::tr("Go to the next part of the window, or back")},
            {KeyList::tr("F10  Alt"), KeyList::tr("Go to the menus")}};
}

} // namespace

KeyList::KeyList(QMenuBar &menus, QWidget *window)
    : FloatingPanel(window)
    , m_menus(menus)
    , m_line(new QLineEdit(this))
    , m_table(new QTreeView(this))
{
    setObjectName(QStringLiteral("keyList"));
    setAccessibleName(tr("Keys"));
    m_keys.setColumnCount(Columns);
    m_keys.setHorizontalHeaderLabels({tr("What it does"), tr("Keys")});
    m_found.setSourceModel(&m_keys);
    m_found.setRecursiveFilteringEnabled(true);
    m_found.setAutoAcceptChildRows(true);
    m_found.setFilterRole(kKeyRole);
    buildLine();
    buildTable();
    inside().addWidget(m_line);
    inside().addWidget(m_table, 1);
}

void KeyList::buildLine()
{
    m_line->setObjectName(QStringLiteral("keyLine"));
    m_line->setAccessibleName(tr("Find a key"));
    m_line->setPlaceholderText(tr("Find a key or what it does"));
    dressTopLine(*m_line);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &KeyList::find);
}

void KeyList::buildTable()
{
    m_table->setObjectName(QStringLiteral("keyTable"));
    m_table->setAccessibleName(tr("Keys"));
    m_table->setModel(&m_found);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHeaderHidden(true);
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setIndentation(0);
    m_table->setItemDelegateForColumn(What, new TitleDelegate(m_table));
    m_table->setItemDelegateForColumn(Keys, new TextDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(Keys, QHeaderView::ResizeToContents);
}

QSize KeyList::wantedSize() const
{
    const int height = fontMetrics().height();
    return {kCharacters * fontMetrics().averageCharWidth(), 34 * height};
}

void KeyList::toggle()
{
    if (isVisible())
        return dismiss();
    fill();
    m_line->clear();
    find({});
    openWith(m_line);
}

void KeyList::fill()
{
    m_keys.removeRows(0, m_keys.rowCount());
    addGroup(tr("On a board"), boardKeys());
    QStringList menus;
    QHash<QString, QList<TypedKey>> groups;
    for (const MenuCommand &command : menuCommands(m_menus)) {
        if (command.action->shortcut().isEmpty())
            continue;
        const QString menu = menuPath(command.menus);
        if (!menus.contains(menu))
            menus.append(menu);
        groups[menu].append({keysOf(*command.action), command.text});
    }
    for (const QString &menu : menus)
        addGroup(menu, groups.value(menu));
    addGroup(tr("Everywhere"), windowKeys());
}

void KeyList::addGroup(const QString &title, const QList<TypedKey> &keys)
{
    if (keys.isEmpty())
        return;
    auto *const head = new QStandardItem(title);
    head->setData(QVariant::fromValue(RowKind::Section), RowKindRole);
    head->setFlags(Qt::ItemIsEnabled);
    for (const TypedKey &key : keys) {
        auto *const does = new QStandardItem(key.does);
        const QString looked = title + u' ' + key.does + u' ' + key.keys;
        does->setData(searchKey(looked).folded, kKeyRole);
        head->appendRow({does, new QStandardItem(key.keys)});
    }
    m_keys.appendRow(head);
}

void KeyList::find(const QString &text)
{
    m_found.setFilterFixedString(searchKey(text).folded.simplified());
    m_table->expandAll();
    for (int row = 0; row < m_found.rowCount(); ++row)
        m_table->setFirstColumnSpanned(row, {}, true);
    m_table->scrollToTop();
}

// The keyboard stays in the line; the list is scrolled from there.
bool KeyList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown)
            return QCoreApplication::sendEvent(m_table, event);
    }
    return FloatingPanel::eventFilter(watched, event);
}

} // namespace milepost
