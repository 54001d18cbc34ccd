// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/boardtemplate.h"
#include "core/exchange/templateshelf.h"
#include "core/storage/verifier.h"
#include "tests/support/workspaces.h"

#include <QDir>

using namespace milepost;
using namespace milepost::tests;

namespace {

QStringList builtIn()
{
    const QDir folder(QStringLiteral(MILEPOST_TEST_DATA "/../../../resources/templates"));
    QStringList paths;
    for (const QString &name : folder.entryList({u"*.json"_s}))
        paths << folder.filePath(name);
    return paths;
}

BoardTemplate read(const QString &path)
{
    const Result<BoardTemplate> content = readTemplate(path);
    if (!content)
        FAIL(path.toStdString() << ": " << int(content.error().code) << ' '
                                << content.error().values.join(u", "_s).toStdString());
    return *content;
}

const QByteArray kHead = R"({"format": "milepost-template", "version": 1, "name": "T")";

Error refusal(const QByteArray &bytes)
{
    const Result<BoardTemplate> content = parseTemplate(bytes, u"t.json"_s);
    REQUIRE_FALSE(content);
    return content.error();
}

BoardId made(Desk &desk, const BoardTemplate &content, const QString &name, CycleId cycle = {})
{
    const AddFromTemplate request{{name, Visibility::Public, cycle}, content};
    return desk.must(desk.ann, [&](Situation &in) { return addFromTemplate(in, request); })
        .of<Board>()
        .added.first()
        .id;
}

BoardTemplate savedFrom(const Desk &desk, BoardId board)
{
    const Result<BoardTemplate> content = templateOf(desk.state(), desk.ann, board, kDay);
    REQUIRE(content);
    return *content;
}

/// What saving a board leaves out: it is the template's own.
BoardTemplate withoutNotes(BoardTemplate content)
{
    content.name.clear();
    content.summary.clear();
    content.advice.clear();
    return content;
}

/// A key result that says nothing of its start begins at 0.
BoardTemplate withStarts(BoardTemplate content)
{
    for (TemplateObjective &objective : content.objectives)
        for (TemplateKeyResult &one : objective.keyResults)
            if (one.keyResult.kind == KeyResultKind::Reach && !one.keyResult.start)
                one.keyResult.start = 0;
    return content;
}

} // namespace

TEST_CASE("every built-in template is complete: kinds, definitions, guardrails, a word of warning",
          "[template]")
{
    const QStringList paths = builtIn();
    REQUIRE(paths.size() >= 8);
    QSet<KeyResultKind> kinds;
    for (const QString &path : paths) {
        INFO(path.toStdString());
        const BoardTemplate content = read(path);
        CHECK_FALSE(content.summary.isEmpty());
        CHECK_FALSE(content.advice.isEmpty());
        CHECK_FALSE(content.description.isEmpty());
        CHECK(content.objectives.size() >= 2);
        CHECK(content.objectives.size() <= 4);
        for (const TemplateObjective &objective : content.objectives) {
            CHECK(objective.keyResults.size() >= 2);
            CHECK(objective.keyResults.size() <= 4);
            CHECK_FALSE(objective.objective.why.isEmpty());
            for (const TemplateKeyResult &keyResult : objective.keyResults)
                kinds.insert(keyResult.keyResult.kind);
        }
        CHECK(content.kpis.size() >= 5);
        CHECK(content.kpis.size() <= 8);
        int guarded = 0;
        int withTarget = 0;
        for (const TemplateKpi &kpi : content.kpis) {
            INFO(kpi.kpi.name.toStdString());
            CHECK(kpi.kpi.definition.size() > 40);
            CHECK_FALSE(kpi.kpi.source.isEmpty());
            CHECK(kpi.kpi.nature != Nature::Unsaid);
            CHECK(kpi.kpi.timing != Timing::Unsaid);
            guarded += kpi.guardrail.isEmpty() ? 0 : 1;
            withTarget += kpi.target ? 1 : 0;
        }
        CHECK(guarded >= 2);
        CHECK(withTarget >= 4);
    }
    CHECK(kinds.size() == 6);
}

TEST_CASE("a key result and the KPI that drives it are of one unit", "[template]")
{
    for (const QString &path : builtIn()) {
        const BoardTemplate content = read(path);
        for (const TemplateObjective &objective : content.objectives)
            for (const TemplateKeyResult &keyResult : objective.keyResults)
                for (const TemplateKpi &kpi : content.kpis)
                    if (kpi.kpi.name == keyResult.kpi) {
                        INFO(path.toStdString() << ' ' << kpi.kpi.name.toStdString());
                        CHECK(kpi.kpi.unit == keyResult.keyResult.unit);
                    }
    }
}

