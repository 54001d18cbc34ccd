// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace milepost {

/// One person or team that a board is shared with: who, which role, and away with it.
class SharingRow final : public QWidget
{
    Q_OBJECT
public:
    SharingRow(const WorkingSet &state, const Grant &grant, QWidget *parent);

    const Owner &with() const { return m_with; }
    /// Shows the role as it is now, and whether the reader may change it and take it away.
    void show(const Grant &grant, bool mayChange);

Q_SIGNALS:
    void roleChosen(const milepost::Owner &with, milepost::Role role);
    void removalWanted(const milepost::Owner &with);

private:
    Owner m_with;
    QLabel *m_name;
    QLabel *m_kind;
    QLabel *m_fixed; ///< the role, where it cannot be changed
    QComboBox *m_role;
    QToolButton *m_remove;
};

} // namespace milepost
