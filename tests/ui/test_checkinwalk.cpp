// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/acts/deleting.h"
#include "core/domain/acts/goals.h"
#include "tests/support/printing.h"
#include "tests/ui/keys.h"
#include "tests/ui/office.h"
#include "ui/charts/theme.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/pages/checkinwalk.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// A board of one's own with KPIs that are due, and the walk over it.
struct Walk
{
    Office office;
    BoardId board;
    QList<KpiId> kpis;
    CheckInWalk walk{office.session()};
    bool isLeft = false;

    explicit Walk(int count)
    {
        dress(*qApp, lightTheme());
        const auto made = office.submit([](Situation &in) {
            return addBoard(in, {u"Mine"_s, Visibility::Public, CycleId()});
        });
        REQUIRE(made);
        board = made->change.edits.of<Board>().added.first().id;
        for (int i = 0; i < count; ++i)
            kpis.append(kpi(u"Figure %1"_s.arg(i + 1)));
        // What was added is loaded as a board is that is looked at.
        REQUIRE(office.session().wait(office.session().loadEverything()));
        QObject::connect(&walk, &CheckInWalk::left, &walk, [this] { isLeft = true; });
        showAlone(walk);
        auto *scope = walk.findChild<QComboBox *>(u"walkScope"_s);
        scope->setCurrentIndex(1); // this board
        walk.begin(board);
    }

    KpiId kpi(const QString &name)
    {
        AddKpi request;
        request.kpi.board = board;
        request.kpi.name = name;
        request.kpi.unit = u"min"_s;
        request.kpi.definition = u"How long it takes"_s;
        request.kpi.owners = {Owner{office.session().me(), {}}};
        const auto made = office.submit([request](Situation &in) { return addKpi(in, request); });
        REQUIRE(made);
        return made->change.edits.of<Kpi>().added.first().id;
    }

    QString text(const char *name) { return walk.findChild<QLabel *>(QString::fromLatin1(name))->text(); }
    QLineEdit *line(const char *name) { return walk.findChild<QLineEdit *>(QString::fromLatin1(name)); }
    std::optional<double> valueOf(qsizetype i, QDate day = kToday)
    {
        const Measurement *point = office.state().seriesOf(kpis[i]).at(day);
        return point ? point->value : std::nullopt;
    }
};

} // namespace

TEST_CASE("thirty values that are due take their digits and Enter each", "[walk]")
{
    Walk walk(30);
    const KeyCounter keys;

    for (int i = 0; i < 30; ++i) {
        CHECK(walk.text("walkProgress") == u"%1 of 30"_s.arg(i + 1));
        typeOn(QString::number(10 + i));
        pressKey(Qt::Key_Return);
    }

    CHECK(keys.count() == 30 * 3);
    CHECK(walk.text("walkSummary").contains(u"30"_s));
    REQUIRE(walk.office.settle());
    for (int i = 0; i < 30; ++i)
        CHECK(walk.valueOf(i) == 10 + i);
    CHECK(dueRows(walk.office.state(), walk.office.session().me(), kToday).size() ==
          dueEntries(walk.office.state(), walk.office.session().me(), {}, kToday).size());
    CHECK(dueEntries(walk.office.state(), walk.office.session().me(), walk.board, kToday).isEmpty());
}

TEST_CASE("the walk shows what is asked for, with what it is", "[walk]")
{
    Walk walk(1);
    CHECK(walk.text("walkTitle") == u"Figure 1"_s);
    CHECK(walk.text("walkPlace") == u"Mine"_s);
    CHECK(walk.text("walkDefinition") == u"How long it takes"_s);
    CHECK(walk.text("walkLast") == u"Last value: No value yet"_s);
    CHECK(walk.line("walkValue")->hasFocus());
    CHECK(walk.line("walkValue")->accessibleName() == u"Value of Figure 1"_s);
    CHECK_FALSE(walk.line("walkConfidence")->isVisible()); // of key results only

    typeOn(u"48"_s);
    CHECK(walk.text("entryHint") == u"48\u202fmin, today"_s);
}

