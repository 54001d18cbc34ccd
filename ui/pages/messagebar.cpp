// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messagebar.h"

#include "core/domain/error.h"
#include "ui/delegates/icons.h"
#include "ui/words/errors.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace milepost {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_line(new QLineEdit(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_line->setObjectName(QStringLiteral("messageLine"));
    m_line->setMinimumWidth(220);
    auto *close = new QToolButton(this);
    close->setIcon(icon(Icon::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Dismiss message"));
    close->setToolTip(tr("Dismiss (Esc)"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 12, 8);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_line);
    layout->addWidget(m_button);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_button, &QPushButton::clicked, this, &MessageBar::give);
    connect(m_line, &QLineEdit::returnPressed, this, &MessageBar::give);
    hide();
}

void MessageBar::showError(const Error &error)
{
    if (error.code != Error::Code::Conflict) // of which StandoffBar tells, and offers the choice
        showText(sentence(error));
}

void MessageBar::showText(const QString &text)
{
    m_answer = {};
    present(text, {});
}

void MessageBar::ask(const QString &text, const QString &button, const std::function<void()> &answer)
{
    offer(text, button, answer);
    takeFocus(m_button);
}

void MessageBar::offer(const QString &text, const QString &button, const std::function<void()> &answer)
{
    m_answer = [answer](const QString &) { answer(); };
    present(text, button);
}

void MessageBar::askText(const QString &text, const QString &placeholder, const QString &button,
                         const std::function<void(const QString &)> &answer)
{
    m_answer = answer;
    present(text, button);
    m_line->clear();
    m_line->setPlaceholderText(placeholder);
    m_line->setAccessibleName(placeholder);
    m_line->show();
    takeFocus(m_line);
}

void MessageBar::present(const QString &text, const QString &button)
{
    m_text->setText(text);
    m_line->hide();
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    show();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::give()
{
    const QString typed = m_line->text().trimmed();
    if (m_line->isVisible() && typed.isEmpty())
        return m_line->setFocus();
    const auto answer = std::exchange(m_answer, {});
    dismiss();
    if (answer)
        answer(typed);
}

void MessageBar::dismiss()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    const QPointer<QWidget> before = std::exchange(m_focusBefore, nullptr);
    if (hadFocus && before)
        before->setFocus();
    m_answer = {};
    hide();
}

void MessageBar::takeFocus(QWidget *widget)
{
    QWidget *focus = QApplication::focusWidget();
    const auto *line = qobject_cast<QLineEdit *>(focus);
    if (line && line->isModified() && !isAncestorOf(line))
        return;
    if (focus && !isAncestorOf(focus))
        m_focusBefore = focus;
    widget->setFocus();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    QFrame::keyPressEvent(event);
}

} // namespace milepost
