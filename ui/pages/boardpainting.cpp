// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardpainting.h"

#include "ui/charts/marks.h"
#include "ui/charts/theme.h"
#include "ui/delegates/rowdelegate.h"

#include <QAbstractItemDelegate>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QTreeView>

namespace milepost {
namespace {

constexpr int kPictureMargin = 16;
constexpr int kLargestPicture = 32'000; // pixels a side; painters go no further
constexpr qint64 kMostPixels = 120'000'000;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height() * 2;
}

QFont titleFont(const QFont &font)
{
    QFont title = font;
    title.setPointSizeF(font.pointSizeF() * 1.4);
    title.setWeight(QFont::DemiBold);
    return title;
}

} // namespace

BoardPainting::BoardPainting(const QTreeView &view, Rows rows) : m_view(view)
{
    takeColumns();
    takeRows(view.rootIndex(), 0, rows);
}

void BoardPainting::takeColumns()
{
    const QHeaderView &header = *m_view.header();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int section = header.logicalIndex(visual);
        if (header.isSectionHidden(section))
            continue;
        m_columns.append({section, m_width, header.sectionSize(section)});
        m_width += m_columns.last().width;
    }
}

void BoardPainting::takeRows(const QModelIndex &parent, int depth, Rows rows)
{
    const QAbstractItemModel &model = *m_view.model();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        if (m_view.isRowHidden(row, parent))
            continue;
        const QModelIndex index = model.index(row, 0, parent);
        if (rows == Rows::All || m_view.selectionModel()->isRowSelected(row, parent))
            m_rows.append({index, depth, heightOf(index)});
        if (m_view.isExpanded(index))
            takeRows(index, depth + 1, rows);
    }
}

int BoardPainting::heightOf(const QModelIndex &index) const
{
    int height = 0;
    for (const Column &column : m_columns) {
        const QModelIndex cell = index.siblingAtColumn(column.section);
        height = qMax(height, m_view.itemDelegateForIndex(cell)->sizeHint(option(), cell).height());
    }
    return height;
}

QStyleOptionViewItem BoardPainting::option() const
{
    QStyleOptionViewItem option;
    option.widget = &m_view;
    option.font = m_view.font();
    option.fontMetrics = QFontMetrics(option.font);
    option.palette = paletteOf(lightTheme());
    option.direction = m_view.layoutDirection();
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    return option;
}

bool BoardPainting::isHeading(int row) const
{
    const RowKind kind = rowKindOf(m_rows[row].index);
    return kind == RowKind::Section || kind == RowKind::Objective;
}

int BoardPainting::headingHeight() const
{
    return lineHeight(m_view.font());
}

QSize BoardPainting::size() const
{
    int height = headingHeight();
    for (const Row &row : m_rows)
        height += row.height;
    return {m_width, height};
}

QRect BoardPainting::cellRect(const Row &row, const Column &column) const
{
    QRect rect(column.left, 0, column.width, row.height);
    const int parentRow = row.index.row();
    if (m_view.isFirstColumnSpanned(parentRow, row.index.parent()))
        rect = QRect(0, 0, m_width, row.height);
    const bool isTree = column.section == qMax(0, m_view.treePosition());
    return isTree ? rect.adjusted(row.depth * m_view.indentation(), 0, 0, 0) : rect;
}

void BoardPainting::paintHeading(QPainter &painter) const
{
    painter.save();
    painter.setFont(smallFont(m_view.font()));
    painter.setPen(lightTheme().quiet);
    for (const Column &column : m_columns) {
        const QAbstractItemModel &model = *m_view.model();
        const QVariant alignment = model.headerData(column.section, Qt::Horizontal, Qt::TextAlignmentRole);
        const int flags = alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter);
        const QString text = model.headerData(column.section, Qt::Horizontal).toString();
        const QRect rect(column.left + kCellPadding, 0, column.width - 2 * kCellPadding, headingHeight());
        painter.drawText(rect, flags | Qt::TextSingleLine | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }
    painter.fillRect(QRect(0, headingHeight() - 1, m_width, 1), lightTheme().mute);
    painter.restore();
}

void BoardPainting::paintRow(QPainter &painter, int row) const
{
    const Row &one = m_rows[row];
    QStyleOptionViewItem option = this->option();
    option.rect = QRect(0, 0, m_width, one.height);
    paintRowGround(painter, option, rowKindOf(one.index));
    for (const Column &column : m_columns) {
        const QModelIndex cell = one.index.siblingAtColumn(column.section);
        option.rect = cellRect(one, column);
        m_view.itemDelegateForIndex(cell)->paint(&painter, option, cell);
        if (m_view.isFirstColumnSpanned(one.index.row(), one.index.parent()))
            break;
    }
}

int paintBoardHead(QPainter &painter, const BoardHead &head, int width, const QTreeView &view)
{
    painter.save();
    const Theme &theme = lightTheme();
    const QFont font = titleFont(view.font());
    const int height = lineHeight(font);
    painter.setFont(view.font());
    painter.setPen(theme.quiet);
    const QRect line(kCellPadding, 0, width - 2 * kCellPadding, height);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, head.date);
    const StatusFact fact{head.visibility, Tone::Neutral, Sign::None};
    const QSize pill = head.visibility.isEmpty() ? QSize() : pillSize(fact, view.font());
    const int dateWidth = painter.fontMetrics().horizontalAdvance(head.date);
    const int room = qMax(0, line.width() - dateWidth - qMax(0, pill.width()) - 4 * kCellPadding);
    painter.setFont(font);
    painter.setPen(theme.ink);
    const QString title = QFontMetrics(font).elidedText(head.title, Qt::ElideRight, room);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
    const int after = line.left() + QFontMetrics(font).horizontalAdvance(title) + 2 * kCellPadding;
    if (pill.isValid())
        paintPill(painter, QRect(after, (height - pill.height()) / 2, pill.width(), pill.height()), fact,
                  view.font(), theme);
    painter.restore();
    return height;
}

QImage pictureOf(const BoardPainting &painting, const BoardHead &head, const QTreeView &view, double scale)
{
    const int headHeight = lineHeight(titleFont(view.font()));
    const QSize whole = painting.size() + QSize(2 * kPictureMargin, headHeight + 2 * kPictureMargin);
    const QSize pixels = whole * scale;
    if (pixels.height() > kLargestPicture || qint64(pixels.width()) * pixels.height() > kMostPixels)
        return {};
    QImage image(pixels, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(lightTheme().panel);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(kPictureMargin, kPictureMargin);
    painter.translate(0, paintBoardHead(painter, head, painting.size().width(), view));
    painting.paintHeading(painter);
    painter.translate(0, painting.headingHeight());
    for (int row = 0; row < painting.rowCount(); ++row) {
        painting.paintRow(painter, row);
        painter.translate(0, painting.rowHeight(row));
    }
    return image;
}

} // namespace milepost
