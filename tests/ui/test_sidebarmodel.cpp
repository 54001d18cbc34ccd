// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/acts/editing.h"
#include "core/domain/acts/moving.h"
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/boarddragging.h"
#include "ui/models/sidebarmodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Tester = QAbstractItemModelTester;

QStringList textsOf(const SideBarModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row).data().toString();
    return texts;
}

QStringList freshTexts(Session &session)
{
    return textsOf(SideBarModel(session));
}

Named named(const Office &office, const QString &board)
{
    return {Named::Kind::Board, office.board(board).value(), board, board};
}

} // namespace

TEST_CASE("boards stand under what they are to this person", "[sidebar]")
{
    Office office;
    const SideBarModel model(office.session());

    CHECK(textsOf(model) == QStringList{u"Home"_s, u"Actions"_s, u"Alignment"_s, u"My boards"_s, u"Company"_s,
                                        u"Growth"_s, u"Support"_s, u"Product delivery"_s,
                                        u"People and culture"_s, u"Leadership"_s, u"Shared with me"_s,
                                        u"Salary review"_s});
    const QModelIndex closed = model.indexOf(office.board(u"Leadership"_s));
    CHECK(closed.data(Qt::AccessibleTextRole).toString() == u"Leadership, Private"_s);
    CHECK(closed.data(StatusRole).isValid());
    CHECK_FALSE(model.indexOf(office.board(u"Growth"_s)).data(StatusRole).isValid());
}

TEST_CASE("a heading is no place to go", "[sidebar]")
{
    Office office;
    const SideBarModel model(office.session());

    CHECK(model.flags(model.index(3)) == Qt::NoItemFlags);
    CHECK_FALSE(model.placeAt(model.index(3)));
    CHECK(model.placeAt(model.index(0)) == Place::of(Place::Kind::Home));
    CHECK_FALSE(model.boardAt(model.index(0)).isValid());
    CHECK(model.flags(model.index(4)).testFlag(Qt::ItemIsSelectable));
    CHECK(model.boardAt(model.index(4)) == office.board(u"Company"_s));
}

TEST_CASE("a visitor sees the public boards alone", "[sidebar]")
{
    Office office(Office::Door::Closed);
    Session visitor({office.file(u"nobody"_s), kToday});
    REQUIRE(visitor.wait(visitor.open(office.path(), Session::Read::Frame)));

    const QStringList texts = freshTexts(visitor);
    CHECK(texts.value(3) == u"Public boards"_s);
    CHECK_FALSE(texts.contains(u"Leadership"_s));
    CHECK_FALSE(texts.contains(u"My boards"_s));
}

TEST_CASE("the side bar follows what happens to boards, and is never reset", "[sidebar]")
{
    Office office;
    SideBarModel model(office.session());
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&model, &SideBarModel::modelReset);
    const QStringList names{u"Company"_s, u"Growth"_s, u"Support"_s, u"Product delivery"_s};
    QRandomGenerator random(7);
    int written = 0;
    const QPersistentModelIndex last = model.indexOf(office.board(u"Leadership"_s));

    for (int step = 0; step < 60; ++step) {
        CAPTURE(step);
        Result<Receipt> receipt = Error{Error::Code::Cancelled};
        switch (random.bounded(5)) {
        case 0: {
            const AddBoard request{QStringLiteral("Board %1").arg(step), Visibility::Private, {}};
            receipt = office.submit([request](Situation &in) { return addBoard(in, request); });
            break;
        }
        case 1:
            receipt = office.session().wait(office.session().undo());
            break;
        case 2:
            receipt = office.session().wait(office.session().redo());
            break;
        default: {
            const Named board = named(office, names[qsizetype(random.bounded(quint32(names.size())))]);
            const QString flag = random.bounded(2) == 0 ? u"yes"_s : u"no"_s;
            receipt = office.submit([board, flag](Situation &in) {
                return editFields(in, board, {{u"archived"_s, flag}});
            });
        }
        }
        written += receipt && receipt->isWritten() ? 1 : 0;
        REQUIRE(textsOf(model) == freshTexts(office.session()));
        for (int row = 0; row < model.rowCount(); ++row)
            if (const BoardId board = model.boardAt(model.index(row)); board.isValid())
                REQUIRE(model.indexOf(board).row() == row);
    }

    CHECK(written > 20);
    CHECK(resets.isEmpty());
    CHECK(last.isValid());
    CHECK(last.data().toString() == u"Leadership"_s);
}

