// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/values.h"
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/homemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Tester = QAbstractItemModelTester;

/// What a home model shows, as text: "Values due (2)", "  KPI, Board: Overdue".
QStringList linesOf(const HomeModel &model)
{
    QStringList lines;
    for (const HomeRow &row : model.rows())
        lines << (row.isHeading() ? QString(row.title + u" ("_s + row.secondary + u')')
                                  : QString(row.title + u", "_s + row.secondary + u": "_s + row.status.word));
    return lines;
}

QString headingsOf(const HomeModel &model)
{
    QStringList headings;
    for (const HomeRow &row : model.rows())
        if (row.isHeading())
            headings << row.title;
    return headings.join(u", "_s);
}

bool waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 20'000);
}

const HomeRow *rowCalled(const HomeModel &model, const QString &title)
{
    for (const HomeRow &row : model.rows())
        if (row.title == title)
            return &row;
    return nullptr;
}

Decide adding(const Action &action)
{
    return [action](Situation &in) { return addAction(in, action); };
}

} // namespace

TEST_CASE("home tells what is due, what one has promised and what goes wrong", "[home]")
{
    Office office;
    HomeModel model(office.session());
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.lookAtBoards();
    REQUIRE(waitFor([&] { return model.isKnown(); }));
    Action action;
    action.subject = Subject::of(office.kpi(u"First reply time"_s));
    action.title = u"Call them"_s;
    action.owner = office.session().me();
    action.due = kToday.addDays(-1);
    REQUIRE(office.submit(adding(action)));

    REQUIRE(waitFor([&] { return rowCalled(model, u"Call them"_s) != nullptr; }));

    CAPTURE(linesOf(model).join(u'\n'));
    const HomeRow *row = rowCalled(model, u"Call them"_s);
    CHECK(row->group == HomeRow::Group::Actions);
    CHECK(row->secondary == u"Support"_s);
    CHECK(row->status.word.startsWith(u"Overdue since"_s));
    CHECK(row->status.sign == Sign::Clock);
    const Place there{Place::Kind::Board, office.board(u"Support"_s), RowKind::Kpi,
                      office.kpi(u"First reply time"_s).value()};
    CHECK(row->place == there);
    CHECK(headingsOf(model).contains(u"Not going as planned on your boards"_s));
    CHECK(model.actionCount() >= 1);
}

TEST_CASE("who mentions one is read on the home page, until one has answered", "[home]")
{
    Office office;
    HomeModel model(office.session());
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    REQUIRE(waitFor([&] { return model.isKnown(); }));
    const Subject about = Subject::of(office.kpi(u"First reply time"_s));
    const Person me = *office.state().find(office.session().me());
    const QString text = u"@"_s + me.name + u" is that\nso?"_s;
    const PersonId other = office.state().of<Grant>().of(office.board(u"Support"_s)).first()->person;
    REQUIRE(other != me.id);

    REQUIRE(office.submit([&](Situation &in) {
        in.asker = other;
        return addComment(in, about, text);
    }));

    const QString title = office.state().find(other)->name + u": @"_s + me.name + u" is that so?"_s;
    REQUIRE(waitFor([&] { return rowCalled(model, title) != nullptr; }));
    const HomeRow row = *rowCalled(model, title);
    CHECK(row.group == HomeRow::Group::Mentions);
    CHECK(row.detail == u"First reply time"_s);
    CHECK(row.secondary == u"Support"_s);
    CHECK(row.place == placeOf(office.state(), about));
    CHECK(headingsOf(model).contains(u"You are mentioned"_s));

    REQUIRE(office.submit([about](Situation &in) { return addComment(in, about, u"It is."_s); }));

    CHECK(waitFor([&] { return rowCalled(model, title) == nullptr; }));
}

TEST_CASE("a value that was recorded no longer waits, and everything else stays where it is", "[home]")
{
    Office office;
    HomeModel model(office.session());
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    REQUIRE(office.submit([&](Situation &in) {
        const KpiId kpi = office.kpi(u"First reply time"_s);
        return editFields(in, *nameOf(in.state, kpi.value()), {{u"owner"_s, in.state.find(in.asker)->name}});
    }));
    REQUIRE(waitFor([&] { return rowCalled(model, u"First reply time"_s) != nullptr; }));
    const qsizetype due = model.dueCount();
    const QPersistentModelIndex heading = model.index(0, 0);
    REQUIRE(heading.data().toString() == u"Values due"_s);
    const QSignalSpy resets(&model, &HomeModel::modelReset);

    GivenValue given;
    given.kpi = office.kpi(u"First reply time"_s);
    given.value = 48;
    given.date = kToday;
    REQUIRE(office.submit([given](Situation &in) { return recordValue(in, given); }));

    REQUIRE(waitFor([&] { return model.dueCount() == due - 1; }));
    CHECK(resets.isEmpty());
    CHECK(heading.isValid() == (due > 1));
    if (due > 1)
        CHECK(heading.data(SecondaryTextRole).toString() == QLocale().toString(due - 1));
}

TEST_CASE("headings are no places, and every line leads to one", "[home]")
{
    Office office;
    HomeModel model(office.session());
    model.lookAtBoards();
    REQUIRE(waitFor([&] { return model.isKnown() && model.rowCount() > 2; }));

    int headings = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const bool isHeading = index.data(RowKindRole).value<RowKind>() == RowKind::Section;
        headings += isHeading ? 1 : 0;
        CHECK((index.flags() == Qt::NoItemFlags) == isHeading);
        CHECK(index.data(PlaceRole).isValid() == !isHeading);
        CHECK_FALSE(index.data(Qt::AccessibleTextRole).toString().isEmpty());
    }
    CHECK(headings > 0);
    CHECK(headings < model.rowCount());
}

TEST_CASE("a visitor is asked for nothing", "[home]")
{
    Office office(Office::Door::Closed);
    Session visitor({office.file(u"nobody"_s), kToday});
    REQUIRE(visitor.wait(visitor.open(office.path(), Session::Read::Everything)));
    HomeModel model(visitor);
    model.lookAtBoards();

    REQUIRE(waitFor([&] { return model.isKnown(); }));

    CHECK(model.rowCount() == 0);
    CHECK(model.dueCount() == 0);
}

TEST_CASE("when the workspace is closed nothing of it stays on the home page", "[home]")
{
    Office office;
    HomeModel model(office.session());
    model.lookAtBoards();
    REQUIRE(waitFor([&] { return model.rowCount() > 0; }));

    office.session().close();

    CHECK(model.rowCount() == 0);
    CHECK_FALSE(model.isKnown());
}
