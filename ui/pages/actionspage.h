// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/actionlistmodel.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace milepost {

class CompletingLine;
class EmptyState;
class FilterLine;
class MessageBar;
class PageHead;
class RowsView;

/// What is to be done on all boards that one may see: whose, by when, about what. Space checks an action off,
/// Enter goes to what it is about, and a line below adds one.
class ActionsPage final : public QWidget
{
    Q_OBJECT
public:
    ActionsPage(Session &session, QWidget *parent);

    /// Chooses an action, also one that the filter hides: that is shown beside what the filter leaves.
    void showAction(ActionId action);

Q_SIGNALS:
    void placeChosen(const milepost::Place &place);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHead();
    void buildView();
    QWidget *buildLine();
    void connectAll();
    QString emptyText() const;
    void showContent();
    void showMore();
    void choose(const QModelIndex &index);
    void add();
    QList<QLineEdit *> lines() const;
    void setSending(bool isSending);
    Result<Subject> subjectCalled(const QString &text) const;
    void refuse(const Error &error, QWidget *where);

    Session &m_session;
    ActionListModel m_model;
    PageHead *m_head;
    QComboBox *m_whose;
    QComboBox *m_grouping;
    FilterLine *m_words;
    MessageBar *m_messages;
    QStackedWidget *m_content;
    RowsView *m_view;
    EmptyState *m_empty;
    QWidget *m_line = nullptr;
    QLineEdit *m_title = nullptr;
    CompletingLine *m_about = nullptr;
    CompletingLine *m_owner = nullptr;
    QLineEdit *m_due = nullptr;
    ActionId m_chosen; ///< before the list was made anew
};

} // namespace milepost
