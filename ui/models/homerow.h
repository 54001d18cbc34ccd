// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/attention.h"
#include "ui/models/place.h"

namespace milepost {

/// One line of the home page: something that needs its reader, or the heading over such.
struct HomeRow
{
    enum class Group { Due, Actions, Mentions, Ended, Risks };

    Group group = Group::Due;
    std::optional<Place> place = {}; ///< where one goes for it; nothing for a heading
    qint64 id = 0; ///< of the value's, action's, comment's, board's or goal's record; 0 for a heading
    QString title = {};
    QString secondary = {}; ///< the board; of a heading how many there are
    QString detail = {};    ///< the latest value, when it was, or what it is about
    StatusFact status = {};

    bool isHeading() const { return !place; }
    QString key() const { return QString::number(static_cast<int>(group)) + u'/' + QString::number(id); }
    friend bool operator==(const HomeRow &, const HomeRow &) = default;
};

/// What needs someone, as lines under headings; nothing where nothing does.
QList<HomeRow> homeRows(const WorkingSet &state, const Attention &attention, QDate day);

/// Where an action, a value or a comment about something leads.
Place placeOf(const WorkingSet &state, const Subject &subject);

} // namespace milepost
