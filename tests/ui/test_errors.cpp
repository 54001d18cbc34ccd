// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/words/errors.h"
#include "ui/words/filling.h"

using namespace milepost;
using namespace Qt::StringLiterals;

TEST_CASE("every error has one line of its own that says what to do", "[words]")
{
    QStringList seen;
    for (int code = 0; code <= static_cast<int>(Error::Code::Usage); ++code) {
        const Error error{static_cast<Error::Code>(code), {u"first"_s, u"second"_s, u"third"_s, u"fourth"_s}};
        const QString text = sentence(error);

        INFO(code << " " << text.toStdString());
        CHECK(text.size() > 15);
        CHECK(text.endsWith(u'.'));
        CHECK_FALSE(text.contains(u'%' + QString(u'1')));
        CHECK_FALSE(seen.contains(text));
        seen.append(text);
    }
}

TEST_CASE("every value that an error states is in its sentence", "[words]")
{
    const auto [code, count] = GENERATE(table<Error::Code, int>({{Error::Code::FileUnreadable, 2},
                                                                 {Error::Code::DateInFuture, 2},
                                                                 {Error::Code::OutOfRange, 3},
                                                                 {Error::Code::NotShared, 2},
                                                                 {Error::Code::KindNeeds, 2},
                                                                 {Error::Code::ValueExists, 3},
                                                                 {Error::Code::ValueMissing, 2},
                                                                 {Error::Code::DrivenByKpi, 2},
                                                                 {Error::Code::InUse, 2},
                                                                 {Error::Code::ImportRagged, 2},
                                                                 {Error::Code::ImportNumber, 2},
                                                                 {Error::Code::ImportDate, 2},
                                                                 {Error::Code::ImportDuplicate, 3},
                                                                 {Error::Code::ImportDiffers, 4},
                                                                 {Error::Code::ImportRefused, 3},
                                                                 {Error::Code::ImportEncoding, 2},
                                                                 {Error::Code::RestoreMalformed, 3},
                                                                 {Error::Code::RestoreUnfit, 3},
                                                                 {Error::Code::NameTooLong, 2},
                                                                 {Error::Code::TextTooLong, 2},
                                                                 {Error::Code::FormulaInvalid, 2},
                                                                 {Error::Code::ImportDateOrder, 3},
                                                                 {Error::Code::TextControl, 1},
                                                                 {Error::Code::TextControl, 3},
                                                                 {Error::Code::FileTooLarge, 3},
                                                                 {Error::Code::ImportNoMatch, 3},
                                                                 {Error::Code::ImportFiltered, 2},
                                                                 {Error::Code::ImportDatesMixed, 5},
                                                                 {Error::Code::TemplateNewer, 2},
                                                                 {Error::Code::TemplateSyntax, 3},
                                                                 {Error::Code::TemplateField, 4},
                                                                 {Error::Code::TemplateNeeds, 3},
                                                                 {Error::Code::TemplateType, 3},
                                                                 {Error::Code::TemplateWord, 4},
                                                                 {Error::Code::TemplateReference, 3},
                                                                 {Error::Code::TemplateTooLarge, 3}}));
    const QStringList values = {u"eins"_s, u"zwei"_s, u"drei"_s, u"vier"_s, u"fünf"_s};

    const QString text = sentence({code, values.first(count)});

    INFO(text.toStdString());
    for (const QString &value : values.first(count))
        CHECK(text.contains(value));
}

TEST_CASE("an ambiguous name lists its candidates and says how to choose", "[words]")
{
    const Error error{Error::Code::NameAmbiguous, {u"Churn"_s, u"A/Churn"_s, u"B/Churn"_s}};

    CHECK(
        sentence(error) ==
        u"“Churn” could be any of: A/Churn, B/Churn. Name it by its path, such as Board/Objective/Key result."_s);
}

TEST_CASE("a long list of candidates is cut and counted", "[words]")
{
    QStringList values = {u"Churn"_s};
    for (int i = 1; i <= 12; ++i)
        values.append(u"Board %1/Churn"_s.arg(i));

    const QString text = sentence({Error::Code::NameAmbiguous, values});

    CHECK(text.contains(u"Board 8/Churn and 4 more."_s));
    CHECK_FALSE(text.contains(u"Board 9/"_s));
}

TEST_CASE("line breaks, places and a megabyte in a value do not spoil the sentence", "[words]")
{
    const QString text = sentence({Error::Code::ImportNumber, {u"a\r\nb\u2028%2\u0000c"_s, u"x"_s}});
    CHECK(text.startsWith(u"“a b %2 c” in column “x” is not a number."_s));

    CHECK(sentence({Error::Code::NameUnknown, {QString(1'000'000, u'x')}}).size() < 500);
}

