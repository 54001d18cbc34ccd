// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

#include <functional>

namespace milepost {

/// A row of the command palette: its sign, its name with what was typed standing out, softly what it is and
/// where, and at the end the keys that do the same.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using IconOf = std::function<QIcon(const QModelIndex &)>;
    PaletteDelegate(IconOf iconOf, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    IconOf m_iconOf;
};

} // namespace milepost
