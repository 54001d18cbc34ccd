// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/monthgridmodel.h"

#include "ui/models/statusfacts.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

namespace milepost {
namespace {

/// The rows that have a number for each month: no headings, no steps of milestones.
void collect(const QList<BoardBranch> &branches, QList<RowRef> &rows)
{
    for (const BoardBranch &branch : branches) {
        const BoardRow &row = *branch.row;
        const bool isNumbered = row.kind == RowKind::Kpi || (row.kind == RowKind::KeyResult && !row.isPart);
        if (isNumbered && row.hasMonths)
            rows.append(branch.row);
        collect(branch.children, rows);
    }
}

QList<RowKey> keysOf(const QList<RowRef> &rows)
{
    QList<RowKey> keys;
    keys.reserve(rows.size());
    for (const RowRef &row : rows)
        keys.append(row->key());
    return keys;
}

StatusFact factOf(const MonthFigures &month)
{
    if (!month.health)
        return {};
    return {label(*month.health), toneOf(*month.health), signOf(*month.health)};
}

} // namespace

MonthGridModel::MonthGridModel(BoardModel &board, QObject *parent) : RowsModel(parent), m_board(board)
{
    connect(&board, &BoardModel::modelReset, this, &MonthGridModel::forget);
    connect(&board, &BoardModel::updated, this, &MonthGridModel::follow);
}

void MonthGridModel::setActive(bool isActive)
{
    m_isActive = isActive;
    follow();
}

void MonthGridModel::forget()
{
    resetTo({}); // another board is another content altogether
}

void MonthGridModel::follow()
{
    if (!m_isActive)
        return;
    const QDate day = m_board.day();
    const bool isAnotherDay = std::exchange(m_day, day) != day;
    QList<RowRef> fresh;
    collect(m_board.shown(), fresh);
    QList<RowKey> before;
    for (const MonthRow &row : rows())
        before.append(row.key());
    takeSteps(stepsBetween(before, keysOf(fresh)), [&fresh](int place) {
        return MonthRow{fresh[place], {}, {}, {}};
    });
    changeRows(fresh);
    if (isAnotherDay)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, kMonths - 1);
    for (int place = 0; place < rowCount(); ++place)
        recompute(place);
}

// What the rows are called, and in which unit they count; the months come after.
void MonthGridModel::changeRows(const QList<RowRef> &fresh)
{
    for (int place = 0; place < rowCount(); ++place) {
        const BoardRow &now = *fresh[place];
        const RowRef before = std::exchange(rowIn(place).row, fresh[place]);
        if (before->title != now.title)
            Q_EMIT headerDataChanged(Qt::Vertical, place, place);
        if (before->unit != now.unit || before->target != now.target)
            Q_EMIT dataChanged(index(place, 0), index(place, kMonths - 1));
    }
}

void MonthGridModel::recompute(int place)
{
    const MonthRow &row = rows()[place];
    if (row.months.isEmpty())
        return; // nobody has seen it
    const QList<MonthFigures> before = row.months;
    if (!read(row))
        return;
    int first = 0;
    while (first < kMonths && row.months[first] == before[first])
        ++first;
    int last = kMonths - 1;
    while (last > first && row.months[last] == before[last])
        --last;
    if (first < kMonths)
        Q_EMIT dataChanged(index(place, first), index(place, last));
}

/// Computes the months of a row; false if all that they are made of is as it was.
bool MonthGridModel::read(const MonthRow &row) const
{
    const WorkingSet &state = m_board.state();
    const bool isSameDay = !row.months.isEmpty() && row.months.last().month.contains(m_day);
    if (const Kpi *kpi = state.find(KpiId(row.row->id)); kpi && row.row->kind == RowKind::Kpi) {
        KpiInputs inputs = inputsOf(state, *kpi);
        if (isSameDay && row.kpi == inputs)
            return false;
        row.kpi = std::move(inputs);
        row.months = monthsOf(state, *kpi, m_day, kMonths);
        return true;
    }
    const KeyResult *keyResult = state.find(KeyResultId(row.row->id));
    const Objective *objective = keyResult ? state.find(keyResult->objective) : nullptr;
    if (!objective)
        return false;
    KeyResultInputs inputs = inputsOf(state, *objective, *keyResult);
    if (isSameDay && row.keyResult == inputs)
        return false;
    row.keyResult = std::move(inputs);
    row.months = monthsOf(state, *keyResult, m_day, kMonths);
    return true;
}

int MonthGridModel::placeOf(const RowKey &key) const
{
    const auto found =
        std::find_if(rows().begin(), rows().end(), [&key](const MonthRow &row) { return row.key() == key; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

int MonthGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kMonths;
}

const MonthFigures *MonthGridModel::monthAt(const QModelIndex &index) const
{
    const MonthRow &row = rows()[index.row()];
    if (row.months.isEmpty() && !read(row))
        return nullptr;
    return &row.months[index.column()];
}

QString MonthGridModel::targetText(const MonthRow &row, const MonthFigures &month) const
{
    if (month.low && month.high)
        return band(*month.low, *month.high, row.row->unit);
    if (!month.target)
        return {};
    if (row.kpi)
        return target(*month.target, row.kpi->kpi.direction, row.row->unit);
    return row.row->kind == RowKind::KeyResult && !row.row->target.isEmpty()
               ? row.row->target
               : figure(month.target, row.row->unit);
}

QString MonthGridModel::spoken(const MonthRow &row, const MonthFigures &month) const
{
    const QString value = month.value ? figure(month.value, row.row->unit) : tr("no value");
    const QString asked = targetText(row, month);
    const QString status = factOf(month).word;
    if (asked.isEmpty())
        return value;
    return status.isEmpty() ? fill(tr("%1, target %2"), {value, asked})
                            : fill(tr("%1, target %2: %3"), {value, asked, status});
}

QVariant MonthGridModel::data(const QModelIndex &index, int role) const
{
    const MonthFigures *month = index.isValid() ? monthAt(index) : nullptr;
    if (!month)
        return {};
    const MonthRow &row = rows()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return figure(month->value, row.row->unit);
    case SecondaryTextRole:
        return targetText(row, *month);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return spoken(row, *month);
    case ValueRole:
        return month->value ? QVariant(*month->value) : QVariant();
    case StatusRole:
        return QVariant::fromValue(factOf(*month));
    case RowKindRole:
        return QVariant::fromValue(row.row->kind);
    case IdRole:
        return row.row->id;
    default:
        return {};
    }
}

QVariant MonthGridModel::monthHeader(int section, int role) const
{
    const QDate month = QDate(m_day.year(), m_day.month(), 1).addMonths(section - kMonths + 1);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role == Qt::DisplayRole)
        return QLocale().toString(month, QStringLiteral("MMM yyyy"));
    return {};
}

QVariant MonthGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return m_day.isValid() ? monthHeader(section, role) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (section < 0 || section >= rows().size() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return rows()[section].row->title;
}

} // namespace milepost
