// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demo/democompany.h"
#include "core/domain/schemasteps.h"
#include "core/domain/workingset.h"
#include "tests/support/printing.h"

#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <cmath>
#include <typeinfo>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 11, 22); // a Sunday
const QByteArray kZone = "Europe/Copenhagen";

DemoCompany companyOf(const DemoSize &size = {}, QDate today = kToday)
{
    return {size, today, kZone, DemoCompany::beginning(size, today, kZone)};
}

QList<DemoCompany::Step> stepsOf(DemoCompany company)
{
    QList<DemoCompany::Step> steps;
    for (int i = 0; i < company.steps(); ++i)
        steps.append(company.step(i));
    return steps;
}

QList<DemoCompany::Step> stepsOf(const DemoSize &size = {}, QDate today = kToday)
{
    return stepsOf(companyOf(size, today));
}

WorkingSet stateAfter(const QList<DemoCompany::Step> &steps)
{
    WorkingSet state;
    for (const DemoCompany::Step &step : steps) {
        for (const Kpi &kpi : step.draft.edits.of<Kpi>().added)
            state.series.insert(kpi.id, {});
        state.apply(step.draft.edits);
    }
    return state;
}

const Kpi &kpiNamed(const WorkingSet &state, const QString &name)
{
    for (const Kpi *kpi : state.of<Kpi>().all())
        if (kpi->name == name)
            return *kpi;
    FAIL("no such KPI");
    return *state.of<Kpi>().all().first();
}

double meanOf(const QList<Measurement> &points)
{
    double sum = 0;
    for (const Measurement &point : points)
        sum += point.value.value();
    return sum / static_cast<double>(points.size());
}

qsizetype countOfValues(const WorkingSet &state)
{
    qsizetype count = 0;
    for (const Series &series : state.series)
        count += series.points().size();
    return count;
}

QDate dayOf(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, QTimeZone(kZone)).date();
}

/// True if the parts of two edits are the same, record by record.
bool areSame(const Edits &left, const Edits &right)
{
    bool same = true;
    left.forEach([&]<class Record>(const EditsOf<Record> &part) {
        const EditsOf<Record> &other = right.of<Record>();
        same = same && part.added == other.added && part.changed == other.changed &&
               part.removed == other.removed;
    });
    return same;
}

/// Follows the steps as a database would: what is named must be there, what changes must be as it was left.
class Ledger
{
public:
    void take(const Edits &edits, qint64 seq)
    {
        edits.forEach([this, seq]<class Record>(const EditsOf<Record> &part) {
            for (const Record &record : part.added) {
                const auto key = qMakePair(QLatin1String(typeid(Record).name()), record.id.value());
                if (!record.id.isValid() || m_revs.contains(key))
                    ++twice;
                m_revs.insert(key, seq);
            }
        });
        edits.forEach([this, seq]<class Record>(const EditsOf<Record> &part) {
            for (const Record &record : part.changed) {
                const auto key = qMakePair(QLatin1String(typeid(Record).name()), record.id.value());
                if (m_revs.value(key) != record.rev)
                    ++stale;
                m_revs.insert(key, seq);
            }
            for (const Record &record : part.added + part.changed)
                checkReferences(record);
        });
    }

    int twice = 0;
    int stale = 0;
    int missing = 0;

private:
    template<class Record>
    void needs(Id<Record> id)
    {
        if (!m_revs.contains(qMakePair(QLatin1String(typeid(Record).name()), id.value())))
            ++missing;
    }
    template<class Record>
    void mayNeed(Id<Record> id)
    {
        if (id.isValid())
            needs(id);
    }
    void needs(const QList<Owner> &owners)
    {
        for (const Owner &owner : owners) {
            if (owner.person.isValid() == owner.team.isValid())
                ++missing;
            mayNeed(owner.person);
            mayNeed(owner.team);
        }
    }
    void needs(const Subject &subject)
    {
        switch (subject.kind) {
        case Subject::Kind::Objective:
            return needs(ObjectiveId(subject.id));
        case Subject::Kind::KeyResult:
            return needs(KeyResultId(subject.id));
        case Subject::Kind::Kpi:
            return needs(KpiId(subject.id));
        case Subject::Kind::Board:
            return needs(BoardId(subject.id));
        case Subject::Kind::None:
            ++missing;
        }
    }

