// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/rowdelegate.h"

namespace milepost {

/// A quiet text, such as the day of the last update; one that tells of updates has a clock in the attention
/// colour where UpdateRole says that the row is overdue.
class TextDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    enum class Tells { Anything, Updates };

    explicit TextDelegate(QObject *parent = nullptr) : TextDelegate(Tells::Updates, parent) {}
    TextDelegate(Tells tells, QObject *parent) : RowDelegate(parent), m_tells(tells) {}

protected:
    void paintCell(QPainter &painter, const Cell &cell) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool isOverdue(const QModelIndex &index) const;

    Tells m_tells;
};

} // namespace milepost
