// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>

namespace milepost {

/// A line for a date, typed as typedDate() reads it; the arrow keys go a day up or down, the page keys a
/// week, never beyond today.
class DateLine final : public QLineEdit
{
    Q_OBJECT

public:
    explicit DateLine(QWidget *parent = nullptr);

    /// Shows today, which is what a blank line means as well.
    void setToday(QDate today);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void step(int days);

    QDate m_today;
};

} // namespace milepost
