// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/words.h"

namespace milepost {

enum class Visibility { Public, Private };
enum class Role { Viewer, Commenter, Editor, Owner }; ///< ascending: each may do what those before it may
enum class ObjectiveKind { Committed, Aspirational };
enum class KeyResultKind { Reach, Above, Below, Between, Milestone, Baseline };
enum class Cadence { Day, Week, Month, Quarter, Year };
enum class Direction { Up, Down, Band, Neutral }; ///< which way a KPI is good
enum class Aggregate { Last, Sum, Mean, Ratio };  ///< how a KPI's values make one value of a longer period
enum class Nature { Unsaid, Output, Process };
enum class Timing { Unsaid, Leading, Lagging };

MILEPOST_WORDS(Visibility, {Visibility::Public, "public"}, {Visibility::Private, "private"})
MILEPOST_WORDS(Role, {Role::Viewer, "viewer"}, {Role::Commenter, "commenter"}, {Role::Editor, "editor"},
               {Role::Owner, "owner"})
MILEPOST_WORDS(ObjectiveKind, {ObjectiveKind::Committed, "committed"},
               {ObjectiveKind::Aspirational, "aspirational"})
MILEPOST_WORDS(KeyResultKind, {KeyResultKind::Reach, "reach"}, {KeyResultKind::Above, "above"},
               {KeyResultKind::Below, "below"}, {KeyResultKind::Between, "between"},
               {KeyResultKind::Milestone, "milestone"}, {KeyResultKind::Baseline, "baseline"})
MILEPOST_WORDS(Cadence, {Cadence::Day, "day"}, {Cadence::Week, "week"}, {Cadence::Month, "month"},
               {Cadence::Quarter, "quarter"}, {Cadence::Year, "year"})
MILEPOST_WORDS(Direction, {Direction::Up, "up"}, {Direction::Down, "down"}, {Direction::Band, "band"},
               {Direction::Neutral, "neutral"})
MILEPOST_WORDS(Aggregate, {Aggregate::Last, "last"}, {Aggregate::Sum, "sum"}, {Aggregate::Mean, "mean"},
               {Aggregate::Ratio, "ratio"})
MILEPOST_WORDS(Nature, {Nature::Unsaid, "unsaid"}, {Nature::Output, "output"}, {Nature::Process, "process"})
MILEPOST_WORDS(Timing, {Timing::Unsaid, "unsaid"}, {Timing::Leading, "leading"}, {Timing::Lagging, "lagging"})

} // namespace milepost
