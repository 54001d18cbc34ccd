// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/homerow.h"
#include "ui/models/rowsmodel.h"
#include "ui/models/snapshotlook.h"

namespace milepost {

/// What needs the person of this session, as lines under headings. It follows the session a moment later:
/// the whole workspace is looked through on another thread, so nobody who types waits for it.
class HomeModel final : public RowsModel<HomeRow>
{
    Q_OBJECT
public:
    enum Column { TitleColumn, DetailColumn, StatusColumn, ColumnCount };

    explicit HomeModel(Session &session, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// True once the workspace has been looked through.
    bool isKnown() const { return m_isKnown; }
    qsizetype dueCount() const { return m_due; }
    /// The person's actions that are not done, also those that do not ask yet.
    qsizetype actionCount() const { return m_actions; }
    /// Reads also what is needed to tell how the boards stand; asked by who shows them.
    void lookAtBoards();

Q_SIGNALS:
    /// The workspace has been looked through anew.
    void looked();
    /// Measurements could not be read.
    void failed(const milepost::Error &error);

private:
    struct Found
    {
        QList<HomeRow> rows;
        qsizetype due = 0;
        qsizetype actions = 0;
    };
    static Found find(const WorkingSet &state, PersonId person, QDate day);
    void forget();
    void follow();
    void take(const Found &found);
    void load(const QSet<KpiId> &kpis);

    Session &m_session;
    SnapshotLook<Found> m_look;
    QSet<KpiId> m_asked; ///< whose measurements have been asked for
    bool m_isKnown = false;
    bool m_isForBoards = false;
    qsizetype m_due = 0;
    qsizetype m_actions = 0;
};

} // namespace milepost
