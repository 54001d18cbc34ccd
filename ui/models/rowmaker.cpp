// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowmaker.h"

#include "core/domain/figures/duerows.h"
#include "core/domain/figures/objectivefigures.h"
#include "core/domain/figures/overdueactions.h"
#include "core/domain/figures/recentvalues.h"
#include "core/domain/rights.h"
#include "ui/models/statusfacts.h"
#include "ui/models/typedgoal.h"
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
    static QString isPast()
    {
        return tr("This is how the board stood then. Go back to today to type values.");
    }
    static QString hasKeyResults() { return tr("Type values on its key results."); }
    static QString isComputed() { return tr("Computed from other KPIs."); }
    static QString hasParts() { return tr("Type 1 on a part when it is done."); }
    static QString typeParts() { return tr("Type both parts, such as 12/340."); }
    static QString typeDone() { return tr("Type 1 when it is done."); }
    static QString typeNumber() { return tr("Type the number of today and press Enter."); }
    static QString notYours() { return tr("Only its owners and the board's editors record values here."); }
};

/// The first team that stands behind an owner: itself, or a person's own.
OwnerFact teamOf(const WorkingSet &state, const QList<Owner> &owners)
{
    for (const Owner &owner : owners) {
        const Person *person = state.find(owner.person);
        const TeamId team = person ? person->teams.value(0) : owner.team;
        if (const Team *found = state.find(team))
            return {found->name, {}, static_cast<quint64>(found->id.value())};
    }
    return {};
}

} // namespace

RowMaker::RowMaker(const WorkingSet &state, const BoardSight &sight)
    : m_state(state)
    , m_reader(state.find(sight.reader))
    , m_sight(sight)
{
    const std::optional<Role> role = roleOn(state, sight.reader, sight.board);
    m_isEditor = m_reader && role && *role >= Role::Editor;
}

KeyResultFigures RowMaker::figuresOf(const KeyResult &keyResult) const
{
    return milepost::figuresOf(m_state, keyResult, m_sight.day);
}

qsizetype RowMaker::overdueActions(const Subject &subject) const
{
    return milepost::overdueActions(m_state, subject, m_sight.day);
}

RowRef RowMaker::headingRow() const
{
    auto row = std::make_shared<BoardRow>();
    row->kind = RowKind::Section;
    row->id = kSectionId;
    row->title = Words::keepRunning();
    return row;
}

void RowMaker::setOwners(BoardRow &row, const QList<Owner> &owners) const
{
    row.owners = ownerFacts(m_state, owners);
    row.team = teamOf(m_state, owners);
}

void RowMaker::setStatus(BoardRow &row, Status status) const
{
    row.status = {label(status), toneOf(status), signOf(status)};
    row.standing = standingOf(status);
}

// What is the same for all rows, once the rest is known.
void RowMaker::finish(BoardRow &row) const
{
    QString all = row.title;
    for (const OwnerFact &owner : std::as_const(row.owners))
        all += u' ' + owner.name;
    row.foundByTitle = foldedForFilter(row.title);
    row.foundBy = foldedForFilter(QString(all + u' ' + row.status.word));
    if (!m_sight.isPast)
        return;
    row.isEditable = false;
    row.hint = Words::isPast();
}

BoardRow RowMaker::objectiveRow(const Objective &objective, const QList<KeyResultFigures> &keyResults) const
{
    const ObjectiveFigures figures = milepost::figuresOf(m_state, objective, keyResults, m_sight.day);
    BoardRow row;
    row.kind = RowKind::Objective;
    row.id = objective.id.value();
    row.title = objective.title;
    setOwners(row, objective.owners);
    row.overdueActions = overdueActions(Subject::of(objective.id));
    row.progress = {figures.progress, figures.progress, figures.expected};
    row.pace = figures.paceGap;
    setStatus(row, figures.status);
    row.hint = Words::hasKeyResults();
    finish(row);
    return row;
}

BoardBranch RowMaker::keyResultBranch(const Objective &objective, const KeyResult &keyResult,
                                      const KeyResultFigures &figures) const
{
    BoardBranch branch{std::make_shared<const BoardRow>(keyResultRow(objective, keyResult, figures)), {}};
    const QList<Owner> &owners = keyResult.owners.isEmpty() ? objective.owners : keyResult.owners;
    const bool isDue = branch.row->update.isDue;
    for (const MilestonePart *part : m_state.of<MilestonePart>().of(keyResult.id)) {
        BoardRow row = partRow(keyResult, *part, mayRecord(owners));
        row.update.isDue = isDue && row.number.value_or(0) < 1;
        branch.children.append({std::make_shared<const BoardRow>(std::move(row)), {}});
    }
    return branch;
}

