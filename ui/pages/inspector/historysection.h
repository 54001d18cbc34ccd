// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/historymodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeView;

namespace milepost {

/// The values of a row with their trail. Typing on one corrects it; the reason is asked for below.
class HistorySection final : public QWidget
{
    Q_OBJECT
public:
    explicit HistorySection(Session &session, QWidget *parent = nullptr);

    /// Reads the values of a KPI, key result or part. \p followed names the KPI if they are shown for a key
    /// result that follows it.
    void showValuesOf(qint64 thing, const QString &followed = {});

Q_SIGNALS:
    void countChanged(qsizetype count);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildView();
    QWidget *buildReason();
    void showState();
    void ask(const HistoryRow &row, const QString &typed);
    void correct();
    void endAsking();

    HistoryModel m_model;
    QTreeView *m_view;
    QLabel *m_followed;
    QLabel *m_empty;
    QLabel *m_error;
    QWidget *m_reasonLine;
    QLabel *m_question;
    QLineEdit *m_reason;
    HistoryRow m_corrected;
    QString m_typed;
};

} // namespace milepost
