// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/acts/editing.h"
#include "core/domain/acts/goals.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/models/actionlistmodel.h"
#include "ui/pages/actionspage.h"
#include "ui/pages/emptystate.h"
#include "ui/pages/rowsview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Whose = ActionListModel::Whose;
using By = ActionListModel::Grouping;
constexpr int kPatienceMs = 20'000;

ActionId promise(Office &office, const QString &title, PersonId owner, QDate due,
                 const QString &board = u"Support"_s)
{
    Action action;
    action.subject = Subject::of(office.board(board));
    action.title = title;
    action.owner = owner;
    action.due = due;
    const Result<Receipt> receipt = office.submit([action](Situation &in) { return addAction(in, action); });
    REQUIRE(receipt);
    return receipt->change.edits.of<Action>().added.first().id;
}

QStringList titlesOf(const ActionListModel &model)
{
    QStringList titles;
    for (const ActionLine &line : model.rows())
        titles << (line.isHeading() ? QString(u'#' + line.heading) : line.row.title);
    return titles;
}

PersonId someoneElse(Office &office)
{
    for (const Person *person : office.state().of<Person>().all())
        if (person->isActive() && person->id != office.session().me())
            return person->id;
    return {};
}

} // namespace

TEST_CASE("actions are listed by whose they are, by words, and under headings", "[actions]")
{
    Office office;
    ActionListModel model(office.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&model, &ActionListModel::modelReset);
    const PersonId me = office.session().me();
    const PersonId other = someoneElse(office);
    promise(office, u"zz late"_s, me, kToday.addDays(-2));
    promise(office, u"zz soon"_s, me, kToday.addDays(2), u"Growth"_s);
    promise(office, u"zz theirs"_s, other, kToday.addDays(-1));

    model.setWords(u"ZZ"_s);
    CHECK(titlesOf(model) == QStringList{u"zz late"_s, u"zz soon"_s});
    model.setWhose(Whose::Everyone);
    CHECK(titlesOf(model) == QStringList{u"zz late"_s, u"zz theirs"_s, u"zz soon"_s});
    model.setWords(u" support  läte ZZ"_s);
    CHECK(titlesOf(model) == QStringList{u"zz late"_s});
    model.setWords(u"zz"_s);
    model.setWhose(Whose::Overdue);
    CHECK(titlesOf(model) == QStringList{u"zz late"_s, u"zz theirs"_s});
    model.setWhose(Whose::Everyone);
    model.setGrouping(By::Board);
    CHECK(titlesOf(model) ==
          QStringList{u"#Growth"_s, u"zz soon"_s, u"#Support"_s, u"zz late"_s, u"zz theirs"_s});
    const QModelIndex heading = model.index(2, 0);
    CHECK(heading.flags() == Qt::NoItemFlags);
    CHECK(heading.data(Qt::AccessibleTextRole).toString() == u"Support, 2"_s);
    CHECK_FALSE(model.placeAt(heading));
    CHECK(model.placeAt(model.index(1, 0))->board == office.board(u"Growth"_s));
    model.sort(ActionsModel::TitleColumn, Qt::DescendingOrder);
    CHECK(titlesOf(model) ==
          QStringList{u"#Growth"_s, u"zz soon"_s, u"#Support"_s, u"zz theirs"_s, u"zz late"_s});
    CHECK(resets.isEmpty());
}

