// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/importdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
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
    QStringList chosenValues()
    {
        QStringList chosen;
        const auto *const list = child<QListWidget>("importValues");
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->checkState() == Qt::Checked)
                chosen << list->item(row)->text();
        return chosen;
    }
    void choose(const char *box, const QString &text) { child<QComboBox>(box)->setCurrentText(text); }
    /// Presses "Import" and waits until the dialog has gone.
    bool finish()
    {
        if (!QTest::qWaitFor([this] { return button()->isEnabled(); }, 20'000))
            return false;
        QTest::mouseClick(button(), Qt::LeftButton);
        return QTest::qWaitFor([this] { return !m_dialog.isVisible(); }, 20'000);
    }

private:
    ImportDialog m_dialog;
};

} // namespace

TEST_CASE("an import shows the file's first rows and guesses what its columns mean", "[import]")
{
    Office office;
    Import import(office, office.write(u"visits.csv"_s, kVisits));
    REQUIRE(import.says(u"6 new, 0 changed, 0 same. 2 KPIs will be made."_s));

    const auto *const sample = import.child<QTableWidget>("importSample");
    CHECK(sample->rowCount() == 3);
    CHECK(sample->columnCount() == 4);
    CHECK(sample->horizontalHeaderItem(1)->text() == u"Day"_s);
    CHECK(sample->item(2, 3)->text() == u"6"_s);
    CHECK(import.child<QComboBox>("importBoard")->currentText() == u"Support"_s);
    CHECK(import.child<QComboBox>("importDate")->currentText() == u"Day"_s);
    CHECK(import.chosenValues() == QStringList{u"Visits"_s, u"Signups"_s});
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
    auto *const values = import.child<QListWidget>("importValues");
    REQUIRE(QTest::qWaitFor([values] { return values->count() == 2; }, 20'000));
    import.choose("importDate", u"Day"_s);
    for (int row = 0; row < 2; ++row) {
        auto *const item = values->item(row);
        item->setCheckState(item->text() == u"Visits"_s ? Qt::Checked : Qt::Unchecked);
    }
    REQUIRE(import.says(u"1 refused (line 3: “lots” in column “Visits” is not a number."_s));
    auto *const skip = import.child<QCheckBox>("importSkip");
    auto *const refused = import.child<QPlainTextEdit>("importRefused");
    REQUIRE(skip != nullptr);
    REQUIRE(refused != nullptr);
    CHECK(refused->isVisible());
    CHECK(refused->toPlainText().startsWith(u"Line 3: “lots”"_s));
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
    CHECK(import.child<QComboBox>("importSeries")->currentText() == u"Site"_s);
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
    auto *const conventions = import.child<QLabel>("importConventions");
    REQUIRE(conventions->isVisible());
    CHECK(conventions->text().contains(
        u"“13/10/2026” in column “Day” is read as 2026-10-13 (the day first)"_s));
    CHECK(conventions->text().contains(u"“1,234” in column “Calls” is read as 1234;"_s));

    import.choose("importDecimal", u"comma: 1.234,5"_s);

    CHECK(QTest::qWaitFor([conventions] { return conventions->text().contains(u"is read as 1.234"_s); },
                          20'000));
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
    const auto *const sample = import.child<QTableWidget>("importSample");
    REQUIRE(QTest::qWaitFor([sample] { return sample->rowCount() == 1; }, 20'000));

    CHECK(sample->horizontalHeaderItem(1)->text() == u"<img src=x>"_s);
    CHECK(sample->item(0, 1)->text() == u"<b>12</b>"_s);
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
