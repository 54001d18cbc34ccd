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

ImportProfile everything()
{
    ImportProfile profile{u"monthly export"_s, signatureOf(kHeadings), {}};
    CsvMapping &mapping = profile.mapping;
    mapping.board = u"Support"_s;
    mapping.date = u"Day"_s;
    mapping.values = {u"Calls"_s};
    mapping.series = u"Site"_s;
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

TEST_CASE("what was said of a file is kept whole", "[profiles]")
{
    const QTemporaryDir folder;
    const ImportProfiles profiles(folder.filePath(u"imports"_s));
    CHECK_FALSE(profiles.find(kHeadings));

    REQUIRE(profiles.keep(everything()));

    const auto found = profiles.find({u"calls"_s, u"Day"_s, u"Remark"_s, u"Site"_s});
    REQUIRE(found);
    CHECK(toJson(*found) == toJson(everything()));
    CHECK(found->mapping.decimals.value(u"Calls"_s) == DecimalMark::Comma);
    CHECK(found->mapping.dateOrder == DateOrder::MonthFirst);
    CHECK(found->mapping.target == 12.5);
    CHECK_FALSE(profiles.find({u"Day"_s}));
}

TEST_CASE("profiles are listed by name, renamed and forgotten", "[profiles]")
{
    const QTemporaryDir folder;
    const ImportProfiles profiles(folder.path());
    ImportProfile first = everything();
    REQUIRE(profiles.keep(first));
    REQUIRE(profiles.keep({u"accounts"_s, signatureOf({u"x"_s}), {}}));

    first.name = u"zebra"_s;
    REQUIRE(profiles.keep(first));

    REQUIRE(profiles.all().size() == 2);
    CHECK(profiles.all().first().name == u"accounts"_s);
    CHECK(profiles.all().last().name == u"zebra"_s);
    REQUIRE(profiles.forget(first.signature));
    REQUIRE(profiles.forget(first.signature));
    CHECK(profiles.all().size() == 1);
    CHECK_FALSE(profiles.find(kHeadings));
}

TEST_CASE("a file that is no profile is none, and a folder that cannot be written to is told", "[profiles]")
{
    const QTemporaryDir folder;
    const ImportProfiles profiles(folder.path());
    QFile file(folder.filePath(signatureOf(kHeadings) + u".json"_s));
    const QByteArray bytes =
        GENERATE(as<QByteArray>(), "", "[]", "{\"version\": 2, \"signature\": \"x\"}", "\xff\xfe");
    REQUIRE(file.open(QFile::WriteOnly));
    file.write(bytes);
    file.close();

    CHECK_FALSE(profiles.find(kHeadings));
    CHECK(profiles.all().isEmpty());
    const ImportProfiles inFile(file.fileName());
    CHECK(inFile.keep(everything()).error().code == Error::Code::FileUnwritable);
}
