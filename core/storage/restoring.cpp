// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/restoring.h"

#include "core/storage/engine.h"
#include "core/storage/placing.h"
#include "core/storage/schema.h"
#include "core/storage/verifier.h"
#include "core/storage/writeunit.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace milepost::restoring {
namespace {

const QString kFrom = u"from"_s;
const QString kCommon = u"common"_s;
const QString kSeq = u"abandoned"_s;
const QString kHash = u"abandonedHash"_s;
const QString kBefore = u"abandonedBefore"_s;
const QString kBackupAt = u"backupAt"_s;

constexpr QFileDevice::Permissions kMine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QVariantMap mapOf(const Abandoned &abandoned)
{
    return {{kSeq, abandoned.seq}, {kHash, QString::fromLatin1(abandoned.hash.toHex())}};
}

Abandoned abandonedIn(const QVariantMap &values)
{
    return {values.value(kSeq).toLongLong(), QByteArray::fromHex(values.value(kHash).toString().toLatin1())};
}

/// All histories that a Restore entry says are no longer there: its own, and those which that had abandoned.
QList<Abandoned> allAbandonedBy(const JournalEntry &entry)
{
    const QVariantMap values = unpackDetails(entry.details);
    QList<Abandoned> all = {abandonedIn(values)};
    for (const QVariant &before : values.value(kBefore).toList())
        all.append(abandonedIn(before.toMap()));
    return all;
}

bool covers(const JournalEntry &restore, const Abandoned &known)
{
    if (known.seq <= unpackDetails(restore.details).value(kCommon).toLongLong())
        return false; // that much is still there, or was changed in another way
    const QList<Abandoned> all = allAbandonedBy(restore);
    return std::any_of(all.cbegin(), all.cend(), [&known](const Abandoned &abandoned) {
        return known.seq < abandoned.seq || (known.seq == abandoned.seq && known.hash == abandoned.hash);
    });
}

/// The entries of a file by which backups were restored, oldest first.
Result<QList<JournalEntry>> restoresIn(const Engine &engine)
{
    Statement select = engine.prepare(QByteArray("SELECT ") + JournalReader::kEntryColumns +
                                      " FROM journal WHERE act=? ORDER BY seq");
    const QByteArray act = wordOf(Act::Restore).toLatin1();
    select.bindText(1, act);
    QList<JournalEntry> entries;
    while (select.next())
        entries.append(JournalReader::entryOf(select));
    if (const Done done = select.status(); !done)
        return done.error();
    return entries;
}

Result<Abandoned> headOf(const Engine &engine)
{
    const JournalReader reader(engine);
    const Result<qint64> head = reader.head();
    const Result<std::optional<JournalEntry>> entry =
        head ? reader.entry(*head) : Result<std::optional<JournalEntry>>(head.error());
    if (!entry)
        return entry.error();
    return *entry ? Abandoned{(*entry)->seq, (*entry)->hash} : Abandoned();
}

Result<QByteArray> hashAt(const Engine &engine, qint64 seq)
{
    const Result<std::optional<JournalEntry>> entry = JournalReader(engine).entry(seq);
    if (!entry)
        return entry.error();
    return *entry ? (*entry)->hash : QByteArray();
}

/// What is given up with the file as it is. Of a damaged one only that is known which the caller has seen.
QVariantMap abandonedWith(const Engine &live, const Engine &copy, const Abandoned &known)
{
    const Result<Abandoned> head = headOf(live);
    const Abandoned last = head && head->seq >= known.seq ? *head : known;
    const Result<qint64> common = lastCommon(live, copy, last.seq);
    QVariantMap values = mapOf(last);
    values.insert(kCommon, common ? *common : 0);
    const Result<QList<JournalEntry>> restores = restoresIn(live);
    QVariantList before;
    if (restores)
        for (const JournalEntry &restore : *restores) {
            const Result<std::optional<JournalEntry>> same = JournalReader(copy).entry(restore.seq);
            if (same && *same && (*same)->hash == restore.hash)
                continue; // it goes on being told by its own entry
            for (const Abandoned &abandoned : allAbandonedBy(restore))
                before.append(mapOf(abandoned));
        }
    if (!before.isEmpty())
        values.insert(kBefore, before);
    return values;
}

Result<JournalEntry> append(const Engine &copy, const Signature &signature, const QVariantMap &values)
{
    const Result<std::unique_ptr<WriteUnit>> unit = WriteUnit::begin(copy);
    if (!unit)
        return unit.error();
    return (*unit)->commit({signature.author, signature.at, signature.writeId}, Act::Restore, values);
}

// A failed commit may be durable all the same.
bool isThere(const Engine &live, const JournalEntry &entry)
{
    if (!live.recover())
        return false;
    const Result<Abandoned> head = headOf(live);
    return head && head->seq == entry.seq && head->hash == entry.hash;
}

Done check(const QString &copy, const Backup &backup, WorkspaceId workspace, Prepared &prepared,
           const std::function<bool(double)> &proceed)
{
    const Error unsound{Error::Code::BackupUnsound, {backup.path()}};
    const Result<BackupContent> content = contentOf(copy);
    if (!content)
        return Error{unsound.code, unsound.values, content.error().detail};
    if (content->workspace != workspace)
        return Error{Error::Code::BackupForeign, {backup.path()}};
    if (content->schema > schema::kVersion)
        return Error{Error::Code::WorkspaceNewer, {backup.path(), QString::number(content->schema)}};
    const Result<Verification> verification = verifyFile(copy, proceed);
    if (!verification)
        return verification.error().code == Error::Code::Cancelled ? verification.error() : unsound;
    prepared = {copy, backup.at, *content};
    return verification->findings.isEmpty() ? Done() : Done(unsound);
}

} // namespace

