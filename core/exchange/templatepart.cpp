// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/templatepart.h"

#include "core/domain/number.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

/// As a percentage where that is the unit, with the digits that the fraction has: 0.07 is 7, not
/// 7.000000000000001.
double shown(double number, const QString &unit)
{
    if (unit != u"%")
        return number;
    const QString digits = QString::number(number, 'e', QLocale::FloatingPointShortest);
    const qsizetype at = digits.indexOf(u'e');
    const QString shifted =
        digits.left(at + 1) + QString::number(QStringView(digits).mid(at + 1).toInt() + 2);
    return shifted.toDouble();
}

} // namespace

TemplatePart::TemplatePart(const TemplateJson &json, QString source, const QString &place,
                           std::optional<Error> &fault)
    : m_json(json)
    , m_source(std::move(source))
    , m_place(place)
    , m_fault(fault)
{
    if (!json.is_object())
        fail(Error::Code::TemplateType, place, {u"object"_s});
}

void TemplatePart::known(const QList<const char *> &fields)
{
    if (m_fault)
        return;
    QStringList names;
    for (const char *field : fields)
        names.append(QString::fromLatin1(field));
    for (const auto &[key, value] : m_json.items())
        if (const QString name = QString::fromStdString(key); !names.contains(name))
            return fail(Error::Code::TemplateField, m_place, QStringList{name} + names);
}

void TemplatePart::require(const char *field)
{
    if (!m_fault && !find(field))
        fail(Error::Code::TemplateNeeds, m_place, {QString::fromLatin1(field)});
}

void TemplatePart::read(const char *field, QString &text)
{
    const TemplateJson *value = find(field);
    if (!value)
        return;
    if (value->is_string())
        text = QString::fromStdString(value->get<std::string>());
    else
        fail(Error::Code::TemplateType, below(field), {u"text"_s});
}

void TemplatePart::read(const char *field, std::optional<double> &number, const QString &unit)
{
    const TemplateJson *value = find(field);
    if (!value)
        return;
    if (!value->is_number())
        return fail(Error::Code::TemplateType, below(field), {u"number"_s});
    const QString digits = QString::number(value->get<double>(), 'g', QLocale::FloatingPointShortest);
    const Result<double> parsed = parseNumber(digits, unit);
    if (parsed)
        number = *parsed;
    else
        fail(Error::Code::TemplateType, below(field), {u"number"_s});
}

void TemplatePart::each(const char *field, const std::function<void(const TemplatePart &)> &visit)
{
    const TemplateJson *value = find(field);
    if (!value)
        return;
    if (!value->is_array())
        return fail(Error::Code::TemplateType, below(field), {u"list"_s});
    int index = 0;
    for (const TemplateJson &one : *value) {
        const QString place = below(field) + u' ' + QString::number(++index);
        visit(TemplatePart(one, m_source, place, m_fault));
    }
}

const TemplateJson *TemplatePart::find(const char *field) const
{
    if (m_fault)
        return nullptr;
    const auto found = m_json.find(field);
    return found == m_json.end() ? nullptr : &*found;
}

QString TemplatePart::below(const char *field) const
{
    const QString name = QString::fromLatin1(field);
    return m_place.isEmpty() ? name : QString(m_place + u" / " + name);
}

void TemplatePart::fail(Error::Code code, const QString &place, const QStringList &values)
{
    if (!m_fault)
        m_fault = Error{code, QStringList{m_source, place} + values};
}

void put(TemplateJson &json, const char *field, const QString &text)
{
    if (!text.isEmpty())
        json[field] = text.toStdString();
}

void put(TemplateJson &json, const char *field, std::optional<double> number, const QString &unit)
{
    if (!number)
        return;
    constexpr double kExact = 1e15; // up to here whole numbers are written without a point
    const double value = shown(*number, unit);
    if (std::abs(value) < kExact && value == std::trunc(value))
        json[field] = static_cast<qint64>(value);
    else
        json[field] = value;
}

} // namespace milepost
