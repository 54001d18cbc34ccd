// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"
#include "core/services/history.h"

#include <QJsonObject>

namespace milepost::ctl {

/// "" for nobody who is known.
QString personName(const WorkingSet &state, PersonId id);
/// An entry of the journal, as `log` and `watch` write it.
QJsonObject jsonEntry(const WorkingSet &state, const LogEntry &entry);
/// What was done, as a sentence.
QString textOf(const LogEntry &entry);

} // namespace milepost::ctl
