// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/backup.h"
#include "core/services/session.h"
#include "ui/models/rowsmodel.h"

namespace milepost {

/// A backup as its list shows it.
struct BackupRow
{
    qint64 id = 0; ///< when it was made
    Backup backup = {};

    auto key() const { return std::pair(backup.at, std::pair(backup.seq, int(backup.reason))); }
    friend bool operator==(const BackupRow &, const BackupRow &) = default;
};

/// The backups of the workspace, the newest first. Read when they are looked at.
class BackupsModel final : public RowsModel<BackupRow>
{
    Q_OBJECT
public:
    enum Column { TimeColumn, ReasonColumn, EntriesColumn, SizeColumn, PlaceColumn, ColumnCount };

    explicit BackupsModel(Session &session, QObject *parent = nullptr);

    void read();

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void wasRead();

private:
    QString shown(const Backup &backup, int column) const;

    Session &m_session;
};

} // namespace milepost
