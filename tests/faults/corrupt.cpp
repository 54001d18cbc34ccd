// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/corrupt.h"

#include "core/domain/acts/people.h"
#include "core/services/undoing.h"
#include "core/storage/rawtables.h"
#include "core/storage/soundcopy.h"
#include "core/storage/verifier.h"
#include "core/storage/workspacefile.h"
#include "tests/faults/accounts.h"
#include "tests/faults/apart.h"
#include "tests/faults/harms.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QMap>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

constexpr unsigned kMostSeconds = 60; // a case that takes longer hangs
const QDate kDay(2026, 11, 22);
constexpr qint64 kNoon = 1795345200000; // of that day

// --- What is shown, as a sum of all of it ---

class Sum
{
public:
    void add(const Cell &cell)
    {
        add(static_cast<qint64>(cell.index()));
        if (const auto *number = std::get_if<qint64>(&cell))
            add(*number);
        else if (const auto *value = std::get_if<double>(&cell))
            addBytesOf(*value);
        else if (const auto *text = std::get_if<Text>(&cell))
            add(text->utf8);
        else if (const auto *bytes = std::get_if<QByteArray>(&cell))
            add(*bytes);
    }
    void add(qint64 number) { addBytesOf(number); }
    void add(const QByteArray &bytes)
    {
        add(bytes.size());
        m_hash.addData(bytes);
    }
    template<class Record>
    void add(const Record &record)
    {
        add(record.id.value());
        add(record.rev);
        for (size_t i = 0; i < Record::type().fields().size(); ++i)
            add(Record::type().cell(record, i));
    }
    QByteArray result() const { return m_hash.result(); }

private:
    template<class Number>
    void addBytesOf(const Number &number)
    {
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
    }

    QCryptographicHash m_hash{QCryptographicHash::Sha1};
};

QByteArray sumOf(const WorkingSet &state)
{
    Sum sum;
    forEachRecordType([&]<class Record>(const Record &) {
        QMap<qint64, const Record *> byId;
        for (const Record *record : state.of<Record>().all())
            byId.insert(record->id.value(), record);
        for (const Record *record : std::as_const(byId))
            sum.add(*record);
    });
    QMap<qint64, KpiId> kpis;
    for (auto series = state.series.cbegin(); series != state.series.cend(); ++series)
        kpis.insert(series.key().value(), series.key());
    for (const KpiId kpi : std::as_const(kpis))
        for (const Measurement &point : state.seriesOf(kpi).points())
            sum.add(point);
    return sum.result();
}

/// Every row of every table, in the order of the file, the journal's as well.
Result<QByteArray> sumOfRows(const Engine &engine)
{
    Sum sum;
    const Done done = rawtables::readAll(engine, [&sum](const RawRow &row) {
        sum.add(row.table);
        for (const auto &[name, cell] : row.cells) {
            sum.add(name);
            sum.add(cell);
        }
        return true;
    });
    return done ? Result<QByteArray>(sum.result()) : done.error();
}

using Opened = Result<std::unique_ptr<WorkspaceFile>>;

Opened openWhole(const QString &path)
{
    Opened file = WorkspaceFile::open(path);
    Done done = file ? (*file)->loadStructure() : Done(file.error());
    if (done)
        done = (*file)->loadAllSeries();
    return done ? std::move(file) : Opened(done.error());
}

/// What the window shows of a file: all of it, and each board as it is read at the start.
struct Shown
{
    QByteArray all = {};
    QByteArray rows = {};
    QByteArrayList boards = {};
    friend bool operator==(const Shown &, const Shown &) = default;
};

Result<QByteArray> sumOfBoard(const QString &path, BoardId board)
{
    const Opened file = WorkspaceFile::open(path);
    if (!file)
        return file.error();
    if (const Done done = (*file)->loadStart(board); !done)
        return done.error();
    return sumOf((*file)->state());
}

