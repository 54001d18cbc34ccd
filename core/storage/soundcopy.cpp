// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/soundcopy.h"

#include "core/storage/engine.h"
#include "core/storage/placing.h"
#include "core/storage/verifier.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

Done checkTarget(const QString &path)
{
    if (QFileInfo::exists(path))
        return Error{Error::Code::FileExists, {path}};
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir())
        return Error{Error::Code::FileUnwritable, {path, u"there is no such folder"_s}};
    if (!folder.isWritable())
        return Error{Error::Code::FileUnwritable, {path, u"permission denied"_s}};
    return {};
}

// SQLite does not say which of the two files its error is about.
Error errorOf(const Error &error, const QString &source, const QString &path)
{
    using enum Error::Code;
    if (error.code == DiskFull)
        return {DiskFull, {path}, error.detail};
    if (error.code == WorkspaceDamaged || error.code == NotAWorkspace)
        return {WorkspaceUnsound, {source}, error.detail};
    if (error.code == StorageFailed)
        return {FileUnwritable, {path, error.values.value(1)}, error.detail};
    return error;
}

// Whoever wants to write meanwhile sees whom they wait for.
Done copyInTurn(const Engine &engine, const QString &temporary, const QString &path)
{
    const Engine::Turn turn(engine);
    return copyUnchecked(engine, temporary, path);
}

Done writeChecked(const Engine &engine, const QString &temporary, const QString &path)
{
    if (const Done done = copyInTurn(engine, temporary, path); !done)
        return done;
    const Result<Verification> verification = verifyFile(temporary, {});
    if (!verification)
        return errorOf(verification.error(), engine.path(), path);
    if (!verification->findings.isEmpty())
        return Error{Error::Code::WorkspaceUnsound, {engine.path()}};
    return placing::putInPlace(temporary, path);
}

} // namespace

Done checkSound(const Engine &engine)
{
    const Engine::Turn turn(engine);
    const Result<Verification> verification = verify(engine, {});
    if (!verification)
        return verification.error();
    return verification->findings.isEmpty() ? Done() : Error{Error::Code::WorkspaceUnsound, {engine.path()}};
}

Done copyUnchecked(const Engine &engine, const QString &temporary, const QString &path)
{
    const Done done = engine.writeCopy(temporary);
    return done ? done : Done(errorOf(done.error(), engine.path(), path));
}

Done copySound(const Engine &engine, const QString &path)
{
    if (const Done done = checkTarget(path); !done)
        return done;
    const QString temporary = placing::temporaryNameFor(path);
    const Done done = writeChecked(engine, temporary, path);
    if (!done)
        placing::discard(temporary);
    return done;
}

} // namespace milepost
