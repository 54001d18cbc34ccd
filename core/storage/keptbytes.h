// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keptwrite.h"

#include <optional>

namespace milepost::keptbytes {

/// A kept write as bytes: CBOR, with each row in its canonical form.
QByteArray from(const KeptWrite &write);

/// Nothing if these are no such bytes. Of a write that this program does not understand, because a newer one
/// kept it, at least the id and the author.
std::optional<KeptWrite> read(const QByteArray &bytes);

} // namespace milepost::keptbytes
