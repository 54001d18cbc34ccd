// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/menucommands.h"
#include "ui/pages/floatingpanel.h"

#include <QSortFilterProxyModel>
#include <QStandardItemModel>

class QLineEdit;
class QTreeView;

namespace milepost {

/// A key and what it does, where no menu has it.
struct TypedKey
{
    QString keys = {};
    QString does = {};
};

/// All keys of the program: those of the commands, read from the menus, and those that are typed on a board.
/// A line at the top looks for one.
class KeyList final : public FloatingPanel
{
    Q_OBJECT
public:
    KeyList(QMenuBar &menus, QWidget *window);

    /// Opens it, or closes it.
    void toggle();

protected:
    QSize wantedSize() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLine();
    void buildTable();
    void fill();
    void addGroup(const QString &title, const QList<TypedKey> &keys);
    void find(const QString &text);

    QMenuBar &m_menus;
    QStandardItemModel m_keys;
    QSortFilterProxyModel m_found;
    QLineEdit *m_line;
    QTreeView *m_table;
};

} // namespace milepost
