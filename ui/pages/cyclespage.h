// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cyclesmodel.h"

#include <QWidget>

class QDateEdit;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace milepost {

class MessageBar;

/// The quarters, or spans of days of one's own, in which boards pursue their goals: changed in place, and
/// added in a line below that already proposes the next quarter.
class CyclesPage final : public QWidget
{
    Q_OBJECT
public:
    CyclesPage(Session &session, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildTable();
    QWidget *buildNew();
    void propose();
    void add();
    void removeCurrent();
    void goTo(CycleId cycle);
    void followCurrent();

    Session &m_session;
    CyclesModel m_model;
    MessageBar *m_messages;
    QTreeView *m_view;
    QWidget *m_new = nullptr;
    QLineEdit *m_name = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QPushButton *m_delete = nullptr;
};

} // namespace milepost
