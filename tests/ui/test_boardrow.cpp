// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/values.h"
#include "core/domain/rights.h"
#include "core/domain/situation.h"
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/boardrow.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

QList<BoardBranch> branchesFor(Office &office, PersonId reader, const QString &board)
{
    return rowsOf(office.state(), reader, office.board(board), kToday);
}

QList<BoardRow> flat(const QList<BoardBranch> &branches)
{
    QList<BoardRow> rows;
    for (const BoardBranch &branch : branches)
        rows << *branch.row << flat(branch.children);
    return rows;
}

const BoardBranch *find(const QList<BoardBranch> &branches, const QString &title)
{
    for (const BoardBranch &branch : branches) {
        if (branch.row->title == title)
            return &branch;
        if (const BoardBranch *found = find(branch.children, title))
            return found;
    }
    return nullptr;
}

BoardRow rowFor(Office &office, PersonId reader, const QString &board, const QString &title)
{
    const QList<BoardBranch> branches = branchesFor(office, reader, board);
    const BoardBranch *found = find(branches, title);
    REQUIRE(found != nullptr);
    return *found->row;
}

/// Whether the rules would let this person record something on the row.
bool mayRecord(const WorkingSet &state, PersonId person, const BoardRow &row)
{
    GivenValue given;
    given.date = kToday;
    if (row.kind == RowKind::Kpi)
        given.kpi = KpiId(row.id);
    else if (row.isPart)
        given.part = MilestonePartId(row.id);
    else
        given.keyResult = KeyResultId(row.id);
    const Kpi *kpi = state.find(given.kpi);
    if (kpi && kpi->aggregate == Aggregate::Ratio) {
        given.numerator = 1;
        given.denominator = 2;
    } else {
        given.value = 1;
    }
    Situation in{state, person, kToday, 0, IdSource::startingAt(1)};
    return bool(recordValue(in, given));
}

const QString kNotYours = u"Only its owners and the board's editors record values here."_s;

} // namespace

TEST_CASE("a value can be typed exactly where the rules let its typist record one", "[boardrow]")
{
    Office office;
    QList<PersonId> readers{PersonId()};
    for (const Person *person : office.state().of<Person>().all())
        readers << person->id;
    QStringList wrong;
    qsizetype takes = 0;
    qsizetype refuses = 0;

    for (const PersonId reader : readers)
        for (const Board *board : office.state().of<Board>().all())
            for (const BoardRow &row : flat(rowsOf(office.state(), reader, board->id, kToday))) {
                if (row.kind != RowKind::KeyResult && row.kind != RowKind::Kpi)
                    continue;
                ++(row.isEditable ? takes : refuses);
                if (row.isEditable != mayRecord(office.state(), reader, row))
                    wrong << board->name + u'/' + row.title + u" for "_s + reader.toString();
            }

    CHECK(wrong.join(u'\n') == QString());
    CHECK(takes > 100);
    CHECK(refuses > 100);
}

TEST_CASE("a row says how its value is typed, or why it is not", "[boardrow]")
{
    Office office;
    const PersonId editor = office.person(u"Ingrid Solberg"_s);
    const auto hint = [&](const QString &board, const QString &title) {
        return rowFor(office, editor, board, title).hint;
    };
    const QString support = u"Support"_s;

    CHECK(hint(support, u"First reply time"_s) == u"Type the number of today and press Enter."_s);
    CHECK(hint(support, u"Tickets reopened"_s) == u"Type both parts, such as 12/340."_s);
    CHECK(hint(support, u"Solved at first contact"_s) == u"Type the number of today and press Enter."_s);
    CHECK(hint(support, u"Publish the known-issues page"_s) == u"Type 1 on a part when it is done."_s);
    CHECK(hint(support, u"Page with search"_s) == u"Type 1 when it is done."_s);
    CHECK(hint(support, u"Customers trust us to solve it the first time"_s) ==
          u"Type values on its key results."_s);

    const BoardRow visited = rowFor(office, {}, support, u"First reply time"_s);
    CHECK(visited.hint == kNotYours);
    CHECK_FALSE(visited.isEditable);
}

