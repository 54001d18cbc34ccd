// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/sparklineview.h"

#include "ui/charts/marks.h"

#include <QPainter>

namespace milepost {

SparklineView::SparklineView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SparklineView::setLine(const SparklineFact &line, const QString &inWords)
{
    m_line = line;
    setAccessibleName(inWords);
    update();
}

QSize SparklineView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().lineSpacing() * 5};
}

void SparklineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintSparkline(painter, rect().adjusted(4, 4, -4, -4), m_line, themeOf(palette()));
}

} // namespace milepost
