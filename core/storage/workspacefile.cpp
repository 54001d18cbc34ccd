// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/workspacefile.h"

#include "core/domain/figures/boardfigures.h"
#include "core/domain/lookup.h"
#include "core/storage/loader.h"
#include "core/storage/past.h"
#include "core/storage/placing.h"
#include "core/storage/restoring.h"
#include "core/storage/writeunit.h"

#include <QFileInfo>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr qsizetype kMostChanges = 10000; // past this many, what is shown is reloaded instead
constexpr qsizetype kWriteIdSize = 16;
constexpr qsizetype kMostOwn = 100; // far more than anybody has on the way at once

QByteArray randomWriteId()
{
    QByteArray id(kWriteIdSize, Qt::Uninitialized);
    QRandomGenerator::system()->generate(id.begin(), id.end());
    return id;
}

void setRevs(Edits &edits, qint64 seq)
{
    edits.forEach([seq](auto &part) {
        for (auto &record : part.added)
            record.rev = seq;
        for (auto &record : part.changed)
            record.rev = seq;
    });
}

Done applyAll(WriteUnit &unit, Draft &draft, qsizetype &count)
{
    count = draft.edits.count();
    if (const Done done = unit.apply(draft.edits); !done)
        return done;
    Edits part;
    while (draft.more && draft.more(part)) {
        count += part.count();
        if (const Done done = unit.apply(part); !done)
            return done;
        part = {};
    }
    if (draft.isCancelled && draft.isCancelled())
        return Error{Error::Code::Cancelled};
    return {};
}

Result<JournalEntry> writeDraft(const Engine &engine, Draft &draft, const WorkspaceFile::Writer &writer)
{
    const Result<std::unique_ptr<WriteUnit>> unit = WriteUnit::begin(engine);
    if (!unit)
        return unit.error();
    qsizetype count = 0;
    if (const Done done = applyAll(**unit, draft, count); !done)
        return done.error();
    return (*unit)->commit({writer.person, writer.now, randomWriteId()}, draft.act, draft.values);
}

Done build(const Engine &engine, int version)
{
    Done done = engine.beginWrite();
    if (done)
        done = schema::build(engine, version);
    return done ? engine.commit() : done;
}

Done writeSteps(const Engine &engine, const WorkspaceFile::Step &step)
{
    Draft draft;
    WorkspaceFile::Writer writer;
    for (;;) {
        const Result<bool> hasStep = step(draft, writer);
        if (!hasStep)
            return hasStep.error();
        if (!*hasStep)
            return {};
        const Result<JournalEntry> entry = writeDraft(engine, draft, writer);
        if (!entry)
            return entry.error();
        draft = {};
    }
}

// Nobody can lose what is not yet in place: one fsync at the end is enough.
Done buildAndFill(const Engine &engine, const std::function<Done(const Engine &)> &fill, int version)
{
    Done done = engine.exec(u"PRAGMA synchronous=OFF"_s);
    if (done)
        done = build(engine, version);
    if (done)
        done = fill(engine);
    return done ? engine.syncFile() : done;
}

} // namespace

Done WorkspaceFile::create(const QString &path, const Step &step, int version)
{
    return createBy(
        path, [&step](const Engine &engine) { return writeSteps(engine, step); }, version);
}

Done WorkspaceFile::createBy(const QString &path, const std::function<Done(const Engine &)> &fill,
                             int version)
{
    if (QFileInfo::exists(path))
        return Error{Error::Code::FileExists, {path}};
    const QString temporary = placing::temporaryNameFor(path);
    Done done;
    {
        const Result<std::unique_ptr<Engine>> engine = Engine::create(temporary);
        done = engine ? buildAndFill(**engine, fill, version) : Done(engine.error());
    }
    if (done)
        done = placing::putInPlace(temporary, path);
    if (done)
        return {};
    placing::discard(temporary);
    Error error = done.error();
    for (QString &value : error.values)
        if (value == temporary)
            value = path;
    return error;
}

