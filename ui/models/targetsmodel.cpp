// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/targetsmodel.h"

#include "core/domain/acts/goals.h"
#include "core/domain/figures/targetinforce.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/models/roles.h"
#include "ui/models/typedday.h"
#include "ui/models/typedvalue.h"
#include "ui/words/figures.h"

#include <QRegularExpression>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const Target &target, const Kpi &kpi)
{
    if (target.low && target.high)
        return band(*target.low, *target.high, kpi.unit);
    return target.value ? milepost::target(*target.value, kpi.direction, kpi.unit) : u"–"_s;
}

// "40-60", "40–60", "-5 to -2", "40 .. 60"
Done readBand(const QString &text, const QString &unit, Target &target)
{
    static const QRegularExpression kBetween(u"^(.*[\\d%])\\s*(?:–|-|to|\\.\\.+|…)\\s*(\\S.*)$"_s);
    const QRegularExpressionMatch ends = kBetween.match(text.trimmed());
    if (!ends.hasMatch())
        return Error{Error::Code::NumberInvalid, {text.trimmed()}};
    const Result<double> low = typedNumber(ends.captured(1), unit);
    if (!low)
        return low.error();
    const Result<double> high = typedNumber(ends.captured(2), unit);
    if (!high)
        return high.error();
    target.low = *low;
    target.high = *high;
    return {};
}

Done readTarget(const QString &text, const Kpi &kpi, Target &target)
{
    if (kpi.direction == Direction::Band)
        return readBand(text, kpi.unit, target);
    const Result<double> value = typedNumber(text, kpi.unit);
    if (!value)
        return value.error();
    target.value = *value;
    return {};
}

QString label(TargetRow::State state)
{
    switch (state) {
    case TargetRow::State::InForce:
        return TargetsModel::tr("In force");
    case TargetRow::State::Planned:
        return TargetsModel::tr("Planned");
    case TargetRow::State::Superseded:
        return TargetsModel::tr("Superseded");
    }
    Q_UNREACHABLE();
}

StatusFact factOf(TargetRow::State state)
{
    const bool isNow = state == TargetRow::State::InForce;
    return {label(state), isNow ? Tone::Good : Tone::Neutral, isNow ? Sign::Check : Sign::None};
}

} // namespace

TargetsModel::TargetsModel(Session &session, QObject *parent)
    : RowsModel<TargetRow>(parent)
    , m_session(session)
{
    connect(&session, &Session::changed, this, &TargetsModel::refresh);
    connect(&session, &Session::reloaded, this, &TargetsModel::refresh);
}

void TargetsModel::setKpi(KpiId kpi)
{
    m_kpi = kpi;
    resetTo(freshRows());
}

void TargetsModel::refresh()
{
    syncTo(freshRows());
}

QList<TargetRow> TargetsModel::freshRows() const
{
    const WorkingSet &state = m_session.state();
    const Kpi *const kpi = state.find(m_kpi);
    if (!kpi || !canSee(state, m_session.me(), kpi->board))
        return {};
    QList<const Target *> targets = state.of<Target>().of(m_kpi);
    const Target *const present = targetInForce(targets, m_session.today());
    std::stable_sort(targets.begin(), targets.end(), [](const Target *left, const Target *right) {
        return left->validFrom != right->validFrom ? left->validFrom > right->validFrom
                                                   : left->position > right->position;
    });
    QList<TargetRow> rows;
    for (const Target *target : targets) {
        const auto other =
            target->validFrom > m_session.today() ? TargetRow::State::Planned : TargetRow::State::Superseded;
        rows.append({target->id, target->validFrom, textOf(*target, *kpi),
                     target == present ? TargetRow::State::InForce : other});
    }
    return rows;
}

Done TargetsModel::add(const QString &from, const QString &typed)
{
    const Kpi *const kpi = m_session.state().find(m_kpi);
    if (!kpi)
        return Error{Error::Code::NameUnknown, {m_kpi.toString()}};
    const Result<QDate> day = typedDay(from, m_session.today());
    if (!day)
        return day.error();
    Target target;
    target.kpi = m_kpi;
    target.validFrom = day->isValid() ? *day : m_session.today();
    if (const Done done = readTarget(typed, *kpi, target); !done)
        return done;
    Intent intent;
    intent.decide = [target](Situation &in) { return setTarget(in, target); };
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (receipt)
            Q_EMIT added();
        else
            Q_EMIT refused(receipt.error());
    });
    return {};
}

int TargetsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TargetsModel::data(const QModelIndex &index, int role) const
{
    const TargetRow *const row = rowAt(index);
    if (!row)
        return {};
    if (role == IdRole)
        return row->id.value();
    if (role == RowKindRole)
        return QVariant::fromValue(RowKind::Other);
    if (role == StatusRole && index.column() == StateColumn)
        return QVariant::fromValue(factOf(row->state));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case FromColumn:
        return row->validFrom.isValid() ? shortDate(row->validFrom, m_session.today()) : tr("the beginning");
    case TargetColumn:
        return row->text;
    case StateColumn:
        return label(row->state);
    default:
        return {};
    }
}

QVariant TargetsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FromColumn:
        return tr("From");
    case TargetColumn:
        return tr("Target");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace milepost