TEST_CASE("a board is made of a template by one entry, and one undo takes it back", "[template]")
{
    Desk desk;
    const CycleId cycle = desk.cycle(u"Q4"_s);
    const BoardTemplate content = read(builtIn().first());
    const qint64 before = desk.state().seq;

    const BoardId board = made(desk, content, u"Mine"_s, cycle);

    CHECK(desk.state().seq == before + 1);
    CHECK(desk.state().find(board)->description == content.description);
    CHECK(desk.state().of<Kpi>().of(board).size() == content.kpis.size());
    CHECK(desk.state().of<Objective>().of(board).size() == content.objectives.size());
    const QList<Owner> owners = {{desk.ann, {}}};
    for (const Objective *objective : desk.state().of<Objective>().of(board))
        CHECK(objective->owners == owners);
    for (const Kpi *kpi : desk.state().of<Kpi>().of(board))
        CHECK(kpi->owners == owners);
    REQUIRE(desk.undo(desk.ann));
    CHECK(desk.state().find(board) == nullptr);
    CHECK(desk.state().of<Kpi>().isEmpty());
    CHECK(desk.state().of<Target>().isEmpty());
    CHECK(desk.state().of<MilestonePart>().isEmpty());
    REQUIRE(desk.redo(desk.ann));
    CHECK(desk.state().of<Kpi>().of(board).size() == content.kpis.size());
    CHECK(verify(desk.file->engine(), {})->findings.isEmpty());
}

TEST_CASE("from template to board to file and back nothing is lost", "[template]")
{
    Desk desk;
    const CycleId cycle = desk.cycle(u"Q4"_s);
    for (const QString &path : builtIn()) {
        INFO(path.toStdString());
        const BoardTemplate content = read(path);
        const BoardId board = made(desk, content, content.name, cycle);
        const BoardTemplate saved = savedFrom(desk, board);

        CHECK(saved.name == content.name);
        BoardTemplate expected = withStarts(withoutNotes(content));
        BoardTemplate present = withoutNotes(saved);
        for (BoardTemplate *one : {&expected, &present}) // a date is a day: the share comes back nearly
            for (TemplateObjective &objective : one->objectives)
                for (TemplateKeyResult &keyResult : objective.keyResults)
                    for (TemplatePhase &phase : keyResult.phases)
                        phase.at = qRound(phase.at * 20);
        CHECK(present == expected);
        const Result<BoardTemplate> again = parseTemplate(jsonOf(saved), u"again"_s);
        REQUIRE(again);
        CHECK(*again == saved);
    }
}

TEST_CASE("a board that was worked on, saved and made again, is the same in structure", "[template]")
{
    Desk desk;
    const BoardId first = made(desk, read(builtIn().last()), u"First"_s);
    const KpiId kpi = desk.state().of<Kpi>().of(first).first()->id;
    desk.record(desk.ann, Desk::value(desk.kpi(desk.ann, first, u"Extra"_s), 3));
    desk.must(desk.ann, [&](Situation &in) {
        return editFields(in, desk.named(kpi), {{u"owner"_s, u"Ann"_s}, {u"name"_s, u"Renamed “x” %1"_s}});
    });
    const KpiId gone = desk.kpi(desk.ann, first, u"Out of use"_s);
    desk.must(desk.ann, [&](Situation &in) { return archive(in, desk.named(gone)); });
    const QString path = desk.path(u"saved.json"_s);

    REQUIRE(writeTemplate(savedFrom(desk, first), path));
    const BoardId second = made(desk, read(path), u"Second"_s);

    BoardTemplate one = savedFrom(desk, first);
    BoardTemplate other = savedFrom(desk, second);
    CHECK(withoutNotes(one) == withoutNotes(other));
    CHECK(one.kpis.last().kpi.name == u"Extra"_s);
    const QByteArray bytes = bytesOf(path);
    CHECK_FALSE(bytes.contains("Ann"));
    CHECK_FALSE(bytes.contains("2026"));
    CHECK_FALSE(bytes.contains("Out of use"));
}

TEST_CASE("nothing of a board leaves for someone who may not see it", "[template]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId hidden = desk.board(desk.ann, u"Hidden"_s, Visibility::Private);

    const Result<BoardTemplate> content = templateOf(desk.state(), bob, hidden, kDay);

    REQUIRE_FALSE(content);
    CHECK(content.error().code == Error::Code::NameUnknown);
}

