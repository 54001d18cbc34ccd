// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errors.h"

#include "core/domain/records/grant.h"
#include "core/domain/records/kpi.h"
#include "ui/words/actwords.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QCoreApplication>
#include <QDate>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace milepost {

namespace {

/// An id stands where a name would if what it was is gone.
bool isId(const QString &value)
{
    constexpr qsizetype kShortest = 15;
    return value.size() >= kShortest && std::all_of(value.begin(), value.end(), [](QChar letter) {
               return letter.unicode() >= u'0' && letter.unicode() <= u'9';
           });
}

/// The sentences, with %1 … for the values of the error. Where a code carries a list, it is the last value.
class Errors
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Errors)

public:
    static QString pattern(Error::Code code);
    static QString jsonType(const QString &word);
    static QString topLevel() { return tr("the top level"); }
    static QString quoted(const QString &word) { return fill(tr("“%1”"), {inLine(word)}); }
    static QString controlInFile();
    static QString usedUnseen();
    static QString notAllowed(const QString &role);
    static QString tooLow();
    static QString archived();
    static QString columnsMisfit(const QStringList &roles);
    static QString variant(const Error &error);
    static QString inTerminal(Error::Code code);
    static QString kind(const QString &word);
    static QString field(const QString &word);
    static QString attribute(const QString &word);
};

