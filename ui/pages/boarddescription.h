// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/board.h"
#include "core/services/session.h"

#include <QPointer>
#include <QWidget>

namespace milepost {

class InlineField;

/// What a board is about, softly under its title; no line at all where nothing is said. Whoever may edit the
/// board writes it where it stands.
class BoardDescription final : public QWidget
{
    Q_OBJECT
public:
    explicit BoardDescription(Session &session, QWidget *parent = nullptr);

    void setBoard(const Board &board, bool mayEdit);
    /// Opens it for typing, also where there is nothing yet; gives the focus back when it is done.
    void begin();

Q_SIGNALS:
    /// What was typed was not taken, and the line in which it stood is gone.
    void refusedLate(const milepost::Error &error);

private:
    void appear();
    void submit(const QString &text);
    void end();

    Session &m_session;
    BoardId m_board;
    InlineField *m_field;
    QPointer<QWidget> m_focusBefore;
};

} // namespace milepost