    void checkReferences(const Workspace &) {}
    void checkReferences(const Migration &) {}
    void checkReferences(const Cycle &) {}
    void checkReferences(const Team &team) { mayNeed(team.parent); }
    void checkReferences(const Person &person)
    {
        for (const TeamId team : person.teams)
            needs(team);
    }
    void checkReferences(const Device &device) { needs(device.person); }
    void checkReferences(const Board &board) { needs(board.cycle); }
    void checkReferences(const Grant &grant)
    {
        needs(grant.board);
        needs(QList<Owner>{{grant.person, grant.team}});
    }
    void checkReferences(const Objective &objective)
    {
        needs(objective.board);
        mayNeed(objective.parent);
        needs(objective.owners);
    }
    void checkReferences(const KeyResult &keyResult)
    {
        needs(keyResult.objective);
        mayNeed(keyResult.kpi);
        needs(keyResult.owners);
    }
    void checkReferences(const MilestonePart &part) { needs(part.keyResult); }
    void checkReferences(const Kpi &kpi)
    {
        needs(kpi.board);
        mayNeed(kpi.guardrail);
        needs(kpi.owners);
    }
    void checkReferences(const Target &target) { needs(target.kpi); }
    void checkReferences(const Measurement &measurement) { needs(measurement.kpi); }
    void checkReferences(const CheckIn &checkIn)
    {
        needs(checkIn.keyResult);
        mayNeed(checkIn.part);
    }
    void checkReferences(const Action &action)
    {
        needs(action.board);
        needs(action.subject);
        needs(action.owner);
    }
    void checkReferences(const Comment &comment)
    {
        needs(comment.board);
        needs(comment.subject);
        needs(comment.author);
    }

    QHash<QPair<QLatin1String, qint64>, qint64> m_revs;
};

} // namespace

TEST_CASE("the same seed, size and day give the same demo company, to the last id", "[demo]")
{
    const QList<DemoCompany::Step> once = stepsOf();
    const QList<DemoCompany::Step> again = stepsOf();

    REQUIRE(once.size() == again.size());
    for (qsizetype i = 0; i < once.size(); ++i) {
        CHECK(once[i].at == again[i].at);
        CHECK(once[i].author == again[i].author);
        CHECK(once[i].draft.values == again[i].draft.values);
        CHECK(areSame(once[i].draft.edits, again[i].draft.edits));
    }
}

TEST_CASE("another seed gives the same boards with other values and other ids", "[demo]")
{
    const WorkingSet one = stateAfter(stepsOf({.seed = 1}));
    const WorkingSet other = stateAfter(stepsOf({.seed = 2}));
    const Kpi &kpi = kpiNamed(one, u"New sign-ups"_s);
    const Kpi &twin = kpiNamed(other, u"New sign-ups"_s);

    CHECK(one.of<Kpi>().size() == other.of<Kpi>().size());
    CHECK(kpi.id != twin.id);
    CHECK(meanOf(one.seriesOf(kpi.id).points()) != meanOf(other.seriesOf(twin.id).points()));
}

TEST_CASE("the demo company has 24 people in 5 nested teams and a year of weeks", "[demo]")
{
    const QList<DemoCompany::Step> steps = stepsOf();
    const WorkingSet state = stateAfter(steps);

    CHECK(steps.size() == 2 + 52);
    CHECK(state.of<Workspace>().size() == 1);
    CHECK(state.of<Migration>().size() == schemasteps::kLatest);
    CHECK(state.of<Device>().size() == 1);
    CHECK(state.of<Person>().size() == 24);
    CHECK(state.of<Team>().size() == 5);
    CHECK(state.of<Cycle>().size() == 5);
    CHECK(state.of<Board>().size() == 7);
    CHECK(state.workspace().timeZone == kZone);
    bool isNested = false;
    for (const Team *team : state.of<Team>().all())
        isNested = isNested || team->parent.isValid();
    CHECK(isNested);
    for (const Person *person : state.of<Person>().all()) {
        CHECK(person->teams.size() == 1);
        CHECK(person->name == person->name.normalized(QString::NormalizationForm_C));
    }
}

