// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit.h"

#include "ui/charts/theme.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QWidget>

#include <algorithm>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

constexpr double kReadable = 4.5; // WCAG 2.1, 1.4.3

bool takesTab(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) &&
           widget.focusProxy() == nullptr;
}

/// How a widget is found: its class and name, and those of what it is in.
QString pathOf(const QWidget &widget, const QWidget &root)
{
    QStringList path;
    for (const QWidget *one = &widget; one; one = one->parentWidget()) {
        if (!one->objectName().isEmpty() || one == &widget)
            path.prepend(QString::fromLatin1(one->metaObject()->className()) + u'#' + one->objectName());
        if (one == &root)
            break;
    }
    return path.join(u" / "_s);
}

QString nameOf(const QWidget &widget, const QAccessibleInterface &face)
{
    // The name of a combo box is what is chosen in it: what it is for is told by its label.
    if (qobject_cast<const QComboBox *>(&widget)) {
        const auto labels = face.relations(QAccessible::Label);
        return labels.isEmpty() ? QString() : labels.first().first->text(QAccessible::Name);
    }
    return face.text(QAccessible::Name);
}

bool saysWhatItIs(QAccessible::Role role)
{
    return role != QAccessible::NoRole && role != QAccessible::Client && role != QAccessible::Window &&
           role != QAccessible::Pane && role != QAccessible::Grouping;
}

const QWidget *common(const QWidget *one, const QWidget *other)
{
    while (one && !one->isAncestorOf(other))
        one = one->parentWidget();
    return one;
}

/// Where the part of \p container is that contains the widget.
QRect partOf(const QWidget &container, const QWidget *widget)
{
    while (widget->parentWidget() != &container)
        widget = widget->parentWidget();
    return widget->geometry();
}

bool isAstray(const QRect &from, const QRect &to, bool isMirrored)
{
    if (to.bottom() < from.top())
        return true;
    const bool isSameLine = to.top() <= from.bottom() && from.top() <= to.bottom();
    return isSameLine && (isMirrored ? to.left() > from.right() : to.right() < from.left());
}

QList<const QWidget *> tabChain(const QWidget &root)
{
    QList<const QWidget *> chain;
    const QWidget *widget = root.window();
    do {
        if (takesTab(*widget) && (widget == &root || root.isAncestorOf(widget)))
            chain.append(widget);
        widget = widget->nextInFocusChain();
    } while (widget && widget != root.window());
    // Tab goes round: where the round begins makes no difference, so it is looked at from the top left on.
    const auto place = [&root](const QWidget *one) {
        const QPoint point = one->mapTo(&root, QPoint());
        return std::pair(one->isRightToLeft() ? -point.x() : point.x(), point.y());
    };
    const auto first = std::min_element(
        chain.begin(), chain.end(), [&place](auto *one, auto *other) { return place(one) < place(other); });
    std::rotate(chain.begin(), first, chain.end());
    return chain;
}

} // namespace

QStringList namelessIn(const QWidget &root)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!takesTab(*widget) || widget->window() != root.window())
            continue;
        const QAccessibleInterface *face =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!face || !saysWhatItIs(face->role()))
            found.append(pathOf(*widget, root) + u": no role"_s);
        else if (nameOf(*widget, *face).trimmed().isEmpty())
            found.append(pathOf(*widget, root) + u": no name"_s);
    }
    return found;
}

QStringList tabsAstrayIn(const QWidget &root)
{
    QStringList found;
    const QList<const QWidget *> chain = tabChain(root);
    for (qsizetype at = 1; at < chain.size(); ++at) {
        const QWidget *from = chain.at(at - 1);
        const QWidget *to = chain.at(at);
        const QWidget *container = common(from, to);
        if (!container || container == from || container == to)
            continue;
        if (isAstray(partOf(*container, from), partOf(*container, to), container->isRightToLeft()))
            found.append(u"%1 comes before %2"_s.arg(pathOf(*from, root), pathOf(*to, root)));
    }
    return found;
}

QStringList faintIn(const QWidget &root)
{
    QStringList found;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (!label->isVisible() || !label->isEnabled() || label->text().isEmpty() ||
            label->window() != root.window())
            continue;
        const QColor ink = label->palette().color(label->foregroundRole());
        const QColor ground = label->palette().color(label->backgroundRole());
        if (contrast(ink, ground) < kReadable)
            found.append(u"%1: %2 on %3"_s.arg(pathOf(*label, root), ink.name(), ground.name()));
    }
    return found;
}

} // namespace milepost
