// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alignment.h"

#include <QFrame>

class QComboBox;
class QLabel;

namespace milepost {

/// Asks, in a line above the tree, what an objective shall be aligned to. Enter takes the answer, Escape
/// leaves everything as it is.
class AlignBar final : public QFrame
{
    Q_OBJECT
public:
    explicit AlignBar(QWidget *parent);

    /// Offers what the person may align the objective to.
    void ask(const WorkingSet &state, PersonId person, ObjectiveId objective);
    void dismiss();

Q_SIGNALS:
    /// An invalid parent: aligned to none.
    void answered(milepost::ObjectiveId objective, milepost::ObjectiveId parent);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void give();

    QLabel *m_text;
    QComboBox *m_parents;
    ObjectiveId m_objective;
};

} // namespace milepost
