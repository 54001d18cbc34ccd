// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/palettesearch.h"
#include "ui/models/roles.h"

#include <QAbstractListModel>

namespace milepost {

/// What the command palette offers for what is typed, the best first: the commands at hand, and all that this
/// person may see. The names are prepared on another thread when it is opened and something has changed
/// since; until they are there, it offers the commands and what was known before.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : int {
        KindRole = FirstOwnRole, ///< PaletteEntry::Kind, as int
        MatchRole,               ///< QList<TextRange>: the parts of the name that answer what was typed
        ShortcutRole,            ///< QString, of a command
    };

    explicit PaletteModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Begins anew with these commands, and looks whether the names are still those of the workspace.
    void open(const QList<PaletteEntry> &commands);
    /// It is not looked at any more, until the next open().
    void close() { m_isOpen = false; }
    void setTyped(const QString &typed);
    /// Offers only what a person answers for, until the next open().
    void showOwnedBy(PersonId owner);
    PaletteEntry entryAt(const QModelIndex &index) const;
    /// Keeps in the profile that this was chosen, for this workspace.
    void remember(const PaletteEntry &entry);
    /// True when all names are there.
    bool isReady() const { return m_preparedSeq == m_session.state().seq; }
    qsizetype names() const { return m_names.size(); }

Q_SIGNALS:
    /// Other rows are offered: the names have arrived.
    void prepared();

private:
    void prepare();
    void offer();
    void refill();
    QString recentKey() const;
    QStringList recent() const;

    Session &m_session;
    PaletteSearch m_search;
    QList<PaletteEntry> m_commands;
    QList<PaletteEntry> m_names;
    std::optional<PersonId> m_owner;
    bool m_isOpen = false;
    qint64 m_preparedSeq = -1;
    int m_asked = 0;
    QString m_typed;
    QList<PaletteEntry> m_rows;
};

} // namespace milepost

Q_DECLARE_METATYPE(milepost::TextRange)
