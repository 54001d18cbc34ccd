// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lookup.h"
#include "core/domain/number.h"
#include "core/domain/records/owner.h"
#include "core/domain/records/phase.h"
#include "core/domain/situation.h"
#include "core/domain/texts.h"

namespace milepost {

// How fields are typed: each reads a text into a field, or says what is wrong with it.

Done readName(const QString &text, QString &field);
Done readText(const QString &text, QString &field);
Done readFlag(const QString &text, bool &field);
Done readNumber(const QString &text, const QString &unit, double &field);
/// "" takes the number away.
Done readNumber(const QString &text, const QString &unit, std::optional<double> &field);
/// "" takes the date away.
Done readDate(const QString &text, QDate &field);
/// "2026-10-31:0.2, 2026-11-30:0.6"
Done readPhases(const QString &text, QList<Phase> &field);
/// Names of people and teams, separated by commas.
Done readOwners(const Situation &in, const QString &text, QList<Owner> &field);
Done readTeams(const Situation &in, const QString &text, QList<TeamId> &field);

template<class Choice>
Done readChoice(const QString &text, Choice &field)
{
    const std::optional<Choice> choice = fromWord<Choice>(text);
    if (!choice)
        return Error{Error::Code::WordUnknown, QStringList{text} + allWords<Choice>()};
    field = *choice;
    return {};
}

/// The id of what is called so; "" for none.
template<class Record>
Done readReference(const Situation &in, const QString &text, Named::Kind kind, Id<Record> &field)
{
    field = {};
    if (text.isEmpty())
        return {};
    const Result<Named> named = lookUp(in.state, in.asker, text, kind);
    if (!named)
        return named.error();
    field = Id<Record>(named->id);
    return {};
}

} // namespace milepost
