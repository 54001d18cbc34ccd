// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/work.h"
#include "ui/models/backupsmodel.h"
#include "ui/models/lossmodel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace milepost {

class EmptyState;
class MessageBar;

/// The backups of the workspace, what restoring the chosen one would lose, and restoring it.
class BackupsPage final : public QWidget
{
    Q_OBJECT
public:
    /// Shows a long work and answers what it reports to.
    using BeginWork = std::function<std::shared_ptr<Work>(const QString &text)>;

    BackupsPage(Session &session, BeginWork beginWork, QWidget *parent);

Q_SIGNALS:
    void workEnded();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHead();
    QTreeView *buildView(QAbstractItemModel &model, const QString &name, const QString &accessibleName,
                         const QList<int> &characters, int stretched);
    void followCurrent();
    void showLoss(const Backup &backup, const Result<BackupLoss> &loss);
    void showChecked();
    void showWhetherEmpty();
    void backUp();
    void askToRestore();
    void restore(const Backup &backup);

    Session &m_session;
    BeginWork m_beginWork;
    BackupsModel m_model;
    LossModel m_loss;
    MessageBar *m_messages;
    QLabel *m_checked;
    QLabel *m_summary;
    QPushButton *m_backUp;
    QPushButton *m_restore;
    EmptyState *m_empty;
    QTreeView *m_view = nullptr;
    QTreeView *m_losses = nullptr;
    QTimer m_later;     ///< until what would be lost is asked for again
    QString m_question; ///< before restoring the chosen one; "" while what it would lose is not known
};

} // namespace milepost
