// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace milepost {

/// A running program that has the workspace open. What it says of itself is not proven.
struct Peer
{
    QString id = {};     ///< random, of this run
    QString person = {}; ///< their name; empty for a visitor
    QString machine = {};
    QString program = {};   ///< its version
    int schema = 0;         ///< the newest that it understands
    qint64 at = 0;          ///< UTC milliseconds by its clock when it was last heard
    qint64 beat = 0;        ///< how often it was heard
    int slot = -1;          ///< its place in the side file
    bool isLocked = false;  ///< its lock is seen: it is alive
    bool isWriting = false; ///< it has the turn to write
    bool isSelf = false;

    friend bool operator==(const Peer &, const Peer &) = default;
};

} // namespace milepost
