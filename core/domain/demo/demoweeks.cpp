// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demo/democompany.h"
#include "core/domain/demo/demovalue.h"

#include <cmath>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFriday = 4; // days after Monday
constexpr int kWeeksOfYear = 52;
constexpr double kDaysOfYear = 365.25;
constexpr double kTwoPi = 6.283185307179586;
constexpr double kMemory = 0.35; // how much of the last noise is still felt
constexpr double kPartsVary = 0.03;
constexpr int kColleagues = 3; // people 1 to 3 may write on every public board
constexpr int kCloser = 1;     // and this one on the private boards too
constexpr int kMaxConfidence = 10;

double seasonOf(const Shape &shape, QDate date)
{
    const double peak = (shape.peakMonth - 0.5) * kDaysOfYear / 12;
    return 1 + shape.season * std::cos(kTwoPi * (date.dayOfYear() - peak) / kDaysOfYear);
}

double levelOf(const Shape &shape, QDate date, int weeksAgo)
{
    const double ago = qMin(1.0, static_cast<double>(weeksAgo) / kWeeksOfYear);
    double level = shape.now + (shape.yearAgo - shape.now) * ago;
    if (shape.breakWeeksAgo > 0 && weeksAgo >= shape.breakWeeksAgo)
        level += shape.broken;
    return shape.season > 0 ? level * seasonOf(shape, date) : level;
}

bool isSilent(const Shape &shape, int weeksAgo)
{
    return shape.isEmpty || weeksAgo < shape.silentWeeks ||
           (weeksAgo <= shape.gapFrom && weeksAgo > shape.gapTo);
}

} // namespace

DemoCompany::Step DemoCompany::liveWeek(int week)
{
    const qint64 at = m_calendar.at(m_calendar.lastDay(week), QTime(12, 0));
    Step step{.author = authorOf(week), .at = at, .draft = {.act = Act::Demo}};
    step.draft.values.insert(u"week"_s, m_calendar.name(week));
    Edits &edits = step.draft.edits;
    if (const std::optional<QDate> quarter = m_calendar.quarterBeginning(week)) {
        beginCycle(edits, *quarter);
        changeTargets(edits, *quarter);
    }
    measure(edits, week);
    checkIn(edits, week);
    act(edits, week);
    talk(edits, week, at);
    return step;
}

/// The part of the cycle that is over by the end of the day.
double DemoCompany::elapsedAt(QDate date) const
{
    return static_cast<double>(m_cycle.from.daysTo(date) + 1) /
           static_cast<double>(m_cycle.from.daysTo(m_cycle.to) + 1);
}

/// A week in which the private boards are written too.
bool DemoCompany::isClosingWeek(int week) const
{
    return m_calendar.monthEnding(week).has_value() || m_calendar.quarterBeginning(week).has_value();
}

PersonId DemoCompany::authorOf(int week)
{
    return person(isClosingWeek(week) ? kCloser : 1 + m_random.below(kColleagues));
}

void DemoCompany::measure(Edits &edits, int week)
{
    const int weeksAgo = m_calendar.weeksAgo(week);
    const QDate friday = qMin(m_calendar.monday(week).addDays(kFriday), m_calendar.lastDay(week));
    const std::optional<QDate> month = m_calendar.monthEnding(week);
    const std::optional<QDate> quarter = m_calendar.quarterEnding(week);
    edits.of<Measurement>().added.reserve(m_kpis.size());
    for (LiveKpi &kpi : m_kpis) {
        if (isSilent(kpi.plan.shape, weeksAgo))
            continue;
        if (kpi.plan.cadence == Cadence::Week)
            measure(edits, kpi, friday, weeksAgo);
        else if (kpi.plan.cadence == Cadence::Month && month)
            measure(edits, kpi, *month, weeksAgo);
        else if (kpi.plan.cadence == Cadence::Quarter && quarter)
            measure(edits, kpi, *quarter, weeksAgo);
    }
}

void DemoCompany::measure(Edits &edits, LiveKpi &kpi, QDate date, int weeksAgo)
{
    Measurement point{.id = m_ids.next<Measurement>(), .kpi = kpi.record.id, .date = date};
    const double value = valueOf(kpi, date, weeksAgo);
    if (kpi.plan.aggregate == Aggregate::Ratio) {
        const double around = kpi.plan.shape.denominator;
        point.denominator = qMax(1.0, std::round(around * (1 + kPartsVary * m_random.normal())));
        point.numerator = qBound(0.0, std::round(value * *point.denominator), *point.denominator);
    } else {
        point.value = typedValue(value, kpi.plan.shape.digits);
    }
    edits.add(point);
}

double DemoCompany::valueOf(LiveKpi &kpi, QDate date, int weeksAgo)
{
    const Shape &shape = kpi.plan.shape;
    kpi.drift = kMemory * kpi.drift + shape.noise * m_random.normal();
    return qBound(shape.least, levelOf(shape, date, weeksAgo) + kpi.drift, shape.most);
}

