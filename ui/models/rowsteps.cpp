// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowsteps.h"

#include <QSet>

#include <algorithm>

namespace milepost {
namespace {

/// More stretches than this are exchanged as one.
constexpr qsizetype kMostStretches = 64;
/// More rows than this are not moved one by one.
constexpr qsizetype kMostMoves = 8;

using Keys = QList<RowKey>;

struct Stretch
{
    int first = 0;
    int last = 0;
};

/// Where the rows stand that \p other does not hold, counted from \p offset.
QList<Stretch> missingFrom(const Keys &keys, const QSet<RowKey> &other, int offset)
{
    QList<Stretch> stretches;
    for (int i = 0; i < keys.size(); ++i) {
        if (other.contains(keys[i]))
            continue;
        const int place = offset + i;
        if (!stretches.isEmpty() && stretches.last().last == place - 1)
            stretches.last().last = place;
        else
            stretches.append({place, place});
    }
    return stretches;
}

/// Which of \p places, all different, belong to the longest sequence that ascends already.
QList<bool> ascending(const QList<int> &places)
{
    QList<int> tails; // the index of the least end of a sequence of each length
    QList<int> before(places.size(), -1);
    for (int i = 0; i < places.size(); ++i) {
        const auto at = std::lower_bound(tails.begin(), tails.end(), places[i],
                                         [&places](int tail, int place) { return places[tail] < place; });
        before[i] = at == tails.begin() ? -1 : *(at - 1);
        if (at == tails.end())
            tails.append(i);
        else
            *at = i;
    }
    QList<bool> belongs(places.size(), false);
    for (int i = tails.isEmpty() ? -1 : tails.last(); i >= 0; i = before[i])
        belongs[i] = true;
    return belongs;
}

/// Single moves for a few rows: each goes behind the one that it follows in the end.
QList<TableStep> moves(QList<int> ranks, const QList<int> &movers, int offset)
{
    QList<TableStep> steps;
    for (const int rank : movers) { // ascending, so that the row before it stands where it belongs
        const auto from = static_cast<int>(ranks.indexOf(rank));
        ranks.removeAt(from);
        const int to = rank == 0 ? 0 : static_cast<int>(ranks.indexOf(rank - 1)) + 1;
        ranks.insert(to, rank);
        steps.append({TableStep::Kind::Move, offset + from, 0, offset + to, {}});
    }
    return steps;
}

/// Brings the rows that stay into their new order; \p ranks says for each which place it has then.
QList<TableStep> reordered(const QList<int> &ranks, int offset)
{
    const QList<bool> stays = ascending(ranks);
    QList<int> movers;
    for (qsizetype i = 0; i < ranks.size(); ++i)
        if (!stays[i])
            movers.append(ranks[i]);
    if (movers.size() <= kMostMoves) {
        std::sort(movers.begin(), movers.end());
        return moves(ranks, movers, offset);
    }
    QList<int> order(ranks.size());
    for (int i = 0; i < ranks.size(); ++i)
        order[ranks[i]] = offset + i;
    return {{TableStep::Kind::Reorder, offset, offset + static_cast<int>(ranks.size()) - 1, 0, order}};
}

/// For each row of \p from that stays, its rank among those that stay in \p to.
QList<int> ranksOf(const Keys &from, const Keys &to, const QSet<RowKey> &fromSet)
{
    QHash<RowKey, int> rankOf;
    for (const RowKey &key : to)
        if (fromSet.contains(key))
            rankOf.insert(key, static_cast<int>(rankOf.size()));
    QList<int> ranks;
    for (const RowKey &key : from)
        if (const auto found = rankOf.constFind(key); found != rankOf.cend())
            ranks.append(*found);
    return ranks;
}

QList<TableStep> stepsInside(const Keys &from, const Keys &to, int offset)
{
    const QSet<RowKey> fromSet(from.begin(), from.end());
    const QSet<RowKey> toSet(to.begin(), to.end());
    QList<Stretch> gone = missingFrom(from, toSet, offset);
    QList<Stretch> come = missingFrom(to, fromSet, offset);
    const bool isWhole = gone.size() + come.size() > kMostStretches;
    if (isWhole) {
        gone = {{offset, offset + static_cast<int>(from.size()) - 1}};
        come = {{offset, offset + static_cast<int>(to.size()) - 1}};
    }
    QList<TableStep> steps;
    for (qsizetype i = gone.size() - 1; i >= 0; --i)
        steps.append({TableStep::Kind::Remove, gone.at(i).first, gone.at(i).last, 0, {}});
    if (!isWhole)
        steps += reordered(ranksOf(from, to, fromSet), offset);
    for (const Stretch &stretch : come)
        steps.append({TableStep::Kind::Insert, stretch.first, stretch.last, 0, {}});
    return steps;
}

} // namespace

QList<TableStep> stepsBetween(const QList<RowKey> &from, const QList<RowKey> &to)
{
    const auto [fromBegin, toBegin] = std::mismatch(from.begin(), from.end(), to.begin(), to.end());
    const auto offset = static_cast<int>(fromBegin - from.begin());
    const auto [fromEnd, toEnd] = std::mismatch(from.rbegin(), std::make_reverse_iterator(fromBegin),
                                                to.rbegin(), std::make_reverse_iterator(toBegin));
    const Keys oldOnes(fromBegin, fromEnd.base());
    const Keys newOnes(toBegin, toEnd.base());
    if (oldOnes.isEmpty() && newOnes.isEmpty())
        return {};
    return stepsInside(oldOnes, newOnes, offset);
}

} // namespace milepost
