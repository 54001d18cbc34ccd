// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/boardarrangement.h"

using namespace milepost;
using namespace milepost::boardcolumns;
using namespace Qt::StringLiterals;

namespace {

RowRef made(const BoardRow &row)
{
    auto one = std::make_shared<BoardRow>(row);
    one->foundByTitle = foldedForFilter(row.title);
    one->foundBy =
        foldedForFilter(QString(row.title + u' ' + row.owners.value(0).name + u' ' + row.status.word));
    return one;
}

OwnerFact owner(const QString &name, quint64 id)
{
    return {name, name.left(1), id};
}

/// Two objectives with key results, one without, and three KPIs.
QList<BoardBranch> board()
{
    qint64 id = 0;
    const auto row = [&id](RowKind kind, const QString &title, const OwnerFact &by, int standing,
                           const QString &status, std::optional<double> number = {}) {
        BoardRow one;
        one.kind = kind;
        one.id = ++id;
        one.title = title;
        if (!by.name.isEmpty())
            one.owners = {by};
        one.standing = standing;
        one.status.word = status;
        one.number = number;
        return made(one);
    };
    const OwnerFact mara = owner(u"Mara Šimić"_s, 71);
    const OwnerFact jo = owner(u"Jo Berg"_s, 70);
    using enum RowKind;
    const auto trust = row(Objective, u"Customers trust us"_s, mara, 6, u"On track"_s);
    const auto solved = row(RowKind::KeyResult, u"Solved at once"_s, jo, 3, u"Behind"_s, 70);
    const auto help = row(RowKind::KeyResult, u"Answers in the help centre"_s, {}, 6, u"On track"_s, 212);
    const auto place = row(Objective, u"A good place to work"_s, jo, 3, u"Behind"_s);
    const auto evenings = row(RowKind::KeyResult, u"Evenings on call"_s, jo, 3, u"Behind"_s, 11);
    const auto later = row(Objective, u"Zürich office"_s, {}, 10, u"No data"_s);
    BoardRow heading;
    heading.kind = Section;
    heading.id = -1;
    heading.title = u"Keep running"_s;
    return {{trust, {{solved, {}}, {help, {}}}},
            {place, {{evenings, {}}}},
            {later, {}},
            {made(heading),
             {{row(RowKind::Kpi, u"Reply 10"_s, mara, 7, u"Good"_s, 2), {}},
              {row(RowKind::Kpi, u"Reply 9"_s, jo, 2, u"Missed"_s, 1), {}},
              {row(RowKind::Kpi, u"Überstunden"_s, {}, 10, u"No data"_s), {}}}}};
}

/// "Objective(Key result, Key result) Heading(Kpi)"
QString told(const QList<BoardBranch> &rows)
{
    QStringList texts;
    for (const BoardBranch &branch : rows) {
        const QString count = branch.row->kind == RowKind::Section && !branch.row->secondary.isEmpty()
                                  ? QString(u'#' + branch.row->secondary)
                                  : QString();
        const QString below = told(branch.children);
        texts << QString(branch.row->title + count +
                         (below.isEmpty() ? below : QString(u'(' + below + u')')));
    }
    return texts.join(u"; "_s);
}

QString filteredBy(const QString &words)
{
    return told(arranged(board(), {words, Grouping::None, -1, Qt::AscendingOrder}));
}

QString groupedBy(Grouping grouping)
{
    return told(arranged(board(), {{}, grouping, -1, Qt::AscendingOrder}));
}

QString sortedBy(int column, Qt::SortOrder order = Qt::AscendingOrder)
{
    return told(arranged(board(), {{}, Grouping::None, column, order}));
}

} // namespace

TEST_CASE("a filter keeps what it finds with what stands above it", "[arrangement]")
{
    CHECK(filteredBy(u"evenings"_s) == u"A good place to work(Evenings on call)"_s);
    CHECK(filteredBy(u"reply"_s) == u"Keep running(Reply 10; Reply 9)"_s);
    CHECK(filteredBy(u"nothing at all"_s).isEmpty());
    CHECK(filteredBy(u"  "_s) == told(board()));
}

