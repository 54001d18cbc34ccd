// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/actionsmodel.h"
#include "ui/models/place.h"

namespace milepost {

/// A line of the page of actions: an action, or the heading over some.
struct ActionLine
{
    ActionRow row = {};   ///< its id is invalid for a heading
    QString heading = {}; ///< the owner or the board
    qsizetype count = 0;  ///< of the actions below a heading

    bool isHeading() const { return !row.id.isValid(); }
    QString key() const { return isHeading() ? QString(u'#' + heading) : row.id.toString(); }
    friend bool operator==(const ActionLine &, const ActionLine &) = default;
};

/// The actions of all boards that one may see, the open ones or those that are done: whose, which words, in
/// what order, under which headings. What stands in the cells, and what is typed into them, is the business
/// of the model below.
class ActionListModel final : public RowsModel<ActionLine>
{
    Q_OBJECT
public:
    enum class Whose { Mine, Everyone, Overdue, Done };
    enum class Grouping { None, Owner, Board };

    explicit ActionListModel(Session &session, QObject *parent = nullptr);

    ActionsModel &actions() { return m_actions; }
    Whose whose() const { return m_whose; }
    void setWhose(Whose whose);
    void setGrouping(Grouping grouping);
    /// One action that is shown whatever else is, until something else is asked for; an invalid one for none.
    void setAlso(ActionId action);
    /// Shows what contains all of the words anywhere.
    void setWords(const QString &words);
    void sort(int column, Qt::SortOrder order) override;

    /// How many actions are shown.
    qsizetype shownCount() const;
    QModelIndex indexOfAction(ActionId action) const;
    /// What the action of a row is about.
    std::optional<Place> placeAt(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// The list is about to be made anew, and then has been: what has changed is told in between.
    void listing();
    void listed();

private:
    void list();
    bool isMeant(const ActionRow &row) const;
    bool isBefore(const ActionRow &left, const ActionRow &right) const;
    QString groupOf(const ActionRow &row) const;
    QModelIndex below(const QModelIndex &index) const;
    QVariant heading(const ActionLine &line, int column, int role) const;

    Session &m_session;
    ActionsModel m_actions;
    Whose m_whose = Whose::Mine;
    Grouping m_grouping = Grouping::None;
    ActionId m_also;
    QStringList m_words;
    int m_sortColumn = ActionsModel::DueColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QHash<ActionId, int> m_rowsBelow; ///< in the model below
};

} // namespace milepost
