// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "tests/ui/textrecorder.h"
#include "ui/charts/theme.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/pages/boardpages.h"
#include "ui/pages/boardview.h"
#include "ui/pages/pastbar.h"
#include "ui/pages/printcommands.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QSize kPage(900, 500);

/// What stands on each page, as lines of words.
QList<QStringList> pagesOf(const QTreeView &view, const BoardHead &head, const QSize &size = kPage)
{
    const BoardPainting painting(view, BoardPainting::Rows::All);
    const BoardPages pages(painting, head, view, size);
    QList<QStringList> texts;
    for (int page = 0; page < pages.count(); ++page) {
        TextRecorder paper(size);
        QPainter painter(&paper);
        pages.paint(painter, page);
        painter.end();
        texts << paper.texts();
    }
    return texts;
}

/// All titles of a table, in order.
void titlesOf(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &titles)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        titles << index.data().toString();
        titlesOf(model, index, titles);
    }
}

bool hasBeginning(const QStringList &texts, const QString &title)
{
    return std::any_of(texts.begin(), texts.end(), [&title](const QString &text) {
        return text.size() >= qMin<qsizetype>(8, title.size()) && title.startsWith(text.left(12));
    });
}

/// The board window on the founder's first board.
struct Printing
{
    Office office;
    Opened opened{office.session()};
    PrintCommands commands{office.session(), opened.page()};

    Printing() { REQUIRE(opened.open(office.path())); }
    QTreeView &view() { return opened.table(); }
};

} // namespace

TEST_CASE("a printed board has every row once, and on each page its head, its columns and its number",
          "[print]")
{
    Printing one;
    REQUIRE(one.opened.goTo(one.office.board(u"Support"_s)));
    QStringList titles;
    titlesOf(*one.view().model(), {}, titles);

    const QList<QStringList> pages = pagesOf(one.view(), {u"Support"_s, {}, u"18 November 2026"_s});

    REQUIRE(pages.size() > 1);
    QStringList all;
    for (int page = 0; page < pages.size(); ++page) {
        CAPTURE(page);
        CHECK(pages[page].contains(u"Support"_s));
        CHECK(pages[page].contains(u"18 November 2026"_s));
        CHECK(pages[page].contains(
            one.view().model()->headerData(BoardModel::StatusColumn, Qt::Horizontal).toString()));
        CHECK(pages[page].contains(u"Page %1 of %2"_s.arg(page + 1).arg(pages.size())));
        CHECK_FALSE(pages[page].contains(u"Private"_s));
        all << pages[page];
    }
    for (const QString &title : titles) {
        CAPTURE(title);
        CHECK(hasBeginning(all, title));
    }
}

TEST_CASE("every page of a private board says so", "[print]")
{
    Printing one;

    const QList<QStringList> pages =
        pagesOf(one.view(), {u"Ours"_s, u"Private"_s, u"today"_s}, QSize(900, 400));

    REQUIRE(pages.size() > 1);
    for (const QStringList &page : pages)
        CHECK(page.count(u"Private"_s) == 2); // beside the title and at the foot
}

TEST_CASE("rows are on one page each, and no page ends with a heading", "[print]")
{
    Printing one;
    const BoardPainting painting(one.view(), BoardPainting::Rows::All);
    const int height = GENERATE(320, 400, 470, 610);
    const QSize size(painting.size().width(), height);
    const BoardPages pages(painting, {u"Board"_s, {}, {}}, one.view(), size);
    QStringList titles;
    titlesOf(*one.view().model(), {}, titles);
    REQUIRE(titles.size() == painting.rowCount());

    QList<int> pageOf; // of each row, by its title
    for (int page = 0; page < pages.count(); ++page) {
        TextRecorder paper(size);
        QPainter painter(&paper);
        pages.paint(painter, page);
        painter.end();
        for (const TextRecorder::Word &word : paper.words()) {
            CAPTURE(page, word.text);
            CHECK(word.at.y() <= height);
            if (hasBeginning({word.text}, titles.value(pageOf.size())))
                pageOf << page;
        }
    }

    CHECK(pages.count() > 1);
    REQUIRE(pageOf.size() == painting.rowCount());
    for (int row = 0; row < painting.rowCount(); ++row) {
        CAPTURE(row, titles[row]);
        if (painting.isHeading(row))
            CHECK(pageOf[row] == pageOf.value(row + 1));
    }
}