TEST_CASE("a board that is archived goes to the archived ones, which are folded away", "[sidebar]")
{
    Office office;
    SideBarModel model(office.session());
    const QAbstractItemModelTester tester(&model, Tester::FailureReportingMode::Fatal);
    const Named growth = named(office, u"Growth"_s);

    REQUIRE(office.submit([growth](Situation &in) { return archive(in, growth); }));

    CHECK(textsOf(model).last() == u"Archived"_s);
    CHECK_FALSE(textsOf(model).contains(u"Growth"_s));
    const QModelIndex heading = model.index(model.rowCount() - 1);
    CHECK(heading.data(Qt::CheckStateRole) == Qt::Unchecked);
    CHECK(heading.data(Qt::AccessibleTextRole).toString() == u"Archived, 1, closed"_s);
    CHECK(heading.flags() == Qt::ItemIsEnabled);

    model.fold(heading);
    CHECK(textsOf(model).mid(textsOf(model).size() - 2) == QStringList{u"Archived"_s, u"Growth"_s});
    CHECK(heading.data(Qt::CheckStateRole) == Qt::Checked);
    CHECK(textsOf(SideBarModel(office.session())).last() == u"Growth"_s); // the next window remembers
    model.fold(model.indexOf(office.board(u"Company"_s)));
    CHECK(textsOf(model).contains(u"Company"_s));
    model.fold(heading);
    CHECK(textsOf(model).last() == u"Archived"_s);
}

TEST_CASE("pages say how much there is to do", "[sidebar]")
{
    Office office;
    SideBarModel model(office.session());
    const QSignalSpy changes(&model, &SideBarModel::dataChanged);

    model.tell(Place::Kind::Home, u"4 due"_s);

    const QModelIndex home = model.indexOf(Place::of(Place::Kind::Home));
    CHECK(home.data(SecondaryTextRole).toString() == u"4 due"_s);
    CHECK(home.data(Qt::AccessibleTextRole).toString() == u"Home, 4 due"_s);
    CHECK(changes.size() == 1);
    model.tell(Place::Kind::Home, {});
    CHECK(home.data(Qt::AccessibleTextRole).toString() == u"Home"_s);
}

TEST_CASE("without a workspace the side bar is empty", "[sidebar]")
{
    Office office;
    SideBarModel model(office.session());
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);

    office.session().close();

    CHECK(model.rowCount() == 0);
}

TEST_CASE("a row may be let go on another board than its own, and that is told", "[sidebar]")
{
    Office office;
    SideBarModel model(office.session());
    const qint64 kpi = office.kpi(u"First reply time"_s).value();
    const std::unique_ptr<QMimeData> row(carried(office.state(), kpi));
    const QSignalSpy drops(&model, &SideBarModel::rowDropped);
    const QModelIndex growth = model.indexOf(office.board(u"Growth"_s));
    const auto may = [&](const QModelIndex &on, int at = -1) {
        return model.canDropMimeData(row.get(), Qt::MoveAction, at, 0, on);
    };

    CHECK(may(growth));
    CHECK_FALSE(may(model.indexOf(office.board(u"Support"_s))));
    CHECK_FALSE(may(model.indexOf(Place::of(Place::Kind::Home))));
    CHECK_FALSE(may({}, 6)); // between two boards is none
    CHECK_FALSE(model.canDropMimeData(row.get(), Qt::CopyAction, -1, 0, growth));

    REQUIRE(model.dropMimeData(row.get(), Qt::MoveAction, -1, 0, growth));
    REQUIRE(drops.size() == 1);
    CHECK(drops[0][0].value<Named>().id == kpi);
    CHECK(drops[0][1].value<BoardId>() == office.board(u"Growth"_s));
}

TEST_CASE("one's own boards may be let go between each other", "[sidebar]")
{
    Office office;
    SideBarModel model(office.session());
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    const QModelIndex support = model.indexOf(office.board(u"Support"_s));
    const int company = model.indexOf(office.board(u"Company"_s)).row();
    const int last = model.indexOf(office.board(u"Leadership"_s)).row();
    const std::unique_ptr<QMimeData> board(model.mimeData({support}));
    QList<std::pair<BoardId, BoardId>> asked;
    QObject::connect(&model, &SideBarModel::boardDropped, &model, [&asked](BoardId one, BoardId before) {
        asked.append({one, before});
    });
    const auto may = [&](int at) { return model.canDropMimeData(board.get(), Qt::MoveAction, at, 0, {}); };

    CHECK(support.flags().testFlag(Qt::ItemIsDragEnabled));
    CHECK_FALSE(model.indexOf(office.board(u"Salary review"_s)).flags().testFlag(Qt::ItemIsDragEnabled));
    CHECK_FALSE(may(company - 1));
    CHECK(may(company));
    CHECK(may(last + 1));
    CHECK_FALSE(may(last + 2));

    CHECK(model.dropMimeData(board.get(), Qt::MoveAction, company, 0, {}));
    CHECK_FALSE(model.moveRows({}, support.row(), 1, {}, last + 1)); // asks only
    CHECK_FALSE(model.moveRows({}, 0, 1, {}, company));
    const BoardId one = office.board(u"Support"_s);
    CHECK(asked == QList<std::pair<BoardId, BoardId>>{{one, office.board(u"Company"_s)}, {one, BoardId()}});
}
