// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace milepost::bench {

void printHeading(const QString &folder, const QString &fileSystem);
void printLine(const Line &line);
void printSkipped(const QString &what, const QString &why);

} // namespace milepost::bench
