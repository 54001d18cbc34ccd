// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/actionsmodel.h"

#include "core/domain/acts/editing.h"
#include "core/domain/acts/goals.h"
#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/models/typedday.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"
#include "ui/words/typeddate.h"

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

QString dayName(QDate date)
{
    return QLocale().dayName(date.dayOfWeek(), QLocale::ShortFormat);
}

QVariant sortKey(const ActionRow &row, int column)
{
    switch (column) {
    case ActionsModel::AboutColumn:
        return row.about;
    case ActionsModel::BoardColumn:
        return row.boardName;
    case ActionsModel::OwnerColumn:
        return row.ownerName();
    case ActionsModel::DueColumn:
        return row.due.isValid() ? row.due : QDate(9999, 12, 31);
    case ActionsModel::StateColumn:
        return row.isDone ? 2 : row.isOverdue ? 0 : 1;
    default:
        return row.title;
    }
}

Named named(const ActionRow &row)
{
    return {Named::Kind::Action, row.id.value(), row.title, row.title};
}

} // namespace

ActionsModel::ActionsModel(Session &session, const ActionScope &scope, QObject *parent)
    : RowsModel<ActionRow>(parent)
    , m_session(session)
    , m_scope(scope)
{
    connect(&session, &Session::changed, this, &ActionsModel::refresh);
    connect(&session, &Session::reloaded, this, &ActionsModel::refresh);
    refresh();
}

void ActionsModel::setScope(const ActionScope &scope)
{
    m_scope = scope;
    resetTo(actionRows(m_session.state(), m_session.me(), m_scope, m_session.today()));
    Q_EMIT updated();
}

void ActionsModel::setActive(bool isActive)
{
    m_isActive = isActive;
    refresh();
}

void ActionsModel::refresh()
{
    if (!m_isActive && m_session.isOpen()) // of a workspace that is closed nothing stays
        return;
    const QList<ActionRow> fresh = actionRows(m_session.state(), m_session.me(), m_scope, m_session.today());
    if (fresh == rows())
        return;
    syncTo(fresh);
    Q_EMIT updated();
}

int ActionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActionsModel::display(const ActionRow &row, int column) const
{
    switch (column) {
    case TitleColumn:
        return row.title;
    case AboutColumn:
        return row.about;
    case BoardColumn:
        return row.boardName;
    case OwnerColumn:
        return row.ownerName();
    case DueColumn:
        return shortDate(row.due, m_session.today());
    case StateColumn:
        return row.isDone ? tr("Done") : tr("Open"); // the due day says whether it is overdue
    default:
        return {};
    }
}

// In the signs in which it would be typed.
QVariant ActionsModel::edited(const ActionRow &row, int column) const
{
    if (column == DueColumn)
        return row.due.isValid() ? dateAsTyped(row.due) : QString();
    return display(row, column);
}

// Overdue by word and sign; what is due within a week by its weekday.
QVariant ActionsModel::status(const ActionRow &row) const
{
    if (row.isDone || !row.due.isValid())
        return {};
    const QDate today = m_session.today();
    if (row.isOverdue)
        return QVariant::fromValue(
            StatusFact{fill(tr("Overdue, %1"), {shortDate(row.due, today)}), Tone::Attention, Sign::Clock});
    const qint64 days = today.daysTo(row.due);
    if (days > 6)
        return {};
    const QString day = days == 0 ? tr("today") : days == 1 ? tr("tomorrow") : dayName(row.due);
    return QVariant::fromValue(
        StatusFact{fill(tr("due %1", "%1 is a day"), {day}), Tone::Neutral, Sign::None});
}

QVariant ActionsModel::accessible(const ActionRow &row, int column) const
{
    const QString text = display(row, column).toString();
    if (column == TitleColumn)
        return row.isDone ? fill(tr("%1, done"), {text}) : text;
    return column == DueColumn && row.isOverdue ? fill(tr("%1, overdue"), {text}) : text;
}

