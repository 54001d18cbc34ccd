// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/rowsmodel.h"

#include <QTimer>

namespace milepost {

/// One entry of a thing's own history as people read it.
struct ChangeRow
{
    qint64 id = 0; ///< the entry's sequence
    QString author = {};
    QString when = {};
    QString sentence = {};  ///< "Edit First reply time"
    QStringList lines = {}; ///< from what to what
    bool isTakenBack = false;
    bool mayTakeBack = false;

    friend bool operator==(const ChangeRow &, const ChangeRow &) = default;
};

/// Who changed what, when, from what to what: the journal's entries about one thing, the newest first, in
/// pages. Read when they are looked at, and followed from then on.
class ChangesModel final : public RowsModel<ChangeRow>
{
    Q_OBJECT
public:
    explicit ChangesModel(Session &session, QObject *parent = nullptr);

    /// Reads the changes of an objective, key result, part or KPI; 0 for none.
    void show(qint64 thing);
    bool hasMore() const { return m_hasMore; }
    void more();
    /// Takes one entry back; refused() tells what stands in the way.
    void takeBack(qint64 entry);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// The changes were read anew, or more of them.
    void read();
    void takenBack();
    void refused(const milepost::Error &error);

private:
    void reread();
    void take(const QList<ThingChange> &changes);
    ChangeRow rowOf(const ThingChange &change) const;
    QString nameOf(qint64 id) const;

    Session &m_session;
    QTimer m_later; ///< many changes at once are read once
    qint64 m_thing = 0;
    qsizetype m_wanted = 0; ///< how many are shown at most
    qint64 m_asked = 0;     ///< the last reading: earlier answers are out of date
    bool m_hasMore = false;
};

} // namespace milepost
