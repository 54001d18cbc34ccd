// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/valuebutton.h"

#include "ui/charts/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace milepost {
namespace {

constexpr int kMarginX = 6;
constexpr int kMarginY = 3;
constexpr int kFlags = Qt::AlignLeading | Qt::AlignTop | Qt::TextWrapAnywhere;

// Between words where it can, within a word that is longer than the line.
int flagsFor(const QFontMetrics &metrics, const QString &text, int width)
{
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        if (metrics.horizontalAdvance(word) > width)
            return kFlags;
    return (kFlags & ~Qt::TextWrapAnywhere) | Qt::TextWordWrap;
}

} // namespace

ValueButton::ValueButton(QWidget *parent) : QAbstractButton(parent)
{
    // A fixed height would bound it to that of its own width, not of the width that it gets.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setPressable(true);
}

void ValueButton::setValue(const QString &text, const QString &hint)
{
    m_value = text;
    m_hint = hint;
    updateGeometry();
    update();
}

void ValueButton::setPressable(bool isPressable)
{
    m_isPressable = isPressable;
    setFocusPolicy(isPressable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(isPressable ? Qt::IBeamCursor : Qt::ArrowCursor);
    update();
}

void ValueButton::setSoft(bool isSoft)
{
    m_isSoft = isSoft;
    update();
}

QString ValueButton::shown() const
{
    if (!m_value.isEmpty())
        return m_value;
    return m_isPressable && !m_hint.isEmpty() ? m_hint : QStringLiteral("–");
}

int ValueButton::heightForWidth(int width) const
{
    const int inside = qMax(1, width - 2 * kMarginX);
    const QRect rect = fontMetrics().boundingRect(QRect(0, 0, inside, 1'000'000),
                                                  flagsFor(fontMetrics(), shown(), inside), shown());
    return qMax(rect.height(), fontMetrics().height()) + 2 * kMarginY;
}

QSize ValueButton::sizeHint() const
{
    const int width = qMin(fontMetrics().horizontalAdvance(shown()), fontMetrics().averageCharWidth() * 30);
    return {width + 2 * kMarginX, heightForWidth(width + 2 * kMarginX)};
}

QSize ValueButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 6, fontMetrics().height() + 2 * kMarginY};
}

void ValueButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
    painter.setBrush(m_isPressable && underMouse() ? QBrush(theme.hover) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(m_value.isEmpty() ? theme.quiet : m_isSoft ? theme.soft : theme.ink);
    painter.setLayoutDirection(layoutDirection());
    const QRect inside = rect().adjusted(kMarginX, kMarginY, -kMarginX, -kMarginY);
    painter.drawText(inside, flagsFor(fontMetrics(), shown(), inside.width()), shown());
}

void ValueButton::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (m_isPressable && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2))
        return click();
    QAbstractButton::keyPressEvent(event);
}

void ValueButton::mousePressEvent(QMouseEvent *event)
{
    if (m_isPressable)
        QAbstractButton::mousePressEvent(event);
}

void ValueButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ValueButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void ValueButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace milepost
