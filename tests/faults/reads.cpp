// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/reads.h"

#include "core/domain/acts/boards.h"
#include "core/domain/acts/importing.h"
#include "core/domain/acts/values.h"
#include "core/domain/importbatch.h"
#include "core/services/backupcare.h"
#include "core/services/lookout.h"
#include "core/services/session.h"
#include "tests/faults/accounts.h"
#include "tests/faults/failing/failing.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

using failing::Watched;

const QDate kToday(2026, 11, 22);
constexpr int kImported = 2000; // enough for a backup before it
constexpr int kShown = 20;      // milliseconds: shorter reads are not told one by one

std::shared_ptr<const ImportBatch> batch()
{
    auto batch = std::make_shared<ImportBatch>();
    batch->board = u"Imported"_s;
    batch->source = u"f.csv"_s;
    batch->series = {u"One"_s};
    for (int i = 0; i < kImported; ++i)
        batch->points.push_back(
            {0, i + 2, qint32(kToday.addDays(i - kImported + 1).toJulianDay()), 0, double(i), 0, 0});
    return batch;
}

class Reads
{
public:
    explicit Reads(const ReadsSize &size)
        : m_size(size)
        , m_folder(folderInMemory())
        , m_path(m_folder.filePath(u"team.milepost"_s))
        , m_session({m_folder.filePath(u"profile"_s), kToday})
    {
        m_session.backups().setDelay(std::chrono::hours(24)); // a step of its own
    }

    bool run()
    {
        QElapsedTimer timer;
        timer.start();
        require("making the demo", m_session.wait(m_session.createDemo(m_path, m_size.demo)));
        std::printf("a workspace of %lld MB, made in %lld ms\n", QFileInfo(m_path).size() / 1'000'000,
                    timer.elapsed());
        failing::watch(QFile::encodeName(m_path).constData());
        open();
        change();
        backUp();
        ask();
        loseAndFind();
        step("closing", [this] { return m_session.close(), Done(); });
        std::printf("opened %ld times by SQLite, %ld times by others; the longest read outside of a turn "
                    "took %ld ms, "
                    "while %s\n",
                    m_opens, m_foreign, m_longest, m_longestAt.c_str());
        return m_isSound && m_foreign == 0 && m_opens > 0 && isCounted();
    }

private:
    /// Whether an open would have been counted, and a read that holds the file been seen.
    bool isCounted()
    {
        QFile file(m_path);
        failing::tellWatch("opening it to see that this is counted");
        return file.open(QFile::ReadOnly) && failing::takeWatched().foreignOpens == 1 && m_longest > 0;
    }

    void open()
    {
        using Read = Session::Read;
        step("opening", [this] { return m_session.wait(m_session.open(m_path, Read::Board)); });
        step("loading the structure", [this] { return m_session.wait(m_session.loadStructure()); });
        step("loading everything", [this] { return m_session.wait(m_session.loadEverything()); });
        step("opening for the command line",
             [this] { return m_session.wait(m_session.open(m_path, Read::Everything)); });
        m_session.setLive(true);
        look("looking");
    }

    void change()
    {
        step("writing", [this] {
            return submit([](Situation &in) { return addBoard(in, {u"New"_s, Visibility::Public, {}}); });
        });
        step("asking what can be undone", [this] { return doneOf(m_session.wait(m_session.nextUndo())); });
        step("undoing", [this] { return doneOf(m_session.wait(m_session.undo())); });
        step("doing again", [this] { return doneOf(m_session.wait(m_session.redo())); });
        step("previewing an import",
             [this] { return doneOf(m_session.wait(m_session.previewImport(batch()))); });
        step("importing", [this] { return doneOf(m_session.wait(m_session.import(batch(), false))); });
    }

    void backUp()
    {
        BackupCare &care = m_session.backups();
        BackupOutcome outcome;
        step("backing up", [&] {
            outcome = m_session.wait(care.make());
            return outcome.failure ? Done(*outcome.failure) : Done();
        });
        step("listing backups",
             [&] { return m_session.wait(care.list()).isEmpty() ? Done(Error{}) : Done(); });
        step("telling what a backup lacks",
             [&] { return doneOf(m_session.wait(care.lossOf(*outcome.made))); });
        step("restoring a backup", [&] { return doneOf(m_session.wait(care.restore(*outcome.made))); });
        look("looking at what was restored");
    }

