// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/filterline.h"

#include <QKeyEvent>
#include <QShortcut>

namespace milepost {
namespace {

constexpr int kCharacters = 24;

} // namespace

FilterLine::FilterLine(const QString &name, QWidget *page) : QLineEdit(page)
{
    setAccessibleName(name);
    setPlaceholderText(tr("Filter"));
    setClearButtonEnabled(true);
    setMinimumWidth(kCharacters * fontMetrics().averageCharWidth());
    auto *find = new QShortcut(QKeySequence::Find, page);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape && !text().isEmpty())
        return clear();
    const bool isLeaving =
        key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isLeaving && m_list && m_list->isVisible())
        return m_list->setFocus(Qt::OtherFocusReason);
    QLineEdit::keyPressEvent(event);
}

} // namespace milepost
