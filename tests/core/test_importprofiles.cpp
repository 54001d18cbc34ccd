// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importprofiles.h"
#include "tests/support/printing.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QStringList kHeadings{u"Day"_s, u"Calls"_s, u"Site"_s, u"Remark"_s};

ImportProfile perSite()
{
    ImportProfile profile{u"monthly export"_s, signatureOf(kHeadings), {}};
    CsvMapping &mapping = profile.mapping;
    mapping.board = u"Support"_s;
    mapping.date = u"Day"_s;
    mapping.values = {u"Calls"_s};
    mapping.series = u"Site"_s;
    mapping.note = u"Remark"_s;
    mapping.dateOrder = DateOrder::MonthFirst;
    mapping.dateFormat = u"dd.MM.yyyy"_s;
    mapping.decimals = {{u"Calls"_s, DecimalMark::Comma}};
    mapping.combine = Combine::Sum;
    mapping.unit = u"%"_s;
    mapping.direction = Direction::Down;
    mapping.cadence = Cadence::Week;
    mapping.target = 12.5;
    return profile;
}

ImportProfile ofARatio()
{
    ImportProfile profile{u"ratio"_s, signatureOf(kHeadings), {}};
    profile.mapping.board = u"Support"_s;
    profile.mapping.date = u"Day"_s;
    profile.mapping.numerator = u"Calls"_s;
    profile.mapping.denominator = u"Site"_s;
    profile.mapping.name = u"Calls per site"_s;
    return profile;
}

} // namespace

TEST_CASE("a heading is known again whatever the order, the case and the spaces of its columns", "[profiles]")
{
    CHECK(signatureOf(kHeadings) == signatureOf({u" site"_s, u"DAY"_s, u"remark\n"_s, u"calls"_s}));
    CHECK(signatureOf(kHeadings) != signatureOf({u"Day"_s, u"Calls"_s, u"Site"_s}));
    CHECK(signatureOf({u"a"_s, u"b c"_s}) != signatureOf({u"a b"_s, u"c"_s}));
}

TEST_CASE("a profile is called as its file, without what differs from month to month", "[profiles]")
{
    CHECK(profileNameFor(u"/tmp/sales-2026-10.csv"_s) == u"sales"_s);
    CHECK(profileNameFor(u"Monthly_export (3).csv"_s) == u"Monthly export"_s);
    CHECK(profileNameFor(u"2026-10.csv"_s) == u"2026-10"_s);
}

TEST_CASE("what was said of a file in the window is kept whole", "[profiles]")
{
    const QTemporaryDir folder;
    const ImportProfiles profiles(folder.filePath(u"imports"_s));
    CHECK_FALSE(profiles.find(kHeadings));
    const bool isRatio = GENERATE(false, true);
    const ImportProfile profile = isRatio ? ofARatio() : perSite();

    REQUIRE(profiles.keep(profile));

    const auto found = profiles.find({u"calls"_s, u"Day"_s, u"Remark"_s, u"Site"_s});
    REQUIRE(found);
    CHECK(found->name == profile.name);
    CHECK(found->mapping == profile.mapping);
    CHECK_FALSE(profiles.find({u"Day"_s}));
}

TEST_CASE("a profile takes the place of the one before for the same heading, and is forgotten", "[profiles]")
{
    const QTemporaryDir folder;
    const ImportProfiles profiles(folder.path());
    REQUIRE(profiles.keep(perSite()));
    REQUIRE(profiles.keep({u"accounts"_s, signatureOf({u"x"_s}), {}}));

    REQUIRE(profiles.keep(ofARatio()));

    REQUIRE(profiles.find(kHeadings));
    CHECK(profiles.find(kHeadings)->name == u"ratio"_s);
    REQUIRE(profiles.forget(signatureOf(kHeadings)));
    REQUIRE(profiles.forget(signatureOf(kHeadings)));
    CHECK_FALSE(profiles.find(kHeadings));
    CHECK(profiles.find({u"x"_s}));
}

TEST_CASE("a file that is no profile is none, and a folder that cannot be written to is told", "[profiles]")
{
    const QTemporaryDir folder;
    const ImportProfiles profiles(folder.path());
    const QByteArray signature = signatureOf(kHeadings).toLatin1();
    QFile file(folder.filePath(signatureOf(kHeadings) + u".json"_s));
    const QByteArray bytes =
        GENERATE_COPY(as<QByteArray>(), "", "[]", R"({"version": 2, "signature": ")" + signature + R"("})",
                      R"({"version": 1, "signature": "x"})", R"({"version": 1})", "\xff\xfe");
    REQUIRE(file.open(QFile::WriteOnly));
    file.write(bytes);
    file.close();

    CHECK_FALSE(profiles.find(kHeadings));
    const ImportProfiles inFile(file.fileName());
    CHECK(inFile.keep(perSite()).error().code == Error::Code::FileUnwritable);
}
