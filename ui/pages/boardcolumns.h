// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/boardcolumn.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QVariantMap>

class QHeaderView;
class QTreeView;

namespace milepost {

/// Which columns of a board's table are shown, in which order and how wide. Until someone chooses, those that
/// one can do without make way where the window is narrow; after that the choice stands, and the table
/// scrolls. Widths are kept in characters, so that they follow the zoom.
class BoardColumns final : public QObject
{
    Q_OBJECT
public:
    explicit BoardColumns(QTreeView &view);

    QString nameOf(int column) const;
    /// All columns as they stand from the leading edge on, hidden ones too. The first is the title, which
    /// stays.
    QList<int> order() const;
    bool isShown(int column) const;
    void setShown(int column, bool isShown);
    /// Moves a column by one towards the leading (-1) or the trailing edge (1); false if it cannot go there.
    bool move(int column, int step);
    /// Widths, order and choice as they are before anybody chooses.
    void reset();

    /// All of it, to be kept.
    QVariantMap state() const;
    void restore(const QVariantMap &state);
    /// Gives the title what the other columns leave, when there is more or less room.
    void fit();
    /// The same with all widths anew, when the font is another.
    void refresh() { apply(); }

Q_SIGNALS:
    /// Someone has chosen, moved or resized a column.
    void changed();

private:
    bool isAllowed(int column) const;
    void takeMove(int column, int from, int to);
    void takeWidth(int column, int width);
    void takeChoice(const QVariantMap &state);
    static QList<int> orderOf(const QVariantMap &state);
    void apply();
    int pixelsOf(int column) const;
    void hideDispensable();

    QTreeView &m_view;
    QHeaderView &m_header;
    QSet<int> m_shown;
    QHash<int, double> m_widths; ///< in characters
    bool m_isChosen = false;
    bool m_isApplying = false;
};

} // namespace milepost
