// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/acts/values.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/boardediting.h"
#include "ui/pages/dayedit.h"
#include "ui/pages/pastbar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;

/// The window on a board, whose past is asked for by its key.
class Looking : public Opened
{
public:
    explicit Looking(Office &office) : Opened(office.session())
    {
        REQUIRE(open(office.path()));
        window().goTo(Place::ofBoard(office.board(u"Support"_s)));
        QTest::keyClick(&window(), Qt::Key_D, Qt::ControlModifier);
    }
    PastBar &bar() { return *child<PastBar>("pastBar"); }
    DayEdit &day() { return *child<DayEdit>("pastDay"); }
    QString says() { return child<QLabel>("pastText")->text(); }
    bool waitFor(const QString &words)
    {
        return QTest::qWaitFor([&] { return says().startsWith(words); }, kPatienceMs);
    }
};

} // namespace

TEST_CASE("a board is seen as it stood, and nothing can be typed there", "[past]")
{
    Office office;
    GivenValue given;
    given.kpi = office.kpi(u"First reply time"_s);
    given.value = 7654;
    given.date = kToday;
    REQUIRE(office.submit([given](Situation &in) { return recordValue(in, given); }));
    Looking looking(office);
    CHECK(looking.bar().isVisible());
    CHECK(looking.day().hasFocus());
    CHECK(looking.bar().action()->isChecked());

    REQUIRE(looking.waitFor(u"As it stood on"_s));

    CHECK(looking.says().contains(u"read-only"_s));
    CHECK(looking.says().contains(QString::number(kToday.year())));
    const QModelIndex cell = looking.cell(u"First reply time"_s);
    CHECK_FALSE(cell.data().toString().contains(u"654"_s));
    CHECK_FALSE(cell.flags().testFlag(Qt::ItemIsEditable));
    const QList<QAction *> writing{looking.page().editing().pasteValues(),
                                   looking.page().editing().addRowBelow(), looking.action(u"KPI"_s),
                                   looking.action(u"Delete row"_s)};
    for (const QAction *action : writing)
        CHECK_FALSE(action->isEnabled());
    CHECK_FALSE(looking.page().addButton()->isEnabled());
    CHECK(looking.page().editing().copyRows()->isEnabled());

    QTest::keyClick(&looking.day(), Qt::Key_Escape);
    CHECK_FALSE(looking.bar().isVisible());
    CHECK_FALSE(looking.bar().action()->isChecked());
    CHECK(looking.cell(u"First reply time"_s).data().toString().contains(u"654"_s));
    CHECK(looking.cell(u"First reply time"_s).flags().testFlag(Qt::ItemIsEditable));
    for (const QAction *action : writing)
        CHECK(action->isEnabled());
    CHECK(looking.table().hasFocus());
}

TEST_CASE("whoever goes elsewhere is back in the present", "[past]")
{
    Office office;
    Looking looking(office);
    REQUIRE(looking.waitFor(u"As it stood on"_s));

    SECTION("to another board")
    {
        looking.window().goTo(Place::ofBoard(office.board(u"Growth"_s)));
    }
    SECTION("to a row")
    {
        Place place = Place::ofBoard(office.board(u"Support"_s));
        place.rowKind = RowKind::Kpi;
        place.row = office.kpi(u"First reply time"_s).value();
        looking.window().goTo(place);
    }
    SECTION("by the button of the tool bar")
    {
        auto &button = *looking.child<QToolButton>("pastActionButton");
        CHECK(button.isChecked());
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    SECTION("by Escape in the table")
    {
        looking.table().setFocus();
        QTest::keyClick(&looking.table(), Qt::Key_Escape);
    }

    CHECK_FALSE(looking.bar().isVisible());
    CHECK_FALSE(looking.page().model().isPast());
    CHECK(looking.page().editing().addRowBelow()->isEnabled());
}

TEST_CASE("only a board has a past to go to", "[past]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    CHECK(opened.page().past().action()->isEnabled());

    opened.window().goTo(Place::of(Place::Kind::Home));

    CHECK_FALSE(opened.page().past().action()->isEnabled());
}

TEST_CASE("the day that one looks back to is seen in full", "[past]")
{
    Office office;
    Looking looking(office);
    const auto &line = *looking.day().findChild<QLineEdit *>();
    CHECK(line.width() >
          line.fontMetrics().horizontalAdvance(line.text()) + 2 * line.fontMetrics().horizontalAdvance(u' '));
}

TEST_CASE("days are stepped through by keys: a day, a week, a month", "[past]")
{
    Office office;
    Looking looking(office);
    const QDate start = looking.day().date();
    CHECK(start == kToday.addDays(-7));

    QTest::keyClick(&looking.day(), Qt::Key_Down);
    CHECK(looking.day().date() == start.addDays(-1));
    QTest::keyClick(&looking.day(), Qt::Key_Up);
    QTest::keyClick(&looking.day(), Qt::Key_PageDown);
    CHECK(looking.day().date() == start.addDays(-7));
    QTest::keyClick(&looking.day(), Qt::Key_PageUp);
    QTest::keyClick(&looking.day(), Qt::Key_PageDown, Qt::ShiftModifier);
    CHECK(looking.day().date() == start.addMonths(-1));
    // Only the last one is read.
    CHECK(looking.waitFor(u"As it stood on"_s));
    CHECK(looking.says().contains(QLocale().toString(start.addMonths(-1).day())));
}

TEST_CASE("stepping to today is coming back", "[past]")
{
    Office office;
    Looking looking(office);
    REQUIRE(looking.waitFor(u"As it stood on"_s));

    SECTION("by the key")
    {
        QTest::keyClick(&looking.day(), Qt::Key_PageUp);
    }
    SECTION("by the button")
    {
        QTest::mouseClick(looking.child<QPushButton>("pastToday"), Qt::LeftButton);
    }

    CHECK_FALSE(looking.bar().isVisible());
    CHECK(looking.cell(u"First reply time"_s).flags().testFlag(Qt::ItemIsEditable));
}

TEST_CASE("before there was anything, that is said", "[past]")
{
    Office office;
    const AddBoard request{u"Brand new"_s, Visibility::Public, {}};
    REQUIRE(office.submit([request](Situation &in) { return addBoard(in, request); }));
    Looking looking(office);

    looking.bar().goTo(QDate(1999, 1, 1));
    looking.day().setDate(QDate(1999, 1, 1));
    REQUIRE(looking.waitFor(u"The workspace did not exist yet"_s));
    CHECK(looking.table().model()->rowCount() == 0);

    looking.bar().leave();
    looking.window().goTo(Place::ofBoard(office.board(u"Brand new"_s)));
    QTest::keyClick(&looking.window(), Qt::Key_D, Qt::ControlModifier);
    CHECK(looking.waitFor(u"The board did not exist yet"_s));
}
