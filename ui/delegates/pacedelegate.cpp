// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/pacedelegate.h"

#include "core/domain/figures/pace.h"
#include "ui/charts/theme.h"

#include <QPainter>

namespace milepost {

namespace {

QColor inkOf(const ProgressFact &progress, const Theme &theme)
{
    const PaceBands bands;
    const double gap = paceGap(progress.value, progress.expected).value_or(0);
    if (gap >= bands.onTrack)
        return theme.soft;
    return gap >= bands.behind ? theme.warn : theme.bad;
}

} // namespace

void PaceDelegate::paintCell(QPainter &painter, const Cell &cell) const
{
    painter.setPen(inkOf(cell.index.data(ProgressRole).value<ProgressFact>(), cell.theme));
    const Qt::Alignment alignment =
        QStyle::visualAlignment(cell.option.direction, cell.option.displayAlignment);
    painter.drawText(
        cell.inside, static_cast<int>(alignment) | Qt::TextSingleLine,
        QFontMetrics(cell.option.font).elidedText(cell.option.text, Qt::ElideRight, cell.inside.width()));
}

} // namespace milepost
