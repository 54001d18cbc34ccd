// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/harms.h"

#include "core/domain/acts/importing.h"
#include "core/domain/demo/democompany.h"
#include "core/storage/workspacefile.h"
#include "tests/faults/accounts.h"
#include "tests/faults/apart.h"
#include "tests/faults/failing/failing.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

const QDate kDay(2026, 11, 22);
constexpr qint64 kNoon = 1795345200000; // of that day
constexpr DemoSize kCompany{12, 0, 26, 1};
constexpr int kImported = 150;
constexpr unsigned kMostSeconds = 60;
constexpr qsizetype kJournalHeader = 512;

// --- Making one ---

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void found(const QString &path)
{
    DemoCompany company(kCompany, kDay, "UTC", DemoCompany::beginning(kCompany, kDay, "UTC"));
    int next = 0;
    const auto write = [&](Draft &draft, WorkspaceFile::Writer &writer) -> Result<bool> {
        if (next == company.steps())
            return false;
        DemoCompany::Step step = company.step(next++);
        draft = std::move(step.draft);
        writer = {step.author, kDay, step.at};
        return true;
    };
    if (const Done done = WorkspaceFile::create(path, write); !done)
        fail(u"founding"_s, done.error());
}

std::unique_ptr<WorkspaceFile> openAt(const QString &path)
{
    Result<std::unique_ptr<WorkspaceFile>> file = WorkspaceFile::open(path);
    if (!file)
        fail(u"opening"_s, file.error());
    if (const Done done = (*file)->loadStructure(); !done)
        fail(u"loading"_s, done.error());
    return *std::move(file);
}

/// A write of many pages: so many values of a KPI, which it makes.
Done importValues(WorkspaceFile &file, char id)
{
    const auto batch = std::make_shared<ImportBatch>();
    batch->board = file.state().of<Board>().all().first()->name;
    batch->source = u"values.csv"_s;
    batch->series = {u"Imported %1"_s.arg(QChar::fromLatin1(id))};
    batch->isNoted = {false};
    for (int point = 0; point < kImported; ++point)
        batch->points.push_back({.series = 0,
                                 .line = point + 2,
                                 .day = static_cast<qint32>(kDay.toJulianDay()) - point,
                                 .value = double(point)});
    batch->rows = kImported;
    WorkspaceFile::Request request;
    request.writer = {file.state().of<Person>().all().first()->id, kDay, kNoon};
    request.writeId = QByteArray(16, id);
    request.firstId = (qint64{1} << 60) + 100'000 * qint64{id};
    request.decide = [batch](Situation &in) {
        ImportSummary summary;
        return importBatch(in, batch, false, summary);
    };
    const Result<WorkspaceFile::Written> written = file.write(request);
    return written ? Done() : Done(written.error());
}

void mustImport(const QString &path, char id)
{
    if (const Done done = importValues(*openAt(path), id); !done)
        fail(u"writing"_s, done.error());
}

/// How many calls the next write makes, of which the last is not made if it is \p killedAt.
long callsOfWrite(const QString &folder, const QString &path, long killedAt)
{
    const Apart<long> apart = doneApart(kMostSeconds, [&] {
        const std::unique_ptr<WorkspaceFile> file = openAt(path);
        const failing::Plan plan{killedAt > 0 ? failing::Mode::Kill : failing::Mode::None, killedAt};
        failing::arm(QFile::encodeName(folder).constData(), plan);
        const Done done = importValues(*file, 'c');
        Q_UNUSED(done) // it is killed, or was only counted
        return failing::disarm();
    });
    return apart.said;
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        fail(u"the file cannot be laid out"_s);
}

/// Kills a write while its pages are put into the file: from its last call backwards until that is so.
void tear(Specimen &specimen, const QString &folder)
{
    const QString path = folder + u"/torn.milepost"_s;
    const QString journal = path + u"-journal"_s;
    put(path, specimen.file);
    long call = callsOfWrite(folder, path, 0);
    do {
        put(path, specimen.file);
        QFile::remove(journal);
        callsOfWrite(folder, path, --call);
        specimen.torn = bytesOf(path);
        specimen.journal = bytesOf(journal);
    } while (call > 1 && specimen.journal.isEmpty());
    if (specimen.journal.isEmpty() || specimen.torn == specimen.file)
        fail(u"no write could be torn"_s);
}

