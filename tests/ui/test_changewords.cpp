// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/words/changewords.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

StepReading reading()
{
    StepReading reading;
    reading.unit = u"min"_s;
    reading.direction = Direction::Down;
    reading.nameOf = [](qint64 id) { return id == 7 ? u"Anna"_s : id == 8 ? u"Backlog"_s : QString(); };
    reading.today = QDate(2026, 11, 18);
    return reading;
}

RowStep changed(const QString &table, const QVariantMap &before, const QVariantMap &after)
{
    return {table, 1, true, true, before, after};
}

} // namespace

TEST_CASE("each field that was changed is told from what to what", "[words]")
{
    const RowStep step = changed(u"kpi"_s, {{u"cadence"_s, u"week"_s}, {u"position"_s, 1.0}},
                                 {{u"owners"_s, u"p7"_s}, {u"guardrail_id"_s, 8}, {u"position"_s, 2.0}});

    CHECK(linesOf(step, reading()) == QStringList{u"Cadence: Weekly → Monthly"_s,
                                                  u"Guardrail: nothing → Backlog"_s,
                                                  u"Owners: nothing → Anna"_s});
}

TEST_CASE("what one may not see is not named in what was changed", "[words]")
{
    const RowStep step = changed(u"objective"_s, {}, {{u"parent_id"_s, 99}});

    CHECK(linesOf(step, reading()) == QStringList{u"Contributes to: nothing → something else"_s});
}

TEST_CASE("values are told with their day, and corrections with their reason", "[words]")
{
    const QVariantMap was = {{u"date"_s, u"2026-11-03"_s}, {u"value"_s, 58.0}};
    QVariantMap is = was;
    is.insert(u"value"_s, 60.0);
    is.insert(u"reason"_s, u"mistyped"_s);

    CHECK(linesOf({u"measurement"_s, 1, false, true, {}, was}, reading()) ==
          QStringList{u"58\u202fmin on 3 Nov"_s});
    CHECK(linesOf(changed(u"measurement"_s, was, is), reading()) ==
          QStringList{u"58\u202fmin → 60\u202fmin on 3 Nov: mistyped"_s});
    CHECK(linesOf({u"measurement"_s, 1, true, false, was, {}}, reading()) ==
          QStringList{u"58\u202fmin on 3 Nov is gone"_s});
}

TEST_CASE("a ratio is told as what it comes to", "[words]")
{
    const QVariantMap ratio = {{u"date"_s, u"2026-11-03"_s}, {u"numerator"_s, 30.0}, {u"denominator"_s, 2.0}};

    CHECK(linesOf({u"measurement"_s, 1, false, true, {}, ratio}, reading()) ==
          QStringList{u"15\u202fmin on 3 Nov"_s});
}

TEST_CASE("targets, comments and actions are told by what they say", "[words]")
{
    const QVariantMap target = {{u"valid_from"_s, u"2026-12-01"_s}, {u"value"_s, 45.0}};

    CHECK(linesOf({u"target"_s, 1, false, true, {}, target}, reading()) ==
          QStringList{u"≤ 45\u202fmin from 1 Dec"_s});
    CHECK(linesOf({u"comment"_s, 1, true, false, {{u"text"_s, u"hm"_s}}, {}}, reading()) ==
          QStringList{u"“hm” is gone"_s});
    CHECK(linesOf(changed(u"action"_s, {{u"title"_s, u"a"_s}}, {{u"title"_s, u"a"_s}, {u"done"_s, 1}}),
                  reading()) == QStringList{u"Done: no → yes"_s});
}
