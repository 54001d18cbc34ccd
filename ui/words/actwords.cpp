// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/actwords.h"

#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QCoreApplication>

namespace milepost {

namespace {

class Acts
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Acts)

public:
    static QString named(Act act); ///< %1 is the name of what it is about
    static QString nameless(Act act);
    static QString recorded(Act act, const QString &name, const QString &value);
    static QString pasted(const QVariantMap &values, const QString &name);
    static QString counted(const QVariantMap &values, const QString &name);
    static QString commentDeleted(const QString &name);
    static QString takenBack(Act act, const QVariantMap &values, const NameOf &nameOf);
};

// NOLINTNEXTLINE(readability-function-size): a table
QString Acts::named(Act act)
{
    switch (act) {
    case Act::CreateWorkspace:
        return tr("Make the workspace %1");
    case Act::Migrate:
        return tr("Bring the workspace up to date");
    case Act::Join:
        return tr("%1 joins");
    case Act::AddTeam:
        return tr("Add team %1");
    case Act::AddPerson:
        return tr("Add person %1");
    case Act::PersonLeaves:
        return tr("%1 leaves");
    case Act::AddCycle:
        return tr("Add cycle %1");
    case Act::AddBoard:
        return tr("Add board %1");
    case Act::ShareBoard:
        return tr("Share board %1");
    case Act::UnshareBoard:
        return tr("Stop sharing board %1");
    case Act::AddObjective:
        return tr("Add objective %1");
    case Act::AddKeyResult:
        return tr("Add key result %1");
    case Act::AddKpi:
        return tr("Add KPI %1");
    case Act::SetTarget:
        return tr("Set a target for %1");
    case Act::AddAction:
        return tr("Add action %1");
    case Act::FinishAction:
        return tr("Finish action %1");
    case Act::AddComment:
        return tr("Comment on %1");
    case Act::Edit:
        return tr("Edit %1");
    case Act::Move:
        return tr("Move %1");
    case Act::Archive:
        return tr("Archive %1");
    case Act::BringBack:
        return tr("Bring %1 back");
    case Act::Align:
        return tr("Align %1");
    case Act::SetCycle:
        return tr("Set the cycle of %1");
    case Act::CarryOver:
        return tr("Carry boards over into %1");
    case Act::Delete:
        return tr("Delete %1");
    case Act::Record:
        return tr("Record a value for %1");
    case Act::Correct:
        return tr("Correct a value of %1");
    case Act::Paste:
        return tr("Paste values for %1");
    case Act::Import:
        return tr("Import into %1");
    case Act::Demo:
        return tr("Make the demo workspace");
    case Act::Undo:
        return tr("Undo");
    case Act::Redo:
        return tr("Redo");
    }
    Q_UNREACHABLE();
}

// NOLINTNEXTLINE(readability-function-size): a table
QString Acts::nameless(Act act)
{
    switch (act) {
    case Act::CreateWorkspace:
        return tr("Make the workspace");
    case Act::Migrate:
        return tr("Bring the workspace up to date");
    case Act::Join:
        return tr("Someone joins");
    case Act::AddTeam:
        return tr("Add a team");
    case Act::AddPerson:
        return tr("Add a person");
    case Act::PersonLeaves:
        return tr("Someone leaves");
    case Act::AddCycle:
        return tr("Add a cycle");
    case Act::AddBoard:
        return tr("Add a board");
    case Act::ShareBoard:
        return tr("Share a board");
    case Act::UnshareBoard:
        return tr("Stop sharing a board");
    case Act::AddObjective:
        return tr("Add an objective");
    case Act::AddKeyResult:
        return tr("Add a key result");
    case Act::AddKpi:
        return tr("Add a KPI");
    case Act::SetTarget:
        return tr("Set a target");
    case Act::AddAction:
        return tr("Add an action");
    case Act::FinishAction:
        return tr("Finish an action");
    case Act::AddComment:
        return tr("Add a comment");
    case Act::Edit:
        return tr("Edit something");
    case Act::Move:
        return tr("Move something");
    case Act::Archive:
        return tr("Archive something");
    case Act::BringBack:
        return tr("Bring something back");
    case Act::Align:
        return tr("Align an objective");
    case Act::SetCycle:
        return tr("Set the cycle of a board");
    case Act::CarryOver:
        return tr("Carry boards over");
    case Act::Delete:
        return tr("Delete something");
    case Act::Record:
        return tr("Record a value");
    case Act::Correct:
        return tr("Correct a value");
    case Act::Paste:
        return tr("Paste values");
    case Act::Import:
        return tr("Import values");
    case Act::Demo:
        return tr("Make the demo workspace");
    case Act::Undo:
        return tr("Undo");
    case Act::Redo:
        return tr("Redo");
    }
    Q_UNREACHABLE();
}

