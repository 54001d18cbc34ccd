// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/boardpainting.h"

class QPagedPaintDevice;

namespace milepost {

/// A board on pages: each with the head of the board, the names of the columns, whole rows, its number and
/// the day. What is wider than a page is made smaller, never cut.
class BoardPages final
{
public:
    /// \p page is what can be painted on of each page, in the pixels of the view's screen.
    BoardPages(const BoardPainting &painting, BoardHead head, const QTreeView &view, const QSize &page);

    int count() const { return static_cast<int>(m_firstRows.size()); }
    /// Paints a page, counted from 0, at the painter's origin.
    void paint(QPainter &painter, int page) const;

private:
    void breakPages();
    int headHeight() const;
    int footHeight() const;
    void paintFoot(QPainter &painter, int page) const;

    const BoardPainting &m_painting;
    BoardHead m_head;
    const QTreeView &m_view;
    QSize m_page;
    double m_scale = 1;
    QList<int> m_firstRows; ///< of each page
};

/// Puts the pages from \p first to \p last (counted from 1; 0: all) on a printer or into a PDF. False if the
/// device takes nothing.
bool printBoard(const QTreeView &view, const BoardHead &head, QPagedPaintDevice &device, int first = 0,
                int last = 0);

} // namespace milepost
