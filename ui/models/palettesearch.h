// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/paletteentries.h"

namespace milepost {

/// Finds the best of many entries at each key. While letters are added, only what answered before is looked
/// at. The names are shared with whoever prepared them: however many there are, none is copied.
class PaletteSearch
{
public:
    /// \p names are as paletteEntries() answers them, the boards first: what one can do comes after these.
    void setEntries(const QList<PaletteEntry> &commands, const QList<PaletteEntry> &names);
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
    /// How many there are, and each of them by its place: the boards, the commands, the other names.
    qsizetype size() const { return m_commands.size() + m_names.size(); }
    const PaletteEntry &at(qsizetype place) const;
    QList<PaletteEntry> unasked(qsizetype most) const;
    void narrow(const SearchWords &typed);
    bool isBetter(const Hit &one, const Hit &other) const;

    QList<PaletteEntry> m_commands;
    QList<PaletteEntry> m_names;
    qsizetype m_boards = 0;         ///< of the names
    QHash<qsizetype, int> m_recent; ///< by entry: how lately, more is later
    QString m_typed;                ///< what m_hits answer
    QList<Hit> m_hits;
};

} // namespace milepost
