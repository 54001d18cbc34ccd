// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/aligning.h"
#include "core/domain/acts/boards.h"
#include "core/domain/acts/editing.h"
#include "core/domain/acts/goals.h"
#include "core/domain/factcauseaction.h"
#include "core/domain/rights.h"
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/charts/theme.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/models/actionsmodel.h"
#include "ui/models/boardrow.h"
#include "ui/models/historymodel.h"
#include "ui/models/inspected.h"
#include "ui/pages/inspector.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QString kReply = u"First reply time"_s;

/// The inspector in a window of its own, before someone at the keyboard.
struct Beside
{
    Office office;
    QWidget window;
    Inspector *inspector = nullptr;
    KpiId kpi = office.kpi(kReply);

    explicit Beside(Office::Door door = Office::Door::Open) : office(door)
    {
        dress(*qApp, lightTheme());
        inspector = new Inspector(office.session(), &window);
        inspector->resize(380, 900);
        window.resize(400, 900);
        window.show();
        QApplication::setActiveWindow(&window);
        inspector->showRow(RowKind::Kpi, kpi.value());
        QApplication::processEvents();
    }

    template<class Widget>
    Widget *child(const char *name) const
    {
        auto *found = inspector->findChild<Widget *>(QString::fromLatin1(name));
        if (!found)
            FAIL("there is no " << name);
        return found;
    }
    template<class Widget>
    bool has(const char *name) const
    {
        const auto *found = inspector->findChild<Widget *>(QString::fromLatin1(name));
        return found && found->isVisible();
    }
    QString shown(const char *field) const { return child<QAbstractButton>(field)->accessibleName(); }
    bool shows(const char *field, const QString &text) const
    {
        return QTest::qWaitFor([&] { return shown(field) == text; }, 20'000);
    }
    /// Opens a field from the keyboard and answers its editor.
    template<class Editor>
    Editor *edit(const char *field, const char *editor) const
    {
        auto *value = child<QAbstractButton>(field);
        value->setFocus();
        QTest::keyClick(value, Qt::Key_F2);
        return child<Editor>(editor);
    }
    /// Opens a field from the keyboard and types over what is there.
    QLineEdit *typeInto(const char *field, const char *editor, const QString &text) const
    {
        auto *line = edit<QLineEdit>(field, editor);
        line->selectAll();
        QTest::keyClicks(line, text);
        return line;
    }
    bool says(const char *label, const QString &text) const
    {
        return QTest::qWaitFor(
            [&] {
                const QList<QLabel *> labels = inspector->findChildren<QLabel *>(QString::fromLatin1(label));
                return std::any_of(labels.begin(), labels.end(), [&](const QLabel *one) {
                    return one->isVisible() && one->text().contains(text);
                });
            },
            20'000);
    }
    bool counts(const char *view, int rows) const
    {
        const auto *found = child<QAbstractItemView>(view);
        return QTest::qWaitFor([&] { return found->model()->rowCount() == rows; }, 20'000);
    }
    const Kpi &now() const { return *office.state().find(kpi); }
    Named named() const { return {Named::Kind::Kpi, kpi.value(), kReply, kReply}; }
};

} // namespace

TEST_CASE("the inspector says what a KPI is and how it stands", "[inspector]")
{
    Beside beside;

    CHECK(beside.shown("nameValue") == u"Title: First reply time"_s);
    CHECK(beside.child<QLabel>("inspectorSoftLine")->text().startsWith(u"KPI"_s));
    CHECK(beside.child<QLabel>("inspectorSoftLine")->text().endsWith(u"lower is better"_s));
    CHECK(beside.child<QLabel>("inspectorFigures")->text().contains(u"target ≤"_s));
    CHECK(beside.shown("definitionValue").startsWith(u"Measured: "_s));
    CHECK(beside.shown("cadenceValue") == u"Cadence: Weekly"_s);
}

TEST_CASE("the inspector tells the figures of a key result as its board does", "[inspector]")
{
    Office office;
    const BoardId board = office.board(u"Company"_s);
    const auto objectives = office.state().of<Objective>().of(board);
    AddKeyResult request;
    request.keyResult.objective =
        (*std::find_if(objectives.begin(), objectives.end(), [](const Objective *one) {
            return !one->archived;
        }))->id;
    request.keyResult.title = u"Stay calm"_s;
    request.keyResult.kind = KeyResultKind::Between;
    request.keyResult.low = 40;
    request.keyResult.high = 60;
    REQUIRE(office.submit([request](Situation &in) { return addKeyResult(in, request); }));
    const PersonId me = office.session().me();

    int compared = 0;
    for (const BoardBranch &branch : rowsOf(office.state(), me, board, kToday))
        for (const BoardBranch &child : branch.children) {
            const KeyResult *keyResult = office.state().find(KeyResultId(child.row->id));
            if (!keyResult || keyResult->kind == KeyResultKind::Milestone)
                continue;
            CAPTURE(child.row->title);
            const std::optional<Inspected> inspected =
                inspect(office.state(), office.state(), me, child.row->id, kToday);
            REQUIRE(inspected);
            CHECK(inspected->value == child.row->value);
            CHECK(inspected->target == child.row->target);
            CHECK(inspected->status == child.row->status);
            ++compared;
        }
    CHECK(compared > 2);
    const qint64 calm = office.keyResult(u"Stay calm"_s).value();
    CHECK(inspect(office.state(), office.state(), me, calm, kToday)->target == u"40–60"_s);
}

TEST_CASE("a field is edited where it stands, by keyboard", "[inspector]")
{
    Beside beside;

    auto *line = beside.edit<QLineEdit>("sourceValue", "sourceEdit");
    CHECK(line->hasFocus());
    CHECK(line->accessibleName() == u"Source"_s);
    line->selectAll();
    QTest::keyClicks(line, u"Help desk export"_s);
    QTest::keyClick(line, Qt::Key_Return);

    CHECK(beside.shows("sourceValue", u"Source: Help desk export"_s));
    CHECK(beside.now().source == u"Help desk export"_s);
    REQUIRE(QTest::qWaitFor([&] { return beside.child<QAbstractButton>("sourceValue")->hasFocus(); }));
}

TEST_CASE("Esc leaves a field as it was", "[inspector]")
{
    Beside beside;
    const QString before = beside.shown("sourceValue");

    auto *line = beside.edit<QLineEdit>("sourceValue", "sourceEdit");
    QTest::keyClicks(line, u"nonsense"_s);
    QTest::keyClick(line, Qt::Key_Escape);

    CHECK(beside.child<QAbstractButton>("sourceValue")->isVisible());
    CHECK(beside.shown("sourceValue") == before);
}

TEST_CASE("leaving a field hands it in", "[inspector]")
{
    Beside beside;

    auto *line = beside.typeInto("sourceValue", "sourceEdit", u"Mondays"_s);
    QTest::keyClick(line, Qt::Key_Tab);

    CHECK(beside.shows("sourceValue", u"Source: Mondays"_s));
}

TEST_CASE("what is wrong with a field is said beside it, and what was typed stays", "[inspector]")
{
    Beside beside;

    auto *line = beside.typeInto("guardrailValue", "guardrailEdit", u"No such KPI"_s);
    QTest::keyClick(line, Qt::Key_Return);

    CHECK(beside.says("fieldError", u"No such KPI"_s));
    CHECK(beside.child<QLineEdit>("guardrailEdit")->text() == u"No such KPI"_s);
    CHECK_FALSE(beside.child<QLineEdit>("guardrailEdit")->isReadOnly());
}

TEST_CASE("what was refused of a row that one has left is told until an edit succeeds", "[inspector]")
{
    Beside beside;
    auto *line = beside.edit<QLineEdit>("guardrailValue", "guardrailEdit");
    line->setText(u"No such KPI"_s);
    beside.inspector->showRow(RowKind::Kpi, beside.office.kpi(u"Tickets reopened"_s).value());
    REQUIRE(beside.says("inspectorError", kReply));

    auto *source = beside.edit<QLineEdit>("sourceValue", "sourceEdit");
    source->setText(u"Mondays"_s);
    QTest::keyClick(source, Qt::Key_Return);

    CHECK(beside.shows("sourceValue", u"Source: Mondays"_s));
    CHECK_FALSE(beside.child<QLabel>("inspectorError")->isVisible());
}

TEST_CASE("a choice is made from a list", "[inspector]")
{
    Beside beside;

    auto *box = beside.edit<QComboBox>("timingValue", "timingEdit");
    box->setCurrentIndex(box->findData(u"lagging"_s));
    QTest::keyClick(box, Qt::Key_Return);

    CHECK(beside.shows("timingValue", u"Leading or lagging: Lagging"_s));
}

TEST_CASE("an owner is completed while it is typed", "[inspector]")
{
    Beside beside;
    const QString me = beside.office.state().find(beside.office.session().me())->name;

    auto *line = beside.typeInto("ownerValue", "ownerEdit", me.chopped(1));
    auto *popup = QApplication::activePopupWidget();
    REQUIRE(popup != nullptr);
    QTest::keyClick(popup, Qt::Key_Return);
    QTest::keyClick(line, Qt::Key_Return);

    CHECK(beside.shows("ownerValue", QString(u"Owners: "_s + me)));
}

TEST_CASE("a change from elsewhere shows, and leaves an open editor alone", "[inspector]")
{
    Beside beside;
    auto *line = beside.typeInto("sourceValue", "sourceEdit", u"half typ"_s);

    REQUIRE(beside.office.submit([&](Situation &in) {
        return editFields(in, beside.named(), {{u"source"_s, u"theirs"_s}, {u"cadence"_s, u"month"_s}});
    }));

    CHECK(beside.shows("cadenceValue", u"Cadence: Monthly"_s));
    CHECK(line->text() == u"half typ"_s);
    CHECK(line->hasFocus());
    CHECK(beside.says("fieldError", u"theirs"_s));
}

TEST_CASE("what is being typed is handed in for its own row when another is chosen", "[inspector]")
{
    Beside beside;
    beside.typeInto("sourceValue", "sourceEdit", u"mine"_s);

    beside.inspector->showRow(RowKind::Kpi, beside.office.kpi(u"Tickets reopened"_s).value());

    REQUIRE(QTest::qWaitFor([&] { return beside.now().source == u"mine"_s; }, 20'000));
    CHECK(beside.shown("nameValue") == u"Title: Tickets reopened"_s);
    CHECK(beside.office.state().find(beside.office.kpi(u"Tickets reopened"_s))->source != u"mine"_s);
}

TEST_CASE("a target is added with its day, and the old ones stay", "[inspector]")
{
    Beside beside;
    const int before = beside.child<QAbstractItemView>("targetsView")->model()->rowCount();

    beside.child<QLineEdit>("targetFrom")->setFocus();
    QTest::keyClicks(beside.child<QLineEdit>("targetFrom"), u"+30"_s);
    QTest::keyClicks(beside.child<QLineEdit>("targetValue"), u"40"_s);
    QTest::keyClick(beside.child<QLineEdit>("targetValue"), Qt::Key_Return);

    REQUIRE(beside.counts("targetsView", before + 1));
    const QAbstractItemModel &targets = *beside.child<QAbstractItemView>("targetsView")->model();
    CHECK(targets.index(0, 0).data().toString() == u"18 Dec"_s);
    CHECK(targets.index(0, 1).data().toString() == u"≤ 40\u202fmin"_s);
    CHECK(targets.index(0, 2).data().toString() == u"Planned"_s);
    CHECK(targets.index(1, 2).data().toString() == u"In force"_s);
}

TEST_CASE("an action is added with title, owner and due day", "[inspector]")
{
    Beside beside;

    QTest::keyClicks(beside.child<QLineEdit>("actionTitle"), u"Ask them"_s);
    QTest::keyClicks(beside.child<QLineEdit>("actionDue"), u"nonsense"_s);
    QTest::keyClick(beside.child<QLineEdit>("actionDue"), Qt::Key_Return);
    CHECK(beside.says("fieldError", u"nonsense"_s));
    beside.child<QLineEdit>("actionDue")->setText(u"tomorrow"_s);
    QTest::keyClick(beside.child<QLineEdit>("actionDue"), Qt::Key_Return);

    REQUIRE(beside.counts("actionsView", 4));
    CHECK(beside.child<QAbstractItemView>("actionsView")->model()->index(0, 0).data().toString() ==
          u"Ask them"_s);
    REQUIRE(QTest::qWaitFor([&] { return beside.child<QLineEdit>("actionTitle")->text().isEmpty(); }));
}

TEST_CASE("an action that was begun about one row waits for it, and is added to no other", "[inspector]")
{
    Beside beside;
    const KpiId other = beside.office.kpi(u"Customers"_s);
    QTest::keyClicks(beside.child<QLineEdit>("actionTitle"), u"Ask them"_s);
    QTest::keyClicks(beside.child<QLineEdit>("actionDue"), u"fri"_s);

    beside.inspector->showRow(RowKind::Kpi, other.value());
    CHECK(beside.child<QLineEdit>("actionTitle")->text().isEmpty());
    CHECK(beside.child<QLineEdit>("actionDue")->text().isEmpty());
    beside.inspector->showRow(RowKind::Kpi, beside.kpi.value());
    CHECK(beside.child<QLineEdit>("actionTitle")->text() == u"Ask them"_s);
    CHECK(beside.child<QLineEdit>("actionDue")->text() == u"fri"_s);

    QTest::keyClick(beside.child<QLineEdit>("actionTitle"), Qt::Key_Return);
    beside.inspector->showRow(RowKind::Kpi, other.value());
    QTest::keyClicks(beside.child<QLineEdit>("actionTitle"), u"Another"_s);
    REQUIRE(beside.office.settle());
    CHECK(beside.child<QLineEdit>("actionTitle")->text() == u"Another"_s);
    beside.inspector->showRow(RowKind::Kpi, beside.kpi.value());
    CHECK(beside.child<QLineEdit>("actionTitle")->text().isEmpty());
    CHECK(beside.counts("actionsView", 4));
}

TEST_CASE("a second Enter adds nothing twice", "[inspector]")
{
    Beside beside;
    const int actions = beside.child<QAbstractItemView>("actionsView")->model()->rowCount();
    const int targets = beside.child<QAbstractItemView>("targetsView")->model()->rowCount();

    for (auto *line : {beside.child<QLineEdit>("actionTitle"), beside.child<QLineEdit>("targetValue")}) {
        QTest::keyClicks(line, u"40"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTest::keyClick(line, Qt::Key_Return);
    }

    REQUIRE(beside.counts("actionsView", actions + 1));
    REQUIRE(beside.counts("targetsView", targets + 1));
    REQUIRE(beside.office.settle());
    CHECK(beside.counts("actionsView", actions + 1));
    CHECK(beside.counts("targetsView", targets + 1));
    CHECK(beside.child<QLineEdit>("actionTitle")->text().isEmpty());
    CHECK_FALSE(beside.child<QLineEdit>("actionTitle")->isReadOnly());
    CHECK_FALSE(beside.child<QLineEdit>("targetValue")->isReadOnly());
}

TEST_CASE("Space checks an action off", "[inspector]")
{
    Beside beside;
    auto *view = beside.child<QAbstractItemView>("actionsView");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));

    QTest::keyClick(view, Qt::Key_Space);

    CHECK(QTest::qWaitFor(
        [&] {
            const auto done = actionRows(beside.office.state(), beside.office.session().me(),
                                         Subject::of(beside.kpi), kToday);
            return std::count_if(done.begin(), done.end(), [](const ActionRow &row) { return row.isDone; }) ==
                   2;
        },
        20'000));
}

TEST_CASE("fact, cause and action of an action are written one after the other, and none is lost",
          "[inspector]")
{
    Beside beside;
    auto *view = beside.child<QAbstractItemView>("actionsView");
    view->setCurrentIndex(view->model()->index(0, 0));
    const ActionId action(view->currentIndex().data(IdRole).toLongLong());
    QTest::mouseClick(beside.child<QAbstractButton>("noteHeading"), Qt::LeftButton);

    for (const auto &[value, editor, text] : {std::tuple("factValue", "factEdit", u"the fact"_s),
                                              std::tuple("causeValue", "causeEdit", u"the cause"_s),
                                              std::tuple("actionValue", "actionEdit", u"the action"_s)}) {
        auto *line = beside.typeInto(value, editor, text);
        QTest::keyClick(line, Qt::Key_Return);
    }

    REQUIRE(beside.office.settle());
    const auto parts = FactCauseAction::fromNote(beside.office.state().find(action)->note);
    CHECK(parts.fact == u"the fact"_s);
    CHECK(parts.cause == u"the cause"_s);
    CHECK(parts.action == u"the action"_s);
}

TEST_CASE("a comment mentions a colleague, is sent by Enter and deleted again", "[inspector]")
{
    Beside beside;
    auto *view = beside.child<QAbstractItemView>("commentsView");
    const int before = view->model()->rowCount();
    auto *line = beside.child<QLineEdit>("commentLine");
    line->setFocus();

    QTest::keyClicks(line, u"Look, @Ravi"_s);
    auto *popup = QApplication::activePopupWidget();
    REQUIRE(popup != nullptr);
    QTest::keyClick(popup, Qt::Key_Return);
    CHECK(line->text() == u"Look, @Ravi Deshpande "_s);
    QTest::keyClick(line, Qt::Key_Return);

    REQUIRE(beside.counts("commentsView", before + 1));
    const QModelIndex said = view->model()->index(before, 0);
    CHECK(said.data(EmphasisRole).value<QList<TextSpan>>() == QList<TextSpan>{{6, 15}});
    REQUIRE(QTest::qWaitFor([&] { return line->text().isEmpty(); }));
    view->setFocus();
    view->setCurrentIndex(said);
    QTest::keyClick(view, Qt::Key_Delete);
    CHECK(beside.counts("commentsView", before));
}

TEST_CASE("a comment that is on its way takes nothing of what is being written about another row",
          "[inspector]")
{
    Beside beside;
    const qint64 other = beside.office.kpi(u"Tickets reopened"_s).value();
    auto *line = beside.child<QLineEdit>("commentLine");
    beside.inspector->showRow(RowKind::Kpi, other);
    QTest::keyClicks(line, u"half a thought"_s);
    beside.inspector->showRow(RowKind::Kpi, beside.kpi.value());
    CHECK(line->text().isEmpty());

    QTest::keyClicks(line, u"done"_s);
    QTest::keyClick(line, Qt::Key_Return);
    beside.inspector->showRow(RowKind::Kpi, other);
    CHECK_FALSE(line->isReadOnly());

    REQUIRE(beside.office.settle());
    CHECK(line->text() == u"half a thought"_s);
    beside.inspector->showRow(RowKind::Kpi, beside.kpi.value());
    CHECK(line->text().isEmpty());
}

TEST_CASE("a past value is corrected by typing on it and saying why", "[inspector]")
{
    Beside beside;
    auto *view = beside.child<QAbstractItemView>("historyView");
    REQUIRE(QTest::qWaitFor([&] { return view->model()->rowCount() > 0; }, 20'000));
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    const QString was = view->model()->index(0, 1).data().toString();

    QTest::keyClicks(view, u"7"_s);
    auto *editor = view->findChild<QLineEdit *>(u"cellEdit"_s);
    REQUIRE(editor != nullptr);
    QTest::keyClicks(editor, u"7"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    REQUIRE(beside.says("correctionQuestion", u"Why does 77 replace"_s));
    auto *reason = beside.child<QLineEdit>("correctionReason");
    REQUIRE(QTest::qWaitFor([&] { return reason->hasFocus(); }));
    QTest::keyClicks(reason, u"mistyped"_s);
    QTest::keyClick(reason, Qt::Key_Return);

    REQUIRE(QTest::qWaitFor([&] { return view->model()->index(0, 1).data().toString() == u"77\u202fmin"_s; },
                            20'000));
    const QString note = view->model()->index(0, 3).data().toString();
    CHECK(note.startsWith(QString(u"was "_s + was)));
    CHECK(note.contains(u": mistyped"_s));
}

TEST_CASE("past values are told in the unit that their KPI has now", "[inspector]")
{
    Beside beside;
    const auto *model = beside.child<QAbstractItemView>("historyView")->model();
    const auto tells = [model](const QString &unit) {
        return QTest::qWaitFor(
            [&] { return model->index(0, HistoryModel::ValueColumn).data().toString().endsWith(unit); },
            20'000);
    };
    REQUIRE(tells(u"\u202fmin"_s));

    REQUIRE(beside.office.submit([&](Situation &in) {
        return editFields(in, *nameOf(in.state, beside.kpi.value()), {{u"unit"_s, u"hours"_s}});
    }));

    CHECK(tells(u"\u202fhours"_s));
}

TEST_CASE("a key result that follows a KPI shows the KPI's values, and says so", "[inspector]")
{
    Beside beside;
    const WorkingSet &state = beside.office.state();
    const KeyResult *following = nullptr;
    for (const KeyResult *one : state.of<KeyResult>().all())
        if (state.find(one->kpi) && canSee(state, beside.office.session().me(), state.find(one->kpi)->board))
            following = one;
    REQUIRE(following);

    beside.inspector->showRow(RowKind::KeyResult, following->id.value());

    CHECK(beside.says("followedKpi", state.find(following->kpi)->name));
    const auto *view = beside.child<QAbstractItemView>("historyView");
    CHECK(QTest::qWaitFor([&] { return view->isVisible() && view->model()->rowCount() > 1; }, 20'000));
    beside.inspector->showRow(RowKind::Kpi, beside.kpi.value());
    CHECK(QTest::qWaitFor([&] { return !beside.child<QLabel>("followedKpi")->isVisible(); }, 20'000));
}

TEST_CASE("a change is taken back where it is told", "[inspector]")
{
    Beside beside;
    const QString before = beside.now().source;
    REQUIRE(beside.office.submit([&](Situation &in) {
        return editFields(in, beside.named(), {{u"source"_s, u"Mondays"_s}});
    }));
    auto *view = beside.child<QAbstractItemView>("changesView");
    REQUIRE(QTest::qWaitFor(
        [&] { return view->model()->index(0, 0).data().toString().contains(u"→ Mondays"_s); }, 20'000));
    auto *button = beside.child<QAbstractButton>("takeBack");
    CHECK_FALSE(button->isEnabled());
    view->setCurrentIndex(view->model()->index(0, 0));
    REQUIRE(button->isEnabled());

    QTest::mouseClick(button, Qt::LeftButton);

    REQUIRE(QTest::qWaitFor([&] { return beside.now().source == before; }, 20'000));
    CHECK(QTest::qWaitFor(
        [&] { return view->model()->index(1, 0).data(HeadingRole).toString().endsWith(u"(taken back)"_s); },
        20'000));
}

TEST_CASE("sections fold away and are remembered", "[inspector]")
{
    Beside beside;
    auto *heading = beside.child<QAbstractButton>("definitionHeading");
    REQUIRE(beside.has<QAbstractButton>("sourceValue"));

    QTest::keyClick(heading, Qt::Key_Space);

    CHECK_FALSE(beside.has<QAbstractButton>("sourceValue"));
    const Inspector another(beside.office.session());
    CHECK_FALSE(another.findChild<QAbstractButton *>(u"definitionHeading"_s)->isChecked());
}

TEST_CASE("on a past day nothing can be changed", "[inspector]")
{
    Beside beside;
    const auto past = beside.office.session().wait(beside.office.session().stateOn(kToday.addDays(-30)));
    REQUIRE(past);

    beside.inspector->showPast(*past, kToday.addDays(-30));

    CHECK(beside.child<QAbstractButton>("sourceValue")->focusPolicy() == Qt::NoFocus);
    CHECK_FALSE(beside.has<QLineEdit>("actionTitle"));
    beside.inspector->showPresent();
    CHECK(beside.has<QLineEdit>("actionTitle"));
}

TEST_CASE("who may see a past day is asked of today", "[inspector]")
{
    Beside beside;
    Office &office = beside.office;
    const PersonId me = office.session().me();
    const PersonId hana = office.person(u"Hana Suzuki"_s);
    const auto submit = [&office](PersonId who, const auto &decide) {
        return office.submit([who, decide](Situation &in) {
            Situation theirs{in.state, who, in.today, in.now, in.ids};
            return decide(theirs);
        });
    };
    const auto board = [&](PersonId who, const QString &name, Visibility visibility) {
        const auto made = submit(who, [=](Situation &in) { return addBoard(in, {name, visibility, {}}); });
        REQUIRE(made);
        return made->change.edits.of<Board>().added.first().id;
    };
    const auto goal = [&](PersonId who, BoardId on, const QString &title) {
        Objective objective;
        objective.board = on;
        objective.title = title;
        const auto made = submit(who, [=](Situation &in) { return addObjective(in, objective); });
        REQUIRE(made);
        return made->change.edits.of<Objective>().added.first().id;
    };

    SECTION("what was public is not told of any more")
    {
        const BoardId theirs = board(hana, u"Theirs"_s, Visibility::Public);
        const ObjectiveId above = goal(hana, theirs, u"Their goal"_s);
        const ObjectiveId mine = goal(me, board(me, u"Mine"_s, Visibility::Public), u"My goal"_s);
        REQUIRE(submit(me, [=](Situation &in) { return alignObjective(in, mine, above); }));
        const WorkingSet past = office.state();
        beside.inspector->showRow(RowKind::Objective, mine.value());
        beside.inspector->showPast(past, kToday);
        REQUIRE(beside.shown("parentValue") == u"Contributes to: Their goal"_s);

        REQUIRE(submit(hana, [=](Situation &in) {
            return editFields(in, {Named::Kind::Board, theirs.value(), {}, {}},
                              {{u"visibility"_s, u"private"_s}});
        }));

        CHECK(beside.shown("titleValue") == u"Title: My goal"_s);
        CHECK(beside.shown("parentValue") == u"Contributes to: nothing"_s);
    }
    SECTION("what is shared now is seen as it was before")
    {
        const BoardId theirs = board(hana, u"Theirs"_s, Visibility::Private);
        const ObjectiveId objective = goal(hana, theirs, u"Their goal"_s);
        const WorkingSet past = office.state();
        REQUIRE(submit(hana, [=](Situation &in) {
            return shareBoard(in, {theirs, {me, {}}, Role::Viewer});
        }));
        REQUIRE(submit(hana, [=](Situation &in) {
            return editFields(in, *nameOf(in.state, objective.value()), {{u"title"_s, u"Another goal"_s}});
        }));

        beside.inspector->showRow(RowKind::Objective, objective.value());
        beside.inspector->showPast(past, kToday);

        CHECK(beside.has<QAbstractButton>("titleValue"));
        CHECK(beside.shown("titleValue") == u"Title: Their goal"_s);
    }
}

TEST_CASE("every widget of the inspector that takes the keyboard has a name", "[inspector][accessible]")
{
    Beside beside;
    for (const QWidget *widget : beside.inspector->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
        CHECK_FALSE(widget->accessibleName().isEmpty());
    }
}
