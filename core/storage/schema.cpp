// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/schema.h"

#include "core/domain/edits.h"
#include "core/storage/engine.h"

using namespace Qt::StringLiterals;

namespace milepost::schema {
namespace {

QString typeWord(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
        return u"INTEGER"_s;
    case ColumnType::Real:
        return u"REAL"_s;
    case ColumnType::Text:
        return u"TEXT"_s;
    case ColumnType::Blob:
        return u"BLOB"_s;
    }
    Q_UNREACHABLE();
}

// A row is either in the clear or one sealed blob, never both: content columns stay empty beside a blob, and
// what every clear row has is missing only there.
template<class Record>
QString columnText(const Field<Record> &field)
{
    const QString name = QString::fromLatin1(field.name);
    QString text = name + u' ' + typeWord(field.type);
    if (!field.sealed && field.needed)
        text += u" NOT NULL"_s;
    if (field.sealed && field.needed)
        text += u" CHECK ((sealed IS NULL) = ("_s + name + u" IS NOT NULL))"_s;
    if (field.sealed && !field.needed)
        text += u" CHECK (sealed IS NULL OR "_s + name + u" IS NULL)"_s;
    if (field.table)
        text += u" REFERENCES "_s + QString::fromLatin1(field.table) + u" DEFERRABLE INITIALLY DEFERRED"_s;
    return text;
}

template<class Record>
QString tableText(const RecordType<Record> &type)
{
    QStringList columns = {u"id INTEGER PRIMARY KEY"_s, u"rev INTEGER NOT NULL"_s};
    if (type.isSealable())
        columns << u"key_generation INTEGER"_s
                << u"sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL))"_s;
    for (const auto &field : type.fields())
        if (field.since == 1)
            columns << columnText(field);
    return u"CREATE TABLE "_s + QString::fromLatin1(type.table()) + u" (\n    "_s +
           columns.join(u",\n    "_s) + u"\n) STRICT"_s;
}

template<class Record>
QStringList indexTexts(const RecordType<Record> &type)
{
    QStringList texts;
    for (const char *columns : type.indexes()) {
        const QString list = QString::fromLatin1(columns);
        const QString table = QString::fromLatin1(type.table());
        texts << u"CREATE INDEX "_s + table + u"_by_"_s + QString(list).replace(u", "_s, u"_"_s) + u" ON "_s +
                     table + u" ("_s + list + u')';
    }
    return texts;
}

// The journal is no record: it is what records are checked against. `touched` lists the rows that the entry
// changed, so that readers of news and of history need no index on the sequence. The signature and the device
// that made it stay empty until entries are signed.
const QString kJournal = uR"(CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    write_id BLOB NOT NULL UNIQUE CHECK (length(write_id) = 16),
    author INTEGER NOT NULL,
    author_count INTEGER NOT NULL,
    author_prev BLOB NOT NULL,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    details TEXT NOT NULL,
    rules INTEGER NOT NULL,
    touched BLOB NOT NULL,
    digest BLOB NOT NULL,
    prev BLOB NOT NULL,
    hash BLOB NOT NULL,
    device INTEGER,
    signature BLOB
) STRICT)"_s;

const QString kJournalByAuthor = u"CREATE INDEX journal_by_author ON journal (author, seq)"_s;

const QString kJournalRow = uR"(CREATE TABLE journal_row (
    tbl INTEGER NOT NULL,
    row INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    before BLOB,
    PRIMARY KEY (tbl, row, seq)
) STRICT, WITHOUT ROWID)"_s;

QStringList firstStep()
{
    QStringList statements;
    forEachRecordType([&statements]<class Record>(const Record &) {
        statements << tableText(Record::type()) << indexTexts(Record::type());
    });
    return statements << kJournal << kJournalByAuthor << kJournalRow;
}

QStringList addedColumns(int version)
{
    QStringList statements;
    forEachRecordType([&statements, version]<class Record>(const Record &) {
        for (const auto &field : Record::type().fields())
            if (field.since == version)
                statements << u"ALTER TABLE "_s + QString::fromLatin1(Record::type().table()) +
                                  u" ADD COLUMN "_s + columnText(field);
    });
    return statements;
}

QString versionText(int version)
{
    return u"PRAGMA user_version="_s + QString::number(version);
}

Done run(const Engine &engine, const QStringList &statements)
{
    for (const QString &statement : statements)
        if (const Done done = engine.exec(statement); !done)
            return done;
    return {};
}

} // namespace

QStringList step(int version)
{
    return version == 1 ? firstStep() : addedColumns(version);
}

QStringList all(int version)
{
    QStringList statements;
    for (int next = 1; next <= version; ++next)
        statements << step(next);
    return statements;
}

Result<Header> readHeader(const Engine &engine)
{
    const Result<qint64> applicationId = engine.number(u"PRAGMA application_id"_s);
    if (!applicationId)
        return applicationId.error();
    const Result<qint64> version = engine.number(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    return Header{*applicationId, *version};
}

Result<bool> isWorkspace(const Engine &engine)
{
    const Result<Header> header = readHeader(engine);
    if (!header)
        return header.error();
    const Result<qint64> journals =
        engine.number(u"SELECT count(*) FROM sqlite_schema WHERE name='journal'"_s);
    if (!journals)
        return journals.error();
    return header->applicationId == kApplicationId || *journals > 0;
}

Result<bool> isLater(const Engine &engine)
{
    const Result<Header> header = readHeader(engine);
    if (!header)
        return header.error();
    const Result<qint64> lastStep = engine.number(u"SELECT coalesce(max(id), 0) FROM migration"_s);
    if (!lastStep)
        return lastStep.error();
    return header->version > kVersion && header->version == *lastStep;
}

Done build(const Engine &engine, int version)
{
    QStringList statements = all(version);
    statements << u"PRAGMA application_id="_s + QString::number(kApplicationId) << versionText(version);
    const Done done = run(engine, statements);
    return done ? engine.readSchemaVersion() : done;
}

Done takeStep(const Engine &engine, int version)
{
    const Done done = run(engine, step(version) << versionText(version));
    return done ? engine.readSchemaVersion() : done;
}

Result<QList<Part>> partsOf(const Engine &engine)
{
    QList<Part> parts;
    Statement statement =
        engine.prepare("SELECT name, coalesce(sql, type || ' ' || name) FROM sqlite_schema "
                       "WHERE name NOT LIKE 'sqlite\\_autoindex\\_%' ESCAPE '\\' ORDER BY name, type");
    while (statement.next())
        parts.append({QString::fromUtf8(statement.bytes(0)), QString::fromUtf8(statement.bytes(1))});
    if (const Done done = statement.status(); !done)
        return done.error();
    return parts;
}

} // namespace milepost::schema
