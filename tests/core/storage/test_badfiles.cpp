// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/schema.h"
#include "core/storage/verifier.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

#include <QDir>

#include <random>

using namespace milepost;
using namespace milepost::tests;

namespace {

const QByteArray &goodBytes()
{
    static const QByteArray kBytes = [] {
        Desk desk;
        fillEveryTable(desk);
        desk.file.reset();
        return bytesOf(desk.path());
    }();
    return kBytes;
}

/// What opening and reading everything comes to; the file must be as it was.
std::optional<Error::Code> codeOf(const QString &path)
{
    const QByteArray before = bytesOf(path);
    std::optional<Error::Code> code;
    {
        const Result<std::unique_ptr<WorkspaceFile>> file = WorkspaceFile::open(path);
        if (!file) {
            code = file.error().code;
            CHECK(file.error().values.value(0) == path);
        } else if (const Done done = (*file)->loadStructure(); !done) {
            code = done.error().code;
        } else if (const Done series = (*file)->loadAllSeries(); !series) {
            code = series.error().code;
        }
    }
    CHECK(bytesOf(path) == before);
    return code;
}

class Folder
{
public:
    QString file(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder.path() + u'/' + name;
        writeBytes(path, bytes);
        return path;
    }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("what is no workspace is refused by its own name and left as it was", "[badfiles]")
{
    const Folder folder;

    CHECK(codeOf(folder.path()) == Error::Code::FileIsDirectory);
    CHECK(codeOf(folder.path() + u"/missing"_s) == Error::Code::FileMissing);
    CHECK(codeOf(folder.file(u"empty"_s, "")) == Error::Code::FileEmpty);
    CHECK(codeOf(folder.file(u"text"_s, "hello, world\n")) == Error::Code::NotAWorkspace);
    CHECK(codeOf(folder.file(u"long text"_s, QByteArray(100000, 'x'))) == Error::Code::NotAWorkspace);
    CHECK(codeOf(folder.file(u"zeros"_s, QByteArray(8192, '\0'))) == Error::Code::NotAWorkspace);
    CHECK(codeOf(folder.file(u"100% odd?name#1.milepost"_s, goodBytes())) == std::nullopt);
}

TEST_CASE("another program's database is refused and left as it was, in any journal mode", "[badfiles]")
{
    const Folder folder;
    const QString path = folder.path() + u"/other.db"_s;
    const QByteArray mode = GENERATE(as<QByteArray>(), "delete", "wal", "truncate");
    {
        RawSql shell(path);
        REQUIRE(shell.run("PRAGMA journal_mode=" + mode +
                          "; CREATE TABLE workspace (min_reader); INSERT INTO workspace VALUES (1)"));
    }

    const QStringList files = QDir(folder.path()).entryList(QDir::Files);

    CHECK(codeOf(path) == Error::Code::NotAWorkspace);
    CHECK(QDir(folder.path()).entryList(QDir::Files) == files);
}

TEST_CASE("a workspace that another tool put into WAL mode comes back to the rollback journal", "[badfiles]")
{
    const Folder folder;
    const QString path = folder.file(u"wal.milepost"_s, goodBytes());
    REQUIRE(RawSql(path).run("PRAGMA journal_mode=wal"));
    {
        const Result<std::unique_ptr<WorkspaceFile>> file = WorkspaceFile::open(path);
        REQUIRE(file);
    }

    CHECK(RawSql(path).value("PRAGMA journal_mode") == "delete");
}

TEST_CASE("a workspace that was cut short is refused at whatever length, and left as it was", "[badfiles]")
{
    const Folder folder;
    const qsizetype whole = goodBytes().size();
    QList<qsizetype> lengths = {1,   15,   16,   17,   99,   100,       101,         511,
                                512, 1024, 4095, 4096, 4097, whole - 1, whole - 4096};
    for (qsizetype length = 12'288; length < whole; length += 29'906)
        lengths << length;
    for (const qsizetype length : lengths) {
        INFO(length);
        const auto code = codeOf(folder.file(u"cut"_s, goodBytes().first(length)));
        REQUIRE(code);
        CHECK((*code == Error::Code::WorkspaceDamaged ||
               (length < 4096 && *code == Error::Code::NotAWorkspace)));
    }
}

TEST_CASE("a newer workspace is refused with the version that it needs, also in the middle of work",
          "[badfiles]")
{
    const Folder folder;
    const QString path = folder.file(u"newer"_s, goodBytes());
    REQUIRE(RawSql(path).run("UPDATE workspace SET min_reader=99"));

    CHECK(codeOf(path) == Error::Code::WorkspaceNewer);
    CHECK(WorkspaceFile::open(path).error().values == QStringList{path, u"99"_s});
    Desk desk;
    desk.must(desk.ann, [](Situation &in) {
        Draft draft;
        Workspace workspace = in.state.workspace();
        workspace.minWriter = 7;
        draft.edits.change(workspace);
        return draft;
    });
    const Error error = desk.refused(desk.ann, [](Situation &in) { return addTeam(in, {u"T"_s, {}}); });
    CHECK(error.code == Error::Code::WorkspaceNewer);
    CHECK(error.values == QStringList{desk.path(), u"7"_s});
}

TEST_CASE("a later step that tells of itself leaves it to the workspace who may read it", "[badfiles]")
{
    const Folder folder;
    const QString path = folder.file(u"later"_s, goodBytes());
    const QByteArray step = QByteArray::number(schema::kVersion + 1);
    REQUIRE(RawSql(path).run("PRAGMA user_version=" + step));
    CHECK(codeOf(path) == Error::Code::WorkspaceNewer);

    REQUIRE(RawSql(path).run("INSERT INTO migration (id, rev, at, program) VALUES (" + step +
                             ", 1, 0, 'later')"));

    CHECK(WorkspaceFile::open(path));
}

TEST_CASE("a file of a newer schema, or of none, is refused by its header and left as it was", "[badfiles]")
{
    const Folder folder;
    const QString path = folder.file(u"header"_s, goodBytes());
    REQUIRE(RawSql(path).run("PRAGMA user_version=99; PRAGMA journal_mode=wal"));

    CHECK(codeOf(path) == Error::Code::WorkspaceNewer);
    CHECK(WorkspaceFile::open(path).error().values == QStringList{path, u"99"_s});
    for (const QByteArray &version : QByteArrayList{"0", "-1"}) {
        REQUIRE(RawSql(path).run("PRAGMA user_version=" + version));
        CHECK(codeOf(path) == Error::Code::WorkspaceDamaged);
    }
}

TEST_CASE("a workspace without its own row is damaged", "[badfiles]")
{
    const Folder folder;
    const QString path = folder.file(u"rowless"_s, goodBytes());
    REQUIRE(RawSql(path).run("DELETE FROM workspace"));

    CHECK(codeOf(path) == Error::Code::WorkspaceDamaged);
    REQUIRE(RawSql(path).run("DROP TABLE workspace"));
    CHECK(codeOf(path) == Error::Code::WorkspaceDamaged);
}

TEST_CASE("pages of garbage are answered with an error or a finding, never with a crash", "[badfiles]")
{
    const Folder folder;
    std::mt19937 random(3);
    const qsizetype pages = goodBytes().size() / 4096;
    int noticed = 0;
    for (qsizetype page = 0; page < pages; ++page) {
        QByteArray bytes = goodBytes();
        for (qsizetype i = page == 0 ? 100 : 0; i < 4096; ++i)
            bytes[page * 4096 + i] = char(random());
        const QString path = folder.file(u"garbage"_s, bytes);
        const std::optional<Error::Code> code = codeOf(path);
        if (code) {
            CHECK((*code == Error::Code::WorkspaceDamaged || *code == Error::Code::StorageFailed));
            ++noticed;
            continue;
        }
        const Result<std::unique_ptr<Engine>> engine = Engine::open(path);
        REQUIRE(engine);
        const Result<Verification> verification = verify(**engine, {});
        noticed += !verification || !verification->findings.isEmpty();
        CHECK(bytesOf(path) == bytes);
    }
    CHECK(noticed == pages);
}

TEST_CASE("a file that may only be read is read, and writing to it is refused", "[badfiles]")
{
    const Folder folder;
    const QString path = folder.file(u"readonly"_s, goodBytes());
    const Result<std::unique_ptr<Engine>> engine = Engine::open(path, Engine::Mode::ReadOnly);
    REQUIRE(engine);

    CHECK((*engine)->isReadOnly());
    CHECK((*engine)->number(u"SELECT count(*) FROM person"_s).value() == 3);
    const Done done = (*engine)->exec(u"DELETE FROM person"_s);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == Error::Code::FileUnwritable);
    CHECK(done.error().values.value(0) == path);
    CHECK(bytesOf(path) == goodBytes());
}

TEST_CASE("an error of any statement names the file", "[badfiles]")
{
    const Folder folder;
    const QString path = folder.file(u"locked"_s, goodBytes());
    const Result<std::unique_ptr<Engine>> engine = Engine::open(path);
    REQUIRE(engine);
    REQUIRE((*engine)->exec(u"PRAGMA max_page_count=1"_s));
    REQUIRE((*engine)->exec(u"PRAGMA busy_timeout=0"_s));

    Statement full = (*engine)->prepare("CREATE TABLE more AS SELECT zeroblob(1000000)");
    CHECK_FALSE(full.run());
    CHECK(full.status().error().code == Error::Code::DiskFull);
    CHECK(full.status().error().values == QStringList{path});

    Statement unknown = (*engine)->prepare("SELECT x FROM nowhere");
    CHECK_FALSE(unknown.next());
    CHECK(unknown.status().error().code == Error::Code::StorageFailed);
    CHECK(unknown.status().error().values == QStringList{path, u"no such table: nowhere"_s});

    RawSql other(path);
    REQUIRE(other.run("BEGIN EXCLUSIVE"));
    const Done begun = (*engine)->beginWrite();
    REQUIRE_FALSE(begun);
    CHECK(begun.error().code == Error::Code::WorkspaceLocked);
    CHECK(begun.error().values == QStringList{path});
}
