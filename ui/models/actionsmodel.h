// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/actionrow.h"
#include "ui/models/rowsmodel.h"

namespace milepost {

/// Actions as a table: those about one thing, or of all boards that one may see. It follows the session.
/// Checking a title finishes an action or opens it again; titles, owners and due days are typed in place, by
/// whoever may.
class ActionsModel final : public RowsModel<ActionRow>
{
    Q_OBJECT
public:
    enum Column { TitleColumn, AboutColumn, BoardColumn, OwnerColumn, DueColumn, StateColumn, ColumnCount };

    ActionsModel(Session &session, const ActionScope &scope, QObject *parent = nullptr);

    void setScope(const ActionScope &scope);
    /// Whether it follows the session: a list that nobody looks at need not.
    void setActive(bool isActive);
    /// Compares with the state as it is now and tells what differs.
    void refresh();
    /// Whether this person may add an action about something.
    bool mayAdd(const Subject &subject) const;
    /// Adds an action as it was typed: the owner by name, the due day as typedDay() reads it; either may be
    /// empty. Answers what is wrong with the texts at once; a later refusal comes as refused().
    Done add(const Subject &subject, const QString &title, const QString &owner, const QString &due);
    /// Replaces the note of an action.
    void setNote(ActionId action, const QString &note);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// The rows are others than before, or say something else: told once, after all that changed.
    void updated();
    void added(milepost::ActionId action);
    /// What was typed for an action was not taken; the id is invalid for one that was to be added.
    void refused(milepost::ActionId action, const milepost::Error &error);

private:
    QVariant display(const ActionRow &row, int column) const;
    QVariant edited(const ActionRow &row, int column) const;
    QVariant status(const ActionRow &row) const;
    QVariant accessible(const ActionRow &row, int column) const;
    bool edit(const ActionRow &row, const QString &field, const QString &value);
    Result<PersonId> ownerCalled(const QString &name) const;
    void send(ActionId action, Decide decide);

    Session &m_session;
    ActionScope m_scope;
    bool m_isActive = true;
};

} // namespace milepost
