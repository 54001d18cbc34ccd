// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"
#include "core/domain/acts/people.h"
#include "core/services/whendone.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/words/settlements.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;

/// The founder's window, and somebody else who writes first.
class TwoWriters : public Opened
{
public:
    explicit TwoWriters(Office &office)
        : Opened(office, u"Support"_s)
        , m_office(office)
        , m_kpi(office.kpi(u"First reply time"_s))
        , m_other({office.file(u"other"_s), kToday})
    {
        REQUIRE(m_other.wait(m_other.open(office.path(), Session::Read::Everything)));
        const QList<const Grant *> grants = m_other.state().of<Grant>().all();
        const BoardId board = office.board(u"Support"_s);
        for (const Grant *grant : grants)
            if (grant->board == board && grant->role >= Role::Editor && grant->person.isValid() &&
                grant->person != office.session().me())
                m_person = grant->person;
        if (!m_person.isValid())
            m_person = office.session().me();
        REQUIRE(m_other.wait(m_other.join(m_person)));
    }

    Decide sets(const QString &field, const QString &value) const
    {
        return [=, id = m_kpi](Situation &in) {
            return editFields(in, {Named::Kind::Kpi, id.value(), {}, {}}, {{field, value}});
        };
    }
    /// The other writes, and the window does before it can have seen that.
    void collide(const QString &field, const QString &theirs, const QString &mine)
    {
        Intent first;
        first.decide = sets(field, theirs);
        Intent second;
        second.decide = sets(field, mine);
        REQUIRE(m_office.settle());
        const QFuture<Result<Receipt>> written = m_other.submit(std::move(first));
        REQUIRE(m_other.wait(written));
        const QFuture<Result<Receipt>> refused = session().submit(std::move(second));
        REQUIRE(QTest::qWaitFor([&] { return refused.isFinished(); }, kPatienceMs));
        REQUIRE_FALSE(refused.result());
        CHECK(refused.result().error().code == Error::Code::Conflict);
    }

    /// The other writes, and the window has seen it.
    void otherWrites(const QString &field, const QString &theirs)
    {
        Intent first;
        first.decide = sets(field, theirs);
        const QFuture<Result<Receipt>> written = m_other.submit(std::move(first));
        REQUIRE(m_other.wait(written));
        const QFuture<Done> looked = session().lookNow();
        REQUIRE(QTest::qWaitFor([&] { return looked.isFinished(); }, kPatienceMs));
        REQUIRE(becomes(theirs));
    }
    QFuture<Result<Receipt>> write(const QString &field, const QString &mine)
    {
        Intent intent;
        intent.decide = sets(field, mine);
        return session().submit(std::move(intent));
    }

    QWidget &bar() { return *child<QWidget>("standoffBar"); }
    bool isAsking(bool really = true)
    {
        return QTest::qWaitFor([&] { return bar().isVisible() == really; }, kPatienceMs);
    }
    QString text(const char *label) { return child<QLabel>(label)->text(); }
    void press(const char *button) { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }
    bool becomes(const QString &name)
    {
        return QTest::qWaitFor([&] { return session().state().find(m_kpi)->name == name; }, kPatienceMs);
    }
    QString otherName() { return m_other.state().find(m_person)->name; }

private:
    Office &m_office;
    KpiId m_kpi;
    Session m_other;
    PersonId m_person;
};

} // namespace

TEST_CASE("who writes what somebody else has just written sees both versions, and may keep theirs",
          "[standoffs]")
{
    Office office;
    TwoWriters two(office);
    REQUIRE_FALSE(two.bar().isVisible());
    two.collide(u"name"_s, u"Reply time"_s, u"Answers"_s);

    REQUIRE(two.isAsking());
    CHECK(two.text("standoffText").contains(two.otherName()));
    CHECK(two.text("standoffText").contains(u"Reply time"_s));
    CHECK(two.text("standoffTheirs").contains(u"Reply time"_s));
    CHECK_FALSE(two.text("standoffTheirs").contains(u"Answers"_s));
    CHECK(two.text("standoffMine").contains(u"First reply time"_s));
    CHECK(two.text("standoffMine").contains(u"Answers"_s));
    CHECK(two.message().isEmpty());
    CHECK(two.becomes(u"Reply time"_s));

    two.press("keepTheirs");
    CHECK(two.isAsking(false));
    CHECK(office.settle());
    CHECK(two.becomes(u"Reply time"_s));
}

