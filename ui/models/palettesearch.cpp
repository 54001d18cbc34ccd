// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/palettesearch.h"

#include <QSet>

#include <algorithm>

namespace milepost {
namespace {

constexpr int kRecentBonus = 40; ///< lifts what was chosen lately within its sort of answer, never above it

bool isBoard(const PaletteEntry &entry)
{
    return entry.kind == PaletteEntry::Kind::Board;
}

} // namespace

void PaletteSearch::setEntries(const QList<PaletteEntry> &commands, const QList<PaletteEntry> &names)
{
    m_commands = commands;
    m_names = names;
    m_boards = std::find_if_not(names.begin(), names.end(), isBoard) - names.begin();
    m_recent.clear();
    m_typed.clear();
    m_hits.clear();
}

const PaletteEntry &PaletteSearch::at(qsizetype place) const
{
    if (place < m_boards)
        return m_names.at(place);
    const qsizetype afterBoards = place - m_boards;
    return afterBoards < m_commands.size() ? m_commands.at(afterBoards)
                                           : m_names.at(place - m_commands.size());
}

// A key is text, which is only made for those whose id may be in one: there are many names.
void PaletteSearch::setRecent(const QStringList &keys)
{
    m_recent.clear();
    m_typed.clear();
    if (keys.isEmpty())
        return;
    QSet<qint64> ids = {0}; // a command has none
    for (const QString &key : keys)
        ids.insert(key.section(u' ', -1).toLongLong());
    for (qsizetype entry = 0; entry < size(); ++entry) {
        const PaletteEntry &one = at(entry);
        const qsizetype found = ids.contains(one.id) ? keys.indexOf(one.key()) : -1;
        if (found >= 0)
            m_recent.insert(entry, static_cast<int>(keys.size() - found));
    }
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
        found.append(at(hit.entry));
    return found;
}

QList<PaletteEntry> PaletteSearch::unasked(qsizetype most) const
{
    QList<qsizetype> order = m_recent.keys();
    std::sort(order.begin(), order.end(),
              [this](qsizetype one, qsizetype other) { return m_recent.value(one) > m_recent.value(other); });
    for (qsizetype entry = 0; entry < size() && order.size() < most; ++entry)
        if (!m_recent.contains(entry))
            order.append(entry);
    QList<PaletteEntry> found;
    for (const qsizetype entry : order.first(std::min(most, order.size())))
        found.append(at(entry));
    return found;
}

void PaletteSearch::narrow(const SearchWords &typed)
{
    const QString &whole = typed.whole.folded;
    const bool isNarrower = !m_typed.isEmpty() && whole.startsWith(m_typed);
    QList<Hit> hits;
    const auto judge = [&](qsizetype entry) {
        const PaletteEntry &one = at(entry);
        const int score = searchScore(one.nameKey, one.contextKey, typed);
        if (score > 0)
            hits.append({entry, score + (m_recent.contains(entry) ? kRecentBonus : 0)});
    };
    if (isNarrower)
        for (const Hit &hit : m_hits)
            judge(hit.entry);
    else
        for (qsizetype entry = 0; entry < size(); ++entry)
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
    const qsizetype longer = at(one.entry).nameKey.folded.size() - at(other.entry).nameKey.folded.size();
    return longer != 0 ? longer < 0 : one.entry < other.entry;
}

} // namespace milepost
