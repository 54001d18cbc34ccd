// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "core/domain/result.h"

#include <QHash>
#include <QMutex>
#include <QStringList>

#include <optional>

class QSettings;

namespace milepost {

/// What belongs to whoever sits at this machine: who they are in each workspace (by workspace id, not by
/// path), and what they opened last. Two profiles are two people.
class Profile
{
public:
    /// \p folder is made when something is first kept; "" for the usual place.
    explicit Profile(const QString &folder = {});

    const QString &folder() const { return m_folder; }
    /// Whether something can be kept here: asked before a workspace is made whose founder would be forgotten.
    /// FileUnwritable.
    Done checkWritable() const;
    /// The person of this profile in the workspace; invalid for a visitor.
    PersonId personIn(WorkspaceId workspace) const;
    /// Keeps who this is in the workspace; an invalid person is a visitor. When it answers, it is on the
    /// disk. FileUnwritable: everything is as it was.
    Done become(WorkspaceId workspace, PersonId person);

    QStringList recentPaths() const;
    void rememberPath(const QString &path);
    void forgetPath(const QString &path);

    /// The board that was last shown in a workspace; invalid if none was.
    BoardId lastBoardOf(const QString &path) const;
    void rememberBoard(const QString &path, BoardId board);

    /// Free settings of the window, by name.
    QVariant value(const QString &key) const;
    void setValue(const QString &key, const QVariant &value);

private:
    QString settingsFile() const;

    QString m_folder;
    mutable QMutex m_mutex;                        ///< asked in the window, told on the database thread
    mutable QHash<WorkspaceId, PersonId> m_people; ///< who is known already: it is asked all the time
};

/// The usual place of the profile: $MILEPOST_PROFILE, else the user's data folder.
QString usualProfileFolder();

} // namespace milepost
