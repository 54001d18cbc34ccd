// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/grade.h"
#include "core/domain/figures/pace.h"
#include "core/domain/figures/progress.h"
#include "core/domain/figures/weightedmean.h"
#include "tests/support/printing.h"

#include <cmath>
#include <limits>

using namespace milepost;

namespace {

const Period kQuarter{QDate(2026, 1, 1), QDate(2026, 3, 31)};

} // namespace

TEST_CASE("progress of a reach is the part of the way that is gone", "[progress]")
{
    CHECK(reachProgress(25, {0, 100}) == 0.25);
    CHECK(reachProgress(100, {0, 100}) == 1);
    CHECK(reachProgress(-5, {-10, 10}) == 0.25);
    CHECK(reachProgress(0.06, {0.05, 0.09}) == Approx(0.25));
}

TEST_CASE("lower is better in progress: falling targets come right by themselves", "[progress]")
{
    CHECK(reachProgress(12, {12, 4}) == 0);
    CHECK(reachProgress(10, {12, 4}) == 0.25);
    CHECK(reachProgress(4, {12, 4}) == 1);
    CHECK(reachProgress(-15, {-10, -30}) == 0.25);
}

TEST_CASE("below the start is not hidden, nor past the target", "[progress]")
{
    CHECK(reachProgress(-50, {0, 100}) == -0.5);
    CHECK(reachProgress(150, {0, 100}) == 1.5);
    CHECK(reachProgress(14, {12, 4}) == -0.25);
    CHECK(clampedProgress(-0.5) == 0);
    CHECK(clampedProgress(1.5) == 1);
}

TEST_CASE("a start equal to the target is 1 if met, else 0, and never NaN", "[progress]")
{
    CHECK(reachProgress(5, {5, 5}) == 1);
    CHECK(reachProgress(6, {5, 5}) == 1);
    CHECK(reachProgress(4, {5, 5}) == 0);
    CHECK(reachProgress(0, {0, 0}) == 1);
    CHECK(reachProgress(4, {5, 5, true}) == 1);
    CHECK(reachProgress(6, {5, 5, true}) == 0);
}

TEST_CASE("progress is finite for the largest and the smallest numbers", "[progress]")
{
    constexpr double kMost = std::numeric_limits<double>::max();
    constexpr double kLeast = std::numeric_limits<double>::denorm_min();

    CHECK(reachProgress(0, {-kMost, kMost}) == 0.5);
    CHECK(reachProgress(kMost, {-kMost, kMost}) == 1);
    CHECK(std::isfinite(reachProgress(kMost, {0, kLeast})));
    CHECK(std::isfinite(reachProgress(-kMost, {0, kLeast})));
    CHECK(reachProgress(kMost, {-kMost, 0}) == 2);
}

TEST_CASE("no progress is 0 and not minus 0", "[progress]")
{
    CHECK_FALSE(std::signbit(reachProgress(12, {12, 4})));
}

TEST_CASE("three levels count 0.3, 0.7 and 1.0, and are linear between", "[progress]")
{
    const Levels levels{0, 30, 70, 120};

    CHECK(levelProgress(0, levels) == 0);
    CHECK(levelProgress(15, levels) == Approx(0.15));
    CHECK(levelProgress(30, levels) == 0.3);
    CHECK(levelProgress(50, levels) == Approx(0.5));
    CHECK(levelProgress(70, levels) == 0.7);
    CHECK(levelProgress(95, levels) == Approx(0.85));
    CHECK(levelProgress(120, levels) == 1);
    CHECK(levelProgress(-10, levels) == Approx(-0.1));
    CHECK(levelProgress(220, levels) == Approx(1.6));
}

TEST_CASE("lower is better in three levels", "[progress]")
{
    const Levels levels{100, 80, 60, 50, true};

    CHECK(levelProgress(100, levels) == 0);
    CHECK(levelProgress(90, levels) == Approx(0.15));
    CHECK(levelProgress(80, levels) == 0.3);
    CHECK(levelProgress(70, levels) == Approx(0.5));
    CHECK(levelProgress(60, levels) == 0.7);
    CHECK(levelProgress(50, levels) == 1);
    CHECK(levelProgress(110, levels) == Approx(-0.15));
}

TEST_CASE("levels that coincide make a step, never NaN", "[progress]")
{
    const Levels same{5, 5, 5, 5};
    const Levels startAtCommit{10, 10, 20, 30};
    const Levels targetAtStretch{0, 10, 20, 20};

    CHECK(levelProgress(4, same) == 0);
    CHECK(levelProgress(5, same) == 1);
    CHECK(levelProgress(9, startAtCommit) == 0);
    CHECK(levelProgress(10, startAtCommit) == 0.3);
    CHECK(levelProgress(19, targetAtStretch) == Approx(0.66));
    CHECK(levelProgress(20, targetAtStretch) == 1);
    CHECK(levelProgress(25, targetAtStretch) == 1);
}

