// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;

namespace milepost {

/// Looks like a field to type into and opens the command palette: so it can be found by those who do not know
/// its keys. Where there is little room, only the sign and the keys are left.
class SearchButton final : public QPushButton
{
    Q_OBJECT
public:
    /// The action's icon text is what the field says.
    SearchButton(QAction *action, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString keys() const;
    int wordsWidth() const;
    void setWidths();

    QAction *m_action;
};

} // namespace milepost
