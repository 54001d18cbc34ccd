// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alignmentmodel.h"

#include <QAction>
#include <QSortFilterProxyModel>
#include <QWidget>

class QStackedWidget;
class QTreeView;

namespace milepost {

class AlignBar;
class EmptyState;
class FilterLine;
class MessageBar;
class PageHead;

/// How the objectives of all boards lead to each other. Enter goes to one on its board; dragging one onto
/// another, or "Align to…", aligns it.
class AlignmentPage final : public QWidget
{
    Q_OBJECT
public:
    AlignmentPage(Session &session, QWidget *parent);

    /// Chooses what the current objective is aligned to.
    QAction *align() { return &m_align; }

Q_SIGNALS:
    void placeChosen(const milepost::Place &place);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildView();
    void connectAll();
    QModelIndex current() const;
    void filter(const QString &text);
    void openNew(const QModelIndex &parent, int first, int last);
    void showContent();
    void followCurrent();
    void askForParent();
    void choose(const QModelIndex &index);

    Session &m_session;
    AlignmentModel m_model;
    QSortFilterProxyModel m_filtered;
    QAction m_align;
    PageHead *m_head;
    FilterLine *m_filter;
    AlignBar *m_bar;
    MessageBar *m_messages;
    QStackedWidget *m_content;
    QTreeView *m_view;
    EmptyState *m_empty;
};

} // namespace milepost
