// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/goals.h"

#include <QLocale>

namespace milepost {

/// Where something shall go, as it was typed in one or two fields.
struct TypedGoal
{
    KeyResultKind kind = KeyResultKind::Baseline;
    std::optional<double> start = {};
    std::optional<double> target = {};
    std::optional<double> low = {};
    std::optional<double> high = {};
    QString unit = {};

    friend bool operator==(const TypedGoal &, const TypedGoal &) = default;
};

/// Understands "62% -> 75%", "62 75", "62" and "75" in two fields, "75" (from 0), ">= 4.2", "<= 60 min",
/// "40-60", "done", and nothing, which is to get a first value. The unit is what stands beside a number; with
/// "%" numbers are percentages. Numbers are in the signs of \p locale. NumberInvalid, RangeReversed.
Result<TypedGoal> typedGoal(const QString &from, const QString &to, const QLocale &locale = {});

/// The goal in words: "from 62 % to 75 %", "stay at 60 min or less".
QString inWords(const TypedGoal &goal, const QLocale &locale = {});

/// The key result that a goal makes, of no objective yet.
KeyResult keyResultOf(const QString &title, const TypedGoal &goal);

/// What a KPI's target says: "≥ 4.2" is good upwards, "<= 60 min" downwards, "40-60" is a band; nothing is
/// no target yet. A number by itself is good upwards.
Result<AddKpi> typedKpi(const QString &name, const QString &target, const QLocale &locale = {});

/// "target ≤ 60 min", or that there is none yet.
QString inWords(const AddKpi &request, const QLocale &locale = {});

} // namespace milepost