// NOLINTNEXTLINE(readability-function-size): one table of sentences
QString Errors::pattern(Error::Code code)
{
    using enum Error::Code;
    switch (code) {
    case FileMissing:
        return tr("There is no file “%1”. Check the path, or make a new workspace there.");
    case SourceMissing:
        return tr("There is no file “%1”. Check the path.");
    case FileIsDevice:
        return tr("“%1” is a device or a pipe, not a file. Save what comes out of it to a file first.");
    case FileTooLarge:
        return tr("“%1” is too large: %2, where at most %3 can be read. Split it into several files.");
    case FileExists:
        return tr("“%1” exists already. Choose another name, or move that file away first.");
    case FileIsDirectory:
        return tr("“%1” is a folder. Name a file in it.");
    case FileUnreadable:
        return tr("“%1” cannot be read: %2. Check that it is yours to read.");
    case FileUnwritable:
        return tr("“%1” cannot be written: %2. Check the permissions of the file and its folder.");
    case FileEmpty:
        return tr("“%1” is empty. Choose a file that has something in it.");
    case NotAWorkspace:
        return tr("“%1” is not a Milepost workspace. Choose a .milepost file.");
    case WorkspaceDamaged:
        return tr("The workspace “%1” is damaged: %2. Open a backup instead, and keep this file for rescue.");
    case WorkspaceUnsound:
        return tr("The workspace “%1” is damaged, so nothing was copied from it. Open a backup instead, and "
                  "keep this "
                  "file for rescue.");
    case WorkspaceNewer:
        return tr("The workspace “%1” was made by a newer Milepost. Install version %2 or later to open it.");
    case WorkspaceLocked:
        return tr("The workspace “%1” is in use by another program for too long. Try again in a moment.");
    case WriteUnknown:
        return tr("“%1” no longer answers, so it is not known yet whether your change is in it. Milepost "
                  "looks as soon as the file is back, and tells you.");
    case WorkspaceReplaced:
        return tr(
            "The workspace “%1” was moved, removed or replaced while it was open, so nothing was written. "
            "Put it back, or open it anew.");
    case LocksUnseen:
        return tr(
            "The locks on “%1” do not reach everybody who has it open, so nothing was written: two would "
            "write over each other. Keep the file on a share where locks work.");
    case PlaceUnfit:
        return tr(
            "“%1” is where writers do not see each other's locks (%2), so nothing was written: two would "
            "write over each other. Keep it on a share where locks work, or on your own disk.");
    case DiskFull:
        return tr("The disk that holds “%1” is full; nothing was changed. Make room and try again.");
    case StorageFailed:
        return tr(
            "The workspace “%1” could not be read or written: %2. Try again; if it goes on, check the disk.");
    case RowDamaged:
        return tr("Something here was changed outside Milepost, so nothing was built on it. Open a backup "
                  "instead, and keep this file for rescue.");
    case NotConnected:
        return tr("No workspace is open. Open one first.");

    case NameEmpty:
        return tr("A name is missing. Type at least one character that can be seen.");
    case TextEmpty:
        return tr("The text is missing. Say something.");
    case NameControl:
        return tr("The name contains the control character %1. Leave it out.");
    case TextControl:
        return tr("The text contains the control character %1. Leave it out.");
    case TextNotUnicode:
        return tr("The text is not valid Unicode. Type it anew, or save its file as UTF-8.");
    case NameTooLong:
        return tr(
            "The name has %1 characters; at most %2 fit. Shorten it, and put the rest into a description.");
    case TextTooLong:
        return tr("The text has %1 characters; at most %2 fit. Shorten it, or split it up.");
    case FormulaInvalid:
        return tr("The formula “%1” does not fit together at character %2. Correct it there.");
    case NameTaken:
        return tr("There is already something called “%1” here. Choose another name.");
    case NameUnknown:
        return tr(
            "There is nothing called “%1” that you can see. Check the spelling, or name it by its path, such "
            "as Board/Objective/Key result.");
    case NameAmbiguous:
        return tr("“%1” could be any of: %2. Name it by its path, such as Board/Objective/Key result.");
    case WrongKind:
        return tr("“%1” is %2, which does not fit here. Name something of the right kind.");

    case NumberInvalid:
        return tr("“%1” is not a number. Write it like %2.");
    case NumberTooLarge:
        return tr("“%1” is too large a number. Use a larger unit, such as thousands.");
    case NumberTooSmall:
        return tr("“%1” is too close to 0 to be kept. Use a smaller unit, or write 0.");
    case DateInvalid:
        return tr("“%1” is not a date. Write it like %2.");
    case DateInFuture:
        return tr("%1 is in the future; today is %2. Record a value on its day or later.");
    case RangeReversed:
        return tr("The range is the wrong way round: %1 is above %2. Give the lower end first.");
    case WeightInvalid:
        return tr("“%1” is not a weight. Give 0 or more.");
    case ConfidenceInvalid:
        return tr("“%1” is not a confidence. Give a number from 0 to 10.");
    case OutOfRange:
        return tr("“%1” is out of range. Give a number from %2 to %3.");
    case GradeInvalid:
        return tr("“%1” is not a grade. Give a number from 0 to 1 with one decimal, such as 0.7.");
    case WordUnknown:
        return tr("“%1” is not one of the words allowed here. Use one of: %2.");
    case FieldUnknown:
        return tr("There is no field “%1”. Use one of: %2.");

    case NotAllowed:
        return tr("You may not change “%1”. Ask one of its owners to make you an editor.");
    case VisitorWrites:
        return tr("You are only visiting this workspace, and visitors change nothing. Join it first.");
    case PersonLeft:
        return tr("%1 has left. Choose someone who is still here.");
    case AlreadyMember:
        return tr("%1 is a member already. Choose another name, or go on as you are.");
    case NotShared:
        return tr("“%1” is not shared with %2, so there is nothing to take back.");
    case LastOwner:
        return tr("“%1” would be left without an owner. Make someone else its owner first.");
    case CycleInvalid:
        return tr("A cycle cannot run from %1 to %2. Give a first day and a later last day.");
    case TeamLoop:
        return tr("“%1” would become part of itself. Choose a team that is not below it.");
    case ObjectiveLoop:
        return tr("“%1” would come to serve itself. Choose an objective that is not below it.");
    case ObjectiveBarred:
        return tr("“%1” cannot be aligned to that objective. Choose another one.");
    case KindNeeds:
        return tr("The kind “%1” needs %2. Give it too.");
    case KindRefuses:
        return tr("The kind “%1” has no use for %2. Leave it out, or choose another kind.");
    case LevelsOutOfOrder:
        return tr(
            "Commit, target and stretch must lie in this order, in one direction from the start. Put them in "
            "order.");
    case NeedsRatio:
        return tr("“%1” is a ratio. Give its numerator and its denominator.");
    case NoRatio:
        return tr("“%1” is not a ratio. Give one plain value.");
    case ZeroDenominator:
        return tr("The denominator for “%1” is 0, so there is no ratio. Leave the period out, or correct the "
                  "denominator.");
    case ValueExists:
        return tr("“%1” has the value %3 on %2 already. Correct it and give a reason.");
    case ValueMissing:
        return tr("“%1” has no value on %2. Record one instead of correcting it, or check the date.");
    case ReasonMissing:
        return tr("A correction needs a reason. Say in a few words why the earlier value was wrong.");
    case DrivenByKpi:
        return tr("“%1” follows the KPI “%2”. Record the value there.");
    case HasParts:
        return tr("“%1” is made of parts. Tick off one of its parts instead.");
    case NoConfidence:
        return tr("“%1” is a KPI, and confidence is for key results. Leave it out.");
    case PrivateMetric:
        return tr("“%1” belongs to a private board and cannot be used here. Ask its owner to share it.");
    case NothingToUndo:
        return tr("There is nothing of yours left to undo.");
    case NothingToRedo:
        return tr("There is nothing to redo: nothing was undone, or something was changed since.");
    case Conflict:
        return tr(
            "%2 has changed “%1” meanwhile, so your change was not written. Look at it, and decide again.");
    case TouchedSince:
        return tr(
            "It is too late for that, because the same rows were changed later. Take that back first, or "
            "change it by hand.");
    case NotUndoable:
        return tr("“%1” cannot be undone. Change it back by hand.");
    case UndoUnseen:
        return tr("You no longer see the board that it was about. Ask one of its owners to share it with you "
                  "again.");
    case NothingChanges:
        return tr("Nothing would change: it is like that already.");
    case InUse:
        return tr("“%1” is still used by %2. Change that first.");
    case NotSeenWhole:
        return tr(
            "Only someone who sees every board can copy or export the whole workspace. Ask such a person, or "
            "have the "
            "private boards shared with you.");

    case ImportMapping:
        return tr("The columns do not go together: %1. Say what each of them is.");
    case ImportNoHeading:
        return tr("“%1” has no heading in its first line. Add a line with the names of the columns.");
    case ImportColumn:
        return tr("There is no column “%1”. The columns are: %2.");
    case ImportRagged:
        return tr(
            "The line has %1 fields where the heading has %2. Look for a missing or an extra separator.");
    case ImportQuote:
        return tr(
            "The quotation mark opened on line %1 is never closed. Close it, or write it twice where it is "
            "part of the text.");
    case ImportNumber:
        return tr("“%1” in column “%2” is not a number. Correct the cell, or say which decimal sign the file "
                  "uses.");
    case ImportDate:
        return tr(
            "“%1” in column “%2” is not a date. Correct the cell, or say how dates are written in the file.");
    case ImportDateOrder:
        return tr(
            "“%1” in column “%2” (line %3) could mean day or month first, and no other row of the column "
            "decides it. Say how dates are written in the file.");
    case ImportDatesMixed:
        return tr("Column “%2” mixes two orders: “%1” (line %3) has the day first, “%4” (line %5) the month. "
                  "Write all dates in one order, and say in which.");
    case ImportHalfRatio:
        return tr("Column “%1” is blank, so the ratio lacks a part. Fill it in, or clear both parts.");
    case ImportDuplicate:
        return tr(
            "“%1” has a value for %2 on line %3 already. Say how to combine them (sum, mean or last), or "
            "remove one.");
    case ImportNoSeries:
        return tr("Column “%1” is blank, so the row belongs to no series. Fill it in, or remove the row.");
    case ImportDiffers:
        return tr("“%1” exists with another %2: %3 here, %4 there. Import it as it is there, or edit the KPI "
                  "first.");
    case ImportRefused:
        return tr(
            "Nothing was imported (rows refused: %1). Line %2: %3 Correct the file, or skip refused rows.");
    case ImportEmpty:
        return tr("“%1” has a heading but no rows. Choose a file with values.");
    case ImportNoMatch:
        return tr("No row of “%1” has “%2” in column “%3”. Check how it is written in the file.");
    case ImportFiltered:
        return tr("No row of “%1” passes all filters at once: %2. Leave one of them out.");
    case ImportCombine:
        return tr("The parts of a ratio can only be summed. Combine by sum.");
    case ImportTwoKpis:
        return tr("Two columns or series would both become “%1”. Rename one of them.");
    case ImportEncoding:
        return tr("Line %2 of “%1” is not text in the encoding of the rest. Save the file as UTF-8.");
    case Cancelled:
        return tr("Cancelled; nothing was changed.");

    case RestoreMalformed:
        return tr("“%1” is not an export that can be restored: at %2, %3. Export it again.");
    case RestoreUnfit:
        return tr(
            "“%1” does not fit together: row %3 of table %2 does not match its journal. Export it again from "
            "an undamaged workspace.");
    case BackupForeign:
        return tr("“%1” is a backup of another workspace. Choose one of this workspace.");
    case BackupUnsound:
        return tr("The backup “%1” is damaged, so nothing was restored from it. Choose an earlier one.");
    case TemplateForeign:
        return tr("“%1” is not a board template. Choose a file that was saved by “Save board as template”.");
    case TemplateNewer:
        return tr("“%1” was made by a newer Milepost (version %2 of the format). Update this one to use it.");
    case TemplateSyntax:
        return tr("“%1” is not valid JSON at line %2, column %3. Correct it there in a text editor.");
    case TemplateField:
        return tr(
            "In “%1”, at %2, there is a field “%3” that templates do not have. Remove it or use one of: %4.");
    case TemplateNeeds:
        return tr("In “%1”, at %2, the field “%3” is missing. Add it.");
    case TemplateType:
        return tr("In “%1”, at %2, there must be %3. Correct it.");
    case TemplateWord:
        return tr("In “%1”, at %2, “%3” is not a word that is allowed there. Use one of: %4.");
    case TemplateReference:
        return tr(
            "In “%1”, at %2, the KPI “%3” is named, but the template has no such KPI. Add it or correct the "
            "name.");
    case TemplateUnfit:
        return tr("In “%1”, at %2, something does not fit: %3");
    case TemplateTooLarge:
        return tr("“%1” has %2 rows, and a template can have at most %3. Split it into several.");
    case Usage:
        return tr("The arguments do not fit: %1. See “--help” for what does.");
    }
    Q_UNREACHABLE();
}

