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
    if (count == 1)
        return name.isEmpty() ? tr("Import of one value") : fill(tr("Import of one value into %1"), {name});
    return name.isEmpty() ? tr("Import of %Ln values", nullptr, count)
                          : fill(tr("Import of %Ln values into %1", nullptr, count), {name});
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

} // namespace milepost
