// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backupcare.h"

#include "core/domain/rights.h"
#include "core/services/session.h"
#include "core/storage/placing.h"
#include "core/storage/restoring.h"
#include "core/storage/workspacefile.h"

#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

// Who opens a file wants to see it first, and of many who open it in the same minute one makes the backup.
constexpr qint64 kSoonestMs = 20'000;
constexpr qint64 kSpreadMs = 60'000;

QDate dayOf(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, QTimeZone::utc()).date();
}

bool isGood(const Backup &backup)
{
    return backup.reason != BackupReason::Damaged;
}

QByteArray newWriteId()
{
    QByteArray id(16, Qt::Uninitialized);
    QRandomGenerator::system()->generate(id.begin(), id.end());
    return id;
}

bool seesWhole(const WorkingSet &state, PersonId person)
{
    const QList<const Board *> boards = state.of<Board>().all();
    return std::all_of(boards.begin(), boards.end(),
                       [&](const Board *board) { return canSee(state, person, board->id); });
}

/// Whether what is in a backup is in the file as well.
bool holds(const Engine &engine, WorkspaceId workspace, const Backup &backup)
{
    const Result<BackupContent> content = contentOf(backup.path());
    if (!content || content->workspace != workspace)
        return false;
    const Result<std::optional<JournalEntry>> entry = JournalReader(engine).entry(content->seq);
    return entry && *entry && (*entry)->hash == content->hash;
}

QString settingOf(WorkspaceId workspace)
{
    return u"integrity/"_s + workspace.toString();
}

/// A promise that is kept on another thread.
template<class Answer>
class Promised
{
public:
    Promised() { m_promise->start(); }
    QFuture<Answer> future() const { return m_promise->future(); }
    void answer(Answer answer) const
    {
        m_promise->addResult(std::move(answer));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Answer>> m_promise = std::make_shared<QPromise<Answer>>();
};

} // namespace