QString Errors::controlInFile()
{
    return tr(
        "Line %3 of “%2” contains the control character %1. Remove it, or save the file as plain text.");
}

QString Errors::usedUnseen()
{
    return tr("“%1” is still used on a board that you cannot see. Ask the owners of the private boards.");
}

QString Errors::notAllowed(const QString &role)
{
    if (role == wordOf(Role::Owner))
        return tr("Only an owner of “%1” may do that. Ask one of them.");
    if (role == wordOf(Role::Commenter))
        return tr(
            "You may look at “%1” and say nothing there. Ask one of its owners to make you a commenter.");
    return pattern(Error::Code::NotAllowed);
}

QString Errors::tooLow()
{
    return tr("“%1” is out of range. Give %2 or more.");
}

QString Errors::archived()
{
    return tr(
        "“%1” is archived, so nothing is imported into it. Bring it back first, or import under another "
        "name.");
}

QString Errors::columnsMisfit(const QStringList &roles)
{
    const QString first = roles.value(0);
    if (first == QStringLiteral("date"))
        return tr("A date is missing. Say which column has the day that a line is for.");
    if (first == QStringLiteral("value") && roles.size() == 1)
        return tr("Values are missing. Say which columns have them.");
    if (first == QStringLiteral("numerator") || first == QStringLiteral("denominator"))
        return tr("A ratio needs both of its parts. Say which column is the numerator, and which the "
                  "denominator.");
    if (first == QStringLiteral("value"))
        return tr("A line has plain values or a ratio, not both. Leave one of them out.");
    if (first == QStringLiteral("name"))
        return tr("The lines are about several KPIs, which cannot all have one name. Leave the name out.");
    if (first == QStringLiteral("date-format"))
        return tr("The date format has no year, month and day. Write it like dd/MM/yyyy.");
    return {};
}

