// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/actwords.h"

#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace milepost {

namespace {

/// A sentence of its own ("Record a value for Churn"), or the thing that stands after "Undo" ("check-in of
/// Churn").
enum class Form { Sentence, Task };

/// What an act is called; %1 is the name of what it is about.
struct ActWords
{
    const char *named;
    const char *nameless;
    const char *namedTask;
    const char *namelessTask;
};

class Acts
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Acts)

public:
    static QString called(Form form, Act act, const QString &name);
    static QString recorded(Act act, const QString &name, const QString &value);
    static QString imported(Form form, int count, const QString &name);
    static QString pasted(Form form, int count, const QString &name);
    static QString commentDeleted(Form form, const QString &name);
    static QString takenBack(Form form, Act act, const QString &what);

private:
    static ActWords wordsOf(Act act);
};

// NOLINTNEXTLINE(readability-function-size): a table
ActWords Acts::wordsOf(Act act)
{
    switch (act) {
    case Act::CreateWorkspace:
        return {QT_TR_NOOP("Make the workspace %1"), QT_TR_NOOP("Make the workspace"),
                QT_TR_NOOP("making the workspace %1"), QT_TR_NOOP("making the workspace")};
    case Act::Migrate:
        return {QT_TR_NOOP("Bring the workspace up to date"), QT_TR_NOOP("Bring the workspace up to date"),
                QT_TR_NOOP("bringing the workspace up to date"),
                QT_TR_NOOP("bringing the workspace up to date")};
    case Act::Join:
        return {QT_TR_NOOP("%1 joins"), QT_TR_NOOP("Someone joins"), QT_TR_NOOP("%1 joining"),
                QT_TR_NOOP("someone joining")};
    case Act::UpdateDevice:
        return {QT_TR_NOOP("%1 uses another version of Milepost"),
                QT_TR_NOOP("Someone uses another version of Milepost"),
                QT_TR_NOOP("another version of Milepost for %1"), QT_TR_NOOP("another version of Milepost")};
    case Act::AddTeam:
        return {QT_TR_NOOP("Add team %1"), QT_TR_NOOP("Add a team"), QT_TR_NOOP("adding team %1"),
                QT_TR_NOOP("adding a team")};
    case Act::AddPerson:
        return {QT_TR_NOOP("Add person %1"), QT_TR_NOOP("Add a person"), QT_TR_NOOP("adding %1"),
                QT_TR_NOOP("adding a person")};
    case Act::PersonLeaves:
        return {QT_TR_NOOP("%1 leaves"), QT_TR_NOOP("Someone leaves"), QT_TR_NOOP("%1 leaving"),
                QT_TR_NOOP("someone leaving")};
    case Act::AddCycle:
        return {QT_TR_NOOP("Add cycle %1"), QT_TR_NOOP("Add a cycle"), QT_TR_NOOP("adding cycle %1"),
                QT_TR_NOOP("adding a cycle")};
    case Act::AddBoard:
        return {QT_TR_NOOP("Add board %1"), QT_TR_NOOP("Add a board"), QT_TR_NOOP("adding board %1"),
                QT_TR_NOOP("adding a board")};
    case Act::ShareBoard:
        return {QT_TR_NOOP("Share board %1"), QT_TR_NOOP("Share a board"), QT_TR_NOOP("sharing board %1"),
                QT_TR_NOOP("sharing a board")};
    case Act::UnshareBoard:
        return {QT_TR_NOOP("Stop sharing board %1"), QT_TR_NOOP("Stop sharing a board"),
                QT_TR_NOOP("unsharing board %1"), QT_TR_NOOP("unsharing a board")};
    case Act::AddObjective:
        return {QT_TR_NOOP("Add objective %1"), QT_TR_NOOP("Add an objective"),
                QT_TR_NOOP("adding objective %1"), QT_TR_NOOP("adding an objective")};
    case Act::AddKeyResult:
        return {QT_TR_NOOP("Add key result %1"), QT_TR_NOOP("Add a key result"),
                QT_TR_NOOP("adding key result %1"), QT_TR_NOOP("adding a key result")};
    case Act::AddKpi:
        return {QT_TR_NOOP("Add KPI %1"), QT_TR_NOOP("Add a KPI"), QT_TR_NOOP("adding KPI %1"),
                QT_TR_NOOP("adding a KPI")};
    case Act::SetTarget:
        return {QT_TR_NOOP("Set a target for %1"), QT_TR_NOOP("Set a target"), QT_TR_NOOP("target for %1"),
                QT_TR_NOOP("a target")};
    case Act::AddAction:
        return {QT_TR_NOOP("Add action %1"), QT_TR_NOOP("Add an action"), QT_TR_NOOP("adding action %1"),
                QT_TR_NOOP("adding an action")};
    case Act::FinishAction:
        return {QT_TR_NOOP("Finish action %1"), QT_TR_NOOP("Finish an action"),
                QT_TR_NOOP("finishing action %1"), QT_TR_NOOP("finishing an action")};
    case Act::AddComment:
        return {QT_TR_NOOP("Comment on %1"), QT_TR_NOOP("Add a comment"), QT_TR_NOOP("comment on %1"),
                QT_TR_NOOP("a comment")};
    case Act::Edit:
        return {QT_TR_NOOP("Edit %1"), QT_TR_NOOP("Edit something"), QT_TR_NOOP("edit of %1"),
                QT_TR_NOOP("an edit")};
    case Act::Move:
        return {QT_TR_NOOP("Move %1"), QT_TR_NOOP("Move something"), QT_TR_NOOP("moving %1"),
                QT_TR_NOOP("a move")};
    case Act::Archive:
        return {QT_TR_NOOP("Archive %1"), QT_TR_NOOP("Archive something"), QT_TR_NOOP("archiving %1"),
                QT_TR_NOOP("archiving something")};
    case Act::BringBack:
        return {QT_TR_NOOP("Bring %1 back"), QT_TR_NOOP("Bring something back"),
                QT_TR_NOOP("bringing back %1"), QT_TR_NOOP("bringing something back")};
    case Act::Align:
        return {QT_TR_NOOP("Align %1"), QT_TR_NOOP("Align an objective"), QT_TR_NOOP("aligning %1"),
                QT_TR_NOOP("aligning an objective")};
    case Act::SetCycle:
        return {QT_TR_NOOP("Set the cycle of %1"), QT_TR_NOOP("Set the cycle of a board"),
                QT_TR_NOOP("setting the cycle of %1"), QT_TR_NOOP("setting the cycle of a board")};
    case Act::CarryOver:
        return {QT_TR_NOOP("Carry boards over into %1"), QT_TR_NOOP("Carry boards over"),
                QT_TR_NOOP("carrying boards over into %1"), QT_TR_NOOP("carrying boards over")};
    case Act::Delete:
        return {QT_TR_NOOP("Delete %1"), QT_TR_NOOP("Delete something"), QT_TR_NOOP("deleting %1"),
                QT_TR_NOOP("deleting something")};
    case Act::Record:
        return {QT_TR_NOOP("Record a value for %1"), QT_TR_NOOP("Record a value"),
                QT_TR_NOOP("check-in of %1"), QT_TR_NOOP("a check-in")};
    case Act::Correct:
        return {QT_TR_NOOP("Correct a value of %1"), QT_TR_NOOP("Correct a value"),
                QT_TR_NOOP("correction of %1"), QT_TR_NOOP("a correction")};
    case Act::Paste:
        return {QT_TR_NOOP("Paste values for %1"), QT_TR_NOOP("Paste values"), QT_TR_NOOP("paste into %1"),
                QT_TR_NOOP("a paste")};
    case Act::Import:
        return {QT_TR_NOOP("Import into %1"), QT_TR_NOOP("Import values"), QT_TR_NOOP("import into %1"),
                QT_TR_NOOP("an import")};
    case Act::Demo:
        return {QT_TR_NOOP("Make the demo workspace"), QT_TR_NOOP("Make the demo workspace"),
                QT_TR_NOOP("making the demo workspace"), QT_TR_NOOP("making the demo workspace")};
    case Act::Undo:
        return {QT_TR_NOOP("Undo"), QT_TR_NOOP("Undo"), QT_TR_NOOP("undoing"), QT_TR_NOOP("undoing")};
    case Act::Redo:
        return {QT_TR_NOOP("Redo"), QT_TR_NOOP("Redo"), QT_TR_NOOP("redoing"), QT_TR_NOOP("redoing")};
    case Act::Restore:
        return {QT_TR_NOOP("Restore the backup of %1"), QT_TR_NOOP("Restore a backup"),
                QT_TR_NOOP("restoring the backup of %1"), QT_TR_NOOP("restoring a backup")};
    }
    Q_UNREACHABLE();
}