TEST_CASE("a missing value leaves no place behind", "[words]")
{
    CHECK(sentence({Error::Code::NameUnknown, {}}).startsWith(u"There is nothing called “” that"_s));
}

TEST_CASE("a kind is told with its article", "[words]")
{
    CHECK(
        sentence({Error::Code::WrongKind, {u"Growth"_s, u"board"_s}}).startsWith(u"“Growth” is a board,"_s));
}

TEST_CASE("what is cut is not cut through a character", "[words]")
{
    const QString cut = inLine(QString(298, u'x') + u"🙂🙂"_s);
    CHECK_FALSE(cut.at(cut.size() - 2).isHighSurrogate());
    CHECK(cut.endsWith(u'…'));
}

TEST_CASE("a rule that a template breaks is told with its place", "[words]")
{
    const QString text =
        sentence({Error::Code::TemplateUnfit,
                  {u"a.json"_s, u"kpis 2"_s, QString::number(int(Error::Code::NameTaken)), u"Churn"_s}});

    CHECK(text == u"In “a.json”, at kpis 2, something does not fit: "_s +
                      sentence({Error::Code::NameTaken, {u"Churn"_s}}));
    CHECK(sentence({Error::Code::TemplateNeeds, {u"a.json"_s, QString(), u"name"_s}})
              .contains(u"the top level"_s));
    CHECK(sentence({Error::Code::TemplateType, {u"a.json"_s, u"kpis"_s, u"list"_s}})
              .contains(u"a list in square brackets"_s));
}

TEST_CASE("the window calls what is missing by its own words, the command line by its options", "[words]")
{
    const Error needs{Error::Code::KindNeeds, {u"between"_s, u"high"_s}};
    CHECK(sentence(needs) == u"The kind “Stay between” needs an upper end. Give it too."_s);
    CHECK(sentence(needs, Door::CommandLine) == u"The kind “between” needs --high. Give it too."_s);

    const Error refuses{Error::Code::KindRefuses, {u"band"_s, u"target"_s}};
    CHECK(sentence(refuses).startsWith(u"The kind “Within a band” has no use for a target."_s));
    CHECK(sentence(refuses, Door::CommandLine).startsWith(u"The kind “band” has no use for --target."_s));

    const Error columns{Error::Code::ImportMapping, {u"name"_s, u"series"_s}};
    CHECK(sentence(columns).startsWith(u"The lines are about several KPIs"_s));
    CHECK(sentence(columns, Door::CommandLine) ==
          u"The arguments do not fit: --name, --series. See “--help” for what does."_s);
}

TEST_CASE("no sentence of the window speaks of options, tools, journal numbers or ids", "[words]")
{
    const QString id = u"1792345678901234567"_s;
    for (int code = 0; code < static_cast<int>(Error::Code::Usage); ++code) {
        for (const QStringList &values :
             {QStringList{id, u"from"_s}, QStringList{u"date"_s}, QStringList{u"reach"_s, u"high"_s}}) {
            const Error error{static_cast<Error::Code>(code), values};
            const QString text = sentence(error);
            INFO(code << " " << text.toStdString());
            CHECK_FALSE(text.contains(u"--"_s));
            CHECK_FALSE(text.contains(u"milepostctl"_s));
        }
    }
    CHECK_FALSE(sentence({Error::Code::NameUnknown, {id}}).contains(id));
    CHECK_FALSE(sentence({Error::Code::TouchedSince, {u"4711"_s}}).contains(u"4711"_s));
    CHECK_FALSE(sentence({Error::Code::RowDamaged, {u"kpi"_s, id}}).contains(id));
    CHECK(sentence({Error::Code::NotUndoable, {u"share_board"_s}}) ==
          u"“Share a board” cannot be undone. Change it back by hand."_s);
}

TEST_CASE("days are told in the window as people read them, on the command line as it takes them", "[words]")
{
    const Error error{Error::Code::ValueMissing, {u"Churn"_s, u"2026-11-22"_s}};
    CHECK(sentence(error).contains(u"22 Nov"_s));
    CHECK(sentence(error, Door::CommandLine).contains(u"2026-11-22"_s));
}

TEST_CASE("a template's fields are told as its file has them", "[words]")
{
    const QString text = sentence(
        {Error::Code::TemplateUnfit,
         {u"a.json"_s, u"kpis 2"_s, QString::number(int(Error::Code::KindNeeds)), u"above"_s, u"to"_s}});
    CHECK(text.contains(u"The kind “above” needs “to”."_s));
}
