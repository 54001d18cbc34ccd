// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/accounts.h"

#include "core/domain/acts/boards.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/people.h"
#include "core/domain/acts/values.h"

#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <cstdio>
#include <cstdlib>
#include <random>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

const QDate kDay(2026, 11, 22);
constexpr qint64 kNoon = 1795345200000; // of that day

Done create(const QString &path)
{
    bool isWritten = false;
    return WorkspaceFile::create(path, [&](Draft &draft, WorkspaceFile::Writer &writer) -> Result<bool> {
        if (std::exchange(isWritten, true))
            return false;
        const WorkingSet nothing;
        Situation in{nothing, {}, kDay, kNoon, IdSource::startingAt(1000)};
        Result<Draft> founding =
            foundWorkspace(in, {u"Bank"_s, u"Ann"_s, u"desk"_s, "UTC", schemasteps::kLatest, u"test"_s});
        if (!founding)
            return founding.error();
        draft = *std::move(founding);
        writer = {draft.edits.of<Person>().added.first().id, kDay, kNoon};
        return true;
    });
}

Result<Edits> send(WorkspaceFile &file, char id, const Decide &decide)
{
    WorkspaceFile::Request request;
    request.writer = {file.state().of<Person>().all().first()->id, kDay, kNoon};
    request.writeId = QByteArray(16, id);
    request.firstId = 1'000'000 + 10'000 * qint64{id};
    request.decide = decide;
    const Result<WorkspaceFile::Written> written = file.write(request);
    return written ? Result<Edits>(written->change.edits) : written.error();
}

/// All accounts but the first, like that.
Result<Draft> addOthers(Situation &in, const Kpi &first)
{
    Draft draft;
    draft.act = Act::Import;
    draft.values = {{u"subject"_s, first.board.toString()}};
    for (int i = 1; i < Accounts::kCount; ++i) {
        Kpi kpi = first;
        kpi.id = in.ids.next<Kpi>();
        kpi.name = QString::number(i);
        draft.edits.of<Kpi>().added.append(kpi);
    }
    return draft;
}

Result<Draft> payIn(Situation &in)
{
    Draft draft;
    draft.act = Act::Import;
    const QList<const Kpi *> accounts = in.state.of<Kpi>().all();
    draft.values = {{u"subject"_s, accounts.first()->board.toString()}};
    for (const Kpi *account : accounts) {
        Measurement measurement;
        measurement.id = in.ids.next<Measurement>();
        measurement.kpi = account->id;
        measurement.date = kDay;
        measurement.value = Accounts::kEach;
        draft.edits.of<Measurement>().added.append(measurement);
    }
    return draft;
}

} // namespace

Done Accounts::found(const QString &path)
{
    if (const Done done = create(path); !done)
        return done;
    Accounts bank(path);
    const Result<Edits> board = send(bank.file(), 'b', [](Situation &in) {
        return addBoard(in, {u"Accounts"_s, Visibility::Public, {}});
    });
    if (!board)
        return board.error();
    AddKpi request;
    request.kpi.board = board->of<Board>().added.first().id;
    request.kpi.name = u"0"_s;
    const Result<Edits> first =
        send(bank.file(), 'f', [request](Situation &in) { return addKpi(in, request); });
    if (!first)
        return first.error();
    const Kpi kpi = first->of<Kpi>().added.first();
    const Result<Edits> others = send(bank.file(), 'o', [kpi](Situation &in) { return addOthers(in, kpi); });
    if (!others)
        return others.error();
    const Result<Edits> paid = send(bank.file(), 'p', payIn);
    return paid ? Done() : Done(paid.error());
}

Accounts::Accounts(const QString &path)
{
    Result<std::unique_ptr<WorkspaceFile>> opened = WorkspaceFile::open(path);
    if (!opened)
        fail(u"opening"_s, opened.error());
    m_file = *std::move(opened);
    if (const Done done = m_file->loadStructure(); !done)
        fail(u"loading"_s, done.error());
    if (const Done done = m_file->loadAllSeries(); !done)
        fail(u"loading"_s, done.error());
}

Transfer::Transfer(int writer, int number) : m_writeId(16, '\0')
{
    qToBigEndian(qint64{writer}, m_writeId.data());
    qToBigEndian(qint64{number}, m_writeId.data() + 8);
    std::mt19937 random(static_cast<unsigned>(writer * 100'000 + number));
    m_from = static_cast<int>(random() % Accounts::kCount);
    m_to = (m_from + 1 + static_cast<int>(random() % (Accounts::kCount - 1))) % Accounts::kCount;
    m_amount = static_cast<double>(1 + random() % 50);
}

Result<Draft> Transfer::decide(const Situation &in) const
{
    const QList<KpiId> accounts = needs(in.state);
    Draft draft;
    draft.act = Act::Correct;
    draft.values = {{u"subject"_s, accounts.first().toString()}};
    for (const auto &[account, amount] :
         {std::pair(accounts[0], -m_amount), std::pair(accounts[1], m_amount)}) {
        Measurement measurement = in.state.seriesOf(account).points().first();
        measurement.value = *measurement.value + amount;
        draft.edits.of<Measurement>().changed.append(measurement);
    }
    return draft;
}

QList<KpiId> Transfer::needs(const WorkingSet &state) const
{
    const QList<const Kpi *> accounts = state.of<Kpi>().all();
    return {accounts[m_from]->id, accounts[m_to]->id};
}

Result<double> Accounts::sum()
{
    if (const Result<QList<ChangeSet>> changes = m_file->catchUp(); !changes)
        return changes.error();
    double sum = 0;
    const QList<const Kpi *> kpis = m_file->state().of<Kpi>().all();
    for (const Kpi *kpi : kpis)
        sum += m_file->state().seriesOf(kpi->id).points().first().value.value_or(0);
    return sum;
}

Result<qint64> Accounts::transfers() const
{
    return m_file->engine().number(
        QStringLiteral("SELECT count(*) FROM journal WHERE act = '%1'").arg(wordOf(Act::Correct)));
}

QString folderInMemory()
{
    const bool isThere = QFileInfo(u"/dev/shm"_s).isWritable();
    return (isThere ? u"/dev/shm"_s : QDir::tempPath()) + u"/faults-XXXXXX"_s;
}

void fail(const QString &what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    std::exit(1);
}

void fail(const QString &what, const Error &error)
{
    fail(what + u": error "_s + QString::number(int(error.code)) + u' ' + error.values.join(u", "_s) + u' ' +
         error.detail);
}

} // namespace milepost::faults