QString Acts::called(Form form, Act act, const QString &name)
{
    const ActWords words = wordsOf(act);
    if (name.isEmpty())
        return tr(form == Form::Task ? words.namelessTask : words.nameless);
    return fill(tr(form == Form::Task ? words.namedTask : words.named), {name});
}

QString Acts::recorded(Act act, const QString &name, const QString &value)
{
    return fill(act == Act::Correct ? tr("Correct %2 to %1", "%2 is a name, %1 a value")
                                    : tr("Record %1 for %2"),
                {value, name});
}

QString Acts::imported(Form form, int count, const QString &name)
{
    if (form == Form::Task)
        return name.isEmpty() ? tr("import of %Ln value(s)", nullptr, count)
                              : fill(tr("import of %Ln value(s) into %1", nullptr, count), {name});
    return name.isEmpty() ? tr("Import of %Ln value(s)", nullptr, count)
                          : fill(tr("Import of %Ln value(s) into %1", nullptr, count), {name});
}

QString Acts::pasted(Form form, int count, const QString &name)
{
    if (form == Form::Task)
        return name.isEmpty() ? tr("paste of %Ln value(s)", nullptr, count)
                              : fill(tr("paste of %Ln value(s) into %1", nullptr, count), {name});
    return name.isEmpty() ? tr("Paste of %Ln value(s)", nullptr, count)
                          : fill(tr("Paste of %Ln value(s) into %1", nullptr, count), {name});
}

