// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/engine.h"
#include "core/storage/soundcopy.h"
#include "core/storage/verifier.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

/// One filled workspace for all cases, as bytes: filling it takes longer than looking at it.
const QByteArray &filledBytes()
{
    static const QByteArray kBytes = [] {
        Desk desk;
        fillEveryTable(desk);
        desk.file.reset();
        return bytesOf(desk.path());
    }();
    return kBytes;
}

/// A copy that a test may tamper with, by the statements of the sqlite3 shell.
class Copy
{
public:
    Copy() : path(m_folder.path() + u"/copy.milepost"_s) { writeBytes(path, filledBytes()); }

    /// The findings after the change; nothing if SQLite refused it or it changed nothing.
    std::optional<QList<Finding>> after(const QByteArray &sql) const
    {
        {
            RawSql shell(path);
            if (!shell.run(sql))
                return std::nullopt;
        }
        if (bytesOf(path) == filledBytes())
            return std::nullopt;
        const QList<Finding> found = findings();
        writeBytes(path, filledBytes());
        return found;
    }

    QList<Finding> findings() const
    {
        const Result<Verification> verification = verifyFile(path, {});
        REQUIRE(verification);
        return verification->findings;
    }

private:
    QTemporaryDir m_folder;

public:
    QString path; // after the folder that it is in
};

struct Column
{
    QByteArray name;
    QByteArray type;
    bool isKey = false;
};

QList<Column> columnsOf(RawSql &shell, const QByteArray &table)
{
    QList<Column> columns;
    for (const QByteArrayList &row :
         shell.rows("SELECT name, type, pk FROM pragma_table_info('" + table + "')"))
        columns.append({row[0], row[1], row[2] != "0"});
    return columns;
}

QByteArrayList tablesOf(RawSql &shell)
{
    QByteArrayList tables;
    for (const QByteArrayList &row : shell.rows("SELECT name FROM sqlite_schema WHERE type='table'"))
        tables << row[0];
    return tables;
}

/// What a cell could become, as SQL expressions: other values of its type, and nothing.
QByteArrayList changesOf(const Column &column)
{
    if (column.type == "INTEGER")
        return {"coalesce(" + column.name + ",0)+1", "0", "NULL"};
    if (column.type == "REAL")
        return {"coalesce(" + column.name + ",0)+0.5", "NULL"};
    if (column.type == "TEXT")
        return {"coalesce(" + column.name + ",'')||'x'", "''", "NULL"};
    return {"CAST(coalesce(" + column.name + ",x'')||x'01' AS BLOB)", "x''", "NULL"};
}

bool isOwnTable(const QByteArray &table)
{
    return table == "journal" || table == "journal_row";
}

/// How a row is told from the others of its table, in the table's own order.
QByteArrayList placesOf(RawSql &shell, const QByteArray &table)
{
    QByteArrayList places;
    if (table == "journal_row") {
        for (const QByteArrayList &row :
             shell.rows("SELECT quote(tbl), quote(row), quote(seq) FROM journal_row"))
            places << "tbl=" + row[0] + " AND row=" + row[1] + " AND seq=" + row[2];
        return places;
    }
    const QByteArray key = table == "journal" ? "seq" : "id";
    for (const QByteArrayList &row : shell.rows("SELECT quote(" + key + ") FROM " + table))
        places << key + '=' + row[0];
    return places;
}

} // namespace

TEST_CASE("a workspace as the program writes it verifies, with rows in every table", "[verify]")
{
    const Copy copy;
    RawSql shell(copy.path);
    for (const QByteArray &table : tablesOf(shell)) {
        INFO(table.toStdString());
        CHECK(placesOf(shell, table).size() >= (table == "workspace" || table == "migration" ? 1 : 2));
    }

    CHECK(copy.findings().isEmpty());
}