Result<std::unique_ptr<WorkspaceFile>> WorkspaceFile::open(const QString &path)
{
    return open(path, preflightOf(path));
}

Result<std::unique_ptr<WorkspaceFile>> WorkspaceFile::open(const QString &path, const Preflight &place)
{
    Result<std::unique_ptr<Engine>> engine = Engine::open(path);
    if (!engine)
        return engine.error();
    std::unique_ptr<WorkspaceFile> file(new WorkspaceFile(std::move(*engine)));
    file->m_place = place;
    if (const Done done = checkHeader(file->engine()); !done)
        return done.error();
    if (const Done done = file->engine().leaveWal(); !done)
        return done.error();
    return file;
}

Done WorkspaceFile::checkHeader(const Engine &engine)
{
    const Result<schema::Header> header = schema::readHeader(engine);
    if (!header)
        return header.error();
    if (header->applicationId != schema::kApplicationId)
        return Error{Error::Code::NotAWorkspace, {engine.path()}};
    // A later step that its own row tells of leaves it to min_reader who may read.
    const Result<qint64> lastStep = engine.number(u"SELECT coalesce(max(id), 0) FROM migration"_s);
    if (header->version > schema::kVersion && (!lastStep || *lastStep != header->version))
        return Error{Error::Code::WorkspaceNewer, {engine.path(), QString::number(header->version)}};
    if (header->version < 1)
        return Error{Error::Code::WorkspaceDamaged, {engine.path(), u"it has no schema version"_s}};
    if (lastStep && header->version < *lastStep)
        return Error{Error::Code::WorkspaceDamaged, {engine.path(), u"its schema version was set back"_s}};
    const Result<qint64> minReader = engine.number(u"SELECT coalesce(max(min_reader), -1) FROM workspace"_s);
    if (!minReader && minReader.error().code == Error::Code::StorageFailed)
        return Error{Error::Code::WorkspaceDamaged, {engine.path(), minReader.error().values.value(1)}};
    if (!minReader)
        return minReader.error();
    if (*minReader < 0)
        return Error{Error::Code::WorkspaceDamaged, {engine.path(), u"the workspace has no row"_s}};
    if (*minReader > schema::kVersion)
        return Error{Error::Code::WorkspaceNewer, {engine.path(), QString::number(*minReader)}};
    return {};
}

// An older program never writes what it does not understand, also when the step was taken while it was open.
Done WorkspaceFile::checkWritable() const
{
    const Workspace &workspace = m_state.workspace();
    const int needed = qMax(workspace.minReader, workspace.minWriter);
    if (needed > schema::kVersion)
        return Error{Error::Code::WorkspaceNewer, {m_engine->path(), QString::number(needed)}};
    // Whoever is alone writes to nobody's loss.
    const bool isAlone = m_state.of<Device>().size() <= 1;
    if (m_place.fitness == Fitness::Unfit || (m_place.fitness == Fitness::Synced && !isAlone))
        return Error{Error::Code::PlaceUnfit, {m_engine->path(), m_place.value}};
    if (!areLocksSeen())
        return Error{Error::Code::LocksUnseen, {m_engine->path(), unseen()}};
    return {};
}

void WorkspaceFile::introduce(const Peer &self)
{
    m_self = self;
    m_self.schema = schema::kVersion;
    introduceConnection();
}

// Each connection has a name of its own: one that broke off may have left its words behind.
void WorkspaceFile::introduceConnection()
{
    m_self.id = QString::fromLatin1(randomWriteId().toHex());
    m_engine->introduce(m_self);
}

std::optional<QList<Peer>> WorkspaceFile::meet()
{
    const bool isHeard = m_engine->isHeard();
    const std::optional<QList<Peer>> peers = m_engine->meet();
    if (peers)
        m_canary.look(*peers, isHeard);
    return peers;
}

Result<bool> WorkspaceFile::hasNews()
{
    const Result<qint64> version = m_engine->dataVersion();
    if (!version)
        return version.error();
    return std::exchange(m_dataVersion, *version) != *version;
}

