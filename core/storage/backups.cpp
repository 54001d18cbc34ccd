// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backups.h"

#include "core/domain/backupplan.h"
#include "core/storage/engine.h"
#include "core/storage/journal.h"
#include "core/storage/placing.h"
#include "core/storage/schema.h"
#include "core/storage/soundcopy.h"
#include "core/storage/verifier.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

const QString kInstant = u"yyyy-MM-dd'T'HH-mm-ss'Z'"_s;
const QString kSuffix = u".milepost"_s;
constexpr int kSeqDigits = 9;
constexpr qint64 kSecondMs = 1000;
constexpr qint64 kLeftoverMs = qint64{3'600'000} * 24; // what is this old nobody is still writing
constexpr QFileDevice::Permissions kMine = QFile::ReadOwner | QFile::WriteOwner;

QString nameOf(const Backup &backup)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(backup.at, QTimeZone::utc());
    const QString seq = QString::number(backup.seq).rightJustified(kSeqDigits, u'0');
    return at.toString(kInstant) + u'-' + seq + u'-' + wordOf(backup.reason) + kSuffix;
}

std::optional<Backup> backupOf(const QFileInfo &file)
{
    static const QRegularExpression pattern(
        uR"(^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)-(\d{9,18})-([a-z]+)\.milepost$)"_s);
    const QRegularExpressionMatch match = pattern.match(file.fileName());
    const std::optional<BackupReason> reason = fromWord<BackupReason>(match.captured(3));
    QDateTime at = QDateTime::fromString(match.captured(1), kInstant);
    if (!match.hasMatch() || !reason || !at.isValid())
        return std::nullopt;
    at.setTimeZone(QTimeZone::utc());
    Backup backup;
    backup.at = at.toMSecsSinceEpoch();
    backup.seq = match.captured(2).toLongLong();
    backup.reason = *reason;
    backup.bytes = file.size();
    return backup;
}

QList<Backup> listIn(const QString &folder, QString Backup::*place)
{
    QList<Backup> backups;
    const QFileInfoList files = QDir(folder).entryInfoList({u'*' + kSuffix}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files)
        if (std::optional<Backup> backup = backupOf(file)) {
            (*backup).*place = file.filePath();
            backups.append(*backup);
        }
    return backups;
}

bool isOne(const Backup &left, const Backup &right)
{
    return left.at == right.at && left.seq == right.seq && left.reason == right.reason;
}

/// By the clock of whoever keeps the folder: one's own may be wrong. Invalid if nothing can be made there.
QDateTime nowIn(const QString &folder)
{
    QTemporaryFile probe(folder + u"/.now-XXXXXX"_s);
    return probe.open() ? QFileInfo(probe.fileName()).lastModified() : QDateTime();
}

void pruneIn(const QString &folder, QString Backup::*place, qint64 now)
{
    // What somebody else has removed meanwhile is gone as well, and what cannot be removed is tried again.
    for (const Backup &backup : backupsToRemove(listIn(folder, place), now))
        QFile::remove(backup.*place);
    const QFileInfoList leftovers = QDir(folder).entryInfoList({u'*' + kSuffix + u".new-*"_s}, QDir::Files);
    if (leftovers.isEmpty())
        return;
    const QDateTime limit = nowIn(folder).addMSecs(-kLeftoverMs);
    for (const QFileInfo &file : leftovers)
        if (limit.isValid() && file.lastModified() < limit)
            QFile::remove(file.filePath());
}

Result<BackupContent> contentOf(const Engine &engine)
{
    const Result<schema::Header> header = schema::readHeader(engine);
    if (!header)
        return header.error();
    if (header->applicationId != schema::kApplicationId)
        return Error{Error::Code::NotAWorkspace, {engine.path()}};
    const Result<qint64> id = engine.number(u"SELECT max(id) FROM workspace"_s);
    if (!id)
        return id.error();
    const JournalReader reader(engine);
    const Result<qint64> head = reader.head();
    if (!head)
        return head.error();
    const Result<std::optional<JournalEntry>> entry = reader.entry(*head);
    if (!entry)
        return entry.error();
    return BackupContent{WorkspaceId(*id), header->version, *head, *entry ? (*entry)->hash : QByteArray()};
}

} // namespace