// --- Harming it ---

qsizetype pageSizeOf(const QByteArray &file)
{
    const auto high = static_cast<unsigned char>(file.at(16));
    const auto low = static_cast<unsigned char>(file.at(17));
    const qsizetype size = high * 256 + low;
    return size == 1 ? 65536 : size;
}

/// The pages in some bytes: each at the same distance from the one before.
struct Pages
{
    QByteArray &bytes;
    qsizetype first; ///< where the first one is
    qsizetype step;
    qsizetype size;

    qsizetype count() const { return (bytes.size() - first) / step; }
    qsizetype at(qsizetype page) const { return first + page * step; }
    QByteArray page(qsizetype number) const { return bytes.mid(at(number), size); }
    void put(qsizetype number, const QByteArray &page) { bytes.replace(at(number), page.size(), page); }
};

class Harming
{
public:
    Harming(const Specimen &specimen, std::mt19937 &random) : m_specimen(specimen), m_random(random) {}

    QString apply(Pages pages)
    {
        switch (any(5)) {
        case 0:
            return flip(pages.bytes);
        case 1:
            return cut(pages.bytes);
        case 2:
            return blank(pages);
        case 3:
            return swap(pages);
        default:
            return putBack(pages);
        }
    }
    qsizetype any(qsizetype count)
    {
        return static_cast<qsizetype>(m_random() % static_cast<unsigned long>(qMax<qsizetype>(count, 1)));
    }

private:
    QString flip(QByteArray &bytes)
    {
        const qsizetype at = any(bytes.size());
        const qsizetype bit = any(8);
        bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << bit));
        return QStringLiteral("bit %1 of byte %2 flipped").arg(bit).arg(at);
    }
    QString cut(QByteArray &bytes)
    {
        const qsizetype left = any(bytes.size());
        bytes.truncate(left);
        return QStringLiteral("cut off after %1 bytes").arg(left);
    }
    QString blank(Pages &pages)
    {
        const qsizetype page = any(pages.count());
        pages.put(page, QByteArray(pages.size, '\0'));
        return QStringLiteral("page %1 zeroed").arg(page + 1);
    }
    QString swap(Pages &pages)
    {
        const qsizetype one = any(pages.count());
        const qsizetype other = any(pages.count());
        const QByteArray kept = pages.page(one);
        pages.put(one, pages.page(other));
        pages.put(other, kept);
        return QStringLiteral("pages %1 and %2 swapped").arg(one + 1).arg(other + 1);
    }
    /// From the first page by chance on that was another then.
    QString putBack(Pages &pages)
    {
        QByteArray older = m_specimen.older;
        const Pages old{older, 0, pages.size, pages.size};
        const qsizetype common = qMin(pages.count(), old.count());
        const qsizetype first = any(common);
        for (qsizetype i = 0; i < common; ++i) {
            const qsizetype page = (first + i) % common;
            if (pages.page(page) == old.page(page))
                continue;
            pages.put(page, old.page(page));
            return QStringLiteral("page %1 put back").arg(page + 1);
        }
        return u"no page put back"_s;
    }

    const Specimen &m_specimen;
    std::mt19937 &m_random;
};

} // namespace

Specimen makeSpecimen(const QString &folder)
{
    Specimen specimen;
    const QString path = folder + u"/specimen.milepost"_s;
    found(path);
    mustImport(path, 'a');
    specimen.older = bytesOf(path);
    mustImport(path, 'b');
    specimen.file = bytesOf(path);
    tear(specimen, folder);
    return specimen;
}

Harmed harm(const Specimen &specimen, std::mt19937 &random)
{
    Harming harming(specimen, random);
    const qsizetype size = pageSizeOf(specimen.file);
    Harmed harmed{specimen.file, {}, {}};
    const qsizetype where = harming.any(6);
    if (where < 4) {
        harmed.how = harming.apply({harmed.file, 0, size, size});
        return harmed;
    }
    harmed.file = specimen.torn;
    harmed.journal = specimen.journal;
    // Each page there has its number before it and a sum after it.
    harmed.how = where == 4
                     ? u"torn file: "_s + harming.apply({harmed.file, 0, size, size})
                     : u"journal: "_s + harming.apply({harmed.journal, kJournalHeader + 4, size + 8, size});
    return harmed;
}

} // namespace milepost::faults
