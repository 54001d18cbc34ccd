// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace milepost {

/// What a row of a board stands for.
enum class RowKind { Other, Objective, KeyResult, Kpi, Section };

/// How something stands, without saying how that looks.
enum class Tone { Neutral, Good, Attention, Bad };

/// The sign that stands before a status word, so that colour is never alone.
enum class Sign {
    None,
    Check,
    Exclamation,
    Triangle,
    Cross,
    Rising,
    Falling,
    Steady,
    Wave,
    Clock,
    Dash,
    Circle,
    Flag
};

/// A status as a word with a sign.
struct StatusFact
{
    QString word = {};
    Tone tone = Tone::Neutral;
    Sign sign = Sign::None;
    friend bool operator==(const StatusFact &, const StatusFact &) = default;
};

/// Progress as NUMBERS defines it; absent is drawn as no bar, never as an empty one.
struct ProgressFact
{
    std::optional<double> value = {};    ///< clamped, 0 to 1
    std::optional<double> raw = {};      ///< unclamped: below the start or beyond the target
    std::optional<double> expected = {}; ///< what the calendar asks for, 0 to 1
    friend bool operator==(const ProgressFact &, const ProgressFact &) = default;
};

/// The newest values of a series, oldest first and evenly spaced; an absent one is a gap.
struct SparklineFact
{
    QList<std::optional<double>> values = {};
    std::optional<double> target = {};
    bool isLowerBetter = false;
    Tone tone = Tone::Neutral;
    friend bool operator==(const SparklineFact &, const SparklineFact &) = default;
};

/// One who answers for a row.
struct OwnerFact
{
    QString name = {};
    QString initials = {}; ///< one to three characters
    quint64 seed = 0;      ///< the same person is always painted alike: the id
    friend bool operator==(const OwnerFact &, const OwnerFact &) = default;
};

/// When a row last got a value, and whether it is time for the next.
struct UpdateFact
{
    QDate date = {};
    bool isOverdue = false; ///< its last complete period has no value
    bool isDue = false;     ///< its running period has none yet
    friend bool operator==(const UpdateFact &, const UpdateFact &) = default;
};

/// What someone typed on a row, word for word: an editor hands it in under Qt::EditRole. A text by itself is
/// an entry with only a value.
struct TypedEntry
{
    QString value = {};
    QString date = {}; ///< blank: today
    QString note = {};
    QString confidence = {}; ///< 0 to 10, of key results only
    friend bool operator==(const TypedEntry &, const TypedEntry &) = default;
};

/// What an entry is understood as while it is being typed, or why it is not.
struct EntryReading
{
    enum class Field { Value, Date, Confidence };

    QString words = {};
    bool isRefused = false;
    Field field = Field::Value; ///< the one that is refused
    friend bool operator==(const EntryReading &, const EntryReading &) = default;
};

/// A part of a text.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// What models tell and delegates paint, beside Qt's own roles: Qt::DisplayRole is the text, Qt::EditRole
/// what may be typed instead of it, Qt::ToolTipRole what is said at length, Qt::AccessibleTextRole what is
/// read aloud.
enum CellRole : int {
    RowKindRole = Qt::UserRole + 1, ///< RowKind, of every column of the row
    SecondaryTextRole,              ///< QString: said after the title in softer ink
    OwnersRole,                     ///< QList<OwnerFact>
    ValueRole,                      ///< double, or an invalid QVariant where there is no value
    UnitRole,                       ///< QString
    ProgressRole,                   ///< ProgressFact
    SparklineRole,                  ///< SparklineFact
    StatusRole,                     ///< StatusFact
    UpdateRole,                     ///< UpdateFact
    OverdueActionsRole,             ///< int: how many actions about the row are overdue; of its title
    PendingRole,                    ///< bool: shown, but not committed yet
    SortRole,                       ///< what the column sorts by
    IdRole,                         ///< qint64: the record's id
    PlaceRole,                      ///< Place (ui/models/place.h): where one gets from here
    HeadingRole,                    ///< QString: said above the text of a note, as who wrote it
    EmphasisRole,                   ///< QList<TextSpan>: what stands out in the text
    FirstOwnRole                    ///< models count their own roles from here
};

} // namespace milepost

Q_DECLARE_METATYPE(milepost::RowKind)
Q_DECLARE_METATYPE(milepost::StatusFact)
Q_DECLARE_METATYPE(milepost::ProgressFact)
Q_DECLARE_METATYPE(milepost::SparklineFact)
Q_DECLARE_METATYPE(milepost::OwnerFact)
Q_DECLARE_METATYPE(milepost::UpdateFact)
Q_DECLARE_METATYPE(milepost::TypedEntry)
Q_DECLARE_METATYPE(milepost::TextSpan)
