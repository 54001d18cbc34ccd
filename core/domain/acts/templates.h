// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/boards.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/people.h"

namespace milepost {

/// A point of a phased target curve, by the share of the cycle that is over rather than by date.
struct TemplatePhase
{
    double at = 0;       ///< 0: the cycle's first day, 1: its last
    double expected = 0; ///< 0 to 1
    friend bool operator==(const TemplatePhase &, const TemplatePhase &) = default;
};

/// A key result without anything of one workspace: its record has no id, owner or date.
struct TemplateKeyResult
{
    KeyResult keyResult = {};
    QList<MilestonePart> parts = {};
    QString kpi = {}; ///< the name of the template's KPI that drives it
    QList<TemplatePhase> phases = {};
    friend bool operator==(const TemplateKeyResult &, const TemplateKeyResult &) = default;
};

struct TemplateObjective
{
    Objective objective = {};
    QList<TemplateKeyResult> keyResults = {};
    friend bool operator==(const TemplateObjective &, const TemplateObjective &) = default;
};

struct TemplateKpi
{
    Kpi kpi = {};
    std::optional<Target> target = {};
    QString guardrail = {}; ///< the name of the template's KPI that keeps this one honest
    friend bool operator==(const TemplateKpi &, const TemplateKpi &) = default;
};

/// A board as it may be made again anywhere: what is wanted and what is watched, without values, people and
/// dates.
struct BoardTemplate
{
    QString name = {};
    QString summary = {};     ///< what it is for, in a line
    QString advice = {};      ///< what not to do with it
    QString description = {}; ///< of the board that is made
    QList<TemplateObjective> objectives = {};
    QList<TemplateKpi> kpis = {};

    /// Objectives, key results, parts and KPIs together.
    qsizetype rowCount() const;
    friend bool operator==(const BoardTemplate &, const BoardTemplate &) = default;
};

/// More rows than this are no template.
constexpr qsizetype kMostTemplateRows = 2000;

/// A new board with all that the template has, in one entry. Whoever makes it owns it, its objectives and its
/// KPIs. Errors as addBoard(), addCycle() and those that add what is on it; TemplateTooLarge.
struct AddFromTemplate
{
    AddBoard board = {};
    BoardTemplate content = {};
    std::optional<AddCycle> newCycle = {}; ///< made with it, and then the board's
};
Result<Draft> addFromTemplate(Situation &in, const AddFromTemplate &request);

/// What of a template breaks a rule, and where: "objectives 2 / keyResults 1", counted from 1.
struct TemplateFault
{
    QString place = {}; ///< "" for the template as a whole
    Error error = {};
};
std::optional<TemplateFault> faultIn(const BoardTemplate &content);

/// The ids that making it takes at most.
qint64 idsNeededBy(const BoardTemplate &content);

/// What can be made again of a board; archived rows are left out. For whoever sees the board. A driver or
/// guardrail on another board is left out too. NameUnknown, TemplateTooLarge.
Result<BoardTemplate> templateOf(const WorkingSet &state, PersonId asker, BoardId id, QDate today);

} // namespace milepost
