// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/demo/demoplan.h"

namespace milepost::demonames {

/// Unique for every number from 0 to 9,999; the first 24 are the cast of the handmade boards.
QString person(int number);
/// The team of a handmade person.
DemoTeam teamOf(int number);

QString team(DemoTeam team);
/// A team beyond the handmade ones; unique for every number from 0 to 1,599.
QString extraTeam(int number);
/// A board beyond the handmade ones; unique for every number.
QString extraBoard(int number);
/// A KPI beyond the handmade ones: ten consecutive positions on a board have different names.
KpiPlan extraKpi(int board, int position);

} // namespace milepost::demonames
