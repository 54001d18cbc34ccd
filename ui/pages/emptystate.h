// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace milepost {

/// What stands where there is nothing to show: one sentence and one button.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent);

    /// Without the text of a button there is none.
    void say(const QString &sentence, const QString &button = {});
    QString sentence() const;
    QPushButton *button() { return m_button; }

Q_SIGNALS:
    void pressed();

private:
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace milepost
