// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/milepoststyle.h"

#include "ui/charts/theme.h"
#include "ui/delegates/fonts.h"
#include "ui/delegates/icons.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/stylebars.h"
#include "ui/delegates/stylebuttons.h"
#include "ui/delegates/stylefields.h"
#include "ui/delegates/stylemenus.h"
#include "ui/delegates/stylestrokes.h"
#include "ui/delegates/styleviews.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QToolButton>

namespace milepost {

using namespace style;

namespace {

void drawEdge(QPainter *painter, const QStyleOption *option)
{
    painter->save();
    painter->setPen(themeOf(option->palette).line);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void drawFrame(QPainter *painter, const QStyleOption *option)
{
    const auto *const frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (frame == nullptr || frame->lineWidth > 0)
        drawEdge(painter, option);
}

/// A hairline between two panes, which lights up when it can be dragged.
void drawSplitter(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = themeOf(option->palette);
    const QRect &rect = option->rect;
    const QPoint middle = rect.center();
    painter->fillRect(is(option, QStyle::State_Horizontal) ? QRect(middle.x(), rect.top(), 1, rect.height())
                                                           : QRect(rect.left(), middle.y(), rect.width(), 1),
                      isHovered(option) ? theme.accent : theme.line);
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
        if (hasProperty(widget, kPlainRowsProperty))
            return;
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
        drawToolButton(painter, option, widget);
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
        painter->fillRect(option->rect, theme.panel);
        drawFrame(painter, option);
        return;
    case PE_PanelTipLabel: // its option says nothing of a frame, and it has to stand out from the table
        painter->fillRect(option->rect, theme.panel);
        drawEdge(painter, option);
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelScrollAreaCorner:
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

void MilepostStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const Theme &theme = themeOf(option->palette);
    switch (static_cast<int>(element)) {
    case CE_PushButtonLabel:
        if (const auto *const button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawButtonLabel(*this, *button, painter, widget);
        return;
    case CE_ItemViewItem:
        if (const auto *const item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            drawViewItem(*this, *item, painter, widget);
        return;
    case CE_HeaderEmptyArea:
        if (!option->state.testFlag(State_Horizontal)) // below the last row there is no line to end it
            return painter->fillRect(option->rect, themeOf(option->palette).panel);
        drawHeaderSection(painter, option);
        return;
    case CE_HeaderSection:
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
    case CE_Splitter:
        drawSplitter(painter, option);
        return;
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
    case SH_ItemView_ActivateItemOnSingleClick:
        return hasProperty(widget, kSingleClickProperty) ? 1 : 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QIcon MilepostStyle::standardIcon(StandardPixmap name, const QStyleOption *option,
                                  const QWidget *widget) const
{
    return name == SP_LineEditClearButton ? icon(Icon::Close)
                                          : QProxyStyle::standardIcon(name, option, widget);
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
