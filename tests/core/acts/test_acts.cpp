// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/moving.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

/// One person, one board, one of each thing on it.
class Bench : public Desk
{
public:
    Error::Code codeOf(Decide decide) { return refused(ann, std::move(decide)).code; }
    Error::Code edit(const Named &target, const QString &field, const QString &value)
    {
        return codeOf([&](Situation &in) { return editFields(in, target, {{field, value}}); });
    }
    template<class Record>
    Record edited(Id<Record> id, const QList<FieldEdit> &edits)
    {
        must(ann, [&](Situation &in) { return editFields(in, named(id), edits); });
        return *state().find(id);
    }

    CycleId q4 = cycle(u"Q4"_s);
    TeamId crew = team(u"Crew"_s);
    PersonId bob = person(u"Bob"_s);
    BoardId here = board(ann, u"Here"_s);
    BoardId there = board(ann, u"There"_s);
    ObjectiveId goal = objective(ann, here, u"Goal"_s);
    KeyResultId result = keyResult(ann, goal, u"Result"_s);
    KpiId metric = kpi(ann, here, u"Metric"_s);
};

} // namespace

TEST_CASE("a value is recorded once, and replaced only by a correction with a reason", "[record]")
{
    Bench bench;
    const auto record = [&](const GivenValue &given) {
        return bench.codeOf([&](Situation &in) { return recordValue(in, given); });
    };
    const auto correct = [&](const GivenValue &given) {
        return bench.codeOf([&](Situation &in) { return correctValue(in, given); });
    };
    GivenValue given = Desk::value(bench.metric, 2);
    given.reason = u"typo"_s;
    CHECK(correct(given) == Error::Code::ValueMissing);
    bench.record(bench.ann, Desk::value(bench.metric, 1));

    CHECK(record(given) == Error::Code::ValueExists);
    given.reason = u"  "_s;
    CHECK(correct(given) == Error::Code::ReasonMissing);
    given.reason = u"typo"_s;
    bench.must(bench.ann, [&](Situation &in) { return correctValue(in, given); });
    CHECK(bench.state().seriesOf(bench.metric).at(kDay)->value == 2);
    CHECK(bench.state().seriesOf(bench.metric).at(kDay)->reason == u"typo"_s);
    CHECK(record(Desk::value(bench.metric, 1, kDay.addDays(1))) == Error::Code::DateInFuture);
    CHECK(record(Desk::value(bench.metric, 1, QDate())) == Error::Code::DateInvalid);
    CHECK(record(Desk::value(bench.metric, qQNaN(), kDay.addDays(-1))) == Error::Code::NumberInvalid);
    CHECK(record(Desk::value(bench.metric, qInf(), kDay.addDays(-1))) == Error::Code::NumberInvalid);
    CHECK(record(Desk::value(KpiId(5), 1)) == Error::Code::NameUnknown);
    given.confidence = 5;
    CHECK(record(given) == Error::Code::NoConfidence);
}

TEST_CASE("a ratio takes both of its parts, anything else neither", "[record]")
{
    Bench bench;
    const KpiId ratio = bench.kpi(bench.ann, bench.here, u"Share"_s, Aggregate::Ratio);
    const auto record = [&](KpiId kpi, std::optional<double> value, std::optional<double> top,
                            std::optional<double> bottom) {
        GivenValue given;
        given.kpi = kpi;
        given.date = kDay;
        given.value = value;
        given.numerator = top;
        given.denominator = bottom;
        return bench.codeOf([&](Situation &in) { return recordValue(in, given); });
    };

    CHECK(record(ratio, 0.5, {}, {}) == Error::Code::NeedsRatio);
    CHECK(record(ratio, {}, 1, {}) == Error::Code::NeedsRatio);
    CHECK(record(ratio, 0.5, 1, 2) == Error::Code::NeedsRatio);
    CHECK(record(ratio, {}, 1, 0) == Error::Code::ZeroDenominator);
    CHECK(record(ratio, {}, 1e308, 1e-308) == Error::Code::NumberTooLarge);
    CHECK(record(ratio, {}, 1e-308, 1e308) == Error::Code::NumberTooSmall);
    CHECK(record(bench.metric, {}, 1, 2) == Error::Code::NoRatio);
    CHECK(record(bench.metric, {}, {}, {}) == Error::Code::NoRatio);
}