Done WorkspaceFile::reconnect()
{
    Result<std::unique_ptr<Engine>> engine = Engine::open(m_engine->path());
    if (!engine)
        return engine.error();
    if (const Done done = checkHeader(**engine); !done)
        return done.error();
    if (const Done done = checkSameHistory(**engine); !done)
        return done.error();
    m_engine = *std::move(engine);
    introduceConnection();
    m_dataVersion = -1;
    return {};
}

// A copy that goes on from what was seen is as good as the file itself; an older one, or another workspace,
// is not.
Done WorkspaceFile::checkSameHistory(const Engine &engine) const
{
    const Error replaced{Error::Code::WorkspaceReplaced, {m_engine->path()}};
    const Result<qint64> id = engine.number(u"SELECT max(id) FROM workspace"_s);
    if (!id)
        return id.error();
    const WorkspaceId known = m_state.workspace().id;
    if (known.isValid() && WorkspaceId(*id) != known)
        return replaced;
    const Result<bool> isSame = holdsKnown(engine);
    if (!isSame || *isSame)
        return isSame ? Done() : Done(isSame.error());
    const Result<std::optional<JournalEntry>> restore =
        restoring::restoreAfter(engine, {m_state.seq, m_headHash});
    if (!restore)
        return restore.error();
    return *restore ? Done() : Done(replaced);
}

// Whether all that was seen of the file is in it, by the last entry.
Result<bool> WorkspaceFile::holdsKnown(const Engine &engine) const
{
    const Result<std::optional<JournalEntry>> entry = JournalReader(engine).entry(m_state.seq);
    if (!entry)
        return entry.error();
    return m_state.seq == 0 || (*entry && (*entry)->hash == m_headHash);
}

Done WorkspaceFile::noteHead()
{
    const Result<std::optional<JournalEntry>> entry = JournalReader(*m_engine).entry(m_state.seq);
    if (!entry)
        return entry.error();
    m_headHash = *entry ? (*entry)->hash : QByteArray();
    return {};
}

Done WorkspaceFile::loadStart(BoardId board)
{
    Done done = m_engine->beginRead();
    if (!done)
        return done;
    done = loadFrame();
    if (done && board.isValid())
        done = Loader(*m_engine).loadBoard(m_state, board);
    m_engine->rollback();
    if (done && board.isValid())
        m_shown.insert(board);
    return done;
}

// What was loaded before has to follow first: the state is at one entry, not at several.
Done WorkspaceFile::loadFrame()
{
    if (m_state.seq > 0) {
        const Result<QList<ChangeSet>> others = catchUpInside();
        return others ? Done() : Done(others.error());
    }
    const Result<qint64> head = JournalReader(*m_engine).head();
    if (!head)
        return head.error();
    if (const Done done = Loader(*m_engine).loadFrame(m_state); !done)
        return done;
    m_state.seq = *head;
    return noteHead();
}

Done WorkspaceFile::loadStructure()
{
    Done done = m_engine->beginRead();
    if (!done)
        return done;
    const Done isKnown = checkSameHistory(*m_engine);
    const Result<qint64> head = isKnown ? JournalReader(*m_engine).head() : Result<qint64>(isKnown.error());
    const Result<bool> isSame = holdsKnown(*m_engine);
    WorkingSet fresh;
    fresh.series = m_state.series;
    done = head ? Loader(*m_engine).loadStructure(fresh) : Done(head.error());
    // Others may have written between the two reads: series read earlier are then read again.
    if (done && !(m_state.seq == *head && isSame && *isSame)) {
        const QList<KpiId> loaded = fresh.series.keys();
        fresh.series.clear();
        done = Loader(*m_engine).loadSeries(fresh, loaded);
    }
    if (done) {
        fresh.seq = *head;
        m_state = fresh;
        m_isWhole = true;
        done = noteHead();
    }
    m_engine->rollback();
    return done;
}

Done WorkspaceFile::loadSeries(const QList<KpiId> &kpis)
{
    return Loader(*m_engine).loadSeries(m_state, kpis);
}

