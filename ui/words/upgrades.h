// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/upgrading.h"

namespace milepost {

/// What the next step of a workspace would bring, and who would be left behind; empty where there is none.
QString sentence(const SchemaOffer &offer);

} // namespace milepost
