// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/choices.h"
#include "core/domain/rowstep.h"
#include "core/domain/workingset.h"
#include "ui/words/actwords.h"

#include <QDate>
#include <QStringList>

namespace milepost {

/// What it takes to tell of a step: how the thing's numbers are written, what ids are called, and what day it
/// is.
struct StepReading
{
    QString unit = {};
    Direction direction = Direction::Neutral;
    NameOf nameOf = {};
    QDate today = {};
};

/// How the numbers of a KPI or key result are written; nothing is called anything yet.
StepReading readingOf(const WorkingSet &state, qint64 thing);

/// What an entry did to one row, from what to what: "Cadence: Weekly → Monthly", "58 → 60 on 3 Nov:
/// mistyped", "≥ 75 % from 1 Dec". One line for each field that people know; none where the entry's own
/// sentence says it all.
QStringList linesOf(const RowStep &step, const StepReading &reading);

} // namespace milepost