TEST_CASE("a key result is checked in by itself, by its parts or by its KPI, one of the three", "[record]")
{
    Bench bench;
    MilestonePart part;
    part.title = u"Part"_s;
    const KeyResultId steps = bench.keyResult(bench.ann, bench.goal, u"Steps"_s, {}, {part});
    const KeyResultId driven = bench.keyResult(bench.ann, bench.goal, u"Driven"_s, bench.metric);
    const MilestonePartId partId = bench.state().of<MilestonePart>().of(steps).first()->id;
    const auto given = [](KeyResultId keyResult, MilestonePartId of, double value) {
        GivenValue one;
        one.keyResult = keyResult;
        one.part = of;
        one.value = value;
        one.date = kDay;
        return one;
    };
    const auto record = [&](const GivenValue &one) {
        return bench.codeOf([&](Situation &in) { return recordValue(in, one); });
    };

    CHECK(record(given(driven, {}, 1)) == Error::Code::DrivenByKpi);
    CHECK(record(given(steps, {}, 1)) == Error::Code::HasParts);
    CHECK(record(given({}, partId, 2)) == Error::Code::OutOfRange);
    CHECK(record(given(steps, MilestonePartId(9), 1)) == Error::Code::NameUnknown);
    GivenValue sure = given(bench.result, {}, 3);
    sure.confidence = 11;
    CHECK(record(sure) == Error::Code::ConfidenceInvalid);
    sure.confidence = 10;
    bench.record(bench.ann, sure);
    bench.record(bench.ann, given({}, partId, 1));
    sure.confidence = 4; // the same value said with less confidence
    bench.record(bench.ann, sure);
    CHECK(bench.state().of<CheckIn>().of(bench.result).first()->confidence == 4);
    CHECK(bench.state().of<CheckIn>().of(steps).first()->part == partId);
}

TEST_CASE("each kind of key result takes what it needs and refuses what it has no use for", "[goals]")
{
    Bench bench;
    struct Case
    {
        KeyResultKind kind;
        std::optional<double> start, target, low, high, commit, stretch;
        std::optional<Error::Code> code;
    };
    using Kind = KeyResultKind;
    const QList<Case> cases = {
        {Kind::Reach, {}, 5, {}, {}, {}, {}, {}},
        {Kind::Reach, 5, 5, {}, {}, {}, {}, {}}, // start equal to target is legal
        {Kind::Reach, -5, -9, {}, {}, {}, {}, {}},
        {Kind::Reach, 0, {}, {}, {}, {}, {}, Error::Code::KindNeeds},
        {Kind::Reach, 0, 10, {}, {}, 3, 20, {}},
        {Kind::Reach, 10, 0, {}, {}, 7, -5, {}},
        {Kind::Reach, 0, 10, {}, {}, 3, {}, Error::Code::KindNeeds},
        {Kind::Reach, 0, 10, {}, {}, 12, 20, Error::Code::LevelsOutOfOrder},
        {Kind::Above, {}, 5, {}, {}, {}, {}, {}},
        {Kind::Above, 1, 5, {}, {}, {}, {}, Error::Code::KindRefuses},
        {Kind::Below, {}, {}, {}, {}, {}, {}, Error::Code::KindNeeds},
        {Kind::Between, {}, {}, 1, 2, {}, {}, {}},
        {Kind::Between, {}, {}, 2, 1, {}, {}, Error::Code::RangeReversed},
        {Kind::Between, {}, {}, 2, {}, {}, {}, Error::Code::KindNeeds},
        {Kind::Milestone, {}, 1, {}, {}, {}, {}, Error::Code::KindRefuses},
        {Kind::Milestone, {}, {}, {}, {}, {}, {}, {}},
        {Kind::Baseline, {}, {}, {}, {}, {}, {}, {}},
        {Kind::Baseline, {}, {}, 1, {}, {}, {}, Error::Code::KindRefuses},
    };
    int number = 0;
    for (const Case &one : cases) {
        INFO(++number);
        AddKeyResult request;
        KeyResult &keyResult = request.keyResult;
        keyResult.objective = bench.goal;
        keyResult.title = u"K%1"_s.arg(number);
        keyResult.kind = one.kind;
        keyResult.start = one.start;
        keyResult.target = one.target;
        keyResult.low = one.low;
        keyResult.high = one.high;
        keyResult.commit = one.commit;
        keyResult.stretch = one.stretch;
        const auto written = bench.as(bench.ann, [&](Situation &in) { return addKeyResult(in, request); });
        CHECK(bool(written) == !one.code);
        if (!written && one.code)
            CHECK(written.error().code == *one.code);
    }
}