TEST_CASE("a table that is wider than the page is made smaller, and hidden columns stay away", "[print]")
{
    Printing one;
    one.view().header()->resizeSection(BoardModel::ValueColumn, 2000);
    one.view().setColumnHidden(BoardModel::UpdatedColumn, true);
    const QString updated =
        one.view().model()->headerData(BoardModel::UpdatedColumn, Qt::Horizontal).toString();
    const BoardPainting painting(one.view(), BoardPainting::Rows::All);
    REQUIRE(painting.size().width() > 2000);
    const BoardPages pages(painting, {u"Board"_s, {}, {}}, one.view(), kPage);
    TextRecorder paper(kPage);
    QPainter painter(&paper);

    pages.paint(painter, 0);
    painter.end();

    CHECK_FALSE(paper.texts().contains(updated));
    for (const TextRecorder::Word &word : paper.words())
        CHECK(word.at.x() < kPage.width());
}

TEST_CASE("a board is saved as PDF, with light colours also in the dark", "[print]")
{
    Printing one;
    dress(*qApp, darkTheme());
    const QString path = one.office.file(u"board.pdf"_s);
    const QSignalSpy told(&one.commands, &PrintCommands::told);

    one.commands.writePdf(path);

    REQUIRE(told.size() == 1);
    QFile file(path);
    REQUIRE(file.open(QFile::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK(bytes.startsWith("%PDF-"));
    CHECK(bytes.count("/Type /Page\n") >= 1);
    const BoardPainting painting(one.view(), BoardPainting::Rows::All);
    const QImage picture = pictureOf(painting, {u"Board"_s, {}, {}}, one.view(), 1);
    CHECK(picture.pixelColor(2, 2) == lightTheme().panel);
    dress(*qApp, lightTheme());
}

TEST_CASE("a board is printed with the day that it is of, also with a past one", "[print]")
{
    Printing one;
    CHECK(one.commands.head().title == u"Company"_s);
    CHECK(one.commands.head().date == QLocale().toString(kToday, QLocale::LongFormat));

    one.opened.page().past().action()->trigger();
    REQUIRE(QTest::qWaitFor([&] { return one.opened.page().model().isPast(); }, 20'000));

    CHECK(one.commands.head().date.startsWith(u"As it stood on"_s));
    CHECK(one.commands.head().date.contains(
        QLocale().toString(one.opened.page().model().day(), QLocale::LongFormat)));
    CHECK(one.opened.page().model().day() < kToday);
}

TEST_CASE("a PDF or a picture that cannot be written is told with its reason", "[print]")
{
    Printing one;
    const QSignalSpy failed(&one.commands, &PrintCommands::failed);

    one.commands.writePdf(one.office.file(u"no/such/folder.pdf"_s));
    one.commands.writePicture(one.office.file(u"no/such/folder.png"_s));

    REQUIRE(failed.size() == 2);
    CHECK(failed[0][0].value<Error>().code == Error::Code::FileUnwritable);
    CHECK(failed[1][0].value<Error>().code == Error::Code::FileUnwritable);
}

TEST_CASE("the board is copied as a picture, twice as fine as the screen", "[print]")
{
    Printing one;
    one.commands.setBoardShown(true);
    QApplication::clipboard()->clear();

    one.commands.copyPicture()->trigger();

    const QImage copied = QApplication::clipboard()->image();
    const BoardPainting painting(one.view(), BoardPainting::Rows::All);
    CHECK(copied.width() > painting.size().width() * 2);
    CHECK(copied.height() > painting.size().height() * 2);
}

TEST_CASE("rows that are chosen are painted alone", "[print]")
{
    Printing one;
    one.view().setSelectionMode(QAbstractItemView::ExtendedSelection);
    one.view().selectionModel()->clear();
    const QModelIndex parent = one.view().model()->index(1, 0);
    const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    one.view().selectionModel()->select(one.view().model()->index(0, 0, parent), flags);
    one.view().selectionModel()->select(one.view().model()->index(1, 0, parent), flags);

    const BoardPainting painting(one.view(), BoardPainting::Rows::Selected);

    CHECK(painting.rowCount() == 2);
    one.commands.writePicture(one.office.file(u"rows.png"_s));
    const QImage saved(one.office.file(u"rows.png"_s));
    CHECK(saved.height() < 2 * (painting.size().height() + 120));
    CHECK(saved.height() > 2 * painting.size().height());
}