QString Acts::recorded(Act act, const QString &name, const QString &value)
{
    return fill(act == Act::Correct ? tr("Correct %2 to %1", "%2 is a name, %1 a value")
                                    : tr("Record %1 for %2"),
                {value, name});
}

QString Acts::counted(const QVariantMap &values, const QString &name)
{
    const int count = values.value(QStringLiteral("count")).toInt();
    return name.isEmpty() ? tr("Import of %Ln value(s)", nullptr, count)
                          : fill(tr("Import of %Ln value(s) into %1", nullptr, count), {name});
}

QString Acts::pasted(const QVariantMap &values, const QString &name)
{
    const int count = values.value(QStringLiteral("count")).toInt();
    return name.isEmpty() ? tr("Paste of %Ln value(s)", nullptr, count)
                          : fill(tr("Paste of %Ln value(s) into %1", nullptr, count), {name});
}

QString Acts::commentDeleted(const QString &name)
{
    return name.isEmpty() ? tr("Delete a comment") : fill(tr("Delete a comment on %1"), {name});
}

QString Acts::takenBack(Act act, const QVariantMap &values, const NameOf &nameOf)
{
    const std::optional<Act> inner = fromWord<Act>(values.value(QStringLiteral("act")).toString());
    if (!inner || *inner == Act::Undo || *inner == Act::Redo)
        return nameless(act);
    return fill(act == Act::Undo ? tr("Undo: %1") : tr("Redo: %1"), {sentence(*inner, values, nameOf)});
}

QString nameIn(const QVariantMap &values, const NameOf &nameOf)
{
    const qint64 subject = values.value(QStringLiteral("subject")).toLongLong();
    return subject > 0 && nameOf ? inLine(nameOf(subject)) : QString();
}

QString valueIn(const QVariantMap &values)
{
    const QVariant value = values.value(QStringLiteral("value"));
    if (value.typeId() == QMetaType::Double)
        return figure(value.toDouble());
    return inLine(value.toString());
}

/// The same as what one undoes: after "Undo" stands "check-in of Churn", not "Record a value for Churn".
class Tasks
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Tasks)

public:
    static QString named(Act act); ///< %1 is the name of what it is about
    static QString nameless(Act act);
    static QString imported(int count, const QString &name);
    static QString pasted(int count, const QString &name);
    static QString commentDeleted(const QString &name);
    static QString takenBack(Act act, const QVariantMap &values, const NameOf &nameOf);
};

// NOLINTNEXTLINE(readability-function-size): a table
QString Tasks::named(Act act)
{
    switch (act) {
    case Act::CreateWorkspace:
        return tr("making the workspace %1");
    case Act::Migrate:
        return tr("bringing the workspace up to date");
    case Act::Join:
        return tr("%1 joining");
    case Act::AddTeam:
        return tr("adding team %1");
    case Act::AddPerson:
        return tr("adding %1");
    case Act::PersonLeaves:
        return tr("%1 leaving");
    case Act::AddCycle:
        return tr("adding cycle %1");
    case Act::AddBoard:
        return tr("adding board %1");
    case Act::ShareBoard:
        return tr("sharing board %1");
    case Act::UnshareBoard:
        return tr("unsharing board %1");
    case Act::AddObjective:
        return tr("adding objective %1");
    case Act::AddKeyResult:
        return tr("adding key result %1");
    case Act::AddKpi:
        return tr("adding KPI %1");
    case Act::SetTarget:
        return tr("target for %1");
    case Act::AddAction:
        return tr("adding action %1");
    case Act::FinishAction:
        return tr("finishing action %1");
    case Act::AddComment:
        return tr("comment on %1");
    case Act::Edit:
        return tr("edit of %1");
    case Act::Align:
        return tr("aligning %1");
    case Act::SetCycle:
        return tr("setting the cycle of %1");
    case Act::CarryOver:
        return tr("carrying boards over into %1");
    case Act::BringBack:
        return tr("bringing back %1");
    case Act::Move:
        return tr("moving %1");
    case Act::Archive:
        return tr("archiving %1");
    case Act::Delete:
        return tr("deleting %1");
    case Act::Record:
        return tr("check-in of %1");
    case Act::Correct:
        return tr("correction of %1");
    case Act::Paste:
        return tr("paste into %1");
    case Act::Import:
        return tr("import into %1");
    case Act::Demo:
        return tr("making the demo workspace");
    case Act::Undo:
        return tr("undoing");
    case Act::Redo:
        return tr("redoing");
    }
    Q_UNREACHABLE();
}