Result<BackupContent> contentOf(const QString &path)
{
    const Result<std::unique_ptr<Engine>> engine = Engine::open(path, Engine::Mode::ReadOnly);
    return engine ? contentOf(**engine) : Result<BackupContent>(engine.error());
}

BackupFolders BackupFolders::of(const QString &workspace, const QString &profileFolder, WorkspaceId id)
{
    return {workspace, profileFolder + u"/backups/"_s + id.toString()};
}

QList<Backup> BackupStore::all() const
{
    QList<Backup> backups = listIn(m_folders.beside(), &Backup::beside);
    if (!m_folders.here.isEmpty())
        for (const Backup &here : listIn(m_folders.here, &Backup::here)) {
            const auto same = std::find_if(backups.begin(), backups.end(),
                                           [&here](const Backup &one) { return isOne(one, here); });
            if (same == backups.end())
                backups.append(here);
            else
                same->here = here.here;
        }
    std::stable_sort(backups.begin(), backups.end(), [](const Backup &left, const Backup &right) {
        return std::pair(left.at, left.seq) > std::pair(right.at, right.seq);
    });
    return backups;
}

// On this machine first: a copy on a share is read and written over the network while the others wait.
QList<BackupStore::Place> BackupStore::places() const
{
    QList<Place> places;
    if (!m_folders.here.isEmpty())
        places.append({m_folders.here, false});
    places.append({m_folders.beside(), true});
    return places;
}

QFileDevice::Permissions BackupStore::permissionsIn(const Place &place) const
{
    return place.isShared ? QFileInfo(m_folders.workspace).permissions() | kMine : kMine;
}

// Whoever may read the workspace may list its backups, and whoever may write it may add to them.
Done BackupStore::prepare(const Place &place) const
{
    const QFileInfo folder(place.folder);
    if (folder.isDir())
        return folder.isWritable()
                   ? Done()
                   : Error{Error::Code::FileUnwritable, {place.folder, u"permission denied"_s}};
    QFileDevice::Permissions rights = permissionsIn(place);
    const QList<std::pair<QFileDevice::Permission, QFileDevice::Permission>> entering = {
        {QFile::ReadOwner, QFile::ExeOwner},
        {QFile::ReadGroup, QFile::ExeGroup},
        {QFile::ReadOther, QFile::ExeOther}};
    for (const auto &[read, enter] : entering)
        rights.setFlag(enter, rights.testFlag(read));
    if (QDir().mkpath(place.folder) && QFile::setPermissions(place.folder, rights))
        return {};
    return Error{Error::Code::FileUnwritable, {place.folder, u"the folder cannot be made"_s}};
}

Result<BackupStore::Taken> BackupStore::takeIn(const Place &place,
                                               const std::function<Done(const QString &)> &write,
                                               BackupReason reason, qint64 now) const
{
    if (const Done done = prepare(place); !done)
        return done.error();
    Taken taken;
    taken.backup.at = now - now % kSecondMs;
    taken.backup.reason = reason;
    taken.temporary = placing::temporaryNameFor(place.folder + u'/' + nameOf(taken.backup));
    Done done = write(taken.temporary);
    if (done && !QFile::setPermissions(taken.temporary, permissionsIn(place)))
        done = Error{Error::Code::FileUnwritable, {place.folder, u"its rights cannot be set"_s}};
    if (done)
        return taken;
    placing::discard(taken.temporary);
    Error error = done.error();
    error.values.replaceInStrings(taken.temporary, place.folder);
    return error;
}

Result<BackupStore::Taken> BackupStore::takeSomewhere(const std::function<Done(const QString &)> &write,
                                                      BackupReason reason, qint64 now) const
{
    std::optional<Error> failure;
    for (const Place &place : places()) {
        Result<Taken> taken = takeIn(place, write, reason, now);
        if (taken) {
            taken->failure = failure;
            return taken;
        }
        if (!failure)
            failure = taken.error();
        if (taken.error().code == Error::Code::WorkspaceUnsound)
            break; // it is not the place
    }
    return *failure;
}

Result<BackupStore::Taken> BackupStore::take(const Engine &engine, BackupReason reason, qint64 now) const
{
    const Engine::Turn turn(engine);
    Result<Taken> taken = takeSomewhere(
        [&engine](const QString &temporary) { return copyUnchecked(engine, temporary, temporary); }, reason,
        now);
    if (const Result<qint64> head = JournalReader(engine).head(); taken && head)
        taken->backup.seq = *head; // if it cannot be read, the copy knows
    return taken;
}

