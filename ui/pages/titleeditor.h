// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPointer>

class QLabel;

namespace milepost {

/// Lies over a title while it is typed anew: Enter takes it, Escape leaves it as it was.
class TitleEditor final : public QLineEdit
{
    Q_OBJECT
public:
    explicit TitleEditor(QLabel *title);

    void begin();

Q_SIGNALS:
    /// A double click on the title, which this answers only if it is told to begin.
    void wanted();
    void typed(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void end();

    QLabel *m_title;
    QPointer<QWidget> m_focusBefore;
};

} // namespace milepost
