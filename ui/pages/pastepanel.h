// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/pastedblock.h"
#include "core/services/session.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;

namespace milepost {

/// Says in words what a pasted block would do to the board, before it does: how many values are new, how many
/// correct what is there, what is left out and why. Enter writes all of it as one act, Esc nothing.
class PastePanel final : public QFrame
{
    Q_OBJECT
public:
    explicit PastePanel(Session &session, QWidget *parent = nullptr);

    /// Shows what pasting \p cells on the rows of a board would do, from row \p current on.
    void preview(const PastedCells &cells, const QList<PasteRow> &rows, qsizetype current);

Q_SIGNALS:
    void pasted(int values);
    void refused(const milepost::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void write();
    void dismiss();

    Session &m_session;
    PastedBlock m_block;
    QLabel *m_what;
    QLabel *m_leftOut;
    QPushButton *m_write;
    QPointer<QWidget> m_focusBefore;
};

} // namespace milepost
