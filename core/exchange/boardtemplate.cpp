// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/boardtemplate.h"

#include "core/exchange/sourcefile.h"
#include "core/exchange/templatepart.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr qint64 kMostBytes = qint64(4) * 1024 * 1024;
constexpr int kVersion = 1;
constexpr const char *kFormat = "milepost-template";

void read(TemplatePart part, MilestonePart &made)
{
    part.known({"title", "weight"});
    part.read("title", made.title);
    part.require("title");
    part.read("weight", made.weight);
}

void read(TemplatePart part, TemplatePhase &phase)
{
    part.known({"at", "expected"});
    std::optional<double> at;
    std::optional<double> expected;
    part.read("at", at);
    part.read("expected", expected);
    part.require("at");
    part.require("expected");
    phase = {at.value_or(0), expected.value_or(0)};
}

void read(TemplatePart part, TemplateKeyResult &made)
{
    KeyResult &keyResult = made.keyResult;
    part.known({"title", "kind", "from", "to", "low", "high", "commit", "stretch", "unit", "cadence",
                "weight", "kpi", "parts", "phases"});
    part.read("title", keyResult.title);
    part.require("title");
    part.read("kind", keyResult.kind);
    part.read("unit", keyResult.unit);
    const QString &unit = keyResult.unit;
    part.read("from", keyResult.start, unit);
    part.read("to", keyResult.target, unit);
    part.read("low", keyResult.low, unit);
    part.read("high", keyResult.high, unit);
    part.read("commit", keyResult.commit, unit);
    part.read("stretch", keyResult.stretch, unit);
    part.read("cadence", keyResult.cadence);
    part.read("weight", keyResult.weight);
    part.read("kpi", made.kpi);
    part.each("parts", [&made](const TemplatePart &one) { read(one, made.parts.emplace_back()); });
    part.each("phases", [&made](const TemplatePart &one) { read(one, made.phases.emplace_back()); });
}

void read(TemplatePart part, TemplateObjective &made)
{
    Objective &objective = made.objective;
    part.known({"title", "why", "kind", "weight", "keyResults"});
    part.read("title", objective.title);
    part.require("title");
    part.read("why", objective.why);
    part.read("kind", objective.kind);
    part.read("weight", objective.weight);
    part.each("keyResults", [&made](const TemplatePart &one) { read(one, made.keyResults.emplace_back()); });
}

void read(TemplatePart part, TemplateKpi &made)
{
    Kpi &kpi = made.kpi;
    part.known({"name", "unit", "good", "cadence", "aggregate", "amber", "target", "low", "high",
                "definition", "source", "nature", "timing", "guardrail", "formula"});
    part.read("name", kpi.name);
    part.require("name");
    part.read("unit", kpi.unit);
    part.read("good", kpi.direction);
    part.read("cadence", kpi.cadence);
    part.read("aggregate", kpi.aggregate);
    std::optional<double> amber;
    part.read("amber", amber, kpi.unit);
    kpi.amber = amber.value_or(0);
    Target target;
    part.read("target", target.value, kpi.unit);
    part.read("low", target.low, kpi.unit);
    part.read("high", target.high, kpi.unit);
    if (target != Target())
        made.target = target;
    part.read("definition", kpi.definition);
    part.read("source", kpi.source);
    part.read("nature", kpi.nature);
    part.read("timing", kpi.timing);
    part.read("guardrail", made.guardrail);
    part.read("formula", kpi.formula);
}

void read(TemplatePart part, BoardTemplate &made)
{
    part.known({"format", "version", "name", "summary", "advice", "description", "objectives", "kpis"});
    part.read("name", made.name);
    part.require("name");
    part.read("summary", made.summary);
    part.read("advice", made.advice);
    part.read("description", made.description);
    part.each("objectives", [&made](const TemplatePart &one) { read(one, made.objectives.emplace_back()); });
    part.each("kpis", [&made](const TemplatePart &one) { read(one, made.kpis.emplace_back()); });
}

Error inFile(const TemplateFault &fault, const QString &source)
{
    const QStringList &values = fault.error.values;
    if (fault.error.code == Error::Code::TemplateTooLarge)
        return {Error::Code::TemplateTooLarge, QStringList{source} + values.mid(1)};
    if (fault.error.code == Error::Code::NameUnknown)
        return {Error::Code::TemplateReference, {source, fault.place, values.value(0)}};
    return {Error::Code::TemplateUnfit,
            QStringList{source, fault.place, QString::number(int(fault.error.code))} + values};
}

Error syntaxError(QByteArrayView bytes, std::size_t position, const QString &source)
{
    const QByteArrayView before = bytes.first(qBound(0, qsizetype(position) - 1, bytes.size()));
    const qsizetype line = std::count(before.begin(), before.end(), '\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return {Error::Code::TemplateSyntax, {source, QString::number(line), QString::number(column)}};
}

Result<TemplateJson> parseJson(QByteArrayView bytes, const QString &source)
{
    try {
        return TemplateJson::parse(bytes.begin(), bytes.end());
    } catch (const TemplateJson::parse_error &error) {
        return syntaxError(bytes, error.byte, source);
    } catch (const TemplateJson::exception &) { // a number beyond all bounds
        return Error{Error::Code::TemplateForeign, {source}};
    }
}

Done checkFormat(const TemplateJson &json, const QString &source)
{
    const auto format = json.is_object() ? json.find("format") : json.end();
    if (format == json.end() || *format != kFormat)
        return Error{Error::Code::TemplateForeign, {source}};
    const auto version = json.find("version");
    if (version == json.end())
        return Error{Error::Code::TemplateNeeds, {source, QString(), u"version"_s}};
    if (!version->is_number_integer() || version->get<qint64>() < 1)
        return Error{Error::Code::TemplateType, {source, u"version"_s, u"number"_s}};
    if (version->get<qint64>() > kVersion)
        return Error{Error::Code::TemplateNewer, {source, QString::number(version->get<qint64>())}};
    return {};
}

} // namespace

