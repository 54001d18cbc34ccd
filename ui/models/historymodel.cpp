// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/historymodel.h"

#include "core/domain/localtime.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/models/boardrow.h"
#include "ui/models/typedvalue.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kPage = 50;

/// The corrections, then what was noted.
QString noteOf(const HistoryRow &row)
{
    QStringList lines = row.corrections;
    if (!row.note.isEmpty())
        lines << row.note;
    return lines.join(u'\n');
}

/// Whether a change may have touched the values of a thing, or the unit in which they are told.
bool touches(const Edits &edits, qint64 thing)
{
    const auto isOf = [thing](const auto &record) { return record.parentKey() == thing; };
    const auto isIt = [thing](const auto &record) { return record.id.value() == thing; };
    const auto &points = edits.of<Measurement>();
    const auto &kpis = edits.of<Kpi>().changed;
    const auto &keyResults = edits.of<KeyResult>().changed;
    return std::any_of(points.added.begin(), points.added.end(), isOf) ||
           std::any_of(points.changed.begin(), points.changed.end(), isOf) || !points.removed.isEmpty() ||
           !edits.of<CheckIn>().isEmpty() || std::any_of(kpis.begin(), kpis.end(), isIt) ||
           std::any_of(keyResults.begin(), keyResults.end(), isIt);
}

} // namespace

HistoryModel::HistoryModel(Session &session, QObject *parent)
    : RowsModel<HistoryRow>(parent)
    , m_session(session)
{
    connect(&session, &Session::changed, this, &HistoryModel::follow);
    connect(&session, &Session::reloaded, this, &HistoryModel::reread);
}

void HistoryModel::show(qint64 thing)
{
    m_thing = thing;
    m_all.clear();
    m_shown = kPage;
    resetTo({});
    reread();
}

void HistoryModel::follow(const ChangeSet &change)
{
    if (m_thing != 0 && touches(change.edits, m_thing))
        reread();
}

void HistoryModel::reread()
{
    const WorkingSet &state = m_session.state();
    const MilestonePart *const part = state.find(MilestonePartId(m_thing));
    const qint64 asked = ++m_asked;
    const auto answer = [this, asked](const Result<History> &history) {
        if (asked != m_asked)
            return;
        if (history)
            take(*history);
        else
            Q_EMIT refused(history.error());
    };
    if (!canSee(state, m_session.me(), state.boardOf(subject())))
        return take({});
    if (part)
        whenDone(m_session.history(part->keyResult, part->id), this, answer);
    else if (state.find(KpiId(m_thing)))
        whenDone(m_session.history(KpiId(m_thing)), this, answer);
    else if (state.find(KeyResultId(m_thing)))
        whenDone(m_session.history(KeyResultId(m_thing)), this, answer);
    else
        take({});
}

void HistoryModel::take(const History &history)
{
    m_all.clear();
    for (qsizetype i = history.size() - 1; i >= 0; --i) // the newest first
        m_all.append(rowOf(history[i]));
    syncTo(m_all.first(qMin(m_shown, m_all.size())));
    Q_EMIT read();
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_shown < m_all.size();
}

void HistoryModel::fetchMore(const QModelIndex &)
{
    m_shown += kPage;
    syncTo(m_all.first(qMin(m_shown, m_all.size())));
}

// What a value is about: of a part, its key result.
Subject HistoryModel::subject() const
{
    const WorkingSet &state = m_session.state();
    if (const MilestonePart *part = state.find(MilestonePartId(m_thing)))
        return Subject::of(part->keyResult);
    return state.find(KpiId(m_thing)) ? Subject::of(KpiId(m_thing)) : Subject::of(KeyResultId(m_thing));
}

QString HistoryModel::unit() const
{
    const WorkingSet &state = m_session.state();
    if (const Kpi *kpi = state.find(KpiId(m_thing)))
        return kpi->unit;
    const KeyResult *keyResult = state.find(KeyResultId(m_thing));
    return keyResult ? keyResult->unit : QString();
}

QString HistoryModel::nameOf(PersonId person) const
{
    const Person *const known = m_session.state().find(person);
    return known ? known->name : QString();
}

QDate HistoryModel::dayOf(qint64 at) const
{
    return localTime(m_session.state(), at).date();
}

