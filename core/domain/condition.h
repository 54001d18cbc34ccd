// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace milepost {

/// How the file of an open workspace is to be had at the moment. The kind chooses the sentence
/// (ui/words/conditions.cpp), the values fill it in.
struct Condition
{
    enum class Kind {
        Writable,
        // It can be read:
        ReadOnly,    ///< the file or its folder may only be read
        LocksUnseen, ///< %1 whose lock was not seen; "" if another took our place
        UnfitOption, ///< %1 the option with which its share is mounted
        UnfitKind,   ///< %1 the kind of file system that it lies on
        Synced,      ///< %1 the program that copies it to and fro between several people
        Newer,       ///< %1 version: a program of today must not write it any more
        // It cannot; what is in memory can still be looked at:
        Missing,     ///< the path names nothing
        Replaced,    ///< the path names another file, or an older state of this one
        Unreachable, ///< %1 the system's or SQLite's reason
        Silent,      ///< the file's server has not answered for a while
    };

    Kind kind = Kind::Writable;
    QStringList values = {};

    bool isWritable() const { return kind == Kind::Writable; }
    bool isReadable() const { return kind < Kind::Missing; }
    friend bool operator==(const Condition &, const Condition &) = default;
};

} // namespace milepost
