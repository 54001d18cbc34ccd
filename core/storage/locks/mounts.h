// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace milepost {

/// What is mounted where, as the system tells it. The options are those of this mount and those of the file
/// system behind it, together: which of the two an option belongs to is decided differently by every kind.
struct Mount
{
    qint64 id = 0;
    qint64 parent = 0; ///< the id of the mount that this one stands on
    QString point;
    QString type;
    QString source;
    QStringList options;
    friend bool operator==(const Mount &, const Mount &) = default;
};

/// The mounts that the text of /proc/self/mountinfo lists, in its order. Lines that are none are left out.
QList<Mount> readMounts(const QByteArray &mountinfo);

/// The mount that an absolute path without symbolic links leads into: the one with the longest mount point
/// that is the path or a folder above it; of several on one point the last that was put there. What has been
/// covered by a later mount further up does not count. Nothing if no mount holds the path.
std::optional<Mount> mountOf(const QString &path, const QList<Mount> &mounts);

} // namespace milepost
