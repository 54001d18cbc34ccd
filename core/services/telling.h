// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/domain/workingset.h"
#include "core/services/history.h"

namespace milepost {

class Engine;

/// What the journal tells about values and acts. All run on the database thread.
namespace telling {

Result<History> historyOf(const Engine &engine, const Series &series);
Result<History> historyOf(const Engine &engine, const QList<const CheckIn *> &checkIns);
/// The name of what an act of the person's own is about, also if it is no longer there; "" if they may not
/// see it now.
Result<QString> nameToShow(const Engine &engine, const WorkingSet &state, PersonId person, qint64 subject);
/// Entries after \p since, without those about boards that the person may not see.
Result<QList<LogEntry>> log(const Engine &engine, const WorkingSet &state, PersonId person, qint64 since);

} // namespace telling

} // namespace milepost
