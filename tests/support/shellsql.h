// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/printing.h"

#include <QProcess>

namespace milepost::tests {

/// The sqlite3 shell on a file, in a process of its own: it locks as every SQLite does.
class ShellSql
{
public:
    explicit ShellSql(const QString &path)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("sqlite3"), {QStringLiteral("-batch"), path});
        REQUIRE(m_process.waitForStarted());
    }
    ~ShellSql()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    ShellSql(const ShellSql &) = delete;
    ShellSql &operator=(const ShellSql &) = delete;

    /// What the shell prints for it.
    QByteArray run(const QByteArray &sql)
    {
        const QByteArray end = "--done--\n";
        m_process.write(sql + "\n.print --done--\n");
        QByteArray said;
        while (!said.endsWith(end) && m_process.waitForReadyRead(20'000))
            said += m_process.readAll();
        REQUIRE(said.endsWith(end));
        said.chop(end.size());
        return said.trimmed();
    }

private:
    QProcess m_process;
};

} // namespace milepost::tests