TEST_CASE("one's own version is written when one says so, and can be undone to theirs", "[standoffs]")
{
    Office office;
    TwoWriters two(office);
    two.collide(u"name"_s, u"Reply time"_s, u"Answers"_s);
    REQUIRE(two.isAsking());

    two.press("useMine");
    CHECK(two.isAsking(false));
    CHECK(two.becomes(u"Answers"_s));
    const QFuture<Result<Receipt>> undone = two.session().undo();
    REQUIRE(QTest::qWaitFor([&] { return undone.isFinished(); }, kPatienceMs));
    CHECK(two.becomes(u"Reply time"_s));
}

TEST_CASE("what comes while an editor is open is not overwritten unseen", "[standoffs]")
{
    Office office;
    TwoWriters two(office);
    REQUIRE(office.settle());
    const bool isLeft = GENERATE(false, true);
    two.session().setEditing(true);
    two.otherWrites(u"name"_s, u"Reply time"_s);
    if (isLeft)
        two.session().setEditing(false);
    const QFuture<Result<Receipt>> mine = two.write(u"name"_s, u"Answers"_s);
    REQUIRE(QTest::qWaitFor([&] { return mine.isFinished(); }, kPatienceMs));

    CHECK(bool(mine.result()) == isLeft);
    CHECK(two.isAsking(!isLeft));
}

TEST_CASE("an editor in which a conflict was typed leaves the choice to the bar", "[standoffs]")
{
    Office office;
    TwoWriters two(office);
    REQUIRE(office.settle());
    two.window().activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&two.window()));
    two.table().setCurrentIndex(two.cell(u"First reply time"_s));
    two.page().inspectorAction()->setChecked(true);
    auto *name = two.child<QAbstractButton>("nameValue");
    REQUIRE(QTest::qWaitFor([&] { return name->isVisible(); }, kPatienceMs));
    name->click();
    auto *editor = two.child<QLineEdit>("nameEdit");
    REQUIRE(QTest::qWaitFor([&] { return editor->hasFocus(); }, kPatienceMs));
    two.otherWrites(u"name"_s, u"Reply time"_s);
    editor->setText(u"Answers"_s);
    QTest::keyClick(editor, Qt::Key_Return);

    REQUIRE(two.isAsking());
    CHECK(QTest::qWaitFor([&] { return name->isVisible(); }, kPatienceMs));
    CHECK(two.text("standoffMine").contains(u"Answers"_s));
    two.press("useMine");
    CHECK(two.becomes(u"Answers"_s));
}

TEST_CASE("typing into an editor freezes what its author has seen, until the editor is left", "[standoffs]")
{
    Office office;
    TwoWriters two(office);
    REQUIRE(office.settle());
    two.window().activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&two.window()));
    two.table().setFocus();
    auto *filter = two.child<QLineEdit>("boardFilter");
    filter->setFocus();
    REQUIRE(QApplication::focusWidget() == filter);
    two.otherWrites(u"name"_s, u"Reply time"_s);
    const QFuture<Result<Receipt>> mine = two.write(u"name"_s, u"Answers"_s);
    REQUIRE(QTest::qWaitFor([&] { return mine.isFinished(); }, kPatienceMs));
    CHECK_FALSE(mine.result());
    REQUIRE(two.isAsking());

    // What is asked has been seen.
    two.table().setFocus();
    two.press("useMine");
    CHECK(two.becomes(u"Answers"_s));
}

TEST_CASE("several that were refused are decided one after another", "[standoffs]")
{
    Office office;
    TwoWriters two(office);
    two.collide(u"name"_s, u"Reply time"_s, u"Answers"_s);
    two.collide(u"unit"_s, u"weeks"_s, u"days"_s);
    REQUIRE(two.isAsking());
    CHECK(two.text("standoffMine").contains(u"Answers"_s));
    two.press("keepTheirs");
    REQUIRE(two.isAsking());
    CHECK(two.text("standoffMine").contains(u"days"_s));
    CHECK(two.text("standoffTheirs").contains(u"weeks"_s));
    two.press("keepTheirs");
    CHECK(two.isAsking(false));
}

TEST_CASE("what became of changes under way when the program ended is told in a line each", "[standoffs]")
{
    Settlement written;
    written.write.act = Act::AddBoard;
    written.write.values = {{u"subject"_s, u"12"_s}};
    written.outcome = Settlement::Outcome::Written;
    written.about = u"<b>Sales</b>"_s;
    Settlement dropped = written;
    dropped.outcome = Settlement::Outcome::Dropped;
    const QStringList lines = textOf({written, dropped}).split(u'\n');
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].contains(u"is saved"_s));
    CHECK(lines[1].contains(u"no longer fits"_s));
    for (const QString &line : lines)
        CHECK(line.contains(u"<b>Sales</b>"_s));

    Office office;
    Opened opened(office, u"Support"_s);
    Q_EMIT office.session().settled({dropped});
    CHECK(opened.message().contains(u"no longer fits"_s));
}
