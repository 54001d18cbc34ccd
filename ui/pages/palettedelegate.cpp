// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/palettedelegate.h"

#include "ui/charts/marks.h"
#include "ui/charts/theme.h"
#include "ui/models/palettemodel.h"

#include <QPainter>
#include <QTextLayout>

namespace milepost {
namespace {

constexpr int kPadding = 12;
constexpr int kGap = 10;
constexpr double kRadius = 6;

QString elided(const QString &text, const QFont &font, int width)
{
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, width);
}

/// The text with these parts of it in the accent and bolder, as much as there is room for. Answers its width.
int drawName(QPainter &painter, const QRect &rect, const QString &name, const QList<TextRange> &matched,
             const QFont &font, const Theme &theme)
{
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    const QString shown = elided(name, matched.isEmpty() ? font : strong, rect.width());
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &range : matched) {
        QTextLayout::FormatRange format;
        format.start = static_cast<int>(range.from);
        format.length = static_cast<int>(range.length);
        format.format.setFontWeight(QFont::DemiBold);
        format.format.setForeground(theme.accentInk);
        formats.append(format);
    }
    QTextLayout layout(shown, font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    const double top = rect.top() + (rect.height() - line.height()) / 2;
    painter.setPen(theme.ink);
    layout.draw(&painter, QPointF(rect.left(), top));
    return static_cast<int>(line.naturalTextWidth()) + 1;
}

void drawGround(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    if (!isChosen && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChosen ? theme.accentSoft : theme.hover);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace

PaletteDelegate::PaletteDelegate(IconOf iconOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_iconOf(std::move(iconOf))
{
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const Theme &theme = themeOf(own.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawGround(*painter, own, theme);
    QRect rect = own.rect.adjusted(kPadding, 0, -kPadding, 0);
    const int sign = own.decorationSize.width();
    m_iconOf(index).paint(painter, QRect(rect.left(), rect.top(), sign, rect.height()));
    rect.setLeft(rect.left() + sign + kGap);
    const QFont small = smallFont(own.font);
    painter->setFont(small);
    painter->setPen(theme.quiet);
    if (const QString keys = index.data(PaletteModel::ShortcutRole).toString(); !keys.isEmpty()) {
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, keys);
        rect.setRight(rect.right() - QFontMetrics(small).horizontalAdvance(keys) - kGap);
    }
    const auto matched = index.data(PaletteModel::MatchRole).value<QList<TextRange>>();
    rect.setLeft(rect.left() + drawName(*painter, rect, own.text, matched, own.font, theme) + kGap);
    painter->setPen(theme.quiet);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      elided(index.data(SecondaryTextRole).toString(), small, rect.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    // Long names are cut off rather than scrolled to.
    const int height = QFontMetrics(option.font).height();
    return {10 * height, height * 2 + 2};
}

} // namespace milepost