TEST_CASE("the first step makes the workspace, the second the company, each further one a week", "[demo]")
{
    DemoCompany company = companyOf();
    const PersonId founder = company.founder();
    const QList<DemoCompany::Step> steps = stepsOf(std::move(company));

    CHECK(steps[0].draft.act == Act::CreateWorkspace);
    CHECK(steps[0].author == founder);
    CHECK(steps[0].at == DemoCompany::beginning({}, kToday, kZone));
    CHECK(steps[1].draft.act == Act::Demo);
    CHECK(steps[1].draft.edits.of<Measurement>().isEmpty());
    CHECK(steps[2].draft.values.value(u"week"_s) == u"2025-W48"_s);
    CHECK(steps.last().draft.values.value(u"week"_s) == u"2026-W47"_s);
    CHECK(steps.last().at == QDateTime(kToday, QTime(12, 0), QTimeZone(kZone)).toMSecsSinceEpoch());
    for (qsizetype i = 1; i < steps.size(); ++i)
        CHECK(steps[i].at > steps[i - 1].at);
}

TEST_CASE("the weeks are written by several colleagues and never by the founder", "[demo]")
{
    DemoCompany company = companyOf();
    const PersonId founder = company.founder();
    const QList<DemoCompany::Step> steps = stepsOf(std::move(company));

    QSet<PersonId> authors;
    for (const DemoCompany::Step &step : steps.mid(2))
        authors.insert(step.author);
    CHECK(authors.size() >= 3);
    CHECK_FALSE(authors.contains(founder));
    CHECK_FALSE(isUndoable(Act::Demo));
}

TEST_CASE("who writes the week of a private board may write there", "[demo]")
{
    WorkingSet state;
    for (const DemoCompany::Step &step : stepsOf()) {
        state.apply(step.draft.edits);
        QSet<BoardId> boards;
        for (const Measurement &point : step.draft.edits.of<Measurement>().added)
            boards.insert(state.boardOf(point.kpi));
        for (const CheckIn &checkIn : step.draft.edits.of<CheckIn>().added)
            boards.insert(state.boardOf(checkIn.keyResult));
        const Person *author = state.find(step.author);
        REQUIRE(author);
        for (const BoardId board : boards) {
            bool mayWrite = false;
            for (const Grant *grant : state.of<Grant>().of(board))
                mayWrite = mayWrite || (grant->role >= Role::Editor &&
                                        (grant->person == author->id || author->teams.contains(grant->team)));
            CHECK(mayWrite);
        }
    }
}

TEST_CASE("no entry of the demo knows anything of its future", "[demo]")
{
    const QDate today = GENERATE(QDate(2026, 11, 22), QDate(2026, 11, 23), QDate(2026, 9, 30),
                                 QDate(2026, 10, 1), QDate(2024, 2, 29), QDate(2027, 1, 1));

    for (const DemoCompany::Step &step : stepsOf({}, today)) {
        const Edits &edits = step.draft.edits;
        const QDate day = dayOf(step.at);
        CHECK(day <= today);
        for (const Measurement &point : edits.of<Measurement>().added)
            CHECK(point.date <= day);
        for (const CheckIn &checkIn : edits.of<CheckIn>().added)
            CHECK(checkIn.date <= day);
        for (const Comment &comment : edits.of<Comment>().added)
            CHECK(comment.at <= step.at);
        for (const Target &target : edits.of<Target>().added)
            CHECK((!target.validFrom.isValid() || target.validFrom <= day));
        for (const Cycle &cycle : edits.of<Cycle>().added)
            CHECK(cycle.from <= day);
        for (const Action &action : edits.of<Action>().changed)
            CHECK((action.done && action.doneOn <= day));
        for (const Person &person : edits.of<Person>().added)
            CHECK(person.isActive());
    }
}

TEST_CASE("ids of the demo are unique, and what is named has been added before", "[demo]")
{
    const DemoSize size = GENERATE(DemoSize{}, DemoSize{.people = 1, .kpis = 1, .weeks = 1},
                                   DemoSize{.people = 2, .kpis = 3, .weeks = 30},
                                   DemoSize{.people = 60, .kpis = 95, .weeks = 110, .seed = 7});

    Ledger ledger;
    qint64 seq = 0;
    for (const DemoCompany::Step &step : stepsOf(size))
        ledger.take(step.draft.edits, ++seq);

    CHECK(ledger.twice == 0);
    CHECK(ledger.missing == 0);
    CHECK(ledger.stale == 0);
}