TEST_CASE("any cell of any table that was changed by hand is found, and its place named", "[verify]")
{
    Copy copy;
    QList<std::pair<QByteArray, QByteArray>> changes; // place, statement
    {
        RawSql shell(copy.path);
        for (const QByteArray &table : tablesOf(shell)) {
            const QByteArrayList places = placesOf(shell, table);
            const QByteArrayList few = {places[places.size() / 2], places.last()};
            for (const QByteArray &place : QSet<QByteArray>(few.begin(), few.end()))
                for (const Column &column : columnsOf(shell, table))
                    for (const QByteArray &value : changesOf(column))
                        changes.append({table + '|' + place, "UPDATE " + table + " SET " + column.name + '=' +
                                                                 value + " WHERE " + place + " AND " +
                                                                 column.name + " IS NOT " + value});
        }
    }
    int tried = 0;
    for (const auto &[place, sql] : changes) {
        const std::optional<QList<Finding>> found = copy.after(sql);
        if (!found)
            continue; // the schema refused it, or it was so already
        ++tried;
        INFO(sql.toStdString());
        REQUIRE_FALSE(found->isEmpty());
        const QByteArray table = place.left(place.indexOf('|'));
        if (isOwnTable(table) || sql.contains("SET id="))
            continue;
        CHECK(found->first().table == QString::fromLatin1(table));
        CHECK("id=" + QByteArray::number(found->first().id) == place.mid(place.indexOf('|') + 1));
        CHECK(found->first().seq > 0);
    }
    CHECK(tried > 300);
}

TEST_CASE("checks that were switched off in the shell do not help", "[verify]")
{
    Copy copy;
    const QByteArray sql =
        GENERATE(as<QByteArray>(), "UPDATE kpi SET key_generation=1", "UPDATE kpi SET sealed=x'00'",
                 "UPDATE kpi SET sealed=x'00', key_generation=1", "UPDATE kpi SET name=NULL",
                 "UPDATE journal SET device=1 WHERE seq=2", "UPDATE journal SET signature=x'00' WHERE seq=2",
                 "UPDATE journal SET write_id=x'00' WHERE seq=2");

    const auto found = copy.after("PRAGMA ignore_check_constraints=ON; PRAGMA foreign_keys=OFF; " + sql);

    REQUIRE(found);
    CHECK_FALSE(found->isEmpty());
}

TEST_CASE("a row of any table that was deleted, copied or exchanged with another is found", "[verify]")
{
    Copy copy;
    QByteArrayList statements;
    {
        RawSql shell(copy.path);
        for (const QByteArray &table : tablesOf(shell)) {
            const QByteArrayList places = placesOf(shell, table);
            for (const QByteArray &place : {places.first(), places.last()})
                statements << "DELETE FROM " + table + " WHERE " + place;
            QByteArrayList columns;
            QByteArrayList values;
            QByteArrayList others;
            for (const Column &column : columnsOf(shell, table)) {
                columns << column.name;
                const bool isUnique = column.name == "write_id";
                values << (isUnique                                      ? "randomblob(16)"
                           : column.name == "id" || column.name == "seq" ? "-5"
                                                                         : column.name);
                if (!column.isKey && !isUnique)
                    others << column.name + "=(SELECT o." + column.name + " FROM " + table + " o WHERE " +
                                  places.last() + ')';
            }
            statements << "INSERT INTO " + table + " (" + columns.join(',') + ") SELECT " + values.join(',') +
                              " FROM " + table + " WHERE " + places.first();
            // The steps of a new file are alike in all but their number.
            if (places.size() > 1 && table != "migration")
                statements << "UPDATE " + table + " SET " + others.join(',') + " WHERE " + places.first();
        }
    }
    for (const QByteArray &sql : statements) {
        const std::optional<QList<Finding>> found = copy.after(sql);
        INFO(sql.toStdString());
        REQUIRE(found);
        CHECK_FALSE(found->isEmpty());
    }
}

TEST_CASE("two rows that changed places are found at the first of them", "[verify]")
{
    Copy copy;
    const auto found =
        copy.after("UPDATE person SET name=CASE name WHEN 'Bob' THEN 'Ann' WHEN 'Ann' THEN 'Bob' "
                   "ELSE name END");

    REQUIRE(found);
    REQUIRE(found->size() == 2);
    CHECK(found->first().kind == Finding::Kind::RowChanged);
    CHECK(found->first().table == u"person"_s);
}

