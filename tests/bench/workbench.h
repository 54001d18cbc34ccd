// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/services/session.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace milepost::bench {

/// Why a figure could not be measured. Thrown: a benchmark that cannot measure has nothing else to do.
struct Failed
{
    QString why;
};

void require(const Done &done, const QString &doing);

template<class T>
T require(Result<T> result, const QString &doing)
{
    if (!result)
        require(Done(result.error()), doing);
    return std::move(*result);
}

/// Where files are made, and how thoroughly is measured.
class Workbench
{
public:
    /// \p home is kept from run to run, for what takes long to make.
    Workbench(const QString &home, bool quick);

    bool isQuick() const { return m_quick; }
    /// \p count, or about a quarter of it for a quick look.
    int rounds(int count) const { return m_quick ? qMax(3, count / 4) : count; }

    /// A path in the folder of this run, which is deleted at its end.
    QString scratch(const QString &name) const { return m_scratch.filePath(name); }
    /// A path in the folder that is kept.
    QString kept(const QString &name) const;
    QString fileSystem() const;

    /// The profile of the one who makes all workspaces here.
    QString profile() const { return kept(QStringLiteral("profile")); }
    SessionOptions options() const { return {profile(), {}}; }
    /// For programs that are started here: this profile, and no display.
    QProcessEnvironment environment() const;

    /// An empty workspace in a new file.
    QString newWorkspace(const QString &name) const;
    /// A demo company of this size; made once and kept.
    QString demo(int kpis, int weeks) const;
    /// A CSV file with a heading and rows of series, date and value.
    QString seriesFile(int series, int dates) const;

private:
    QString m_home;
    bool m_quick;
    QTemporaryDir m_scratch;
};

/// The dates of seriesFile(): as many weeks, ending in the past.
QList<QDate> weeksOf(int dates);

/// The path of a program that is built beside this one.
QString beside(const QString &program);

/// Runs a program with \p input on stdin. Throws with what it said if it failed; answers its stdout.
QByteArray runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {});

} // namespace milepost::bench
