// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/messagebar.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QString kReply = u"First reply time"_s;

/// The Support board before someone who may record everything on it.
class Desk : public Opened
{
public:
    explicit Desk(Office &office) : Opened(office, u"Support"_s) {}

    bool shows(const QString &title, const QString &value)
    {
        return QTest::qWaitFor([&] { return shown(title) == value; }, 20'000);
    }
    QLabel *hintLabel() { return child<QWidget>("valueEditor")->findChild<QLabel *>(u"entryHint"_s); }
    QString hint() { return hintLabel()->text(); }
    QLineEdit *field(const char *name) { return child<QLineEdit>(name); }
    /// A key result of the board that one types a number on.
    QString ownKeyResult()
    {
        const QAbstractItemModel &model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row)
            for (int child = 0; child < model.rowCount(model.index(row, 0)); ++child) {
                const QModelIndex index = model.index(child, BoardModel::ValueColumn, model.index(row, 0));
                const bool isPlain = !index.data(SparklineRole).value<SparklineFact>().values.isEmpty();
                if (index.data(RowKindRole).value<RowKind>() == RowKind::KeyResult && isPlain &&
                    index.flags() & Qt::ItemIsEditable)
                    return index.siblingAtColumn(0).data().toString();
            }
        FAIL("the board has no key result to type on");
        return {};
    }
    void typeAndEnterOnce(const QString &title, const QString &text, Qt::KeyboardModifiers modifiers)
    {
        type(title, text);
        QTest::keyClick(editor(), Qt::Key_Return, modifiers);
        REQUIRE(QTest::qWaitFor([this] { return editor() == nullptr; }));
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

TEST_CASE("how a value is read has room below the cell, whatever was read before", "[recording]")
{
    Office office;
    Desk desk(office);
    desk.table().setCurrentIndex(desk.cell(kReply));
    for (const QChar sign : u"5812345678"_s) {
        QTest::keyClicks(desk.editor() ? static_cast<QWidget *>(desk.editor()) : &desk.table(),
                         QString(sign));
        QApplication::processEvents();
        REQUIRE(desk.editor());
        const auto *hint = desk.editor()->parentWidget()->findChild<QLabel *>(u"entryHint"_s);
        const QWidget &panel = *hint->parentWidget();
        CHECK(panel.width() >= panel.sizeHint().width());
    }
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

TEST_CASE("a number typed on what follows a KPI leads to that KPI", "[recording]")
{
    Office office;
    Desk desk(office);
    const KeyResult *follower = nullptr;
    for (const KeyResult *one : office.state().of<KeyResult>().all())
        if (!one->archived && office.state().find(one->kpi) && !office.state().find(one->objective)->archived)
            follower = one;
    REQUIRE(follower);
    const Kpi followed = *office.state().find(follower->kpi);
    desk.window().goTo(
        {Place::Kind::Board, office.state().boardOf(follower->id), RowKind::KeyResult, follower->id.value()});

    QTest::keyClicks(&desk.table(), u"4"_s);
    REQUIRE(desk.says(followed.name));
    QPushButton *go = nullptr;
    for (auto *button : desk.page().messages().findChildren<QPushButton *>())
        if (button->isVisible() && button->text() == u"Go there"_s)
            go = button;
    REQUIRE(go);
    go->click();

    CHECK(desk.page().board() == followed.board);
    CHECK(desk.table().currentIndex().siblingAtColumn(0).data().toString() == followed.name);
    CHECK(desk.message().isEmpty());
}

TEST_CASE("a value, its day and its note are recorded by a screen reader's means alone", "[recording]")
{
    Office office;
    Desk desk(office);
    QItemSelectionModel &chosen = *desk.table().selectionModel();
    const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    chosen.select(chosen.selection(), QItemSelectionModel::Deselect);
    chosen.select(desk.cell(kReply, BoardModel::TitleColumn), rows); // it goes nowhere
    REQUIRE(QTest::qWaitFor([&desk] { return desk.table().currentIndex() == desk.cell(kReply); }));

    desk.action(u"Edit value"_s)->trigger();
    REQUIRE(desk.editor() != nullptr);
    const auto write = [&desk](const char *field, const QString &text) {
        QAccessible::queryAccessibleInterface(desk.field(field))->setText(QAccessible::Value, text);
    };
    write("cellEdit", u"48"_s);
    CHECK(desk.hint() == u"48\u202fmin, today"_s);
    write("entryDate", u"yesterday"_s);
    write("entryNote", u"after the release"_s);
    CHECK(desk.hint() == u"48\u202fmin, yesterday"_s);
    desk.child<QLineEdit>("boardFilter")->setFocus();

    CHECK(desk.shows(kReply, u"48\u202fmin"_s));
    const Measurement *made = office.state().seriesOf(office.kpi(kReply)).at(kToday.addDays(-1));
    REQUIRE(made != nullptr);
    CHECK(made->note == u"after the release"_s);
}

TEST_CASE("the row that one is on stays in sight when something is told above the table", "[recording]")
{
    Office office;
    Desk desk(office);
    desk.window().resize(1280, 420);
    const QModelIndex objective = desk.table().model()->index(1, BoardModel::ValueColumn);
    desk.table().setCurrentIndex(objective);
    desk.table().scrollTo(objective, QAbstractItemView::PositionAtBottom);
    REQUIRE(desk.table().viewport()->rect().contains(desk.table().visualRect(objective)));

    QTest::keyClicks(&desk.table(), u"4"_s);

    REQUIRE(desk.says(u"Type values on its key results."_s));
    CHECK(QTest::qWaitFor(
        [&] { return desk.table().viewport()->rect().contains(desk.table().visualRect(objective)); }));
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

TEST_CASE("what is no number is refused below the cell, as plain text, and can be typed on", "[recording]")
{
    Office office;
    Desk desk(office);
    const Named reply{Named::Kind::Kpi, office.kpi(kReply).value(), kReply, {}};
    const QString hostile = u"<img src=x>"_s;
    REQUIRE(office.submit([reply, hostile](Situation &in) {
        return editFields(in, reply, {{u"name"_s, hostile}});
    }));
    const QString before = desk.shown(hostile);

    desk.type(hostile, u"1,x"_s);
    QTest::keyClick(desk.editor(), Qt::Key_Return);

    REQUIRE(desk.editor() != nullptr);
    CHECK(desk.editor()->hasFocus());
    CHECK(desk.hint().startsWith(u"“1,x” is not a number."_s));
    CHECK(desk.hintLabel()->textFormat() == Qt::PlainText);
    CHECK(desk.shown(hostile) == before);

    desk.editor()->selectAll();
    QTest::keyClicks(desk.editor(), u"48"_s);
    QTest::keyClick(desk.editor(), Qt::Key_Return);
    CHECK(desk.shows(hostile, u"48\u202fmin"_s));
    CHECK(desk.message().isEmpty());
}

TEST_CASE("while one types, it is said softly what is understood", "[recording]")
{
    Office office;
    Desk desk(office);

    desk.type(kReply, u"48"_s);
    CHECK(desk.hint() == u"48\u202fmin, today"_s);
    CHECK(desk.editor()->accessibleDescription() == desk.hint());
    QTest::keyClick(desk.editor(), Qt::Key_Return);
    REQUIRE(desk.shows(kReply, u"48\u202fmin"_s));

    QTest::keyClicks(&desk.table(), u"1"_s);
    QTest::keyClicks(desk.editor(), u"2/340"_s);
    CHECK(desk.hint() == u"12 of 340 is 3.529\u202f%, today"_s);
    QTest::keyClick(desk.editor(), Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&desk] { return desk.editor() == nullptr; }));

    desk.type(kReply, u"49"_s);
    CHECK(desk.hint() == u"49\u202fmin, today; replaces 48\u202fmin"_s);
}

TEST_CASE("date, note and confidence are one Tab away, and Enter in any of them takes all", "[recording]")
{
    Office office;
    Desk desk(office);
    const QString title = desk.ownKeyResult();
    const KeyResultId id = office.keyResult(title);

    desk.type(title, u"5"_s);
    QTest::keyClick(desk.editor(), Qt::Key_Tab);
    REQUIRE(desk.field("entryDate")->hasFocus());
    QTest::keyClicks(desk.field("entryDate"), u"yesterday"_s);
    QTest::keyClick(desk.field("entryDate"), Qt::Key_Tab);
    REQUIRE(desk.field("entryNote")->hasFocus());
    QTest::keyClicks(desk.field("entryNote"), u"after the release"_s);
    QTest::keyClick(desk.field("entryNote"), Qt::Key_Tab);
    REQUIRE(desk.field("entryConfidence")->hasFocus());
    QTest::keyClicks(desk.field("entryConfidence"), u"7"_s);
    QTest::keyClick(desk.field("entryConfidence"), Qt::Key_Return);

    REQUIRE(QTest::qWaitFor([&desk] { return desk.editor() == nullptr; }));
    REQUIRE(office.settle());
    const QList<const CheckIn *> all = office.state().of<CheckIn>().of(id);
    REQUIRE_FALSE(all.isEmpty());
    const CheckIn &made = **std::max_element(
        all.cbegin(), all.cend(), [](const CheckIn *a, const CheckIn *b) { return a->rev < b->rev; });
    CHECK(made.date == kToday.addDays(-1));
    CHECK(made.note == u"after the release"_s);
    CHECK(made.confidence == 7);
    CHECK(desk.table().hasFocus());
}

TEST_CASE("the arrow keys go by days in the date, never beyond today", "[recording]")
{
    Office office;
    Desk desk(office);
    desk.type(kReply, u"48"_s);
    QTest::keyClick(desk.editor(), Qt::Key_Tab);
    QLineEdit *date = desk.field("entryDate");

    QTest::keyClick(date, Qt::Key_Down);
    CHECK(desk.hint() == u"48\u202fmin, yesterday"_s);
    QTest::keyClick(date, Qt::Key_Up);
    QTest::keyClick(date, Qt::Key_Up);
    CHECK(desk.hint() == u"48\u202fmin, today"_s);

    QTest::keyClick(date, Qt::Key_Escape);
    CHECK(QTest::qWaitFor([&desk] { return desk.editor() == nullptr; }));
    REQUIRE(office.settle());
    CHECK(office.state().seriesOf(office.kpi(kReply)).at(kToday) == nullptr);
    CHECK(desk.table().hasFocus());
}

TEST_CASE("a date that cannot be is refused in its field", "[recording]")
{
    Office office;
    Desk desk(office);
    desk.type(kReply, u"48"_s);
    QTest::keyClick(desk.editor(), Qt::Key_Tab);
    QTest::keyClicks(desk.field("entryDate"), u"soon"_s);
    QTest::keyClick(desk.field("entryDate"), Qt::Key_Return);

    REQUIRE(desk.editor() != nullptr);
    CHECK(desk.field("entryDate")->hasFocus());
    CHECK(desk.hint().contains(u"“soon”"_s));
}

TEST_CASE("a past day that has a value asks for the reason, and keeps the trail", "[recording]")
{
    Office office;
    Desk desk(office);
    const KpiId kpi = office.kpi(kReply);
    const Measurement old = office.state().seriesOf(kpi).points().last();
    REQUIRE(old.date < kToday);

    desk.type(kReply, u"33"_s);
    QTest::keyClick(desk.editor(), Qt::Key_Tab);
    QTest::keyClicks(desk.field("entryDate"), old.date.toString(Qt::ISODate));
    QTest::keyClick(desk.field("entryDate"), Qt::Key_Return);
    REQUIRE(desk.says(u"Why does 33 replace it?"_s));
    QTest::keyClicks(desk.answer(), u"counted twice"_s);
    QTest::keyClick(desk.answer(), Qt::Key_Return);

    REQUIRE(QTest::qWaitFor([&] { return office.state().seriesOf(kpi).at(old.date)->value == 33; }, 20'000));
    CHECK(office.state().seriesOf(kpi).at(kToday) == nullptr);
    const Result<History> history = office.session().wait(office.session().history(kpi));
    REQUIRE(history);
    CHECK(history->last().correctedFrom.last().reason == u"counted twice"_s);
    CHECK(history->last().correctedFrom.last().value == old.value);
}

TEST_CASE("Enter goes to the next row that is due, Shift+Enter to the one above", "[recording]")
{
    Office office;
    Desk desk(office);
    desk.typeAndEnter(kReply, u"48"_s);
    const QModelIndex second = desk.table().currentIndex();
    desk.typeAndEnter(second.siblingAtColumn(0).data().toString(), u"12/340"_s);
    const QModelIndex third = desk.table().currentIndex();
    REQUIRE(third != second);
    REQUIRE(desk.shows(kReply, u"48\u202fmin"_s));
    REQUIRE(office.settle());

    // The row between has its value of this week: it is passed over.
    desk.typeAndEnterOnce(kReply, u"48"_s, Qt::NoModifier);
    CHECK(desk.table().currentIndex() == third);

    desk.typeAndEnterOnce(third.siblingAtColumn(0).data().toString(), u"1"_s, Qt::ShiftModifier);
    CHECK(desk.table().visualRect(desk.table().currentIndex()).top() < desk.table().visualRect(third).top());
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
