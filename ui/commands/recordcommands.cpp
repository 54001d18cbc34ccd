// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/recordcommands.h"

#include "core/domain/figures/duerows.h"
#include "core/services/whendone.h"
#include "ui/delegates/icons.h"

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

void RecordCommands::refresh()
{
    if (!m_session.isOpen())
        return m_updateDue.setEnabled(false);
    const qsizetype due = dueRows(m_session.state(), m_session.me(), m_session.today()).size();
    m_updateDue.setEnabled(due > 0);
    m_updateDue.setToolTip(due > 0 ? tr("%Ln value(s) of yours due (Ctrl+U)", nullptr, int(due))
                                   : tr("Nothing that you answer for is due"));
    loadMine();
}

// What is on boards that nobody has looked at yet: without its measurements nobody knows whether it is due.
void RecordCommands::loadMine()
{
    QList<KpiId> unread = seriesOfMine(m_session.state(), m_session.me());
    unread.removeIf([this](KpiId kpi) { return m_session.state().hasSeries(kpi); });
    if (unread.isEmpty())
        return;
    // A failure is told by whoever shows these boards; here it only leaves the command as it is.
    whenDone(m_session.loadSeries(unread), this, [this](const Done &done) {
        if (done)
            m_soon.start();
    });
}

} // namespace milepost
