// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/milepoststyle.h"

#include "ui/charts/marks.h"
#include "ui/charts/theme.h"
#include "ui/delegates/fonts.h"
#include "ui/delegates/rowdelegate.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyleOption>
#include <QToolButton>

namespace milepost {

namespace {

constexpr double kRadius = 6;

bool is(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool isHovered(const QStyleOption *option)
{
    return is(option, QStyle::State_Enabled) && is(option, QStyle::State_MouseOver);
}

bool hasProperty(const QWidget *widget, const char *name)
{
    return widget != nullptr && widget->property(name).toBool();
}

/// A filled box with a hairline round it, on whole pixels.
void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border,
             double radius = kRadius, double width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawLines(QPainter *painter, const QRectF &square, const QList<QPointF> &points, const QColor &ink,
               double width = 1.4)
{
    QPolygonF line;
    for (const QPointF &point : points)
        line.append(square.topLeft() + QPointF(point.x() * square.width(), point.y() * square.height()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(line);
    painter->restore();
}

QRectF squareIn(const QRect &rect, double side)
{
    const QPointF middle = QRectF(rect).center();
    return {middle.x() - side / 2, middle.y() - side / 2, side, side};
}

enum class Way { Up, Down, Left, Right };

void drawChevron(QPainter *painter, const QRect &rect, Way way, const QColor &ink)
{
    const QRectF square = squareIn(rect, std::min({rect.width(), rect.height(), 8}));
    switch (way) {
    case Way::Up:
        return drawLines(painter, square, {{0.1, 0.7}, {0.5, 0.3}, {0.9, 0.7}}, ink);
    case Way::Down:
        return drawLines(painter, square, {{0.1, 0.3}, {0.5, 0.7}, {0.9, 0.3}}, ink);
    case Way::Left:
        return drawLines(painter, square, {{0.7, 0.1}, {0.3, 0.5}, {0.7, 0.9}}, ink);
    case Way::Right:
        return drawLines(painter, square, {{0.3, 0.1}, {0.7, 0.5}, {0.3, 0.9}}, ink);
    }
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto channel = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(channel(one.redF(), other.redF()), channel(one.greenF(), other.greenF()),
                            channel(one.blueF(), other.blueF()));
}

/// The index that an item's ground is painted for. A tree does not say it, so it is looked up.
QModelIndex indexOf(const QStyleOptionViewItem &item, const QWidget *widget)
{
    const auto *const view = qobject_cast<const QAbstractItemView *>(widget);
    return item.index.isValid() || view == nullptr ? item.index : view->indexAt(item.rect.center());
}

// --- single elements

bool isPrimary(const QWidget *widget)
{
    return hasProperty(widget, kPrimaryProperty);
}

void drawButton(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Theme &theme = themeOf(option->palette);
    const bool isDown = is(option, QStyle::State_Sunken);
    const bool isOn = is(option, QStyle::State_On);
    QColor fill = theme.panel;
    QColor border = theme.line;
    if (isPrimary(widget) && is(option, QStyle::State_Enabled)) {
        fill = isDown ? mixed(theme.accent, theme.ink, 0.18) : theme.accent;
        if (!isDown && isHovered(option))
            fill = mixed(theme.accent, theme.ink, 0.08);
        border = fill;
    } else if (isDown || isOn) {
        fill = isOn ? theme.accentSoft : theme.line;
    } else if (isHovered(option)) {
        fill = theme.hover;
    } else if (hasProperty(widget, kQuietProperty)) {
        return;
    }
    drawBox(painter, option->rect, fill, border);
}

void drawField(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Theme &theme = themeOf(option->palette);
    const bool isCell = hasProperty(widget, kCellProperty);
    const bool isFocused = isCell || is(option, QStyle::State_HasFocus);
    const QColor fill = is(option, QStyle::State_Enabled) ? theme.panel : theme.bg;
    drawBox(painter, option->rect, fill, isFocused ? theme.accent : theme.line, isCell ? 5 : kRadius,
            isFocused ? 1.5 : 1);
}

void drawFrame(QPainter *painter, const QStyleOption *option)
{
    const auto *const frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (frame != nullptr && frame->lineWidth == 0)
        return;
    painter->save();
    painter->setPen(themeOf(option->palette).line);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void drawCheckBox(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = themeOf(option->palette);
    const QRect box = squareIn(option->rect, 14).toAlignedRect();
    const bool isFilled = is(option, QStyle::State_On) || is(option, QStyle::State_NoChange);
    const QColor fill = isFilled ? theme.accent : theme.panel;
    drawBox(painter, box, is(option, QStyle::State_Enabled) ? fill : theme.muteSoft,
            isFilled ? fill : theme.mute, 4, 1.5);
    if (is(option, QStyle::State_On))
        drawLines(painter, squareIn(box, 8), {{0.05, 0.55}, {0.4, 0.88}, {0.98, 0.14}}, theme.onAccent, 1.8);
    else if (is(option, QStyle::State_NoChange))
        drawLines(painter, squareIn(box, 8), {{0.1, 0.5}, {0.9, 0.5}}, theme.onAccent, 1.8);
}

void drawRadio(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = themeOf(option->palette);
    const QRect box = squareIn(option->rect, 14).toAlignedRect();
    const bool isOn = is(option, QStyle::State_On);
    drawBox(painter, box, theme.panel, isOn ? theme.accent : theme.mute, 7, 1.5);
    if (isOn)
        drawBox(painter, box.adjusted(4, 4, -4, -4), theme.accent, {}, 3);
}

void drawBranch(QPainter *painter, const QStyleOption *option)
{
    if (!is(option, QStyle::State_Children))
        return;
    const bool isMirrored = option->direction == Qt::RightToLeft;
    const Way closed = isMirrored ? Way::Left : Way::Right;
    drawChevron(painter, option->rect, is(option, QStyle::State_Open) ? Way::Down : closed,
                themeOf(option->palette).quiet);
}

void drawToolButton(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = themeOf(option->palette);
    if (is(option, QStyle::State_On))
        drawBox(painter, option->rect, theme.accentSoft, {});
    else if (is(option, QStyle::State_Sunken))
        drawBox(painter, option->rect, theme.line, {});
    else if (isHovered(option))
        drawBox(painter, option->rect, theme.hover, {});
    if (is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange))
        drawBox(painter, option->rect, {}, theme.accent, kRadius, 1.5);
}

void drawHeaderSection(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = themeOf(option->palette);
    painter->fillRect(option->rect, theme.panel);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
}

void drawProgressGroove(QPainter *painter, const QStyleOption *option)
{
    const QRect rect(option->rect.left(), option->rect.center().y() - 2, option->rect.width(), 6);
    drawBox(painter, rect, themeOf(option->palette).muteSoft, {}, 3);
}

void drawProgressContents(QPainter *painter, const QStyleOption *option)
{
    const auto *const bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (bar == nullptr)
        return;
    QRect rect(option->rect.left(), option->rect.center().y() - 2, option->rect.width(), 6);
    const int span = bar->maximum - bar->minimum;
    const int whole = rect.width();
    const bool isMirrored = (option->direction == Qt::RightToLeft) != bar->invertedAppearance;
    if (span > 0)
        rect.setWidth(static_cast<int>(qint64{whole} * (bar->progress - bar->minimum) / span));
    else
        rect.setWidth(whole / 3);
    if (isMirrored)
        rect.moveLeft(option->rect.right() + 1 - rect.width());
    drawBox(painter, rect, themeOf(option->palette).accent, {}, 3);
}

void drawScrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider)
{
    const Theme &theme = themeOf(option->palette);
    if (option->maximum <= option->minimum)
        return;
    const bool isHeld =
        is(option, QStyle::State_Sunken) && option->activeSubControls == QStyle::SC_ScrollBarSlider;
    const bool isHorizontal = option->orientation == Qt::Horizontal;
    const QRect thumb = isHorizontal ? slider.adjusted(2, 3, -2, -3) : slider.adjusted(3, 2, -3, -2);
    const QColor calm = mixed(theme.line, theme.mute, 0.35);
    drawBox(painter, thumb, isHeld || isHovered(option) ? theme.mute : calm, {},
            (isHorizontal ? thumb.height() : thumb.width()) / 2.0);
}

/// The thumb of a scroll bar without buttons: its length is the share of the page, at least 24 px.
QRect sliderRect(const QStyleOptionSlider *option)
{
    const bool isHorizontal = option->orientation == Qt::Horizontal;
    const int room = isHorizontal ? option->rect.width() : option->rect.height();
    const int range = option->maximum - option->minimum;
    int length = room;
    if (range > 0) {
        const qint64 whole = qint64{range} + option->pageStep;
        length = static_cast<int>(qint64{room} * option->pageStep / std::max<qint64>(whole, 1));
        length = std::clamp(length, std::min(24, room), room);
    }
    const int start = QStyle::sliderPositionFromValue(
        option->minimum, option->maximum, option->sliderPosition, room - length, option->upsideDown);
    return isHorizontal
               ? QRect(option->rect.left() + start, option->rect.top(), length, option->rect.height())
               : QRect(option->rect.left(), option->rect.top() + start, option->rect.width(), length);
}

QRect scrollBarRect(const QStyleOptionSlider *option, QStyle::SubControl part)
{
    const QRect slider = sliderRect(option);
    const bool isHorizontal = option->orientation == Qt::Horizontal;
    QRect rect = option->rect;
    if (part == QStyle::SC_ScrollBarSlider)
        return slider;
    if (part == QStyle::SC_ScrollBarGroove)
        return rect;
    if (part == QStyle::SC_ScrollBarSubPage) {
        isHorizontal ? rect.setRight(slider.left() - 1) : rect.setBottom(slider.top() - 1);
        return rect;
    }
    if (part == QStyle::SC_ScrollBarAddPage) {
        isHorizontal ? rect.setLeft(slider.right() + 1) : rect.setTop(slider.bottom() + 1);
        return rect;
    }
    return {};
}

} // namespace

MilepostStyle::MilepostStyle() : QProxyStyle(QStringLiteral("fusion")) {}

void MilepostStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QLineEdit *>(widget) != nullptr ||
        qobject_cast<QScrollBar *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    if (auto *const view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

QPalette MilepostStyle::standardPalette() const
{
    return paletteOf(lightTheme());
}

// NOLINTNEXTLINE(readability-function-size): one case for each primitive
void MilepostStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    const Theme &theme = themeOf(option->palette);
    // Fusion knows some hundred elements; only what looks different here is named.
    switch (static_cast<int>(element)) {
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (const auto *const item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            paintRowGround(*painter, *item, rowKindOf(indexOf(*item, widget)));
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QToolButton *>(widget)) // its panel has the ring
            return;
        drawBox(painter, option->rect, {}, theme.accent, 5, 1.5);
        return;
    case PE_PanelButtonCommand:
        drawButton(painter, option, widget);
        return;
    case PE_PanelButtonTool:
        drawToolButton(painter, option);
        return;
    case PE_PanelLineEdit:
        if (const auto *const frame = qstyleoption_cast<const QStyleOptionFrame *>(option))
            if (frame->lineWidth > 0)
                drawField(painter, option, widget);
        return;
    case PE_FrameLineEdit:
        drawField(painter, option, widget);
        return;
    case PE_Frame:
    case PE_FrameWindow:
        drawFrame(painter, option);
        return;
    case PE_FrameGroupBox:
        drawBox(painter, option->rect, {}, theme.line);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, theme.panel);
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, theme.panel);
        drawFrame(painter, option);
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelMenuBar:
    case PE_FrameButtonBevel:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(painter, option);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(painter, option);
        return;
    case PE_IndicatorBranch:
        drawBranch(painter, option);
        return;
    case PE_IndicatorArrowDown:
        drawChevron(painter, option->rect, Way::Down, isPrimary(widget) ? theme.onAccent : theme.quiet);
        return;
    case PE_IndicatorArrowUp:
        drawChevron(painter, option->rect, Way::Up, theme.quiet);
        return;
    case PE_IndicatorArrowLeft:
        drawChevron(painter, option->rect, Way::Left, theme.quiet);
        return;
    case PE_IndicatorArrowRight:
        drawChevron(painter, option->rect, Way::Right, theme.quiet);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *const header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawChevron(painter, option->rect,
                        header->sortIndicator == QStyleOptionHeader::SortUp ? Way::Up : Way::Down,
                        theme.quiet);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

namespace {

void drawButtonLabel(const QProxyStyle &style, const QStyleOptionButton &option, QPainter *painter,
                     const QWidget *widget)
{
    QStyleOptionButton label = option;
    painter->save();
    if (isPrimary(widget)) {
        const Theme &theme = themeOf(option.palette);
        if (is(&option, QStyle::State_Enabled))
            label.palette.setColor(QPalette::ButtonText, theme.onAccent);
        QFont font = painter->font();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
    }
    style.QProxyStyle::drawControl(QStyle::CE_PushButtonLabel, &label, painter, widget);
    painter->restore();
}

void drawHeaderLabel(const QStyleOptionHeader &header, QPainter *painter)
{
    const Theme &theme = themeOf(header.palette);
    painter->save();
    const QFont font = smallFont(painter->font());
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(theme.quiet);
    QRect rect = header.rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
    if (header.sortIndicator != QStyleOptionHeader::None)
        header.direction == Qt::RightToLeft ? rect.setLeft(rect.left() + 12)
                                            : rect.setRight(rect.right() - 12);
    const Qt::Alignment alignment =
        QStyle::visualAlignment(header.direction, header.textAlignment) | Qt::AlignVCenter;
    painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                      metrics.elidedText(header.text, Qt::ElideRight, rect.width()));
    painter->restore();
}

void drawMenuItem(const QProxyStyle &style, const QStyleOptionMenuItem &option, QPainter *painter,
                  const QWidget *widget)
{
    const Theme &theme = themeOf(option.palette);
    painter->fillRect(option.rect, theme.panel);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1),
                          theme.line);
        return;
    }
    QStyleOptionMenuItem item = option;
    item.palette.setBrush(QPalette::Window, theme.panel);
    if (is(&option, QStyle::State_Selected) && is(&option, QStyle::State_Enabled))
        drawBox(painter, option.rect.adjusted(0, 1, 0, -1), theme.accentSoft, {}, 4);
    item.state.setFlag(QStyle::State_Selected, false);
    style.QProxyStyle::drawControl(QStyle::CE_MenuItem, &item, painter, widget);
}

void drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter)
{
    const Theme &theme = themeOf(option.palette);
    painter->fillRect(option.rect, theme.bg);
    if (is(&option, QStyle::State_Selected))
        drawBox(painter, option.rect.adjusted(1, 2, -1, -2), theme.hover, {}, 4);
    painter->setPen(is(&option, QStyle::State_Enabled) ? theme.ink : theme.mute);
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

void drawTab(const QStyleOptionTab &tab, QPainter *painter)
{
    const Theme &theme = themeOf(tab.palette);
    const QRect &rect = tab.rect;
    if (is(&tab, QStyle::State_Selected))
        painter->fillRect(QRect(rect.left() + 6, rect.bottom() - 1, rect.width() - 12, 2), theme.accent);
    else if (isHovered(&tab))
        drawBox(painter, rect.adjusted(2, 2, -2, -3), theme.hover, {});
}

} // namespace

void MilepostStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const Theme &theme = themeOf(option->palette);
    switch (static_cast<int>(element)) {
    case CE_PushButtonLabel:
        if (const auto *const button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawButtonLabel(*this, *button, painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(painter, option);
        return;
    case CE_HeaderLabel:
        if (const auto *const header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeaderLabel(*header, painter);
        return;
    case CE_MenuItem:
        if (const auto *const item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuItem(*this, *item, painter, widget);
        return;
    case CE_MenuBarItem:
        if (const auto *const item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuBarItem(*item, painter);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, theme.bg);
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, theme.panel);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          theme.line);
        return;
    case CE_Splitter: {
        const bool isUpright = is(option, State_Horizontal);
        const QPoint middle = option->rect.center();
        painter->fillRect(isUpright ? QRect(middle.x(), option->rect.top(), 1, option->rect.height())
                                    : QRect(option->rect.left(), middle.y(), option->rect.width(), 1),
                          isHovered(option) ? theme.accent : theme.line);
        return;
    }
    case CE_ProgressBarGroove:
        drawProgressGroove(painter, option);
        return;
    case CE_ProgressBarContents:
        drawProgressContents(painter, option);
        return;
    case CE_TabBarTabShape:
        if (const auto *const tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTab(*tab, painter);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

namespace {

void drawComboBox(const QProxyStyle &style, const QStyleOptionComboBox &combo, QPainter *painter,
                  const QWidget *widget)
{
    const Theme &theme = themeOf(combo.palette);
    const bool isFocused = is(&combo, QStyle::State_HasFocus);
    const QColor fill = isHovered(&combo) && !combo.editable ? theme.hover : theme.panel;
    if (combo.frame)
        drawBox(painter, combo.rect, fill, isFocused ? theme.accent : theme.line, kRadius,
                isFocused ? 1.5 : 1);
    drawChevron(painter, style.subControlRect(QStyle::CC_ComboBox, &combo, QStyle::SC_ComboBoxArrow, widget),
                Way::Down, theme.quiet);
}

void drawSpinBox(const QProxyStyle &style, const QStyleOptionSpinBox &spin, QPainter *painter,
                 const QWidget *widget)
{
    const Theme &theme = themeOf(spin.palette);
    const bool isFocused = is(&spin, QStyle::State_HasFocus);
    if (spin.frame)
        drawBox(painter, spin.rect, theme.panel, isFocused ? theme.accent : theme.line, kRadius,
                isFocused ? 1.5 : 1);
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto part = [&](QStyle::SubControl control) {
        return style.subControlRect(QStyle::CC_SpinBox, &spin, control, widget);
    };
    drawChevron(painter, part(QStyle::SC_SpinBoxUp), Way::Up, theme.quiet);
    drawChevron(painter, part(QStyle::SC_SpinBoxDown), Way::Down, theme.quiet);
}

} // namespace

void MilepostStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *const slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(painter, slider, scrollBarRect(slider, SC_ScrollBarSlider));
        return;
    }
    if (const auto *const combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && control == CC_ComboBox)
        return drawComboBox(*this, *combo, painter, widget);
    if (const auto *const spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin && control == CC_SpinBox)
        return drawSpinBox(*this, *spin, painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect MilepostStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                    SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        if (const auto *const slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarRect(slider, subControl);
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect MilepostStyle::subElementRect(SubElement element, const QStyleOption *option,
                                    const QWidget *widget) const
{
    if (element == SE_LineEditContents && hasProperty(widget, kCellProperty))
        return option->rect.adjusted(4, 1, -6, -1);
    if (element == SE_LineEditContents)
        return option->rect.adjusted(6, 1, -6, -1);
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize MilepostStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                      const QWidget *widget) const
{
    const int text = option != nullptr ? option->fontMetrics.height() : size.height();
    const int control = text + 12;
    switch (static_cast<int>(type)) {
    case CT_PushButton: {
        // The label of the main action is bolder than what was measured.
        const int bolder = isPrimary(widget) ? 4 : 0;
        return {std::max(size.width() + 26 + bolder, control), std::max(control, size.height() + 8)};
    }
    case CT_LineEdit:
        return hasProperty(widget, kCellProperty)
                   ? QSize(size.width() + 10, text + 8)
                   : QSize(size.width() + 12, std::max(control, size.height()));
    case CT_ComboBox:
    case CT_SpinBox: {
        const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {usual.width() + 6, control};
    }
    case CT_ToolButton:
        return size + QSize(12, 10);
    case CT_MenuItem: {
        const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *const item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const bool isLine = item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator;
        return isLine ? QSize(usual.width(), 9)
                      : QSize(usual.width() + 8, std::max(usual.height(), text + 10));
    }
    case CT_HeaderSection: {
        const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {usual.width() + 2 * kCellPadding, text + 16};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

int MilepostStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (static_cast<int>(metric)) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 24;
    case PM_SplitterWidth:
        return 5;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_MenuPanelWidth:
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ToolBarFrameWidth:
    case PM_ToolBarItemMargin:
        return 2;
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_HeaderMargin: // the label keeps the padding of the cells below it
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int MilepostStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returnData) const
{
    switch (static_cast<int>(hint)) {
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void dress(QApplication &, const Theme &theme)
{
    const QFont desktop = QApplication::font();
    QApplication::setStyle(new MilepostStyle);
    changeTheme(theme);
    QApplication::setFont(programFont(desktop));
}

void changeTheme(const Theme &theme)
{
    QApplication::setPalette(paletteOf(theme));
}

} // namespace milepost
