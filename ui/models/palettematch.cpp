// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/palettematch.h"

#include <algorithm>
#include <array>

namespace milepost {
namespace {

constexpr int kWhole = 1000;
constexpr int kBeginning = 900;
constexpr int kWordBeginning = 800;
constexpr int kWordBeginnings = 600;
constexpr int kPart = 500;
constexpr int kInOrder = 200;
constexpr int kFurthest = 90; ///< the most that a late place costs

/// Letters that no decomposition takes apart.
QStringView plainLetters(char16_t letter)
{
    switch (letter) {
    case u'ł':
        return u"l";
    case u'ø':
        return u"o";
    case u'đ':
        return u"d";
    case u'æ':
        return u"ae";
    case u'œ':
        return u"oe";
    case u'ß':
        return u"ss";
    case u'ı':
        return u"i";
    default:
        return {};
    }
}

bool isMark(QChar character)
{
    const QChar::Category category = character.category();
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

/// One character of a text, a surrogate pair being one, without case and accents.
QString foldedCharacter(QStringView character)
{
    const QString apart = character.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    for (const QChar one : apart) {
        const QStringView plain = plainLetters(one.unicode());
        if (!plain.isEmpty())
            folded += plain;
        else if (!isMark(one))
            folded += one;
    }
    return folded;
}

/// Calls \p take with each folded letter and where it came from.
template<class Take>
void fold(QStringView text, Take &&take)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar one = text.at(at);
        if (one.unicode() < 0x80) {
            take(one.toLower(), at);
            continue;
        }
        const bool isPair = one.isHighSurrogate() && at + 1 < text.size();
        const QString folded = foldedCharacter(text.mid(at, isPair ? 2 : 1));
        for (const QChar letter : folded)
            take(letter, at);
        at += isPair ? 1 : 0;
    }
}

quint64 bitOf(QChar letter)
{
    const char16_t code = letter.unicode();
    if (code >= u'a' && code <= u'z')
        return quint64{1} << (code - u'a');
    return quint64{1} << (26 + code % 38);
}

quint64 lettersOf(QStringView folded)
{
    quint64 letters = 0;
    for (const QChar letter : folded)
        if (!letter.isSpace())
            letters |= bitOf(letter);
    return letters;
}

SearchKey keyOf(const QString &folded)
{
    return {folded, lettersOf(folded)};
}

bool beginsWord(QStringView key, qsizetype at)
{
    return at == 0 || (!key.at(at - 1).isLetterOrNumber() && key.at(at).isLetterOrNumber());
}

int late(qsizetype at)
{
    return static_cast<int>(std::min<qsizetype>(at, kFurthest));
}

/// Where the word stands in the key: at the beginning of a word if it does so anywhere.
qsizetype bestPlace(QStringView key, QStringView word)
{
    const qsizetype first = key.indexOf(word);
    for (qsizetype at = first; at >= 0; at = key.indexOf(word, at + 1))
        if (beginsWord(key, at))
            return at;
    return first;
}

using Places = QList<qsizetype>;

/// Looks for the letters of a word in their order, each at the beginning of one of the key's words or next to
/// the letter before: "firep" in "First reply". All ways are followed at once, as bits: bit n stands for n
/// letters taken.
class Beginnings
{
public:
    Beginnings(QStringView key, QStringView word) : m_key(key), m_word(word) {}

    /// Where the last letter is found first; -1 if there is no way.
    qsizetype end() const
    {
        if (m_word.size() > kMostLetters)
            return -1;
        quint64 last = 0;
        quint64 ever = 1;
        for (qsizetype at = 0; at < m_key.size(); ++at) {
            last = step(at, last, ever);
            ever |= last;
            if (last >> m_word.size() & 1)
                return at;
        }
        return -1;
    }

    /// Where the letters are; empty if there is no way.
    QList<qsizetype> places() const
    {
        const qsizetype end = this->end();
        if (end < 0)
            return {};
        QList<quint64> taken; // after each letter of the key
        quint64 ever = 1;
        for (qsizetype at = 0; at <= end; ++at) {
            taken.append(step(at, at > 0 ? taken.last() : 0, ever));
            ever |= taken.last();
        }
        QList<qsizetype> places = {end};
        for (qsizetype left = m_word.size() - 1; left > 0; --left) {
            qsizetype at = places.first() - 1;
            while (!(taken.at(at) >> left & 1))
                --at;
            places.prepend(at);
        }
        return places;
    }

private:
    static constexpr qsizetype kMostLetters = 60;

