// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/boardtemplate.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/newboarddialog.h"
#include "ui/pages/templatedialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// The dialog for a new board, as it comes up.
class Making
{
public:
    explicit Making(Office &office) : m_dialog(new NewBoardDialog(office.session(), nullptr))
    {
        QObject::connect(m_dialog.get(), &NewBoardDialog::made, m_dialog.get(),
                         [this](BoardId board) { made = board; });
        m_dialog->show();
    }
    NewBoardDialog &dialog() { return *m_dialog; }
    template<class Widget>
    Widget *child(const char *name)
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    QListWidget &list() { return *child<QListWidget>("templateList"); }
    QStringList templates()
    {
        QStringList names;
        for (int row = 0; row < list().count(); ++row)
            names << list().item(row)->text();
        return names;
    }
    void choose(const QString &name) { list().setCurrentRow(int(templates().indexOf(name))); }
    void press() { QTest::keyClick(child<QLineEdit>("boardName"), Qt::Key_Return); }
    bool isMade()
    {
        return QTest::qWaitFor([this] { return made.isValid(); }, 20'000);
    }

    BoardId made;

private:
    std::unique_ptr<NewBoardDialog> m_dialog;
};

} // namespace

TEST_CASE("a template is chosen, shown as its board, and made by Enter", "[newboard]")
{
    Office office;
    Making making(office);
    QTreeView &rows = *making.child<QTreeView>("templateRows");
    const QAbstractItemModelTester tester(rows.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(making.templates().size() >= 10);
    CHECK(making.templates().first() == u"Blank board"_s);
    CHECK_FALSE(rows.isVisible());

    making.choose(u"SaaS growth"_s);

    CHECK(rows.isVisible());
    CHECK(rows.model()->index(0, 0).data().toString() == u"New customers get to value in their first week"_s);
    CHECK(rows.model()->rowCount(rows.model()->index(0, 0)) == 3);
    CHECK(making.child<QLabel>("templateAdvice")->text().startsWith(u"Do not"_s));
    CHECK(making.child<QLineEdit>("boardName")->text() == u"SaaS growth"_s);
    making.press();

    REQUIRE(making.isMade());
    const Board &board = *office.state().find(making.made);
    CHECK(board.name == u"SaaS growth"_s);
    CHECK(board.visibility == Visibility::Public);
    CHECK(office.state().cycleOf(board.id)->from <= kToday);
    CHECK(office.state().cycleOf(board.id)->to >= kToday);
    CHECK(office.state().of<Kpi>().of(board.id).size() == 7);
}

TEST_CASE("what is pointed at in the preview is said at length", "[newboard]")
{
    Office office;
    Making making(office);
    making.choose(u"Support"_s);
    QTreeView &rows = *making.child<QTreeView>("templateRows");
    const QAbstractItemModel &model = *rows.model();
    const QModelIndex section = model.index(model.rowCount() - 1, 0);

    rows.setCurrentIndex(model.index(0, 0, section));

    const QString detail = making.child<QLabel>("templateDetail")->text();
    CHECK(detail.contains(u"Automatic confirmations do not count."_s));
    CHECK(detail.contains(u"Guardrail: Requests reopened"_s));
    CHECK_FALSE(section.flags() & Qt::ItemIsSelectable);
}

TEST_CASE("a private board with the next quarter's cycle is one entry", "[newboard]")
{
    Office office;
    Making making(office);
    making.choose(u"Finance"_s);
    auto &name = *making.child<QLineEdit>("boardName");
    name.selectAll();
    QTest::keyClicks(&name, u"Money"_s);
    making.child<QRadioButton>("boardPrivate")->click();
    auto &cycles = *making.child<QComboBox>("boardCycle");
    const int next = cycles.findText(u"Next quarter (new cycle Q1 2027)"_s);
    const qint64 before = office.state().seq;
    if (next >= 0)
        cycles.setCurrentIndex(next);
    making.choose(u"Sales"_s);
    CHECK(name.text() == u"Money"_s);
    making.press();

    REQUIRE(making.isMade());
    CHECK(office.state().seq == before + 1);
    CHECK(office.state().find(making.made)->visibility == Visibility::Private);
    CHECK(next >= 0);
    CHECK(office.state().cycleOf(making.made)->from == QDate(2027, 1, 1));
}

TEST_CASE("a name that is taken is told in the dialog, and proposed names are free", "[newboard]")
{
    Office office;
    Making making(office);
    making.choose(u"Support"_s);
    CHECK(making.child<QLineEdit>("boardName")->text() == u"Support (2)"_s);
    making.child<QLineEdit>("boardName")->setText(u"Company"_s);

    making.press();

    auto *const error = making.child<QLabel>("formError");
    CHECK(QTest::qWaitFor([error] { return error->isVisible(); }, 20'000));
    CHECK(error->text().contains(u"Company"_s));
    CHECK_FALSE(making.made.isValid());
    CHECK(making.child<QPushButton>("makeBoard")->isEnabled());
}

TEST_CASE("a template file is opened, or says where it is wrong and cannot be used", "[newboard]")
{
    Office office;
    Making making(office);
    const QString good = office.write(
        u"good.json"_s,
        R"({"format": "milepost-template", "version": 1, "name": "Mine", "kpis": [{"name": "K"}]})");
    const QString bad = office.write(
        u"bad.json"_s,
        R"({"format": "milepost-template", "version": 1, "name": "Mine", "kpis": [{"name": 1}]})");

    making.dialog().openTemplate(bad);
    CHECK(making.child<QLabel>("formError")->isVisible());
    CHECK(making.child<QLabel>("formError")->text().contains(u"kpis 1 / name"_s));
    CHECK_FALSE(making.child<QPushButton>("makeBoard")->isEnabled());

    making.dialog().openTemplate(good);
    CHECK_FALSE(making.child<QLabel>("formError")->isVisible());
    making.press();
    REQUIRE(making.isMade());
    CHECK(office.state().of<Kpi>().of(making.made).first()->name == u"K"_s);
}

TEST_CASE("a board that is saved as a template is among my templates, and made again equal", "[newboard]")
{
    Office office;
    const BoardId support = office.board(u"Support"_s);
    TemplateDialog dialog(office.session(), support, nullptr);
    dialog.show();
    QString path;
    QObject::connect(&dialog, &TemplateDialog::saved, &dialog, [&path](const QString &to) { path = to; });
    dialog.findChild<QLineEdit *>(u"templateName"_s)->setText(u"Our support: A/B"_s);
    dialog.findChild<QPlainTextEdit *>(u"templateAdvice"_s)->setPlainText(u"Do not race."_s);
    CHECK_FALSE(dialog.findChild<QLabel *>(u"templatePrivacy"_s)->text().contains(u"private"_s));

    dialog.findChild<QPushButton *>(u"templateOwn"_s)->click();

    REQUIRE(path.endsWith(u"/templates/Our support A B.json"_s));
    Making making(office);
    REQUIRE(making.templates().contains(u"My templates"_s));
    making.choose(u"Our support: A/B"_s);
    CHECK(making.child<QLabel>("templateAdvice")->text() == u"Do not race."_s);
    making.press();
    REQUIRE(making.isMade());
    BoardTemplate one = *templateOf(office.state(), office.session().me(), support, kToday);
    BoardTemplate other = *templateOf(office.state(), office.session().me(), making.made, kToday);
    one.name = other.name = QString();
    CHECK(one == other);
}

TEST_CASE("saving a private board says what its file tells", "[newboard]")
{
    Office office;
    const Result<Receipt> made = office.submit([](Situation &in) {
        return addBoard(in, {u"Secret"_s, Visibility::Private, {}});
    });
    REQUIRE(made);
    const BoardId secret = made->change.edits.of<Board>().added.first().id;

    const TemplateDialog dialog(office.session(), secret, nullptr);

    CHECK(dialog.findChild<QLabel *>(u"templatePrivacy"_s)->text().contains(u"This board is private"_s));
}
