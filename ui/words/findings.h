// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"

#include <QString>

namespace milepost {

/// What does not fit and where, as one sentence for people.
QString sentence(const Finding &finding);

} // namespace milepost