TEST_CASE("fields of every kind are edited by their texts, or say what is wrong with them", "[edit]")
{
    Bench bench;
    const Board board = bench.edited(bench.here, {{u"name"_s, u"Home"_s},
                                                  {u"description"_s, u"two\nlines"_s},
                                                  {u"cycle"_s, u"Q4"_s},
                                                  {u"visibility"_s, u"private"_s}});
    CHECK(board.name == u"Home"_s);
    CHECK(board.description == u"two\nlines"_s);
    CHECK(board.cycle == bench.q4);
    CHECK(board.visibility == Visibility::Private);
    CHECK(bench.edited(bench.here, {{u"cycle"_s, {}}}).cycle == CycleId());
    const Objective goal = bench.edited(bench.goal, {{u"weight"_s, u"0"_s},
                                                     {u"kind"_s, u"aspirational"_s},
                                                     {u"owner"_s, u"Bob, Crew"_s},
                                                     {u"grade"_s, u"0.7"_s}});
    CHECK(goal.weight == 0);
    CHECK(goal.kind == ObjectiveKind::Aspirational);
    CHECK(goal.owners == QList<Owner>{{bench.bob, {}}, {{}, bench.crew}});
    CHECK(goal.grade == 0.7);
    // The unit counts for the numbers given with it, in whatever order they come.
    const KeyResult result = bench.edited(
        bench.result, {{u"to"_s, u"5"_s}, {u"unit"_s, u"%"_s}, {u"phases"_s, u"2026-10-31:0.2"_s}});
    CHECK(result.target == 0.05);
    CHECK(result.phases == QList<Phase>{{QDate(2026, 10, 31), 0.2}});
    const Kpi kpi = bench.edited(
        bench.metric, {{u"amber"_s, u"1.5"_s}, {u"good"_s, u"down"_s}, {u"nature"_s, u"process"_s}});
    CHECK(kpi.amber == 1.5);
    CHECK(kpi.direction == Direction::Down);
    CHECK(bench.edited(bench.bob, {{u"team"_s, u"Crew"_s}, {u"nickname"_s, u"Bobby"_s}}).teams ==
          QList<TeamId>{bench.crew});
    CHECK(bench.edited(bench.q4, {{u"to"_s, u"2026-12-24"_s}}).to == QDate(2026, 12, 24));

    CHECK(bench.edit(bench.named(bench.goal), u"weight"_s, u"-1"_s) == Error::Code::WeightInvalid);
    CHECK(bench.edit(bench.named(bench.goal), u"weight"_s, u"1,5"_s) == Error::Code::NumberInvalid);
    CHECK(bench.edit(bench.named(bench.goal), u"grade"_s, u"1.1"_s) == Error::Code::GradeInvalid);
    CHECK(bench.edit(bench.named(bench.goal), u"grade"_s, u"0.75"_s) == Error::Code::GradeInvalid);
    CHECK(bench.edit(bench.named(bench.goal), u"kind"_s, u"bold"_s) == Error::Code::WordUnknown);
    CHECK(bench.edit(bench.named(bench.goal), u"owner"_s, u"Nobody"_s) == Error::Code::NameUnknown);
    CHECK(bench.edit(bench.named(bench.goal), u"parent"_s, u"Goal"_s) == Error::Code::ObjectiveLoop);
    CHECK(bench.edit(bench.named(bench.goal), u"colour"_s, u"red"_s) == Error::Code::FieldUnknown);
    CHECK(bench.edit(bench.named(bench.goal), u"title"_s, u"a\0b"_s) == Error::Code::NameControl);
    CHECK(bench.edit(bench.named(bench.goal), u"why"_s, QString(1'000'000, u'x')) ==
          Error::Code::TextTooLong);
    CHECK(bench.edit(bench.named(bench.crew), u"parent"_s, u"Crew"_s) == Error::Code::TeamLoop);
    CHECK(bench.edit(bench.named(bench.q4), u"to"_s, u"2026-09-01"_s) == Error::Code::CycleInvalid);
    CHECK(bench.edit(bench.named(bench.q4), u"from"_s, {}) == Error::Code::CycleInvalid);
    CHECK(bench.edit(bench.named(bench.here), u"name"_s, u"There"_s) == Error::Code::NameTaken);
    CHECK(bench.edit(bench.named(bench.metric), u"amber"_s, u"-1"_s) == Error::Code::OutOfRange);
    bench.record(bench.ann, Desk::value(bench.metric, 1));
    CHECK(bench.edit(bench.named(bench.metric), u"aggregate"_s, u"ratio"_s) == Error::Code::NeedsRatio);
}

