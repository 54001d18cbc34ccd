// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/arguments.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/number.h"
#include "core/domain/texts.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

/// Stands before words that begin with a stroke and are no option, so that CLI11 takes them as values.
constexpr char kNoOption = '\x01';

std::string marked(const std::string &word)
{
    const bool isShortOption = word.starts_with("-w") || word == "-h";
    const bool isValue = word.size() > 1 && word[0] == '-' && word[1] != '-' && !isShortOption;
    return isValue || word.starts_with(kNoOption) ? kNoOption + word : word;
}

QString unmarked(const std::string &word)
{
    return QString::fromStdString(word.starts_with(kNoOption) ? word.substr(1) : word);
}

/// Whether \p word may be one more value of \p option: where those are pairs, it has to be one.
bool mayFollow(const std::string &option, const std::string &word)
{
    const bool isPair = option == "--set" || option == "--filter";
    return !isPair || word.find('=') != std::string::npos;
}

} // namespace

Error usage(const QString &what)
{
    return {Error::Code::Usage, {what}};
}

Result<std::vector<std::string>> readable(int count, char **words)
{
    std::vector<std::string> list;
    for (int i = 1; i < count; ++i) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder.decode(QByteArrayView(words[i]));
        if (decoder.hasError() || !text.isValidUtf16())
            return Error{Error::Code::TextNotUnicode};
        list.push_back(marked(words[i]));
    }
    return list;
}

std::vector<std::string> spread(const std::vector<std::string> &words)
{
    static const QList<std::string> kLists = {"--owner", "--set", "--part", "--filter"};
    std::vector<std::string> list;
    std::string option;
    bool isFirst = false;
    for (const std::string &word : words) {
        if (kLists.contains(word)) {
            option = word;
            isFirst = true;
        } else if (word.rfind('-', 0) == 0) {
            option.clear();
        } else if (!option.empty() && !std::exchange(isFirst, false) && mayFollow(option, word)) {
            list.push_back(option);
        }
        list.push_back(word);
    }
    return list;
}

QString withoutMarks(const std::string &text)
{
    return QString::fromStdString(text).remove(QChar::fromLatin1(kNoOption));
}

bool Arguments::has(const char *option) const
{
    return m_app.get_option(option)->count() > 0;
}

QString Arguments::word(const char *option) const
{
    return words(option).value(0);
}

QStringList Arguments::words(const char *option) const
{
    QStringList list;
    for (const std::string &word : m_app.get_option(option)->results())
        list << unmarked(word);
    return list;
}

template<class T>
T Arguments::take(const Result<T> &result)
{
    if (result)
        return *result;
    refuse(result.error());
    return {};
}

QString Arguments::name(const char *option)
{
    return has(option) ? take(cleanName(word(option))) : QString();
}

QString Arguments::text(const char *option)
{
    return has(option) ? take(cleanText(word(option))) : QString();
}

QDate Arguments::date(const char *option)
{
    return has(option) ? take(parseDate(word(option))) : QDate();
}

std::optional<double> Arguments::number(const char *option, const QString &unit)
{
    if (!has(option))
        return std::nullopt;
    return take(parseNumber(word(option), unit));
}

std::optional<double> Arguments::weight(const char *option)
{
    const std::optional<double> weight = number(option);
    check(checkWeight(weight));
    return weight;
}

qint64 Arguments::integer(const char *option, qint64 low, qint64 high, qint64 fallback)
{
    if (!has(option))
        return fallback;
    const QString text = word(option);
    bool isWhole = false;
    const qint64 number = text.toLongLong(&isWhole);
    if (!isWhole)
        refuse({Error::Code::NumberInvalid, {text}});
    else if (number < low || number > high)
        refuse({Error::Code::OutOfRange, {text, QString::number(low), QString::number(high)}});
    return number;
}

QList<std::pair<QString, QString>> Arguments::pairs(const char *option)
{
    QList<std::pair<QString, QString>> list;
    for (const QString &word : words(option)) {
        const qsizetype sign = word.indexOf(u'=');
        if (sign <= 0)
            refuse(usage(u"“%1” after %2 has no “=”"_s.arg(word, QString::fromLatin1(option))));
        list.append({word.left(sign), word.mid(sign + 1)});
    }
    return list;
}

void Arguments::check(const Done &done)
{
    if (!done)
        refuse(done.error());
}

void Arguments::refuse(const Error &error)
{
    if (!m_error)
        m_error = error;
}

} // namespace milepost::ctl
