// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"
#include "core/domain/acts/people.h"
#include "core/domain/cycles.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/endedbar.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// The window on a board whose cycle ended yesterday.
class Ended : public Opened
{
public:
    explicit Ended(Office &office) : Opened(office.session()), m_office(office)
    {
        const Cycle &cycle = *office.state().cycleOf(office.board(u"Support"_s));
        const Named named{Named::Kind::Cycle, cycle.id.value(), cycle.name, cycle.name};
        const FieldEdit edit{u"to"_s, kToday.addDays(-1).toString(Qt::ISODate)};
        REQUIRE(office.submit([=](Situation &in) { return editFields(in, named, {edit}); }));
        REQUIRE(open(office.path()));
        goToSupport();
    }
    void goToSupport() { window().goTo(Place::ofBoard(m_office.board(u"Support"_s))); }
    EndedBar &bar() { return *child<EndedBar>("endedBar"); }
    QString says() { return child<QLabel>("endedText")->text(); }
    QPushButton *button(const QString &beginning)
    {
        for (QPushButton *one : bar().findChildren<QPushButton *>())
            if (one->text().startsWith(beginning))
                return one;
        return nullptr;
    }
    QString cycleOf(const QString &board)
    {
        const Cycle *cycle = m_office.state().cycleOf(m_office.board(board));
        return cycle ? cycle->name : QString();
    }

private:
    Office &m_office;
};

} // namespace

TEST_CASE("a board whose cycle has ended says so, and goes on at a click", "[cycles]")
{
    Office office;
    Ended window(office);
    REQUIRE(window.bar().isVisible());
    CHECK(window.says().startsWith(u"Q4 2026 ended on 17 Nov."_s));
    const QString before = window.cycleOf(u"Growth"_s);
    QPushButton *one = window.button(u"Carry over into"_s);
    REQUIRE(one);

    // The quarter's name is still that of the cycle that was cut short.
    QTest::mouseClick(one, Qt::LeftButton);
    REQUIRE(office.settle());
    CHECK(window.message().contains(u"Q4 2026"_s));
    CHECK(window.bar().isVisible());

    const AddCycle rest{u"Rest of the year"_s, kToday, QDate(2026, 12, 31)};
    REQUIRE(office.submit([rest](Situation &in) { return addCycle(in, rest); }));
    CHECK(one->text() == u"Carry over into Rest of the year"_s);
    QTest::mouseClick(one, Qt::LeftButton);
    REQUIRE(office.settle());
    CHECK(window.cycleOf(u"Support"_s) == rest.name);
    CHECK(window.cycleOf(u"Growth"_s) == before);
    CHECK_FALSE(window.bar().isVisible());
}

TEST_CASE("all boards of a cycle are carried over at once, and all taken back at once", "[cycles]")
{
    Office office;
    Ended window(office);
    const AddCycle rest{u"Rest & more"_s, kToday, QDate(2026, 12, 31)};
    REQUIRE(office.submit([rest](Situation &in) { return addCycle(in, rest); }));
    QAction *all = window.action(u"Carry all boards over"_s);
    REQUIRE(all);
    REQUIRE(all->isEnabled());
    CHECK(window.button(u"Carry over into"_s)->text() == u"Carry over into Rest && more"_s);

    const QListView &sideBar = *window.child<QListView>("sideBar");
    CHECK_FALSE(sideBar.currentIndex().isValid());
    all->trigger();
    REQUIRE(office.settle());
    CHECK(sideBar.currentIndex().data().toString() == u"Support"_s);
    CHECK(window.cycleOf(u"Support"_s) == rest.name);
    CHECK(window.cycleOf(u"Growth"_s) == rest.name);
    CHECK_FALSE(all->isEnabled());

    QAction *undo = window.action(u"Undo carrying boards over into Rest "_s);
    REQUIRE(undo);
    undo->trigger();
    REQUIRE(office.settle());
    CHECK(window.cycleOf(u"Support"_s) == u"Q4 2026"_s);
    CHECK(window.bar().isVisible());
}

TEST_CASE("nothing is carried over from the past, or from another page", "[cycles]")
{
    Office office;
    Ended window(office);
    QAction *one = window.action(u"Carry board over"_s);
    REQUIRE(one);
    CHECK(one->isEnabled());
    window.window().goTo(Place::of(Place::Kind::Home));
    CHECK_FALSE(one->isEnabled());
    const QListView &sideBar = *window.child<QListView>("sideBar");
    CHECK(sideBar.selectionModel()->hasSelection());
    window.goToSupport();
    CHECK_FALSE(sideBar.selectionModel()->hasSelection());
    CHECK(one->isEnabled());
    QTest::keyClick(&window.window(), Qt::Key_D, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return !window.bar().isVisible(); }, 20'000));
    CHECK_FALSE(one->isEnabled());
}