TEST_CASE("every field that can be edited can be named, for every kind of thing", "[edit]")
{
    for (const auto &[kind, word] : WordTable<Named::Kind>::kWords) {
        INFO(word);
        const QStringList fields = editableFields(kind);
        CHECK(fields.size() >= 2);
        CHECK(QSet<QString>(fields.begin(), fields.end()).size() == fields.size());
    }
}

TEST_CASE("a private metric cannot be used on another board, whatever is moved, edited or hidden",
          "[private]")
{
    Bench bench;
    const BoardId secret = bench.board(bench.ann, u"Secret"_s, Visibility::Private);
    const KpiId hidden = bench.kpi(bench.ann, secret, u"Hidden"_s);
    const ObjectiveId secretGoal = bench.objective(bench.ann, secret, u"Secret goal"_s);
    bench.keyResult(bench.ann, secretGoal, u"At home"_s, hidden);
    bench.keyResult(bench.ann, bench.goal, u"Driven"_s, bench.metric);

    CHECK(bench.edit(bench.named(bench.result), u"kpi"_s, u"Hidden"_s) == Error::Code::PrivateMetric);
    CHECK(bench.edit(bench.named(bench.metric), u"guardrail"_s, u"Hidden"_s) == Error::Code::PrivateMetric);
    CHECK(bench.codeOf([&](Situation &in) { return moveTo(in, bench.named(bench.metric), secret); }) ==
          Error::Code::PrivateMetric);
    CHECK(bench.codeOf([&](Situation &in) { return moveTo(in, bench.named(secretGoal), bench.here); }) ==
          Error::Code::PrivateMetric);
    const KpiId guard = bench.kpi(bench.ann, bench.there, u"Guard"_s);
    bench.edited(bench.metric, {{u"guardrail"_s, u"Guard"_s}});
    CHECK(bench.edit(bench.named(bench.there), u"visibility"_s, u"private"_s) == Error::Code::PrivateMetric);
    CHECK(bench.codeOf([&](Situation &in) { return moveTo(in, bench.named(guard), secret); }) ==
          Error::Code::PrivateMetric);
    bench.edited(bench.here, {{u"visibility"_s, u"private"_s}}); // what it drives is on the same board
}

TEST_CASE("what moves takes along all that hangs on it", "[move]")
{
    Bench bench;
    Action action;
    action.subject = Subject::of(bench.result);
    action.title = u"Do"_s;
    bench.must(bench.ann, [&](Situation &in) { return addAction(in, action); });
    bench.must(bench.ann, [&](Situation &in) { return addComment(in, Subject::of(bench.goal), u"hm"_s); });

    bench.must(bench.ann, [&](Situation &in) { return moveTo(in, bench.named(bench.goal), bench.there); });

    CHECK(bench.state().boardOf(bench.result) == bench.there);
    CHECK(bench.state().of<Action>().all().first()->board == bench.there);
    CHECK(bench.state().of<Comment>().all().first()->board == bench.there);
    bench.objective(bench.ann, bench.here, u"Goal"_s);
    CHECK(bench.codeOf([&](Situation &in) { return moveTo(in, bench.named(bench.goal), bench.here); }) ==
          Error::Code::NameTaken);
    CHECK(bench.codeOf([&](Situation &in) { return moveTo(in, bench.named(bench.result), bench.here); }) ==
          Error::Code::WrongKind);
}

