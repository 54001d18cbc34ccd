// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/writekinds.h"

#include "core/domain/acts/boards.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/importing.h"
#include "core/domain/acts/people.h"
#include "core/domain/acts/upgrading.h"
#include "core/domain/acts/values.h"
#include "core/services/undoing.h"
#include "core/storage/soundcopy.h"
#include "core/storage/verifier.h"
#include "tests/faults/accounts.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

const QDate kDay(2026, 11, 22);
constexpr qint64 kNoon = 1795345200000; // of that day
const QByteArray kWriteId(16, 'w');
const QByteArray kSecondId(16, 's');
const QString kBoard = u"Main"_s;
const QString kKpi = u"Sales"_s;
const QString kTitle = u"Grow"_s;
constexpr int kImported = 400;

QString workspaceIn(const QString &folder)
{
    return folder + u"/w.milepost"_s;
}

Done createAt(const QString &path, int schema = schemasteps::kLatest)
{
    bool isWritten = false;
    const auto step = [&](Draft &draft, WorkspaceFile::Writer &writer) -> Result<bool> {
        if (std::exchange(isWritten, true))
            return false;
        const WorkingSet nothing;
        Situation in{nothing, {}, kDay, kNoon, IdSource::startingAt(1000)};
        Result<Draft> founding =
            foundWorkspace(in, {u"Org"_s, u"Ann"_s, u"desk"_s, "UTC", schema, u"test"_s});
        if (!founding)
            return founding.error();
        draft = *std::move(founding);
        writer = {draft.edits.of<Person>().added.first().id, kDay, kNoon};
        return true;
    };
    return WorkspaceFile::create(path, step, schema);
}

std::unique_ptr<WorkspaceFile> openAt(const QString &path)
{
    Result<std::unique_ptr<WorkspaceFile>> file = WorkspaceFile::open(path);
    if (!file)
        fail(u"opening"_s, file.error());
    if (const Done done = (*file)->loadStructure(); !done)
        fail(u"loading"_s, done.error());
    if (const Done done = (*file)->loadAllSeries(); !done)
        fail(u"loading"_s, done.error());
    return *std::move(file);
}

WorkspaceFile::Request requestOf(const WorkspaceFile &file, const QByteArray &id, Decide decide)
{
    WorkspaceFile::Request request;
    request.writer = {file.state().of<Person>().all().first()->id, kDay, kNoon};
    request.writeId = id;
    request.firstId = 1'000'000 + 100'000 * qint64{id[0]};
    request.decide = std::move(decide);
    return request;
}

Done send(WorkspaceFile &file, const QByteArray &id, const Decide &decide)
{
    const Result<WorkspaceFile::Written> written = file.write(requestOf(file, id, decide));
    return written ? Done() : Done(written.error());
}

Result<Draft> addAnotherTeam(Situation &in)
{
    return addTeam(in, {u"Another"_s, {}});
}

/// Fails the program unless the file is whole in itself.
void checkWhole(const WorkspaceFile &file)
{
    const Result<Verification> verification = verify(file.engine(), {});
    if (!verification)
        fail(u"verifying"_s, verification.error());
    if (!verification->findings.isEmpty())
        fail(u"the workspace does not verify"_s);
    const Result<qint64> dangling = file.engine().number(u"SELECT count(*) FROM pragma_foreign_key_check"_s);
    if (!dangling || *dangling != 0)
        fail(u"rows point at what is not there"_s);
}

void checkNothingLeft(const QString &folder, const QStringList &expected)
{
    QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : expected)
        names.removeAll(name);
    if (!names.isEmpty())
        fail(u"left over: "_s + names.join(u", "_s));
}

