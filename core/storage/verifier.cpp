// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verifier.h"

#include "core/storage/canonical.h"
#include "core/storage/journal.h"
#include "core/storage/rowtable.h"
#include "core/storage/salts.h"
#include "core/storage/schema.h"
#include "core/storage/typedrows.h"

#include <QFileInfo>
#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr qsizetype kMostFindings = 100;
constexpr qint64 kRowsBetweenQuestions = 20000;

/// The rows of a table in the order of their ids.
template<class Record>
class StoredRows
{
public:
    StoredRows(const Engine &engine, int version)
        : m_cells(Record::type().fields().size())
        , m_select(engine.prepare("SELECT " + columnsIn(version) + " FROM " + Record::type().table() +
                                  " ORDER BY id"))
    {
    }

    bool next() { return m_select.next(); }
    Done status() const { return m_select.status(); }
    qint64 id() const { return m_select.integer(0); }
    qint64 rev() const { return m_select.integer(1); }
    bool isSealed() const
    {
        const int sealed = static_cast<int>(m_cells.size()) + 2;
        return Record::type().isSealable() && !(m_select.isNull(sealed) && m_select.isNull(sealed + 1));
    }
    /// What the row's hash is taken over; until the next call.
    QByteArrayView canonicalBytes()
    {
        for (size_t i = 0; i < m_cells.size(); ++i)
            m_cells[i] = m_select.cell(static_cast<int>(i) + 2);
        canonical::encode(m_stored, Record::type(), m_cells);
        return m_stored;
    }

private:
    static QByteArray columnsIn(int version)
    {
        QByteArray columns = "id,rev" + RowTable<Record>::columnsIn(version);
        if (Record::type().isSealable())
            columns += ",sealed,key_generation";
        return columns;
    }

    std::vector<Cell> m_cells;
    QByteArray m_stored;
    Statement m_select;
};

class Check
{
public:
    Check(const Engine &engine, const std::function<bool(double)> &proceed)
        : m_engine(engine)
        , m_proceed(proceed)
        , m_version(versionOf(engine))
    {
    }

    Done run();
    Verification take() { return std::move(m_result); }

private:
    // What the header says, unless that is no schema of ours: then it is a finding.
    static int versionOf(const Engine &engine)
    {
        const int version = engine.schemaVersion();
        return version >= 1 && version < schema::kVersion ? version : schema::kVersion;
    }
    /// What the journal says of an entry's rows, and what was met of them.
    struct Entry
    {
        bool isThere = false;
        QByteArray touched;
        QByteArray digest;
        std::vector<TouchedRow> met;
        QByteArray hashes;
    };
    using Changes = std::vector<RowChange>;

    void found(Finding::Kind kind, const QString &table, qint64 id, qint64 seq, const QString &detail = {})
    {
        if (m_result.findings.size() < kMostFindings)
            m_result.findings.append({kind, table, id, seq, detail});
    }
    void foundStrange(const QString &part);
    Done tolerate(const Done &done, const QString &table);

    Done checkAll();
    Done checkSchema();
    Done checkHeader();
    Done checkChain();
    void checkEntry(const JournalEntry &entry);
    Done checkUnsigned();
    Done askNowAndThen() { return ++m_done % kRowsBetweenQuestions == 0 ? askToProceed() : Done(); }
    Done checkTables();
    template<class Record>
    Done checkTable();
    void checkPast(const QString &table, const Changes &changes);
    bool takeChanges(Statement &changes, Changes &ofRow);
    template<class Record>
    void checkPresent(const QString &table, StoredRows<Record> &rows, const Changes &changes);
    void checkAbsent(const QString &table, const Changes &changes);
    void meet(const RowChange &change);
    Done checkStrangeRows();
    void checkDigests();
    Done checkStructure();
    Done askToProceed();

    const Engine &m_engine;
    const std::function<bool(double)> &m_proceed;
    const int m_version; ///< the schema that the file is held against
    Verification m_result;
    RowHash m_hash;
    std::vector<Entry> m_entries; ///< by sequence - 1
    qint64 m_lastSeq = 0;
    QByteArray m_lastHash;
    QHash<qint64, std::pair<qint64, QByteArray>> m_authors; ///< last count and hash of each
    qint64 m_expectedRows = 1;
    qint64 m_done = 0;
    QSet<QString> m_strange;      ///< what of the schema is not as it should be
    bool m_hasAllEntries = false; ///< SQLite could read the journal to its end
    bool m_hasAllChanges = true;  ///< and its rows
};

