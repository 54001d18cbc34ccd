// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/completingline.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace milepost {

CompletingLine::CompletingLine(Mode mode, QWidget *parent)
    : QLineEdit(parent)
    , m_mode(mode)
    , m_names(new QStringListModel(this))
    , m_completer(new QCompleter(m_names, this))
{
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->popup()->setObjectName(QStringLiteral("completions"));
    m_completer->popup()->setAccessibleName(tr("Completions"));
    connect(this, &QLineEdit::textEdited, this, &CompletingLine::complete);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &CompletingLine::take);
}

void CompletingLine::setNames(const QStringList &names)
{
    m_names->setStringList(names);
}

bool CompletingLine::isCompleting() const
{
    return m_completer->popup()->isVisible();
}

int CompletingLine::beginOfName() const
{
    const QString before = text().left(cursorPosition());
    if (m_mode == Mode::Whole)
        return 0;
    if (m_mode == Mode::List) {
        qsizetype begin = before.lastIndexOf(u',') + 1;
        while (begin < before.size() && before.at(begin).isSpace())
            ++begin;
        return static_cast<int>(begin);
    }
    const qsizetype at = before.lastIndexOf(u'@');
    const bool isMention = at >= 0 && (at == 0 || !before.at(at - 1).isLetterOrNumber());
    return isMention ? static_cast<int>(at) + 1 : -1;
}

void CompletingLine::complete()
{
    const int begin = beginOfName();
    const QString typed = begin < 0 ? QString() : text().mid(begin, cursorPosition() - begin);
    if (begin < 0 || (typed.isEmpty() && m_mode != Mode::Mention))
        return m_completer->popup()->hide();
    m_completer->setCompletionPrefix(typed);
    if (m_completer->completionCount() == 0 || m_completer->currentCompletion() == typed)
        return m_completer->popup()->hide();
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void CompletingLine::take(const QString &name)
{
    const int begin = beginOfName();
    if (begin < 0)
        return;
    const QString after = m_mode == Mode::Mention ? QString(name + u' ') : name;
    const QString whole = text().left(begin) + after + text().mid(cursorPosition());
    setText(whole);
    setCursorPosition(begin + static_cast<int>(after.size()));
    setModified(true);
}

// What is meant for the completions is left to them.
void CompletingLine::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isTheirs =
        key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape || key == Qt::Key_Tab;
    if (isCompleting() && isTheirs)
        return event->ignore();
    QLineEdit::keyPressEvent(event);
}

// The popup takes the focus for a moment; leaving the line for anything else closes it.
void CompletingLine::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace milepost
