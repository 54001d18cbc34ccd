// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/linepicture.h"

#include "ui/charts/marks.h"

#include <QPainter>

namespace milepost {

LinePicture::LinePicture(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Last values"));
}

void LinePicture::setLine(const SparklineFact &line)
{
    m_line = line;
    setVisible(!line.values.isEmpty());
    update();
}

QSize LinePicture::sizeHint() const
{
    return {fontMetrics().height() * 16, fontMetrics().height() * 4};
}

void LinePicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSparkline(painter, rect(), m_line, themeOf(palette()));
}

} // namespace milepost