Done Check::run()
{
    // Without a schema that SQLite can read there is nothing else to look at.
    const Done done = checkSchema();
    return done ? checkAll() : tolerate(done, {});
}

Done Check::checkAll()
{
    Done done = checkChain();
    if (done)
        done = checkUnsigned();
    if (done)
        done = checkTables();
    if (done)
        done = checkStrangeRows();
    if (done && m_hasAllEntries && m_hasAllChanges)
        checkDigests();
    // Late, since it is compared with a table: a row that is wrong there is named first.
    if (done)
        done = checkHeader();
    return done ? checkStructure() : done;
}

// What SQLite finds damaged is a finding, and so is what is not there; a lock, a failing disk or a full one
// is neither, and ends the check.
Done Check::tolerate(const Done &done, const QString &table)
{
    if (done)
        return done;
    const Error &error = done.error();
    const Finding damage{Finding::Kind::FileDamaged, table, 0, 0, error.values.value(1)};
    if (error.code == Error::Code::WorkspaceDamaged || error.code == Error::Code::NotAWorkspace) {
        if (!m_result.findings.contains(damage)) // each table stumbles over the same page of the journal
            found(damage.kind, table, 0, 0, damage.detail);
    } else if (error.code != Error::Code::StorageFailed || !m_strange.contains(table)) {
        return done;
    }
    return {};
}

void Check::foundStrange(const QString &part)
{
    if (!m_strange.contains(part))
        found(Finding::Kind::Schema, part, 0, 0);
    m_strange.insert(part);
}

Done Check::checkSchema()
{
    const Result<std::unique_ptr<Engine>> fresh = Engine::inMemory();
    if (!fresh)
        return fresh.error();
    if (const Done done = schema::build(**fresh, m_version); !done)
        return done;
    const Result<QList<schema::Part>> expected = schema::partsOf(**fresh);
    const Result<QList<schema::Part>> present = schema::partsOf(m_engine);
    if (!expected || !present)
        return expected ? present.error() : expected.error();
    for (const schema::Part &part : *expected)
        if (!present->contains(part))
            foundStrange(part.name);
    // A later step that lets this program read on may have added what it does not know.
    const Result<bool> isLater = schema::isLater(m_engine);
    for (const schema::Part &part : *present)
        if (!(isLater && *isLater) && !expected->contains(part))
            foundStrange(part.name);
    return {};
}

Done Check::checkHeader()
{
    const Result<schema::Header> header = schema::readHeader(m_engine);
    if (!header)
        return tolerate(header.error(), {});
    const Result<bool> isWal = m_engine.isWal();
    if (!isWal)
        return tolerate(isWal.error(), {});
    const Result<qint64> steps = m_engine.number(u"SELECT coalesce(max(id), 0) FROM migration"_s);
    const bool hasVersion = !steps || header->version == *steps;
    if (header->applicationId != schema::kApplicationId || !hasVersion || *isWal)
        found(Finding::Kind::Header, {}, 0, 0);
    return steps ? Done() : tolerate(steps.error(), u"migration"_s);
}

Done Check::checkChain()
{
    constexpr qint64 kBeforeAll = std::numeric_limits<qint64>::min();
    const Done done = JournalReader(m_engine).after(kBeforeAll, [this](const JournalEntry &entry) {
        checkEntry(entry);
        return true;
    });
    m_hasAllEntries = bool(done);
    return tolerate(done, u"journal"_s);
}

void Check::checkEntry(const JournalEntry &entry)
{
    const QString table = u"journal"_s;
    if (entry.seq < 1) {
        found(Finding::Kind::EntryChanged, table, entry.seq, entry.seq);
        ++m_result.entries;
        return;
    }
    if (entry.seq > m_lastSeq + 1)
        found(Finding::Kind::EntryMissing, table, m_lastSeq + 1, m_lastSeq + 1);
    else if (entry.prev != m_lastHash)
        found(Finding::Kind::ChainBroken, table, entry.seq, entry.seq);
    if (hashOf(entry) != entry.hash)
        found(Finding::Kind::EntryChanged, table, entry.seq, entry.seq);
    auto &[count, hash] = m_authors[entry.author.value()];
    if (entry.authorCount != count + 1 || entry.authorPrev != hash)
        found(Finding::Kind::AuthorBroken, table, entry.seq, entry.seq);
    if (!unpackTouched(entry.touched))
        found(Finding::Kind::Unreadable, table, entry.seq, entry.seq);
    count = entry.authorCount;
    hash = entry.hash;
    m_lastSeq = entry.seq;
    m_lastHash = entry.hash;
    ++m_result.entries;
    // A sequence far beyond the number of entries must not cost the memory for all between.
    m_entries.resize(static_cast<size_t>(qMin<qint64>(m_lastSeq, m_result.entries + kMostFindings)));
    if (entry.seq <= static_cast<qint64>(m_entries.size()))
        m_entries[static_cast<size_t>(entry.seq) - 1] = {true, entry.touched, entry.digest, {}, {}};
}

