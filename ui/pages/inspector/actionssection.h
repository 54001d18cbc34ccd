// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/actionsmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace milepost {

class CompletingLine;
class DefinitionSection;

/// What is to be done about a row: a list to check off, a line to add to it, and for the chosen action its
/// fact, cause and action.
class ActionsSection final : public QWidget
{
    Q_OBJECT
public:
    explicit ActionsSection(Session &session, QWidget *parent = nullptr);

    void setSubject(const Subject &subject);
    /// Goes to the first action, or where one is added if there is none.
    void begin();

Q_SIGNALS:
    void countChanged(qsizetype count);

private:
    void buildView();
    QWidget *buildLine();
    void showState();
    void showNote();
    void add();
    QList<QLineEdit *> lines() const;
    void setTyped(const QStringList &texts);
    void clearSent(ActionId action);
    void setSending(bool isSending);
    void keep(const QString &field, const QString &typed);

    Session &m_session;
    ActionsModel m_model;
    Subject m_subject;
    ActionRow m_noted; ///< the action whose note is shown
    QTreeView *m_view;
    QLabel *m_empty;
    QLabel *m_error;
    QWidget *m_line;
    QLineEdit *m_title;
    CompletingLine *m_owner;
    QLineEdit *m_due;
    QToolButton *m_noteHeading;
    DefinitionSection *m_note;
    QHash<qint64, QStringList> m_drafts; ///< what was begun about other rows
};

} // namespace milepost