TEST_CASE("what is deleted takes along all that hangs on it, and nothing else", "[delete]")
{
    Bench bench;
    bench.record(bench.ann, Desk::value(bench.metric, 1));
    MilestonePart part;
    part.title = u"Part"_s;
    bench.keyResult(bench.ann, bench.goal, u"Steps"_s, {}, {part});
    bench.must(bench.ann, [&](Situation &in) { return addComment(in, Subject::of(bench.metric), u"hm"_s); });
    const KpiId other = bench.kpi(bench.ann, bench.there, u"Other"_s);

    CHECK(bench.codeOf([&](Situation &in) { return deleteThing(in, bench.named(bench.bob)); }) ==
          Error::Code::WrongKind);
    bench.must(bench.ann, [&](Situation &in) { return deleteThing(in, bench.named(bench.here)); });

    const WorkingSet &state = bench.state();
    CHECK_FALSE(state.find(bench.here));
    CHECK(state.of<Objective>().isEmpty());
    CHECK(state.of<KeyResult>().isEmpty());
    CHECK(state.of<MilestonePart>().isEmpty());
    CHECK(state.of<Comment>().isEmpty());
    CHECK(state.of<Target>().size() == 1);
    CHECK(state.of<Kpi>().size() == 1);
    CHECK(state.find(other));
    CHECK(state.of<Grant>().size() == 1);
    bench.must(bench.ann, [&](Situation &in) { return deleteThing(in, bench.named(bench.q4)); });
    bench.must(bench.ann, [&](Situation &in) { return deleteThing(in, bench.named(bench.crew)); });
}

TEST_CASE("archiving twice has nothing to do", "[archive]")
{
    Bench bench;
    const auto archived = [&](const Named &target) {
        const auto written = bench.as(bench.ann, [&](Situation &in) { return archive(in, target); });
        REQUIRE(written);
        return written->change.seq > 0;
    };

    for (const Named &target : {bench.named(bench.metric), bench.named(bench.goal), bench.named(bench.result),
                                bench.named(bench.here)}) {
        CHECK(archived(target));
        CHECK_FALSE(archived(target));
    }
    CHECK(bench.codeOf([&](Situation &in) { return archive(in, bench.named(bench.bob)); }) ==
          Error::Code::WrongKind);
}

TEST_CASE("what a request points at has to be there, and to work here", "[goals]")
{
    Bench bench;
    bench.must(bench.ann, [&](Situation &in) { return personLeaves(in, {bench.bob, {}}); });
    const auto withOwner = [&](const Owner &owner) {
        return bench.codeOf([&](Situation &in) {
            Objective objective;
            objective.board = bench.here;
            objective.title = u"New"_s;
            objective.owners = {owner};
            return addObjective(in, objective);
        });
    };

    CHECK(withOwner({bench.bob, {}}) == Error::Code::PersonLeft);
    CHECK(withOwner({PersonId(5), {}}) == Error::Code::NameUnknown);
    CHECK(withOwner({{}, TeamId(5)}) == Error::Code::NameUnknown);
    CHECK(bench.codeOf([](Situation &in) {
        return addTeam(in, {u"T"_s, TeamId(5)});
    }) == Error::Code::NameUnknown);
    CHECK(bench.codeOf([](Situation &in) {
        return addPerson(in, {u"P"_s, TeamId(5)});
    }) == Error::Code::NameUnknown);
    CHECK(bench.codeOf([](Situation &in) {
        return addBoard(in, {u"B"_s, Visibility::Public, CycleId(5)});
    }) == Error::Code::NameUnknown);
    CHECK(bench.codeOf([&](Situation &in) {
        return shareBoard(in, {bench.here, {PersonId(5), {}}, Role::Viewer});
    }) == Error::Code::NameUnknown);
    CHECK(bench.codeOf([](Situation &in) {
        return addCycle(in, {u"C"_s, QDate(), kDay});
    }) == Error::Code::CycleInvalid);
    AddKpi request;
    request.kpi.board = bench.here;
    request.kpi.name = u"K"_s;
    request.kpi.unit = u"a\0b"_s;
    CHECK(bench.codeOf([&](Situation &in) { return addKpi(in, request); }) == Error::Code::TextControl);
}

