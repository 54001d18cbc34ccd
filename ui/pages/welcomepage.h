// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/filecommands.h"

#include <QWidget>

class QListWidget;

namespace milepost {

/// Where one begins: a new workspace, an existing one, the demo, or what was open last.
class WelcomePage final : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(FileCommands &files, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildRecent();
    void refreshRecent();

    FileCommands &m_files;
    QListWidget *m_recent = nullptr;
    QWidget *m_recentBox;
};

} // namespace milepost