Result<qint64> lastCommon(const Engine &left, const Engine &right, qint64 most)
{
    qint64 common = 0;
    qint64 different = most + 1;
    while (different - common > 1) {
        const qint64 middle = common + (different - common) / 2;
        const Result<QByteArray> one = hashAt(left, middle);
        const Result<QByteArray> other = hashAt(right, middle);
        if (!one || !other)
            return one ? other.error() : one.error();
        (!one->isEmpty() && *one == *other ? common : different) = middle;
    }
    return common;
}

Result<Prepared> prepare(const Backup &backup, const QString &folder, WorkspaceId workspace,
                         const std::function<bool(double)> &proceed)
{
    if (!QFileInfo::exists(backup.path()))
        return Error{Error::Code::FileMissing, {backup.path()}};
    const QString copy = placing::temporaryNameFor(folder + u"/restoring.milepost"_s);
    if (const Done done = placing::copyFile(backup.path(), copy, kMine); !done)
        return done.error();
    Prepared prepared;
    if (const Done done = check(copy, backup, workspace, prepared, proceed); !done) {
        placing::discard(copy);
        return done.error();
    }
    return prepared;
}

Result<JournalEntry> putInPlace(const Engine &live, const Prepared &prepared, const Signature &signature,
                                const Abandoned &known)
{
    const Result<std::unique_ptr<Engine>> copy = Engine::open(prepared.path);
    if (!copy)
        return copy.error();
    QVariantMap values = abandonedWith(live, **copy, known);
    values.insert(kFrom, prepared.content.seq);
    values.insert(kBackupAt, prepared.at);
    const Result<JournalEntry> entry = append(**copy, signature, values);
    if (!entry)
        return entry;
    // All before it has been verified; this much was read by nobody yet.
    const Result<Abandoned> head = headOf(**copy);
    const bool isAsWritten = head && head->seq == prepared.content.seq + 1 && head->hash == entry->hash &&
                             entry->prev == prepared.content.hash;
    if (!isAsWritten)
        return Error{Error::Code::BackupUnsound, {prepared.path}};
    if (const Done done = live.overwriteWith(**copy); !done && !isThere(live, *entry))
        return done.error();
    return entry;
}

Result<std::optional<JournalEntry>> restoreAfter(const Engine &engine, const Abandoned &known)
{
    const Result<QList<JournalEntry>> restores = restoresIn(engine);
    if (!restores)
        return restores.error();
    const auto found = std::find_if(restores->cbegin(), restores->cend(),
                                    [&known](const JournalEntry &entry) { return covers(entry, known); });
    return found == restores->cend() ? std::optional<JournalEntry>() : std::optional(*found);
}

} // namespace milepost::restoring
