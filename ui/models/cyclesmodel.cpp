// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cyclesmodel.h"

#include "core/domain/acts/editing.h"
#include "core/domain/acts/people.h"
#include "core/domain/cycles.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"

namespace milepost {
namespace {

StatusFact statusOf(const Cycle &cycle, QDate today)
{
    if (today < cycle.from)
        return {CyclesModel::tr("Not begun"), Tone::Neutral, Sign::Circle};
    if (today > cycle.to)
        return {CyclesModel::tr("Ended"), Tone::Neutral, Sign::Dash};
    return {CyclesModel::tr("Running"), Tone::Good, Sign::Check};
}

QVariant fieldOf(const CycleRow &row, int column)
{
    switch (column) {
    case CyclesModel::NameColumn:
        return row.name;
    case CyclesModel::FromColumn:
        return row.from;
    case CyclesModel::ToColumn:
        return row.to;
    case CyclesModel::BoardsColumn:
        return row.boards;
    default:
        return {};
    }
}

QString shown(const CycleRow &row, int column)
{
    const QVariant field = fieldOf(row, column);
    if (field.typeId() == QMetaType::QDate)
        return QLocale().toString(field.toDate(), QLocale::ShortFormat);
    return column == CyclesModel::BoardsColumn ? QLocale().toString(row.boards) : field.toString();
}

QString fieldName(int column)
{
    switch (column) {
    case CyclesModel::NameColumn:
        return QStringLiteral("name");
    case CyclesModel::FromColumn:
        return QStringLiteral("from");
    case CyclesModel::ToColumn:
        return QStringLiteral("to");
    default:
        return {};
    }
}

} // namespace

CyclesModel::CyclesModel(Session &session, QObject *parent) : RowsModel<CycleRow>(parent), m_session(session)
{
    connect(&session, &Session::opened, this, &CyclesModel::refresh);
    connect(&session, &Session::closed, this, &CyclesModel::refresh);
    connect(&session, &Session::changed, this, &CyclesModel::refresh);
    connect(&session, &Session::reloaded, this, &CyclesModel::refresh);
    refresh();
}

void CyclesModel::refresh()
{
    const WorkingSet &state = m_session.state();
    QList<CycleRow> rows;
    for (const Cycle *cycle : cyclesNewestFirst(state))
        rows.append({cycle->id, cycle->name, cycle->from, cycle->to,
                     boardsIn(state, m_session.me(), cycle->id), statusOf(*cycle, m_session.today())});
    syncTo(rows);
}

int CyclesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CyclesModel::data(const QModelIndex &index, int role) const
{
    const CycleRow *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown(*row, index.column());
    case Qt::EditRole:
        return fieldOf(*row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == StatusColumn ? row->status.word : shown(*row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == BoardsColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case RowKindRole:
        return QVariant::fromValue(RowKind::Other);
    case StatusRole:
        return QVariant::fromValue(row->status);
    case IdRole:
        return row->id.value();
    default:
        return {};
    }
}

QVariant CyclesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == BoardsColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Cycle");
    case FromColumn:
        return tr("First day");
    case ToColumn:
        return tr("Last day");
    case BoardsColumn:
        return tr("Boards");
    case StatusColumn:
        return tr("Now");
    default:
        return {};
    }
}

Qt::ItemFlags CyclesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool isEditable =
        !fieldName(index.column()).isEmpty() && requireMember(m_session.state(), m_session.me());
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

bool CyclesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const CycleRow &row = *rowAt(index);
    const QString text =
        value.typeId() == QMetaType::QDate ? value.toDate().toString(Qt::ISODate) : value.toString();
    const Named cycle{Named::Kind::Cycle, row.id.value(), row.name, row.name};
    const FieldEdit edit{fieldName(index.column()), text};
    send([cycle, edit](Situation &in) { return editFields(in, cycle, {edit}); });
    return true;
}

void CyclesModel::add(const QString &name, QDate from, QDate to)
{
    send([request = AddCycle{name, from, to}](Situation &in) { return addCycle(in, request); });
}

void CyclesModel::remove(CycleId cycle)
{
    const Cycle *row = m_session.state().find(cycle);
    if (!row)
        return;
    const Named named{Named::Kind::Cycle, cycle.value(), row->name, row->name};
    send([named](Situation &in) { return deleteThing(in, named); });
}

void CyclesModel::send(Decide decide)
{
    Intent intent;
    intent.decide = std::move(decide);
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            return Q_EMIT refused(receipt.error());
        const auto &cycles = receipt->change.edits.of<Cycle>().added;
        if (!cycles.isEmpty())
            Q_EMIT added(cycles.first().id);
    });
}

} // namespace milepost
