// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/conflicts.h"

namespace milepost {
namespace {

template<class Record>
const Record *rowOf(const WorkingSet &state, Id<Record> id)
{
    return state.find(id);
}

// Measurements lie in the series of their KPI, by date.
const Measurement *rowOf(const WorkingSet &state, const Measurement &like)
{
    for (const Measurement &one : state.seriesOf(like.kpi).points())
        if (one.id == like.id)
            return &one;
    return nullptr;
}

template<class Record>
const Record *rowOf(const WorkingSet &state, const Record &like)
{
    return rowOf(state, like.id);
}

template<class Record>
qint64 parentOf(const Record &record)
{
    if constexpr (requires { record.parentKey(); })
        return record.parentKey();
    else
        return 0;
}

template<class Record>
bool isOpinion(const Field<Record> &field)
{
    return QByteArrayView(field.name) != QByteArrayView("position");
}

} // namespace

template<class Record>
void Seen::addOwn(const Record &own, const Record *before)
{
    const RecordType<Record> &type = Record::type();
    for (size_t i = 0; before && i < type.fields().size(); ++i)
        if (const Cell cell = type.cell(own, i); cell != type.cell(*before, i))
            m_own.insert({own.id.value(), type.fields()[i].name}, cell);
}

void Seen::add(const Edits &own, const WorkingSet &before)
{
    Edits whole;
    own.forEach([&]<class Record>(const EditsOf<Record> &part) {
        whole.of<Record>().added = part.added;
        whole.of<Record>().removed = part.removed;
        for (const Record &record : part.changed)
            addOwn(record, rowOf(before, record));
    });
    m_state.apply(whole);
}

template<class Record>
Cell Seen::seenCell(const Record &seen, size_t field) const
{
    const RecordType<Record> &type = Record::type();
    const auto own = m_own.constFind({seen.id.value(), type.fields()[field].name});
    return own == m_own.constEnd() ? type.cell(seen, field) : *own;
}

template<class Record>
bool Seen::isAsSeen(const Record &seen, const Record &fresh) const
{
    const RecordType<Record> &type = Record::type();
    for (size_t i = 0; i < type.fields().size(); ++i)
        if (isOpinion(type.fields()[i]) && seenCell(seen, i) != type.cell(fresh, i))
            return false;
    return true;
}

template<class Record>
void Seen::addConflicts(const Record &mine, const WorkingSet &fresh, QList<Conflict> &conflicts) const
{
    const Record *seen = rowOf(m_state, mine);
    const Record *theirs = rowOf(fresh, mine);
    if (!seen || !theirs)
        return;
    const RecordType<Record> &type = Record::type();
    for (size_t i = 0; i < type.fields().size(); ++i) {
        const Conflict conflict{
            type.tag(),         mine.id.value(),       parentOf(mine),     type.fields()[i].name,
            seenCell(*seen, i), type.cell(*theirs, i), type.cell(mine, i), theirs->rev};
        const bool isMine = conflict.mine != conflict.theirs;
        const bool isTheirs = conflict.theirs != conflict.seen;
        if (isMine && isTheirs && isOpinion(type.fields()[i]))
            conflicts.append(conflict);
    }
}

QList<Conflict> Seen::conflictsWith(const Edits &mine, const WorkingSet &fresh) const
{
    QList<Conflict> conflicts;
    mine.forEach([&]<class Record>(const EditsOf<Record> &part) {
        for (const Record &record : part.changed)
            addConflicts(record, fresh, conflicts);
        if constexpr (!std::is_same_v<Record, Measurement>)
            for (const Id<Record> id : part.removed) {
                const Record *seen = rowOf(m_state, id);
                const Record *theirs = rowOf(fresh, id);
                if (seen && theirs && !isAsSeen(*seen, *theirs))
                    conflicts.append(
                        {Record::type().tag(), id.value(), parentOf(*theirs), {}, {}, {}, {}, theirs->rev});
            }
    });
    return conflicts;
}

} // namespace milepost
