// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/dateline.h"

#include "ui/words/typeddate.h"

#include <QKeyEvent>

#include <algorithm>

namespace milepost {

DateLine::DateLine(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("entryDate"));
    setAccessibleName(tr("Date"));
    setAccessibleDescription(tr("A date, a weekday, “yesterday” or -1; the arrow keys go by days"));
    setToolTip(accessibleDescription());
    // Whatever writes here has chosen a day: assistive technology does it as a program does.
    connect(this, &QLineEdit::textChanged, this, [this] { setModified(true); });
}

void DateLine::setToday(QDate today)
{
    m_today = today;
    setText(dateAsTyped(today));
    setModified(false);
}

void DateLine::step(int days)
{
    const Result<QDate> present = typedDate(text(), m_today);
    const QDate next = (present ? *present : m_today).addDays(days);
    setText(dateAsTyped(std::min(next, m_today)));
    selectAll();
    Q_EMIT textEdited(text());
}

void DateLine::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return step(1);
    case Qt::Key_Down:
        return step(-1);
    case Qt::Key_PageUp:
        return step(7);
    case Qt::Key_PageDown:
        return step(-7);
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace milepost