/// The sentences of codes that say something else with some values; "" for none.
QString Errors::variant(const Error &error)
{
    using enum Error::Code;
    if (error.code == ImportMapping)
        return columnsMisfit(error.values);
    if (error.code == NameUnknown && isId(error.values.value(0)))
        return tr("What this is about is no longer there, or you may not see it any more. Look again.");
    if (error.code == TextControl && error.values.size() > 1)
        return controlInFile();
    if (error.code == InUse && error.values.value(1).isEmpty())
        return usedUnseen();
    if (error.code == OutOfRange && error.values.value(2).isEmpty())
        return tooLow();
    if (error.code == ImportDiffers && error.values.value(1) == QStringLiteral("archived"))
        return archived();
    if (error.code == NotAllowed)
        return notAllowed(error.values.value(1));
    return {};
}

/// The sentences that name what only the command line has: its options, the journal's numbers, paths; "" for
/// the others.
QString Errors::inTerminal(Error::Code code)
{
    static const QHash<Error::Code, const char *> kSentences = {
        {Error::Code::WorkspaceUnsound,
         QT_TR_NOOP(
             "The workspace “%1” is damaged, so nothing was copied from it. Run “milepostctl verify” to "
             "see where.")},
        {Error::Code::RowDamaged,
         QT_TR_NOOP(
             "Row %2 of table %1 does not fit the journal, so nothing was built on it. Run “milepostctl "
             "verify” for the whole list, and take the row from a backup.")},
        {Error::Code::FileTooLarge,
         QT_TR_NOOP("“%1” has %2 bytes; at most %3 can be read. Split it into several files.")},
        {Error::Code::NumberInvalid, QT_TR_NOOP("“%1” is not a number. Write it like -3, 1234.5 or 5%.")},
        {Error::Code::DateInvalid, QT_TR_NOOP("“%1” is not a date. Write it like 2026-11-22.")},
        {Error::Code::HasParts, QT_TR_NOOP("“%1” is made of parts. Record one of its parts, by its path.")},
        {Error::Code::TouchedSince,
         QT_TR_NOOP("It is too late for that, because entry %1 changed the same rows later. Take that back "
                    "first, or change it by hand.")},
        {Error::Code::ImportMapping, QT_TR_NOOP("The arguments do not fit: %1. See “--help” for what does.")},
    };
    const char *const text = kSentences.value(code);
    return text == nullptr ? QString() : tr(text);
}

