// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/keys.h"
#include "tests/ui/opened.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QString kReply = u"First reply time"_s;

/// The Support board, and a clipboard.
class Desk : public Opened
{
public:
    explicit Desk(Office &office) : Opened(office, u"Support"_s), m_office(office)
    {
        table().setFocus();
        table().setCurrentIndex(cell(kReply));
    }

    /// Ctrl+V of this on the table.
    void pasteText(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        pressKey(Qt::Key_V, Qt::ControlModifier);
    }
    void pasteHtml(const QString &html)
    {
        auto *data = new QMimeData;
        data->setHtml(html);
        QGuiApplication::clipboard()->setMimeData(data);
        pressKey(Qt::Key_V, Qt::ControlModifier);
    }
    QWidget &panel() { return *child<QWidget>("pastePanel"); }
    QString what() { return child<QLabel>("pasteWhat")->text(); }
    QString leftOut() { return child<QLabel>("pasteLeftOut")->text(); }
    std::optional<double> value(const QString &kpi, QDate day)
    {
        const Measurement *point = m_office.state().seriesOf(m_office.kpi(kpi)).at(day);
        return point ? point->value : std::nullopt;
    }

private:
    Office &m_office;
};

} // namespace

TEST_CASE("a history is pasted as one act, after it was said what it does, and undone as one", "[paste]")
{
    Office office;
    Desk desk(office);
    const Measurement old = office.state().seriesOf(office.kpi(kReply)).points().last();
    const qint64 entries = office.state().seq;

    desk.pasteText(
        u"Date\tValue\n2020-01-06\t71\n2020-01-13\t72\n%1\t33\n"_s.arg(old.date.toString(Qt::ISODate)));

    REQUIRE(desk.panel().isVisible());
    CHECK(desk.what().startsWith(u"Paste 3 values"_s));
    CHECK(desk.what().contains(u"on “First reply time”"_s));
    CHECK(desk.what().contains(u"2 new"_s));
    CHECK(desk.what().contains(u"1 correcting what is there"_s));
    CHECK(office.state().seq == entries);

    pressKey(Qt::Key_Return);
    CHECK_FALSE(desk.panel().isVisible());
    REQUIRE(QTest::qWaitFor([&] { return office.state().seq == entries + 1; }, 20'000));
    CHECK(desk.value(kReply, QDate(2020, 1, 6)) == 71);
    CHECK(desk.value(kReply, old.date) == 33);
    CHECK(office.state().seriesOf(office.kpi(kReply)).at(old.date)->reason == u"pasted"_s);
    CHECK(desk.table().hasFocus());
    REQUIRE(QTest::qWaitFor(
        [&desk] { return desk.action(u"Undo"_s)->text().contains(u"paste of 3 values"_s); }, 20'000));

    pressKey(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return office.state().seq == entries + 2; }, 20'000));
    CHECK_FALSE(desk.value(kReply, QDate(2020, 1, 6)));
    CHECK(desk.value(kReply, old.date) == old.value);
}

TEST_CASE("names in a table of a spreadsheet find their rows, and what does not is told", "[paste]")
{
    Office office;
    Desk desk(office);

    desk.pasteHtml(u"<table><tr><td>first reply time</td><td align=right>58</td></tr>"
                   "<tr><td>Nobody knows</td><td>3</td></tr></table>"_s);

    CHECK(desk.what().contains(u"of today"_s));
    CHECK(desk.leftOut().contains(u"“Nobody knows” (no row is called so)"_s));
    pressKey(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.value(kReply, kToday).has_value(); }, 20'000));
    CHECK(desk.value(kReply, kToday) == 58);
}

TEST_CASE("Esc pastes nothing, and text that is no block is told so", "[paste]")
{
    Office office;
    Desk desk(office);
    const qint64 entries = office.state().seq;

    desk.pasteText(u"58"_s);
    REQUIRE(desk.panel().isVisible());
    pressKey(Qt::Key_Escape);
    CHECK_FALSE(desk.panel().isVisible());
    CHECK(desk.table().hasFocus());

    desk.pasteText(u"a\tb\tc\nd\te\tf"_s);
    CHECK(desk.what().contains(u"no block of values"_s));
    pressKey(Qt::Key_Escape);
    REQUIRE(office.settle());
    CHECK(office.state().seq == entries);
}

TEST_CASE("the rows that are chosen are copied with their numbers as numbers", "[paste]")
{
    Office office;
    Desk desk(office);
    QTest::keyClick(&desk.table(), Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(desk.table().selectionModel()->selectedRows().size() == 2);

    pressKey(Qt::Key_C, Qt::ControlModifier);

    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].startsWith(u"Objectives and KPIs\t"_s));
    CHECK(lines[1].startsWith(kReply + u'\t'));
    const QString typed = desk.cell(kReply).data(Qt::EditRole).toString();
    CHECK(lines[1].split(u'\t').contains(typed));
    CHECK(QGuiApplication::clipboard()->mimeData()->hasHtml());
}

TEST_CASE("the walk is opened by its key, and gives the board back", "[walk]")
{
    Office office;
    Desk desk(office);
    QAction *update = desk.action(u"Update all"_s);
    REQUIRE(QTest::qWaitFor([update] { return update->isEnabled(); }, 20'000));

    pressKey(Qt::Key_U, Qt::ControlModifier);
    auto *walk = desk.child<QWidget>("checkInWalk");
    REQUIRE(walk->isVisible());
    CHECK(QApplication::focusWidget()->objectName() == u"walkValue"_s);

    pressKey(Qt::Key_Escape);
    CHECK_FALSE(walk->isVisible());
    CHECK(desk.page().isVisible());
    CHECK(desk.table().hasFocus());
}
