// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/homemodel.h"

#include <QWidget>

class QStackedWidget;

namespace milepost {

class Chip;
class EmptyState;
class PageHead;
class RowsView;

/// What needs me today: values due, actions, goals that do not go as planned; each one step from its row.
class HomePage final : public QWidget
{
    Q_OBJECT
public:
    HomePage(Session &session, HomeModel &model, QWidget *parent);

Q_SIGNALS:
    void placeChosen(const milepost::Place &place);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void goToBoard();

    Session &m_session;
    HomeModel &m_model;
    PageHead *m_head;
    Chip *m_day;
    QStackedWidget *m_content;
    RowsView *m_view;
    EmptyState *m_empty;
    BoardId m_board; ///< where the button leads when nothing needs one
};

} // namespace milepost