TEST_CASE("a demo has exactly as many people and KPIs as were asked for", "[demo]")
{
    const int people = GENERATE(1, 2, 5, 25, 300);
    const int kpis = GENERATE(1, 17, 39, 123);
    const WorkingSet state = stateAfter(stepsOf({.people = people, .kpis = kpis, .weeks = 3}));

    CHECK(state.of<Person>().size() == people);
    CHECK(state.of<Kpi>().size() == kpis);
    QSet<QString> names;
    for (const Person *person : state.of<Person>().all())
        names.insert(person->name);
    CHECK(names.size() == people);
}

TEST_CASE("names are unique among all people, teams and boards, and KPIs on their board", "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf({.people = 10000, .kpis = 20000, .weeks = 1}));

    const auto areUnique = [](const auto &records) {
        QSet<QString> names;
        for (const auto *record : records)
            names.insert(record->name);
        return names.size() == records.size();
    };
    CHECK(state.of<Person>().size() == 10000);
    CHECK(areUnique(state.of<Person>().all()));
    CHECK(areUnique(state.of<Team>().all()));
    CHECK(areUnique(state.of<Board>().all()));
    bool uniqueOnBoards = true;
    for (const Board *board : state.of<Board>().all())
        uniqueOnBoards = uniqueOnBoards && areUnique(state.of<Kpi>().of(board->id));
    CHECK(uniqueOnBoards);
}

TEST_CASE("a generated KPI has one value for each week", "[demo]")
{
    const qsizetype handmade = stateAfter(stepsOf({.weeks = 1})).of<Kpi>().size();
    const WorkingSet state = stateAfter(stepsOf({.kpis = 200, .weeks = 70}));

    const QList<const Kpi *> kpis = state.of<Kpi>().all();
    REQUIRE(kpis.size() == 200);
    for (const Kpi *kpi : kpis.mid(handmade)) {
        CHECK(kpi->cadence == Cadence::Week);
        const QList<Measurement> points = state.seriesOf(kpi->id).points();
        CHECK(points.size() == 70);
        QSet<QDate> dates;
        for (const Measurement &point : points)
            dates.insert(point.date);
        CHECK(dates.size() == 70);
    }
    CHECK(state.of<Board>().size() == 7 + (200 - handmade + 9) / 10);
}

TEST_CASE("every kind of key result, direction, aggregate and level occurs", "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf());

    QSet<int> kinds;
    QSet<int> objectiveKinds;
    QSet<int> directions;
    QSet<int> aggregates;
    QSet<QString> units;
    int driven = 0;
    int levels = 0;
    int withParts = 0;
    int phased = 0;
    int aligned = 0;
    int falling = 0;
    for (const KeyResult *keyResult : state.of<KeyResult>().all()) {
        kinds.insert(static_cast<int>(keyResult->kind));
        driven += keyResult->kpi.isValid();
        levels += keyResult->commit && keyResult->target && keyResult->stretch;
        withParts += !state.of<MilestonePart>().of(keyResult->id).isEmpty();
        phased += !keyResult->phases.isEmpty();
        falling += keyResult->kind == KeyResultKind::Reach && *keyResult->target < *keyResult->start;
    }
    for (const Objective *objective : state.of<Objective>().all()) {
        objectiveKinds.insert(static_cast<int>(objective->kind));
        aligned += objective->parent.isValid();
    }
    for (const Kpi *kpi : state.of<Kpi>().all()) {
        directions.insert(static_cast<int>(kpi->direction));
        aggregates.insert(static_cast<int>(kpi->aggregate));
        units.insert(kpi->unit);
    }
    CHECK(kinds.size() == std::ssize(WordTable<KeyResultKind>::kWords));
    CHECK(objectiveKinds.size() == 2);
    CHECK(directions.size() == std::ssize(WordTable<Direction>::kWords));
    CHECK(aggregates.size() == std::ssize(WordTable<Aggregate>::kWords));
    CHECK(units.contains(QSet<QString>{u"%"_s, u"€"_s, u"min"_s, u"h"_s, QString()}));
    CHECK(driven >= 3);
    CHECK(levels >= 2);
    CHECK(withParts >= 3);
    CHECK(phased >= 1);
    CHECK(aligned >= 5);
    CHECK(falling >= 3);
}

