// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/roles.h"
#include "ui/models/rowsmodel.h"

namespace milepost {

/// A cycle as its list shows it.
struct CycleRow
{
    CycleId id = {};
    QString name = {};
    QDate from = {};
    QDate to = {};
    qsizetype boards = 0; ///< that its reader may see
    StatusFact status = {};

    friend bool operator==(const CycleRow &, const CycleRow &) = default;
};

/// The cycles of the workspace, the newest first. Whoever has joined may change names and days in place.
class CyclesModel final : public RowsModel<CycleRow>
{
    Q_OBJECT
public:
    enum Column { NameColumn, FromColumn, ToColumn, BoardsColumn, StatusColumn, ColumnCount };

    explicit CyclesModel(Session &session, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    void add(const QString &name, QDate from, QDate to);
    void remove(CycleId cycle);

Q_SIGNALS:
    void added(milepost::CycleId cycle);
    void refused(const milepost::Error &error);

private:
    void refresh();
    void send(Decide decide);

    Session &m_session;
};

} // namespace milepost
