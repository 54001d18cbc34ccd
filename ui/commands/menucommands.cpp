// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/menucommands.h"

#include "ui/words/filling.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace milepost {
namespace {

QString within(const QString &menu, const QString &name)
{
    if (menu.isEmpty())
        return name;
    return fill(QCoreApplication::translate("MenuCommands", "%1 › %2"), {menu, name});
}

QString keyOf(const QAction &action, const QString &menu)
{
    if (!action.objectName().isEmpty())
        return action.objectName();
    return menu + u'/' + withoutMnemonic(action.text());
}

void collect(const QList<QAction *> &actions, const QString &menu, QList<MenuCommand> &commands)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString text = withoutMnemonic(action->text());
        if (QMenu *inner = action->menu()) {
            Q_EMIT inner->aboutToShow();
            collect(inner->actions(), within(menu, text), commands);
        } else if (!text.isEmpty()) {
            commands.append({action, text, menu, keyOf(*action, menu)});
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