Done WorkspaceFile::loadAllSeries()
{
    m_hasAllSeries = true;
    return Loader(*m_engine).loadAllSeries(m_state);
}

Done WorkspaceFile::loadShownSeries(WorkingSet &state) const
{
    const Loader loader(*m_engine);
    if (m_hasAllSeries) {
        QList<KpiId> all;
        for (const Kpi *kpi : state.of<Kpi>().all())
            all.append(kpi->id);
        return loader.loadSeries(state, all);
    }
    for (const BoardId board : m_shown) {
        const QSet<KpiId> needed = seriesNeeded(state, board);
        if (const Done done = loader.loadSeries(state, {needed.cbegin(), needed.cend()}); !done)
            return done;
    }
    return {};
}

Result<QList<ChangeSet>> WorkspaceFile::catchUp()
{
    if (const Done done = m_engine->beginRead(); !done)
        return done.error();
    Result<QList<ChangeSet>> changes = catchUpInside();
    m_engine->rollback();
    if (!changes)
        m_dataVersion = -1; // what was not read is still news
    return changes;
}

Result<QList<ChangeSet>> WorkspaceFile::catchUpInside()
{
    // It was open when a newer program took it to where this one may not follow.
    if (const int minReader = m_state.workspace().minReader; minReader > schema::kVersion)
        return Error{Error::Code::WorkspaceNewer, {m_engine->path(), QString::number(minReader)}};
    const Result<qint64> head = JournalReader(*m_engine).head();
    if (!head)
        return head.error();
    const Result<bool> isSame = holdsKnown(*m_engine);
    if (!isSame)
        return isSame.error();
    if (!*isSame)
        return followRestore();
    if (*head == m_state.seq)
        return QList<ChangeSet>();
    Result<QList<ChangeSet>> changes = changesAfter(m_state.seq);
    if (!changes)
        return changes.error();
    const bool isTooLarge = std::any_of(changes->cbegin(), changes->cend(),
                                        [](const ChangeSet &change) { return change.isTooLarge; });
    for (const ChangeSet &change : *changes)
        m_state.apply(change);
    if (const Done done = isTooLarge ? reload() : loadShownSeries(m_state); !done)
        return done.error();
    if (const Done done = noteHead(); !done)
        return done.error();
    return changes;
}

// What a restored backup put in the place of the rows no list of changes tells.
Result<QList<ChangeSet>> WorkspaceFile::changesAfter(qint64 seq) const
{
    Result<QList<ChangeSet>> changes = Past(*m_engine).changesAfter(seq, kMostChanges);
    if (changes)
        for (ChangeSet &change : *changes)
            change.isTooLarge = change.isTooLarge || change.act == Act::Restore;
    return changes;
}

// Some of what was seen is no longer in the file: because of a restored backup, or it was rolled back.
Result<QList<ChangeSet>> WorkspaceFile::followRestore()
{
    const Result<std::optional<JournalEntry>> restore =
        restoring::restoreAfter(*m_engine, {m_state.seq, m_headHash});
    if (!restore)
        return restore.error();
    if (!*restore)
        return Error{Error::Code::WorkspaceReplaced, {m_engine->path()}};
    Result<QList<ChangeSet>> changes = changesAfter((*restore)->seq - 1);
    if (!changes)
        return changes;
    if (const Done done = reload(); !done)
        return done.error();
    if (const Done done = noteHead(); !done)
        return done.error();
    m_own.clear();
    m_hasFollowedRestore = true;
    return changes;
}

Done WorkspaceFile::reload()
{
    const Result<qint64> head = JournalReader(*m_engine).head();
    if (!head)
        return head.error();
    WorkingSet fresh;
    const Loader loader(*m_engine);
    if (const Done done = loader.loadStructure(fresh); !done)
        return done;
    if (const Done done = loader.loadSeries(fresh, m_state.series.keys()); !done)
        return done;
    if (const Done done = loadShownSeries(fresh); !done)
        return done;
    fresh.seq = *head;
    m_state = fresh;
    return {};
}

