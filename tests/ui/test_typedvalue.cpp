// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/models/typedvalue.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QDate kDay(2026, 11, 18);

const QLocale kGerman(QLocale::German, QLocale::Germany);
const QLocale kFrench(QLocale::French, QLocale::France);
const QLocale kSwedish(QLocale::Swedish, QLocale::Sweden);
const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);

const KpiId kPlain(11);
const KpiId kRatio(12);

WorkingSet twoKpis()
{
    Kpi plain;
    plain.id = kPlain;
    Kpi ratio;
    ratio.id = kRatio;
    ratio.aggregate = Aggregate::Ratio;
    Edits edits;
    edits.add(plain);
    edits.add(ratio);
    WorkingSet state;
    state.apply(edits);
    return state;
}

BoardRow rowOf(KpiId kpi, const QString &unit = {})
{
    BoardRow row;
    row.kind = RowKind::Kpi;
    row.id = kpi.value();
    row.unit = unit;
    return row;
}

Result<GivenValue> typed(const QString &text, const QLocale &locale, const QString &unit = {})
{
    return typedValue(twoKpis(), rowOf(kPlain, unit), text, kDay, locale);
}

} // namespace

TEST_CASE("a number is read in the signs of its typist's country", "[typed]")
{
    struct Case
    {
        QString text;
        QLocale locale;
        double value;
    };
    const auto [text, locale, value] = GENERATE(values<Case>({
        {u"1,5"_s, kGerman, 1.5},
        {u"1.234,5"_s, kGerman, 1234.5},
        {u"1.234.567"_s, kGerman, 1234567},
        {u"-0,25"_s, kGerman, -0.25},
        {u"1,5"_s, kFrench, 1.5},
        {u"1\u202f234,5"_s, kFrench, 1234.5},
        {u"1\u00a0234,5"_s, kFrench, 1234.5},
        {u"1 234,5"_s, kFrench, 1234.5},
        {u"1\u202f234,5"_s, kSwedish, 1234.5},
        {u"1\u00a0234,5"_s, kSwedish, 1234.5},
        {u"\u22123,5"_s, kSwedish, -3.5},
        {u"1.5"_s, kBritish, 1.5},
        {u"1,234.5"_s, kBritish, 1234.5},
        {u" +7 "_s, kBritish, 7},
        {u"1'234.5"_s, kBritish, 1234.5},
        {u"1.2e3"_s, kBritish, 1200},
    }));
    CAPTURE(text, locale.name());

    const Result<GivenValue> given = typed(text, locale);

    REQUIRE(given);
    CHECK(given->value == value);
    CHECK(given->kpi == kPlain);
    CHECK(given->date == kDay);
}

TEST_CASE("per cent is understood with its sign and, where it is the unit, without", "[typed]")
{
    CHECK(typed(u"5%"_s, kBritish, u"%"_s)->value == 0.05);
    CHECK(typed(u"5"_s, kBritish, u"%"_s)->value == 0.05);
    CHECK(typed(u"5 %"_s, kGerman, u"%"_s)->value == 0.05);
    CHECK(typed(u"12,5\u202f%"_s, kFrench, u"%"_s)->value == 0.125);
    CHECK(typed(u"5%"_s, kBritish)->value == 0.05);
}

TEST_CASE("what is no number in the typist's country is refused with what they typed", "[typed]")
{
    struct Case
    {
        QString text;
        QLocale locale;
    };
    const auto [text, locale] = GENERATE(values<Case>({
        {u"1,5"_s, kBritish},
        {u"1.5"_s, kGerman},
        {u"1,2,3"_s, kGerman},
        {u"1.23.4"_s, kFrench},
        {u"many"_s, kBritish},
        {u"12 apples"_s, kSwedish},
        {u"-"_s, kBritish},
        {u"12/340"_s, kBritish},
        {u"<img src=x>"_s, kGerman},
        {u"nan"_s, kBritish},
        {u""_s, kBritish},
    }));
    CAPTURE(text, locale.name());

    const Result<GivenValue> given = typed(text, locale);

    REQUIRE_FALSE(given);
    CHECK(given.error().code == Error::Code::NumberInvalid);
    CHECK(given.error().values == QStringList{text});
}

TEST_CASE("both parts of a ratio are typed with a stroke between them", "[typed]")
{
    const Result<GivenValue> given =
        typedValue(twoKpis(), rowOf(kRatio, u"%"_s), u"12 / 1.340,5"_s, kDay, kGerman);

    REQUIRE(given);
    CHECK(given->numerator == 12);
    CHECK(given->denominator == 1340.5);
    CHECK_FALSE(given->value);

    const Result<GivenValue> half = typedValue(twoKpis(), rowOf(kRatio), u"12/"_s, kDay, kGerman);
    REQUIRE_FALSE(half);
    CHECK(half.error().code == Error::Code::NumberInvalid);
}

TEST_CASE("a ratio of which one part is typed is refused at once, by how to type both", "[typed]")
{
    const WorkingSet state = twoKpis();
    BoardRow row = rowOf(kRatio, u"%"_s);
    row.hint = u"Type both parts"_s;

    const Result<GivenValue> given = typedValue(state, row, u"12"_s, kDay, kBritish);
    REQUIRE_FALSE(given);
    CHECK(given.error().code == Error::Code::NeedsRatio);

    const EntryReading reading = readingOf(state, row, {u"12"_s, {}, {}, {}}, kDay, kBritish);
    CHECK(reading.isRefused);
    CHECK(reading.words == row.hint);
}

TEST_CASE("a value goes to what its row stands for", "[typed]")
{
    BoardRow row;
    row.kind = RowKind::KeyResult;
    row.id = 21;
    CHECK(typedValue({}, row, u"1"_s, kDay, kBritish)->keyResult == KeyResultId(21));

    row.isPart = true;
    const Result<GivenValue> part = typedValue({}, row, u"1"_s, kDay, kBritish);
    CHECK(part->part == MilestonePartId(21));
    CHECK_FALSE(part->keyResult.isValid());
}

TEST_CASE("what is only done or not is refused while it is typed, if the number says neither", "[typed]")
{
    BoardRow row;
    row.kind = RowKind::KeyResult;
    row.isPart = true;
    row.id = 21;
    CHECK(typedValue({}, row, u"0.5"_s, kDay, kBritish));
    const Result<GivenValue> more = typedValue({}, row, u"71"_s, kDay, kBritish);
    REQUIRE_FALSE(more);
    CHECK(more.error() == Error{Error::Code::OutOfRange, {u"71"_s, u"0"_s, u"1"_s}});
    CHECK_FALSE(typedValue({}, row, u"-1"_s, kDay, kBritish));
}

TEST_CASE("a milestone takes the words that stand in its cells, and a number does not", "[typed]")
{
    BoardRow row;
    row.kind = RowKind::KeyResult;
    row.isPart = true;
    row.id = 21;
    const auto valueOf = [&row](const QString &text) {
        const Result<GivenValue> given = typedValue({}, row, text, kDay, kBritish);
        return given ? given->value : std::nullopt;
    };
    CHECK(valueOf(u" Done "_s) == 1);
    CHECK(valueOf(u"open"_s) == 0);
    CHECK(valueOf(u"not done"_s) == 0);
    CHECK_FALSE(valueOf(u"nearly"_s));
    row.isPart = false;
    CHECK_FALSE(valueOf(u"done"_s));
}