/// What a key result or a target is made of, as the window calls it.
QString Errors::field(const QString &word)
{
    static const QHash<QString, const char *> kFields = {
        {QStringLiteral("from"), QT_TR_NOOP("a value to start from")},
        {QStringLiteral("to"), QT_TR_NOOP("a target")},
        {QStringLiteral("target"), QT_TR_NOOP("a target")},
        {QStringLiteral("low"), QT_TR_NOOP("a lower end")},
        {QStringLiteral("high"), QT_TR_NOOP("an upper end")},
        {QStringLiteral("commit"), QT_TR_NOOP("a level to commit to")},
        {QStringLiteral("stretch"), QT_TR_NOOP("a level to stretch for")},
        {QStringLiteral("part"), QT_TR_NOOP("parts")},
    };
    const char *const text = kFields.value(word);
    return text == nullptr ? inLine(word) : tr(text);
}

/// What a KPI of a file and one of the workspace differ in.
QString Errors::attribute(const QString &word)
{
    static const QHash<QString, const char *> kAttributes = {
        {QStringLiteral("aggregate"), QT_TR_NOOP("way of adding up")},
        {QStringLiteral("good"), QT_TR_NOOP("direction")},
        {QStringLiteral("unit"), QT_TR_NOOP("unit")},
        {QStringLiteral("cadence"), QT_TR_NOOP("rhythm")},
        {QStringLiteral("target"), QT_TR_NOOP("target")},
    };
    const char *const text = kAttributes.value(word);
    return text == nullptr ? inLine(word) : tr(text);
}