TEST_CASE("a stay kind is met or not at each due check-in, and a missing one is not met", "[progress]")
{
    const auto januaryAndMarch = [](const Period &period) -> std::optional<double> {
        if (period.from.month() == 1)
            return 10;
        return period.from.month() == 3 ? std::optional(4.0) : std::nullopt;
    };

    const QList<DueCheckIn> due =
        dueCheckIns(kQuarter, Cadence::Month, QDate(2026, 4, 1), {5, {}}, januaryAndMarch);

    REQUIRE(due.size() == 3);
    CHECK(due[0].isMet);
    CHECK_FALSE(due[1].isMet);
    CHECK(due[1].value == std::nullopt);
    CHECK_FALSE(due[2].isMet);
    CHECK(due[2].value == 4);
    CHECK(*periodScore(due) == Approx(1.0 / 3));
}

TEST_CASE("the running period is due only once it has a value", "[progress]")
{
    const auto nothing = [](const Period &) -> std::optional<double> { return std::nullopt; };
    const auto always = [](const Period &) -> std::optional<double> { return 7; };
    const auto dueBy = [&](QDate day, const auto &values) {
        return dueCheckIns(kQuarter, Cadence::Month, day, {5, {}}, values).size();
    };

    CHECK(dueBy(QDate(2026, 1, 31), nothing) == 0);
    CHECK(dueBy(QDate(2026, 1, 31), always) == 1);
    CHECK(dueBy(QDate(2026, 2, 1), nothing) == 1);
    CHECK(dueBy(QDate(2026, 2, 1), always) == 2);
    CHECK(dueBy(QDate(2026, 3, 31), nothing) == 2);
    CHECK(dueBy(QDate(2027, 1, 1), nothing) == 3);
    CHECK(dueBy(QDate(2025, 12, 31), always) == 0);
}

TEST_CASE("periods are cut to the cycle", "[progress]")
{
    const Period cycle{QDate(2026, 1, 15), QDate(2026, 2, 10)};
    const auto nothing = [](const Period &) -> std::optional<double> { return std::nullopt; };

    const QList<DueCheckIn> due = dueCheckIns(cycle, Cadence::Month, QDate(2026, 2, 11), {5, {}}, nothing);

    REQUIRE(due.size() == 2);
    CHECK(due[0].period == Period{QDate(2026, 1, 15), QDate(2026, 1, 31)});
    CHECK(due[1].period == Period{QDate(2026, 2, 1), QDate(2026, 2, 10)});
}

TEST_CASE("a stay kind without a due check-in has no score, which is not 0", "[progress]")
{
    CHECK(periodScore({}) == std::nullopt);
}

TEST_CASE("an objective is the weighted mean, and an absent weight counts as 1", "[progress]")
{
    CHECK(*weightedMean({{0.2, 1.0}, {0.8, 3.0}}) == Approx(0.65));
    CHECK(*weightedMean({{0.2, {}}, {0.8, 3.0}}) == Approx(0.65));
    CHECK(*weightedMean({{0.2, 0.0}, {0.8, 3.0}}) == 0.8);
}

TEST_CASE("all weights 0 are equal weights", "[progress]")
{
    CHECK(*weightedMean({{0.2, 0.0}, {0.6, 0.0}}) == Approx(0.4));
}

TEST_CASE("the mean of nothing is no data, not 0", "[progress]")
{
    CHECK(weightedMean({}) == std::nullopt);
}

TEST_CASE("a mean never leaves what it is of, nor overflows", "[progress]")
{
    CHECK(*weightedMean({{0.1, 3.0}, {0.1, 0.7}, {0.1, 0.1}}) == 0.1);
    CHECK(*weightedMean({{1, 1e308}, {0, 1e308}}) == 0.5);
    CHECK(*weightedMean({{1, 5e-324}, {0, 5e-324}}) == 0.5);
}

TEST_CASE("expected progress is the elapsed part of the cycle, its first day included", "[pace]")
{
    CHECK(expectedProgress(kQuarter, QDate(2025, 12, 1)) == 0);
    CHECK(expectedProgress(kQuarter, QDate(2025, 12, 31)) == 0);
    CHECK(expectedProgress(kQuarter, QDate(2026, 1, 1)) == Approx(1.0 / 90));
    CHECK(expectedProgress(kQuarter, QDate(2026, 2, 14)) == 0.5);
    CHECK(expectedProgress(kQuarter, QDate(2026, 3, 31)) == 1);
    CHECK(expectedProgress(kQuarter, QDate(2026, 5, 1)) == 1);
    CHECK(expectedProgress(Period{QDate(2026, 1, 1), QDate(2026, 1, 1)}, QDate(2026, 1, 1)) == 1);
}

