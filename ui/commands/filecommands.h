// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/commands/work.h"

#include <QAction>
#include <QMenu>

namespace milepost {

/// A workspace that was opened before.
struct RecentWorkspace
{
    QString path = {};
    QString name = {}; ///< of the workspace, else of the file
    QDate opened = {}; ///< last; invalid if that is not known
    friend bool operator==(const RecentWorkspace &, const RecentWorkspace &) = default;
};

/// New, open, recent, demo and copies of workspaces.
class FileCommands final : public QObject
{
    Q_OBJECT
public:
    /// Shows a long work and answers what it reports to.
    using BeginWork = std::function<std::shared_ptr<Work>(const QString &text)>;

    FileCommands(Session &session, QWidget *window, BeginWork beginWork);

    QAction *makeNew() { return &m_new; }
    QAction *open() { return &m_open; }
    QAction *demo() { return &m_demo; }
    QAction *saveCopy() { return &m_saveCopy; }
    QMenu *recent() { return &m_recent; }

    void openPath(const QString &path);
    /// Opens the demo workspace of this profile, and makes it first if there is none.
    void openDemo();
    QStringList recentPaths() const;
    /// The same with what is known about them, without touching the files: a share may be slow, or gone.
    QList<RecentWorkspace> recentWorkspaces() const;

Q_SIGNALS:
    void workEnded();
    void failed(const milepost::Error &error);
    void copied(const QString &path);

private:
    void askForNew();
    void askForOpen();
    void askForCopy();
    void refreshRecent();
    void rememberOpened(const QString &path);
    QString demoPath() const;

    Session &m_session;
    QWidget *m_window;
    BeginWork m_beginWork;
    QAction m_new;
    QAction m_open;
    QAction m_demo;
    QAction m_saveCopy;
    QMenu m_recent;
};

} // namespace milepost