// Until entries are signed nothing may stand in the places kept for it.
Done Check::checkUnsigned()
{
    Statement select = m_engine.prepare(
        "SELECT seq FROM journal WHERE device IS NOT NULL OR signature IS NOT NULL ORDER BY seq");
    while (select.next())
        found(Finding::Kind::EntryChanged, u"journal"_s, select.integer(0), select.integer(0));
    return m_hasAllEntries ? tolerate(select.status(), u"journal"_s) : Done();
}

Done Check::checkTables()
{
    const Result<qint64> rows = m_engine.number(u"SELECT count(*) FROM journal_row"_s);
    m_hasAllChanges = bool(rows);
    if (!rows)
        return tolerate(rows.error(), u"journal_row"_s);
    m_expectedRows = qMax<qint64>(1, *rows);
    Done done;
    forEachRecordType([this, &done]<class Record>(const Record &) {
        if (done)
            done = checkTable<Record>();
    });
    return done;
}

// Rows and their changes are read side by side, both by row id.
template<class Record>
Done Check::checkTable()
{
    if (const Done done = askToProceed(); !done)
        return done;
    const QString table = QString::fromLatin1(Record::type().table());
    Statement changes = m_engine.prepare(
        QByteArray("SELECT ") + JournalReader::kChangeColumns +
        " FROM journal_row WHERE tbl=" + QByteArray::number(Record::type().tag()) + " ORDER BY row, seq");
    StoredRows<Record> rows(m_engine, m_version);
    bool hasChange = changes.next();
    bool hasRow = rows.next();
    Changes ofRow;
    // Where reading the changes has broken off, nothing is known of the rows after; where reading the rows
    // has, they are not missing.
    while (changes.status() && (hasChange || hasRow)) {
        const qint64 changeId = hasChange ? changes.integer(1) : 0;
        if (hasRow && (!hasChange || rows.id() < changeId)) {
            found(Finding::Kind::RowUnknown, table, rows.id(), rows.rev());
            hasRow = rows.next();
            continue;
        }
        hasChange = takeChanges(changes, ofRow);
        if (!changes.status())
            break;
        checkPast(table, ofRow);
        if (hasRow && rows.id() == changeId) {
            checkPresent(table, rows, ofRow);
            hasRow = rows.next();
        } else if (rows.status()) {
            checkAbsent(table, ofRow);
        }
        if (const Done done = askNowAndThen(); !done)
            return done;
    }
    m_hasAllChanges = m_hasAllChanges && changes.status();
    const Done done = tolerate(rows.status(), table);
    return done ? tolerate(changes.status(), u"journal_row"_s) : done;
}

// The changes of the row that the statement stands on; true if there is another row after it.
bool Check::takeChanges(Statement &changes, Changes &ofRow)
{
    const qint64 row = changes.integer(1);
    ofRow.clear();
    bool hasChange = true;
    while (hasChange && changes.integer(1) == row) {
        ofRow.push_back(JournalReader::changeOf(changes));
        meet(ofRow.back());
        hasChange = changes.next();
    }
    return hasChange;
}

void Check::checkPast(const QString &table, const Changes &changes)
{
    if (changes.front().existed)
        found(Finding::Kind::PastChanged, table, changes.front().row, changes.front().seq);
    for (size_t i = 1; i < changes.size(); ++i) {
        const RowChange &earlier = changes[i - 1];
        const RowChange &later = changes[i];
        const QByteArrayView hash = later.existed
                                        ? m_hash.ofRow(earlier.salt, earlier.table, earlier.row, later.before)
                                        : m_hash.ofNothing(earlier.salt, earlier.table, earlier.row);
        if (hash != earlier.hash)
            found(Finding::Kind::PastChanged, table, later.row, later.seq);
    }
    // The hash alone does not tell where the salt ends.
    for (const RowChange &change : changes)
        if (change.salt.size() != Salts::kSize)
            found(Finding::Kind::PastChanged, table, change.row, change.seq);
}

template<class Record>
void Check::checkPresent(const QString &table, StoredRows<Record> &rows, const Changes &changes)
{
    const RowChange &last = changes.back();
    ++m_result.rows;
    if (rows.isSealed() || rows.rev() != last.seq ||
        m_hash.ofRow(last.salt, last.table, last.row, rows.canonicalBytes()) != last.hash)
        found(Finding::Kind::RowChanged, table, rows.id(), last.seq);
}

