// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/targetsmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeView;

namespace milepost {

/// The dated targets of a KPI as a small table, and a line to add one.
class TargetsSection final : public QWidget
{
    Q_OBJECT
public:
    explicit TargetsSection(Session &session, QWidget *parent = nullptr);

    void setKpi(KpiId kpi, bool isEditor, bool isBand);

private:
    QWidget *buildLine();
    void showState();
    void add();
    void setSending(bool isSending);

    TargetsModel m_model;
    QTreeView *m_view;
    QLabel *m_empty;
    QLabel *m_hint;
    QLabel *m_error;
    QWidget *m_line;
    QLineEdit *m_from;
    QLineEdit *m_target;
};

} // namespace milepost
