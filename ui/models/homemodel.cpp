// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/homemodel.h"

namespace milepost {
namespace {

QSet<KpiId> unread(const WorkingSet &state, const QSet<KpiId> &kpis)
{
    QSet<KpiId> missing;
    for (const KpiId kpi : kpis)
        if (!state.hasSeries(kpi))
            missing.insert(kpi);
    return missing;
}

QString spoken(const HomeRow &row, int column)
{
    switch (column) {
    case HomeModel::TitleColumn:
        return row.secondary.isEmpty() ? row.title : QString(row.title + u", " + row.secondary);
    case HomeModel::StatusColumn:
        return row.status.word;
    default:
        return row.detail;
    }
}

} // namespace

HomeModel::HomeModel(Session &session, QObject *parent)
    : RowsModel<HomeRow>(parent)
    , m_session(session)
    , m_look(session, this, &HomeModel::find, [this](const Found &found) { take(found); })
{
    connect(&session, &Session::opened, this, &HomeModel::forget);
    connect(&session, &Session::closed, this, &HomeModel::forget);
    connect(&session, &Session::changed, this, &HomeModel::follow);
    connect(&session, &Session::reloaded, this, &HomeModel::follow);
    follow();
}

void HomeModel::forget()
{
    m_look.forget();
    m_asked.clear();
    m_isKnown = false;
    m_due = 0;
    m_actions = 0;
    syncTo({});
    Q_EMIT looked();
    follow();
}

void HomeModel::follow()
{
    if (!m_session.isOpen())
        return;
    const QList<KpiId> mine = seriesOfMine(m_session.state(), m_session.me());
    load({mine.begin(), mine.end()});
    if (m_isForBoards)
        load(seriesForRisks(m_session.state(), m_session.me(), m_session.today()));
    m_look.await();
}

void HomeModel::lookAtBoards()
{
    m_isForBoards = true;
    follow();
}

HomeModel::Found HomeModel::find(const WorkingSet &state, PersonId person, QDate day)
{
    const Attention attention = attentionFor(state, person, day);
    return {homeRows(state, attention, day), attention.due.size(), attention.openActions};
}

void HomeModel::load(const QSet<KpiId> &kpis)
{
    const QSet<KpiId> missing = unread(m_session.state(), kpis).subtract(m_asked);
    if (missing.isEmpty())
        return;
    m_asked.unite(missing);
    whenDone(m_session.loadSeries(missing.values()), this, [this](const Done &done) {
        if (!done && m_session.isOpen())
            Q_EMIT failed(done.error());
    });
}

void HomeModel::take(const Found &found)
{
    m_isKnown = true;
    m_due = found.due;
    m_actions = found.actions;
    syncTo(found.rows);
    Q_EMIT looked();
}

int HomeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HomeModel::data(const QModelIndex &index, int role) const
{
    const HomeRow *row = rowAt(index);
    if (!row)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == TitleColumn ? row->title : column == DetailColumn ? row->detail : QString();
    case Qt::AccessibleTextRole:
        return spoken(*row, column);
    case RowKindRole:
        return QVariant::fromValue(row->isHeading() ? RowKind::Section : RowKind::Other);
    case SecondaryTextRole:
        return column == TitleColumn ? row->secondary : QString();
    case StatusRole:
        return row->status.word.isEmpty() ? QVariant() : QVariant::fromValue(row->status);
    case IdRole:
        return row->id;
    case PlaceRole:
        return row->place ? QVariant::fromValue(*row->place) : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags HomeModel::flags(const QModelIndex &index) const
{
    const HomeRow *row = rowAt(index);
    return row && !row->isHeading() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace milepost
