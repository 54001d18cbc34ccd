// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/domain/words.h"

#include <QDate>
#include <QStringList>

#include <CLI/CLI.hpp>
#include <optional>

namespace milepost::ctl {

/// Words of the command line as CLI11 shall see them: what begins with one stroke and is no option ("-3",
/// "-5 % churn") is marked as a value. TextNotUnicode.
Result<std::vector<std::string>> readable(int count, char **words);
/// What CLI11 says of such words, as they were typed.
QString withoutMarks(const std::string &text);
/// The same with options that take several values, as "--owner Ann Bob", given once for each of them.
std::vector<std::string> spread(const std::vector<std::string> &words);

/// What was typed for one command. Each reader answers nothing (or the fallback) for what was not given, and
/// remembers the first thing that is wrong, so that a command can read all and ask once.
class Arguments
{
public:
    explicit Arguments(const CLI::App &app) : m_app(app) {}

    bool has(const char *option) const;
    /// As typed, unchecked: for looking things up.
    QString word(const char *option) const;
    QStringList words(const char *option) const;

    QString name(const char *option); ///< as names are kept
    QString text(const char *option); ///< as longer texts are kept
    QDate date(const char *option);
    std::optional<double> number(const char *option, const QString &unit = {});
    std::optional<double> weight(const char *option);
    qint64 integer(const char *option, qint64 low, qint64 high, qint64 fallback);

    template<class Choice>
    std::optional<Choice> choice(const char *option)
    {
        if (!has(option))
            return std::nullopt;
        const std::optional<Choice> choice = fromWord<Choice>(word(option));
        if (!choice)
            refuse({Error::Code::WordUnknown, QStringList{word(option)} + allWords<Choice>()});
        return choice;
    }

    /// NAME=VALUE, parted at the first "=".
    QList<std::pair<QString, QString>> pairs(const char *option);

    void check(const Done &done);
    void refuse(const Error &error);
    const std::optional<Error> &error() const { return m_error; }

private:
    template<class T>
    T take(const Result<T> &result);

    const CLI::App &m_app;
    std::optional<Error> m_error;
};

/// A complaint about the arguments as a whole.
Error usage(const QString &what);

} // namespace milepost::ctl
