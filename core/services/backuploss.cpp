// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backuploss.h"

#include "core/services/telling.h"
#include "core/storage/engine.h"
#include "core/storage/restoring.h"

namespace milepost {
namespace {

Done readAuthors(const Engine &engine, BackupLoss &loss)
{
    Statement select = engine.prepare("SELECT author, count(*) FROM journal WHERE seq>? GROUP BY author "
                                      "ORDER BY count(*) DESC, author");
    select.bind(1, loss.since);
    while (select.next())
        loss.authors.append({PersonId(select.integer(0)), select.integer(1)});
    return select.status();
}

} // namespace

Result<BackupLoss> lossBy(const Engine &engine, const WorkingSet &state, PersonId person,
                          const Backup &backup)
{
    const Result<BackupContent> content = contentOf(backup.path());
    if (!content)
        return content.error();
    if (content->workspace != state.workspace().id)
        return Error{Error::Code::BackupForeign, {backup.path()}};
    const Result<std::unique_ptr<Engine>> other = Engine::open(backup.path(), Engine::Mode::ReadOnly);
    const Result<qint64> head = JournalReader(engine).head();
    if (!other || !head)
        return other ? head.error() : other.error();
    const Result<qint64> common = restoring::lastCommon(engine, **other, qMin(*head, content->seq));
    if (!common)
        return common.error();
    BackupLoss loss{*common, *head - *common, content->seq - *common, {}, {}};
    if (const Done done = readAuthors(engine, loss); !done)
        return done.error();
    const Result<QList<LogEntry>> latest =
        telling::log(engine, state, person, qMax(loss.since, *head - kMostLossesTold));
    if (!latest)
        return latest.error();
    loss.latest = {latest->crbegin(), latest->crend()};
    return loss;
}

} // namespace milepost
