// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardpages.h"

#include "ui/charts/marks.h"
#include "ui/charts/theme.h"
#include "ui/words/filling.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTreeView>

namespace milepost {
namespace {

constexpr int kAir = 6; // above the foot

struct PageWords
{
    Q_DECLARE_TR_FUNCTIONS(milepost::PageWords)
};

} // namespace

BoardPages::BoardPages(const BoardPainting &painting, BoardHead head, const QTreeView &view,
                       const QSize &page)
    : m_painting(painting)
    , m_head(std::move(head))
    , m_view(view)
    , m_page(page)
    , m_scale(qMin(1.0, double(page.width()) / qMax(1, painting.size().width())))
{
    breakPages();
}

int BoardPages::headHeight() const
{
    return QFontMetrics(m_view.font()).height() * 3;
}

int BoardPages::footHeight() const
{
    return QFontMetrics(m_view.font()).height() * 2 + kAir;
}

// A heading never stands at the end of a page: it goes where its first row goes.
void BoardPages::breakPages()
{
    const double room =
        (m_page.height() - headHeight() - footHeight()) / m_scale - m_painting.headingHeight();
    m_firstRows = {0};
    double used = 0;
    for (int row = 0; row < m_painting.rowCount(); ++row) {
        double needed = m_painting.rowHeight(row);
        for (int next = row; m_painting.isHeading(next) && next + 1 < m_painting.rowCount(); ++next)
            needed += m_painting.rowHeight(next + 1);
        const bool isFirst = row == m_firstRows.last();
        if (!isFirst && used + needed > room) {
            m_firstRows.append(row);
            used = 0;
        }
        used += m_painting.rowHeight(row);
    }
}

void BoardPages::paint(QPainter &painter, int page) const
{
    painter.save();
    paintBoardHead(painter, m_head, m_page.width(), m_view);
    painter.translate(0, headHeight());
    painter.scale(m_scale, m_scale);
    m_painting.paintHeading(painter);
    painter.translate(0, m_painting.headingHeight());
    const int end = page + 1 < count() ? m_firstRows[page + 1] : m_painting.rowCount();
    for (int row = m_firstRows[page]; row < end; ++row) {
        m_painting.paintRow(painter, row);
        painter.translate(0, m_painting.rowHeight(row));
    }
    painter.restore();
    paintFoot(painter, page);
}

void BoardPages::paintFoot(QPainter &painter, int page) const
{
    const QLocale locale;
    const int height = footHeight() - kAir;
    const QRect foot(0, m_page.height() - height, m_page.width(), height);
    painter.save();
    painter.setFont(smallFont(m_view.font()));
    painter.setPen(lightTheme().quiet);
    painter.drawText(
        foot, Qt::AlignRight | Qt::AlignVCenter,
        fill(PageWords::tr("Page %1 of %2"), {locale.toString(page + 1), locale.toString(count())}));
    if (!m_head.visibility.isEmpty())
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, m_head.visibility);
    painter.restore();
}

bool printBoard(const QTreeView &view, const BoardHead &head, QPagedPaintDevice &device, int first, int last)
{
    const BoardPainting painting(view, BoardPainting::Rows::All);
    // The delegates measure with the screen's fonts: the device's pixels have to be as large as the screen's.
    const int resolution = device.logicalDpiX();
    const BoardPages pages(painting, head, view, device.pageLayout().paintRectPixels(resolution).size());
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setRenderHint(QPainter::Antialiasing);
    const int from = qBound(1, first, pages.count());
    const int to = last == 0 ? pages.count() : qBound(from, last, pages.count());
    for (int page = from; page <= to; ++page) {
        if (page > from && !device.newPage())
            return false;
        pages.paint(painter, page - 1);
    }
    return painter.end();
}

} // namespace milepost