TEST_CASE("a key result that follows a KPI names it instead of taking a value", "[boardrow]")
{
    Office office;
    int followers = 0;
    for (const KeyResult *keyResult : office.state().of<KeyResult>().all()) {
        const Kpi *kpi = office.state().find(keyResult->kpi);
        const BoardId board = office.state().boardOf(keyResult->id);
        if (!kpi || keyResult->archived)
            continue;
        for (const BoardRow &row : flat(rowsOf(office.state(), office.session().me(), board, kToday)))
            if (row.id == keyResult->id.value()) {
                ++followers;
                CHECK_FALSE(row.isEditable);
                CHECK(row.hint == u"Follows the KPI “%1” of the board “%2”. Type the number there."_s.arg(
                                      kpi->name, office.state().find(kpi->board)->name));
            }
    }
    CHECK(followers >= 3);
}

TEST_CASE("an owner without a role types on their own row alone", "[boardrow]")
{
    Office office;
    // A developer: on the Support board for one objective, and no editor of it.
    const PersonId owner = office.person(u"Dmytro Shevchenko"_s);
    REQUIRE(roleOn(office.state(), owner, office.board(u"Support"_s)) == Role::Commenter);

    CHECK(rowFor(office, owner, u"Support"_s, u"First reply time"_s).hint == kNotYours);
    const BoardRow shared =
        rowFor(office, office.person(u"Ravi Deshpande"_s), u"Support"_s, u"Page with search"_s);
    CHECK(shared.isEditable);
}

TEST_CASE("a milestone stands with its parts, and counts those that are done", "[boardrow]")
{
    Office office;
    const QList<BoardBranch> branches = branchesFor(office, office.session().me(), u"Support"_s);
    const BoardBranch *milestone = find(branches, u"Publish the known-issues page"_s);
    REQUIRE(milestone != nullptr);

    QStringList titles;
    int done = 0;
    for (const BoardBranch &part : milestone->children) {
        titles << part.row->title;
        CHECK(part.row->isPart);
        CHECK(part.row->kind == RowKind::KeyResult);
        CHECK(part.row->target == u"done"_s);
        CHECK((part.row->value == u"done"_s || part.row->value == u"open"_s));
        done += part.row->value == u"done"_s ? 1 : 0;
    }
    CHECK(titles == QStringList{u"List agreed with Engineering"_s, u"Page with search"_s,
                                u"Linked from every reply"_s});
    CHECK(done > 0);
    CHECK(milestone->row->value == QStringLiteral("%1 of 3").arg(done));
    CHECK_FALSE(milestone->row->isEditable);
}

TEST_CASE("a private board has no rows for those it is not shared with", "[boardrow]")
{
    Office office;
    const PersonId founder = office.person(u"Ingrid Solberg"_s);
    const PersonId keeper = office.person(u"Aisha Bello"_s);

    CHECK_FALSE(branchesFor(office, keeper, u"Salary review"_s).isEmpty());
    CHECK(branchesFor(office, office.person(u"Marek Novák"_s), u"Salary review"_s).isEmpty());
    CHECK(branchesFor(office, {}, u"Salary review"_s).isEmpty());
    CHECK(branchesFor(office, {}, u"Leadership"_s).isEmpty());
    CHECK_FALSE(branchesFor(office, founder, u"Leadership"_s).isEmpty());
}

TEST_CASE("KPIs stand last, under a heading that takes nothing", "[boardrow]")
{
    Office office;
    const QList<BoardBranch> branches = branchesFor(office, office.session().me(), u"Support"_s);

    const BoardRow &heading = *branches.last().row;
    CHECK(heading.kind == RowKind::Section);
    CHECK(heading.title == u"Keep running"_s);
    CHECK_FALSE(heading.isEditable);
    for (const BoardBranch &kpi : branches.last().children)
        CHECK(kpi.row->kind == RowKind::Kpi);
    for (const BoardBranch &branch : branches.first(branches.size() - 1))
        CHECK(branch.row->kind == RowKind::Objective);
}

TEST_CASE("a title is shown as it was written", "[boardrow]")
{
    const QString title = GENERATE(u"<img src=x>"_s, u"'; DROP TABLE kpi; --"_s, u"مؤشر 🎯"_s, u"%1 %2 %n"_s);
    Office office;
    Kpi kpi = *office.state().find(office.kpi(u"First reply time"_s));
    kpi.name = title;
    WorkingSet state = office.state();
    Edits edits;
    edits.change(kpi);
    state.apply(edits);

    const QList<BoardBranch> branches =
        rowsOf(state, office.session().me(), office.board(u"Support"_s), kToday);
    CHECK(find(branches, title) != nullptr);
}
