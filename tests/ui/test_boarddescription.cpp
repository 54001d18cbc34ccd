// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/boarddescription.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;

/// The support board, of which nothing is said yet.
class Described : public Opened
{
public:
    explicit Described(Office &office) : Opened(office.session()), m_board(office.board(u"Support"_s))
    {
        REQUIRE(open(office.path()));
        REQUIRE(office.submit([this](Situation &in) { return saying(in, {}); }));
        REQUIRE(goTo(m_board));
        table().setFocus();
    }
    Result<Draft> saying(Situation &in, const QString &text) const
    {
        const Named board{Named::Kind::Board, m_board.value(), {}, {}};
        return editFields(in, board, {{u"description"_s, text}});
    }
    QWidget &line() { return page().description(); }
    QAbstractButton &value() { return *child<QAbstractButton>("boardDescriptionValue"); }
    QPlainTextEdit *editor()
    {
        for (auto *const one : line().findChildren<QPlainTextEdit *>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    bool says(const QString &text)
    {
        return QTest::qWaitFor(
            [&] { return value().accessibleName() == u"Description of the board: "_s + text; }, kPatienceMs);
    }

private:
    BoardId m_board;
};

} // namespace

TEST_CASE("a board's description is written under its title, and undone", "[board]")
{
    Office office;
    Described board(office);
    CHECK_FALSE(board.line().isVisible());

    board.action(u"Describe board"_s)->trigger();
    REQUIRE(board.editor());
    CHECK(board.editor()->hasFocus());
    QTest::keyClicks(board.editor(), u"What we promise"_s);
    QTest::keyClick(board.editor(), Qt::Key_Return);

    REQUIRE(board.says(u"What we promise"_s));
    CHECK(board.line().isVisible());
    CHECK(QTest::qWaitFor([&] { return board.table().hasFocus(); }, kPatienceMs));
    REQUIRE(office.session().wait(office.session().undo()));
    CHECK(QTest::qWaitFor([&] { return !board.line().isVisible(); }, kPatienceMs));
}

TEST_CASE("who changes their mind leaves no empty line under the title", "[board]")
{
    Office office;
    Described board(office);

    board.action(u"Describe board"_s)->trigger();
    REQUIRE(board.editor());
    QTest::keyClicks(board.editor(), u"What"_s);
    QTest::keyClick(board.editor(), Qt::Key_Escape);

    CHECK_FALSE(board.line().isVisible());
    CHECK(board.table().hasFocus());
    CHECK(office.state().find(office.board(u"Support"_s))->description.isEmpty());
}

TEST_CASE("a description that is refused after one has gone to another board is told there", "[board]")
{
    Office office;
    Described board(office);
    const BoardId growth = office.board(u"Growth"_s);
    board.action(u"Describe board"_s)->trigger();
    REQUIRE(board.editor());
    board.editor()->setPlainText(QString(100'001, u'x'));

    board.window().goTo(Place::ofBoard(growth));
    board.action(u"Describe board"_s)->trigger();
    REQUIRE(board.editor());
    QTest::keyClicks(board.editor(), u"Growing"_s);

    CHECK(QTest::qWaitFor([&] { return !board.message().isEmpty(); }, kPatienceMs));
    REQUIRE(board.editor());
    CHECK(board.editor()->toPlainText().contains(u"Growing"_s));
    CHECK(office.state().find(growth)->description != QString(100'001, u'x'));
}

TEST_CASE("a description is read by all, and written by editors alone", "[board]")
{
    Office office;
    Described board(office);
    REQUIRE(office.submit([&board](Situation &in) { return board.saying(in, u"One\ntwo"_s); }));
    REQUIRE(board.says(u"One two"_s));
    CHECK(board.value().focusPolicy() == Qt::StrongFocus);

    Session visitor({office.file(u"nobody"_s), kToday});
    Opened seen(visitor);
    REQUIRE(seen.open(office.path()));
    REQUIRE(seen.goTo(office.board(u"Support"_s)));

    CHECK(seen.page().description().isVisible());
    auto *const text = seen.child<QAbstractButton>("boardDescriptionValue");
    CHECK(text->accessibleName() == u"Description of the board: One two"_s);
    CHECK(text->focusPolicy() == Qt::NoFocus);
    CHECK_FALSE(seen.action(u"Describe board"_s)->isEnabled());
}
