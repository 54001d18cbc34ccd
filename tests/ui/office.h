// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QTemporaryDir>

namespace milepost {

/// A Wednesday. The demo company was made the Sunday before, so nothing has a value of this week yet.
inline const QDate kToday(2026, 11, 18);

/// The demo company in a folder of its own, and the founder's session on it, which is open unless told
/// otherwise.
class Office
{
public:
    enum class Door { Open, Closed };
    explicit Office(Door door = Door::Open);

    Session &session() { return m_session; }
    const WorkingSet &state() const { return m_session.state(); }
    QString path() const { return m_folder.filePath(QStringLiteral("demo.milepost")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    /// Writes a file beside the workspace; answers its path.
    QString write(const QString &name, const QByteArray &bytes) const;

    BoardId board(const QString &name) const;
    KpiId kpi(const QString &name) const;
    KeyResultId keyResult(const QString &title) const;
    PersonId person(const QString &name) const;

    Result<Receipt> submit(Decide decide);
    /// True when nothing is on its way any more, and all of it has been told.
    bool settle();

private:
    QTemporaryDir m_folder;
    Session m_session;
};

} // namespace milepost
