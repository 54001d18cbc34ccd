// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/accounts.h"

#include "core/domain/acts/boards.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/people.h"
#include "core/domain/acts/values.h"

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

/// The numbers of the writes that make the accounts; no writer has a number below 1.
constexpr int kFounder = 0;

} // namespace

Done Accounts::found(const QString &path)
{
    if (const Done done = create(path); !done)
        return done;
    Accounts bank(path);
    int number = 0;
    const auto write = [&](const Decide &decide) -> Result<Edits> {
        WorkspaceFile::Request request = bank.request(kFounder, ++number, decide);
        request.needs = [](const WorkingSet &state) {
            QList<KpiId> all;
            for (const Kpi *kpi : state.of<Kpi>().all())
                all.append(kpi->id);
            return all;
        };
        const Result<WorkspaceFile::Written> written = bank.file().write(request);
        return written ? Result<Edits>(written->change.edits) : written.error();
    };
    const Result<Edits> board = write([](Situation &in) {
        return addBoard(in, {u"Accounts"_s, Visibility::Public, {}});
    });
    if (!board)
        return board.error();
    for (int i = 0; i < kCount; ++i) {
        AddKpi request;
        request.kpi.board = board->of<Board>().added.first().id;
        request.kpi.name = QString::number(i);
        const Result<Edits> kpi = write([request](Situation &in) { return addKpi(in, request); });
        if (!kpi)
            return kpi.error();
        GivenValue given;
        given.kpi = kpi->of<Kpi>().added.first().id;
        given.date = kDay;
        given.value = kEach;
        if (const Result<Edits> value = write([given](Situation &in) { return recordValue(in, given); });
            !value)
            return value.error();
    }
    return {};
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

QByteArray Accounts::writeId(int writer, int number)
{
    QByteArray id(16, '\0');
    qToBigEndian(qint64{writer}, id.data());
    qToBigEndian(qint64{number}, id.data() + 8);
    return id;
}

WorkspaceFile::Request Accounts::request(int writer, int number, const Decide &decide) const
{
    WorkspaceFile::Request request;
    request.writer = {m_file->state().of<Person>().all().first()->id, kDay, kNoon};
    request.writeId = writeId(writer, number);
    request.firstId = 1'000'000 + (writer * 100'000 + number) * qint64{100};
    request.decide = decide;
    return request;
}

Result<WorkspaceFile::Written> Accounts::move(int writer, int number)
{
    std::mt19937 random(static_cast<unsigned>(writer * 100'000 + number));
    const int from = static_cast<int>(random() % kCount);
    const int to = (from + 1 + static_cast<int>(random() % (kCount - 1))) % kCount;
    const auto amount = static_cast<double>(1 + random() % 50);
    return m_file->write(request(writer, number, [=](Situation &in) -> Result<Draft> {
        const QList<const Kpi *> kpis = in.state.of<Kpi>().all();
        Draft draft;
        draft.act = Act::Correct;
        draft.values = {{u"subject"_s, kpis[from]->id.toString()}};
        for (const auto &[account, sign] : {std::pair(from, -1), std::pair(to, 1)}) {
            Measurement measurement = in.state.seriesOf(kpis[account]->id).points().first();
            measurement.value = *measurement.value + sign * amount;
            draft.edits.of<Measurement>().changed.append(measurement);
        }
        return draft;
    }));
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
