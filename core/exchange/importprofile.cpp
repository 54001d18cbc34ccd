// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importprofile.h"

#include "core/domain/texts.h"
#include "core/exchange/seriesnames.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr int kVersion = 1;
constexpr qsizetype kDigits = 32;

template<class Choice>
void put(QJsonObject &object, const QString &key, std::optional<Choice> choice)
{
    if (choice)
        object.insert(key, wordOf(*choice));
}

template<class Choice>
std::optional<Choice> choiceIn(const QJsonObject &object, const QString &key)
{
    return fromWord<Choice>(object.value(key).toString());
}

void putText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

QJsonObject decimalsOf(const CsvMapping &mapping)
{
    QJsonObject object;
    for (auto one = mapping.decimals.constBegin(); one != mapping.decimals.constEnd(); ++one)
        object.insert(one.key(), wordOf(one.value()));
    return object;
}

void putColumns(QJsonObject &object, const CsvMapping &mapping)
{
    putText(object, u"date"_s, mapping.date);
    putText(object, u"series"_s, mapping.series);
    putText(object, u"note"_s, mapping.note);
    putText(object, u"numerator"_s, mapping.numerator);
    putText(object, u"denominator"_s, mapping.denominator);
    if (!mapping.values.isEmpty())
        object.insert(u"values"_s, QJsonArray::fromStringList(mapping.values));
}

void putConventions(QJsonObject &object, const CsvMapping &mapping)
{
    putText(object, u"date_format"_s, mapping.dateFormat);
    put(object, u"date_order"_s, mapping.dateOrder);
    if (!mapping.decimals.isEmpty())
        object.insert(u"decimals"_s, decimalsOf(mapping));
    if (mapping.combine != Combine::None)
        object.insert(u"combine"_s, wordOf(mapping.combine));
}

void putKpis(QJsonObject &object, const CsvMapping &mapping)
{
    putText(object, u"board"_s, mapping.board);
    putText(object, u"kpi"_s, mapping.name);
    putText(object, u"unit"_s, mapping.unit.value_or(QString()));
    put(object, u"good"_s, mapping.direction);
    put(object, u"cadence"_s, mapping.cadence);
    if (mapping.target)
        object.insert(u"target"_s, *mapping.target);
}

QStringList textsIn(const QJsonObject &object, const QString &key)
{
    QStringList texts;
    const QJsonArray values = object.value(key).toArray();
    for (const QJsonValue &one : values)
        texts << one.toString();
    return texts;
}

CsvMapping mappingIn(const QJsonObject &object)
{
    const auto text = [&object](const QString &key) -> QString { return object.value(key).toString(); };
    CsvMapping mapping;
    mapping.date = text(u"date"_s);
    mapping.series = text(u"series"_s);
    mapping.note = text(u"note"_s);
    mapping.numerator = text(u"numerator"_s);
    mapping.denominator = text(u"denominator"_s);
    mapping.values = textsIn(object, u"values"_s);
    mapping.dateFormat = text(u"date_format"_s);
    mapping.dateOrder = choiceIn<DateOrder>(object, u"date_order"_s);
    const QJsonObject decimals = object.value(u"decimals"_s).toObject();
    for (auto one = decimals.constBegin(); one != decimals.constEnd(); ++one)
        if (const auto mark = fromWord<DecimalMark>(one.value().toString()))
            mapping.decimals.insert(one.key(), *mark);
    mapping.combine = choiceIn<Combine>(object, u"combine"_s).value_or(Combine::None);
    mapping.board = text(u"board"_s);
    mapping.name = text(u"kpi"_s);
    if (object.contains(u"unit"_s))
        mapping.unit = text(u"unit"_s);
    mapping.direction = choiceIn<Direction>(object, u"good"_s);
    mapping.cadence = choiceIn<Cadence>(object, u"cadence"_s);
    if (object.value(u"target"_s).isDouble())
        mapping.target = object.value(u"target"_s).toDouble();
    return mapping;
}

} // namespace

QString signatureOf(const QStringList &headings)
{
    QStringList names;
    for (const QString &heading : headings)
        names << folded(asHeading(heading));
    names.sort();
    const QByteArray bytes = names.join(QChar(0x1f)).toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(kDigits));
}

QString profileNameFor(const QString &file)
{
    static const QRegularExpression changing(u"[\\s_.()-]*[0-9][0-9\\s_.()-]*"_s);
    const QString whole = QFileInfo(file).completeBaseName();
    QString name = whole;
    name.replace(changing, u" "_s);
    name.replace(u'_', u' ');
    name = name.simplified();
    return name.isEmpty() ? whole : name;
}

QJsonObject toJson(const ImportProfile &profile)
{
    QJsonObject object{
        {u"version"_s, kVersion}, {u"name"_s, profile.name}, {u"signature"_s, profile.signature}};
    putColumns(object, profile.mapping);
    putConventions(object, profile.mapping);
    putKpis(object, profile.mapping);
    return object;
}

std::optional<ImportProfile> profileFromJson(const QJsonObject &object)
{
    ImportProfile profile{object.value(u"name"_s).toString(), object.value(u"signature"_s).toString(),
                          mappingIn(object)};
    if (object.value(u"version"_s).toInt() != kVersion || profile.signature.isEmpty())
        return std::nullopt;
    return profile;
}

} // namespace milepost
