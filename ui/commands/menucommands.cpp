// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/menucommands.h"

#include "ui/words/filling.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace milepost {
namespace {

QString keyOf(const QAction &action, const QStringList &menus)
{
    if (!action.objectName().isEmpty())
        return action.objectName();
    return menuPath(menus) + u'/' + withoutMnemonic(action.text());
}

void collect(const QList<QAction *> &actions, const QStringList &menus, QList<MenuCommand> &commands)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString text = withoutMnemonic(action->text());
        if (QMenu *inner = action->menu()) {
            Q_EMIT inner->aboutToShow();
            collect(inner->actions(), menus + QStringList{text}, commands);
        } else if (!text.isEmpty()) {
            commands.append({action, text, menus, keyOf(*action, menus)});
        }
    }
}

} // namespace

QList<MenuCommand> menuCommands(const QMenuBar &bar)
{
    QList<MenuCommand> commands;
    collect(bar.actions(), {}, commands);
    return commands;
}

QString menuPath(const QStringList &names)
{
    QString path = names.value(0);
    for (const QString &name : names.mid(1))
        path = fill(QCoreApplication::translate("MenuCommands", "%1 › %2"), {path, name});
    return path;
}

QString withoutMnemonic(const QString &text)
{
    QString plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == u'&' && at + 1 < text.size())
            ++at;
        plain += text.at(at);
    }
    return plain;
}

} // namespace milepost