HistoryRow HistoryModel::rowOf(const HistoryPoint &point) const
{
    HistoryRow row;
    row.id = point.id;
    row.date = point.date;
    row.value = figure(point.value, unit());
    if (point.numerator && point.denominator)
        row.typed = typedFigure(*point.numerator) + u'/' + typedFigure(*point.denominator);
    else if (point.value)
        row.typed = typedFigure(*point.value, unit());
    row.author = nameOf(point.author);
    row.note = point.note;
    row.corrections = correctionsOf(point);
    row.part = point.part;
    return row;
}

// Who replaced a value, and when, is who gave the next one.
QStringList HistoryModel::correctionsOf(const HistoryPoint &point) const
{
    QStringList lines;
    const QList<Correction> &trail = point.correctedFrom;
    for (qsizetype i = trail.size() - 1; i >= 0; --i) {
        const bool isLast = i + 1 == trail.size();
        const PersonId by = isLast ? point.author : trail[i + 1].author;
        const qint64 until = isLast ? point.at : trail[i + 1].at;
        const QString day = shortDate(dayOf(until), m_session.today());
        lines << fill(tr("was %1 until %2, %3: %4", "a value, a day, who replaced it, why"),
                      {figure(trail[i].value, unit()), day, nameOf(by), inLine(trail[i].reason)});
    }
    return lines;
}

bool HistoryModel::mayCorrect() const
{
    const WorkingSet &state = m_session.state();
    const Kpi *const kpi = state.find(KpiId(m_thing));
    if (m_thing == 0 || (kpi && !kpi->formula.isEmpty()))
        return false;
    const Role role = answersFor(state, m_session.me(), subject()) ? Role::Viewer : Role::Editor;
    return static_cast<bool>(require(state, m_session.me(), state.boardOf(subject()), role));
}

Result<GivenValue> HistoryModel::givenValue(const HistoryRow &row, const QString &typed) const
{
    BoardRow of;
    const bool isKpi = m_session.state().find(KpiId(m_thing)) != nullptr;
    of.kind = isKpi ? RowKind::Kpi : RowKind::KeyResult;
    of.isPart = row.part.isValid();
    of.id = of.isPart ? row.part.value() : m_thing;
    of.unit = unit();
    return typedValue(m_session.state(), of, typed, row.date);
}

void HistoryModel::correct(const HistoryRow &row, const QString &typed, const QString &reason)
{
    Result<GivenValue> given = givenValue(row, typed);
    if (!given) {
        Q_EMIT refused(given.error());
        return;
    }
    given->reason = reason;
    Intent intent;
    intent.needs = [given = *given](const WorkingSet &) { return seriesNeededBy(given); };
    intent.decide = [given = *given](Situation &in) { return correctValue(in, given); };
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (receipt)
            Q_EMIT corrected();
        else
            Q_EMIT refused(receipt.error());
    });
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const HistoryRow *const row = rowAt(index);
    if (!row)
        return {};
    const int column = index.column();
    const QString note = noteOf(*row);
    switch (role) {
    case Qt::EditRole:
        if (column == ValueColumn)
            return row->typed;
        [[fallthrough]];
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return column == DateColumn     ? shortDate(row->date, m_session.today())
               : column == ValueColumn  ? row->value
               : column == AuthorColumn ? row->author
                                        : note;
    case Qt::ToolTipRole:
        return column == NoteColumn && !note.isEmpty() ? QVariant(note) : QVariant();
    case RowKindRole:
        return QVariant::fromValue(RowKind::Other);
    case IdRole:
        return row->id;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == ValueColumn)
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DateColumn:
        return tr("Date");
    case ValueColumn:
        return tr("Value");
    case AuthorColumn:
        return tr("By");
    case NoteColumn:
        return tr("Note");
    default:
        return {};
    }
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex &index) const
{
    if (!rowAt(index))
        return Qt::NoItemFlags;
    const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == ValueColumn && mayCorrect() ? shown | Qt::ItemIsEditable : shown;
}

bool HistoryModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const HistoryRow *const found = rowAt(index);
    if (!found || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const HistoryRow row = *found;
    const QString typed = value.toString();
    if (typed == row.typed)
        return false;
    if (const Result<GivenValue> given = givenValue(row, typed); !given) {
        Q_EMIT refused(given.error());
        return false;
    }
    Q_EMIT reasonWanted(row, typed);
    return true;
}

} // namespace milepost
