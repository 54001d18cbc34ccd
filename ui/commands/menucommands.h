// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QPointer>
#include <QString>
#include <QStringList>

class QMenuBar;

namespace milepost {

/// A command of the program: every one of them is an action in a menu.
struct MenuCommand
{
    QPointer<QAction> action = {}; ///< menus that are filled when they are opened forget theirs
    QString text = {};             ///< as one reads it, without the mnemonic
    QStringList menus = {};        ///< that it is in, from the menu bar on
    QString key = {};              ///< by which it is known from one start to the next
};

/// All commands in the order of the menus, those that are disabled too. A menu that is filled when it is
/// opened is filled first.
QList<MenuCommand> menuCommands(const QMenuBar &bar);

/// Names of menus, one in the other: "File › Open recent".
QString menuPath(const QStringList &names);

/// \p text without the mark of its mnemonic: "&Save && close" is "Save & close".
QString withoutMnemonic(const QString &text);

} // namespace milepost