BoardRow RowMaker::keyResultRow(const Objective &objective, const KeyResult &keyResult,
                                const KeyResultFigures &figures) const
{
    BoardRow row;
    row.kind = RowKind::KeyResult;
    row.id = keyResult.id.value();
    row.title = keyResult.title;
    row.secondary = secondaryOf(keyResult);
    row.span = row.secondary;
    setOwners(row, keyResult.owners);
    row.overdueActions = overdueActions(Subject::of(keyResult.id));
    row.unit = keyResult.unit;
    row.number = figures.value;
    row.value = valueOf(keyResult, figures);
    if (figures.value)
        row.typed = typedFigure(*figures.value, keyResult.unit);
    row.target = targetOf(keyResult);
    row.progress = {figures.progress, figures.rawProgress, figures.expected};
    row.pace = paceGap(figures.progress, figures.expected);
    row.confidence = figures.confidence;
    row.hasMonths = keyResult.kind != KeyResultKind::Milestone;
    setStatus(row, figures.status);
    const bool isDue = dueSince(m_state, keyResult, figures, m_sight.day).has_value();
    row.update = {figures.date, figures.isOverdue, isDue};
    const bool isLower = keyResult.kind == KeyResultKind::Below ||
                         (keyResult.target && keyResult.start && *keyResult.target < *keyResult.start);
    if (keyResult.kind != KeyResultKind::Milestone) // done or not done makes no line
        row.line = {recentValues(m_state, keyResult, kPeriods, m_sight.day), keyResult.target, isLower,
                    row.status.tone};
    allowTyping(row, keyResult, keyResult.owners.isEmpty() ? objective.owners : keyResult.owners);
    finish(row);
    return row;
}

BoardRow RowMaker::partRow(const KeyResult &keyResult, const MilestonePart &part, bool mayRecord) const
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
    finish(row);
    return row;
}

BoardRow RowMaker::kpiRow(const Kpi &kpi) const
{
    const KpiFigures figures = milepost::figuresOf(m_state, kpi, m_sight.day);
    BoardRow row;
    row.kind = RowKind::Kpi;
    row.id = kpi.id.value();
    row.title = kpi.name;
    setOwners(row, kpi.owners);
    row.overdueActions = overdueActions(Subject::of(kpi.id));
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
    row.standing = standingOf(figures.health);
    row.update = {figures.date, figures.isOverdue, dueSince(m_state, kpi, figures, m_sight.day).has_value()};
    row.line = {recentValues(m_state, kpi, kPeriods, m_sight.day), figures.target,
                kpi.direction == Direction::Down, row.status.tone};
    row.hasMonths = true;
    row.isEditable = mayRecord(kpi.owners) && kpi.formula.isEmpty();
    if (!kpi.formula.isEmpty())
        row.hint = Words::isComputed();
    else if (!row.isEditable)
        row.hint = Words::notYours();
    else
        row.hint = kpi.aggregate == Aggregate::Ratio ? Words::typeParts() : Words::typeNumber();
    finish(row);
    return row;
}

bool RowMaker::mayRecord(const QList<Owner> &owners) const
{
    if (m_isEditor)
        return true;
    return m_reader && m_reader->isActive() &&
           std::any_of(owners.begin(), owners.end(), [this](const Owner &owner) {
               return owner.person == m_reader->id ||
                      (owner.team.isValid() && isIn(m_state, *m_reader, owner.team));
           });
}

QString RowMaker::secondaryOf(const KeyResult &keyResult) const
{
    if (keyResult.kind == KeyResultKind::Milestone)
        return {};
    return inWords(TypedGoal{keyResult.kind, keyResult.start, keyResult.target, keyResult.low, keyResult.high,
                             keyResult.unit});
}

QString RowMaker::targetOf(const KeyResult &keyResult) const
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

QString RowMaker::valueOf(const KeyResult &keyResult, const KeyResultFigures &figures) const
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

void RowMaker::allowTyping(BoardRow &row, const KeyResult &keyResult, const QList<Owner> &owners) const
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

const CheckIn *RowMaker::latest(const KeyResult &keyResult, MilestonePartId part) const
{
    const CheckIn *found = nullptr;
    for (const CheckIn *checkIn : m_state.of<CheckIn>().of(keyResult.id))
        if (checkIn->part == part && checkIn->date <= m_sight.day && (!found || found->date <= checkIn->date))
            found = checkIn;
    return found;
}

} // namespace milepost
