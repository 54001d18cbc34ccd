// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boardstate.h"
#include "core/domain/acts/moving.h"
#include "core/domain/lookup.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/importcolumns.h"
#include "ui/pages/importdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kVisits = "Site,Day,Visits,Signups\n"
                           "north,2026-10-05,120,3\n"
                           "north,2026-10-12,130,4\n"
                           "north,2026-10-19,125,6\n";

/// The dialog over a file, on the Support board.
class Import
{
public:
    Import(Office &office, const QString &path)
        : m_dialog(office.session(), path, office.board(u"Support"_s), nullptr)
    {
        m_dialog.show();
    }

    ImportDialog &dialog() { return m_dialog; }
    template<class Widget>
    Widget *child(const char *name)
    {
        return m_dialog.findChild<Widget *>(QString::fromLatin1(name));
    }
    QString sentence() { return child<QLabel>("importSentence")->text(); }
    bool says(const QString &words)
    {
        return QTest::qWaitFor([&] { return sentence().contains(words); }, 20'000);
    }
    QPushButton *button() { return child<QPushButton>("importButton"); }
    ImportColumns &columns() { return *child<ImportColumns>("importSample"); }
    /// What each column is said to be, and how it is said to be read.
    QStringList roles() { return shown(ImportColumns::RoleRow); }
    QStringList readings()
    {
        QStringList texts;
        for (int column = 0; column < columns().columnCount(); ++column)
            texts << columns().item(ImportColumns::ReadingRow, column)->text();
        return texts;
    }
    /// Chooses with the keyboard, as someone would who sees the words.
    void setRole(int column, const QString &text) { choose(columns().roleBox(column), text); }
    void setConvention(int column, const QString &text) { choose(columns().conventionBox(column), text); }
    /// The refused rows as "line: reason".
    QStringList refused()
    {
        QStringList rows;
        const auto *const table = child<QTableWidget>("importRefused");
        for (int row = 0; table->isVisible() && row < table->rowCount(); ++row)
            rows << table->item(row, 0)->text() + u": "_s + table->item(row, 1)->text();
        return rows;
    }
    /// Presses "Import" and waits until the dialog has gone.
    bool finish()
    {
        if (!QTest::qWaitFor([this] { return button()->isEnabled(); }, 20'000))
            return false;
        QTest::mouseClick(button(), Qt::LeftButton);
        return QTest::qWaitFor([this] { return !m_dialog.isVisible(); }, 20'000);
    }

private:
    static void choose(QComboBox *box, const QString &text)
    {
        REQUIRE(box->findText(text) >= 0);
        box->setCurrentText(text);
    }
    QStringList shown(int row)
    {
        QStringList texts;
        for (int column = 0; column < columns().columnCount(); ++column)
            texts << (row == ImportColumns::RoleRow ? columns().roleBox(column)
                                                    : columns().conventionBox(column))
                         ->currentText();
        return texts;
    }

    ImportDialog m_dialog;
};

} // namespace

TEST_CASE("an import shows the file's first rows and guesses what its columns mean", "[import]")
{
    Office office;
    Import import(office, office.write(u"visits.csv"_s, kVisits));
    REQUIRE(import.says(u"6 new, 0 changed, 0 same. 2 KPIs will be made."_s));

    const ImportColumns &sample = import.columns();
    CHECK(sample.rowCount() == ImportColumns::HeadRows + 3);
    CHECK(sample.columnCount() == 4);
    CHECK(sample.horizontalHeaderItem(1)->text() == u"Day"_s);
    CHECK(sample.item(ImportColumns::HeadRows + 2, 3)->text() == u"6"_s);
    CHECK(import.child<QComboBox>("importBoard")->currentText() == u"Support"_s);
    CHECK(import.roles() == QStringList{u"left out"_s, u"the date"_s, u"a value"_s, u"a value"_s});
    CHECK(import.button()->isEnabled());
}

TEST_CASE("an import is one step: undone at once, and nothing is new the second time", "[import]")
{
    Office office;
    const QString path = office.write(u"visits.csv"_s, kVisits);
    const qsizetype kpis = office.state().of<Kpi>().size();
    const qint64 entries = office.state().seq;
    Import first(office, path);
    const QSignalSpy imported(&first.dialog(), &ImportDialog::imported);
    REQUIRE(first.says(u"6 new"_s));

    REQUIRE(first.finish());

    CHECK(office.state().seq == entries + 1);
    CHECK(office.state().of<Kpi>().size() == kpis + 2);
    REQUIRE(imported.size() == 1);
    CHECK(imported.first().first().toString() == u"6 new, 0 changed, 0 same"_s);

    Import second(office, path);
    CHECK(second.says(u"0 new, 0 changed, 6 same"_s));
    CHECK_FALSE(second.button()->isEnabled());

    REQUIRE(office.session().wait(office.session().undo()));
    CHECK(office.state().of<Kpi>().size() == kpis);
    Import third(office, path);
    CHECK(third.says(u"6 new, 0 changed, 0 same"_s));
}

TEST_CASE("refused rows are told by line, and left out only when one says so", "[import]")
{
    Office office;
    const QByteArray torn = "Day,Visits\n2026-10-05,120\n2026-10-12,lots\n2026-10-19,125\n";
    Import import(office, office.write(u"torn.csv"_s, torn));
    REQUIRE(QTest::qWaitFor([&import] { return import.columns().columnCount() == 2; }, 20'000));
    import.setRole(0, u"the date"_s);
    import.setRole(1, u"a value"_s);
    REQUIRE(import.says(u"1 refused (line 3: “lots” in column “Visits” is not a number."_s));
    auto *const skip = import.child<QCheckBox>("importSkip");
    REQUIRE(skip != nullptr);
    REQUIRE(import.refused().size() == 1);
    CHECK(import.refused().first().startsWith(u"3: “lots” in column “Visits” is not a number."_s));
    CHECK(skip->isVisible());
    CHECK_FALSE(import.button()->isEnabled());

    skip->setChecked(true);
    CHECK(import.button()->isEnabled());
    const QString before = import.sentence();
    REQUIRE(import.finish());

    CHECK(before.startsWith(u"2 new, 0 changed, 0 same"_s));
    const QList<Measurement> series = office.state().seriesOf(office.kpi(u"Visits"_s)).points();
    CHECK(series.size() == 2);
}

TEST_CASE("one KPI for each text of a column, with the unit that one gives", "[import]")
{
    Office office;
    const QByteArray sites = "Day;Site;Share\n2026-10-05;north;12,5\n2026-10-05;süd;7\n2026-10-12;north;13\n";
    Import import(office, office.write(u"sites.csv"_s, sites));
    REQUIRE(import.says(u"KPI"_s));

    REQUIRE(import.says(u"3 new, 0 changed, 0 same. 2 KPIs will be made."_s));
    CHECK(import.roles() == QStringList{u"the date"_s, u"the KPI’s name"_s, u"a value"_s});
    import.child<QLineEdit>("importUnit")->setText(u"%"_s);
    REQUIRE(QTest::qWaitFor([&import] { return !import.button()->isEnabled(); }));
    REQUIRE(import.finish());

    CHECK(office.state().find(office.kpi(u"süd"_s))->unit == u"%"_s);
    CHECK(office.state().seriesOf(office.kpi(u"north"_s)).points().first().value == 0.125);
}

TEST_CASE("an import shows how it reads the columns, and can be told otherwise", "[import]")
{
    Office office;
    Import import(office,
                  office.write(u"calls.csv"_s, "Day,Calls\n13/10/2026,\"1,234\"\n14/10/2026,\"2,345\"\n"));
    REQUIRE(import.says(u"2 new"_s));
    CHECK(import.readings() == QStringList{u"Tuesday, 13 October 2026, the day first"_s, u"1234, a guess"_s});
    CHECK(import.columns().item(ImportColumns::ReadingRow, 0)->toolTip() ==
          u"“13/10/2026” in column “Day” is read as 2026-10-13 (the day first)"_s);

    import.setConvention(1, u"comma: 1.234,5"_s);

    CHECK(QTest::qWaitFor([&import] { return import.readings().last() == u"1.234"_s; }, 20'000));
    REQUIRE(import.finish());
    CHECK(office.state().seriesOf(office.kpi(u"Calls"_s)).points().first().value == 1.234);
}

TEST_CASE("a target that is no number stops the import with a sentence", "[import]")
{
    Office office;
    Import import(office, office.write(u"visits.csv"_s, kVisits));
    REQUIRE(import.says(u"6 new"_s));

    import.child<QLineEdit>("importTarget")->setText(u"soon"_s);

    CHECK(import.says(u"“soon” is not a number."_s));
    CHECK_FALSE(import.button()->isEnabled());
}

TEST_CASE("a file that cannot be imported is told in the dialog", "[import]")
{
    Office office;
    struct Case
    {
        QString name;
        QByteArray bytes;
        QString sentence;
    };
    const QList<Case> cases{{u"empty.csv"_s, "", u"is empty"_s},
                            {u"heading.csv"_s, "Day,Visits\n", u"has a heading but no rows"_s},
                            {u"quote.csv"_s, "Day,Visits\n2026-10-05,\"12\n", u"is never closed"_s}};
    for (const Case &one : cases) {
        CAPTURE(one.name);
        Import import(office, office.write(one.name, one.bytes));
        CHECK(import.says(one.sentence));
        CHECK_FALSE(import.button()->isEnabled());
    }
    Import folder(office, office.file(u"."_s));
    CHECK(folder.says(u"is a folder"_s));
    Import none(office, office.file(u"none.csv"_s));
    CHECK(none.says(u"There is no file"_s));
}

TEST_CASE("what a file says is shown as text", "[import]")
{
    Office office;
    const QByteArray hostile = "Day,<img src=x>\n2026-10-05,<b>12</b>\n";
    Import import(office, office.write(u"hostile.csv"_s, hostile));
    const ImportColumns &sample = import.columns();
    REQUIRE(QTest::qWaitFor([&sample] { return sample.rowCount() == ImportColumns::HeadRows + 1; }, 20'000));

    CHECK(sample.horizontalHeaderItem(1)->text() == u"<img src=x>"_s);
    CHECK(sample.item(ImportColumns::HeadRows, 1)->text() == u"<b>12</b>"_s);
    CHECK(import.child<QLabel>("importSentence")->textFormat() == Qt::PlainText);
}

TEST_CASE("a dialog that is left writes nothing", "[import]")
{
    Office office;
    const qint64 entries = office.state().seq;
    Import import(office, office.write(u"visits.csv"_s, kVisits));
    REQUIRE(import.says(u"6 new"_s));

    QTest::keyClick(&import.dialog(), Qt::Key_Escape);

    CHECK(QTest::qWaitFor([&import] { return !import.dialog().isVisible(); }));
    REQUIRE(office.settle());
    CHECK(office.state().seq == entries);
}

TEST_CASE("what only one column can be moves, and a ratio has no values beside it", "[import]")
{
    Office office;
    Import import(office, office.write(u"visits.csv"_s, kVisits));
    REQUIRE(import.says(u"6 new"_s));

    import.setRole(2, u"the numerator"_s);
    CHECK(import.roles() == QStringList{u"left out"_s, u"the date"_s, u"the numerator"_s, u"left out"_s});
    CHECK(import.says(u"both parts of a ratio"_s));
    CHECK_FALSE(import.button()->isEnabled());
    import.setRole(3, u"the denominator"_s);
    CHECK(import.says(u"3 new, 0 changed, 0 same. 1 KPI will be made."_s));

    import.setRole(0, u"the date"_s);
    CHECK(import.roles().mid(0, 2) == QStringList{u"the date"_s, u"left out"_s});
    CHECK_FALSE(import.columns().conventionBox(1)->isEnabled());
    import.setRole(0, u"the KPI’s name"_s);
    import.setRole(1, u"the KPI’s name"_s);
    CHECK(import.roles().mid(0, 2) == QStringList{u"left out"_s, u"the KPI’s name"_s});
    CHECK(import.says(u"Choose the column of the dates."_s));
}

TEST_CASE("a column becomes the note of its rows, also for the next file like it", "[import]")
{
    Office office;
    const QByteArray text = "Day,Calls,Why\n2026-10-05,120,strike\n2026-10-12,90,\n";
    {
        Import import(office, office.write(u"calls.csv"_s, text));
        REQUIRE(import.says(u"2 new"_s));
        import.setRole(2, u"a note"_s);
        CHECK(import.roles() == QStringList{u"the date"_s, u"a value"_s, u"a note"_s});
        REQUIRE(import.says(u"2 new"_s));
        REQUIRE(import.finish());
    }
    const QList<const Kpi *> all = office.state().of<Kpi>().all();
    const auto calls =
        std::find_if(all.begin(), all.end(), [](const Kpi *one) { return one->name == u"Calls"_s; });
    REQUIRE(calls != all.end());
    const KpiId kpi = (*calls)->id;
    REQUIRE(office.session().wait(office.session().loadSeries({kpi})));
    const Series &series = office.state().seriesOf(kpi);
    REQUIRE(series.at(QDate(2026, 10, 5)) != nullptr);
    CHECK(series.at(QDate(2026, 10, 5))->note == u"strike"_s);
    CHECK(series.at(QDate(2026, 10, 12))->note.isEmpty());

    Import again(office, office.write(u"calls.csv"_s, text));
    REQUIRE(again.says(u"2 same"_s));
    CHECK(again.roles().last() == u"a note"_s);
}

TEST_CASE("a file is read as the last one with its heading was", "[import]")
{
    Office office;
    const QByteArray october = "Day,Calls,Remark\n03/10/2026,\"1,234\",strike\n";
    {
        Import first(office, office.write(u"calls-2026-10.csv"_s, october));
        REQUIRE(first.says(u"day or month first"_s));
        CHECK_FALSE(first.dialog().findChild<QWidget *>(u"importProfile"_s)->isVisible());
        first.setConvention(0, u"day first: 31/12/2026"_s);
        first.setConvention(1, u"comma: 1.234,5"_s);
        first.child<QLineEdit>("importUnit")->setText(u"h"_s);
        first.child<QLineEdit>("importTarget")->setText(u"1500"_s);
        REQUIRE(first.says(u"1 new"_s));
        REQUIRE(first.finish());
    }
    const Measurement kept = office.state().seriesOf(office.kpi(u"Calls"_s)).points().first();
    CHECK(kept.value == 1.234);
    CHECK(kept.date == QDate(2026, 10, 3));

    const QString november =
        office.write(u"calls-2026-11.csv"_s, "Remark,day,Calls\n,04/11/2026,\"2,345\"\n");
    Import second(office, november);
    REQUIRE(second.says(u"1 new, 0 changed, 0 same"_s));
    CHECK(second.child<QLabel>("importProfileText")->text() == u"Read as last time: calls"_s);
    CHECK(second.roles() == QStringList{u"left out"_s, u"the date"_s, u"a value"_s});
    CHECK(second.readings() ==
          QStringList{QString(), u"Wednesday, 4 November 2026, the day first"_s, u"2.345"_s});
    CHECK(second.child<QLineEdit>("importUnit")->text() == u"h"_s);
    CHECK(second.child<QLineEdit>("importTarget")->text() == u"1500"_s);

    QTest::mouseClick(second.child<QPushButton>("importProfileLeave"), Qt::LeftButton);
    CHECK(second.says(u"day or month first"_s));
    CHECK_FALSE(second.dialog().findChild<QWidget *>(u"importProfile"_s)->isVisible());
}

TEST_CASE("a way to read files is renamed and forgotten where it is shown", "[import]")
{
    Office office;
    const QString path = office.write(u"visits.csv"_s, kVisits);
    {
        Import first(office, path);
        REQUIRE(first.says(u"6 new"_s));
        REQUIRE(first.finish());
    }
    Import second(office, path);
    REQUIRE(second.says(u"6 same"_s));
    auto *const line = second.child<QLineEdit>("importProfileName");
    CHECK_FALSE(line->isVisible());
    QTest::mouseClick(second.child<QPushButton>("importProfileRename"), Qt::LeftButton);
    REQUIRE(line->isVisible());
    CHECK(line->text() == u"visits"_s);
    line->setText(u"Door counter"_s);
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(second.child<QLabel>("importProfileText")->text() == u"Read as last time: Door counter"_s);
    CHECK(second.dialog().isVisible());

    Import third(office, path);
    REQUIRE(third.says(u"6 same"_s));
    CHECK(third.child<QLabel>("importProfileText")->text() == u"Read as last time: Door counter"_s);
    QTest::mouseClick(third.child<QPushButton>("importProfileForget"), Qt::LeftButton);

    Import fourth(office, path);
    REQUIRE(fourth.says(u"6 same"_s));
    CHECK_FALSE(fourth.dialog().findChild<QWidget *>(u"importProfile"_s)->isVisible());
}

TEST_CASE("nothing is imported into an archived KPI, and the dialog says so", "[import]")
{
    Office office;
    const KpiId kpi = office.kpi(u"First reply time"_s);
    const Board *board = office.state().find(office.state().boardOf(kpi));
    Named named;
    named.kind = Named::Kind::Kpi;
    named.id = kpi.value();
    REQUIRE(office.submit([named](Situation &in) { return archive(in, named); }));

    ImportDialog dialog(office.session(), office.write(u"a.csv"_s, "Day,First reply time\n2026-10-05,12\n"),
                        board->id, nullptr);
    auto *const sentence = dialog.findChild<QLabel *>(u"importSentence"_s);

    CHECK(QTest::qWaitFor(
        [sentence] { return sentence->text().startsWith(u"“First reply time” is archived"_s); }, 20'000));
    CHECK_FALSE(dialog.findChild<QPushButton *>(u"importButton"_s)->isEnabled());
}

TEST_CASE("an import that does not succeed can be tried again", "[import]")
{
    Office office;
    const Named support =
        lookUp(office.state(), office.session().me(), u"Support"_s, Named::Kind::Board).value();
    Import import(office, office.write(u"a.csv"_s, "Day,First reply time\n2026-10-05,12\n"));
    REQUIRE(QTest::qWaitFor([&] { return import.button()->isEnabled(); }, 20'000));
    REQUIRE(office.submit([support](Situation &in) { return archive(in, support); }));
    import.button()->click();
    CHECK_FALSE(import.button()->isEnabled());
    REQUIRE(import.says(u"archived"_s));
    REQUIRE(import.button()->isEnabled());

    REQUIRE(office.submit([support](Situation &in) { return bringBack(in, BoardId(support.id)); }));
    CHECK(import.finish());
}

TEST_CASE("bare numbers of a KPI in percent are percent", "[import]")
{
    Office office;
    const auto all = office.state().of<Kpi>().all();
    const auto percent = std::find_if(all.begin(), all.end(), [](const Kpi *kpi) {
        return kpi->unit == u"%" && kpi->aggregate != Aggregate::Ratio && !kpi->archived;
    });
    REQUIRE(percent != all.end());
    const KpiId kpi = (*percent)->id;
    const QByteArray name = (*percent)->name.toUtf8();
    ImportDialog dialog(office.session(),
                        office.write(u"a.csv"_s, "Day," + name + "\n2026-01-01,43\n2026-01-02,57\n"),
                        (*percent)->board, nullptr);
    dialog.show();
    auto *const button = dialog.findChild<QPushButton *>(u"importButton"_s);
    REQUIRE(QTest::qWaitFor([button] { return button->isEnabled(); }, 20'000));

    QTest::mouseClick(button, Qt::LeftButton);

    REQUIRE(QTest::qWaitFor([&dialog] { return !dialog.isVisible(); }, 20'000));
    REQUIRE(office.session().wait(office.session().loadSeries({kpi})));
    const Measurement *kept = office.state().seriesOf(kpi).at(QDate(2026, 1, 1));
    REQUIRE(kept != nullptr);
    CHECK(kept->value == 0.43);
}

TEST_CASE("the import fits on a small screen", "[import]")
{
    Office office;
    Import import(office,
                  office.write(u"torn.csv"_s, "Day,Visits\n2026-10-05,120\n2026-10-12,lots\n2026-10-13,1\n"));
    REQUIRE(QTest::qWaitFor([&import] { return import.columns().columnCount() == 2; }, 20'000));
    import.setRole(1, u"a value"_s);
    REQUIRE(import.says(u"1 refused"_s));

    CHECK(import.dialog().minimumSizeHint().height() <= 640);
    CHECK(import.dialog().minimumSizeHint().width() <= 980);
}
