// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/menucommands.h"
#include "ui/models/palettemodel.h"
#include "ui/pages/floatingpanel.h"

class QLabel;
class QLineEdit;
class QListView;
class QMenuBar;

namespace milepost {

/// The command palette: one types a few letters of a board, a row, a person or a command, and Enter goes
/// there or does it. A person is followed by what they answer for.
class PalettePanel final : public FloatingPanel
{
    Q_OBJECT
public:
    /// The commands are those of \p menus, enabled ones, at the moment of opening.
    PalettePanel(Session &session, QMenuBar &menus, QWidget *window);

    /// Opens it empty, or closes it.
    void toggle();
    /// What is not to be offered: the command that opens the palette.
    void leaveOut(const QAction *action) { m_leftOut = action; }

Q_SIGNALS:
    void placeChosen(const milepost::Place &place);

protected:
    QSize wantedSize() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLine();
    void buildList();
    void open();
    QList<PaletteEntry> commands();
    QAction *actionOf(const PaletteEntry &entry) const;
    QIcon iconOf(const QModelIndex &index) const;
    void type(const QString &text);
    bool takesKey(const QKeyEvent &key);
    void move(int rows);
    void choose(const QModelIndex &index);
    void showOwnedBy(const PaletteEntry &person);
    void showFirst();
    void say(const QModelIndex &current);

    Session &m_session;
    QMenuBar &m_menus;
    PaletteModel m_model;
    QLineEdit *m_line;
    QLabel *m_nothing;
    QListView *m_list;
    QList<MenuCommand> m_commands;
    const QAction *m_leftOut = nullptr;
    bool m_isOfPerson = false;
};

} // namespace milepost
