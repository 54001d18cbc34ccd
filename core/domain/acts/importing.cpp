// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/importing.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/rights.h"

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr qsizetype kValuesAtOnce = 5000; // a part of a bulk write; keeps memory flat

const Board *boardNamed(const WorkingSet &state, PersonId asker, const QString &name)
{
    for (const Board *board : visibleBoards(state, asker))
        if (board->name == name)
            return board;
    return nullptr;
}

QHash<QString, const Kpi *> kpisByName(const WorkingSet &state, BoardId board)
{
    QHash<QString, const Kpi *> kpis;
    for (const Kpi *kpi : state.of<Kpi>().of(board))
        kpis.insert(kpi->name, kpi);
    return kpis;
}

QString numberText(std::optional<double> number)
{
    return number ? QString::number(*number, 'g', 15) : u"none"_s;
}

std::optional<double> targetFromTheBeginning(const WorkingSet &state, KpiId kpi)
{
    std::optional<double> value;
    for (const Target *target : state.of<Target>().of(kpi))
        if (!target->validFrom.isValid())
            value = target->value;
    return value;
}

Error differs(const Kpi &kpi, const char *attribute, const QString &theirs, const QString &ours)
{
    return {Error::Code::ImportDiffers, {kpi.name, QString::fromLatin1(attribute), theirs, ours}};
}

/// What is archived takes no values; its place among what differs is said with a sentence of its own.
Error archivedIs(const QString &name)
{
    return {Error::Code::ImportDiffers, {name, u"archived"_s, u"no"_s, u"yes"_s}};
}

Done checkAttributes(const WorkingSet &state, const ImportBatch &batch, const Kpi &kpi)
{
    if (batch.isRatio != (kpi.aggregate == Aggregate::Ratio))
        return differs(kpi, "aggregate", batch.isRatio ? u"ratio"_s : u"value"_s, wordOf(kpi.aggregate));
    if (batch.unit && *batch.unit != kpi.unit)
        return differs(kpi, "unit", *batch.unit, kpi.unit);
    if (batch.direction && *batch.direction != kpi.direction)
        return differs(kpi, "good", wordOf(*batch.direction), wordOf(kpi.direction));
    if (batch.cadence && *batch.cadence != kpi.cadence)
        return differs(kpi, "cadence", wordOf(*batch.cadence), wordOf(kpi.cadence));
    if (batch.target) {
        const std::optional<double> present = targetFromTheBeginning(state, kpi.id);
        if (present != batch.target)
            return differs(kpi, "target", numberText(batch.target), numberText(present));
    }
    return {};
}

bool hasValue(const Measurement &present, const ImportBatch &batch, const ImportBatch::Point &point)
{
    if (batch.isRatio)
        return present.numerator == point.numerator && present.denominator == point.denominator;
    return present.value == point.value;
}

// A file that says nothing takes no note away.
bool isSame(const ImportBatch &batch, const ImportBatch::Point &point, const Measurement &present)
{
    const QString &note = batch.notes[size_t(point.note)];
    return hasValue(present, batch, point) && (note.isEmpty() || note == present.note);
}

void setValue(const ImportBatch &batch, const ImportBatch::Point &point, Measurement &measurement)
{
    if (batch.isRatio) {
        measurement.numerator = point.numerator;
        measurement.denominator = point.denominator;
    } else {
        measurement.value = point.value;
    }
    if (point.note > 0)
        measurement.note = batch.notes[size_t(point.note)];
}

/// Goes through the points of a batch beside the measurements that are there.
class Import
{
public:
    Import(Situation &in, std::shared_ptr<const ImportBatch> batch) : m_in(in), m_batch(std::move(batch)) {}

    Result<Draft> decide(bool skipRefused, ImportSummary &summary);

private:
    void findTaken();
    Done findBoard();
    Done findKpis();
    void addBoard();
    void addKpi(const QString &name);
    void count(ImportSummary &summary) const;
    bool isRefused(const ImportBatch::Point &point) const { return m_batch->dateOf(point) > m_in.today; }
    std::function<bool(Edits &)> writer() const;