void DemoCompany::checkIn(Edits &edits, int week)
{
    for (LiveKeyResult &keyResult : m_keyResults)
        if (!keyResult.record.kpi.isValid() && (!keyResult.isPrivate || isClosingWeek(week)))
            checkIn(edits, keyResult, week);
}

void DemoCompany::checkIn(Edits &edits, LiveKeyResult &keyResult, int week)
{
    const QDate friday = qMin(m_calendar.monday(week).addDays(kFriday), m_calendar.lastDay(week));
    const QDate date =
        keyResult.plan.cadence == Cadence::Week ? friday : m_calendar.monthEnding(week).value_or(QDate());
    if (!date.isValid() || date < m_cycle.from)
        return;
    const double elapsed = elapsedAt(date);
    const bool isOnce =
        keyResult.plan.kind == KeyResultKind::Milestone || keyResult.plan.kind == KeyResultKind::Baseline;
    if (!isOnce)
        addCheckIn(edits, keyResult, date, valueOf(keyResult, date));
    else if (!keyResult.parts.isEmpty())
        checkInParts(edits, keyResult, date);
    else if (elapsed >= keyResult.plan.doneAt && keyResult.done++ == 0)
        addCheckIn(edits, keyResult, date,
                   keyResult.plan.kind == KeyResultKind::Milestone ? 1 : keyResult.plan.level);
}

void DemoCompany::checkInParts(Edits &edits, LiveKeyResult &keyResult, QDate date)
{
    const double elapsed = elapsedAt(date);
    for (qsizetype i = 0; i < keyResult.parts.size(); ++i)
        if (!keyResult.partsDone[i] && elapsed >= keyResult.plan.parts[i].doneAt) {
            keyResult.partsDone[i] = true;
            addCheckIn(edits, keyResult, date, 1, keyResult.parts[i]);
        }
}

void DemoCompany::addCheckIn(Edits &edits, const LiveKeyResult &keyResult, QDate date, double value,
                             MilestonePartId part)
{
    static const QStringList kNotes = checkInNotes();
    CheckIn record{.id = m_ids.next<CheckIn>(),
                   .keyResult = keyResult.record.id,
                   .part = part,
                   .date = date,
                   .value = value};
    if (keyResult.plan.confidence && m_random.happens(0.7))
        record.confidence = qBound(0.0, std::round(*keyResult.plan.confidence + 0.8 * m_random.normal()),
                                   double{kMaxConfidence});
    if (m_random.happens(0.12))
        record.note = kNotes[m_random.below(static_cast<int>(kNotes.size()))];
    edits.add(record);
}

double DemoCompany::valueOf(LiveKeyResult &keyResult, QDate date)
{
    const KeyResultPlan &plan = keyResult.plan;
    keyResult.drift = kMemory * keyResult.drift + plan.noise * m_random.normal();
    double level = plan.level;
    if (plan.kind == KeyResultKind::Reach) {
        const double start = plan.start.value_or(0);
        level = start + (plan.target.value_or(0) - start) * plan.pace * elapsedAt(date);
    }
    const double value = typedValue(qMax(0.0, level + keyResult.drift), plan.digits);
    return plan.unit == u"%"_s ? qMin(1.0, value) : value;
}

void DemoCompany::act(Edits &edits, int week)
{
    static const QList<ActionPlan> kPlans = actionPlans();
    const int weeksAgo = m_calendar.weeksAgo(week);
    for (LiveAction &action : m_actions)
        if (action.plan.doneWeeksAgo == weeksAgo) {
            action.record.done = true;
            action.record.doneOn = m_calendar.lastDay(week);
            edits.change(action.record);
        }
    for (const ActionPlan &plan : kPlans) {
        const auto about = m_abouts.constFind(plan.about);
        if (plan.weeksAgo != weeksAgo || about == m_abouts.constEnd())
            continue;
        Action record{.id = m_ids.next<Action>(),
                      .board = about->board,
                      .subject = about->subject,
                      .title = plan.title,
                      .owner = person(plan.owner),
                      .due = m_calendar.today().addDays(plan.dueInDays),
                      .note = plan.note,
                      .position = static_cast<double>(++m_position)};
        edits.add(record);
        record.rev = m_next;
        m_actions.append({record, plan});
    }
}

void DemoCompany::talk(Edits &edits, int week, qint64 before)
{
    static const QList<CommentPlan> kPlans = commentPlans();
    constexpr qint64 kMinute = 60000;
    for (const CommentPlan &plan : kPlans) {
        const auto about = m_abouts.constFind(plan.about);
        if (plan.weeksAgo != m_calendar.weeksAgo(week) || about == m_abouts.constEnd())
            continue;
        const QDate day = m_calendar.monday(week).addDays(m_random.below(kFriday + 1));
        const qint64 at = m_calendar.at(day, QTime(9 + m_random.below(8), m_random.below(60)));
        edits.add(Comment{.id = m_ids.next<Comment>(),
                          .board = about->board,
                          .subject = about->subject,
                          .author = person(plan.author),
                          .at = qMin(at, before - kMinute),
                          .text = plan.text});
    }
}

} // namespace milepost
