// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lossmodel.h"

#include "core/domain/localtime.h"
#include "ui/models/roles.h"
#include "ui/words/actwords.h"

namespace milepost {
namespace {

QString shown(const LossRow &row, int column)
{
    switch (column) {
    case LossModel::WhenColumn:
        return row.when;
    case LossModel::AuthorColumn:
        return row.author;
    default:
        return row.sentence;
    }
}

} // namespace

LossModel::LossModel(Session &session, QObject *parent) : RowsModel<LossRow>(parent), m_session(session) {}

void LossModel::show(const BackupLoss &loss)
{
    const WorkingSet &state = m_session.state();
    QList<LossRow> rows;
    for (const LogEntry &entry : loss.latest) {
        const Person *author = state.find(entry.author);
        rows.append({entry.seq, QLocale().toString(localTime(state, entry.at), QLocale::ShortFormat),
                     author ? author->name : QString(),
                     sentence(entry.act, entry.values, [&entry](qint64) { return entry.about; })});
    }
    resetTo(rows);
}

int LossModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LossModel::data(const QModelIndex &index, int role) const
{
    const LossRow *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return shown(*row, index.column());
    case RowKindRole:
        return QVariant::fromValue(RowKind::Other);
    case IdRole:
        return row->id;
    default:
        return {};
    }
}

QVariant LossModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("When");
    case AuthorColumn:
        return tr("Who");
    default:
        return tr("What would be lost");
    }
}

} // namespace milepost
