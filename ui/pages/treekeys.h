// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;
class QModelIndex;

namespace milepost {

/// Tells when Enter is pressed on a row of a view, which the view itself does only in some styles. Lives as
/// long as the view.
class TreeKeys final : public QObject
{
    Q_OBJECT
public:
    explicit TreeKeys(QAbstractItemView *view);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void entered(const QModelIndex &index);

private:
    QAbstractItemView *m_view;
};

} // namespace milepost
