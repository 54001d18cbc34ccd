// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/backupcare.h"
#include "core/services/session.h"
#include "ui/models/rowsmodel.h"

namespace milepost {

/// One entry that restoring a backup would lose, as people read it.
struct LossRow
{
    qint64 id = 0; ///< the entry's sequence
    QString when = {};
    QString author = {};
    QString sentence = {};

    friend bool operator==(const LossRow &, const LossRow &) = default;
};

/// What restoring a backup would lose, the newest first.
class LossModel final : public RowsModel<LossRow>
{
    Q_OBJECT
public:
    enum Column { WhenColumn, AuthorColumn, SentenceColumn, ColumnCount };

    explicit LossModel(Session &session, QObject *parent = nullptr);

    void show(const BackupLoss &loss);
    void clear() { resetTo({}); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Session &m_session;
};

} // namespace milepost