    Situation &m_in;
    std::shared_ptr<const ImportBatch> m_batch;
    Draft m_draft;
    Board m_board;
    std::vector<bool> m_isTaken; ///< by series of the batch: it has a value, or a gap with a note
    QList<KpiId> m_kpis;         ///< by series of the batch; invalid for what is not made
    QList<Series> m_present;     ///< by series of the batch
    qint64 m_newKpis = 0;
    bool m_isBoardMissing = false;
};

Result<Draft> Import::decide(bool skipRefused, ImportSummary &summary)
{
    summary = {};
    summary.refused = m_batch->refused;
    findTaken();
    if (const Done done = findBoard(); !done)
        return done.error();
    if (const Done done = findKpis(); !done)
        return done.error();
    summary.newKpis = m_newKpis;
    summary.isNewBoard = m_isBoardMissing && m_newKpis > 0;
    if (summary.isNewBoard)
        addBoard();
    count(summary);
    if (!summary.refused.isEmpty() && !skipRefused) {
        // A batch keeps only the first of very many refused rows, but knows how many there were.
        const qint64 unkept = qMax<qint64>(0, m_batch->refusedRows - m_batch->refused.size());
        return Error{Error::Code::ImportRefused,
                     {QString::number(summary.refused.size() + unkept),
                      QString::number(summary.refused.first().line)}};
    }
    m_draft.act = Act::Import;
    m_draft.values = subjectValues(m_board.id);
    m_draft.values.insert(u"count"_s, QString::number(summary.added + summary.changed));
    m_draft.nothingToDo = m_draft.edits.isEmpty() && summary.added + summary.changed == 0;
    m_draft.more = writer();
    return std::move(m_draft);
}

/// Of which series anything is left once refused rows are skipped.
void Import::findTaken()
{
    m_isTaken = m_batch->isNoted;
    m_isTaken.resize(m_batch->series.size());
    for (const ImportBatch::Point &point : m_batch->points)
        if (!isRefused(point))
            m_isTaken[size_t(point.series)] = true;
}

Done Import::findBoard()
{
    const Result<QString> name = cleanName(m_batch->board);
    if (!name)
        return name.error();
    if (const Board *board = boardNamed(m_in.state, m_in.asker, *name)) {
        m_board = *board;
        if (board->archived)
            return archivedIs(board->name);
        return require(m_in.state, m_in.asker, board->id, Role::Editor);
    }
    if (const Done done = requireMember(m_in.state, m_in.asker); !done)
        return done;
    m_isBoardMissing = true;
    m_board.id = m_in.ids.next<Board>();
    m_board.name = *name;
    m_board.position = nextPosition(visibleBoards(m_in.state, m_in.asker));
    return {};
}

void Import::addBoard()
{
    m_draft.edits.add(m_board);
    Grant grant;
    grant.id = m_in.ids.next<Grant>();
    grant.board = m_board.id;
    grant.person = m_in.asker;
    grant.role = Role::Owner;
    m_draft.edits.add(grant);
}

Done Import::findKpis()
{
    const QHash<QString, const Kpi *> present = kpisByName(m_in.state, m_board.id);
    QSet<QString> names;
    for (const QString &text : m_batch->series) {
        const Result<QString> name = cleanName(text);
        if (!name)
            return name.error();
        if (names.contains(*name))
            return Error{Error::Code::ImportTwoKpis, {*name}};
        names.insert(*name);
        if (const Kpi *kpi = present.value(*name)) {
            if (kpi->archived)
                return archivedIs(kpi->name);
            if (const Done done = checkAttributes(m_in.state, *m_batch, *kpi); !done)
                return done;
            m_kpis.append(kpi->id);
            m_present.append(m_in.state.seriesOf(kpi->id));
        } else if (m_isTaken[size_t(m_kpis.size())]) {
            addKpi(*name);
        } else {
            m_kpis.append(KpiId());
            m_present.append(Series());
        }
    }
    return {};
}

