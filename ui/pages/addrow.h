// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/roles.h"

#include <QFrame>

class QComboBox;
class QLineEdit;

namespace milepost {

class EntryHint;

/// A line below the table in which rows are added one after the other: title, Tab, from and to, Enter. What
/// is understood is said beside it. Esc closes it.
class AddRow final : public QFrame
{
    Q_OBJECT
public:
    explicit AddRow(Session &session, QWidget *parent = nullptr);

    /// Opens it on a board for what one would add at a row: a key result of its objective, or a KPI. \p
    /// objective may be invalid.
    void open(BoardId board, RowKind kind, ObjectiveId objective);

Q_SIGNALS:
    void added(milepost::RowKind kind, qint64 id);
    /// The line is closed: the keyboard goes back to the table.
    void closed();
    /// What was sent was not added, and the line is closed.
    void refusedLate(const milepost::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *addLine(const QString &name, const QString &caption, int characters);
    void fillKinds(RowKind kind, ObjectiveId objective);
    RowKind kind() const;
    void showKind();
    void showReading();
    EntryReading reading() const;
    void send();
    Decide decision() const;
    void takeAnswer(const Result<Receipt> &receipt);
    void finish();

    Session &m_session;
    BoardId m_board;
    QComboBox *m_kind; ///< entries carry the objective's id for a key result
    QLineEdit *m_title;
    QLineEdit *m_from;
    QLineEdit *m_to;
    EntryHint *m_hint;
    bool m_isSending = false;
};

} // namespace milepost