BackupCare::BackupCare(Profile &profile, Door door, std::function<Asker()> asker, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_door(std::move(door))
    , m_asker(std::move(asker))
    , m_delayMs(kSoonestMs + QRandomGenerator::global()->bounded(int(kSpreadMs)))
{
}

// What was begun before a change is brought to its end; what is made every day is made another time.
BackupCare::~BackupCare()
{
    m_isEnding = true;
    const auto nothing = [] { return 0; };
    m_background.run(nothing).waitForFinished();
    m_door.thread.run(nothing).waitForFinished(); // what those jobs have led to
    m_background.run(nothing).waitForFinished();
}

BackupStore BackupCare::storeFor(const Asker &asker) const
{
    return BackupStore(BackupFolders::of(asker.path, m_profile.folder(), asker.workspace));
}

QFuture<QList<Backup>> BackupCare::list()
{
    return m_background.run([store = storeFor(m_asker())] { return store.all(); });
}

std::optional<IntegrityNote> BackupCare::lastCheck() const
{
    const QString setting = settingOf(m_asker().workspace);
    const IntegrityNote note{m_profile.value(setting + u"/at"_s).toLongLong(),
                             m_profile.value(setting + u"/findings"_s).toLongLong()};
    return note.at > 0 ? std::optional(note) : std::nullopt;
}

BackupCare::Progress BackupCare::untilEnd(const Progress &progress)
{
    return [this, progress](double share) {
        QMetaObject::invokeMethod(this, [this, share] { Q_EMIT working(share); });
        return progress ? progress(share) : !m_isEnding;
    };
}

// On any thread.
void BackupCare::tell(const Asker &asker, const BackupOutcome &outcome,
                      const std::optional<Verification> &found)
{
    QMetaObject::invokeMethod(this, [this, asker, outcome, found] {
        const bool isCancelled = outcome.failure && outcome.failure->code == Error::Code::Cancelled;
        if (found && !isCancelled) {
            m_profile.setValue(settingOf(asker.workspace) + u"/at"_s, asker.now);
            m_profile.setValue(settingOf(asker.workspace) + u"/findings"_s, found->findings.size());
            Q_EMIT checked(*found);
        }
        if (!isCancelled)
            Q_EMIT made(outcome);
    });
}

QFuture<BackupOutcome> BackupCare::make(const Progress &progress)
{
    const Promised<BackupOutcome> promised;
    m_door.thread.run([this, promised, progress, asker = m_asker(), store = storeFor(m_asker())] {
        const WorkspaceFile *file = m_door.file();
        if (!file || !asker.person.isValid()) {
            promised.answer({{}, Error{file ? Error::Code::VisitorWrites : Error::Code::NotConnected}});
            return 0;
        }
        const Result<BackupStore::Taken> taken = store.take(file->engine(), BackupReason::Manual, asker.now);
        if (!taken) {
            promised.answer({{}, taken.error()});
            return 0;
        }
        m_background.run([this, promised, progress, asker, store, taken = *taken] {
            const BackupStore::Kept kept = store.keep(taken, asker.now, untilEnd(progress));
            tell(asker, kept.outcome, kept.verification);
            promised.answer(kept.outcome);
            return 0;
        });
        return 0;
    });
    return promised.future();
}

QFuture<Result<BackupLoss>> BackupCare::lossOf(const Backup &backup)
{
    return m_door.thread.run([this, backup, person = m_asker().person]() -> Result<BackupLoss> {
        WorkspaceFile *file = m_door.file();
        if (!file)
            return Error{Error::Code::NotConnected};
        const Result<QList<ChangeSet>> others = file->catchUp();
        if (others && !others->isEmpty())
            m_door.tell(*others);
        return lossBy(file->engine(), file->state(), person, backup);
    });
}

// A damaged file may not tell what has come since; then what was read of it before has to do.
Done BackupCare::checkMayRestore(WorkspaceFile &file, const Asker &asker) const
{
    if (!asker.person.isValid())
        return Error{Error::Code::VisitorWrites};
    const Result<QList<ChangeSet>> others = file.catchUp();
    if (others && !others->isEmpty())
        m_door.tell(*others);
    if (!seesWhole(file.state(), asker.person))
        return Error{Error::Code::NotSeenWhole};
    if (file.engine().isReadOnly())
        return Error{Error::Code::FileUnwritable,
                     {file.engine().path(), u"the file or its folder is read-only"_s}};
    return file.checkWritable();
}

Result<Receipt> BackupCare::replaceBy(const restoring::Prepared &prepared, const Asker &asker)
{
    WorkspaceFile *file = m_door.file();
    if (!file || file->state().workspace().id != asker.workspace)
        return Error{Error::Code::NotConnected};
    if (const Done done = checkMayRestore(*file, asker); !done)
        return done.error();
    const BackupStore store = storeFor(asker);
    const Engine &engine = file->engine();
    const Engine::Turn turn(engine);
    Result<BackupStore::Taken> before = store.take(engine, BackupReason::Restore, asker.now);
    if (!before && before.error().code == Error::Code::WorkspaceUnsound)
        before = store.takeBytes(engine, asker.now);
    if (!before)
        return before.error();
    const Result<JournalEntry> entry = restoring::putInPlace(
        engine, prepared, {asker.person, asker.now, newWriteId()}, {file->state().seq, file->headHash()});
    if (!entry) {
        placing::discard(before->temporary);
        return entry.error();
    }
    m_background.run([this, asker, store, before = *before] {
        tell(asker, store.keep(before, asker.now).outcome, {});
        return 0;
    });
    const Result<QList<ChangeSet>> news = file->catchUp();
    if (news) // else the next look follows
        m_door.tell(*news);
    const ChangeSet change{entry->seq, asker.person, Act::Restore, unpackDetails(entry->details), {}, true};
    return Receipt{change, entry->hash, {}};
}

QFuture<Result<Receipt>> BackupCare::restore(const Backup &backup, const Progress &progress)
{
    const Promised<Result<Receipt>> promised;
    const Asker asker = m_asker();
    m_background.run([this, promised, progress, asker, backup] {
        const Result<QString> folder = storeFor(asker).workFolder();
        const Result<restoring::Prepared> prepared =
            folder ? restoring::prepare(backup, *folder, asker.workspace, progress)
                   : Result<restoring::Prepared>(folder.error());
        if (!prepared) {
            promised.answer(prepared.error());
            return 0;
        }
        m_door.thread.run([this, promised, asker, prepared = *prepared] {
            const Result<Receipt> receipt = replaceBy(prepared, asker);
            placing::discard(prepared.path);
            promised.answer(receipt);
            return 0;
        });
        return 0;
    });
    return promised.future();
}

void BackupCare::begin()
{
    m_sinceBegin.start();
    m_triedOn = {};
    m_backedUpTo = 0;
}

bool BackupCare::isDue(const WorkspaceFile &file, const Asker &asker)
{
    const bool isSettled = m_sinceBegin.isValid() && m_sinceBegin.hasExpired(m_delayMs);
    const QDate today = dayOf(asker.now);
    if (!isSettled || m_isAtWork || m_triedOn == today || file.state().seq == 0)
        return false;
    if (!asker.person.isValid() || file.engine().isReadOnly() || !file.checkWritable())
        return false;
    return m_backedUpTo != file.state().seq && !isBackedUp(file, asker);
}

// Of several days without a change the last backup is still the last state.
bool BackupCare::isBackedUp(const WorkspaceFile &file, const Asker &asker)
{
    QList<Backup> backups = storeFor(asker).all();
    backups.removeIf([](const Backup &backup) { return !isGood(backup) || backup.here.isEmpty(); });
    if (backups.isEmpty())
        return false;
    m_backedUpTo = backups.first().seq;
    // Not only the first: that may be from years to come, by a clock that was wrong.
    if (std::any_of(backups.cbegin(), backups.cend(),
                    [&asker](const Backup &backup) { return dayOf(backup.at) == dayOf(asker.now); }))
        m_triedOn = dayOf(asker.now);
    return m_triedOn == dayOf(asker.now) || m_backedUpTo == file.state().seq;
}

void BackupCare::look(const Asker &asker)
{
    const WorkspaceFile *file = m_door.file();
    if (file && file->state().workspace().id == asker.workspace && isDue(*file, asker))
        makeDaily(*file, asker);
}

// Somebody else's of today, beside the file, saves everybody another reading of the whole.
void BackupCare::makeDaily(const WorkspaceFile &file, const Asker &asker)
{
    const BackupStore store = storeFor(asker);
    m_triedOn = dayOf(asker.now);
    const QList<Backup> backups = store.all();
    const auto others = std::find_if(backups.cbegin(), backups.cend(), [&](const Backup &backup) {
        return isGood(backup) && dayOf(backup.at) == m_triedOn &&
               holds(file.engine(), asker.workspace, backup);
    });
    if (others != backups.cend()) {
        m_isAtWork = true;
        m_background.run([this, asker, store, others = *others] {
            const BackupStore::Kept kept = store.fetch(others, asker.now, untilEnd({}));
            m_isAtWork = false;
            tell(asker, kept.outcome, kept.verification);
            return 0;
        });
        return;
    }
    const Result<BackupStore::Taken> taken = store.take(file.engine(), BackupReason::Daily, asker.now);
    if (!taken)
        return tell(asker, {{}, taken.error()}, {});
    m_isAtWork = true;
    m_background.run([this, asker, store, taken = *taken] {
        const BackupStore::Kept kept = store.keep(taken, asker.now, untilEnd({}));
        m_isAtWork = false;
        tell(asker, kept.outcome, kept.verification);
        return 0;
    });
}

std::optional<Error> BackupCare::beforeBulk(qint64 rows, const Asker &asker)
{
    const WorkspaceFile *file = m_door.file();
    if (!file || rows < kBulkRows || !asker.person.isValid())
        return std::nullopt;
    const BackupStore store = storeFor(asker);
    const Result<qint64> head = JournalReader(file->engine()).head();
    const QList<Backup> backups = store.all();
    const auto last = std::find_if(backups.cbegin(), backups.cend(), isGood);
    if (head && last != backups.cend() && last->seq == *head)
        return std::nullopt;
    const Result<BackupStore::Taken> taken = store.take(file->engine(), BackupReason::Bulk, asker.now);
    if (!taken) {
        tell(asker, {{}, taken.error()}, {});
        return taken.error();
    }
    m_background.run([this, asker, store, taken = *taken] {
        const BackupStore::Kept kept = store.keep(taken, asker.now);
        tell(asker, kept.outcome, kept.verification);
        return 0;
    });
    return std::nullopt;
}

Done BackupCare::beforeMigration(const Asker &asker)
{
    const WorkspaceFile *file = m_door.file();
    if (!file)
        return Error{Error::Code::NotConnected};
    const BackupOutcome outcome = storeFor(asker).make(file->engine(), BackupReason::Migration, asker.now);
    tell(asker, outcome, {});
    return outcome.made ? Done() : Done(outcome.failure.value_or(Error{Error::Code::StorageFailed}));
}

} // namespace milepost
