// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

namespace milepost {

/// Writes the whole workspace as one JSON object, row by row, so that memory stays flat:
///
///     {"format": "milepost-export", "version": 1, "tables": {"person": [{"id": "123", "name": "Ann", …}, …],
///     …}}
///
/// A row holds its columns by name, empty ones left out. Nothing is lost: ids, which have up to 63 bits, are
/// written as strings, other whole numbers in full, other numbers always with a point or an exponent, texts
/// as strings, bytes as {"base64": …}. What JSON has no form for stands in an object too: {"text": …} is
/// base64 of a text that is not UTF-8, {"real": …} an infinite number.
///
/// FileExists; FileUnwritable; NotSeenWhole for someone who does not see every board; WorkspaceUnsound. The
/// file appears when it is complete.
Done exportJson(Session &session, const QString &path);

} // namespace milepost