TEST_CASE("a driver or guardrail on another board stays behind", "[template]")
{
    Desk desk;
    const BoardId here = desk.board(desk.ann, u"Here"_s);
    const BoardId there = desk.board(desk.ann, u"There"_s);
    const KpiId away = desk.kpi(desk.ann, there, u"Away"_s);
    const KpiId home = desk.kpi(desk.ann, here, u"Home"_s);
    desk.keyResult(desk.ann, desk.objective(desk.ann, here, u"Goal"_s), u"Driven"_s, away);
    desk.must(desk.ann, [&](Situation &in) {
        return editFields(in, desk.named(home), {{u"guardrail"_s, u"Away"_s}});
    });

    const BoardTemplate content = savedFrom(desk, here);

    CHECK(content.objectives.first().keyResults.first().kpi.isEmpty());
    CHECK(content.kpis.first().guardrail.isEmpty());
    CHECK_FALSE(jsonOf(content).contains("Away"));
}

TEST_CASE("percentages stand in the file as people write them, exactly", "[template]")
{
    for (const double value : {0.07, 0.751, 0.999, 1.08, 0.005, 1.0 / 3, -0.03, 1e-7, 12.5}) {
        BoardTemplate content;
        content.name = u"T"_s;
        TemplateKpi kpi;
        kpi.kpi.name = u"K"_s;
        kpi.kpi.unit = u"%"_s;
        kpi.target.emplace();
        kpi.target->value = value;
        content.kpis = {kpi};

        const Result<BoardTemplate> again = parseTemplate(jsonOf(content), u"t"_s);

        REQUIRE(again);
        CHECK(again->kpis.first().target->value == value);
    }
    BoardTemplate content =
        *parseTemplate(QByteArray(kHead + R"(, "kpis": [{"name": "K", "unit": "%", "target": 7}]})"), u"t"_s);
    CHECK(content.kpis.first().target->value == 0.07);
    CHECK(jsonOf(content).contains(R"("target": 7,)"));
}

TEST_CASE("what does not fit in a template file is refused with its place", "[template]")
{
    struct Case
    {
        QByteArray bytes;
        Error::Code code;
        QStringList values;
    };
    using enum Error::Code;
    const QByteArray kKr = kHead + R"(, "objectives": [{"title": "O", "keyResults": [{"title": "K", )";
    const QList<Case> cases = {
        {"[1, 2]", TemplateForeign, {u"t.json"_s}},
        {R"({"name": "T"})", TemplateForeign, {u"t.json"_s}},
        {R"({"format": "milepost-export", "version": 1})", TemplateForeign, {u"t.json"_s}},
        {R"({"format": "milepost-template"})", TemplateNeeds, {u"t.json"_s, QString(), u"version"_s}},
        {R"({"format": "milepost-template", "version": 2})", TemplateNewer, {u"t.json"_s, u"2"_s}},
        {R"({"format": "milepost-template", "version": 1})",
         TemplateNeeds,
         {u"t.json"_s, QString(), u"name"_s}},
        {kHead + ",\n\n  oops}", TemplateSyntax, {u"t.json"_s, u"3"_s, u"3"_s}},
        {kHead, TemplateSyntax, {}},
        {kHead + R"(, "kpis": {}})", TemplateType, {u"t.json"_s, u"kpis"_s, u"list"_s}},
        {kHead + R"(, "kpis": ["x"]})", TemplateType, {u"t.json"_s, u"kpis 1"_s, u"object"_s}},
        {kHead + R"(, "kpis": [{"name": 5}]})", TemplateType, {u"t.json"_s, u"kpis 1 / name"_s, u"text"_s}},
        {kHead + R"(, "kpis": [{"name": "K", "target": "5"}]})",
         TemplateType,
         {u"t.json"_s, u"kpis 1 / target"_s, u"number"_s}},
        {kHead + R"(, "kpis": [{}]})", TemplateNeeds, {u"t.json"_s, u"kpis 1"_s, u"name"_s}},
        {kHead + R"(, "kpis": [{"name": "K"}, {"name": "K"}]})",
         TemplateUnfit,
         {u"t.json"_s, u"kpis 2"_s, QString::number(int(NameTaken)), u"K"_s}},
        {kHead + R"(, "kpis": [{"name": "K", "guardrail": "L"}]})",
         TemplateReference,
         {u"t.json"_s, u"kpis 1"_s, u"L"_s}},
        {kHead + R"(, "kpis": [{"name": "K", "formula": "1 +"}]})", TemplateUnfit, {}},
        {kKr + R"("to": 1, "kpi": "L"}]}]})",
         TemplateReference,
         {u"t.json"_s, u"objectives 1 / keyResults 1"_s, u"L"_s}},
        {kKr + R"("kind": "above"}]}]})",
         TemplateUnfit,
         {u"t.json"_s, u"objectives 1 / keyResults 1"_s, QString::number(int(KindNeeds)), u"above"_s,
          u"to"_s}},
        {kKr + R"("to": 1, "phases": [{"at": 2, "expected": 1}]}]}]})", TemplateUnfit, {}},
        {kKr + R"("to": 1e999}]}]})", TemplateForeign, {}},
    };
    for (const Case &one : cases) {
        INFO(one.bytes.toStdString());
        const Error error = refusal(one.bytes);
        CHECK(error.code == one.code);
        if (!one.values.isEmpty())
            CHECK(error.values == one.values);
    }
    const Error field = refusal(kKr + R"("color": "red"}]}]})");
    CHECK(field.code == TemplateField);
    CHECK(field.values.mid(1, 2) == QStringList{u"objectives 1 / keyResults 1"_s, u"color"_s});
    const Error word = refusal(kKr + R"("kind": "grow"}]}]})");
    CHECK(word.code == TemplateWord);
    CHECK(word.values.mid(1, 3) ==
          QStringList{u"objectives 1 / keyResults 1 / kind"_s, u"grow"_s, u"reach"_s});
}

