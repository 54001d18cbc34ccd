// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/fieldtexts.h"

namespace milepost {

// What of each kind of thing can be edited, in the order in which a person would fill it (units before the
// numbers that are read by them).

/// One editable field: its name, and how a text gets into the record.
template<class Record>
struct Editable
{
    const char *name;
    Done (*set)(const Situation &, Record &, const QString &);
};

template<class Record>
struct Editables;

template<>
struct Editables<Board>
{
    static constexpr Editable<Board> kFields[] = {
        {"name",
         [](const Situation &, Board &board, const QString &text) { return readName(text, board.name); }},
        {"description", [](const Situation &, Board &board,
                           const QString &text) { return readText(text, board.description); }},
        {"cycle",
         [](const Situation &in, Board &board, const QString &text) {
             return readReference(in, text, Named::Kind::Cycle, board.cycle);
         }},
        {"visibility", [](const Situation &, Board &board,
                          const QString &text) { return readChoice(text, board.visibility); }},
        {"archived",
         [](const Situation &, Board &board, const QString &text) { return readFlag(text, board.archived); }},
    };
};

template<>
struct Editables<Objective>
{
    static constexpr Editable<Objective> kFields[] = {
        {"title",
         [](const Situation &, Objective &one, const QString &text) { return readName(text, one.title); }},
        {"why",
         [](const Situation &, Objective &one, const QString &text) { return readText(text, one.why); }},
        {"kind",
         [](const Situation &, Objective &one, const QString &text) { return readChoice(text, one.kind); }},
        {"weight", [](const Situation &, Objective &one,
                      const QString &text) { return readNumber(text, {}, one.weight); }},
        {"owner", [](const Situation &in, Objective &one,
                     const QString &text) { return readOwners(in, text, one.owners); }},
        {"parent",
         [](const Situation &in, Objective &one, const QString &text) {
             return readReference(in, text, Named::Kind::Objective, one.parent);
         }},
        {"grade", [](const Situation &, Objective &one,
                     const QString &text) { return readNumber(text, {}, one.grade); }},
        {"archived",
         [](const Situation &, Objective &one, const QString &text) { return readFlag(text, one.archived); }},
    };
};

template<>
struct Editables<KeyResult>
{
    static constexpr Editable<KeyResult> kFields[] = {
        {"title",
         [](const Situation &, KeyResult &one, const QString &text) { return readName(text, one.title); }},
        {"kind",
         [](const Situation &, KeyResult &one, const QString &text) { return readChoice(text, one.kind); }},
        {"unit",
         [](const Situation &, KeyResult &one, const QString &text) { return readText(text, one.unit); }},
        {"from", [](const Situation &, KeyResult &one,
                    const QString &text) { return readNumber(text, one.unit, one.start); }},
        {"to", [](const Situation &, KeyResult &one,
                  const QString &text) { return readNumber(text, one.unit, one.target); }},
        {"low", [](const Situation &, KeyResult &one,
                   const QString &text) { return readNumber(text, one.unit, one.low); }},
        {"high", [](const Situation &, KeyResult &one,
                    const QString &text) { return readNumber(text, one.unit, one.high); }},
        {"commit", [](const Situation &, KeyResult &one,
                      const QString &text) { return readNumber(text, one.unit, one.commit); }},
        {"stretch", [](const Situation &, KeyResult &one,
                       const QString &text) { return readNumber(text, one.unit, one.stretch); }},
        {"cadence", [](const Situation &, KeyResult &one,
                       const QString &text) { return readChoice(text, one.cadence); }},
        {"weight", [](const Situation &, KeyResult &one,
                      const QString &text) { return readNumber(text, {}, one.weight); }},
        {"owner", [](const Situation &in, KeyResult &one,
                     const QString &text) { return readOwners(in, text, one.owners); }},
        {"kpi", [](const Situation &in, KeyResult &one,
                   const QString &text) { return readReference(in, text, Named::Kind::Kpi, one.kpi); }},
        {"phases",
         [](const Situation &, KeyResult &one, const QString &text) { return readPhases(text, one.phases); }},
        {"archived",
         [](const Situation &, KeyResult &one, const QString &text) { return readFlag(text, one.archived); }},
    };
};

template<>
struct Editables<MilestonePart>
{
    static constexpr Editable<MilestonePart> kFields[] = {
        {"title", [](const Situation &, MilestonePart &one,
                     const QString &text) { return readName(text, one.title); }},
        {"weight", [](const Situation &, MilestonePart &one,
                      const QString &text) { return readNumber(text, {}, one.weight); }},
    };
};

template<>
struct Editables<Kpi>
{
    static constexpr Editable<Kpi> kFields[] = {
        {"name", [](const Situation &, Kpi &one, const QString &text) { return readName(text, one.name); }},
        {"unit", [](const Situation &, Kpi &one, const QString &text) { return readText(text, one.unit); }},
        {"good",
         [](const Situation &, Kpi &one, const QString &text) { return readChoice(text, one.direction); }},
        {"cadence",
         [](const Situation &, Kpi &one, const QString &text) { return readChoice(text, one.cadence); }},
        {"aggregate",
         [](const Situation &, Kpi &one, const QString &text) { return readChoice(text, one.aggregate); }},
        {"amber", [](const Situation &, Kpi &one,
                     const QString &text) { return readNumber(text, one.unit, one.amber); }},
        {"owner",
         [](const Situation &in, Kpi &one, const QString &text) { return readOwners(in, text, one.owners); }},
        {"definition",
         [](const Situation &, Kpi &one, const QString &text) { return readText(text, one.definition); }},
        {"source",
         [](const Situation &, Kpi &one, const QString &text) { return readText(text, one.source); }},
        {"nature",
         [](const Situation &, Kpi &one, const QString &text) { return readChoice(text, one.nature); }},
        {"timing",
         [](const Situation &, Kpi &one, const QString &text) { return readChoice(text, one.timing); }},
        {"guardrail",
         [](const Situation &in, Kpi &one, const QString &text) {
             return readReference(in, text, Named::Kind::Kpi, one.guardrail);
         }},
        {"archived",
         [](const Situation &, Kpi &one, const QString &text) { return readFlag(text, one.archived); }},
    };
};

template<>
struct Editables<Action>
{
    static constexpr Editable<Action> kFields[] = {
        {"title",
         [](const Situation &, Action &one, const QString &text) { return readName(text, one.title); }},
        {"owner",
         [](const Situation &in, Action &one, const QString &text) {
             return readReference(in, text, Named::Kind::Person, one.owner);
         }},
        {"due", [](const Situation &, Action &one, const QString &text) { return readDate(text, one.due); }},
        {"done",
         [](const Situation &, Action &one, const QString &text) { return readFlag(text, one.done); }},
        {"note",
         [](const Situation &, Action &one, const QString &text) { return readText(text, one.note); }},
    };
};

template<>
struct Editables<Person>
{
    static constexpr Editable<Person> kFields[] = {
        {"name",
         [](const Situation &, Person &one, const QString &text) { return readName(text, one.name); }},
        {"nickname",
         [](const Situation &, Person &one, const QString &text) { return readText(text, one.nickname); }},
        {"team", [](const Situation &in, Person &one,
                    const QString &text) { return readTeams(in, text, one.teams); }},
    };
};

template<>
struct Editables<Team>
{
    static constexpr Editable<Team> kFields[] = {
        {"name", [](const Situation &, Team &one, const QString &text) { return readName(text, one.name); }},
        {"parent",
         [](const Situation &in, Team &one, const QString &text) {
             return readReference(in, text, Named::Kind::Team, one.parent);
         }},
    };
};

template<>
struct Editables<Cycle>
{
    static constexpr Editable<Cycle> kFields[] = {
        {"name", [](const Situation &, Cycle &one, const QString &text) { return readName(text, one.name); }},
        {"from", [](const Situation &, Cycle &one, const QString &text) { return readDate(text, one.from); }},
        {"to", [](const Situation &, Cycle &one, const QString &text) { return readDate(text, one.to); }},
    };
};

/// The names of a record's editable fields.
template<class Record>
QStringList namesOfFields()
{
    QStringList names;
    for (const auto &field : Editables<Record>::kFields)
        names << QString::fromLatin1(field.name);
    return names;
}

} // namespace milepost
