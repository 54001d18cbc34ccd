// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>

namespace milepost {

/// A date that is gone through rather than spelled: Up and Down step by days, Page Up and Page Down by weeks,
/// with Shift by months. Typing works as in any date field.
class DayEdit final : public QDateEdit
{
    Q_OBJECT
public:
    explicit DayEdit(QWidget *parent);

    void stepBy(int steps) override;
    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    StepEnabled stepEnabled() const override;
};

} // namespace milepost
