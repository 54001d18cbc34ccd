// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace milepost {

/// A name made ready for being searched: case, accents and signs aside. Made once, compared at every key.
struct SearchKey
{
    QString folded = {};
    quint64 letters = 0; ///< a bit for each letter that it has, so that most names are told apart at once
    friend bool operator==(const SearchKey &, const SearchKey &) = default;
};
SearchKey searchKey(const QString &text);

/// What was typed, made ready in the same way: its words, each of which has to be answered.
struct SearchWords
{
    QList<SearchKey> words = {};
    SearchKey whole = {}; ///< the words with one space between them
    bool isEmpty() const { return words.isEmpty(); }
};
SearchWords searchWords(const QString &typed);

/// How well a key answers one word, 0 for not at all. In this order: the whole name, its beginning, the
/// beginning of one of its words, beginnings of several words ("firep" for "First reply"), a part of it, its
/// letters in order from the beginning of a word on. Among equals the earlier place wins.
int wordScore(const SearchKey &key, const SearchKey &word);

/// How well a name in its context answers all that was typed, 0 for not at all. A word that the name does not
/// answer may be answered by the context, which counts for little. Whatever answers "ab" answers "a".
int searchScore(const SearchKey &name, const SearchKey &context, const SearchWords &typed);

/// A part of a text, by its characters.
struct TextRange
{
    qsizetype from = 0;
    qsizetype length = 0;
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// The parts of a name that answer what was typed, in order and not touching each other.
QList<TextRange> matchedRanges(const QString &name, const QString &typed);

} // namespace milepost
