// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/acts/goals.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/alignbar.h"
#include "ui/pages/alignmentpage.h"
#include "ui/pages/emptystate.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;

/// The page of the alignment, on an objective of one's own.
class Aligning : public Opened
{
public:
    explicit Aligning(Office &office) : Opened(office.session()), m_office(office)
    {
        const auto made = office.submit([](Situation &in) { return addBoard(in, {u"Ours"_s, {}, {}}); });
        REQUIRE(made);
        board = made->change.edits.of<Board>().added.first().id;
        goal = add(u"Our goal"_s);
        REQUIRE(open(office.path()));
        QTest::keyClick(&window(), Qt::Key_3, Qt::AltModifier);
        REQUIRE(QTest::qWaitFor([this] { return row(u"Our goal"_s).isValid(); }, kPatienceMs));
        view().setCurrentIndex(row(u"Our goal"_s));
    }

    ObjectiveId add(const QString &title)
    {
        Objective objective;
        objective.board = board;
        objective.title = title;
        const auto made = m_office.submit([objective](Situation &in) { return addObjective(in, objective); });
        REQUIRE(made);
        return made->change.edits.of<Objective>().added.first().id;
    }
    QTreeView &view() { return *child<QTreeView>("alignmentView"); }
    AlignBar &bar() { return *child<AlignBar>("alignBar"); }
    QComboBox &parents() { return *child<QComboBox>("alignTo"); }
    QAction &align() { return *child<AlignmentPage>("alignmentPage")->align(); }
    void ask() { QTest::keyClick(&view(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier); }
    void answer(const QString &text)
    {
        QLineEdit &line = *parents().lineEdit();
        line.setText(text); // typed, it would be completed
        QTest::keyClick(&line, Qt::Key_Return);
    }
    ObjectiveId parent() const { return m_office.state().find(goal)->parent; }
    QModelIndex row(const QString &title)
    {
        const QAbstractItemModel &model = *view().model();
        const QModelIndexList found =
            model.match(model.index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }

    BoardId board;
    ObjectiveId goal;

private:
    Office &m_office;
};

} // namespace

TEST_CASE("an objective is aligned by keys alone", "[alignment]")
{
    Office office;
    Aligning aligning(office);
    const ObjectiveId above = aligning.add(u"What it is for"_s);

    aligning.ask();
    REQUIRE(aligning.bar().isVisible());
    CHECK(aligning.bar().isAncestorOf(QApplication::focusWidget()));
    CHECK(aligning.parents().currentText() == u"No other objective"_s);
    aligning.answer(u"what it is"_s);

    CHECK_FALSE(aligning.bar().isVisible());
    CHECK(aligning.view().hasFocus());
    CHECK(QTest::qWaitFor([&] { return aligning.parent() == above; }, kPatienceMs));
}

TEST_CASE("a text that is none or several of the objectives aligns to none of them", "[alignment]")
{
    Office office;
    Aligning aligning(office);
    const ObjectiveId above = aligning.add(u"Calm, twice"_s);
    aligning.add(u"Calm, once"_s);
    aligning.ask();
    aligning.answer(u"calm, twice"_s);
    REQUIRE(QTest::qWaitFor([&] { return aligning.parent() == above; }, kPatienceMs));

    for (const QString &text : {QString(), u"Calm"_s, u"nothing like that"_s}) {
        CAPTURE(text);
        aligning.ask();
        aligning.answer(text);
        CHECK(aligning.bar().isVisible());
        QTest::keyClick(aligning.parents().lineEdit(), Qt::Key_Escape);
        CHECK_FALSE(aligning.bar().isVisible());
        CHECK(aligning.view().hasFocus());
    }
    REQUIRE(office.settle());
    CHECK(aligning.parent() == above);

    aligning.ask();
    aligning.answer(u"No other objective"_s);
    CHECK(QTest::qWaitFor([&] { return !aligning.parent().isValid(); }, kPatienceMs));
}

TEST_CASE("who loses the right to edit a board is offered no alignment any more", "[alignment]")
{
    Office office;
    Aligning aligning(office);
    const PersonId hana = office.person(u"Hana Suzuki"_s);
    const BoardId board = aligning.board;
    REQUIRE(aligning.align().isEnabled());

    REQUIRE(office.submit([=](Situation &in) { return shareBoard(in, {board, {hana, {}}, Role::Owner}); }));
    REQUIRE(office.submit([=](Situation &in) { return unshareBoard(in, {board, {in.asker, {}}}); }));

    CHECK(QTest::qWaitFor([&] { return !aligning.align().isEnabled(); }, kPatienceMs));
    CHECK(aligning.row(u"Our goal"_s).isValid());
}

TEST_CASE("a filter that leaves no objective says so, and its button brings them back", "[alignment]")
{
    Office office;
    Aligning aligning(office);
    auto &filter = *aligning.child<QLineEdit>("alignmentFilter");
    auto *const empty = aligning.child<AlignmentPage>("alignmentPage")->findChild<EmptyState *>();

    filter.setText(u"our goal"_s);
    CHECK(aligning.row(u"Our goal"_s).isValid());
    filter.setText(u"nothing like that"_s);
    CHECK(aligning.view().model()->rowCount() == 0);
    REQUIRE(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);

    CHECK(filter.text().isEmpty());
    CHECK(aligning.row(u"Our goal"_s).isValid());
    CHECK(aligning.view().isVisible());
}
