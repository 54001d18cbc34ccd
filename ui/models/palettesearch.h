// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/paletteentries.h"

namespace milepost {

/// Finds the best of many entries at each key. While letters are added, only what answered before is looked
/// at.
class PaletteSearch
{
public:
    void setEntries(const QList<PaletteEntry> &entries);
    const QList<PaletteEntry> &entries() const { return m_entries; }
    /// Keys of what was chosen lately, newest first: it comes first where nothing is typed, and wins among
    /// equals.
    void setRecent(const QStringList &keys);

    /// At most \p most entries, the best first; for nothing typed what was chosen lately, then the rest in
    /// its order.
    QList<PaletteEntry> find(const QString &typed, qsizetype most);

private:
    struct Hit
    {
        qsizetype entry = 0;
        int score = 0;
    };
    QList<PaletteEntry> unasked(qsizetype most) const;
    void narrow(const SearchWords &typed);
    bool isBetter(const Hit &one, const Hit &other) const;

    QList<PaletteEntry> m_entries;
    QHash<qsizetype, int> m_recent; ///< by entry: how lately, more is later
    QString m_typed;                ///< what m_hits answer
    QList<Hit> m_hits;
};

} // namespace milepost