TEST_CASE("a cycle that is not there has no days", "[pace]")
{
    Cycle reversed;
    reversed.from = QDate(2026, 3, 31);
    reversed.to = QDate(2026, 1, 1);

    CHECK(spanOf(nullptr) == std::nullopt);
    CHECK(spanOf(&reversed) == std::nullopt);
}

TEST_CASE("a phased target curve takes the place of the elapsed part", "[pace]")
{
    const QList<Phase> phases{{QDate(2026, 3, 1), 0.8}, {QDate(2026, 1, 30), 0.2}};
    const auto expected = [&phases](QDate day) { return expectedProgress(kQuarter, phases, day); };

    CHECK(expected(QDate(2025, 12, 31)) == 0);
    CHECK(expected(QDate(2020, 1, 1)) == 0);
    CHECK(expected(QDate(2026, 1, 15)) == Approx(0.1));
    CHECK(expected(QDate(2026, 1, 30)) == 0.2);
    CHECK(expected(QDate(2026, 2, 14)) == Approx(0.5));
    CHECK(expected(QDate(2026, 3, 1)) == 0.8);
    CHECK(expected(QDate(2026, 3, 16)) == Approx(0.9));
    CHECK(expected(QDate(2026, 3, 31)) == 1);
    CHECK(expected(QDate(2026, 12, 31)) == 1);
    CHECK(expectedProgress(kQuarter, {}, QDate(2026, 2, 14)) == 0.5);
}

TEST_CASE("a curve that says what is expected at the end is believed", "[pace]")
{
    const QList<Phase> phases{{QDate(2026, 3, 31), 0.7}};

    CHECK(expectedProgress(kQuarter, phases, QDate(2026, 2, 14)) == Approx(0.35));
    CHECK(expectedProgress(kQuarter, phases, QDate(2026, 3, 31)) == 0.7);
}

TEST_CASE("the pace gap is progress less what is expected", "[pace]")
{
    CHECK(*paceGap(0.3, 0.5) == Approx(-0.2));
    CHECK(paceGap(std::nullopt, 0.5) == std::nullopt);
    CHECK(paceGap(0.5, std::nullopt) == std::nullopt);
}

TEST_CASE("the bands of the pace include their ends, whatever the noise", "[pace]")
{
    CHECK(statusOf(0.5, 0.5) == Status::OnTrack);
    CHECK(statusOf(0.3, 0.5) == Status::OnTrack);
    CHECK(statusOf(0.1, 0.3) == Status::OnTrack);
    CHECK(statusOf(0.29, 0.5) == Status::Behind);
    CHECK(statusOf(0.1, 0.5) == Status::Behind);
    CHECK(statusOf(0.3, 0.7) == Status::Behind);
    CHECK(statusOf(0.09, 0.5) == Status::AtRisk);
    CHECK(statusOf(0.4, 0.5, PaceBands{-0.05, -0.2}) == Status::Behind);
}

TEST_CASE("without a cycle progress alone is on track, and without data there is no status", "[pace]")
{
    CHECK(statusOf(0, std::nullopt) == Status::OnTrack);
    CHECK(statusOf(std::nullopt, 0.9) == Status::NoData);
}

TEST_CASE("a grade is proposed in tenths from progress", "[grade]")
{
    CHECK(proposedGrade(0.0) == 0.0);
    CHECK(proposedGrade(0.64) == 0.6);
    CHECK(proposedGrade(0.65) == 0.7);
    CHECK(proposedGrade(0.1 + 0.2 - 0.05) == 0.3);
    CHECK(proposedGrade(1.0) == 1.0);
    CHECK(proposedGrade(1.7) == 1.0);
    CHECK(proposedGrade(-0.4) == 0.0);
    CHECK(proposedGrade(std::nullopt) == std::nullopt);
}

TEST_CASE("0.7 is a success for an aspirational objective, and not for a committed one", "[grade]")
{
    CHECK(isSuccess(0.7, ObjectiveKind::Aspirational));
    CHECK_FALSE(isSuccess(0.6, ObjectiveKind::Aspirational));
    CHECK_FALSE(isSuccess(0.9, ObjectiveKind::Committed));
    CHECK(isSuccess(1.0, ObjectiveKind::Committed));
}