Result<BackupStore::Taken> BackupStore::takeBytes(const Engine &engine, qint64 now) const
{
    const Engine::Turn turn(engine);
    return takeSomewhere([&engine](const QString &temporary) { return engine.writeBytes(temporary); },
                         BackupReason::Damaged, now);
}

Done BackupStore::check(Taken &taken, Verification &verification,
                        const std::function<bool(double)> &proceed) const
{
    Result<Verification> verified = verifyFile(taken.temporary, proceed);
    if (!verified)
        return verified.error();
    verification = *std::move(verified);
    const Result<BackupContent> content = milepost::contentOf(taken.temporary);
    if (!content)
        return content.error();
    taken.backup.seq = content->seq;
    return verification.findings.isEmpty() ? Done()
                                           : Error{Error::Code::WorkspaceUnsound, {m_folders.workspace}};
}

BackupStore::Kept BackupStore::keep(Taken taken, qint64 now, const std::function<bool(double)> &proceed) const
{
    Kept kept;
    BackupReason &reason = taken.backup.reason;
    const Done done = reason == BackupReason::Damaged ? Done() : check(taken, kept.verification, proceed);
    const bool isLastWayBack = reason == BackupReason::Restore;
    if (!done && (!isLastWayBack || done.error().code == Error::Code::Cancelled)) {
        placing::discard(taken.temporary);
        kept.outcome.failure = done.error();
        return kept;
    }
    if (!done)
        reason = BackupReason::Damaged;
    kept.outcome = spread(taken);
    if (kept.outcome.made && reason != BackupReason::Damaged)
        prune(now);
    return kept;
}

// To where it was made, and from there to the other place.
BackupOutcome BackupStore::spread(const Taken &taken) const
{
    BackupOutcome outcome{{}, taken.failure};
    const QString name = nameOf(taken.backup);
    const QString folder = QFileInfo(taken.temporary).path();
    const QString first = folder + u'/' + name;
    const Done done = placing::putInPlace(taken.temporary, first);
    if (!done) {
        placing::discard(taken.temporary);
        if (done.error().code != Error::Code::FileExists) // of this second and entry there is one already
            return {{}, done.error()};
    }
    outcome.made = taken.backup;
    outcome.made->bytes = QFileInfo(first).size();
    for (const Place &place : places()) {
        const QString copy = place.folder + u'/' + name;
        const bool isToCopy = place.folder != folder && !taken.failure;
        if (const Done copied = isToCopy ? copyInto(place, first, copy) : Done(); !copied)
            outcome.failure = copied.error();
        else if (QFileInfo::exists(copy))
            (place.isShared ? outcome.made->beside : outcome.made->here) = copy;
    }
    return outcome;
}

Done BackupStore::copyInto(const Place &place, const QString &source, const QString &path) const
{
    const Done done = prepare(place);
    const Done copied = done ? placing::copyFile(source, path, permissionsIn(place)) : done;
    const bool isThere = !copied && copied.error().code == Error::Code::FileExists;
    return isThere ? Done() : copied;
}

void BackupStore::prune(qint64 now) const
{
    for (const Place &place : places())
        pruneIn(place.folder, place.isShared ? &Backup::beside : &Backup::here, now);
}

BackupOutcome BackupStore::make(const Engine &engine, BackupReason reason, qint64 now) const
{
    const Result<Taken> taken = take(engine, reason, now);
    return taken ? keep(*taken, now).outcome : BackupOutcome{{}, taken.error()};
}

BackupStore::Kept BackupStore::fetch(const Backup &beside, qint64 now,
                                     const std::function<bool(double)> &proceed) const
{
    const Place here{m_folders.here, false};
    Taken taken{placing::temporaryNameFor(here.folder + u'/' + nameOf(beside)), beside, {}};
    const Done done = copyInto(here, beside.beside, taken.temporary);
    return done ? keep(taken, now, proceed) : Kept{{beside, done.error()}, {}};
}

Result<QString> BackupStore::workFolder() const
{
    Done done;
    for (const Place &place : places())
        if (done = prepare(place); done)
            return place.folder;
    return done.error();
}

} // namespace milepost