QString Errors::kind(const QString &word)
{
    static const QHash<QString, const char *> kKinds = {
        {QStringLiteral("board"), QT_TR_NOOP("a board")},
        {QStringLiteral("objective"), QT_TR_NOOP("an objective")},
        {QStringLiteral("key result"), QT_TR_NOOP("a key result")},
        {QStringLiteral("keyresult"), QT_TR_NOOP("a key result")},
        {QStringLiteral("key_result"), QT_TR_NOOP("a key result")},
        {QStringLiteral("part"), QT_TR_NOOP("a part of a milestone")},
        {QStringLiteral("kpi"), QT_TR_NOOP("a KPI")},
        {QStringLiteral("KPI"), QT_TR_NOOP("a KPI")},
        {QStringLiteral("action"), QT_TR_NOOP("an action")},
        {QStringLiteral("person"), QT_TR_NOOP("a person")},
        {QStringLiteral("team"), QT_TR_NOOP("a team")},
        {QStringLiteral("cycle"), QT_TR_NOOP("a cycle")},
    };
    const char *const text = kKinds.value(word);
    return text == nullptr ? inLine(word) : tr(text);
}

QString Errors::jsonType(const QString &word)
{
    static const QHash<QString, const char *> kTypes = {
        {QStringLiteral("text"), QT_TR_NOOP("a text in quotes")},
        {QStringLiteral("number"), QT_TR_NOOP("a number")},
        {QStringLiteral("list"), QT_TR_NOOP("a list in square brackets")},
        {QStringLiteral("object"), QT_TR_NOOP("an object in braces")},
    };
    const char *const text = kTypes.value(word);
    return text == nullptr ? inLine(word) : tr(text);
}

bool isAboutKind(Error::Code code)
{
    return code == Error::Code::KindNeeds || code == Error::Code::KindRefuses;
}

/// The sentence of the rule that a template breaks, within the one that says where. It calls kinds and fields
/// as the file does.
QString brokenRule(const Error &error)
{
    const Error rule = {static_cast<Error::Code>(error.values.value(2).toInt()), error.values.mid(3)};
    if (!isAboutKind(rule.code))
        return sentence(rule);
    return fill(Errors::pattern(rule.code),
                {inLine(rule.values.value(0)), Errors::quoted(rule.values.value(1))});
}

/// Whether the second value is a place in a template.
bool isAboutPlace(Error::Code code)
{
    using enum Error::Code;
    return code == TemplateField || code == TemplateNeeds || code == TemplateType || code == TemplateWord ||
           code == TemplateReference || code == TemplateUnfit;
}

QStringList placedInTemplate(const Error &error, const QStringList &values)
{
    const QString place = values.value(1).isEmpty() ? Errors::topLevel() : values.value(1);
    QStringList all = {values.value(0), place};
    if (error.code == Error::Code::TemplateUnfit)
        return all << brokenRule(error);
    if (error.code == Error::Code::TemplateType)
        return all << Errors::jsonType(values.value(2));
    return all << values.value(2) << listed(error.values.mid(3));
}

bool endsInList(Error::Code code)
{
    return code == Error::Code::NameAmbiguous || code == Error::Code::WordUnknown ||
           code == Error::Code::FieldUnknown || code == Error::Code::ImportColumn;
}

/// Codes that tell of a day, which people read as they write it.
bool tellsDay(Error::Code code)
{
    using enum Error::Code;
    return code == DateInFuture || code == CycleInvalid || code == ValueExists || code == ValueMissing ||
           code == ImportDuplicate;
}

QString dayAsRead(const QString &value)
{
    const QDate day = QDate::fromString(value, Qt::ISODate);
    return day.isValid() ? shortDate(day, {}) : inLine(value);
}

