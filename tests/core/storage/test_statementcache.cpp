// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/engine.h"
#include "tests/support/printing.h"

using namespace milepost;
using namespace Qt::StringLiterals;

TEST_CASE("a statement that is used again does not remember its last values", "[storage]")
{
    const auto engine = Engine::inMemory();
    REQUIRE(engine);
    {
        Statement first = (*engine)->prepare("SELECT ?");
        first.bind(1, qint64{7});
        REQUIRE(first.next());
        REQUIRE(first.integer(0) == 7);
    } // given back in the middle of its rows

    Statement again = (*engine)->prepare("SELECT ?");

    REQUIRE(again.next());
    CHECK(again.isNull(0));
}

TEST_CASE("the same text prepared twice at once gives two statements", "[storage]")
{
    const auto engine = Engine::inMemory();
    REQUIRE(engine);

    Statement one = (*engine)->prepare("SELECT 1 UNION SELECT 2");
    Statement other = (*engine)->prepare("SELECT 1 UNION SELECT 2");

    REQUIRE(one.next());
    REQUIRE(one.next());
    REQUIRE(other.next());
    CHECK(one.integer(0) == 2);
    CHECK(other.integer(0) == 1);
}

TEST_CASE("a statement over a table that is gone fails, and works again once it is back", "[storage]")
{
    const auto engine = Engine::inMemory();
    REQUIRE(engine);
    REQUIRE((*engine)->exec(u"CREATE TABLE one (a INTEGER)"_s));
    REQUIRE((*engine)->number(u"SELECT count(*) FROM one"_s).value() == 0);

    REQUIRE((*engine)->exec(u"DROP TABLE one"_s));

    CHECK_FALSE((*engine)->number(u"SELECT count(*) FROM one"_s));
    REQUIRE((*engine)->exec(u"CREATE TABLE one (a INTEGER)"_s));
    CHECK((*engine)->number(u"SELECT count(*) FROM one"_s).value() == 0);
}
