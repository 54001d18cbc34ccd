// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/savelabel.h"

#include "ui/words/conditions.h"
#include "ui/words/filling.h"

namespace milepost {

SaveLabel::SaveLabel(Session &session, QWidget *parent) : QLabel(parent), m_session(session)
{
    setObjectName(QStringLiteral("savedLabel"));
    connect(&session, &Session::pendingChanged, this, &SaveLabel::refresh);
    connect(&session, &Session::conditionChanged, this, &SaveLabel::refresh);
    connect(&session, &Session::peersChanged, this, &SaveLabel::refresh);
    connect(&session, &Session::waiting, this, &SaveLabel::showWaiting);
    connect(&session, &Session::opened, this, &SaveLabel::refresh);
}

void SaveLabel::refresh()
{
    if (m_session.pending() > 0)
        setText(tr("Saving…"));
    else if (!m_session.condition().isWritable())
        setText(label(m_session.condition()));
    else
        setText(tr("All changes saved") + others());
    setToolTip(names());
}

void SaveLabel::showWaiting(const QString &person, int seconds)
{
    setText(person.isEmpty() ? tr("Saving… (%1 s)").arg(seconds)
                             : fill(tr("Waiting for %1 (%2 s)"), {inLine(person), QString::number(seconds)}));
}

QString SaveLabel::others() const
{
    const qsizetype count = m_session.peers().size() - 1;
    return count > 0
               ? QString(QStringLiteral(" · ") + tr("%Ln other(s) here", nullptr, static_cast<int>(count)))
               : QString();
}

QString SaveLabel::names() const
{
    QStringList names;
    const QList<Peer> &peers = m_session.peers();
    for (const Peer &peer : peers)
        if (!peer.isSelf)
            names.append(inLine(peer.person.isEmpty() ? fill(tr("a visitor at %1"), {inLine(peer.machine)})
                                                      : peer.person));
    names.removeDuplicates();
    return names.isEmpty() ? QString() : fill(tr("Also here: %1"), {names.join(QStringLiteral(", "))});
}

} // namespace milepost