    quint64 step(qsizetype at, quint64 last, quint64 ever) const
    {
        const quint64 from = last | (beginsWord(m_key, at) ? ever : 0);
        quint64 fits = 0;
        for (qsizetype letter = 0; letter < m_word.size(); ++letter)
            fits |= quint64{m_word.at(letter) == m_key.at(at)} << letter;
        return (from & fits) << 1;
    }

    QStringView m_key;
    QStringView m_word;
};

/// The letters in their order, the first of them at the beginning of a word.
bool takeInOrder(QStringView key, QStringView word, Places &places)
{
    qsizetype at = 0;
    while (at < key.size() && !(key.at(at) == word.at(0) && beginsWord(key, at)))
        ++at;
    for (; at < key.size() && places.size() < word.size(); ++at)
        if (key.at(at) == word.at(places.size()))
            places.append(at);
    return places.size() == word.size();
}

/// Where the letters of the word stand, in the same order of preference as wordScore(); empty if nowhere.
Places placesOf(QStringView key, QStringView word)
{
    Places places;
    if (const qsizetype at = bestPlace(key, word); at >= 0) {
        for (qsizetype i = 0; i < word.size(); ++i)
            places.append(at + i);
        return places;
    }
    places = Beginnings(key, word).places();
    if (places.isEmpty() && !takeInOrder(key, word, places))
        return {};
    return places;
}

int scoreInOrder(QStringView key, QStringView word)
{
    if (const qsizetype end = Beginnings(key, word).end(); end >= 0)
        return kWordBeginnings - late(end);
    Places places;
    places.reserve(word.size());
    if (takeInOrder(key, word, places))
        return kInOrder - late(places.last() - places.first() - word.size());
    return 0;
}

} // namespace

SearchKey searchKey(const QString &text)
{
    QString folded;
    folded.reserve(text.size());
    fold(text, [&folded](QChar letter, qsizetype) { folded += letter; });
    return keyOf(folded);
}

SearchWords searchWords(const QString &typed)
{
    SearchWords words;
    words.whole = keyOf(searchKey(typed).folded.simplified());
    for (const QStringView word : QStringView(words.whole.folded).split(u' ', Qt::SkipEmptyParts))
        words.words.append(keyOf(word.toString()));
    return words;
}

int wordScore(const SearchKey &key, const SearchKey &word)
{
    if ((key.letters & word.letters) != word.letters || word.folded.size() > key.folded.size())
        return 0;
    const qsizetype at = bestPlace(key.folded, word.folded);
    if (at == 0)
        return key.folded.size() == word.folded.size() ? kWhole : kBeginning;
    if (at > 0)
        return (beginsWord(key.folded, at) ? kWordBeginning : kPart) - late(at);
    return scoreInOrder(key.folded, word.folded);
}

int searchScore(const SearchKey &name, const SearchKey &context, const SearchWords &typed)
{
    constexpr int kOfContext = 10; // the share of it that counts
    int score = 0;
    for (const SearchKey &word : typed.words) {
        int best = wordScore(name, word);
        if (best == 0)
            best = wordScore(context, word) / kOfContext;
        if (best == 0)
            return 0;
        score += best;
    }
    score /= static_cast<int>(std::max<qsizetype>(typed.words.size(), 1));
    // Several words as they stand there are more than the same words apart.
    if (typed.words.size() > 1 && name.folded.contains(typed.whole.folded))
        score += name.folded.startsWith(typed.whole.folded) ? 2 * kFurthest : kFurthest;
    return score;
}

QList<TextRange> matchedRanges(const QString &name, const QString &typed)
{
    QString folded;
    Places origins;
    fold(name, [&](QChar letter, qsizetype at) {
        folded += letter;
        origins.append(at);
    });
    QList<bool> isMatched(name.size(), false);
    const SearchWords typedWords = searchWords(typed);
    for (const SearchKey &word : typedWords.words)
        for (const qsizetype at : placesOf(folded, word.folded))
            isMatched[origins.at(at)] = true;
    QList<TextRange> ranges;
    for (qsizetype at = 0; at < name.size(); ++at) {
        // What belongs to a letter goes with it: its accents, its second half.
        const bool isTail =
            at > 0 && isMatched.at(at - 1) && (isMark(name.at(at)) || name.at(at).isLowSurrogate());
        if (!isMatched.at(at) && !isTail)
            continue;
        isMatched[at] = true;
        if (!ranges.isEmpty() && ranges.last().from + ranges.last().length == at)
            ++ranges.last().length;
        else
            ranges.append({at, 1});
    }
    return ranges;
}

} // namespace milepost
