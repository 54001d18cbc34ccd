// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/elidedlabel.h"

#include <QStyle>
#include <QStylePainter>

namespace milepost {
namespace {

constexpr int kSlack = 3; // a text is elided already where its rounded width is just there

} // namespace

ElidedLabel::ElidedLabel(int leastCharacters, QWidget *parent)
    : QLabel(parent)
    , m_leastCharacters(leastCharacters)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + margins.left() + margins.right() + kSlack,
            QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {qMin(whole.width(), fontMetrics().averageCharWidth() * m_leastCharacters), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QStylePainter painter(this);
    const QRect inside = contentsRect();
    painter.drawItemText(inside, static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())),
                         palette(), isEnabled(),
                         fontMetrics().elidedText(text(), Qt::ElideRight, inside.width()), foregroundRole());
}

} // namespace milepost
