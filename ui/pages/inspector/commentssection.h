// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/commentsmodel.h"

#include <QHash>
#include <QWidget>

class QAction;
class QLabel;
class QListView;

namespace milepost {

class CompletingLine;

/// What was said about a row, and a line to say something: Enter sends it, "@" mentions someone. One's own
/// are deleted with Del or by the menu of the row.
class CommentsSection final : public QWidget
{
    Q_OBJECT
public:
    explicit CommentsSection(Session &session, QWidget *parent = nullptr);

    void setSubject(const Subject &subject);

Q_SIGNALS:
    void countChanged(qsizetype count);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();
    void send();
    void clearSent(qint64 about);
    void remove();

    CommentsModel m_model;
    Subject m_subject;
    QListView *m_view;
    QLabel *m_empty;
    QLabel *m_error;
    CompletingLine *m_line;
    QAction *m_remove;
    QHash<qint64, QString> m_drafts; ///< what was begun about other rows
};

} // namespace milepost