Result<BoardTemplate> parseTemplate(QByteArrayView bytes, const QString &source)
{
    if (bytes.size() > kMostBytes)
        return Error{Error::Code::FileTooLarge,
                     {source, QString::number(bytes.size()), QString::number(kMostBytes)}};
    const Result<TemplateJson> json = parseJson(bytes, source);
    if (!json)
        return json.error();
    if (const Done done = checkFormat(*json, source); !done)
        return done.error();
    BoardTemplate made;
    std::optional<Error> fault;
    read(TemplatePart(*json, source, {}, fault), made);
    if (fault)
        return *fault;
    if (const std::optional<TemplateFault> broken = faultIn(made))
        return inFile(*broken, source);
    return made;
}

Result<BoardTemplate> readTemplate(const QString &path)
{
    const Result<std::unique_ptr<SourceFile>> file = SourceFile::open(path, kMostBytes);
    if (!file)
        return file.error();
    return parseTemplate((*file)->bytes(), path);
}

namespace {

TemplateJson written(const MilestonePart &part)
{
    TemplateJson json;
    put(json, "title", part.title);
    put(json, "weight", part.weight);
    return json;
}

TemplateJson written(const TemplatePhase &phase)
{
    TemplateJson json;
    put(json, "at", std::optional(phase.at));
    put(json, "expected", std::optional(phase.expected));
    return json;
}

TemplateJson written(const TemplateKeyResult &made)
{
    const KeyResult &keyResult = made.keyResult;
    TemplateJson json;
    put(json, "title", keyResult.title);
    put(json, "kind", keyResult.kind);
    put(json, "from", keyResult.start, keyResult.unit);
    put(json, "to", keyResult.target, keyResult.unit);
    put(json, "low", keyResult.low, keyResult.unit);
    put(json, "high", keyResult.high, keyResult.unit);
    put(json, "commit", keyResult.commit, keyResult.unit);
    put(json, "stretch", keyResult.stretch, keyResult.unit);
    put(json, "unit", keyResult.unit);
    put(json, "cadence", keyResult.cadence);
    put(json, "weight", keyResult.weight);
    put(json, "kpi", made.kpi);
    for (const MilestonePart &part : made.parts)
        json["parts"].push_back(written(part));
    for (const TemplatePhase &phase : made.phases)
        json["phases"].push_back(written(phase));
    return json;
}

TemplateJson written(const TemplateObjective &made)
{
    TemplateJson json;
    put(json, "title", made.objective.title);
    put(json, "why", made.objective.why);
    put(json, "kind", made.objective.kind);
    put(json, "weight", made.objective.weight);
    for (const TemplateKeyResult &keyResult : made.keyResults)
        json["keyResults"].push_back(written(keyResult));
    return json;
}

TemplateJson written(const TemplateKpi &made)
{
    const Kpi &kpi = made.kpi;
    const Target target = made.target.value_or(Target());
    TemplateJson json;
    put(json, "name", kpi.name);
    put(json, "definition", kpi.definition);
    put(json, "source", kpi.source);
    put(json, "unit", kpi.unit);
    put(json, "good", kpi.direction);
    put(json, "target", target.value, kpi.unit);
    put(json, "low", target.low, kpi.unit);
    put(json, "high", target.high, kpi.unit);
    if (kpi.amber > 0)
        put(json, "amber", std::optional(kpi.amber), kpi.unit);
    put(json, "cadence", kpi.cadence);
    put(json, "aggregate", kpi.aggregate);
    if (kpi.nature != Nature::Unsaid)
        put(json, "nature", kpi.nature);
    if (kpi.timing != Timing::Unsaid)
        put(json, "timing", kpi.timing);
    put(json, "guardrail", made.guardrail);
    put(json, "formula", kpi.formula);
    return json;
}

} // namespace

QByteArray jsonOf(const BoardTemplate &content)
{
    TemplateJson json;
    json["format"] = kFormat;
    json["version"] = kVersion;
    put(json, "name", content.name);
    put(json, "summary", content.summary);
    put(json, "advice", content.advice);
    put(json, "description", content.description);
    for (const TemplateObjective &objective : content.objectives)
        json["objectives"].push_back(written(objective));
    for (const TemplateKpi &kpi : content.kpis)
        json["kpis"].push_back(written(kpi));
    return QByteArray::fromStdString(json.dump(2)) + '\n';
}

Done writeTemplate(const BoardTemplate &content, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = jsonOf(content);
    // Flushed by hand: a commit does not notice when what is left has no room.
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() ||
        !file.commit())
        return Error{Error::Code::FileUnwritable, {path, file.errorString()}};
    return {};
}

} // namespace milepost