TEST_CASE("an import tells new, changed, same and refused, and again it has nothing to do", "[import]")
{
    Bench bench;
    bench.record(bench.ann, Desk::value(bench.metric, 1, kDay.addDays(-1)));
    bench.record(bench.ann, Desk::value(bench.metric, 2, kDay.addDays(-2)));
    const auto batch = std::make_shared<ImportBatch>();
    batch->board = u"Here"_s;
    batch->source = u"f.csv"_s;
    batch->series = {u"Metric"_s, u"New"_s};
    const auto point = [](int series, int line, int daysAgo, double value) {
        return ImportBatch::Point{series, line, qint32(kDay.addDays(-daysAgo).toJulianDay()), 0, value, 0, 0};
    };
    batch->points = {point(0, 2, 2, 2), point(0, 3, 1, 9), point(0, 4, 0, 3), point(0, 5, -1, 4),
                     point(1, 6, 0, 5)};
    ImportSummary summary;
    const auto import = [&](bool skipRefused, bool dryRun = false) {
        WorkspaceFile::Request request = bench.request(bench.ann, [&, skipRefused](Situation &in) {
            return importBatch(in, batch, skipRefused, summary);
        });
        request.dryRun = dryRun;
        return bench.file->write(request);
    };
    const QByteArray before = bytesOf(bench.path());

    const auto refused = import(false);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::ImportRefused);
    CHECK(refused.error().values.mid(0, 2) == QStringList{u"1"_s, u"5"_s});
    CHECK(summary.added == 2);
    CHECK(summary.changed == 1);
    CHECK(summary.same == 1);
    CHECK(summary.newKpis == 1);
    REQUIRE(summary.refused.size() == 1);
    CHECK(summary.refused[0].line == 5);
    CHECK(summary.refused[0].reason.code == Error::Code::DateInFuture);
    REQUIRE(import(true, true));
    CHECK(bytesOf(bench.path()) == before);

    REQUIRE(import(true));
    const Measurement *corrected = bench.state().seriesOf(bench.metric).at(kDay.addDays(-1));
    REQUIRE(corrected);
    CHECK(corrected->value == 9);
    CHECK(corrected->reason == u"import f.csv"_s);
    const QByteArray after = bytesOf(bench.path());
    const auto again = import(true);
    REQUIRE(again);
    CHECK(again->change.seq == 0);
    CHECK(summary.same == 4);
    CHECK(bytesOf(bench.path()) == after);
}

TEST_CASE("an import makes no KPI without a value, and no board without a KPI", "[import]")
{
    Bench bench;
    const auto batch = std::make_shared<ImportBatch>();
    batch->board = u"Elsewhere"_s;
    batch->series = {u"Late"_s, u"Blank"_s, u"Noted"_s, u"Good"_s};
    batch->isRatio = true;
    const auto today = qint32(kDay.toJulianDay());
    batch->points = {{0, 2, today + 1, 0, 0, 1, 2}};
    ImportSummary summary;
    const auto import = [&] {
        const auto written =
            bench.as(bench.ann, [&](Situation &in) { return importBatch(in, batch, true, summary); });
        REQUIRE(written);
        return written->change.seq;
    };

    CHECK(import() == 0);
    CHECK(summary.newKpis == 0);
    CHECK_FALSE(summary.isNewBoard);
    CHECK(summary.refused.size() == 1);

    batch->isNoted = {false, false, true};
    batch->points.push_back({3, 3, today, 0, 0, 1, 2});
    CHECK(import() > 0);
    CHECK(summary.newKpis == 2);
    CHECK(summary.isNewBoard);
    QStringList names;
    for (const Kpi *kpi : bench.state().of<Kpi>().all())
        names << kpi->name;
    CHECK(names.contains(u"Noted"_s));
    CHECK(names.contains(u"Good"_s));
    CHECK_FALSE(names.contains(u"Late"_s));
    CHECK_FALSE(names.contains(u"Blank"_s));
}

