// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/labels.h"

#include <QAccessible>
#include <QLabel>

namespace milepost {
namespace {

QLabel *wrapped(const QString &text, QPalette::ColorRole ink, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(ink);
    label->setContentsMargins(kTextInset, 0, 0, 0);
    label->setText(text);
    return label;
}

} // namespace

QLabel *softLabel(const QString &text, QWidget *parent)
{
    return wrapped(text, QPalette::PlaceholderText, parent);
}

QLabel *errorLabel(QWidget *parent)
{
    QLabel *label = wrapped({}, QPalette::BrightText, parent);
    label->setObjectName(QStringLiteral("fieldError"));
    label->hide();
    return label;
}

void tellIn(QLabel &label, const QString &sentence)
{
    label.setText(sentence.isEmpty() ? QString() : QString(u"! " + sentence));
    label.setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    QAccessibleEvent event(&label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace milepost