QVariant ActionsModel::data(const QModelIndex &index, int role) const
{
    const ActionRow *const row = rowAt(index);
    if (!row)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(*row, column);
    case Qt::EditRole:
        return edited(*row, column);
    case Qt::CheckStateRole:
        return column == TitleColumn ? QVariant(row->isDone ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::AccessibleTextRole:
        return accessible(*row, column);
    case Qt::ToolTipRole:
        return column == OwnerColumn ? QVariant(row->ownerName()) : QVariant();
    case RowKindRole:
        return QVariant::fromValue(RowKind::Other);
    case OwnersRole:
        return column == OwnerColumn ? QVariant::fromValue(row->owners) : QVariant();
    case StatusRole:
        return column == DueColumn ? status(*row) : QVariant();
    case UpdateRole:
        return column == DueColumn ? QVariant::fromValue(UpdateFact{row->due, row->isOverdue}) : QVariant();
    case SortRole:
        return sortKey(*row, column);
    case IdRole:
        return row->id.value();
    default:
        return {};
    }
}

QVariant ActionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Action");
    case AboutColumn:
        return tr("About");
    case BoardColumn:
        return tr("Board");
    case OwnerColumn:
        return tr("Owner");
    case DueColumn:
        return tr("Due");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags ActionsModel::flags(const QModelIndex &index) const
{
    const ActionRow *const row = rowAt(index);
    if (!row)
        return Qt::NoItemFlags;
    const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!row->isEditable)
        return shown;
    switch (index.column()) {
    case TitleColumn:
        return shown | Qt::ItemIsUserCheckable | Qt::ItemIsEditable;
    case OwnerColumn:
    case DueColumn:
        return shown | Qt::ItemIsEditable;
    default:
        return shown;
    }
}

bool ActionsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const ActionRow *const found = rowAt(index);
    if (!found || !(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return false;
    const ActionRow row = *found;
    if (role == Qt::CheckStateRole) {
        if (value.value<Qt::CheckState>() != Qt::Checked)
            return edit(row, u"done"_s, u"no"_s);
        send(row.id, [id = row.id](Situation &in) { return finishAction(in, id); });
        return true;
    }
    if (role != Qt::EditRole)
        return false;
    if (index.column() != DueColumn)
        return edit(row, index.column() == OwnerColumn ? u"owner"_s : u"title"_s, value.toString());
    const Result<QDate> day = typedDay(value.toString(), m_session.today());
    if (!day) {
        Q_EMIT refused(row.id, day.error());
        return false;
    }
    return edit(row, u"due"_s, day->toString(Qt::ISODate));
}

bool ActionsModel::edit(const ActionRow &row, const QString &field, const QString &value)
{
    send(row.id, [target = named(row), field, value](Situation &in) {
        return editFields(in, target, {{field, value}});
    });
    return true;
}

void ActionsModel::setNote(ActionId action, const QString &note)
{
    const ActionRow *const row = rowAt(indexOf(action.value()));
    if (row)
        edit(*row, u"note"_s, note);
}

bool ActionsModel::mayAdd(const Subject &subject) const
{
    const WorkingSet &state = m_session.state();
    const PersonId me = m_session.me();
    const Role role = answersFor(state, me, subject) ? Role::Viewer : Role::Editor;
    return bool(require(state, me, state.boardOf(subject), role));
}

Result<PersonId> ActionsModel::ownerCalled(const QString &name) const
{
    if (name.trimmed().isEmpty())
        return PersonId();
    const Result<Named> person = lookUp(m_session.state(), m_session.me(), name, Named::Kind::Person);
    return person ? Result<PersonId>(PersonId(person->id)) : Result<PersonId>(person.error());
}

Done ActionsModel::add(const Subject &subject, const QString &title, const QString &owner, const QString &due)
{
    const Result<PersonId> person = ownerCalled(owner);
    if (!person)
        return person.error();
    const Result<QDate> day = typedDay(due, m_session.today());
    if (!day)
        return day.error();
    Action action;
    action.subject = subject;
    action.title = title;
    action.owner = *person;
    action.due = *day;
    send({}, [action](Situation &in) { return addAction(in, action); });
    return {};
}

void ActionsModel::send(ActionId action, Decide decide)
{
    Intent intent;
    intent.decide = std::move(decide);
    whenDone(m_session.submit(std::move(intent)), this, [this, action](const Result<Receipt> &receipt) {
        if (!receipt)
            Q_EMIT refused(action, receipt.error());
        else if (!action.isValid() && receipt->isWritten())
            Q_EMIT added(receipt->change.edits.of<Action>().added.first().id);
    });
}

} // namespace milepost
