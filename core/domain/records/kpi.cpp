// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/kpi.h"

namespace milepost {

const RecordType<Kpi> &Kpi::type()
{
    static const RecordType<Kpi> type(12, "kpi",
                                      {
                                          clearField<&Kpi::board>(1, "board_id").required().refersTo("board"),
                                          contentField<&Kpi::name>(2, "name").required(),
                                          contentField<&Kpi::unit>(3, "unit"),
                                          contentField<&Kpi::direction>(4, "good"),
                                          contentField<&Kpi::cadence>(5, "cadence"),
                                          contentField<&Kpi::aggregate>(6, "aggregate"),
                                          contentField<&Kpi::amber>(7, "amber"),
                                          contentField<&Kpi::owners>(8, "owners"),
                                          contentField<&Kpi::definition>(9, "definition"),
                                          contentField<&Kpi::source>(10, "source"),
                                          contentField<&Kpi::nature>(11, "nature"),
                                          contentField<&Kpi::timing>(12, "timing"),
                                          contentField<&Kpi::guardrail>(13, "guardrail_id").refersTo("kpi"),
                                          contentField<&Kpi::formula>(14, "formula"),
                                          contentField<&Kpi::position>(15, "position"),
                                          contentField<&Kpi::archived>(16, "archived"),
                                      },
                                      {"board_id"});
    return type;
}

} // namespace milepost