    void ask()
    {
        const KpiId kpi = m_session.state().of<Kpi>().all().first()->id;
        const QString copy = m_folder.filePath(u"copy.milepost"_s);
        step("telling a history", [&] { return doneOf(m_session.wait(m_session.history(kpi))); });
        step("telling changes", [&] { return doneOf(m_session.wait(m_session.changesOf(kpi.value()))); });
        step("telling the log", [this] { return doneOf(m_session.wait(m_session.log(0))); });
        step("showing a past day",
             [this] { return doneOf(m_session.wait(m_session.stateOn(kToday.addDays(-7)))); });
        step("verifying", [this] { return sound(m_session.wait(m_session.verify())); });
        step("verifying a path", [this] { return sound(m_session.wait(m_session.verifyFile(m_path))); });
        step("checking a path", [this] { return sound(m_session.wait(m_session.checkFile(m_path))); });
        step("copying", [&] { return m_session.wait(m_session.copyTo(copy)); });
        step("exporting",
             [this] { return m_session.wait(m_session.readRaw([](const RawRow &) { return true; })); });
        step("asking who writes", [this] { return Lookout::whoWrites(m_path, {}), Done(); });
    }

    /// Taken away, put back as it was, taken away again and put back as a copy.
    void loseAndFind()
    {
        const QString away = m_folder.filePath(u"away"_s);
        for (const QString &way : {u"mv"_s, u"cp"_s}) {
            QFile::rename(m_path, away);
            look("looking for what is gone", Condition::Kind::Missing);
            QProcess::execute(way, {away, m_path});
            look("looking at what is back");
        }
    }

    void look(const char *what, Condition::Kind expected = Condition::Kind::Writable)
    {
        step(what, [this] { return m_session.wait(m_session.lookNow()); });
        if (m_session.condition().kind != expected)
            wrong(what, QStringLiteral("the file's condition is %1").arg(int(m_session.condition().kind)));
    }

    Done submit(const Decide &decide)
    {
        Intent intent;
        intent.decide = decide;
        return doneOf(m_session.wait(m_session.submit(intent)));
    }

    template<class Answer>
    static Done doneOf(const Result<Answer> &result)
    {
        return result ? Done() : Done(result.error());
    }

    static Done sound(const Result<Verification> &result)
    {
        const bool isSound = result && result->findings.isEmpty();
        return isSound ? Done() : Done(result ? Error{Error::Code::WorkspaceUnsound} : result.error());
    }

    template<class Act>
    void step(const char *what, Act act)
    {
        failing::tellWatch(what);
        QElapsedTimer timer;
        timer.start();
        const Done done = act();
        if (!done)
            wrong(what, QStringLiteral("error %1 %2").arg(int(done.error().code)).arg(done.error().detail));
        judge(what, timer.elapsed(), failing::takeWatched());
    }

    void judge(const char *what, qint64 took, const Watched &watched)
    {
        m_opens += watched.opens;
        m_foreign += watched.foreignOpens;
        if (watched.foreignOpens > 0)
            wrong(what, u"it was opened by another than SQLite, while "_s +
                            QString::fromStdString(watched.firstForeign));
        if (watched.longest >= m_longest) {
            m_longest = watched.longest;
            m_longestAt = watched.longestAt;
        }
        if (watched.longest >= kShown || watched.longestInTurn >= kShown)
            std::printf("  %s: %lld ms; read %ld ms at a time, %ld ms within a turn\n", what, took,
                        watched.longest, watched.longestInTurn);
        if (watched.longest > m_size.milliseconds)
            wrong(what, QStringLiteral("a read keeps others from writing for %1 ms").arg(watched.longest));
    }

    void wrong(const char *what, const QString &why)
    {
        std::printf("WRONG: %s: %s\n", what, qPrintable(why));
        std::fflush(stdout);
        m_isSound = false;
    }

    void require(const char *what, const Done &done)
    {
        if (!done)
            fail(QString::fromUtf8(what), done.error());
    }

    ReadsSize m_size;
    QTemporaryDir m_folder;
    QString m_path;
    Session m_session;
    long m_opens = 0;
    long m_foreign = 0;
    long m_longest = 0;
    std::string m_longestAt;
    bool m_isSound = true;
};

} // namespace

bool runReads(const ReadsSize &size)
{
    return Reads(size).run();
}

} // namespace milepost::faults
