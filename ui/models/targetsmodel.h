// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/rowsmodel.h"

namespace milepost {

/// One target of a KPI as people read it.
struct TargetRow
{
    enum class State { InForce, Planned, Superseded };

    TargetId id = {};
    QDate validFrom = {}; ///< invalid: from the beginning
    QString text = {};    ///< "≥ 75 %", "40–60 min"
    State state = State::Superseded;

    friend bool operator==(const TargetRow &, const TargetRow &) = default;
};

/// The dated targets of a KPI, the newest first. They supersede each other and are never edited: a new one is
/// added. It follows the session.
class TargetsModel final : public RowsModel<TargetRow>
{
    Q_OBJECT
public:
    enum Column { FromColumn, TargetColumn, StateColumn, ColumnCount };

    explicit TargetsModel(Session &session, QObject *parent = nullptr);

    KpiId kpi() const { return m_kpi; }
    void setKpi(KpiId kpi);
    void refresh();
    /// Sets a target as it was typed: the day as typedDay() reads it ("" for today), a number in the KPI's
    /// unit, or for a band two of them ("40-60", "40 to 60"). Answers what is wrong with the texts at once; a
    /// later refusal comes as refused().
    Done add(const QString &from, const QString &typed);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void added();
    void refused(const milepost::Error &error);

private:
    QList<TargetRow> freshRows() const;

    Session &m_session;
    KpiId m_kpi;
};

} // namespace milepost
