// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/roles.h"

#include <QWidget>

class QLabel;

namespace milepost {

/// What there is to know about one row of a board, beside its table.
class Inspector final : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(Session &session, QWidget *parent = nullptr);

    /// An objective, key result or KPI. For anything else, see showNothing().
    void showRow(RowKind kind, qint64 id);
    void showNothing();

private:
    void refresh();

    Session &m_session;
    QLabel *m_title;
    RowKind m_kind = RowKind::Other;
    qint64 m_id = 0;
};

} // namespace milepost
