// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/plaintext.h"

#include <QEvent>
#include <QLabel>
#include <QMessageBox>

namespace milepost {

namespace {

void makePlain(QObject *object)
{
    if (auto *const label = qobject_cast<QLabel *>(object)) {
        if (label->textFormat() != Qt::PlainText)
            label->setTextFormat(Qt::PlainText);
    } else if (auto *const box = qobject_cast<QMessageBox *>(object)) {
        if (box->textFormat() != Qt::PlainText)
            box->setTextFormat(Qt::PlainText);
    }
}

} // namespace

bool PlainTextOnly::eventFilter(QObject *watched, QEvent *event)
{
    // Polish comes before anything is measured or painted. The others catch a format that was set afterwards.
    const QEvent::Type type = event->type();
    if (type == QEvent::Polish || type == QEvent::Show || type == QEvent::Paint ||
        type == QEvent::LayoutRequest)
        makePlain(watched);
    return type == QEvent::WhatsThis || type == QEvent::QueryWhatsThis;
}

} // namespace milepost
