// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/workspacefile.h"

namespace milepost::faults {

/// A workspace as a bank: some KPIs with one value each, which writes move from one to another. What they
/// come to together never changes, so that a write that is lost in part, or made twice, shows in the sum even
/// where the number of entries is right. The idea is that of Jepsen's bank test.
class Accounts
{
public:
    static constexpr int kCount = 10;
    static constexpr double kEach = 1000;
    static constexpr qint64 kFounding = 2 + 2 * kCount; ///< entries that make it

    /// Makes the workspace.
    static Done found(const QString &path);

    /// Opens it.
    explicit Accounts(const QString &path);

    /// Moves an amount that follows from the writer and the number of its write. The same write again is the
    /// same entry.
    Result<WorkspaceFile::Written> move(int writer, int number);
    /// What all come to, as the file has it now.
    Result<double> sum();

    WorkspaceFile &file() { return *m_file; }
    /// The id of a write.
    static QByteArray writeId(int writer, int number);

private:
    WorkspaceFile::Request request(int writer, int number, const Decide &decide) const;

    std::unique_ptr<WorkspaceFile> m_file;
};

/// What went wrong, as text, and the end of the program.
[[noreturn]] void fail(const QString &what);
[[noreturn]] void fail(const QString &what, const Error &error);

} // namespace milepost::faults
