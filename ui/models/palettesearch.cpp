// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/palettesearch.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int kRecentBonus = 40; ///< lifts what was chosen lately within its sort of answer, never above it

} // namespace

void PaletteSearch::setEntries(const QList<PaletteEntry> &entries)
{
    m_entries = entries;
    m_recent.clear();
    m_typed.clear();
    m_hits.clear();
}

void PaletteSearch::setRecent(const QStringList &keys)
{
    m_recent.clear();
    m_typed.clear();
    if (keys.isEmpty())
        return;
    for (qsizetype entry = 0; entry < m_entries.size(); ++entry)
        if (const qsizetype at = keys.indexOf(m_entries.at(entry).key()); at >= 0)
            m_recent.insert(entry, static_cast<int>(keys.size() - at));
}

QList<PaletteEntry> PaletteSearch::find(const QString &typed, qsizetype most)
{
    const SearchWords words = searchWords(typed);
    if (words.isEmpty())
        return unasked(most);
    narrow(words);
    const auto isBetterHit = [this](const Hit &one, const Hit &other) { return isBetter(one, other); };
    QList<Hit> best = m_hits;
    const qsizetype count = std::min(most, best.size());
    std::partial_sort(best.begin(), best.begin() + count, best.end(), isBetterHit);
    QList<PaletteEntry> found;
    for (const Hit &hit : best.first(count))
        found.append(m_entries.at(hit.entry));
    return found;
}

QList<PaletteEntry> PaletteSearch::unasked(qsizetype most) const
{
    QList<qsizetype> order = m_recent.keys();
    std::sort(order.begin(), order.end(),
              [this](qsizetype one, qsizetype other) { return m_recent.value(one) > m_recent.value(other); });
    for (qsizetype entry = 0; entry < m_entries.size() && order.size() < most; ++entry)
        if (!m_recent.contains(entry))
            order.append(entry);
    QList<PaletteEntry> found;
    for (const qsizetype entry : order.first(std::min(most, order.size())))
        found.append(m_entries.at(entry));
    return found;
}

void PaletteSearch::narrow(const SearchWords &typed)
{
    const QString &whole = typed.whole.folded;
    const bool isNarrower = !m_typed.isEmpty() && whole.startsWith(m_typed);
    QList<Hit> hits;
    const auto judge = [&](qsizetype entry) {
        const PaletteEntry &one = m_entries.at(entry);
        const int score = searchScore(one.nameKey, one.contextKey, typed);
        if (score > 0)
            hits.append({entry, score + (m_recent.contains(entry) ? kRecentBonus : 0)});
    };
    if (isNarrower)
        for (const Hit &hit : m_hits)
            judge(hit.entry);
    else
        for (qsizetype entry = 0; entry < m_entries.size(); ++entry)
            judge(entry);
    m_hits = hits;
    m_typed = whole;
}

bool PaletteSearch::isBetter(const Hit &one, const Hit &other) const
{
    if (one.score != other.score)
        return one.score > other.score;
    const int recent = m_recent.value(one.entry) - m_recent.value(other.entry);
    if (recent != 0)
        return recent > 0;
    const qsizetype longer =
        m_entries.at(one.entry).nameKey.folded.size() - m_entries.at(other.entry).nameKey.folded.size();
    return longer != 0 ? longer < 0 : one.entry < other.entry;
}

} // namespace milepost
