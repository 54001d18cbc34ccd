// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/floatingpanel.h"

#include "ui/charts/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int kShadow = 14; ///< how far it reaches
constexpr int kRadius = 10;
constexpr int kInset = 3; ///< how far within its edge the panel has no more round corners
constexpr int kFromTop = 56;
constexpr int kFromEdge = 24;

void drawShadow(QPainter &painter, const QRectF &panel, const QColor &shadow)
{
    painter.setPen(Qt::NoPen);
    for (int ring = kShadow; ring > 0; --ring) {
        QColor thin = shadow;
        const double nearness = 1 - double(ring) / (kShadow + 1);
        thin.setAlphaF(static_cast<float>(shadow.alphaF() * nearness * nearness * 0.35));
        painter.setBrush(thin);
        painter.drawRoundedRect(panel.adjusted(-ring, 2 - ring, ring, 2 + ring), kRadius + ring,
                                kRadius + ring);
    }
}

QWidget *focusableAround(const QWidget *widget)
{
    QWidget *around = widget ? widget->parentWidget() : nullptr;
    while (around && around->focusPolicy() == Qt::NoFocus)
        around = around->parentWidget();
    return around;
}

} // namespace

// What is inside stands on an opaque ground, which is all that is painted where something goes.
FloatingPanel::FloatingPanel(QWidget *window) : QFrame(window)
{
    setFrameShape(NoFrame);
    setForegroundRole(QPalette::Text);
    setBackgroundRole(QPalette::Base);
    auto *const ground = new QWidget(this);
    ground->setForegroundRole(QPalette::Text);
    ground->setBackgroundRole(QPalette::Base);
    ground->setAutoFillBackground(true);
    auto *const around = new QVBoxLayout(this);
    around->setContentsMargins(shadowMargins() + kInset);
    around->addWidget(ground);
    m_inside = new QVBoxLayout(ground);
    m_inside->setContentsMargins(0, 0, 0, 0);
    m_inside->setSpacing(0);
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { followFocus(now); });
    hide();
}

QMargins FloatingPanel::shadowMargins() const
{
    return {kShadow, kShadow, kShadow, kShadow};
}

// Opaque, as what changes at each key should be: what one sees through is painted together with all that lies
// below it, the window behind the panel included.
void FloatingPanel::dressTopLine(QLineEdit &line)
{
    line.setFrame(false);
    line.setAutoFillBackground(true);
    line.setTextMargins(10, 0, 10, 0);
    line.setMinimumHeight(3 * line.fontMetrics().height());
}

void FloatingPanel::openWith(QWidget *first)
{
    if (isHidden()) {
        m_focusBefore = QApplication::focusWidget();
        m_focusAround = focusableAround(m_focusBefore);
    }
    place();
    show();
    raise();
    first->setFocus(Qt::PopupFocusReason);
}

void FloatingPanel::dismiss()
{
    if (isHidden())
        return;
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus == nullptr || focus == this || isAncestorOf(focus);
    const QPointer<QWidget> before = m_focusBefore ? m_focusBefore : m_focusAround;
    hide();
    if (hadFocus && before)
        before->setFocus(Qt::PopupFocusReason);
    Q_EMIT dismissed();
}

// The keyboard may go to a menu or to another program and come back; it may not go elsewhere in the window.
void FloatingPanel::followFocus(const QWidget *now)
{
    if (isVisible() && isBeside(now))
        dismiss();
}

void FloatingPanel::place()
{
    const QRect window = parentWidget()->rect();
    const QSize room = window.size() - QSize(2 * kFromEdge, kFromTop + kFromEdge);
    const QSize size = wantedSize().boundedTo(room) + QSize(2 * kShadow, 2 * kShadow);
    setGeometry(window.center().x() - size.width() / 2, kFromTop - kShadow, size.width(), size.height());
}

void FloatingPanel::showEvent(QShowEvent *event)
{
    qApp->installEventFilter(this);
    QFrame::showEvent(event);
}

void FloatingPanel::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QFrame::hideEvent(event);
}

void FloatingPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisible())
        place();
}

bool FloatingPanel::isBeside(const QObject *watched) const
{
    const auto *const widget = qobject_cast<const QWidget *>(watched);
    return widget && widget != this && !isAncestorOf(widget) && widget->window() == window();
}

// While it is shown, it sees the events of the whole program.
bool FloatingPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget())
        place();
    else if (event->type() == QEvent::MouseButtonPress && isBeside(watched))
        dismiss();
    return QFrame::eventFilter(watched, event);
}

void FloatingPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    QFrame::keyPressEvent(event);
}

void FloatingPanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF panel = QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow);
    drawShadow(painter, panel, theme.shadow);
    painter.setPen(theme.line);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace milepost
