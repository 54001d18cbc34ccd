// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/aligning.h"
#include "core/domain/acts/boards.h"
#include "core/domain/acts/editing.h"
#include "core/domain/acts/goals.h"
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/alignmentmodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Tester = QAbstractItemModelTester;

QString treeOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        texts << QString(index.data().toString() + u'(' + treeOf(model, index) + u')');
    }
    return texts.join(u' ');
}

QString treeOf(const QList<AlignmentBranch> &branches)
{
    QStringList texts;
    for (const AlignmentBranch &branch : branches)
        texts << QString(branch.row.title + u'(' + treeOf(branch.children) + u')');
    return texts.join(u' ');
}

QString expectedFor(Session &session)
{
    return treeOf(alignmentRows(session.state(), session.me(), session.today()));
}

bool settles(AlignmentModel &model, Session &session)
{
    return QTest::qWaitFor([&] { return model.isKnown() && treeOf(model) == expectedFor(session); }, 20'000);
}

QList<ObjectiveId> objectivesOf(const Office &office)
{
    QList<ObjectiveId> ids;
    for (const Objective *objective : office.state().of<Objective>().all())
        if (!objective->archived)
            ids << objective->id;
    return ids;
}

} // namespace

TEST_CASE("the alignment follows what happens, row by row", "[alignment]")
{
    Office office;
    AlignmentModel model(office.session());
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&model, &AlignmentModel::modelReset);
    model.setLookedAt(true);
    REQUIRE(settles(model, office.session()));
    const QList<ObjectiveId> objectives = objectivesOf(office);
    REQUIRE(objectives.size() > 5);
    const QPersistentModelIndex kept = model.indexOf(objectives.first());
    QRandomGenerator random(3);
    const auto any = [&] { return objectives[qsizetype(random.bounded(quint32(objectives.size())))]; };
    int written = 0;

    for (int step = 0; step < 60; ++step) {
        CAPTURE(step);
        Result<Receipt> receipt = Error{Error::Code::Cancelled};
        const ObjectiveId one = any();
        const ObjectiveId other = random.bounded(4) == 0 ? ObjectiveId() : any();
        switch (random.bounded(6)) {
        case 0:
            receipt = office.session().wait(office.session().undo());
            break;
        case 1:
            receipt = office.submit([one](Situation &in) {
                const QString flag = in.state.find(one)->archived ? u"no"_s : u"yes"_s;
                return editFields(in, *nameOf(in.state, one.value()), {{u"archived"_s, flag}});
            });
            break;
        default:
            receipt = office.submit([=](Situation &in) { return alignObjective(in, one, other); });
        }
        written += receipt && receipt->isWritten() ? 1 : 0;
        if (step % 5 == 0)
            REQUIRE(settles(model, office.session()));
    }

    REQUIRE(settles(model, office.session()));
    CHECK(written > 30);
    CHECK(resets.isEmpty());
    if (kept.isValid())
        CHECK(model.rowAt(kept)->objective == objectives.first());
}

TEST_CASE("an objective that is dropped onto another one is aligned to it, and keeps its index",
          "[alignment]")
{
    Office office;
    AlignmentModel model(office.session());
    model.setLookedAt(true);
    REQUIRE(settles(model, office.session()));
    const QList<ObjectiveId> objectives = objectivesOf(office);
    const ObjectiveId dragged = objectives[1];
    const QPersistentModelIndex kept = model.indexOf(dragged);
    const std::unique_ptr<QMimeData> data(model.mimeData({kept}));

    SECTION("onto another one")
    {
        ObjectiveId target;
        for (const ObjectiveId id : objectives)
            if (model.canDropMimeData(data.get(), Qt::LinkAction, -1, 0, model.indexOf(id)))
                target = id;
        REQUIRE(target.isValid());
        REQUIRE(model.dropMimeData(data.get(), Qt::LinkAction, -1, 0, model.indexOf(target)));
        REQUIRE(QTest::qWaitFor([&] { return kept.parent() == model.indexOf(target); }, 20'000));
        CHECK(office.state().find(dragged)->parent == target);
        CHECK_FALSE(model.canDropMimeData(data.get(), Qt::LinkAction, -1, 0, model.indexOf(target)));
        const std::unique_ptr<QMimeData> parent(model.mimeData({model.indexOf(target)}));
        CHECK_FALSE(model.canDropMimeData(parent.get(), Qt::LinkAction, -1, 0, kept));
        REQUIRE(model.dropMimeData(data.get(), Qt::LinkAction, -1, 0, {}));
        REQUIRE(QTest::qWaitFor([&] { return !kept.parent().isValid(); }, 20'000));
    }
    SECTION("onto itself")
    {
        CHECK_FALSE(model.canDropMimeData(data.get(), Qt::LinkAction, -1, 0, kept));
        CHECK_FALSE(model.dropMimeData(data.get(), Qt::LinkAction, -1, 0, kept));
    }
    SECTION("moved or copied elsewhere")
    {
        CHECK_FALSE(model.canDropMimeData(data.get(), Qt::MoveAction, -1, 0, {}));
    }
}

TEST_CASE("who may not edit a board drags none of its objectives", "[alignment]")
{
    Office office(Office::Door::Closed);
    Session visitor({office.file(u"nobody"_s), kToday});
    REQUIRE(visitor.wait(visitor.open(office.path(), Session::Read::Everything)));
    AlignmentModel model(visitor);
    model.setLookedAt(true);
    REQUIRE(settles(model, visitor));
    REQUIRE(model.rowCount() > 0);
    const QSignalSpy refusals(&model, &AlignmentModel::refused);

    CHECK_FALSE(model.index(0, 0).flags().testFlag(Qt::ItemIsDragEnabled));
    const ObjectiveId first = model.rowAt(model.index(0, 0))->objective;
    model.align(first, {});
    CHECK(QTest::qWaitFor([&] { return refusals.size() == 1; }, 20'000));
}

TEST_CASE("the alignment shows nothing of a board that is no longer shared", "[alignment]")
{
    Office office;
    AlignmentModel model(office.session());
    model.setLookedAt(true);
    REQUIRE(settles(model, office.session()));
    const BoardId closed = office.board(u"Salary review"_s);
    const auto hasOne = [&] { return treeOf(model).contains(u"secret goal"_s); };
    Objective goal;
    goal.board = closed;
    goal.title = u"secret goal"_s;
    const PersonId me = office.session().me();
    const QList<const Grant *> grants = office.state().of<Grant>().of(closed);
    REQUIRE_FALSE(grants.isEmpty());
    const PersonId owner = grants.first()->person;
    // Written by its owner, as if from another desk.
    REQUIRE(office.submit([goal, owner](Situation &in) {
        Situation theirs{in.state, owner, in.today, in.now, in.ids};
        return addObjective(theirs, goal);
    }));
    REQUIRE(QTest::qWaitFor(hasOne, 20'000));

    REQUIRE(office.submit([closed, me](Situation &in) { return unshareBoard(in, {closed, {me, {}}}); }));

    CHECK(QTest::qWaitFor([&] { return !hasOne(); }, 20'000));
    CHECK(treeOf(model) == expectedFor(office.session()));
}
