// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardrow.h"

#include "core/domain/figures/duerows.h"
#include "core/domain/figures/recentvalues.h"
#include "core/domain/rights.h"
#include "ui/models/statusfacts.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QCoreApplication>

namespace milepost {
namespace {

constexpr qsizetype kPeriods = 26;
constexpr qint64 kSectionId = -1;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(milepost::BoardRows)

public:
    static QString keepRunning() { return tr("Keep running"); }
    static QString done() { return tr("done"); }
    static QString open() { return tr("open"); }
    static QString follows(const QString &kpi, const QString &board)
    {
        return fill(tr("Follows the KPI “%1” of the board “%2”. Type the number there."), {kpi, board});
    }
    static QString followsUnseen() { return tr("Follows a KPI on a board that you may not see."); }
    static QString hasKeyResults() { return tr("Type values on its key results."); }
    static QString isComputed() { return tr("Computed from other KPIs."); }
    static QString hasParts() { return tr("Type 1 on a part when it is done."); }
    static QString typeParts() { return tr("Type both parts, such as 12/340."); }
    static QString typeDone() { return tr("Type 1 when it is done."); }
    static QString typeNumber() { return tr("Type the number of today and press Enter."); }
    static QString notYours() { return tr("Only its owners and the board's editors record values here."); }
    static QString above(const QString &value) { return tr("stay at %1 or more").arg(value); }
    static QString below(const QString &value) { return tr("stay at %1 or less").arg(value); }
    static QString between(const QString &band) { return tr("stay within %1").arg(band); }
    static QString firstValue() { return tr("get a first value"); }
};

QString initialsOf(const QString &name)
{
    QString initials;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts))
        if (initials.size() < 2 && word.at(0).isLetterOrNumber())
            initials += word.at(0).toUpper();
    return initials.isEmpty() ? name.left(1) : initials;
}

/// Makes the rows of one board.
class Rows
{
public:
    Rows(const WorkingSet &state, PersonId reader, BoardId board, QDate day)
        : m_state(state)
        , m_reader(state.find(reader))
        , m_board(board)
        , m_day(day)
    {
        const std::optional<Role> role = roleOn(state, reader, board);
        m_isEditor = m_reader && role && *role >= Role::Editor;
    }

    QList<BoardBranch> make() const;

private:
    BoardBranch objectiveRow(const ObjectiveFigures &figures) const;
    BoardBranch keyResultRow(const Objective &objective, const KeyResultFigures &figures) const;
    BoardRow partRow(const KeyResult &keyResult, const MilestonePart &part, bool mayRecord) const;
    BoardRow kpiRow(const KpiFigures &figures) const;
    bool mayRecord(const QList<Owner> &owners) const;
    QString secondaryOf(const KeyResult &keyResult) const;
    QString targetOf(const KeyResult &keyResult) const;
    QString valueOf(const KeyResult &keyResult, const KeyResultFigures &figures) const;
    void allowTyping(BoardRow &row, const KeyResult &keyResult, const QList<Owner> &owners) const;
    const CheckIn *latest(const KeyResult &keyResult, MilestonePartId part) const;

    const WorkingSet &m_state;
    const Person *m_reader;
    BoardId m_board;
    QDate m_day;
    bool m_isEditor = false;
};

QList<BoardBranch> Rows::make() const
{
    const BoardFigures figures = figuresOf(m_state, m_board, m_day);
    QList<BoardBranch> rows;
    for (const ObjectiveFigures &objective : figures.objectives)
        rows.append(objectiveRow(objective));
    if (!figures.kpis.isEmpty()) {
        BoardBranch section;
        section.row.kind = RowKind::Section;
        section.row.id = kSectionId;
        section.row.title = Words::keepRunning();
        for (const KpiFigures &kpi : figures.kpis)
            section.children.append({kpiRow(kpi), {}});
        rows.append(section);
    }
    return rows;
}

BoardBranch Rows::objectiveRow(const ObjectiveFigures &figures) const
{
    const Objective &objective = *m_state.find(figures.id);
    BoardBranch branch;
    BoardRow &row = branch.row;
    row.kind = RowKind::Objective;
    row.id = objective.id.value();
    row.title = objective.title;
    row.owners = ownerFacts(m_state, objective.owners);
    row.progress = {figures.progress, figures.progress, figures.expected};
    row.status = {label(figures.status), toneOf(figures.status), signOf(figures.status)};
    row.hint = Words::hasKeyResults();
    for (const KeyResultFigures &keyResult : figures.keyResults)
        branch.children.append(keyResultRow(objective, keyResult));
    return branch;
}

