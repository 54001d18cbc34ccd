// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <memory>

class QProcess;

namespace milepost::test {

/// What a run of the program left behind.
struct Answer
{
    int exit = -1;
    QByteArray out = {};
    QByteArray err = {};

    /// The one object on standard output; fails the test if it is not exactly one.
    QJsonObject json() const;
    /// How many lines there are on standard error.
    qsizetype complaints() const;
};

/// A folder of its own, in which milepostctl is run as from a shell: on W.milepost, by Ann, with --json, at a
/// fixed time zone.
class Shell
{
public:
    Shell();

    /// Runs it just as given.
    Answer run(const QStringList &arguments) const;
    /// The same, and sends it a signal as soon as there is a file of that name.
    Answer interrupted(const QStringList &arguments, const QString &file, int signal) const;
    /// The same where no file may grow beyond so many kilobytes, as on a disk that is full.
    Answer runLimited(int kilobytes, const QStringList &arguments) const;
    /// With -w and --json, as the person whose profile is called so.
    Answer as(const QString &profile, const QStringList &arguments) const;
    Answer operator()(const QStringList &arguments) const { return as(QStringLiteral("ann"), arguments); }
    /// As operator(), for a program that goes on until it is ended.
    std::unique_ptr<QProcess> begin(const QStringList &arguments) const;
    /// The object of a command that has to succeed.
    QJsonObject ok(const QStringList &arguments) const;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &content) const;
    QByteArray read(const QString &name) const;
    void setZone(const QByteArray &zone) { m_zone = zone; }

    /// A workspace of Ann's with a board and Bob, at 2026-03-10.
    void found() const;
    /// The board, objective, key result or KPI with this name, from `show`.
    QJsonObject board(const QString &name, const QStringList &options = {}) const;

private:
    static QStringList withGlobals(const QString &profile, const QStringList &arguments);
    void start(QProcess &process, const QString &program, const QStringList &arguments) const;
    static Answer answerOf(QProcess &process);

    QTemporaryDir m_folder;
    QByteArray m_zone = "Europe/Berlin";
};

/// The one of \p list whose name or title is \p name; fails the test if there is none.
QJsonObject named(const QJsonValue &list, const QString &name);
/// The words of a line, parted at spaces; what stands in 'quotes' is one word.
QStringList words(const char *line);

} // namespace milepost::test
