// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/action.h"
#include "core/domain/records/board.h"
#include "core/domain/records/checkin.h"
#include "core/domain/records/comment.h"
#include "core/domain/records/cycle.h"
#include "core/domain/records/device.h"
#include "core/domain/records/grant.h"
#include "core/domain/records/keyresult.h"
#include "core/domain/records/kpi.h"
#include "core/domain/records/measurement.h"
#include "core/domain/records/migration.h"
#include "core/domain/records/milestonepart.h"
#include "core/domain/records/objective.h"
#include "core/domain/records/person.h"
#include "core/domain/records/target.h"
#include "core/domain/records/team.h"
#include "core/domain/records/workspace.h"

#include <tuple>

namespace milepost {

/// What happens to the records of one type.
template<class Record>
struct EditsOf
{
    QList<Record> added = {};
    QList<Record> changed = {}; ///< each carries the `rev` that its author saw
    QList<decltype(Record::id)> removed = {};

    bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }
    qsizetype count() const { return added.size() + changed.size() + removed.size(); }
};

/// The list of all record types: what is added here exists in the file, the journal, `verify`, `export` and
/// `restore`.
template<template<class> class Holder>
using PerRecordType =
    std::tuple<Holder<Workspace>, Holder<Migration>, Holder<Team>, Holder<Person>, Holder<Device>,
               Holder<Cycle>, Holder<Board>, Holder<Grant>, Holder<Objective>, Holder<KeyResult>,
               Holder<MilestonePart>, Holder<Kpi>, Holder<Target>, Holder<Measurement>, Holder<CheckIn>,
               Holder<Action>, Holder<Comment>>;

/// Changes to records of any type: what one write does.
class Edits
{
public:
    template<class Record>
    EditsOf<Record> &of()
    {
        return std::get<EditsOf<Record>>(m_parts);
    }
    template<class Record>
    const EditsOf<Record> &of() const
    {
        return std::get<EditsOf<Record>>(m_parts);
    }

    template<class Record>
    void add(const Record &record)
    {
        of<Record>().added.append(record);
    }
    template<class Record>
    void change(const Record &record)
    {
        of<Record>().changed.append(record);
    }
    template<class Record>
    void remove(Id<Record> id)
    {
        of<Record>().removed.append(id);
    }

    /// Calls \p visit with the EditsOf<…> of each record type, parents before children.
    template<class Visitor>
    void forEach(Visitor &&visit) const
    {
        std::apply([&visit](const auto &...part) { (visit(part), ...); }, m_parts);
    }
    template<class Visitor>
    void forEach(Visitor &&visit)
    {
        std::apply([&visit](auto &...part) { (visit(part), ...); }, m_parts);
    }

    qsizetype count() const
    {
        qsizetype sum = 0;
        forEach([&sum](const auto &part) { sum += part.count(); });
        return sum;
    }
    bool isEmpty() const { return count() == 0; }

private:
    PerRecordType<EditsOf> m_parts;
};

/// Calls \p visit with a default record of each type, as a way to name the types: visit(const Kpi &).
template<class Visitor>
void forEachRecordType(Visitor &&visit)
{
    std::apply([&visit](const auto &...record) { (visit(record), ...); },
               PerRecordType<std::type_identity_t>{});
}

} // namespace milepost
