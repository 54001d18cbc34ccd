// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/fieldtexts.h"

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

template<class T, class Value>
Done take(Result<T> result, Value &field)
{
    if (!result)
        return result.error();
    field = *std::move(result);
    return {};
}

QStringList listOf(const QString &text)
{
    QStringList words;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts))
        words << word.trimmed();
    return words;
}

// A name may hold a comma itself, so the whole text is tried first.
Result<QList<Named>> lookUpAll(const Situation &in, const QString &text, Named::Kinds kinds)
{
    QList<Named> list;
    if (text.trimmed().isEmpty())
        return list;
    const Result<Named> whole = lookUp(in.state, in.asker, text, kinds);
    if (whole)
        return QList<Named>{*whole};
    for (const QString &word : listOf(text)) {
        const Result<Named> named = lookUp(in.state, in.asker, word, kinds);
        if (!named)
            return named.error();
        list.append(*named);
    }
    return list;
}

} // namespace

Done readName(const QString &text, QString &field)
{
    return take(cleanName(text), field);
}

Done readText(const QString &text, QString &field)
{
    return take(cleanText(text), field);
}

Done readFlag(const QString &text, bool &field)
{
    static const QStringList kYes = {u"1"_s, u"yes"_s, u"true"_s};
    static const QStringList kNo = {u"0"_s, u"no"_s, u"false"_s};
    if (!kYes.contains(text) && !kNo.contains(text))
        return Error{Error::Code::WordUnknown, {text, u"yes"_s, u"no"_s}};
    field = kYes.contains(text);
    return {};
}

Done readNumber(const QString &text, const QString &unit, double &field)
{
    return take(parseNumber(text, unit), field);
}

Done readNumber(const QString &text, const QString &unit, std::optional<double> &field)
{
    if (text.isEmpty()) {
        field.reset();
        return {};
    }
    return take(parseNumber(text, unit), field);
}

Done readDate(const QString &text, QDate &field)
{
    if (text.isEmpty()) {
        field = {};
        return {};
    }
    return take(parseDate(text), field);
}

Done readPhases(const QString &text, QList<Phase> &field)
{
    field.clear();
    for (const QString &word : listOf(text)) {
        const Result<QDate> date = parseDate(word.section(u':', 0, 0));
        if (!date)
            return date.error();
        const Result<double> expected = parseNumber(word.section(u':', 1));
        if (!expected)
            return expected.error();
        if (*expected < 0 || *expected > 1)
            return Error{Error::Code::OutOfRange, {word.section(u':', 1), u"0"_s, u"1"_s}};
        field.append({*date, *expected});
    }
    std::sort(field.begin(), field.end(),
              [](const Phase &left, const Phase &right) { return left.date < right.date; });
    return {};
}

Done readOwners(const Situation &in, const QString &text, QList<Owner> &field)
{
    const Result<QList<Named>> names = lookUpAll(in, text, Named::Kind::Person | Named::Kind::Team);
    if (!names)
        return names.error();
    field.clear();
    for (const Named &named : *names) {
        const bool isPerson = named.kind == Named::Kind::Person;
        if (isPerson && !in.state.find(PersonId(named.id))->isActive())
            return Error{Error::Code::PersonLeft, {named.name}};
        field.append(isPerson ? Owner{PersonId(named.id), {}} : Owner{{}, TeamId(named.id)});
    }
    return {};
}

Done readTeams(const Situation &in, const QString &text, QList<TeamId> &field)
{
    const Result<QList<Named>> names = lookUpAll(in, text, Named::Kind::Team);
    if (!names)
        return names.error();
    field.clear();
    for (const Named &named : *names)
        field.append(TeamId(named.id));
    return {};
}

} // namespace milepost
