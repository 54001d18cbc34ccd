// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/chip.h"

#include "ui/charts/marks.h"

#include <QPainter>

namespace milepost {

Chip::Chip(const StatusFact &fact, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFact(fact);
}

void Chip::setFact(const StatusFact &fact)
{
    m_fact = fact;
    setAccessibleName(fact.word);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return pillSize(m_fact, font());
}

QSize Chip::minimumSizeHint() const
{
    return {sizeHint().height() * 2, sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintPill(painter, rect(), m_fact, font(), themeOf(palette()));
}

} // namespace milepost
