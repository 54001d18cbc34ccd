// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/boardfigures.h"
#include "core/domain/figures/duerows.h"

namespace milepost {

/// A goal or a figure that does not go as it should.
struct Risk
{
    BoardId board = {};
    Subject subject = {};             ///< an objective or a KPI
    Status status = Status::NoData;   ///< of an objective: at risk or behind
    Health health = Health::NoData;   ///< of a KPI: bad
    std::optional<double> value = {}; ///< of an objective its progress, 0 to 1; of a KPI its value

    friend bool operator==(const Risk &, const Risk &) = default;
};

/// What asks for a person on a day.
struct Attention
{
    QList<DueRow> due = {};         ///< values that are due, see dueRows()
    QList<ActionId> actions = {};   ///< theirs that are late or due within kSoonDays, the earliest first
    QList<CommentId> mentions = {}; ///< of them that wait for an answer, see mentionsWaiting()
    QList<Risk> risks = {};         ///< on their boards; at risk comes before behind
    QList<BoardId> ended = {}; ///< theirs whose cycle ended in the last kGoneDays and that are left there
    qsizetype openActions = 0; ///< all of theirs that are not done

    bool isEmpty() const
    {
        return due.isEmpty() && actions.isEmpty() && mentions.isEmpty() && risks.isEmpty() && ended.isEmpty();
    }
    friend bool operator==(const Attention &, const Attention &) = default;
};

/// How many days before its date an action begins to ask.
inline constexpr int kSoonDays = 7;
/// For how many days after its end a cycle asks for the boards that are left in it.
inline constexpr int kGoneDays = 31;

/// What needs a person, on the boards that they see and that are not archived, and which boards have been
/// left in a cycle that has ended; of these nothing else asks but the values that are due of KPIs, which go
/// on. Their boards are those that they may edit. KPIs whose measurements are not loaded, and objectives
/// driven by such, are left out: of those nothing is known yet.
Attention attentionFor(const WorkingSet &state, PersonId person, QDate day);

/// The KPIs whose measurements attentionFor() would have to see to know of all risks.
QSet<KpiId> seriesForRisks(const WorkingSet &state, PersonId person, QDate day);

} // namespace milepost