// NOLINTNEXTLINE(readability-function-size): a table
QString Tasks::nameless(Act act)
{
    switch (act) {
    case Act::CreateWorkspace:
        return tr("making the workspace");
    case Act::Migrate:
        return tr("bringing the workspace up to date");
    case Act::Join:
        return tr("someone joining");
    case Act::AddTeam:
        return tr("adding a team");
    case Act::AddPerson:
        return tr("adding a person");
    case Act::PersonLeaves:
        return tr("someone leaving");
    case Act::AddCycle:
        return tr("adding a cycle");
    case Act::AddBoard:
        return tr("adding a board");
    case Act::ShareBoard:
        return tr("sharing a board");
    case Act::UnshareBoard:
        return tr("unsharing a board");
    case Act::AddObjective:
        return tr("adding an objective");
    case Act::AddKeyResult:
        return tr("adding a key result");
    case Act::AddKpi:
        return tr("adding a KPI");
    case Act::SetTarget:
        return tr("a target");
    case Act::AddAction:
        return tr("adding an action");
    case Act::FinishAction:
        return tr("finishing an action");
    case Act::AddComment:
        return tr("a comment");
    case Act::Edit:
        return tr("an edit");
    case Act::Align:
        return tr("aligning an objective");
    case Act::SetCycle:
        return tr("setting the cycle of a board");
    case Act::CarryOver:
        return tr("carrying boards over");
    case Act::BringBack:
        return tr("bringing something back");
    case Act::Move:
        return tr("a move");
    case Act::Archive:
        return tr("archiving something");
    case Act::Delete:
        return tr("deleting something");
    case Act::Record:
        return tr("a check-in");
    case Act::Correct:
        return tr("a correction");
    case Act::Paste:
        return tr("a paste");
    case Act::Import:
        return tr("an import");
    case Act::Demo:
        return tr("making the demo workspace");
    case Act::Undo:
        return tr("undoing");
    case Act::Redo:
        return tr("redoing");
    }
    Q_UNREACHABLE();
}

QString Tasks::imported(int count, const QString &name)
{
    return name.isEmpty() ? tr("import of %Ln value(s)", nullptr, count)
                          : fill(tr("import of %Ln value(s) into %1", nullptr, count), {name});
}

QString Tasks::pasted(int count, const QString &name)
{
    return name.isEmpty() ? tr("paste of %Ln value(s)", nullptr, count)
                          : fill(tr("paste of %Ln value(s) into %1", nullptr, count), {name});
}

QString Tasks::commentDeleted(const QString &name)
{
    return name.isEmpty() ? tr("deleting a comment") : fill(tr("deleting a comment on %1"), {name});
}

QString Tasks::takenBack(Act act, const QVariantMap &values, const NameOf &nameOf)
{
    const std::optional<Act> inner = fromWord<Act>(values.value(QStringLiteral("act")).toString());
    if (!inner || *inner == Act::Undo || *inner == Act::Redo)
        return nameless(act);
    return fill(act == Act::Undo ? tr("undoing %1") : tr("redoing %1"), {taskName(*inner, values, nameOf)});
}

} // namespace

QString sentence(Act act, const QVariantMap &values, const NameOf &nameOf)
{
    if (act == Act::Undo || act == Act::Redo)
        return Acts::takenBack(act, values, nameOf);

    const QString name = nameIn(values, nameOf);
    if (act == Act::Import && values.contains(QStringLiteral("count")))
        return Acts::counted(values, name);
    if (act == Act::Paste && values.contains(QStringLiteral("count")))
        return Acts::pasted(values, name);
    if (act == Act::Delete && values.value(QStringLiteral("kind")).toString() == QStringLiteral("comment"))
        return Acts::commentDeleted(name);
    if (name.isEmpty())
        return Acts::nameless(act);

    const QString value = valueIn(values);
    if ((act == Act::Record || act == Act::Correct) && !value.isEmpty())
        return Acts::recorded(act, name, value);
    return fill(Acts::named(act), {name});
}

QString taskName(Act act, const QVariantMap &values, const NameOf &nameOf)
{
    const QString name = nameIn(values, nameOf);
    const int count = values.value(QStringLiteral("count")).toInt();
    if (act == Act::Import && count > 0)
        return Tasks::imported(count, name);
    if (act == Act::Paste && count > 0)
        return Tasks::pasted(count, name);
    if (act == Act::Delete && values.value(QStringLiteral("kind")).toString() == QStringLiteral("comment"))
        return Tasks::commentDeleted(name);
    if (act == Act::Undo || act == Act::Redo)
        return Tasks::takenBack(act, values, nameOf);
    return name.isEmpty() ? Tasks::nameless(act) : fill(Tasks::named(act), {name});
}

} // namespace milepost
