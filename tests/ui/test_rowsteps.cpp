// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/models/rowsteps.h"

#include <QRandomGenerator>

#include <algorithm>
#include <numeric>

using namespace milepost;

namespace {

using Keys = QList<RowKey>;

Keys keys(const QList<int> &ids)
{
    Keys list;
    for (const int id : ids)
        list.append({RowKind::Kpi, false, id});
    return list;
}

Keys afterwards(Keys rows, const QList<TableStep> &steps, const Keys &to)
{
    for (const TableStep &step : steps) {
        const Keys before = rows;
        switch (step.kind) {
        case TableStep::Kind::Remove:
            rows.remove(step.first, step.last - step.first + 1);
            break;
        case TableStep::Kind::Move:
            rows.move(step.first, step.to);
            break;
        case TableStep::Kind::Reorder:
            for (int i = step.first; i <= step.last; ++i)
                rows[i] = before[step.order[i - step.first]];
            break;
        case TableStep::Kind::Insert:
            for (int i = step.first; i <= step.last; ++i)
                rows.insert(i, to[i]);
            break;
        }
    }
    return rows;
}

} // namespace

TEST_CASE("the steps lead from any list of rows to any other", "[rowsteps]")
{
    QRandomGenerator random(20261122);
    for (int round = 0; round < 3000; ++round) {
        QList<int> all(1 + random.bounded(round % 10 == 0 ? 300 : 20));
        std::iota(all.begin(), all.end(), 1);
        const auto some = [&all, &random] {
            QList<int> picked;
            for (const int id : all)
                if (random.bounded(4) != 0)
                    picked.append(id);
            for (quint32 swaps = random.bounded(6U); swaps > 0 && !picked.isEmpty(); --swaps)
                picked.move(random.bounded(picked.size()), random.bounded(picked.size()));
            if (random.bounded(5) == 0)
                std::shuffle(picked.begin(), picked.end(), random);
            return picked;
        };
        const Keys from = keys(some());
        const Keys to = keys(some());
        CAPTURE(round);
        REQUIRE(afterwards(from, stepsBetween(from, to), to) == to);
    }
}

TEST_CASE("a row that only moves is moved, and nothing else is touched", "[rowsteps]")
{
    CHECK(stepsBetween(keys({1, 2, 3, 4, 5}), keys({1, 3, 4, 2, 5})) ==
          QList<TableStep>{{TableStep::Kind::Move, 1, 0, 3, {}}});
    CHECK(stepsBetween(keys({1, 2, 3, 4, 5}), keys({5, 1, 2, 3, 4})) ==
          QList<TableStep>{{TableStep::Kind::Move, 4, 0, 0, {}}});
    CHECK(stepsBetween(keys({1, 2, 3}), keys({1, 2, 3})).isEmpty());
    CHECK(stepsBetween({}, {}).isEmpty());
}

TEST_CASE("rows that come and go are told in stretches", "[rowsteps]")
{
    CHECK(stepsBetween(keys({1, 2, 3, 4, 5, 6}), keys({1, 4, 7, 8, 6})) ==
          QList<TableStep>{{TableStep::Kind::Remove, 4, 4, 0, {}},
                           {TableStep::Kind::Remove, 1, 2, 0, {}},
                           {TableStep::Kind::Insert, 2, 3, 0, {}}});
}

TEST_CASE("however much changes, a view hears of few steps", "[rowsteps]")
{
    QList<int> all(5000);
    std::iota(all.begin(), all.end(), 0);
    QList<int> odd;
    std::copy_if(all.begin(), all.end(), std::back_inserter(odd), [](int id) { return id % 2 == 1; });
    QList<int> backwards(all.rbegin(), all.rend());

    CHECK(stepsBetween(keys(all), keys(odd)).size() == 2);
    CHECK(stepsBetween(keys(all), keys(backwards)).size() == 1);
    CHECK(afterwards(keys(all), stepsBetween(keys(all), keys(backwards)), keys(backwards)) ==
          keys(backwards));
}
