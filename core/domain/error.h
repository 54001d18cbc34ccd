// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace milepost {

/// Why something that could be expected to fail did. The code is for the program and chooses the sentence
/// (ui/words/errors.cpp has one for each); the values fill it in; the detail is for the log.
struct Error
{
    enum class Code {
        // The file
        FileMissing,       ///< %1 path
        FileExists,        ///< %1 path
        SourceMissing,     ///< %1 path of a file to read from
        FileIsDirectory,   ///< %1 path
        FileIsDevice,      ///< %1 path: a device or a pipe
        FileTooLarge,      ///< %1 path, %2 bytes there are, %3 bytes allowed
        FileUnreadable,    ///< %1 path, %2 the system's reason
        FileUnwritable,    ///< %1 path, %2 the system's reason
        FileEmpty,         ///< %1 path
        NotAWorkspace,     ///< %1 path
        WorkspaceDamaged,  ///< %1 path, %2 what SQLite said
        WorkspaceUnsound,  ///< %1 path: what does not verify is not copied
        WorkspaceNewer,    ///< %1 path, %2 version needed
        WorkspaceLocked,   ///< %1 path
        WorkspaceReplaced, ///< %1 path: it names another file by now, or none
        LocksUnseen,       ///< %1 path, %2 whose lock is not seen; "" if another took our place
        PlaceUnfit,        ///< %1 path, %2 what makes its place unfit for several writers
        DiskFull,          ///< %1 path
        WriteUnknown,      ///< %1 path: the file answers no longer, so nobody knows whether it was written
        StorageFailed,     ///< %1 path, %2 what SQLite said
        RowDamaged,        ///< %1 table, %2 id
        NotConnected,      ///< nothing is open

        // Names and texts
        NameEmpty,      ///<
        NameControl,    ///< %1 code point, as U+0000
        TextEmpty,      ///<
        TextControl,    ///< %1 code point; in a file also %2 file, %3 line
        TextNotUnicode, ///<
        NameTooLong,    ///< %1 characters there are, %2 characters allowed
        TextTooLong,    ///< %1 characters there are, %2 characters allowed
        NameTaken,      ///< %1 name
        NameUnknown,    ///< %1 what was asked for
        NameAmbiguous,  ///< %1 name, then the candidates
        WrongKind,      ///< %1 name, %2 what it is, as a kind word

        // Numbers and dates
        NumberInvalid,     ///< %1 text
        NumberTooLarge,    ///< %1 text
        NumberTooSmall,    ///< %1 text: not 0, and too close to it to be kept
        DateInvalid,       ///< %1 text
        DateInFuture,      ///< %1 date, %2 today
        RangeReversed,     ///< %1 low, %2 high
        WeightInvalid,     ///< %1 text; weights are 0 or more
        ConfidenceInvalid, ///< %1 text; 0 to 10
        OutOfRange,        ///< %1 text, %2 low, %3 high; "" for no end
        GradeInvalid,      ///< %1 text; 0 to 1 with one decimal
        WordUnknown,       ///< %1 word, then the words allowed
        FieldUnknown,      ///< %1 field, then the fields allowed