BoardBranch Rows::keyResultRow(const Objective &objective, const KeyResultFigures &figures) const
{
    const KeyResult &keyResult = *m_state.find(figures.id);
    BoardBranch branch;
    BoardRow &row = branch.row;
    row.kind = RowKind::KeyResult;
    row.id = keyResult.id.value();
    row.title = keyResult.title;
    row.secondary = secondaryOf(keyResult);
    row.owners = ownerFacts(m_state, keyResult.owners);
    row.unit = keyResult.unit;
    row.number = figures.value;
    row.value = valueOf(keyResult, figures);
    if (figures.value)
        row.typed = typedFigure(*figures.value, keyResult.unit);
    row.target = targetOf(keyResult);
    row.progress = {figures.progress, figures.rawProgress, figures.expected};
    row.status = {label(figures.status), toneOf(figures.status), signOf(figures.status)};
    row.update = {figures.date, figures.isOverdue, dueSince(m_state, keyResult, figures, m_day).has_value()};
    const bool isLower = keyResult.kind == KeyResultKind::Below ||
                         (keyResult.target && keyResult.start && *keyResult.target < *keyResult.start);
    if (keyResult.kind != KeyResultKind::Milestone) // done or not done makes no line
        row.line = {recentValues(m_state, keyResult, kPeriods, m_day), keyResult.target, isLower,
                    row.status.tone};
    const QList<Owner> owners = keyResult.owners.isEmpty() ? objective.owners : keyResult.owners;
    allowTyping(row, keyResult, owners);
    for (const MilestonePart *part : m_state.of<MilestonePart>().of(keyResult.id))
        branch.children.append({partRow(keyResult, *part, mayRecord(owners)), {}});
    for (BoardBranch &part : branch.children)
        part.row.update.isDue = row.update.isDue && part.row.number.value_or(0) < 1;
    return branch;
}

BoardRow Rows::partRow(const KeyResult &keyResult, const MilestonePart &part, bool mayRecord) const
{
    BoardRow row;
    row.kind = RowKind::KeyResult;
    row.id = part.id.value();
    row.isPart = true;
    row.title = part.title;
    row.target = Words::done();
    row.isEditable = mayRecord;
    row.hint = mayRecord ? Words::typeDone() : Words::notYours();
    if (const CheckIn *checkIn = latest(keyResult, part.id)) {
        row.number = checkIn->value;
        row.value = checkIn->value >= 1 ? Words::done() : share(checkIn->value);
        row.typed = typedFigure(checkIn->value);
        row.progress = {checkIn->value, checkIn->value, {}};
        row.update.date = checkIn->date;
    } else {
        row.value = Words::open();
    }
    return row;
}

BoardRow Rows::kpiRow(const KpiFigures &figures) const
{
    const Kpi &kpi = *m_state.find(figures.id);
    BoardRow row;
    row.kind = RowKind::Kpi;
    row.id = kpi.id.value();
    row.title = kpi.name;
    row.owners = ownerFacts(m_state, kpi.owners);
    row.unit = kpi.unit;
    row.number = figures.value;
    row.value = figure(figures.value, kpi.unit);
    if (figures.value && kpi.aggregate != Aggregate::Ratio)
        row.typed = typedFigure(*figures.value, kpi.unit);
    if (figures.low && figures.high)
        row.target = band(*figures.low, *figures.high, kpi.unit);
    else if (figures.target)
        row.target = target(*figures.target, kpi.direction, kpi.unit);
    row.status = {label(figures.health), toneOf(figures.health), signOf(figures.health)};
    row.update = {figures.date, figures.isOverdue, dueSince(m_state, kpi, figures, m_day).has_value()};
    row.line = {recentValues(m_state, kpi, kPeriods, m_day), figures.target, kpi.direction == Direction::Down,
                row.status.tone};
    row.isEditable = mayRecord(kpi.owners) && kpi.formula.isEmpty();
    if (!kpi.formula.isEmpty())
        row.hint = Words::isComputed();
    else if (!row.isEditable)
        row.hint = Words::notYours();
    else
        row.hint = kpi.aggregate == Aggregate::Ratio ? Words::typeParts() : Words::typeNumber();
    return row;
}

