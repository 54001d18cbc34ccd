// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/backupsmodel.h"

#include "core/domain/localtime.h"
#include "core/services/backupcare.h"
#include "core/services/whendone.h"
#include "ui/models/roles.h"
#include "ui/words/backupwords.h"

namespace milepost {
namespace {

bool isNumber(int column)
{
    return column == BackupsModel::EntriesColumn || column == BackupsModel::SizeColumn;
}

} // namespace

BackupsModel::BackupsModel(Session &session, QObject *parent)
    : RowsModel<BackupRow>(parent)
    , m_session(session)
{
    connect(&session, &Session::closed, this, [this] { syncTo({}); });
}

void BackupsModel::read()
{
    if (!m_session.isOpen())
        return;
    whenDone(m_session.backups().list(), this, [this](const QList<Backup> &backups) {
        QList<BackupRow> rows;
        for (const Backup &backup : backups)
            rows.append({backup.at, backup});
        syncTo(rows);
        Q_EMIT wasRead();
    });
}

int BackupsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BackupsModel::shown(const Backup &backup, int column) const
{
    const QLocale locale;
    switch (column) {
    case TimeColumn:
        return locale.toString(localTime(m_session.state(), backup.at), QLocale::ShortFormat);
    case ReasonColumn:
        return label(backup.reason);
    case EntriesColumn:
        return locale.toString(backup.seq);
    case SizeColumn:
        return locale.formattedDataSize(backup.bytes, 1);
    case PlaceColumn:
        return placesOf(backup);
    default:
        return {};
    }
}

QVariant BackupsModel::data(const QModelIndex &index, int role) const
{
    const BackupRow *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return shown(row->backup, index.column());
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case RowKindRole:
        return QVariant::fromValue(RowKind::Other);
    case IdRole:
        return row->id;
    default:
        return {};
    }
}

QVariant BackupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber(section))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Made");
    case ReasonColumn:
        return tr("Why");
    case EntriesColumn:
        return tr("Entries");
    case SizeColumn:
        return tr("Size");
    case PlaceColumn:
        return tr("Where");
    default:
        return {};
    }
}

} // namespace milepost
