// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/edits.h"
#include "core/storage/engine.h"
#include "core/storage/schema.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

TEST_CASE("what a step of the schema makes is as it was released", "[schema]")
{
    const int version = GENERATE(range(1, schema::kVersion + 1));
    const QString file = QStringLiteral(MILEPOST_TEST_DATA "/schema-%1.sql").arg(version);

    CHECK(QString(schema::step(version).join(u";\n"_s) + u";\n"_s) == QString::fromUtf8(bytesOf(file)));
}

TEST_CASE("tags and names are unique, and no tag is 0", "[schema]")
{
    QSet<int> tables;
    QSet<QByteArray> names;
    forEachRecordType([&]<class Record>(const Record &) {
        INFO(Record::type().table());
        CHECK(Record::type().tag() > 0);
        CHECK_FALSE(tables.contains(Record::type().tag()));
        CHECK_FALSE(names.contains(Record::type().table()));
        tables.insert(Record::type().tag());
        names.insert(Record::type().table());
        QSet<int> tags;
        QSet<QByteArray> fields = {"id", "rev", "sealed", "key_generation"};
        for (const auto &field : Record::type().fields()) {
            INFO(field.name);
            CHECK(field.tag > 0);
            CHECK_FALSE(tags.contains(field.tag));
            CHECK_FALSE(fields.contains(field.name));
            tags.insert(field.tag);
            fields.insert(field.name);
        }
    });
}

TEST_CASE("a row is in the clear or sealed, never both and never neither", "[schema]")
{
    Desk desk;
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    const Engine &engine = desk.file->engine();
    REQUIRE(engine.beginWrite());
    const auto insert = [&engine, board](const QString &columns, const QString &values) {
        const QString sql = u"INSERT INTO kpi (rev, board_id, %1) VALUES (1, %2, %3)"_s;
        return bool(engine.exec(sql.arg(columns, board.toString(), values)));
    };

    CHECK(insert(u"name"_s, u"'clear'"_s));
    CHECK(insert(u"sealed, key_generation"_s, u"x'00', 1"_s));
    CHECK_FALSE(insert(u"name, sealed, key_generation"_s, u"'both', x'00', 1"_s));
    CHECK_FALSE(insert(u"unit, sealed, key_generation"_s, u"'%', x'00', 1"_s));
    CHECK_FALSE(insert(u"unit"_s, u"'neither'"_s));
    CHECK_FALSE(insert(u"sealed"_s, u"x'00'"_s));
    CHECK_FALSE(insert(u"name, key_generation"_s, u"'clear', 1"_s));
    CHECK_FALSE(insert(u"name, amber"_s, u"'text in a number', 'x'"_s));
    engine.rollback();
}