Result<Shown> shownOf(const QString &path, const QList<BoardId> &boards)
{
    const Opened file = openWhole(path);
    if (!file)
        return file.error();
    Shown shown{sumOf((*file)->state()), {}, {}};
    const Result<QByteArray> rows = sumOfRows((*file)->engine());
    if (!rows)
        return rows.error();
    shown.rows = *rows;
    for (const BoardId board : boards) {
        const Result<QByteArray> sum = sumOfBoard(path, board);
        if (!sum)
            return sum.error();
        shown.boards.append(*sum);
    }
    return shown;
}

// --- One case ---

enum class Outcome { Same, Found, FoundByFullCheck, Refused, Silent };

/// What the process of one case says at its end.
struct Said
{
    Outcome outcome = Outcome::Refused;
    bool isCopyWrong = false;  ///< a copy was made that verifies, and shows something else
    bool isWriteWrong = false; ///< of a sound file: it could not be written, or that did not come out right
};

struct Original
{
    QList<BoardId> boards = {};
    Shown shown = {};
};

Outcome judge(const QString &path, const Original &original)
{
    const Result<Shown> shown = shownOf(path, original.boards);
    const Result<Verification> verification = verifyFile(path, {});
    if (verification && !verification->findings.isEmpty())
        return Outcome::Found;
    const Result<Verification> full = checkFile(path, {});
    if (!shown || !verification || !full)
        return Outcome::Refused;
    if (!full->findings.isEmpty())
        return Outcome::FoundByFullCheck;
    return *shown == original.shown ? Outcome::Same : Outcome::Silent;
}

/// A copy that is made has to hold what there was.
bool isCopyWrong(const QString &path, const Original &original)
{
    const QString copy = path + u".copy.milepost"_s;
    const Opened file = WorkspaceFile::open(path);
    if (!file || !copySound((*file)->engine(), copy))
        return false;
    const Result<Shown> shown = shownOf(copy, original.boards);
    return !shown || shown->all != original.shown.all || shown->boards != original.shown.boards;
}

Done write(WorkspaceFile &file, char id, const Decide &decide)
{
    const QList<const Person *> people = file.state().of<Person>().all();
    WorkspaceFile::Request request;
    request.writer = {people.isEmpty() ? PersonId() : people.first()->id, kDay, kNoon};
    request.writeId = QByteArray(16, id);
    request.firstId = (qint64{1} << 61) + 1000 * qint64{id};
    request.decide = decide;
    const Result<WorkspaceFile::Written> written = file.write(request);
    return written ? Done() : Done(written.error());
}

/// Adds a team and takes it away again.
Done writeAndTakeBack(const QString &path)
{
    const Opened file = openWhole(path);
    if (!file)
        return file.error();
    const Done done = write(**file, 'y', [](Situation &in) { return addTeam(in, {u"Another"_s, {}}); });
    if (!done)
        return done;
    return write(**file, 'z', [&](Situation &in) { return undoing::undo((*file)->engine(), in); });
}

Said use(const QString &path, const Original &original)
{
    Said said;
    said.outcome = judge(path, original);
    said.isCopyWrong = isCopyWrong(path, original);
    const Done done = writeAndTakeBack(path);
    const Result<Shown> after = shownOf(path, original.boards);
    const Result<Verification> verification = verifyFile(path, {});
    if (said.outcome == Outcome::Same)
        said.isWriteWrong = !done || !after || after->all != original.shown.all || !verification ||
                            !verification->findings.isEmpty();
    return said;
}

class Run
{
public:
    explicit Run(const CorruptSize &size) : m_size(size) {}

