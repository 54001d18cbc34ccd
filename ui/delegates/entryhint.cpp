// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/entryhint.h"

#include "ui/charts/marks.h"
#include "ui/charts/theme.h"

#include <QAccessible>

namespace milepost {

EntryHint::EntryHint(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("entryHint"));
    setTextFormat(Qt::PlainText);
    setFont(smallFont(font()));
    setForegroundRole(QPalette::WindowText); // whatever ground it lies on
}

void EntryHint::showReading(const EntryReading &reading)
{
    present(reading.words, false);
}

void EntryHint::showRefusal(const EntryReading &reading)
{
    present(reading.words, true);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void EntryHint::present(const QString &words, bool isRefusal)
{
    const Theme &theme = themeOf(palette());
    QPalette own = palette();
    own.setColor(QPalette::WindowText, isRefusal ? theme.bad : theme.soft);
    setPalette(own);
    setText(words);
}

} // namespace milepost