TEST_CASE("an objective found by its title brings its key results, one found by its status does not",
          "[arrangement]")
{
    CHECK(filteredBy(u"trust"_s) == u"Customers trust us(Solved at once; Answers in the help centre)"_s);
    CHECK(filteredBy(u"behind"_s) ==
          u"Customers trust us(Solved at once); A good place to work(Evenings on call)"_s);
}

TEST_CASE("a filter needs no accents and no capitals, takes words in any order, owners and status too",
          "[arrangement]")
{
    CHECK(filteredBy(u"uberstunden"_s) == u"Keep running(Überstunden)"_s);
    CHECK(filteredBy(u"ÜBER"_s) == u"Keep running(Überstunden)"_s);
    CHECK(filteredBy(u"ZURICH"_s) == u"Zürich office"_s);
    CHECK(filteredBy(u"simic good"_s) == u"Keep running(Reply 10)"_s);
    CHECK(filteredBy(u"missed jo"_s) == u"Keep running(Reply 9)"_s);
    CHECK(foldedForFilter(u"Łódź  Sørensen"_s) == u"lodz sorensen"_s);
}

TEST_CASE("sorting leaves key results under their objectives and headings last", "[arrangement]")
{
    CHECK(sortedBy(TitleColumn) ==
          u"A good place to work(Evenings on call); Customers trust us(Answers in the help centre; "
          u"Solved at once); Zürich office; Keep running(Reply 9; Reply 10; Überstunden)"_s);
    CHECK(sortedBy(TitleColumn, Qt::DescendingOrder)
              .startsWith(u"Zürich office; Customers trust us(Solved at once; Answers"_s));
}

TEST_CASE("rows without a value stand last whichever way one sorts", "[arrangement]")
{
    CHECK(sortedBy(ValueColumn).endsWith(u"Keep running(Reply 9; Reply 10; Überstunden)"_s));
    CHECK(sortedBy(ValueColumn, Qt::DescendingOrder)
              .endsWith(u"Keep running(Reply 10; Reply 9; Überstunden)"_s));
}

TEST_CASE("sorted by status, what needs someone comes first", "[arrangement]")
{
    CHECK(sortedBy(StatusColumn) ==
          u"A good place to work(Evenings on call); Customers trust us(Solved at once; Answers in the help "
          u"centre); Zürich office; Keep running(Reply 9; Reply 10; Überstunden)"_s);
}

TEST_CASE("a group holds its key results and KPIs with their number, and says whose it is", "[arrangement]")
{
    CHECK(groupedBy(Grouping::Owner) ==
          u"Jo Berg#3(Customers trust us(Solved at once); A good place to work(Evenings on call); Reply 9); "
          u"Mara Šimić#2(Customers trust us(Answers in the help centre); Reply 10); "
          u"Without an owner#2(Zürich office; Überstunden)"_s);
    CHECK(groupedBy(Grouping::Team).startsWith(u"Without a team#7("_s));
}

TEST_CASE("groups of a status begin with the worst", "[arrangement]")
{
    CHECK(groupedBy(Grouping::Status) ==
          u"Missed#1(Reply 9); Behind#2(Customers trust us(Solved at once); A good place to work(Evenings on "
          u"call)); On track#1(Customers trust us(Answers in the help centre)); Good#1(Reply 10); "
          u"No data#2(Zürich office; Überstunden)"_s);
}

TEST_CASE("on a real board every row is in a group, under the team of its owner", "[arrangement]")
{
    Office office;
    const auto rows = rowsOf(office.state(), office.session().me(), office.board(u"Support"_s), kToday);
    for (const Grouping grouping : {Grouping::Owner, Grouping::Team, Grouping::Status}) {
        const auto groups = arranged(rows, {{}, grouping, -1, Qt::AscendingOrder});
        qsizetype leaves = 0;
        for (const BoardBranch &group : groups) {
            CHECK(group.row->kind == RowKind::Section);
            CHECK_FALSE(group.row->title.isEmpty());
            leaves += group.row->secondary.toLongLong();
        }
        qsizetype expected = rows.last().children.size();
        for (const BoardBranch &objective : rows.first(rows.size() - 1))
            expected += qMax<qsizetype>(1, objective.children.size());
        CHECK(leaves == expected);
        CHECK(groups.size() >= (grouping == Grouping::Team ? 1 : 2));
    }
}
