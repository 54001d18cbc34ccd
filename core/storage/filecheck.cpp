// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verifier.h"

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr int kMostRows = 100;

void add(Verification &verification, const QString &table, qint64 row, const QString &detail)
{
    const Finding finding{Finding::Kind::FileDamaged, table, row, 0, detail};
    const bool isKnown = std::any_of(
        verification.findings.cbegin(), verification.findings.cend(),
        [&finding](const Finding &one) { return one.kind == finding.kind && one.detail == finding.detail; });
    if (!isKnown && verification.findings.size() < kMostRows)
        verification.findings.append(finding);
}

// What SQLite cannot even read is a finding as well; a file that others hold is none.
Done noteStatus(const Done &done, Verification &verification)
{
    if (done || done.error().code != Error::Code::WorkspaceDamaged)
        return done;
    add(verification, {}, 0, done.error().values.value(1));
    return {};
}

Done checkReferences(const Engine &engine, Verification &verification)
{
    Statement check = engine.prepare("PRAGMA foreign_key_check");
    while (check.next()) {
        const QString table = QString::fromUtf8(check.bytes(0));
        const qint64 row = check.integer(1);
        add(verification, table, row,
            u"row %1 of %2 refers to a row of %3 that is not there"_s.arg(QString::number(row), table,
                                                                          QString::fromUtf8(check.bytes(2))));
    }
    return noteStatus(check.status(), verification);
}

} // namespace

Result<Verification> checkFile(const QString &path, const std::function<bool(double)> &proceed)
{
    Result<Verification> verification = verifyFile(path, proceed);
    if (!verification)
        return verification;
    const Result<std::unique_ptr<Engine>> engine = Engine::open(path);
    if (!engine) // verifyFile() has told it
        return verification->findings.isEmpty() ? Result<Verification>(engine.error()) : verification;
    const std::unique_ptr<Engine::Turn> turn = turnBeside(**engine);
    const Done done = checkReferences(**engine, *verification);
    return done ? verification : Result<Verification>(done.error());
}

} // namespace milepost
