// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace milepost {

/// A line of plain text that ends in an ellipsis where there is no room for all of it. Its text stays whole,
/// for screen readers and for whoever copies it.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    /// \p leastCharacters are kept room for, if the text has as many.
    explicit ElidedLabel(int leastCharacters, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_leastCharacters;
};

} // namespace milepost