TEST_CASE("a journal that was cut or lengthened is found", "[verify]")
{
    Copy copy;
    const QByteArray sql =
        GENERATE(as<QByteArray>(), "DELETE FROM journal WHERE seq=(SELECT max(seq) FROM journal)",
                 "DELETE FROM journal_row WHERE seq=(SELECT max(seq) FROM journal); "
                 "DELETE FROM journal WHERE seq=(SELECT max(seq) FROM journal)",
                 "DELETE FROM journal WHERE seq=1", "DELETE FROM journal; DELETE FROM journal_row",
                 "DELETE FROM journal WHERE seq=5", "UPDATE journal SET seq=seq+100 WHERE seq>5",
                 "UPDATE journal SET seq=4611686018427387904 WHERE seq=(SELECT max(seq) FROM journal)",
                 "UPDATE journal SET seq=0 WHERE seq=1",
                 "INSERT INTO journal_row VALUES (99, 1, 1, randomblob(16), randomblob(32), NULL)",
                 "INSERT INTO journal_row VALUES (4, 1, 99, randomblob(16), randomblob(32), NULL)",
                 "UPDATE journal_row SET tbl=4294967300 WHERE tbl=4");

    const auto found = copy.after("PRAGMA foreign_keys=OFF; " + sql);

    REQUIRE(found);
    CHECK_FALSE(found->isEmpty());
}

TEST_CASE("an entry that is missing in the middle is named", "[verify]")
{
    Copy copy;
    const auto found = copy.after("DELETE FROM journal WHERE seq=5");

    REQUIRE(found);
    REQUIRE_FALSE(found->isEmpty());
    CHECK(found->first() == Finding{Finding::Kind::EntryMissing, u"journal"_s, 5, 5});
}

TEST_CASE("an entry whose words were changed is named", "[verify]")
{
    Copy copy;
    const QByteArray column =
        GENERATE(as<QByteArray>(), "author=author+1", "at=at+1", "act='edit'", "details='{}'", "rules=2",
                 "author_count=author_count+1", "hash=zeroblob(32)", "digest=zeroblob(32)");
    const auto found = copy.after("UPDATE journal SET " + column + " WHERE seq=7");

    REQUIRE(found);
    REQUIRE_FALSE(found->isEmpty());
    CHECK(found->first().table == u"journal"_s);
    CHECK(found->first().seq == 7);
}

TEST_CASE("a changed schema or header is found by its name", "[verify]")
{
    struct Case
    {
        QByteArray sql;
        QString name;
        Finding::Kind kind = Finding::Kind::Schema;
    };
    const Case one =
        GENERATE(Case{"CREATE INDEX extra ON kpi (name)", u"extra"_s},
                 Case{"CREATE UNIQUE INDEX extra ON kpi (id)", u"extra"_s},
                 Case{"DROP INDEX kpi_by_board_id", u"kpi_by_board_id"_s},
                 Case{"CREATE TRIGGER t AFTER INSERT ON kpi BEGIN DELETE FROM kpi; END", u"t"_s},
                 Case{"CREATE VIEW v AS SELECT 1", u"v"_s}, Case{"CREATE TABLE \"a b\" (x)", u"a b"_s},
                 Case{"ALTER TABLE kpi ADD COLUMN extra TEXT", u"kpi"_s},
                 Case{"PRAGMA user_version=99", {}, Finding::Kind::Header},
                 Case{"PRAGMA application_id=1", {}, Finding::Kind::Header});
    Copy copy;

    const auto found = copy.after(one.sql);

    INFO(one.sql.toStdString());
    REQUIRE(found);
    REQUIRE_FALSE(found->isEmpty());
    CHECK(found->first().kind == one.kind);
    CHECK(found->first().table == one.name);
}

TEST_CASE("a table that was dropped is found", "[verify]")
{
    Copy copy;
    const QByteArray table = GENERATE(as<QByteArray>(), "comment", "journal_row", "migration", "measurement");

    const auto found = copy.after("PRAGMA foreign_keys=OFF; DROP TABLE " + table);

    REQUIRE(found);
    CHECK_FALSE(found->isEmpty());
}