TEST_CASE("a template beyond all bounds is refused before anything is made of it", "[template]")
{
    BoardTemplate content;
    content.name = u"T"_s;
    for (int i = 0; i <= kMostTemplateRows; ++i) {
        TemplateKpi kpi;
        kpi.kpi.name = QString::number(i);
        content.kpis.append(kpi);
    }

    CHECK(refusal(jsonOf(content)).code == Error::Code::TemplateTooLarge);
    CHECK(refusal(QByteArray(qsizetype(5) * 1024 * 1024, ' ')).code == Error::Code::FileTooLarge);
    CHECK(readTemplate(u"/nowhere/t.json"_s).error().code == Error::Code::SourceMissing);
    content.kpis.removeLast();
    Desk desk;
    CHECK(parseTemplate(jsonOf(content), u"t"_s)->rowCount() == kMostTemplateRows);
    CHECK(idsNeededBy(content) >= 2 + 2 * kMostTemplateRows);
}

TEST_CASE("phases follow the cycle of the board, and need one", "[template]")
{
    Desk desk;
    const CycleId cycle = desk.cycle(u"Q4"_s); // October to December: 91 days from first to last
    const BoardTemplate content = *parseTemplate(
        QByteArray(kHead + R"(, "objectives": [{"title": "O", "keyResults": [{"title": "K", "to": 1,
            "phases": [{"at": 0, "expected": 0.1}, {"at": 1, "expected": 1}]}]}]})"),
        u"t"_s);
    const auto phases = [&](BoardId board) {
        const ObjectiveId objective = desk.state().of<Objective>().of(board).first()->id;
        return desk.state().of<KeyResult>().of(objective).first()->phases;
    };

    const QList<Phase> expected = {{QDate(2026, 10, 1), 0.1}, {QDate(2026, 12, 31), 1}};
    CHECK(phases(made(desk, content, u"With"_s, cycle)) == expected);
    CHECK(phases(made(desk, content, u"Without"_s)).isEmpty());
}

TEST_CASE("a board may bring its cycle with it, in the same entry", "[template]")
{
    Desk desk;
    AddFromTemplate request;
    request.board.name = u"New"_s;
    request.newCycle = AddCycle{u"Q1"_s, QDate(2027, 1, 1), QDate(2027, 3, 31)};
    const qint64 before = desk.state().seq;

    const Edits edits = desk.must(desk.ann, [&](Situation &in) { return addFromTemplate(in, request); });

    CHECK(desk.state().seq == before + 1);
    CHECK(desk.state().cycleOf(edits.of<Board>().added.first().id)->name == u"Q1"_s);
    request.board.name = u"Newer"_s;
    CHECK(desk.refused(desk.ann, [&](Situation &in) { return addFromTemplate(in, request); }).code ==
          Error::Code::NameTaken);
}

TEST_CASE("a folder's templates come by name, and what cannot be read says why", "[template]")
{
    const QTemporaryDir folder;
    writeBytes(folder.filePath(u"b.json"_s), kHead + "}");
    writeBytes(folder.filePath(u"A broken one.json"_s), "{");
    writeBytes(folder.filePath(u"notes.txt"_s), "{");

    const QList<ShelvedTemplate> templates = templatesIn(folder.path());

    REQUIRE(templates.size() == 2);
    CHECK(templates[0].name() == u"A broken one"_s);
    CHECK(templates[0].fault->code == Error::Code::TemplateSyntax);
    CHECK(templates[1].name() == u"T"_s);
    CHECK_FALSE(templates[1].fault);
    CHECK(templatesIn(folder.filePath(u"none"_s)).isEmpty());
}
