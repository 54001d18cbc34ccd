// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dayedit.h"

#include <QKeyEvent>

namespace milepost {
namespace {

constexpr int kDaysOfPage = 7;

} // namespace

DayEdit::DayEdit(QWidget *parent) : QDateEdit(parent)
{
    setCalendarPopup(true);
    setKeyboardTracking(false); // a date that is half typed is none yet
}

// Qt reckons with the digits of its own sample, and others are wider.
QSize DayEdit::sizeHint() const
{
    return QDateEdit::sizeHint() + QSize(2 * fontMetrics().averageCharWidth(), 0);
}

// Qt steps by one with the arrow keys and the wheel, and by ten with the page keys.
void DayEdit::stepBy(int steps)
{
    const bool isPage = qAbs(steps) > 1;
    setDate(date().addDays(isPage ? (steps > 0 ? kDaysOfPage : -kDaysOfPage) : steps));
}

void DayEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isPage = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    if (!isPage || !(event->modifiers() & Qt::ShiftModifier))
        return QDateEdit::keyPressEvent(event);
    setDate(date().addMonths(event->key() == Qt::Key_PageUp ? 1 : -1));
}

QAbstractSpinBox::StepEnabled DayEdit::stepEnabled() const
{
    return StepUpEnabled | StepDownEnabled;
}

} // namespace milepost