void Import::addKpi(const QString &name)
{
    Kpi kpi;
    kpi.id = m_in.ids.next<Kpi>();
    kpi.board = m_board.id;
    kpi.name = name;
    kpi.unit = m_batch->unit.value_or(QString());
    kpi.direction = m_batch->direction.value_or(Direction::Up);
    kpi.cadence = m_batch->cadence.value_or(Cadence::Month);
    kpi.aggregate = m_batch->isRatio ? Aggregate::Ratio : Aggregate::Last;
    kpi.position = nextPosition(m_in.state.of<Kpi>().of(m_board.id)) + double(m_newKpis++);
    m_draft.edits.add(kpi);
    if (m_batch->target) {
        Target target;
        target.id = m_in.ids.next<Target>();
        target.kpi = kpi.id;
        target.value = m_batch->target;
        target.position = 1;
        m_draft.edits.add(target);
    }
    m_kpis.append(kpi.id);
    m_present.append(Series());
}

void Import::count(ImportSummary &summary) const
{
    for (const ImportBatch::Point &point : m_batch->points) {
        const QDate date = m_batch->dateOf(point);
        if (isRefused(point)) {
            summary.refused.append(
                {point.line, Error{Error::Code::DateInFuture,
                                   {date.toString(Qt::ISODate), m_in.today.toString(Qt::ISODate)}}});
            continue;
        }
        const Measurement *present = m_present[point.series].at(date);
        if (!present)
            ++summary.added;
        else if (isSame(*m_batch, point, *present))
            ++summary.same;
        else
            ++summary.changed;
    }
    std::sort(summary.refused.begin(), summary.refused.end(),
              [](const auto &left, const auto &right) { return left.line < right.line; });
    // A row with several values is refused once.
    const auto end = std::unique(summary.refused.begin(), summary.refused.end(),
                                 [](const auto &left, const auto &right) { return left.line == right.line; });
    summary.refused.resize(std::distance(summary.refused.begin(), end));
}

Measurement corrected(const Measurement &old, const ImportBatch &batch, const ImportBatch::Point &point)
{
    Measurement measurement = old;
    if (!hasValue(old, batch, point)) // a new note alone corrects nothing
        measurement.reason = u"import "_s + batch.source;
    return measurement;
}

// Makes the measurements part by part, so that a million of them are never held at once.
std::function<bool(Edits &)> Import::writer() const
{
    return [batch = m_batch, kpis = m_kpis, present = m_present, ids = m_in.ids, today = m_in.today,
            next = size_t(0)](Edits &edits) mutable {
        auto &part = edits.of<Measurement>();
        for (; next < batch->points.size() && part.count() < kValuesAtOnce; ++next) {
            const ImportBatch::Point &point = batch->points[next];
            const QDate date = batch->dateOf(point);
            if (date > today)
                continue;
            const Measurement *old = present[point.series].at(date);
            if (old && isSame(*batch, point, *old))
                continue;
            Measurement measurement = old ? corrected(*old, *batch, point) : Measurement();
            if (!old) {
                measurement.id = ids.next<Measurement>();
                measurement.kpi = kpis[point.series];
                measurement.date = date;
            }
            setValue(*batch, point, measurement);
            (old ? part.changed : part.added).append(measurement);
        }
        return !part.isEmpty();
    };
}

} // namespace

Result<Draft> importBatch(Situation &in, const std::shared_ptr<const ImportBatch> &batch, bool skipRefused,
                          ImportSummary &summary)
{
    return Import(in, batch).decide(skipRefused, summary);
}

QList<KpiId> seriesNeededBy(const WorkingSet &state, PersonId asker, const ImportBatch &batch)
{
    QList<KpiId> kpis;
    const Board *board =
        boardNamed(state, asker, batch.board.normalized(QString::NormalizationForm_C).trimmed());
    if (!board)
        return kpis;
    const QHash<QString, const Kpi *> present = kpisByName(state, board->id);
    for (const QString &text : batch.series) {
        const Result<QString> name = cleanName(text);
        if (const Kpi *kpi = name ? present.value(*name) : nullptr)
            kpis.append(kpi->id);
    }
    return kpis;
}

} // namespace milepost
