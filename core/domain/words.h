// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <iterator>
#include <optional>
#include <utility>

namespace milepost {

/// The words of a choice: the names that the file, JSON and the command line give its values. They are a
/// contract and never translated; what people read is chosen in ui/words.
template<class Choice>
struct WordTable;

template<class Choice>
concept HasWords = requires
{
    std::size(WordTable<Choice>::kWords);
};

template<HasWords Choice>
QString wordOf(Choice value)
{
    for (const auto &[choice, word] : WordTable<Choice>::kWords)
        if (choice == value)
            return QString::fromLatin1(word);
    Q_UNREACHABLE();
}

template<HasWords Choice>
std::optional<Choice> fromWord(const QString &text)
{
    for (const auto &[choice, word] : WordTable<Choice>::kWords)
        if (text == QLatin1String(word))
            return choice;
    return std::nullopt;
}

template<HasWords Choice>
QStringList allWords()
{
    QStringList words;
    for (const auto &[choice, word] : WordTable<Choice>::kWords)
        words.append(QString::fromLatin1(word));
    return words;
}

/// Declares the words of a choice: MILEPOST_WORDS(Direction, {Direction::Up, "up"}, …). At namespace level.
#define MILEPOST_WORDS(Choice, ...)                                                                          \
    template<>                                                                                               \
    struct WordTable<Choice>                                                                                 \
    {                                                                                                        \
        static constexpr std::pair<Choice, const char *> kWords[] = {__VA_ARGS__};                           \
    };

} // namespace milepost
