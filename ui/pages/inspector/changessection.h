// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/changesmodel.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace milepost {

/// A row's own history from the journal, and a button that takes the chosen change back.
class ChangesSection final : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesSection(Session &session, QWidget *parent = nullptr);

    /// Reads the changes of an objective, key result, part or KPI; 0 for none.
    void showChangesOf(qint64 thing);

private:
    void showState();
    void takeBack();

    ChangesModel m_model;
    QListView *m_view;
    QLabel *m_error;
    QPushButton *m_takeBack;
    QPushButton *m_more;
};

} // namespace milepost
