// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/recordcommands.h"

#include "core/domain/figures/duerows.h"
#include "ui/delegates/icons.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace milepost {

RecordCommands::RecordCommands(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_updateDue(tr("&Update all that is due"))
{
    m_updateDue.setObjectName(QStringLiteral("updateDue"));
    m_updateDue.setIcon(icon(Icon::Check));
    m_updateDue.setIconText(tr("Update all due"));
    m_updateDue.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_U));
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &RecordCommands::refresh);
    const auto later = [this] { m_soon.start(); };
    connect(&session, &Session::opened, this, later);
    connect(&session, &Session::reloaded, this, later);
    connect(&session, &Session::changed, this, later);
    connect(&session, &Session::closed, this, later);
    refresh();
}

// Of boards that nobody has looked at yet the measurements are not read just for this: what may be due is
// offered as well, and the walk reads them.
void RecordCommands::refresh()
{
    if (!m_session.isOpen())
        return m_updateDue.setEnabled(false);
    const WorkingSet &state = m_session.state();
    const QList<KpiId> mine = seriesOfMine(state, m_session.me());
    const bool isUnread =
        std::any_of(mine.cbegin(), mine.cend(), [&state](KpiId kpi) { return !state.hasSeries(kpi); });
    const qsizetype due = dueRows(state, m_session.me(), m_session.today()).size();
    m_updateDue.setEnabled(due > 0 || isUnread);
    if (due > 0)
        m_updateDue.setToolTip(tr("%Ln value(s) of yours due (Ctrl+U)", nullptr, int(due)));
    else
        m_updateDue.setToolTip(isUnread ? tr("Go through what is due (Ctrl+U)")
                                        : tr("Nothing that you answer for is due"));
}

} // namespace milepost