TEST_CASE("checking an action off takes it from the list, and undo brings it back", "[actions]")
{
    Office office;
    const ActionId id = promise(office, u"zz one"_s, office.session().me(), kToday);
    ActionListModel model(office.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setWords(u"zz"_s);
    REQUIRE(titlesOf(model) == QStringList{u"zz one"_s});

    REQUIRE(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    REQUIRE(QTest::qWaitFor([&] { return model.rowCount() == 0; }, kPatienceMs));
    CHECK(office.state().find(id)->done);
    model.setAlso(id);
    CHECK(titlesOf(model) == QStringList{u"zz one"_s});
    model.setAlso({});
    CHECK(model.rowCount() == 0);
    model.setWhose(Whose::Done);
    CHECK(titlesOf(model) == QStringList{u"zz one"_s});
    model.setWhose(Whose::Mine);
    REQUIRE(office.session().wait(office.session().undo()));
    CHECK(QTest::qWaitFor([&] { return titlesOf(model) == QStringList{u"zz one"_s}; }, kPatienceMs));
}

TEST_CASE("names that look alike head groups of their own", "[actions]")
{
    Office office;
    ActionListModel model(office.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const AddBoard alike{u"Sup\u00adport"_s, Visibility::Public, {}}; // with a soft hyphen
    REQUIRE(office.submit([alike](Situation &in) { return addBoard(in, alike); }));
    for (int i = 0; i < 4; ++i)
        promise(office, u"zz %1"_s.arg(i), office.session().me(), kToday.addDays(i),
                i % 2 == 0 ? u"Support"_s : alike.name);
    model.setWords(u"zz"_s);

    model.setGrouping(By::Board);

    CHECK(model.shownCount() == 4);
    CHECK(model.rowCount() == 6);
}

TEST_CASE("nothing that nobody has promised is a visitor's", "[actions]")
{
    Office office;
    promise(office, u"zz whoever"_s, {}, kToday);
    Session visitor({office.file(u"nobody"_s), kToday});
    REQUIRE(visitor.wait(visitor.open(office.path(), Session::Read::Everything)));
    ActionListModel model(visitor);

    CHECK(model.shownCount() == 0);
    model.setWhose(Whose::Everyone);
    model.setWords(u"whoever"_s);
    CHECK(model.shownCount() == 1);
}

TEST_CASE("a change that touches many actions lists them once", "[actions]")
{
    Office office;
    for (int i = 0; i < 5; ++i)
        promise(office, u"zz %1"_s.arg(i), office.session().me(), kToday.addDays(i));
    ActionListModel model(office.session());
    model.setWhose(Whose::Everyone);
    model.setWords(u"zz"_s);
    const QSignalSpy lists(&model, &ActionListModel::listed);

    REQUIRE(office.submit([board = office.board(u"Support"_s)](Situation &in) {
        return editFields(in, *nameOf(in.state, board.value()), {{u"name"_s, u"Help"_s}});
    }));

    CHECK(model.index(0, ActionsModel::BoardColumn).data().toString() == u"Help"_s);
    CHECK(lists.size() == 1);
    REQUIRE(office.submit([kpi = office.kpi(u"First reply time"_s)](Situation &in) {
        return editFields(in, *nameOf(in.state, kpi.value()), {{u"source"_s, u"the desk"_s}});
    }));
    CHECK(lists.size() == 1);
}

TEST_CASE("the list of actions follows what happens, row by row", "[actions]")
{
    Office office;
    ActionListModel model(office.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&model, &ActionListModel::modelReset);
    model.setWhose(Whose::Everyone);
    model.setGrouping(By::Owner);
    QRandomGenerator random(5);
    QList<ActionId> ids;
    for (int step = 0; step < 60; ++step) {
        CAPTURE(step);
        switch (random.bounded(4)) {
        case 0:
            (void)office.session().wait(office.session().undo());
            break;
        case 1:
            if (!ids.isEmpty()) {
                const ActionId id = ids[qsizetype(random.bounded(quint32(ids.size())))];
                (void)office.submit([id](Situation &in) { return finishAction(in, id); });
                break;
            }
            [[fallthrough]];
        default:
            ids << promise(office, QStringLiteral("do %1").arg(step),
                           random.bounded(2) ? office.session().me() : someoneElse(office),
                           kToday.addDays(random.bounded(-9, 9)));
        }
        ActionListModel fresh(office.session());
        fresh.setWhose(Whose::Everyone);
        fresh.setGrouping(By::Owner);
        REQUIRE(titlesOf(model) == titlesOf(fresh));
    }
    CHECK(ids.size() > 20);
    CHECK(resets.isEmpty());
}

TEST_CASE("an action is added, checked off and gone to by keys alone", "[actions]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    QTest::keyClick(&opened.window(), Qt::Key_2, Qt::AltModifier);
    REQUIRE(opened.window().place().kind == Place::Kind::Actions);
    auto &view = *opened.child<RowsView>("actionsPageView");
    auto &title = *opened.child<QLineEdit>("newActionTitle");
    auto &about = *opened.child<QLineEdit>("newActionAbout");
    auto &owner = *opened.child<QLineEdit>("newActionOwner");
    auto &due = *opened.child<QLineEdit>("newActionDue");
    auto &filter = *opened.child<QLineEdit>("actionsFilter");
    filter.setText(u"zz"_s);

    title.setFocus();
    QTest::keyClicks(&title, u"zz call them"_s);
    about.setText(u"First reply time"_s);
    owner.setText(office.state().find(office.session().me())->name);
    due.setText(u"tomorrow"_s);
    QTest::keyClick(&due, Qt::Key_Return);

    REQUIRE(QTest::qWaitFor([&] { return view.model()->rowCount() == 1; }, kPatienceMs));
    CHECK(view.model()->index(0, 0).data().toString() == u"zz call them"_s);
    CHECK(title.text().isEmpty());
    CHECK(title.hasFocus());
    CHECK(opened.message().isEmpty());
    view.setFocus();
    view.setCurrentIndex(view.model()->index(0, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    CHECK(opened.window().place().kind == Place::Kind::Board);
    CHECK(opened.table().currentIndex().siblingAtColumn(0).data().toString() == u"First reply time"_s);
    opened.window().goTo(Place::of(Place::Kind::Actions));
    view.setCurrentIndex(view.model()->index(0, 0));
    QTest::keyClick(&view, Qt::Key_Space);
    CHECK(QTest::qWaitFor([&] { return view.model()->rowCount() == 0; }, kPatienceMs));
}

TEST_CASE("the page of actions is up to date when one comes to it, and rests while one does not look",
          "[actions]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    const QAbstractItemModel *model = opened.child<RowsView>("actionsPageView")->model();
    const QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
    const auto has = [model](const QString &title) {
        return !model->match(model->index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchExactly).isEmpty();
    };

    promise(office, u"zz one"_s, office.session().me(), kToday);
    CHECK(inserted.isEmpty());
    opened.window().goTo(Place::of(Place::Kind::Actions));
    CHECK(has(u"zz one"_s));
    promise(office, u"zz two"_s, office.session().me(), kToday);
    CHECK(has(u"zz two"_s));

    opened.window().goTo(Place::of(Place::Kind::Home));
    promise(office, u"zz three"_s, office.session().me(), kToday);
    CHECK_FALSE(has(u"zz three"_s));
    office.session().close();
    CHECK(model->rowCount() == 0);
}

TEST_CASE("an action that one adds for somebody else is seen where one looks for one's own", "[actions]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    opened.window().goTo(Place::of(Place::Kind::Actions));
    REQUIRE(opened.child<QComboBox>("actionsWhose")->currentIndex() == int(Whose::Mine));
    const auto &view = *opened.child<RowsView>("actionsPageView");
    opened.child<QLineEdit>("newActionTitle")->setText(u"zz theirs"_s);
    opened.child<QLineEdit>("newActionAbout")->setText(u"First reply time"_s);
    auto &owner = *opened.child<QLineEdit>("newActionOwner");
    owner.setText(office.state().find(someoneElse(office))->name);

    QTest::keyClick(&owner, Qt::Key_Return);

    CHECK(QTest::qWaitFor([&] { return view.currentIndex().data().toString() == u"zz theirs"_s; },
                          kPatienceMs));
}

TEST_CASE("what cannot be added is told, and nothing that was typed is lost", "[actions]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    opened.window().goTo(Place::of(Place::Kind::Actions));
    auto &title = *opened.child<QLineEdit>("newActionTitle");
    auto &about = *opened.child<QLineEdit>("newActionAbout");
    title.setText(u"Do it"_s);
    about.setText(u"nothing like that"_s);
    about.setFocus();

    QTest::keyClick(&about, Qt::Key_Return);

    CHECK(opened.message().contains(u"nothing like that"_s));
    CHECK(about.hasFocus());
    CHECK(title.text() == u"Do it"_s);
}

TEST_CASE("Ctrl+F filters the list from anywhere on the page, and the keys go back to it", "[actions]")
{
    Office office;
    const PersonId me = office.session().me();
    promise(office, u"zz one"_s, me, kToday);
    promise(office, u"yy two"_s, me, kToday);
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    opened.window().goTo(Place::of(Place::Kind::Actions));
    auto &view = *opened.child<RowsView>("actionsPageView");
    auto &filter = *opened.child<QLineEdit>("actionsFilter");
    const auto *const empty = opened.child<ActionsPage>("actionsPage")->findChild<EmptyState *>();
    REQUIRE(QTest::qWaitFor([&] { return view.hasFocus(); }));

    QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
    REQUIRE(filter.hasFocus());
    QTest::keyClicks(&filter, u"zz"_s);
    CHECK(view.model()->rowCount() == 1);
    QTest::keyClick(&filter, Qt::Key_Down);
    CHECK(view.hasFocus());

    QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&filter, u"nothing like that"_s);
    CHECK(empty->isVisible());
    QTest::keyClick(&filter, Qt::Key_Escape);
    CHECK(filter.text().isEmpty());
    CHECK(view.model()->rowCount() == 2);
    QTest::keyClick(&filter, Qt::Key_Escape);
    CHECK(view.hasFocus());
}

TEST_CASE("the chosen action stays chosen, however many others come and go", "[actions]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    ActionId chosen;
    for (int i = 0; i < 200; ++i)
        chosen = promise(office, i % 2 == 0 ? u"zz even"_s : u"zz odd"_s, office.session().me(), kToday);
    opened.window().goTo({Place::Kind::Actions, {}, RowKind::Other, chosen.value()});
    auto &view = *opened.child<RowsView>("actionsPageView");
    auto &filter = *opened.child<QLineEdit>("actionsFilter");
    const auto isChosen = [&] { return view.currentIndex().data(IdRole).toLongLong() == chosen.value(); };
    REQUIRE(isChosen());

    filter.setText(u"odd"_s);
    CHECK(isChosen());
    filter.clear();
    CHECK(isChosen());
}

TEST_CASE("an action that is gone to is shown beside what the filter leaves, and the filter stays",
          "[actions]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    const ActionId mine = promise(office, u"zz mine"_s, office.session().me(), kToday);
    const ActionId theirs = promise(office, u"yy theirs"_s, someoneElse(office), kToday);
    auto &view = *opened.child<RowsView>("actionsPageView");
    auto &whose = *opened.child<QComboBox>("actionsWhose");
    auto &filter = *opened.child<QLineEdit>("actionsFilter");
    const auto go = [&](ActionId action) {
        opened.window().goTo({Place::Kind::Actions, {}, RowKind::Other, action.value()});
    };
    const auto shown = [&] {
        QStringList titles;
        for (int row = 0; row < view.model()->rowCount(); ++row)
            titles << view.model()->index(row, 0).data().toString();
        titles.sort();
        return titles;
    };
    go(mine);
    filter.setText(u"zz"_s);
    REQUIRE(shown() == QStringList{u"zz mine"_s});

    go(theirs);

    CHECK(view.currentIndex().data().toString() == u"yy theirs"_s);
    CHECK(shown() == QStringList{u"yy theirs"_s, u"zz mine"_s});
    CHECK(filter.text() == u"zz"_s);
    CHECK(whose.currentIndex() == int(Whose::Mine));

    filter.setText(u"zz m"_s);
    CHECK(shown() == QStringList{u"zz mine"_s});
    go(theirs);
    opened.window().goTo(Place::of(Place::Kind::Home));
    opened.window().goTo(Place::of(Place::Kind::Actions));
    CHECK(shown() == QStringList{u"zz mine"_s});
}
