// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/searchbutton.h"

#include "ui/charts/theme.h"

#include <QAction>
#include <QEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace milepost {
namespace {

constexpr int kPadding = 10;
constexpr int kGap = 16;
constexpr int kLeastCharacters = 9; // fewer say less than the icon

} // namespace

SearchButton::SearchButton(QAction *action, QWidget *parent)
    : QPushButton(action->iconText(), parent)
    , m_action(action)
{
    setObjectName(QStringLiteral("searchButton"));
    setIcon(action->icon());
    setAccessibleName(action->iconText());
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setWidths();
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

QString SearchButton::keys() const
{
    return m_action->shortcut().toString(QKeySequence::NativeText).replace(u'+', u' ');
}

int SearchButton::wordsWidth() const
{
    return fontMetrics().horizontalAdvance(text());
}

QSize SearchButton::sizeHint() const
{
    return minimumSizeHint() + QSize(wordsWidth() + kGap - iconSize().width(), 0);
}

QSize SearchButton::minimumSizeHint() const
{
    const int width = 2 * kPadding + iconSize().width() + kGap / 2 + fontMetrics().horizontalAdvance(keys());
    return {width, QPushButton::sizeHint().height()};
}

void SearchButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setWidths();
}

// It takes what the others leave.
void SearchButton::setWidths()
{
    setMinimumWidth(minimumSizeHint().width());
    setMaximumWidth(sizeHint().width());
}

void SearchButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawPrimitive(QStyle::PE_PanelButtonCommand, option);
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange))
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
    const QRect inside = rect().adjusted(kPadding, 0, -kPadding, 0);
    const int words = inside.width() - fontMetrics().horizontalAdvance(keys()) - kGap;
    painter.setPen(theme.quiet);
    painter.drawText(QStyle::visualRect(layoutDirection(), inside, inside),
                     static_cast<int>(Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight)),
                     keys());
    if (words < qMin(wordsWidth(), fontMetrics().averageCharWidth() * kLeastCharacters))
        return icon().paint(&painter,
                            QStyle::visualRect(layoutDirection(), inside,
                                               QRect(inside.topLeft(), QSize(iconSize().width(), height()))));
    painter.drawText(inside,
                     static_cast<int>(Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft)),
                     words < wordsWidth() ? fontMetrics().elidedText(text(), Qt::ElideRight, words) : text());
}

} // namespace milepost
