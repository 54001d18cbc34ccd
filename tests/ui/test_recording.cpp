// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QString kReply = u"First reply time"_s;

/// The Support board before someone who may record everything on it.
class Desk : public Opened
{
public:
    explicit Desk(Office &office) : Opened(office.session())
    {
        REQUIRE(open(office.path()));
        REQUIRE(goTo(office.board(u"Support"_s)));
    }

    bool shows(const QString &title, const QString &value)
    {
        return QTest::qWaitFor([&] { return shown(title) == value; }, 20'000);
    }
    bool says(const QString &words)
    {
        return QTest::qWaitFor([&] { return message().contains(words); }, 20'000);
    }
};

} // namespace

TEST_CASE("digits typed on a row and Enter record a value and go on to the next row", "[recording]")
{
    Office office;
    Desk desk(office);

    desk.typeAndEnter(kReply, u"48"_s);

    CHECK(desk.shows(kReply, u"48\u202fmin"_s));
    CHECK(desk.table().currentIndex() == desk.cell(u"Tickets reopened"_s));
    CHECK(desk.table().hasFocus());
    CHECK(desk.message().isEmpty());
}

TEST_CASE("several values are typed one after the other without the mouse", "[recording]")
{
    Office office;
    Desk desk(office);

    desk.typeAndEnter(kReply, u"48"_s);
    QTest::keyClicks(&desk.table(), u"1"_s);
    REQUIRE(desk.editor() != nullptr);
    QTest::keyClicks(desk.editor(), u"2/340"_s);
    QTest::keyClick(desk.editor(), Qt::Key_Return);

    CHECK(desk.shows(kReply, u"48\u202fmin"_s));
    CHECK(desk.shows(u"Tickets reopened"_s, u"3.529\u202f%"_s));
    CHECK(desk.message().isEmpty());
}

TEST_CASE("typing begins on whatever column of the row is current", "[recording]")
{
    Office office;
    Desk desk(office);
    desk.table().setCurrentIndex(desk.cell(kReply, BoardModel::TitleColumn));

    QTest::keyClicks(&desk.table(), u"4"_s);

    REQUIRE(desk.editor() != nullptr);
    CHECK(desk.editor()->text() == u"4"_s);
    CHECK(desk.editor()->accessibleName() == u"Value, First reply time"_s);
}

TEST_CASE("a number typed on a row that takes none lands on no other row, and is explained", "[recording]")
{
    Office office;
    Desk desk(office);
    const QModelIndex objective = desk.table().model()->index(0, BoardModel::ValueColumn);
    desk.table().setCurrentIndex(objective);

    QTest::keyClicks(&desk.table(), u"4"_s);

    CHECK(desk.editor() == nullptr);
    CHECK(desk.table().currentIndex() == objective);
    CHECK(desk.says(u"Type values on its key results."_s));
    CHECK(desk.table().hasFocus());

    QTest::keyClick(&desk.table(), Qt::Key_Down);
    CHECK(desk.message().isEmpty());

    desk.table().setCurrentIndex(objective);
    QTest::keyClicks(&desk.table(), u"4"_s);
    CHECK(desk.says(u"Type values on its key results."_s));
    QTest::keyClick(&desk.table(), Qt::Key_Escape);
    CHECK(desk.message().isEmpty());
}

TEST_CASE("Esc leaves the value, and letters begin none", "[recording]")
{
    Office office;
    Desk desk(office);
    const QString before = desk.shown(kReply);
    const qint64 entries = office.state().seq;

    desk.type(kReply, u"48"_s);
    QTest::keyClick(desk.editor(), Qt::Key_Escape);
    CHECK(QTest::qWaitFor([&desk] { return desk.editor() == nullptr; }));
    QTest::keyClicks(&desk.table(), u"x"_s);
    CHECK(desk.editor() == nullptr);

    REQUIRE(office.settle());
    CHECK(desk.shown(kReply) == before);
    CHECK(office.state().seq == entries);
    CHECK(desk.table().hasFocus());
}

TEST_CASE("a day that has a value asks for the reason where one types, and corrects", "[recording]")
{
    Office office;
    Desk desk(office);
    desk.typeAndEnter(kReply, u"48"_s);
    REQUIRE(desk.shows(kReply, u"48\u202fmin"_s));

    desk.typeAndEnter(kReply, u"49"_s);
    REQUIRE(desk.says(u"First reply time already has a value for today. Why does 49 replace it?"_s));
    REQUIRE(desk.answer() != nullptr);
    CHECK(QTest::qWaitFor([&desk] { return desk.answer()->hasFocus(); }));
    CHECK(desk.shown(kReply) == u"48\u202fmin"_s);

    QTest::keyClick(desk.answer(), Qt::Key_Return); // without a reason it stays
    REQUIRE(desk.answer() != nullptr);
    QTest::keyClicks(desk.answer(), u"counted twice"_s);
    QTest::keyClick(desk.answer(), Qt::Key_Return);

    CHECK(desk.shows(kReply, u"49\u202fmin"_s));
    CHECK(desk.message().isEmpty());
    CHECK(desk.table().hasFocus());
    const Result<History> history = office.session().wait(office.session().history(office.kpi(kReply)));
    REQUIRE(history);
    CHECK(history->last().value == 49);
    REQUIRE(history->last().correctedFrom.size() == 1);
    CHECK(history->last().correctedFrom.first().value == 48);
    CHECK(history->last().correctedFrom.first().reason == u"counted twice"_s);
}

TEST_CASE("a question that is dismissed gives the keyboard back to the table", "[recording]")
{
    Office office;
    Desk desk(office);
    desk.typeAndEnter(kReply, u"48"_s);
    REQUIRE(desk.shows(kReply, u"48\u202fmin"_s));
    desk.typeAndEnter(kReply, u"49"_s);
    REQUIRE(desk.says(u"Why does 49 replace it?"_s));

    QTest::keyClick(desk.answer(), Qt::Key_Escape);

    CHECK(desk.message().isEmpty());
    CHECK(desk.table().hasFocus());
    CHECK(desk.shown(kReply) == u"48\u202fmin"_s);
}

TEST_CASE("a question does not take the keyboard from someone who types on", "[recording]")
{
    Office office;
    Desk desk(office);
    desk.typeAndEnter(kReply, u"48"_s);
    REQUIRE(desk.shows(kReply, u"48\u202fmin"_s));

    desk.typeAndEnter(kReply, u"49"_s);
    QTest::keyClicks(&desk.table(), u"1"_s); // on the next row, before the answer is there
    REQUIRE(desk.editor() != nullptr);
    REQUIRE(desk.says(u"Why does 49 replace it?"_s));

    REQUIRE(desk.editor() != nullptr);
    CHECK(desk.editor()->hasFocus());
    CHECK(desk.editor()->text() == u"1"_s);
}

TEST_CASE("refused input is told as plain text, with the row and what was typed", "[recording]")
{
    Office office;
    Desk desk(office);
    const Named reply{Named::Kind::Kpi, office.kpi(kReply).value(), kReply, {}};
    const QString hostile = u"<img src=x>"_s;
    REQUIRE(office.submit([reply, hostile](Situation &in) {
        return editFields(in, reply, {{u"name"_s, hostile}});
    }));
    const QString before = desk.shown(hostile);

    desk.typeAndEnter(hostile, u"1,x"_s);

    CHECK(desk.says(u"<img src=x>: “1,x” is not a number."_s));
    CHECK(desk.shown(hostile) == before);
    for (const QLabel *label : desk.window().findChildren<QLabel *>(u"messageText"_s))
        CHECK(label->textFormat() == Qt::PlainText);
}

TEST_CASE("a value taken back and typed again leaves no question behind", "[recording]")
{
    Office office;
    Desk desk(office);
    const QString before = desk.shown(kReply);
    desk.typeAndEnter(kReply, u"48"_s);
    REQUIRE(desk.shows(kReply, u"48\u202fmin"_s));

    REQUIRE(QTest::qWaitFor([&desk] { return desk.action(u"Undo"_s)->isEnabled(); }, 20'000));
    QTest::keyClick(&desk.table(), Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(desk.shows(kReply, before));
    desk.typeAndEnter(kReply, u"50"_s);

    CHECK(desk.shows(kReply, u"50\u202fmin"_s));
    CHECK(desk.message().isEmpty());
}
