// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace milepost {

/// Where a file dialog begins: the user's documents, or their home where there is no such folder.
QString documentsFolder();

} // namespace milepost
