// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/importing.h"

namespace milepost {

/// What an import did, or would do: "12 new, 3 changed, 40 same, 2 refused (line 17: …)".
QString inWords(const ImportSummary &summary);

/// The same before it is done, with what would be made: "… 2 KPIs will be made."
QString forecast(const ImportSummary &summary, const QString &board);

} // namespace milepost