/// A write to a workspace, with an id.
class Write : public WriteKind
{
public:
    void layOut(const QString &folder) const override
    {
        if (m_bytes.isEmpty())
            m_bytes = makeBytes(folder);
        QFile file(workspaceIn(folder));
        if (!file.open(QFile::WriteOnly) || file.write(m_bytes) != m_bytes.size())
            fail(u"the workspace cannot be laid out"_s);
    }
    void open(const QString &folder) override { m_file = openAt(workspaceIn(folder)); }
    Done write() override { return send(*m_file, kWriteId, decision()); }
    Done settle() override { return write(); }
    Done goOn() override { return send(*m_file, kSecondId, addAnotherTeam); }
    int count(const QString &folder, bool wasKilled) const override
    {
        const QString path = workspaceIn(folder);
        const std::unique_ptr<WorkspaceFile> file = openAt(path);
        checkWhole(*file);
        if (!wasKilled)
            checkNothingLeft(folder, {u"w.milepost"_s, u"w.milepost-peers"_s});
        const int times = entriesOf(*file, kWriteId);
        const int found = countIn(file->state(), *file);
        if (found != times)
            fail(QStringLiteral("%1 entries, and what they write %2 times").arg(times).arg(found));
        // The next one who writes is not in the way of what was left.
        if (const Done done = send(*file, QByteArray(16, 'n'), addAnotherKpi); !done)
            fail(u"the next write"_s, done.error());
        checkWhole(*file);
        return times;
    }

protected:
    virtual int schema() const { return schemasteps::kLatest; }
    virtual Decide decision() = 0;
    /// How often what is written is in the workspace.
    virtual int countIn(const WorkingSet &state, const WorkspaceFile &file) const = 0;
    /// More than every workspace has.
    virtual void prepare(WorkspaceFile &) const {}
    WorkspaceFile &file() { return *m_file; }

    static void must(WorkspaceFile &file, char id, const Decide &decide)
    {
        if (const Done done = send(file, QByteArray(16, id), decide); !done)
            fail(u"preparing"_s, done.error());
    }
    static BoardId boardIn(const WorkingSet &state) { return state.of<Board>().all().first()->id; }
    static const Kpi *kpiIn(const WorkingSet &state)
    {
        for (const Kpi *kpi : state.of<Kpi>().all())
            if (kpi->name == kKpi)
                return kpi;
        return nullptr;
    }

private:
    static Result<Draft> addAnotherKpi(Situation &in)
    {
        AddKpi request;
        request.kpi.board = boardIn(in.state);
        request.kpi.name = u"Next"_s;
        return addKpi(in, request);
    }
    static int entriesOf(const WorkspaceFile &file, const QByteArray &id)
    {
        const Result<qint64> count =
            file.engine().number(QStringLiteral("SELECT count(*) FROM journal WHERE write_id=x'%1'")
                                     .arg(QString::fromLatin1(id.toHex())));
        if (!count)
            fail(u"counting"_s, count.error());
        return static_cast<int>(*count);
    }
    QByteArray makeBytes(const QString &folder) const
    {
        const QString path = folder + u"/first.milepost"_s;
        if (const Done done = createAt(path, schema()); !done)
            fail(u"founding"_s, done.error());
        {
            const std::unique_ptr<WorkspaceFile> file = openAt(path);
            must(*file, 'b', [](Situation &in) { return addBoard(in, {kBoard, Visibility::Public, {}}); });
            must(*file, 'k', [](Situation &in) {
                AddKpi request;
                request.kpi.board = boardIn(in.state);
                request.kpi.name = kKpi;
                return addKpi(in, request);
            });
            prepare(*file);
        }
        QFile file(path);
        const QByteArray bytes = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
        file.close();
        for (const QString &name : QDir(folder).entryList(QDir::Files))
            QFile::remove(folder + u'/' + name);
        return bytes;
    }

    std::unique_ptr<WorkspaceFile> m_file;
    mutable QByteArray m_bytes;
};

class AddsObjective final : public Write
{
public:
    QString name() const override { return u"objective"_s; }

protected:
    Decide decision() override
    {
        return [](Situation &in) {
            Objective objective;
            objective.board = boardIn(in.state);
            objective.title = kTitle;
            return addObjective(in, objective);
        };
    }
    int countIn(const WorkingSet &state, const WorkspaceFile &) const override
    {
        return static_cast<int>(state.of<Objective>().size());
    }
};

GivenValue givenValue(KpiId kpi)
{
    GivenValue given;
    given.kpi = kpi;
    given.date = kDay;
    given.value = 42;
    return given;
}

class RecordsMeasurement : public Write
{
public:
    QString name() const override { return u"measurement"_s; }

protected:
    Decide decision() override { return record; }
    int countIn(const WorkingSet &state, const WorkspaceFile &) const override
    {
        const QList<Measurement> points = state.seriesOf(kpiIn(state)->id).points();
        return static_cast<int>(std::count_if(points.begin(), points.end(), [](const Measurement &point) {
            return point.date == kDay && point.value == 42.0;
        }));
    }
    static Result<Draft> record(Situation &in) { return recordValue(in, givenValue(kpiIn(in.state)->id)); }
};

/// Takes the measurement back: what is counted is that it has gone.
class TakesBack final : public RecordsMeasurement
{
public:
    QString name() const override { return u"undo"_s; }

protected:
    void prepare(WorkspaceFile &file) const override { must(file, 'm', record); }
    Decide decision() override
    {
        return [this](Situation &in) { return undoing::undo(file().engine(), in); };
    }
    int countIn(const WorkingSet &state, const WorkspaceFile &file) const override
    {
        return 1 - RecordsMeasurement::countIn(state, file);
    }
};