TEST_CASE("nothing is imported into what is archived", "[import]")
{
    Bench bench;
    const auto batch = std::make_shared<ImportBatch>();
    batch->board = u"Here"_s;
    batch->series = {u"Metric"_s};
    batch->points = {{0, 2, qint32(kDay.toJulianDay()), 0, 1, 0, 0}};
    ImportSummary summary;
    const auto archiveIt = [&](Named::Kind kind, qint64 id, const QString &name) {
        Named named;
        named.kind = kind;
        named.id = id;
        named.name = name;
        REQUIRE(bench.as(bench.ann, [&](Situation &in) { return archive(in, named); }));
    };
    const auto refusal = [&] {
        return bench.as(bench.ann, [&](Situation &in) { return importBatch(in, batch, true, summary); })
            .error();
    };

    archiveIt(Named::Kind::Kpi, bench.metric.value(), u"Metric"_s);
    CHECK(refusal() == Error{Error::Code::ImportDiffers, {u"Metric"_s, u"archived"_s, u"no"_s, u"yes"_s}});

    archiveIt(Named::Kind::Board, bench.state().find(bench.metric)->board.value(), u"Here"_s);
    CHECK(refusal() == Error{Error::Code::ImportDiffers, {u"Here"_s, u"archived"_s, u"no"_s, u"yes"_s}});
}

TEST_CASE("an import into a KPI of another kind is refused, and names are compared as they are kept",
          "[import]")
{
    Bench bench;
    const auto batch = std::make_shared<ImportBatch>();
    batch->board = u" Here "_s;
    batch->series = {u" Metric "_s};
    batch->points = {{0, 2, qint32(kDay.toJulianDay()), 0, 1, 1, 2}};
    ImportSummary summary;
    const auto import = [&] {
        return bench.as(bench.ann, [&](Situation &in) { return importBatch(in, batch, false, summary); });
    };
    SECTION("a ratio")
    {
        batch->isRatio = true;
        CHECK(import().error().code == Error::Code::ImportDiffers);
    }
    SECTION("a unit")
    {
        batch->unit = u"%"_s;
        CHECK(import().error().code == Error::Code::ImportDiffers);
    }
    SECTION("a target")
    {
        batch->target = 6;
        CHECK(import().error().code == Error::Code::ImportDiffers);
        batch->target = 5;
        CHECK(import());
    }
    SECTION("spaces")
    {
        REQUIRE(import());
        CHECK(bench.state().of<Kpi>().size() == 1);
    }
    SECTION("two series of one name")
    {
        batch->series = {u"Same"_s, u"Same "_s};
        CHECK(import().error().code == Error::Code::ImportTwoKpis);
    }
}

TEST_CASE("an import brings notes, changes them, and takes none away", "[import]")
{
    Bench bench;
    const auto batch = std::make_shared<ImportBatch>();
    batch->board = u"Here"_s;
    batch->source = u"f.csv"_s;
    batch->series = {u"Metric"_s};
    batch->notes = {QString(), u"strike"_s};
    batch->points = {{0, 2, qint32(kDay.toJulianDay()), 1, 7, 0, 0}};
    ImportSummary summary;
    const auto import = [&] {
        return bench.as(bench.ann, [&](Situation &in) { return importBatch(in, batch, false, summary); });
    };
    const auto present = [&] { return *bench.state().seriesOf(bench.metric).at(kDay); };

    REQUIRE(import());
    CHECK(present().note == u"strike"_s);

    batch->points[0].note = 0;
    REQUIRE(import());
    CHECK(summary.same == 1);
    CHECK(present().note == u"strike"_s);

    batch->points[0].note = 1;
    batch->notes[1] = u"lock-out"_s;
    REQUIRE(import());
    CHECK(summary.changed == 1);
    CHECK(present().note == u"lock-out"_s);
    CHECK(present().value == 7);
    CHECK(present().reason.isEmpty()); // a note corrects nothing
}
