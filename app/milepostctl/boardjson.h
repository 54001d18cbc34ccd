// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/boardfigures.h"

#include <QJsonObject>

namespace milepost::ctl {

/// What a picture of a board is made from: the state and the day that are shown, and who may see what today.
struct BoardView
{
    const WorkingSet &state; ///< as it stands, or stood
    const WorkingSet &now;   ///< whose rights count
    PersonId asker = {};
    QDate day = {};

    /// The role of the one who asks; nothing where the board does not exist for them.
    std::optional<Role> roleOnBoard(BoardId id) const;
    QStringList ownersOf(const QList<Owner> &owners) const;
    /// Of an action: nobody, or who was to do it.
    QString nameOf(PersonId id) const;
    /// Of the KPI that drives a key result; "" if there is none that may be seen.
    QString driverOf(const KeyResult &keyResult) const;
    /// On an objective itself, and on its key results.
    QList<const Action *> actionsOf(const Objective &objective) const;
};

/// A board as `show` writes it, with the fields of the contract.
QJsonObject jsonBoard(const BoardView &view, const Board &board, const BoardFigures &figures);

} // namespace milepost::ctl