TEST_CASE("a table or column that is gone is a finding that names the table, and the rest is checked",
          "[verify]")
{
    Copy copy;
    const auto [sql, table] = GENERATE(Catch::Generators::table<QByteArray, QString>(
        {{"DROP TABLE comment", u"comment"_s},
         {"ALTER TABLE kpi RENAME TO metric", u"kpi"_s},
         {"ALTER TABLE kpi RENAME COLUMN name TO title", u"kpi"_s},
         {"ALTER TABLE measurement DROP COLUMN note", u"measurement"_s},
         {"ALTER TABLE journal RENAME TO journal2", u"journal"_s},
         {"ALTER TABLE journal_row RENAME TO journal2", u"journal_row"_s},
         {"ALTER TABLE migration RENAME TO steps", u"migration"_s}}));

    const auto found = copy.after("PRAGMA foreign_keys=OFF; PRAGMA legacy_alter_table=ON; " + sql);
    const auto both = copy.after("PRAGMA foreign_keys=OFF; PRAGMA legacy_alter_table=ON; " + sql +
                                 "; UPDATE person SET name='Eve' WHERE name='Bob'");

    INFO(sql.toStdString());
    REQUIRE(found);
    REQUIRE_FALSE(found->isEmpty());
    CHECK(found->first() == Finding{Finding::Kind::Schema, table});
    for (const Finding &finding : *found)
        CHECK(finding.kind == Finding::Kind::Schema);
    REQUIRE(both);
    const bool hasChanges = table != u"journal_row";
    CHECK(std::any_of(both->begin(), both->end(), [](const Finding &finding) {
              return finding.kind == Finding::Kind::RowChanged && finding.table == u"person"_s;
          }) == hasChanges);
}

TEST_CASE("pages of zeros are found wherever they are, and what else was found is kept", "[verify]")
{
    constexpr qsizetype kPage = 4096;
    const Copy copy;
    const qsizetype pages = filledBytes().size() / kPage;
    for (qsizetype page = 1; page < pages; ++page) {
        QByteArray bytes = filledBytes();
        bytes.replace(page * kPage, kPage, QByteArray(kPage, '\0'));
        writeBytes(copy.path, bytes);
        INFO(page);
        const QList<Finding> found = copy.findings();
        CHECK(std::any_of(found.begin(), found.end(), [](const Finding &finding) {
            return finding.kind == Finding::Kind::FileDamaged && !finding.detail.isEmpty();
        }));
    }
}

TEST_CASE("a header that says WAL is found", "[verify]")
{
    Copy copy;
    const auto found = copy.after("PRAGMA journal_mode=wal");

    REQUIRE(found);
    CHECK(*found == QList<Finding>{{Finding::Kind::Header}});
}

TEST_CASE("a verification can be cancelled, also of a small file", "[verify]")
{
    const Copy copy;
    const Result<std::unique_ptr<Engine>> engine = Engine::open(copy.path);
    REQUIRE(engine);

    const Result<Verification> verification = verify(**engine, [](double) { return false; });

    REQUIRE_FALSE(verification);
    CHECK(verification.error().code == Error::Code::Cancelled);
}

TEST_CASE("an index that lacks a row, because an old page of it was put back, is found and not copied",
          "[verifier]")
{
    Desk desk;
    desk.board(desk.ann, u"Main"_s);
    const auto pageOfIndex = [&desk] {
        RawSql shell(desk.path());
        const qint64 page = shell
                                .value("SELECT rootpage FROM sqlite_schema WHERE type='index' AND "
                                       "tbl_name='board_grant' ORDER BY name")
                                .toLongLong();
        REQUIRE(page > 1);
        return (page - 1) * shell.value("PRAGMA page_size").toLongLong();
    };
    const qint64 at = pageOfIndex();
    const QByteArray before = bytesOf(desk.path());
    desk.board(desk.ann, u"Second"_s);
    desk.file.reset();
    QByteArray harmed = bytesOf(desk.path());
    const QByteArray old = before.mid(at, 4096);
    REQUIRE(harmed.mid(at, 4096) != old);
    writeBytes(desk.path(), harmed.replace(at, old.size(), old));
    desk.open();

    const Result<Verification> verification = verify(desk.file->engine(), {});
    REQUIRE(verification);
    REQUIRE_FALSE(verification->findings.isEmpty());
    CHECK(verification->findings.first().kind == Finding::Kind::FileDamaged);
    CHECK(verification->findings.first().detail.contains(u"missing from index"_s));
    // VACUUM INTO copies an index as it is.
    const Done copied = copySound(desk.file->engine(), desk.path(u"copy.milepost"_s));
    REQUIRE_FALSE(copied);
    CHECK(copied.error().code == Error::Code::WorkspaceUnsound);
    CHECK_FALSE(QFile::exists(desk.path(u"copy.milepost"_s)));
}