Result<Draft> WorkspaceFile::decide(const Request &request)
{
    if (request.needs)
        if (const Done done = loadSeries(request.needs(m_state)); !done)
            return done.error();
    Situation situation{m_state, request.writer.person, request.writer.today, request.writer.now,
                        IdSource::startingAt(request.firstId)};
    return request.decide(situation);
}

Result<std::optional<WorkspaceFile::Written>> WorkspaceFile::findWritten(const QByteArray &writeId) const
{
    Statement select = m_engine->prepare("SELECT seq,hash FROM journal WHERE write_id=?");
    select.bindBytes(1, writeId);
    std::optional<Written> found;
    if (select.next()) {
        found.emplace();
        found->change.seq = select.integer(0);
        found->hash = select.bytes(1);
    }
    if (const Done done = select.status(); !done)
        return done.error();
    return found;
}

Result<bool> WorkspaceFile::holds(const QByteArray &writeId) const
{
    const Result<std::optional<Written>> found = findWritten(writeId);
    return found ? Result<bool>(found->has_value()) : Result<bool>(found.error());
}

// What a write comes to that writes nothing.
WorkspaceFile::Written WorkspaceFile::nothingOf(const Draft &draft, const Request &request)
{
    return {ChangeSet{0, request.writer.person, draft.act, draft.values, {}, false}, {}};
}

Done WorkspaceFile::follow(const Result<QList<ChangeSet>> &others, const News &news)
{
    if (!others)
        return others.error();
    if (news)
        std::for_each(others->cbegin(), others->cend(), news);
    return {};
}

Result<WorkspaceFile::Written> WorkspaceFile::write(const Request &request, const News &news)
{
    if (!m_isWhole)
        if (const Done done = loadStructure(); !done)
            return done.error();
    if (request.dryRun)
        return rehearse(request, news);
    m_hasTriedToCommit = false;
    Result<Written> written = perform(request, news);
    if (!written && m_hasTriedToCommit)
        return settle(request, written.error(), news);
    // Of a file that others hold nothing was written, and to look again is to wait again.
    const bool mayBeHalf = !written && written.error().code != Error::Code::WorkspaceLocked;
    // A new connection takes back what the old one left half written; if there can be none, the next look at
    // the file tries again.
    if (mayBeHalf && !m_engine->recover() && !reconnect())
        m_dataVersion = -1;
    return written;
}

// A COMMIT that failed may have been made all the same: what is in the file decides, as a new connection
// finds it.
Result<WorkspaceFile::Written> WorkspaceFile::settle(const Request &request, const Error &error,
                                                     const News &news)
{
    m_engine->rollback();
    m_dataVersion = -1;
    const Error unknown{Error::Code::WriteUnknown, {m_engine->path()}, error.detail};
    if (!reconnect())
        return unknown;
    const WorkingSet before = m_state;
    Result<QList<ChangeSet>> changes = catchUp();
    const Result<std::optional<Written>> found = findWritten(request.writeId);
    if (!changes || !found)
        return unknown;
    Written written;
    if (*found) {
        written = **found;
        written.change.isTooLarge = true; // unless it is among what was just read
        for (qsizetype i = changes->size(); i-- > 0;)
            if (changes->at(i).seq == written.change.seq) {
                written.change = changes->takeAt(i);
                m_own.append({written.change.seq, written.change.edits, before});
            }
    }
    if (const Done done = follow(changes, news); !done)
        return done.error();
    return *found ? Result<Written>(written) : error;
}

Result<WorkspaceFile::Written> WorkspaceFile::rehearse(const Request &request, const News &news)
{
    if (const Done done = follow(catchUp(), news); !done)
        return done.error();
    const Result<Draft> draft = decide(request);
    if (!draft)
        return draft.error();
    return nothingOf(*draft, request);
}

// A file that could only be read when it was opened may be writable by now.
bool WorkspaceFile::isWritableNow()
{
    if (m_engine->isReadOnly() && QFileInfo(m_engine->path()).isWritable() && !reconnect())
        return false;
    return !m_engine->isReadOnly();
}

