// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/draft.h"

#include <QString>
#include <QVariantMap>

#include <functional>

namespace milepost {

/// The name of the record with an id; empty for what the reader may not see or what is not there any more.
using NameOf = std::function<QString(qint64 id)>;

/// What was done, as the journal and the undo menu say it: "Record 58 for First reply within one hour". The
/// values are the entry's: "subject" (an id as text), and where they are known "value" (text or number),
/// "count", "date" (ISO) and "act" (the word of what was undone). Without a name the sentence does without
/// it.
QString sentence(Act act, const QVariantMap &values, const NameOf &nameOf);

/// The same as a thing, for what stands after "Undo": "import of 36 values", "check-in of Churn". The values
/// are those of sentence().
QString taskName(Act act, const QVariantMap &values, const NameOf &nameOf);

} // namespace milepost