bool Rows::mayRecord(const QList<Owner> &owners) const
{
    if (m_isEditor)
        return true;
    return m_reader && m_reader->isActive() &&
           std::any_of(owners.begin(), owners.end(), [this](const Owner &owner) {
               return owner.person == m_reader->id ||
                      (owner.team.isValid() && isIn(m_state, *m_reader, owner.team));
           });
}

QString Rows::secondaryOf(const KeyResult &keyResult) const
{
    switch (keyResult.kind) {
    case KeyResultKind::Reach:
        return fromTo(keyResult.start.value_or(0), keyResult.target.value_or(0), keyResult.unit);
    case KeyResultKind::Above:
        return Words::above(figure(keyResult.target, keyResult.unit));
    case KeyResultKind::Below:
        return Words::below(figure(keyResult.target, keyResult.unit));
    case KeyResultKind::Between:
        return Words::between(band(keyResult.low.value_or(0), keyResult.high.value_or(0), keyResult.unit));
    case KeyResultKind::Baseline:
        return Words::firstValue();
    case KeyResultKind::Milestone:
        return {};
    }
    Q_UNREACHABLE();
}

QString Rows::targetOf(const KeyResult &keyResult) const
{
    switch (keyResult.kind) {
    case KeyResultKind::Reach:
        return figure(keyResult.target, keyResult.unit);
    case KeyResultKind::Above:
        return target(keyResult.target.value_or(0), Direction::Up, keyResult.unit);
    case KeyResultKind::Below:
        return target(keyResult.target.value_or(0), Direction::Down, keyResult.unit);
    case KeyResultKind::Between:
        return band(keyResult.low.value_or(0), keyResult.high.value_or(0), keyResult.unit);
    case KeyResultKind::Milestone:
        return Words::done();
    case KeyResultKind::Baseline:
        return {};
    }
    Q_UNREACHABLE();
}

QString Rows::valueOf(const KeyResult &keyResult, const KeyResultFigures &figures) const
{
    if (keyResult.kind != KeyResultKind::Milestone)
        return figure(figures.value, keyResult.unit);
    const auto parts = m_state.of<MilestonePart>().of(keyResult.id);
    if (parts.isEmpty())
        return figures.value.value_or(0) >= 1 ? Words::done() : Words::open();
    const qsizetype done = std::count_if(parts.begin(), parts.end(), [&](const MilestonePart *part) {
        const CheckIn *checkIn = latest(keyResult, part->id);
        return checkIn && checkIn->value >= 1;
    });
    return countOf(done, parts.size());
}

void Rows::allowTyping(BoardRow &row, const KeyResult &keyResult, const QList<Owner> &owners) const
{
    if (const Kpi *kpi = m_state.find(keyResult.kpi)) {
        const bool isSeen = canSee(m_state, m_reader ? m_reader->id : PersonId(), kpi->board);
        row.hint =
            isSeen ? Words::follows(kpi->name, m_state.find(kpi->board)->name) : Words::followsUnseen();
        return;
    }
    if (!m_state.of<MilestonePart>().of(keyResult.id).isEmpty()) {
        row.hint = Words::hasParts();
        return;
    }
    row.isEditable = mayRecord(owners);
    if (!row.isEditable)
        row.hint = Words::notYours();
    else
        row.hint = keyResult.kind == KeyResultKind::Milestone ? Words::typeDone() : Words::typeNumber();
}

const CheckIn *Rows::latest(const KeyResult &keyResult, MilestonePartId part) const
{
    const CheckIn *found = nullptr;
    for (const CheckIn *checkIn : m_state.of<CheckIn>().of(keyResult.id))
        if (checkIn->part == part && checkIn->date <= m_day && (!found || found->date <= checkIn->date))
            found = checkIn;
    return found;
}

} // namespace

QList<OwnerFact> ownerFacts(const WorkingSet &state, const QList<Owner> &owners)
{
    QList<OwnerFact> facts;
    for (const Owner &owner : owners) {
        if (const Person *person = state.find(owner.person))
            facts.append({person->name, initialsOf(person->name), static_cast<quint64>(person->id.value())});
        else if (const Team *team = state.find(owner.team))
            facts.append({team->name, initialsOf(team->name), static_cast<quint64>(team->id.value())});
    }
    return facts;
}

QList<BoardBranch> rowsOf(const WorkingSet &state, PersonId reader, BoardId board, QDate day)
{
    if (!canSee(state, reader, board))
        return {};
    return Rows(state, reader, board, day).make();
}

} // namespace milepost