// The order is the one of DESIGN.md, section 7. The outbox goes before the write lock and the queue for turns
// before BEGIN IMMEDIATE, when several people share a file.
Result<WorkspaceFile::Written> WorkspaceFile::perform(const Request &request, const News &news)
{
    if (!isWritableNow())
        return Error{Error::Code::FileUnwritable,
                     {m_engine->path(), u"the file or its folder is read-only"_s}};
    const Result<std::unique_ptr<WriteUnit>> unit = WriteUnit::begin(*m_engine);
    if (!unit)
        return unit.error();
    if (const Done done = follow(catchUpInside(), news); !done)
        return done.error();
    const Result<std::optional<Written>> before = findWritten(request.writeId);
    if (!before)
        return before.error();
    if (*before)
        return **before;
    if (const Done done = checkWritable(); !done)
        return done.error();

    Result<Draft> draft = decide(request);
    if (!draft)
        return draft.error();
    if (draft->nothingToDo)
        return nothingOf(*draft, request);
    if (const Done done = checkConflicts(request, *draft); !done)
        return done.error();
    return commit(**unit, *draft, request);
}

// What an import finds changed it tells in its own way.
Done WorkspaceFile::checkConflicts(const Request &request, const Draft &draft) const
{
    // After a restore the same number may stand for another state.
    const bool isAsSeen = request.seen && request.seen->seq == m_state.seq && !m_hasFollowedRestore;
    if (!request.seen || draft.more || isAsSeen)
        return {};
    Seen seen(*request.seen);
    for (const Own &own : m_own)
        if (own.seq > request.seen->seq)
            seen.add(own.edits, own.before);
    const QList<Conflict> conflicts = seen.conflictsWith(draft.edits, m_state);
    if (conflicts.isEmpty())
        return {};
    if (request.onConflict)
        request.onConflict(conflicts, m_state);
    const Conflict &first = conflicts.first();
    const std::optional<Named> row = nameOf(m_state, first.row);
    const std::optional<Named> named = row ? row : nameOf(m_state, first.parent);
    const Result<QString> author = authorOf(first.seq);
    if (!author)
        return author.error();
    return Error{Error::Code::Conflict, {named ? named->name : QString::number(first.row), *author}};
}

Result<QString> WorkspaceFile::authorOf(qint64 seq) const
{
    const Result<std::optional<JournalEntry>> entry = JournalReader(*m_engine).entry(seq);
    if (!entry)
        return entry.error();
    const Person *author = *entry ? m_state.find((*entry)->author) : nullptr;
    return author ? author->name : QString();
}

void WorkspaceFile::noteOwn(const Edits &edits, qint64 seq)
{
    m_own.append({seq, edits, m_state});
    if (m_own.size() > kMostOwn)
        m_own.removeFirst();
}

Result<WorkspaceFile::Written> WorkspaceFile::commit(WriteUnit &unit, Draft &draft, const Request &request)
{
    const bool isBulk = bool(draft.more);
    qsizetype count = 0;
    if (draft.schemaStep > 0)
        if (const Done done = schema::takeStep(*m_engine, draft.schemaStep); !done)
            return done.error();
    if (const Done done = applyAll(unit, draft, count); !done)
        return done.error();
    m_hasTriedToCommit = true;
    const Result<JournalEntry> entry =
        unit.commit({request.writer.person, request.writer.now, request.writeId}, draft.act, draft.values);
    if (!entry)
        return entry.error();

    setRevs(draft.edits, entry->seq);
    Written written{ChangeSet{entry->seq, request.writer.person, draft.act, draft.values, {}, false},
                    entry->hash};
    written.change.edits = std::move(draft.edits);
    written.change.isTooLarge = isBulk || count > kMostChanges;
    noteOwn(written.change.edits, entry->seq);
    m_state.apply(written.change);
    m_headHash = entry->hash;
    if (const Done kept = isBulk ? reload() : loadShownSeries(m_state); !kept)
        return kept.error();
    return written;
}

} // namespace milepost