QString Acts::commentDeleted(Form form, const QString &name)
{
    if (form == Form::Task)
        return name.isEmpty() ? tr("deleting a comment") : fill(tr("deleting a comment on %1"), {name});
    return name.isEmpty() ? tr("Delete a comment") : fill(tr("Delete a comment on %1"), {name});
}

QString Acts::takenBack(Form form, Act act, const QString &what)
{
    if (form == Form::Task)
        return fill(act == Act::Undo ? tr("undoing %1") : tr("redoing %1"), {what});
    return fill(act == Act::Undo ? tr("Undo: %1") : tr("Redo: %1"), {what});
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

/// When the backup was made that was restored.
QString backupIn(const QVariantMap &values)
{
    const qint64 at = values.value(QStringLiteral("backupAt")).toLongLong();
    return at > 0 ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat) : QString();
}

/// What was taken back; nothing where that is not known, or was a way back itself.
std::optional<Act> innerOf(const QVariantMap &values)
{
    const std::optional<Act> inner = fromWord<Act>(values.value(QStringLiteral("act")).toString());
    return inner == Act::Undo || inner == Act::Redo ? std::nullopt : inner;
}

QString inForm(Form form, Act act, const QVariantMap &values, const QString &name)
{
    const QVariant count = values.value(QStringLiteral("count"));
    if (act == Act::Import && count.isValid())
        return Acts::imported(form, count.toInt(), name);
    if (act == Act::Paste && count.isValid())
        return Acts::pasted(form, count.toInt(), name);
    if (act == Act::Delete && values.value(QStringLiteral("kind")).toString() == QStringLiteral("comment"))
        return Acts::commentDeleted(form, name);
    return Acts::called(form, act, act == Act::Restore ? backupIn(values) : name);
}

} // namespace

QString sentence(Act act, const QVariantMap &values, const NameOf &nameOf)
{
    if (act == Act::Undo || act == Act::Redo) {
        const std::optional<Act> inner = innerOf(values);
        return inner ? Acts::takenBack(Form::Sentence, act, sentence(*inner, values, nameOf))
                     : Acts::called(Form::Sentence, act, {});
    }
    const QString name = nameIn(values, nameOf);
    const QString value = valueIn(values);
    if ((act == Act::Record || act == Act::Correct) && !name.isEmpty() && !value.isEmpty())
        return Acts::recorded(act, name, value);
    return inForm(Form::Sentence, act, values, name);
}

QString taskName(Act act, const QVariantMap &values, const NameOf &nameOf)
{
    if (act == Act::Undo || act == Act::Redo) {
        const std::optional<Act> inner = innerOf(values);
        return inner ? Acts::takenBack(Form::Task, act, taskName(*inner, values, nameOf))
                     : Acts::called(Form::Task, act, {});
    }
    return inForm(Form::Task, act, values, nameIn(values, nameOf));
}

} // namespace milepost