class Imports final : public Write
{
public:
    QString name() const override { return u"import"_s; }

protected:
    Decide decision() override
    {
        const auto batch = std::make_shared<ImportBatch>();
        batch->board = kBoard;
        batch->source = u"sales.csv"_s;
        batch->series = {kKpi, u"New"_s};
        batch->isNoted = {false, false};
        for (int point = 0; point < kImported; ++point)
            batch->points.push_back(
                {.series = point / (kImported / 2),
                 .line = point + 2,
                 .day = static_cast<qint32>(kDay.toJulianDay()) - kImported / 2 + point % (kImported / 2),
                 .value = double(point)});
        batch->rows = kImported;
        return [batch](Situation &in) {
            ImportSummary summary;
            return importBatch(in, batch, false, summary);
        };
    }
    int countIn(const WorkingSet &state, const WorkspaceFile &) const override
    {
        int points = 0;
        for (const Kpi *kpi : state.of<Kpi>().all())
            points += static_cast<int>(state.seriesOf(kpi->id).points().size());
        if (points % kImported != 0)
            fail(QStringLiteral("%1 values of an import").arg(points));
        return points / kImported;
    }
};

class Migrates final : public Write
{
public:
    QString name() const override { return u"migrate"_s; }

protected:
    int schema() const override { return 1; }
    Decide decision() override
    {
        return [](Situation &in) { return upgradeSchema(in, {u"new"_s, u"desk"_s}); };
    }
    int countIn(const WorkingSet &state, const WorkspaceFile &file) const override
    {
        const bool isNew = file.engine().schemaVersion() == 2;
        if (isNew != (schemaOf(state) == 2) || isNew != (state.workspace().minWriter == 2) ||
            isNew != (state.of<Device>().all().first()->program == u"new"_s))
            fail(u"the step was taken in part"_s);
        return isNew ? 1 : 0;
    }
};

/// Makes a workspace where there was none.
class Creates final : public WriteKind
{
public:
    QString name() const override { return u"create"_s; }
    void layOut(const QString &) const override {}
    void open(const QString &folder) override { m_path = workspaceIn(folder); }
    Done write() override { return createAt(m_path); }
    Done settle() override { return write(); }
    Done goOn() override { return createAt(m_path + u".other.milepost"_s); }
    int count(const QString &folder, bool wasKilled) const override
    {
        const QString path = workspaceIn(folder);
        if (!wasKilled)
            checkNothingLeft(folder, {u"w.milepost"_s, u"w.milepost.other.milepost"_s});
        if (!QFile::exists(path)) {
            if (const Done done = createAt(path); !done)
                fail(u"creating again"_s, done.error());
            checkWhole(*openAt(path));
            return 0;
        }
        checkWhole(*openAt(path));
        return 1;
    }

private:
    QString m_path;
};

/// Copies a workspace.
class BacksUp final : public RecordsMeasurement
{
public:
    QString name() const override { return u"backup"_s; }
    void open(const QString &folder) override
    {
        m_target = folder + u"/copy.milepost"_s;
        RecordsMeasurement::open(folder);
    }
    Done write() override { return copySound(file().engine(), m_target); }
    int count(const QString &folder, bool wasKilled) const override
    {
        const QString copy = folder + u"/copy.milepost"_s;
        const bool isThere = QFile::exists(copy);
        if (isThere) {
            checkWhole(*openAt(copy));
            for (const char *const name : {"", "-peers"})
                QFile::remove(copy + QString::fromLatin1(name));
        }
        if (RecordsMeasurement::count(folder, wasKilled) != 0)
            fail(u"a copy has written to the workspace"_s);
        return isThere ? 1 : 0;
    }

private:
    QString m_target;
};

} // namespace

std::vector<std::unique_ptr<WriteKind>> writeKinds()
{
    std::vector<std::unique_ptr<WriteKind>> kinds;
    kinds.push_back(std::make_unique<Creates>());
    kinds.push_back(std::make_unique<AddsObjective>());
    kinds.push_back(std::make_unique<RecordsMeasurement>());
    kinds.push_back(std::make_unique<Imports>());
    kinds.push_back(std::make_unique<Migrates>());
    kinds.push_back(std::make_unique<BacksUp>());
    kinds.push_back(std::make_unique<TakesBack>());
    return kinds;
}

} // namespace milepost::faults
