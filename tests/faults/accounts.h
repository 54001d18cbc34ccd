// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/workspacefile.h"

namespace milepost::faults {

/// A workspace as a bank: KPIs with one value each, which writes move from one to another. What they come to
/// together never changes, so that a write that is lost in part, or made twice, shows in the sum even where
/// the number of entries is right. The idea is that of Jepsen's bank test.
class Accounts
{
public:
    /// So many that few writes meet at one.
    static constexpr int kCount = 1000;
    static constexpr double kEach = 1000;

    /// Makes the workspace.
    static Done found(const QString &path);

    /// Opens it.
    explicit Accounts(const QString &path);

    /// What all come to, as the file has it now.
    Result<double> sum();
    /// How many amounts were moved.
    Result<qint64> transfers() const;
    WorkspaceFile &file() { return *m_file; }

private:
    std::unique_ptr<WorkspaceFile> m_file;
};

/// An amount that goes from one account to another; all of it follows from the writer and the number of its
/// write.
class Transfer
{
public:
    Transfer(int writer, int number);

    /// The same for the same write.
    QByteArray writeId() const { return m_writeId; }
    Result<Draft> decide(const Situation &in) const;
    /// The two accounts.
    QList<KpiId> needs(const WorkingSet &state) const;

private:
    QByteArray m_writeId;
    int m_from = 0;
    int m_to = 0;
    double m_amount = 0;
};

/// The template of a temporary folder that no disk slows down, where there is memory for files: a process
/// that is killed loses nothing that it has written, synced or not.
QString folderInMemory();

/// What went wrong, as text, and the end of the program.
[[noreturn]] void fail(const QString &what);
[[noreturn]] void fail(const QString &what, const Error &error);

} // namespace milepost::faults
