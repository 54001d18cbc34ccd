// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/commentssection.h"

#include "ui/delegates/completingline.h"
#include "ui/delegates/notedelegate.h"
#include "ui/pages/inspector/fittedheight.h"
#include "ui/pages/inspector/labels.h"
#include "ui/words/errors.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace milepost {

using namespace Qt::StringLiterals;

CommentsSection::CommentsSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_model(session)
    , m_view(new QListView(this))
    , m_empty(softLabel(tr("Nobody has said anything about this yet."), this))
    , m_error(errorLabel(this))
    , m_line(new CompletingLine(CompletingLine::Mode::Mention, this))
    , m_remove(new QAction(tr("Delete comment"), this))
{
    m_view->setObjectName(u"commentsView"_s);
    m_view->setAccessibleName(tr("Comments"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new NoteDelegate(m_view));
    m_view->setResizeMode(QListView::Adjust);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addAction(m_remove);
    new FittedHeight(m_view, 20);
    m_remove->setObjectName(u"deleteComment"_s);
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    m_line->setObjectName(u"commentLine"_s);
    m_line->setPlaceholderText(tr("Write a comment, @ mentions someone"));
    m_line->setAccessibleName(tr("New comment"));
    m_line->installEventFilter(this);
    m_view->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_empty);
    layout->addWidget(m_view);
    layout->addWidget(m_line);
    layout->addWidget(m_error);
    connect(m_line, &QLineEdit::returnPressed, this, &CommentsSection::send);
    connect(m_remove, &QAction::triggered, this, &CommentsSection::remove);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &CommentsSection::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CommentsSection::showState);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CommentsSection::showState);
    connect(&m_model, &CommentsModel::refused, this, [this](const Error &error) {
        m_line->setReadOnly(false);
        tellIn(*m_error, sentence(error));
    });
    connect(&m_model, &CommentsModel::said, this, &CommentsSection::clearSent);
}

void CommentsSection::setSubject(const Subject &subject)
{
    if (m_subject.id != subject.id) {
        m_drafts.insert(m_subject.id, m_line->text());
        m_line->setText(m_drafts.take(subject.id));
        m_line->setReadOnly(false);
    }
    m_subject = subject;
    tellIn(*m_error, {});
    m_model.setSubject(subject);
    m_line->setNames(m_model.namesToMention());
}

void CommentsSection::showState()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
    m_line->setVisible(m_model.mayComment());
    const CommentRow *const row = m_model.rowAt(m_view->currentIndex());
    m_remove->setEnabled(row && row->isMine);
    Q_EMIT countChanged(m_model.rowCount());
}

void CommentsSection::send()
{
    if (m_line->text().trimmed().isEmpty() || m_line->isReadOnly())
        return;
    m_line->setReadOnly(true); // until it is there: what is typed meanwhile would be lost
    m_model.say(m_line->text());
}

// Another row may be looked at meanwhile: what is being written about that stays.
void CommentsSection::clearSent(qint64 about)
{
    if (about != m_subject.id) {
        m_drafts.remove(about);
        return;
    }
    m_line->setReadOnly(false);
    m_line->clear();
    tellIn(*m_error, {});
    m_view->scrollToBottom();
}

void CommentsSection::remove()
{
    const CommentRow *const row = m_model.rowAt(m_view->currentIndex());
    if (row && row->isMine)
        m_model.remove(row->id);
}

// Ctrl+Enter sends too, as in longer letters; Del deletes.
bool CommentsSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (watched == m_view && event->type() == QEvent::KeyPress && key.key() == Qt::Key_Delete) {
        remove();
        return true;
    }
    const bool isReturn = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (watched != m_line || !isReturn || !key.modifiers().testFlag(Qt::ControlModifier))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        send();
    return true;
}

} // namespace milepost