TEST_CASE("public boards hold a screenful, and the founder only looks on at one private board", "[demo]")
{
    DemoCompany company = companyOf();
    const PersonId founder = company.founder();
    const WorkingSet state = stateAfter(stepsOf(std::move(company)));

    int watchedPrivate = 0;
    int ownPrivate = 0;
    for (const Board *board : state.of<Board>().all()) {
        qsizetype running = 0;
        for (const Objective *objective : state.of<Objective>().of(board->id))
            running += !objective->archived;
        bool isOwner = false;
        bool isViewer = false;
        for (const Grant *grant : state.of<Grant>().of(board->id)) {
            isOwner = isOwner || (grant->person == founder && grant->role == Role::Owner);
            isViewer = isViewer || (grant->person == founder && grant->role == Role::Viewer);
        }
        CHECK(running >= 1);
        if (board->visibility == Visibility::Public) {
            CHECK(running >= 2);
            CHECK(running <= 3);
            CHECK(state.of<Kpi>().of(board->id).size() >= 5);
            CHECK(state.of<Kpi>().of(board->id).size() <= 8);
        } else {
            ownPrivate += isOwner;
            watchedPrivate += isViewer;
        }
        CHECK(state.cycleOf(board->id)->name == u"Q4 2026"_s);
    }
    CHECK(ownPrivate == 1);
    CHECK(watchedPrivate == 1);
}

TEST_CASE("the first reply got faster by a break, with little noise on either side", "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf());
    const QList<Measurement> points = state.seriesOf(kpiNamed(state, u"First reply time"_s).id).points();

    REQUIRE(points.size() == 52);
    CHECK(meanOf(points.last(9)) < 62);
    CHECK(meanOf(points.mid(43 - 9, 9)) - meanOf(points.last(9)) > 18);
    CHECK(std::abs(meanOf(points.first(20)) - meanOf(points.mid(20, 20))) < 6);
}

TEST_CASE("sign-ups are high in January and low in July, every year", "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf({.weeks = 156}));
    const Series series = state.seriesOf(kpiNamed(state, u"New sign-ups"_s).id);

    for (const int year : {2024, 2025, 2026}) {
        const double winter = meanOf(series.between(QDate(year, 1, 1), QDate(year, 1, 31)));
        const double summer = meanOf(series.between(QDate(year, 7, 1), QDate(year, 7, 31)));
        CHECK(winter > 1.5 * summer);
    }
}

TEST_CASE("the demo has a gap, a stale KPI, one without data, one without target, and negative values",
          "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf());
    const auto pointsOf = [&state](const QString &name) {
        return state.seriesOf(kpiNamed(state, name).id).points();
    };

    const QList<Measurement> visits = pointsOf(u"Visits to the web site"_s);
    qint64 longest = 0;
    for (qsizetype i = 1; i < visits.size(); ++i)
        longest = qMax(longest, visits[i - 1].date.daysTo(visits[i].date));
    CHECK(longest == 42);
    CHECK(pointsOf(u"Cost per ticket"_s).last().date < kToday.addDays(-28));
    CHECK(pointsOf(u"Barriers reported by patients"_s).isEmpty());
    CHECK(state.of<Target>().of(kpiNamed(state, u"Days of training"_s).id).isEmpty());
    CHECK(pointsOf(u"Net cash flow"_s).first().value < 0);
    CHECK(pointsOf(u"Would recommend working here"_s).size() == 4);
}

TEST_CASE("a target that changed in the year is a second row, made when it came into force", "[demo]")
{
    const QList<DemoCompany::Step> steps = stepsOf();
    const WorkingSet state = stateAfter(steps);
    const QList<const Target *> targets = state.of<Target>().of(kpiNamed(state, u"First reply time"_s).id);

    REQUIRE(targets.size() == 2);
    CHECK_FALSE(targets[0]->validFrom.isValid());
    CHECK(targets[0]->value == 75);
    CHECK(targets[1]->validFrom == QDate(2026, 7, 1));
    CHECK(targets[1]->value == 60);
    CHECK(targets[1]->position > targets[0]->position);
}