void Check::checkAbsent(const QString &table, const Changes &changes)
{
    const RowChange &last = changes.back();
    if (m_hash.ofNothing(last.salt, last.table, last.row) != last.hash)
        found(Finding::Kind::RowMissing, table, last.row, last.seq);
}

void Check::meet(const RowChange &change)
{
    if (change.seq < 1 || change.seq > static_cast<qint64>(m_entries.size())) {
        if (m_hasAllEntries)
            found(Finding::Kind::RowUnknown, u"journal_row"_s, change.row, change.seq);
        return;
    }
    Entry &entry = m_entries[static_cast<size_t>(change.seq) - 1];
    entry.met.push_back({change.table, change.row});
    entry.hashes.append(change.hash);
}

Done Check::checkStrangeRows()
{
    QByteArrayList tags;
    forEachRecordType(
        [&tags]<class Record>(const Record &) { tags << QByteArray::number(Record::type().tag()); });
    Statement select =
        m_engine.prepare("SELECT row,seq FROM journal_row WHERE tbl NOT IN (" + tags.join(',') + ')');
    while (select.next())
        found(Finding::Kind::RowUnknown, u"journal_row"_s, select.integer(0), select.integer(1));
    return m_hasAllChanges ? tolerate(select.status(), u"journal_row"_s) : Done();
}

void Check::checkDigests()
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        const auto seq = static_cast<qint64>(i) + 1;
        if (entry.isThere &&
            (packTouched(entry.met) != entry.touched || digestOf(entry.hashes) != entry.digest))
            found(Finding::Kind::DigestWrong, u"journal"_s, seq, seq);
    }
}

// What holds no cell of ours, such as an index, nobody has read until now.
Done Check::checkStructure()
{
    const Result<QStringList> faults = m_engine.structuralFaults();
    if (!faults)
        return tolerate(faults.error(), {});
    for (const QString &fault : *faults) {
        // Of cells that break a rule of their table the hashes know more.
        const bool isCell = fault.contains(u" value in ") || fault.contains(u" constraint failed in ");
        if (!isCell || m_result.findings.isEmpty())
            found(Finding::Kind::FileDamaged, {}, 0, 0, fault);
    }
    return {};
}

Done Check::askToProceed()
{
    if (m_proceed && !m_proceed(qMin(1.0, double(m_done) / double(m_expectedRows))))
        return Error{Error::Code::Cancelled};
    return {};
}

// Of what only a newer program may read this one cannot say that it is damaged.
Done checkReadable(const Engine &engine)
{
    const Result<bool> isLater = schema::isLater(engine);
    const Result<qint64> minReader = engine.number(u"SELECT max(min_reader) FROM workspace"_s);
    if (isLater && *isLater && minReader && *minReader > schema::kVersion)
        return Error{Error::Code::WorkspaceNewer, {engine.path(), QString::number(*minReader)}};
    return {};
}

} // namespace

std::unique_ptr<Engine::Turn> turnBeside(const Engine &engine)
{
    const bool hasPeers = QFileInfo::exists(PeerFile::pathFor(engine.path()));
    return hasPeers ? std::make_unique<Engine::Turn>(engine) : nullptr;
}

Result<Verification> verify(const Engine &engine, const std::function<bool(double)> &proceed)
{
    if (const Done done = engine.beginRead(); !done)
        return done.error();
    if (const Done done = checkReadable(engine); !done) {
        engine.rollback();
        return done.error();
    }
    Check check(engine, proceed);
    const Done done = check.run();
    engine.rollback();
    if (!done)
        return done.error();
    return check.take();
}

Result<Verification> verifyFile(const QString &path, const std::function<bool(double)> &proceed)
{
    const Result<std::unique_ptr<Engine>> engine = Engine::open(path);
    if (!engine && engine.error().code == Error::Code::WorkspaceDamaged)
        return Verification{0, 0, {{Finding::Kind::FileDamaged, {}, 0, 0, engine.error().values.value(1)}}};
    if (!engine)
        return engine.error();
    const Result<bool> isOurs = schema::isWorkspace(**engine);
    if (!isOurs)
        return isOurs.error();
    if (!*isOurs)
        return Error{Error::Code::NotAWorkspace, {path}};
    const std::unique_ptr<Engine::Turn> turn = turnBeside(**engine);
    return verify(**engine, proceed);
}

} // namespace milepost