QString actLabel(const QString &word)
{
    const std::optional<Act> act = fromWord<Act>(word);
    return act ? sentence(*act, {}, {}) : inLine(word);
}

template<class Choice>
QString labelAmong(const QString &word)
{
    const std::optional<Choice> choice = fromWord<Choice>(word);
    return choice ? label(*choice) : QString();
}

/// A word of the file as the window has it: a kind of key result, what is good for a KPI, a cadence.
QString choiceLabel(const QString &word)
{
    for (const QString &label : {labelAmong<KeyResultKind>(word), labelAmong<Direction>(word),
                                 labelAmong<Cadence>(word), labelAmong<Aggregate>(word)})
        if (!label.isEmpty())
            return label;
    return inLine(word);
}

QString sizeLabel(const QString &bytes)
{
    bool isNumber = false;
    const qint64 size = bytes.toLongLong(&isNumber);
    return isNumber ? QLocale().formattedDataSize(size) : inLine(bytes);
}

QString asOptions(const QStringList &words)
{
    QStringList options;
    for (const QString &word : words)
        options.append(QStringLiteral("--") + inLine(word));
    return options.join(QStringLiteral(", "));
}

/// Values that the window writes in another way than the command line takes them; none for all others.
QStringList placedInWindow(const Error &error)
{
    const QStringList &values = error.values;
    if (error.code == Error::Code::FileTooLarge)
        return {inLine(values.value(0)), sizeLabel(values.value(1)), sizeLabel(values.value(2))};
    if (error.code == Error::Code::ImportDiffers)
        return {inLine(values.value(0)), Errors::attribute(values.value(1)), choiceLabel(values.value(2)),
                choiceLabel(values.value(3))};
    if (error.code == Error::Code::NumberInvalid)
        return {inLine(values.value(0)), QLocale().toString(1234.5, 'f', 1)};
    if (error.code == Error::Code::DateInvalid)
        return {inLine(values.value(0)), shortDate(QDate(2026, 11, 22), {})};
    return {};
}

/// The values of errors that the two doors name differently; none for all others.
QStringList placedFor(const Error &error, Door door)
{
    const bool isTyped = door == Door::CommandLine;
    const QStringList &values = error.values;
    if (isAboutKind(error.code) && isTyped)
        return {inLine(values.value(0)), asOptions(values.mid(1))};
    if (isAboutKind(error.code))
        return {choiceLabel(values.value(0)), Errors::field(values.value(1))};
    if (error.code == Error::Code::ImportMapping)
        return {isTyped ? asOptions(values) : listed(values)};
    return isTyped ? QStringList() : placedInWindow(error);
}
/// The values as the pattern names them: a list joined into its last place, a kind put into words.
QStringList placed(const Error &error, Door door)
{
    if (const QStringList own = placedFor(error, door); !own.isEmpty())
        return own;
    if (error.code == Error::Code::FieldUnknown)
        return {inLine(error.values.value(0)), error.values.mid(1).join(QStringLiteral(", "))};
    if (endsInList(error.code))
        return {inLine(error.values.value(0)), listed(error.values.mid(1))};
    if (error.code == Error::Code::WrongKind)
        return {inLine(error.values.value(0)), Errors::kind(error.values.value(1))};
    if (error.code == Error::Code::NotUndoable)
        return {actLabel(error.values.value(0))};

    const bool hasDays = door == Door::Window && tellsDay(error.code);
    QStringList values;
    for (const QString &value : error.values)
        values.append(hasDays ? dayAsRead(value) : inLine(value));
    return isAboutPlace(error.code) ? placedInTemplate(error, values) : values;
}

QString patternFor(const Error &error, Door door)
{
    const QString own = door == Door::CommandLine ? Errors::inTerminal(error.code) : QString();
    if (!own.isEmpty())
        return own;
    const QString variant = Errors::variant(error);
    return variant.isEmpty() ? Errors::pattern(error.code) : variant;
}

} // namespace

QString sentence(const Error &error, Door door)
{
    return fill(patternFor(error, door), placed(error, door)).simplified();
}

} // namespace milepost
