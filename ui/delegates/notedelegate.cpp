// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/notedelegate.h"

#include "ui/charts/marks.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace milepost {

namespace {

constexpr int kPadX = 6;
constexpr int kPadY = 6;
constexpr int kGap = 8;
constexpr qsizetype kLongest = 20'000; // nobody reads more than that in a list

QFont strong(const QFont &font)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

/// One note laid out in a width.
class Note
{
public:
    Note(const QStyleOptionViewItem &option, const QModelIndex &index, int width)
        : m_font(option.font)
        , m_heading(index.data(HeadingRole).toString())
        , m_aside(index.data(SecondaryTextRole).toString())
        , m_faces(index.data(OwnersRole).value<QList<OwnerFact>>())
        , m_face(m_faces.isEmpty() ? 0 : avatarSize(option.font))
        , m_inner(qMax(20, width - 2 * kPadX - (m_face > 0 ? m_face + kGap : 0)))
    {
        layOut(m_head, m_heading, strong(m_font), {});
        QString text = index.data(Qt::DisplayRole).toString().left(kLongest);
        text.replace(u'\n', QChar::LineSeparator);
        layOut(m_body, text, m_font, emphasis(index, themeOf(option.palette)));
    }

    int height() const { return qMax(textHeight(), m_face) + 2 * kPadY; }

    void paint(QPainter &painter, const QRect &rect, const Theme &theme, const QColor &ground)
    {
        const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
        const int before = m_face > 0 ? m_face + kGap : 0;
        if (m_face > 0)
            paintAvatars(painter,
                         QRect(isMirrored ? rect.right() - kPadX - m_face : rect.left() + kPadX,
                               rect.top() + kPadY, m_face, m_face),
                         m_faces, m_font, ground);
        QPointF at(rect.left() + kPadX + (isMirrored ? 0 : before), rect.top() + kPadY);
        painter.setPen(theme.ink);
        m_head.draw(&painter, at);
        at.ry() += heightOf(m_head);
        if (!isAsideBeside()) {
            paintAside(painter, QRectF(at.x(), at.y(), m_inner, smallHeight()), theme);
            at.ry() += smallHeight();
        } else {
            const double used = m_head.lineCount() == 0 ? 0 : m_head.lineAt(0).naturalTextWidth() + kGap;
            const double x = isMirrored ? at.x() : at.x() + used;
            paintAside(painter, QRectF(x, at.y() - heightOf(m_head), m_inner - used, heightOf(m_head)),
                       theme);
        }
        painter.setPen(theme.ink);
        m_body.draw(&painter, at);
    }

private:
    static QList<QTextLayout::FormatRange> emphasis(const QModelIndex &index, const Theme &theme)
    {
        QList<QTextLayout::FormatRange> ranges;
        for (const TextSpan &span : index.data(EmphasisRole).value<QList<TextSpan>>()) {
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(span.start);
            range.length = static_cast<int>(span.length);
            range.format.setForeground(theme.accentInk);
            range.format.setFontWeight(QFont::DemiBold);
            ranges.append(range);
        }
        return ranges;
    }

    void layOut(QTextLayout &layout, const QString &text, const QFont &font,
                const QList<QTextLayout::FormatRange> &formats) const
    {
        layout.setText(text);
        layout.setFont(font);
        layout.setFormats(formats);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        double y = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(m_inner);
            line.setPosition({0, y});
            y += line.height();
        }
        layout.endLayout();
    }

    static int heightOf(const QTextLayout &layout)
    {
        return layout.text().isEmpty() ? 0 : static_cast<int>(std::ceil(layout.boundingRect().height()));
    }

    int smallHeight() const { return m_aside.isEmpty() ? 0 : QFontMetrics(smallFont(m_font)).height() + 1; }

    // Where the heading is one line that leaves room.
    bool isAsideBeside() const
    {
        return m_head.lineCount() == 1 && m_head.lineAt(0).naturalTextWidth() + kGap +
                                                  QFontMetrics(smallFont(m_font)).horizontalAdvance(m_aside) <
                                              m_inner;
    }

    int textHeight() const
    {
        return heightOf(m_head) + (isAsideBeside() ? 0 : smallHeight()) + heightOf(m_body);
    }

    void paintAside(QPainter &painter, const QRectF &rect, const Theme &theme) const
    {
        painter.setFont(smallFont(m_font));
        painter.setPen(theme.soft);
        painter.drawText(
            rect, static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(m_aside, Qt::ElideRight, static_cast<int>(rect.width())));
    }

    QFont m_font;
    QString m_heading;
    QString m_aside;
    QList<OwnerFact> m_faces;
    int m_face;
    int m_inner;
    QTextLayout m_head;
    QTextLayout m_body;
};

int widthFor(const QStyleOptionViewItem &option)
{
    const auto *const view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace

void NoteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const Theme &theme = themeOf(own.palette);
    const bool isSelected = own.state.testFlag(QStyle::State_Selected);
    const QColor ground = isSelected ? theme.accentSoft : theme.panel;
    painter->save();
    painter->setLayoutDirection(own.direction);
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected || own.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(own.state.testFlag(QStyle::State_HasFocus) ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
        painter->setBrush(isSelected ? theme.accentSoft : theme.hover);
        painter->drawRoundedRect(QRectF(own.rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    Note(own, index, own.rect.width()).paint(*painter, own.rect, theme, ground);
    painter->restore();
}

QSize NoteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const int width = widthFor(own);
    return {width, Note(own, index, width).height()};
}

} // namespace milepost