TEST_CASE("one skips, goes back and leaves by keys, and is told what was done", "[walk]")
{
    Walk walk(3);
    pressKey(Qt::Key_Right, Qt::ControlModifier);
    CHECK(walk.text("walkTitle") == u"Figure 2"_s);
    typeOn(u"5"_s);
    pressKey(Qt::Key_Return);
    pressKey(Qt::Key_Left, Qt::ControlModifier);
    CHECK(walk.text("walkTitle") == u"Figure 2"_s);
    pressKey(Qt::Key_Right, Qt::ControlModifier);
    pressKey(Qt::Key_Right, Qt::ControlModifier);

    CHECK(walk.text("walkSummary").contains(u"1"_s));
    CHECK(walk.text("walkSummary").contains(u"2 skipped"_s));
    auto *end = walk.walk.findChild<QPushButton *>(u"walkEnd"_s);
    CHECK(end->hasFocus());
    CHECK_FALSE(walk.isLeft);
    pressKey(Qt::Key_Escape);
    CHECK(walk.isLeft);
    REQUIRE(walk.office.settle());
    CHECK_FALSE(walk.valueOf(0));
    CHECK(walk.valueOf(1) == 5);
}

TEST_CASE("a value that is refused after one has left is told all the same", "[walk]")
{
    Walk walk(1);
    QString told;
    QObject::connect(&walk.walk, &CheckInWalk::refusedLate, &walk.walk,
                     [&told](const QString &inWords) { told = inWords; });
    // Deleted by the same person at another machine: here that is known only when something is written.
    Session elsewhere({walk.office.session().profile().folder(), kToday});
    REQUIRE(elsewhere.wait(elsewhere.open(walk.office.path(), Session::Read::Everything)));
    Intent intent;
    intent.decide = [id = walk.kpis[0].value()](Situation &in) {
        return deleteThing(in, {Named::Kind::Kpi, id, u"Figure 1"_s, u"Figure 1"_s});
    };
    REQUIRE(elsewhere.wait(elsewhere.submit(std::move(intent))));

    walk.line("walkValue")->setText(u"5"_s);
    QTest::keyClick(walk.line("walkValue"), Qt::Key_Return);
    SECTION("by its key")
    {
        QTest::keyClick(&walk.walk, Qt::Key_Escape);
        REQUIRE(walk.isLeft);
    }
    SECTION("by going to another page") {}
    walk.walk.hide();

    CHECK(QTest::qWaitFor([&told] { return told.startsWith(u"Figure 1: "_s); }, 20'000));
}

TEST_CASE("nothing typed and nonsense are refused where one types", "[walk]")
{
    Walk walk(2);
    pressKey(Qt::Key_Return);
    CHECK(walk.text("walkTitle") == u"Figure 1"_s);
    CHECK(walk.text("entryHint").contains(u"Ctrl+Right"_s));
    typeOn(u"x"_s);
    pressKey(Qt::Key_Return);
    CHECK(walk.text("entryHint").startsWith(u"“x” is not a number."_s));
    CHECK(walk.line("walkValue")->hasFocus());
    CHECK(walk.text("walkTitle") == u"Figure 1"_s);
}

TEST_CASE("a value that is there is replaced only with a reason, which is asked for in place", "[walk]")
{
    Walk walk(2);
    typeOn(u"5"_s);
    pressKey(Qt::Key_Return);
    REQUIRE(walk.office.settle());
    pressKey(Qt::Key_Left, Qt::ControlModifier);
    CHECK(walk.text("walkLast") == u"Last value: 5\u202fmin, today"_s);

    typeOn(u"6"_s);
    pressKey(Qt::Key_Return);
    CHECK(walk.line("walkReason")->hasFocus());
    typeOn(u"typo"_s);
    pressKey(Qt::Key_Return);

    CHECK(walk.text("walkTitle") == u"Figure 2"_s);
    REQUIRE(walk.office.settle());
    CHECK(walk.valueOf(0) == 6);
    CHECK(walk.office.state().seriesOf(walk.kpis[0]).at(kToday)->reason == u"typo"_s);
}

TEST_CASE("date and note are typed in the walk as well", "[walk]")
{
    Walk walk(1);
    typeOn(u"5"_s);
    pressKey(Qt::Key_Tab);
    REQUIRE(walk.line("walkDate")->hasFocus());
    pressKey(Qt::Key_Down);
    pressKey(Qt::Key_Tab);
    REQUIRE(walk.line("walkNote")->hasFocus());
    typeOn(u"late"_s);
    pressKey(Qt::Key_Return);

    REQUIRE(walk.office.settle());
    CHECK(walk.valueOf(0, kToday.addDays(-1)) == 5);
    CHECK(walk.office.state().seriesOf(walk.kpis[0]).at(kToday.addDays(-1))->note == u"late"_s);
}
