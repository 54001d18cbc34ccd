// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace milepost {

struct Error;

/// Tells something where the user looks, with a way out: a sentence, and perhaps a button or a line to answer
/// in. Nothing is blocked by it; a question takes the keyboard, but never from someone who is typing, and
/// gives it back.
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const Error &error);
    void showText(const QString &text);
    /// With a button.
    void ask(const QString &text, const QString &button, const std::function<void()> &answer);
    /// With a line to type into; \p answer is called with what was typed, if it was anything.
    void askText(const QString &text, const QString &placeholder, const QString &button,
                 const std::function<void(const QString &)> &answer);
    /// With a button that is there for who wants it: the keyboard stays where it is.
    void offer(const QString &text, const QString &button, const std::function<void()> &answer);
    void dismiss();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void present(const QString &text, const QString &button);
    void give();
    void takeFocus(QWidget *widget);

    QLabel *m_text;
    QLineEdit *m_line;
    QPushButton *m_button;
    std::function<void(const QString &)> m_answer;
    QPointer<QWidget> m_focusBefore;
};

} // namespace milepost
