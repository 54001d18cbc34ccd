// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;

namespace milepost {

/// Keeps a list or table as high as its rows, up to a number of lines of text: what is longer scrolls within.
/// So several stand below each other in one page that scrolls.
class FittedHeight final : public QObject
{
    Q_OBJECT
public:
    FittedHeight(QAbstractItemView *view, int mostLines);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QAbstractItemView *m_view;
    int m_mostLines;
    bool m_isFitting = false;
};

} // namespace milepost