        // Rules
        NotAllowed,      ///< %1 name of the board, %2 the role that it takes
        VisitorWrites,   ///< nobody has joined under this profile
        PersonLeft,      ///< %1 name
        AlreadyMember,   ///< %1 name
        NotShared,       ///< %1 board, %2 person or team
        LastOwner,       ///< %1 board
        CycleInvalid,    ///< %1 from, %2 to
        TeamLoop,        ///< %1 team
        ObjectiveLoop,   ///< %1 objective
        ObjectiveBarred, ///< %1 objective: a loop of which the asker does not see all
        KindNeeds,   ///< %1 kind, %2 the field it needs: from, to, low, high, commit, stretch, part, target
        KindRefuses, ///< %1 kind, %2 the field it has no use for
        LevelsOutOfOrder, ///< commit, target and stretch must lie in one direction
        NeedsRatio,       ///< %1 KPI: numerator and denominator expected
        NoRatio,          ///< %1 KPI: a plain value expected
        ZeroDenominator,  ///< %1 KPI
        ValueExists,      ///< %1 name, %2 date, %3 existing value
        ValueMissing,     ///< %1 name, %2 date
        ReasonMissing,    ///< a correction needs a reason
        DrivenByKpi,      ///< %1 key result, %2 KPI
        HasParts,         ///< %1 key result: record one of its parts
        NoConfidence,     ///< %1 KPI: confidence is for key results
        PrivateMetric,    ///< %1 KPI of a private board
        FormulaInvalid,   ///< %1 formula, %2 position of what does not fit, from 1
        NothingToUndo,    ///<
        NothingToRedo,    ///<
        Conflict,         ///< %1 name of what it is about, %2 who has changed it meanwhile
        TouchedSince,     ///< %1 sequence of the entry that stands in the way
        NotUndoable,      ///< %1 what
        UndoUnseen,       ///< the board that the act was about is no longer shared with the asker
        NothingChanges,   ///<
        InUse,            ///< %1 name, %2 what uses it; "" if the asker may not see that
        NotSeenWhole,     ///< a whole copy needs someone who sees every board

        // Importing
        ImportMapping,    ///< the roles of columns that are missing, or do not go together: date, value,
                          ///< numerator, denominator, name, series; or date-format
        ImportNoHeading,  ///< %1 file
        ImportColumn,     ///< %1 column, then the columns there are
        ImportRagged,     ///< %1 fields found, %2 expected
        ImportQuote,      ///< %1 line where the quoted field begins
        ImportNumber,     ///< %1 text, %2 column
        ImportDate,       ///< %1 text, %2 column
        ImportDateOrder,  ///< %1 text, %2 column, %3 line: day or month first? the whole column does not tell
        ImportDatesMixed, ///< %1 text with the day first, %2 column, %3 line, %4 text with the month first,
                          ///< %5 its line
        ImportHalfRatio,  ///< %1 column that is blank
        ImportDuplicate,  ///< %1 series, %2 date, %3 first line with it
        ImportNoSeries,   ///< %1 column: a blank series
        ImportDiffers,    ///< %1 KPI, or board that is archived, %2 attribute, %3 theirs, %4 ours
        ImportRefused,    ///< %1 count, %2 first line, %3 first reason
        ImportEmpty,      ///< %1 file: a heading without rows
        ImportNoMatch,    ///< %1 file, %2 text, %3 column: no row has it there
        ImportFiltered,   ///< %1 file, %2 filters that no row passes together
        ImportCombine,    ///< ratios can only be summed
        ImportTwoKpis,    ///< %1 name: two columns or series of one name
        ImportEncoding,   ///< %1 file, %2 line
        Cancelled,        ///<

        // Restoring
        RestoreMalformed, ///< %1 file, %2 where, %3 what
        RestoreUnfit,     ///< %1 file, %2 table, %3 id
        BackupForeign,    ///< %1 path of the backup: it is of another workspace
        BackupUnsound,    ///< %1 path of the backup: it does not verify

        // Templates
        TemplateForeign,   ///< %1 file: no template
        TemplateNewer,     ///< %1 file, %2 its version
        TemplateSyntax,    ///< %1 file, %2 line, %3 column
        TemplateField,     ///< %1 file, %2 place, %3 field that is not known, then the fields there are
        TemplateNeeds,     ///< %1 file, %2 place, %3 field that is missing
        TemplateType,      ///< %1 file, %2 place, %3 text, number, list or object: what has to stand there
        TemplateWord,      ///< %1 file, %2 place, %3 word, then the words allowed
        TemplateReference, ///< %1 file, %2 place, %3 KPI that is not in it
        TemplateUnfit,     ///< %1 file, %2 place, then a rule's error: the number of its code, and its values
        TemplateTooLarge,  ///< %1 file or board, %2 rows there are, %3 rows allowed

        Usage, ///< %1 what is wrong with the arguments
    };

    Code code = Code::StorageFailed;
    QStringList values = {};
    QString detail = {};

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace milepost
