// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/models/rowsmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace milepost;

namespace {

struct Number
{
    qint64 id = 0;
    int says = 0;
    friend bool operator==(const Number &, const Number &) = default;
};

class Numbers final : public RowsModel<Number>
{
    Q_OBJECT
public:
    using RowsModel::syncTo;

    explicit Numbers(QObject *parent = nullptr) : RowsModel(parent)
    {
        const auto count = [this] { ++m_told; };
        connect(this, &QAbstractItemModel::rowsInserted, this, count);
        connect(this, &QAbstractItemModel::rowsRemoved, this, count);
        connect(this, &QAbstractItemModel::rowsMoved, this, count);
        connect(this, &QAbstractItemModel::layoutChanged, this, count);
        connect(this, &QAbstractItemModel::dataChanged, this, count);
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        const Number *number = role == Qt::DisplayRole ? rowAt(index) : nullptr;
        return number ? QVariant(number->id) : QVariant();
    }
    /// How much was told since the last time.
    int told() { return std::exchange(m_told, 0); }

private:
    int m_told = 0;
};

QList<Number> upTo(int count)
{
    QList<Number> numbers;
    for (int id = 0; id < count; ++id)
        numbers.append({id, 0});
    return numbers;
}

} // namespace

TEST_CASE("a list of rows becomes any other, and each held index stays at its row", "[rowsmodel]")
{
    QRandomGenerator random(7);
    Numbers model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        QList<Number> fresh = upTo(round % 10 == 0 ? 200 : 20);
        fresh.removeIf([&random](const Number &) { return random.bounded(4) == 0; });
        for (Number &number : fresh)
            number.says = random.bounded(2);
        if (round % 3 == 0)
            std::shuffle(fresh.begin(), fresh.end(), random);
        QList<std::pair<qint64, QPersistentModelIndex>> held;
        for (int row = 0; row < model.rowCount(); ++row)
            held.append({model.rows()[row].id, model.index(row, 1)});

        model.syncTo(fresh);

        REQUIRE(model.rows() == fresh);
        for (const auto &[id, index] : held) {
            const bool isThere = std::any_of(fresh.begin(), fresh.end(),
                                             [number = id](const Number &one) { return one.id == number; });
            if (index.isValid())
                REQUIRE(index.data().toLongLong() == id);
            else if (fresh.size() < 20) // of very many rows that come and go, all do
                REQUIRE_FALSE(isThere);
        }
    }
}

TEST_CASE("a list of rows tells what differs, and however much that is, in few steps", "[rowsmodel]")
{
    Numbers model;
    QList<Number> all = upTo(5000);
    QList<Number> odd = all;
    odd.removeIf([](const Number &number) { return number.id % 2 == 0; });
    QList<Number> backwards = all;
    std::reverse(backwards.begin(), backwards.end());

    model.syncTo(all);
    CHECK(model.told() == 1);
    model.syncTo(all);
    CHECK(model.told() == 0);
    all[7].says = 1;
    model.syncTo(all);
    CHECK(model.told() == 1);
    all.move(7, 3000);
    model.syncTo(all);
    CHECK(model.told() == 1);

    model.syncTo(odd);
    CHECK(model.told() < 5);
    model.syncTo(all);
    CHECK(model.told() < 5);
    all[3000].says = 0;
    model.syncTo(all);
    model.told();
    model.syncTo(backwards);
    CHECK(model.told() < 5);
    CHECK(model.rows() == backwards);
}

#include "test_rowsmodel.moc"
