// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/dueentry.h"

#include "ui/words/filling.h"
#include "ui/words/typeddate.h"

#include <QCoreApplication>
#include <QHash>

namespace milepost {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(milepost::DueEntry)

public:
    static QString noneYet() { return tr("No value yet"); }
    static QString last(const QString &value, const QString &day) { return fill(tr("%1, %2"), {value, day}); }
};

using RowsById = QHash<qint64, const BoardRow *>;

void gather(const QList<BoardBranch> &branches, RowsById &rows)
{
    for (const BoardBranch &branch : branches) {
        rows.insert(branch.row->id, branch.row.get());
        gather(branch.children, rows);
    }
}

QString aboveOf(const WorkingSet &state, const DueRow &due)
{
    const KeyResult *keyResult = state.find(KeyResultId(due.subject.id));
    if (!keyResult)
        return {};
    const Objective *objective = state.find(keyResult->objective);
    if (due.part.isValid())
        return keyResult->title;
    return objective ? objective->title : QString();
}

DueEntry entryOf(const WorkingSet &state, const DueRow &due, const BoardRow &row, QDate day)
{
    DueEntry entry{due, row, {}, aboveOf(state, due), {}, {}};
    if (const Board *board = state.find(due.board))
        entry.board = board->name;
    if (const Kpi *kpi = state.find(KpiId(due.subject.id)))
        entry.definition = kpi->definition;
    entry.last = row.update.date.isValid() ? Words::last(row.value, dayInWords(row.update.date, day))
                                           : Words::noneYet();
    return entry;
}

qint64 idOf(const DueRow &due)
{
    return due.part.isValid() ? due.part.value() : due.subject.id;
}

} // namespace

QList<DueEntry> dueEntries(const WorkingSet &state, PersonId person, BoardId board, QDate day)
{
    QList<DueEntry> entries;
    BoardId read;
    QList<BoardBranch> branches;
    RowsById rows;
    for (const DueRow &due : dueRows(state, person, day)) {
        if (board.isValid() && due.board != board)
            continue;
        if (due.board != read) {
            read = due.board;
            branches = rowsOf(state, person, read, day);
            rows.clear();
            gather(branches, rows);
        }
        if (const BoardRow *row = rows.value(idOf(due)); row && row->isEditable)
            entries.append(entryOf(state, due, *row, day));
    }
    return entries;
}

DueEntry refreshed(const WorkingSet &state, PersonId person, const DueEntry &entry, QDate day)
{
    const QList<BoardBranch> branches = rowsOf(state, person, entry.due.board, day);
    RowsById rows;
    gather(branches, rows);
    const BoardRow *row = rows.value(idOf(entry.due));
    return row ? entryOf(state, entry.due, *row, day) : entry;
}

} // namespace milepost
