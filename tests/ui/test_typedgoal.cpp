// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/models/typedgoal.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kGerman(QLocale::German, QLocale::Germany);

TypedGoal reach(double from, double to, const QString &unit = {})
{
    TypedGoal goal;
    goal.kind = KeyResultKind::Reach;
    goal.start = from;
    goal.target = to;
    goal.unit = unit;
    return goal;
}

TypedGoal threshold(KeyResultKind kind, double target, const QString &unit = {})
{
    TypedGoal goal;
    goal.kind = kind;
    goal.target = target;
    goal.unit = unit;
    return goal;
}

TypedGoal between(double low, double high, const QString &unit = {})
{
    TypedGoal goal;
    goal.kind = KeyResultKind::Between;
    goal.low = low;
    goal.high = high;
    goal.unit = unit;
    return goal;
}

} // namespace

TEST_CASE("a goal is understood as it is typed", "[goal]")
{
    struct Case
    {
        QString from;
        QString to;
        TypedGoal goal;
    };
    const auto [from, to, goal] = GENERATE(values<Case>({
        {u"62"_s, u"75"_s, reach(62, 75)},
        {u"62%"_s, u"75 %"_s, reach(0.62, 0.75, u"%"_s)},
        {u"62"_s, u"75%"_s, reach(0.62, 0.75, u"%"_s)},
        {u""_s, u"75"_s, reach(0, 75)},
        {u"62% -> 75%"_s, u""_s, reach(0.62, 0.75, u"%"_s)},
        {u"62 75"_s, u""_s, reach(62, 75)},
        {u"62 to 75 min"_s, u""_s, reach(62, 75, u"min"_s)},
        {u"90 min \u2192 60 min"_s, u""_s, reach(90, 60, u"min"_s)},
        {u"-5"_s, u"5"_s, reach(-5, 5)},
        {u"75"_s, u""_s, reach(0, 75)},
        {u"\u20ac1,200"_s, u"\u20ac1,500.5"_s, reach(1200, 1500.5, u"\u20ac"_s)},
        {u">= 4.2"_s, u""_s, threshold(KeyResultKind::Above, 4.2)},
        {u"\u2265 99.9 %"_s, u""_s, threshold(KeyResultKind::Above, 0.999, u"%"_s)},
        {u"<= 60 min"_s, u""_s, threshold(KeyResultKind::Below, 60, u"min"_s)},
        {u"40-60"_s, u""_s, between(40, 60)},
        {u"40 \u2013 60 min"_s, u""_s, between(40, 60, u"min"_s)},
    }));
    CAPTURE(from, to);

    const Result<TypedGoal> typed = typedGoal(from, to, kBritish);

    REQUIRE(typed);
    CHECK(typed->kind == goal.kind);
    CHECK(*typed == goal);
}

TEST_CASE("done is a milestone, and nothing is to get a first value", "[goal]")
{
    CHECK(typedGoal(u"Done"_s, {}, kBritish)->kind == KeyResultKind::Milestone);
    CHECK(typedGoal(u" "_s, {}, kBritish)->kind == KeyResultKind::Baseline);
}

TEST_CASE("goals are typed in the signs of one's country", "[goal]")
{
    CHECK(*typedGoal(u"1,5"_s, u"1.200,5"_s, kGerman) == reach(1.5, 1200.5));
    CHECK_FALSE(typedGoal(u"1.5"_s, u"2"_s, kGerman));
}

TEST_CASE("what is no goal is refused", "[goal]")
{
    for (const QString &text : {u"soon"_s, u"1 2 3"_s, u"=5"_s, u">= 4 5"_s})
        CHECK_FALSE(typedGoal(text, {}, kBritish));
    CHECK_FALSE(typedGoal(u"62"_s, u"soon"_s, kBritish));
    CHECK_FALSE(typedGoal(u"x"_s, u"5"_s, kBritish));
    CHECK(typedGoal(u"60-40"_s, {}, kBritish).error().code == Error::Code::RangeReversed);
}

TEST_CASE("a goal is said in words while it is typed", "[goal]")
{
    CHECK(inWords(reach(0.62, 0.75, u"%"_s), kBritish) == u"from 62\u202f% to 75\u202f%"_s);
    CHECK(inWords(threshold(KeyResultKind::Below, 60, u"min"_s), kBritish) ==
          u"stay at 60\u202fmin or less"_s);
    CHECK(inWords(between(40, 60), kBritish) == u"stay within 40\u201360"_s);
    CHECK(inWords(TypedGoal(), kBritish) == u"get a first value"_s);
}

TEST_CASE("a KPI's target says which way is good", "[goal]")
{
    CHECK(typedKpi(u"A"_s, u"<= 60 min"_s, kBritish)->kpi.direction == Direction::Down);
    CHECK(typedKpi(u"A"_s, u"<= 60 min"_s, kBritish)->target->value == 60);
    CHECK(typedKpi(u"A"_s, u"75 %"_s, kBritish)->kpi.direction == Direction::Up);
    CHECK(typedKpi(u"A"_s, u"75 %"_s, kBritish)->target->value == 0.75);
    CHECK(typedKpi(u"A"_s, u"40-60"_s, kBritish)->kpi.direction == Direction::Band);
    CHECK_FALSE(typedKpi(u"A"_s, {}, kBritish)->target);
    CHECK_FALSE(typedKpi(u"A"_s, u"1 2"_s, kBritish));
    CHECK(inWords(*typedKpi(u"A"_s, u"<= 60 min"_s, kBritish), kBritish) == u"target \u2264 60\u202fmin"_s);
}
