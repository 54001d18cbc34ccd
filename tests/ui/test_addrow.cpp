// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/acts/goals.h"
#include "tests/support/printing.h"
#include "tests/ui/keys.h"
#include "tests/ui/opened.h"
#include "ui/pages/addrow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// The Support board with the keyboard on its first objective.
class Desk : public Opened
{
public:
    explicit Desk(Office &office) : Opened(office, u"Support"_s), m_office(office)
    {
        table().setFocus();
        table().setCurrentIndex(table().model()->index(0, BoardModel::ValueColumn));
        objective = ObjectiveId(table().currentIndex().data(IdRole).toLongLong());
        REQUIRE(m_office.state().find(objective) != nullptr);
    }

    AddRow &line() { return *child<AddRow>("addRow"); }
    QString hint() { return line().findChild<QLabel *>(u"entryHint"_s)->text(); }
    QLineEdit &title() { return *child<QLineEdit>("addRowTitle"); }
    const KeyResult *last()
    {
        const QList<const KeyResult *> all = m_office.state().of<KeyResult>().of(objective);
        return all.isEmpty() ? nullptr : all.last();
    }

    ObjectiveId objective;

private:
    Office &m_office;
};

} // namespace

TEST_CASE("a key result takes its title, Tab, two numbers and Enter, and the next one too", "[addrow]")
{
    Office office;
    Desk desk(office);
    const qsizetype before = office.state().of<KeyResult>().of(desk.objective).size();
    pressKey(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.title().hasFocus());
    const KeyCounter keys;

    typeOn(u"More"_s);
    pressKey(Qt::Key_Tab);
    typeOn(u"62 75%"_s);
    CHECK(desk.hint() == u"Key result, from 62\u202f% to 75\u202f%"_s);
    pressKey(Qt::Key_Return);

    CHECK(keys.count() == 4 + 1 + 6 + 1);
    REQUIRE(office.settle());
    REQUIRE(office.state().of<KeyResult>().of(desk.objective).size() == before + 1);
    CHECK(desk.last()->title == u"More"_s);
    CHECK(desk.last()->start == 0.62);
    CHECK(desk.last()->target == 0.75);
    CHECK(desk.last()->unit == u"%"_s);
    CHECK(desk.table().currentIndex().data(IdRole).toLongLong() == desk.last()->id.value());

    REQUIRE(desk.title().hasFocus());
    CHECK(desk.title().text().isEmpty());
    typeOn(u"Fewer"_s);
    pressKey(Qt::Key_Tab);
    typeOn(u"9"_s);
    pressKey(Qt::Key_Tab);
    typeOn(u"3"_s);
    pressKey(Qt::Key_Return);
    REQUIRE(office.settle());
    CHECK(desk.last()->title == u"Fewer"_s);
    CHECK(desk.last()->start == 9);
    CHECK(desk.last()->target == 3);

    pressKey(Qt::Key_Escape);
    CHECK_FALSE(desk.line().isVisible());
    CHECK(desk.table().hasFocus());
}

TEST_CASE("the kind of a key result is typed too, and said in words", "[addrow]")
{
    Office office;
    Desk desk(office);
    pressKey(Qt::Key_Insert);
    REQUIRE(desk.title().hasFocus());
    typeOn(u"Stay calm"_s);
    CHECK(desk.hint() == u"Key result, get a first value"_s);
    pressKey(Qt::Key_Tab);
    typeOn(u"<= 60 min"_s);
    CHECK(desk.hint() == u"Key result, stay at 60\u202fmin or less"_s);
    pressKey(Qt::Key_Return);
    REQUIRE(office.settle());
    CHECK(desk.last()->kind == KeyResultKind::Below);
    CHECK(desk.last()->target == 60);
}

TEST_CASE("what cannot be added is said below the line, and stays to be mended", "[addrow]")
{
    Office office;
    Desk desk(office);
    const QString taken = desk.last()->title;
    const qint64 entries = office.state().seq;
    pressKey(Qt::Key_Return, Qt::ControlModifier);

    pressKey(Qt::Key_Return);
    CHECK(desk.title().hasFocus());
    typeOn(taken);
    pressKey(Qt::Key_Tab);
    typeOn(u"soon"_s);
    pressKey(Qt::Key_Return);
    CHECK(desk.hint().contains(u"“soon”"_s));
    desk.child<QLineEdit>("addRowFrom")->selectAll();
    typeOn(u"5"_s);
    pressKey(Qt::Key_Return);
    REQUIRE(office.settle());

    CHECK(QTest::qWaitFor([&] { return desk.hint().contains(taken); }, 20'000));
    CHECK(desk.title().text() == taken);
    CHECK(office.state().seq == entries);
}

TEST_CASE("what cannot be added is told also when the line was closed meanwhile", "[addrow]")
{
    Office office;
    Desk desk(office);
    const QString taken = desk.last()->title;
    pressKey(Qt::Key_Return, Qt::ControlModifier);
    typeOn(taken);
    pressKey(Qt::Key_Return);

    pressKey(Qt::Key_Escape);

    REQUIRE_FALSE(desk.line().isVisible());
    CHECK(QTest::qWaitFor([&] { return desk.message().contains(taken); }, 20'000));
}

TEST_CASE("objectives and KPIs are added in the same line", "[addrow]")
{
    Office office;
    Desk desk(office);
    const BoardId board = office.board(u"Support"_s);
    pressKey(Qt::Key_Return, Qt::ControlModifier);
    auto *kind = desk.child<QComboBox>("addRowKind");
    kind->setCurrentIndex(kind->count() - 1);
    typeOn(u"Wait"_s);
    pressKey(Qt::Key_Tab);
    typeOn(u"<= 5 min"_s);
    CHECK(desk.hint() == u"KPI, target \u2264 5\u202fmin"_s);
    pressKey(Qt::Key_Return);
    REQUIRE(office.settle());
    const Kpi *kpi = office.state().find(office.kpi(u"Wait"_s));
    REQUIRE(kpi != nullptr);
    CHECK(kpi->board == board);
    CHECK(kpi->direction == Direction::Down);
    CHECK(kpi->unit == u"min"_s);

    kind->setCurrentIndex(kind->findText(u"Objective"_s));
    CHECK_FALSE(desk.child<QLineEdit>("addRowFrom")->isVisible());
    typeOn(u"Be quick"_s);
    pressKey(Qt::Key_Return);
    REQUIRE(office.settle());
    CHECK(office.state().of<Objective>().of(board).last()->title == u"Be quick"_s);
    // Next one adds what shows that it is reached.
    CHECK(kind->currentText().contains(u"Be quick"_s));
}

TEST_CASE("a key result can be added by the menu as soon as there is an objective for it", "[addrow]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    const auto made = office.submit([](Situation &in) { return addBoard(in, {u"New"_s, {}, {}}); });
    REQUIRE(made);
    Objective objective;
    objective.board = made->change.edits.of<Board>().added.first().id;
    objective.title = u"Be calm"_s;
    REQUIRE(opened.goTo(objective.board));
    const QAction *add = opened.action(u"Key result"_s);
    REQUIRE_FALSE(add->isEnabled());

    REQUIRE(office.submit([objective](Situation &in) { return addObjective(in, objective); }));
    CHECK(QTest::qWaitFor([add] { return add->isEnabled(); }, 20'000));

    REQUIRE(office.session().wait(office.session().undo()));
    CHECK(QTest::qWaitFor([add] { return !add->isEnabled(); }, 20'000));
}
