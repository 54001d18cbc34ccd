// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/values.h"
#include "core/services/session.h"
#include "ui/models/roles.h"
#include "ui/models/rowsmodel.h"

namespace milepost {

/// One value with its trail as people read it.
struct HistoryRow
{
    qint64 id = 0;
    QDate date = {};
    QString value = {};
    QString typed = {}; ///< the value as it stands in an editor
    QString author = {};
    QString note = {};
    QStringList corrections = {}; ///< "was 58 until 3 Nov, Anna: mistyped", latest first
    MilestonePartId part = {};

    friend bool operator==(const HistoryRow &, const HistoryRow &) = default;
};

/// The values of a KPI, key result or part of a milestone, the newest first, read when they are looked at
/// and followed from then on; long ones come in parts. A value is corrected by typing another one and saying
/// why.
class HistoryModel final : public RowsModel<HistoryRow>
{
    Q_OBJECT
public:
    enum Column { DateColumn, ValueColumn, AuthorColumn, NoteColumn, ColumnCount };

    explicit HistoryModel(Session &session, QObject *parent = nullptr);

    /// Reads the values of a KPI, key result or part; of nothing else there are none.
    void show(qint64 thing);
    /// Whether this person may correct values here.
    bool mayCorrect() const;
    /// How many values there are in all, shown or not.
    qsizetype total() const { return m_all.size(); }
    /// Replaces the value of a row by what was typed; asked for by reasonWanted().
    void correct(const HistoryRow &row, const QString &typed, const QString &reason);

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// The values were read anew.
    void read();
    /// Another value was typed over one: why?
    void reasonWanted(const milepost::HistoryRow &row, const QString &typed);
    void corrected();
    void refused(const milepost::Error &error);

private:
    void follow(const ChangeSet &change);
    void reread();
    void take(const History &history);
    HistoryRow rowOf(const HistoryPoint &point) const;
    QStringList correctionsOf(const HistoryPoint &point) const;
    QString nameOf(PersonId person) const;
    QDate dayOf(qint64 at) const;
    QString unit() const;
    Subject subject() const;
    Result<GivenValue> givenValue(const HistoryRow &row, const QString &typed) const;

    Session &m_session;
    qint64 m_thing = 0;
    QList<HistoryRow> m_all;
    qsizetype m_shown = 0; ///< how many of them the views have asked for
    qint64 m_asked = 0;    ///< the last reading: earlier answers are out of date
};

} // namespace milepost