    bool all()
    {
        QElapsedTimer timer;
        timer.start();
        const QTemporaryDir folder(folderInMemory());
        m_specimen = makeSpecimen(folder.path());
        readOriginal(folder.path());
        checkUnharmed();
        for (int number = m_size.first; number < m_size.first + m_size.count; ++number)
            one(number);
        std::printf("a file of %lld bytes, seed %u: %d cases, %d wrong, %lld ms\n", m_specimen.file.size(),
                    m_size.seed, m_size.count, m_wrong, timer.elapsed());
        for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count)
            std::printf("  %s: %d\n", qPrintable(count.key()), count.value());
        return m_wrong == 0 && m_size.count > 0;
    }

private:
    void readOriginal(const QString &folder)
    {
        const QString path = folder + u"/specimen.milepost"_s;
        const Opened file = openWhole(path);
        if (!file)
            fail(u"opening the specimen"_s, file.error());
        for (const Board *board : (*file)->state().of<Board>().all())
            m_original.boards.append(board->id);
        const Result<Shown> shown = shownOf(path, m_original.boards);
        if (!shown)
            fail(u"reading the specimen"_s, shown.error());
        m_original.shown = *shown;
    }

    /// Without a harm all is as it was, also where a killed write is taken back.
    void checkUnharmed()
    {
        for (const Harmed &whole :
             {Harmed{m_specimen.file, {}, {}}, Harmed{m_specimen.torn, m_specimen.journal, {}}}) {
            const Apart<Said> apart = runCase(whole);
            if (!apart.hasSaid || apart.said.outcome != Outcome::Same || !judge(apart).isEmpty())
                fail(u"the specimen is not as it should be"_s);
        }
    }

    void one(int number)
    {
        std::seed_seq seeds{m_size.seed, static_cast<unsigned>(number)};
        std::mt19937 random(seeds);
        const Harmed harmed = harm(m_specimen, random);
        const Apart<Said> apart = runCase(harmed);
        const QString wrong = judge(apart);
        if (apart.hasSaid)
            ++m_counts[wordOf(apart.said.outcome)];
        if (wrong.isEmpty())
            return;
        ++m_wrong;
        std::printf("WRONG: --seed %u --first %d --count 1: %s: %s\n", m_size.seed, number,
                    qPrintable(harmed.how), qPrintable(wrong));
        std::fflush(stdout);
    }

    Apart<Said> runCase(const Harmed &harmed) const
    {
        const QTemporaryDir folder(folderInMemory());
        const QString path = folder.filePath(u"w.milepost"_s);
        put(path, harmed.file);
        if (!harmed.journal.isEmpty())
            put(path + u"-journal"_s, harmed.journal);
        return doneApart(kMostSeconds, [&] { return use(path, m_original); });
    }

    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            fail(u"the file cannot be laid out"_s);
    }

    static QString judge(const Apart<Said> &apart)
    {
        if (!apart.hasSaid)
            return apart.signal == SIGALRM ? u"it hung"_s
                                           : QStringLiteral("it crashed (%1)").arg(apart.signal);
        if (apart.said.outcome == Outcome::Silent)
            return u"it shows something else, and says nothing"_s;
        if (apart.said.outcome == Outcome::FoundByFullCheck)
            return u"verifying does not find it"_s;
        if (apart.said.isCopyWrong)
            return u"a copy was made that shows something else"_s;
        return apart.said.isWriteWrong ? u"a sound file could not be written"_s : QString();
    }

    static QString wordOf(Outcome outcome)
    {
        switch (outcome) {
        case Outcome::Same:
            return u"shown as it was"_s;
        case Outcome::Found:
            return u"found by verifying"_s;
        case Outcome::FoundByFullCheck:
            return u"found by the full check alone"_s;
        case Outcome::Refused:
            return u"answered with an error"_s;
        case Outcome::Silent:
            return u"shown otherwise without a word"_s;
        }
        return {};
    }

    CorruptSize m_size;
    Specimen m_specimen;
    Original m_original;
    QMap<QString, int> m_counts;
    int m_wrong = 0;
};

} // namespace

bool runCorrupt(const CorruptSize &size)
{
    return Run(size).all();
}

} // namespace milepost::faults