TEST_CASE("a short history begins with the target that was in force by then", "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf({.weeks = 2}));
    const QList<const Target *> targets = state.of<Target>().of(kpiNamed(state, u"First reply time"_s).id);

    REQUIRE(targets.size() == 1);
    CHECK(targets[0]->value == 60);
}

TEST_CASE("a ratio has parts and no value, all else a value and no parts", "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf({.kpis = 100}));

    for (const Kpi *kpi : state.of<Kpi>().all())
        for (const Measurement &point : state.seriesOf(kpi->id).points()) {
            const bool isRatio = kpi->aggregate == Aggregate::Ratio;
            CHECK(point.value.has_value() != isRatio);
            CHECK(point.numerator.has_value() == isRatio);
            CHECK(point.denominator.has_value() == isRatio);
            if (isRatio)
                CHECK((*point.denominator > 0 && *point.numerator <= *point.denominator));
        }
}

TEST_CASE("values look as if a person had typed them", "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf());

    for (const Kpi *kpi : state.of<Kpi>().all())
        for (const Measurement &point : state.seriesOf(kpi->id).points()) {
            const double shown = point.value.value_or(0) * (kpi->unit == u"%"_s ? 100 : 1);
            CHECK(std::abs(shown * 100 - std::round(shown * 100)) < 1e-6);
            CHECK_FALSE((point.value == 0 && std::signbit(*point.value)));
        }
}

TEST_CASE("of the actions some are done, some open and some overdue, and people comment", "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf());

    int done = 0;
    int open = 0;
    int overdue = 0;
    for (const Action *action : state.of<Action>().all()) {
        done += action->done;
        open += !action->done && action->due >= kToday;
        overdue += !action->done && action->due < kToday;
    }
    QSet<PersonId> voices;
    for (const Comment *comment : state.of<Comment>().all())
        voices.insert(comment->author);
    CHECK(done >= 4);
    CHECK(open >= 4);
    CHECK(overdue >= 3);
    CHECK(state.of<Comment>().size() >= 15);
    CHECK(voices.size() >= 8);
}

TEST_CASE("the objectives of past quarters are graded in tenths and put away", "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf());

    int past = 0;
    for (const Objective *objective : state.of<Objective>().all()) {
        CHECK(objective->archived == objective->grade.has_value());
        past += objective->archived;
        const double tenths = 10 * objective->grade.value_or(0);
        CHECK(std::abs(tenths - std::round(tenths)) < 1e-9);
    }
    CHECK(past == 4 * 5);
}

TEST_CASE("milestone parts are checked in once each, by part", "[demo]")
{
    const WorkingSet state = stateAfter(stepsOf());

    QSet<MilestonePartId> done;
    int twice = 0;
    for (const CheckIn *checkIn : state.of<CheckIn>().all()) {
        const KeyResult *keyResult = state.find(checkIn->keyResult);
        CHECK_FALSE(keyResult->kpi.isValid());
        CHECK(checkIn->part.isValid() == !state.of<MilestonePart>().of(keyResult->id).isEmpty());
        CHECK(checkIn->confidence.value_or(0) >= 0);
        CHECK(checkIn->confidence.value_or(0) <= 10);
        if (checkIn->part.isValid()) {
            twice += done.contains(checkIn->part);
            done.insert(checkIn->part);
        }
    }
    CHECK(twice == 0);
    CHECK(done.size() >= 4);
    CHECK(done.size() < state.of<MilestonePart>().size());
}

TEST_CASE("a long history in a small company and a large one in a single week are made too", "[demo]")
{
    const WorkingSet longOne = stateAfter(stepsOf({.people = 1, .kpis = 1, .weeks = 2000}));
    CHECK(longOne.of<Kpi>().size() == 1);
    CHECK(countOfValues(longOne) >= 2000 * 12 / 53);

    const WorkingSet single = stateAfter(stepsOf({.people = 1, .kpis = 1, .weeks = 1}));
    CHECK(single.of<Person>().size() == 1);
    CHECK(countOfValues(single) <= 1);
}
