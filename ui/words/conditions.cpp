// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/conditions.h"

#include "ui/words/filling.h"

#include <QCoreApplication>

namespace milepost {
namespace {

using Kind = Condition::Kind;

class Conditions
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Conditions)

public:
    static QString pattern(const Condition &condition);
    static QString label(Kind kind);
};

QString Conditions::pattern(const Condition &condition)
{
    switch (condition.kind) {
    case Kind::Writable:
        return {};
    case Kind::ReadOnly:
        return tr(
            "You may read this file, but not change it. Ask whoever keeps the folder to let you write.");
    case Kind::LocksUnseen:
        return condition.values.value(0).isEmpty()
                   ? tr("Locks on this file do not reach everybody who has it open, so nothing is written: "
                        "two would "
                        "write over each other. Keep the file on a share where locks work.")
                   : tr("%1 has this file open and does not see its locks, so nothing is written: you would "
                        "write "
                        "over each other. Keep the file on a share where locks work.");
    case Kind::UnfitOption:
        return tr(
            "The share with this file is mounted with “%1”, so locks or what others write do not get "
            "through. "
            "Nothing is written, because two would write over each other. Have it mounted without that.");
    case Kind::UnfitKind:
        return tr(
            "“%1” does not let locks through to other machines. Nothing is written, because two would write "
            "over each other. Keep the file on an SMB or NFS share, or on your own disk.");
    case Kind::Synced:
        return tr("%1 copies this file to and fro, and where two write at once one of them loses. Nothing is "
                  "written, because others have joined. Keep the file on a share.");
    case Kind::Newer:
        return tr(
            "A newer Milepost has taken this file beyond this one. You can look at it, but not change it any "
            "more. Install version %1 or later.");
    case Kind::Missing:
        return tr("The file is not in its place. What you see is how it was; as soon as it is back, you can "
                  "go on.");
    case Kind::Replaced:
        return tr(
            "Another file has taken the place of this one, or an older state of it. What you see is how it "
            "was before.");
    case Kind::Unreachable:
        return tr(
            "The file cannot be read at the moment (%1). What you see is how it was; as soon as it can, you "
            "can go on.");
    case Kind::Silent:
        return tr(
            "The folder with this file has not answered for a while. What you see is how it was; as soon as "
            "it answers, you can go on.");
    }
    return {};
}

QString Conditions::label(Kind kind)
{
    switch (kind) {
    case Kind::Writable:
        return {};
    case Kind::ReadOnly:
    case Kind::LocksUnseen:
    case Kind::UnfitOption:
    case Kind::UnfitKind:
    case Kind::Synced:
    case Kind::Newer:
        return tr("Read only");
    case Kind::Missing:
        return tr("File is gone");
    case Kind::Replaced:
        return tr("File was replaced");
    case Kind::Unreachable:
    case Kind::Silent:
        return tr("Not connected");
    }
    return {};
}

} // namespace

QString sentence(const Condition &condition)
{
    QStringList values;
    for (const QString &value : condition.values)
        values.append(inLine(value));
    return fill(Conditions::pattern(condition), values);
}

QString label(const Condition &condition)
{
    return Conditions::label(condition.kind);
}

} // namespace milepost
