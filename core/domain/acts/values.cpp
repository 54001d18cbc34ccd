// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/values.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/rights.h"

#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

QString textOf(double value)
{
    return QString::number(value, 'g', 15);
}

QString textOf(const Measurement &measurement)
{
    if (measurement.value)
        return textOf(*measurement.value);
    return textOf(measurement.numerator.value_or(0)) + u" / "_s + textOf(measurement.denominator.value_or(0));
}

// Whoever answers for a number may update it, also without the right to edit the rest of the board.
Done requireRecorder(const Situation &in, BoardId board, const QList<Owner> &owners)
{
    return require(in.state, in.asker, board,
                   isAmong(in.state, in.asker, owners) ? Role::Viewer : Role::Editor);
}

Done checkDate(const Situation &in, QDate date)
{
    if (!date.isValid())
        return Error{Error::Code::DateInvalid, {QString()}};
    if (date > in.today)
        return Error{Error::Code::DateInFuture, {date.toString(Qt::ISODate), in.today.toString(Qt::ISODate)}};
    return {};
}

Done checkMeasurement(const Kpi &kpi, const GivenValue &given)
{
    if (given.confidence)
        return Error{Error::Code::NoConfidence, {kpi.name}};
    const bool isRatio = kpi.aggregate == Aggregate::Ratio;
    if (isRatio && (!given.numerator || !given.denominator || given.value))
        return Error{Error::Code::NeedsRatio, {kpi.name}};
    if (!isRatio && (given.numerator || given.denominator || !given.value))
        return Error{Error::Code::NoRatio, {kpi.name}};
    if (isRatio && *given.denominator == 0)
        return Error{Error::Code::ZeroDenominator, {kpi.name}};
    if (!isRatio)
        return {};
    const double ratio = *given.numerator / *given.denominator;
    const QString text = textOf(*given.numerator) + u" / "_s + textOf(*given.denominator);
    if (!std::isfinite(ratio))
        return Error{Error::Code::NumberTooLarge, {text}};
    if (ratio == 0 && *given.numerator != 0)
        return Error{Error::Code::NumberTooSmall, {text}};
    return {};
}

// The words that a person types are read as finite numbers; a program may hand in anything.
Done checkFinite(const GivenValue &given)
{
    for (const auto &number : {given.value, given.numerator, given.denominator, given.confidence})
        if (number && !std::isfinite(*number))
            return Error{Error::Code::NumberInvalid, {textOf(*number)}};
    return {};
}

bool isSameValue(const Measurement &present, const GivenValue &given)
{
    return present.value == given.value && present.numerator == given.numerator &&
           present.denominator == given.denominator;
}

template<class Record>
void addDetails(Draft &draft, Id<Record> subject, const GivenValue &given)
{
    draft.values = subjectValues(subject);
    draft.values.insert(u"date"_s, given.date.toString(Qt::ISODate));
}

Result<Draft> recordMeasurement(Situation &in, const GivenValue &given, const QString &note)
{
    const Kpi &kpi = *in.state.find(given.kpi);
    if (const Done done = requireRecorder(in, kpi.board, kpi.owners); !done)
        return done.error();
    if (const Done done = checkMeasurement(kpi, given); !done)
        return done.error();
    const Series series = in.state.seriesOf(kpi.id);
    if (const Measurement *present = series.at(given.date)) {
        if (!isSameValue(*present, given))
            return Error{Error::Code::ValueExists,
                         {kpi.name, given.date.toString(Qt::ISODate), textOf(*present)}};
        if (note.isEmpty() || note == present->note)
            return nothingToDo(Act::Record);
        Measurement noted = *present;
        noted.note = note;
        Draft draft = changed(Act::Record, noted);
        addDetails(draft, kpi.id, given);
        return draft;
    }
    Measurement measurement;
    measurement.id = in.ids.next<Measurement>();
    measurement.kpi = kpi.id;
    measurement.date = given.date;
    measurement.value = given.value;
    measurement.numerator = given.numerator;
    measurement.denominator = given.denominator;
    measurement.note = note;
    Draft draft = added(Act::Record, measurement);
    addDetails(draft, kpi.id, given);
    return draft;
}

Result<Draft> correctMeasurement(Situation &in, const GivenValue &given, const QString &note,
                                 const QString &reason)
{
    const Kpi &kpi = *in.state.find(given.kpi);
    if (const Done done = requireRecorder(in, kpi.board, kpi.owners); !done)
        return done.error();
    if (const Done done = checkMeasurement(kpi, given); !done)
        return done.error();
    const Series series = in.state.seriesOf(kpi.id);
    const Measurement *present = series.at(given.date);
    if (!present)
        return Error{Error::Code::ValueMissing, {kpi.name, given.date.toString(Qt::ISODate)}};
    if (isSameValue(*present, given))
        return nothingToDo(Act::Correct);
    Measurement corrected = *present;
    corrected.value = given.value;
    corrected.numerator = given.numerator;
    corrected.denominator = given.denominator;
    corrected.reason = reason;
    if (!note.isEmpty())
        corrected.note = note;
    Draft draft = changed(Act::Correct, corrected);
    addDetails(draft, kpi.id, given);
    return draft;
}

Done checkCheckIn(const WorkingSet &state, const KeyResult &keyResult, const GivenValue &given)
{
    if (const Kpi *kpi = state.find(keyResult.kpi))
        return Error{Error::Code::DrivenByKpi, {keyResult.title, kpi->name}};
    if (!given.part.isValid() && !state.of<MilestonePart>().of(keyResult.id).isEmpty())
        return Error{Error::Code::HasParts, {keyResult.title}};
    if (given.numerator || given.denominator || !given.value)
        return Error{Error::Code::NoRatio, {keyResult.title}};
    if (keyResult.kind == KeyResultKind::Milestone && (*given.value < 0 || *given.value > 1))
        return Error{Error::Code::OutOfRange, {textOf(*given.value), u"0"_s, u"1"_s}};
    if (given.confidence && (*given.confidence < 0 || *given.confidence > 10))
        return Error{Error::Code::ConfidenceInvalid, {textOf(*given.confidence)}};
    return {};
}

const CheckIn *checkInOn(const WorkingSet &state, const GivenValue &given, KeyResultId keyResult)
{
    for (const CheckIn *checkIn : state.of<CheckIn>().of(keyResult))
        if (checkIn->part == given.part && checkIn->date == given.date)
            return checkIn;
    return nullptr;
}

// With a new note or confidence and the same value, only those change.
Result<Draft> repeatCheckIn(const KeyResult &keyResult, const CheckIn &present, const GivenValue &given,
                            const QString &note)
{
    if (present.value != *given.value)
        return Error{Error::Code::ValueExists,
                     {keyResult.title, given.date.toString(Qt::ISODate), textOf(present.value)}};
    CheckIn again = present;
    if (given.confidence)
        again.confidence = given.confidence;
    if (!note.isEmpty())
        again.note = note;
    if (again == present)
        return nothingToDo(Act::Record);
    Draft draft = changed(Act::Record, again);
    addDetails(draft, keyResult.id, given);
    return draft;
}

Result<Draft> recordCheckIn(Situation &in, const KeyResult &keyResult, const GivenValue &given,
                            const QString &note)
{
    if (const CheckIn *present = checkInOn(in.state, given, keyResult.id))
        return repeatCheckIn(keyResult, *present, given, note);
    CheckIn checkIn;
    checkIn.id = in.ids.next<CheckIn>();
    checkIn.keyResult = keyResult.id;
    checkIn.part = given.part;
    checkIn.date = given.date;
    checkIn.value = *given.value;
    checkIn.confidence = given.confidence;
    checkIn.note = note;
    Draft draft = added(Act::Record, checkIn);
    addDetails(draft, keyResult.id, given);
    return draft;
}

Result<Draft> correctCheckIn(Situation &in, const KeyResult &keyResult, const GivenValue &given,
                             const QString &note, const QString &reason)
{
    const CheckIn *present = checkInOn(in.state, given, keyResult.id);
    if (!present)
        return Error{Error::Code::ValueMissing, {keyResult.title, given.date.toString(Qt::ISODate)}};
    if (present->value == *given.value)
        return nothingToDo(Act::Correct);
    CheckIn corrected = *present;
    corrected.value = *given.value;
    corrected.reason = reason;
    if (given.confidence)
        corrected.confidence = given.confidence;
    if (!note.isEmpty())
        corrected.note = note;
    Draft draft = changed(Act::Correct, corrected);
    addDetails(draft, keyResult.id, given);
    return draft;
}

Result<const KeyResult *> keyResultOf(const Situation &in, const GivenValue &given)
{
    const MilestonePart *part = in.state.find(given.part);
    if (given.part.isValid() && !part)
        return Error{Error::Code::NameUnknown, {given.part.toString()}};
    const KeyResult *keyResult = in.state.find(part ? part->keyResult : given.keyResult);
    if (!keyResult)
        return Error{Error::Code::NameUnknown, {given.keyResult.toString()}};
    const Objective *objective = in.state.find(keyResult->objective);
    QList<Owner> owners = keyResult->owners;
    if (owners.isEmpty() && objective)
        owners = objective->owners;
    if (const Done done = requireRecorder(in, in.state.boardOf(keyResult->id), owners); !done)
        return done.error();
    if (const Done done = checkCheckIn(in.state, *keyResult, given); !done)
        return done.error();
    return keyResult;
}

} // namespace

Result<Draft> recordValue(Situation &in, const GivenValue &given)
{
    if (const Done done = checkDate(in, given.date); !done)
        return done.error();
    if (const Done done = checkFinite(given); !done)
        return done.error();
    const Result<QString> note = cleanText(given.note);
    if (!note)
        return note.error();
    if (given.kpi.isValid())
        return in.state.find(given.kpi)
                   ? recordMeasurement(in, given, *note)
                   : Result<Draft>(Error{Error::Code::NameUnknown, {given.kpi.toString()}});
    const Result<const KeyResult *> keyResult = keyResultOf(in, given);
    return keyResult ? recordCheckIn(in, **keyResult, given, *note) : Result<Draft>(keyResult.error());
}

Result<Draft> correctValue(Situation &in, const GivenValue &given)
{
    const Result<QString> reason = cleanText(given.reason);
    if (!reason)
        return reason.error();
    if (reason->trimmed().isEmpty())
        return Error{Error::Code::ReasonMissing};
    if (const Done done = checkDate(in, given.date); !done)
        return done.error();
    if (const Done done = checkFinite(given); !done)
        return done.error();
    const Result<QString> note = cleanText(given.note);
    if (!note)
        return note.error();
    if (given.kpi.isValid())
        return in.state.find(given.kpi)
                   ? correctMeasurement(in, given, *note, *reason)
                   : Result<Draft>(Error{Error::Code::NameUnknown, {given.kpi.toString()}});
    const Result<const KeyResult *> keyResult = keyResultOf(in, given);
    return keyResult ? correctCheckIn(in, **keyResult, given, *note, *reason)
                     : Result<Draft>(keyResult.error());
}

namespace {

/// What a value is of, and when.
QString placeOf(const GivenValue &given)
{
    return given.kpi.toString() + u' ' + given.keyResult.toString() + u' ' + given.part.toString() + u' ' +
           given.date.toString(Qt::ISODate);
}

/// The last one of each thing and day, in the order in which they were given.
QList<GivenValue> lastOfEach(const QList<GivenValue> &values)
{
    QHash<QString, qsizetype> last;
    for (qsizetype i = 0; i < values.size(); ++i)
        last.insert(placeOf(values[i]), i);
    QList<GivenValue> kept;
    for (qsizetype i = 0; i < values.size(); ++i)
        if (last.value(placeOf(values[i])) == i)
            kept.append(values[i]);
    return kept;
}

BoardId boardOf(const WorkingSet &state, const GivenValue &given)
{
    if (given.kpi.isValid())
        return state.boardOf(given.kpi);
    const MilestonePart *part = state.find(given.part);
    return state.boardOf(part ? part->keyResult : given.keyResult);
}

/// Takes over what one value does.
void append(Edits &edits, const Edits &more)
{
    for (const Measurement &row : more.of<Measurement>().added)
        edits.add(row);
    for (const Measurement &row : more.of<Measurement>().changed)
        edits.change(row);
    for (const CheckIn &row : more.of<CheckIn>().added)
        edits.add(row);
    for (const CheckIn &row : more.of<CheckIn>().changed)
        edits.change(row);
}

} // namespace

Result<Draft> recordValues(Situation &in, const QList<GivenValue> &values, const QString &reason)
{
    Draft all;
    all.act = Act::Paste;
    qint64 count = 0;
    for (GivenValue &given : lastOfEach(values)) {
        const std::optional<PresentValue> present = presentValue(in.state, given);
        if (present && !present->isSame)
            given.reason = reason;
        const Result<Draft> one =
            present && !present->isSame ? correctValue(in, given) : recordValue(in, given);
        if (!one)
            return one.error();
        if (one->nothingToDo)
            continue;
        append(all.edits, one->edits);
        ++count;
    }
    if (values.isEmpty() || count == 0)
        return nothingToDo(Act::Paste);
    all.values = subjectValues(boardOf(in.state, values.first()));
    all.values.insert(u"count"_s, QString::number(count));
    return all;
}

ValuesSummary summaryOf(const WorkingSet &state, const QList<GivenValue> &values)
{
    ValuesSummary summary;
    for (const GivenValue &given : lastOfEach(values)) {
        const std::optional<PresentValue> present = presentValue(state, given);
        if (!present)
            ++summary.added;
        else
            ++(present->isSame ? summary.same : summary.corrected);
    }
    return summary;
}

QList<KpiId> seriesNeededBy(const QList<GivenValue> &values)
{
    QSet<KpiId> kpis;
    for (const GivenValue &given : values)
        if (given.kpi.isValid())
            kpis.insert(given.kpi);
    return kpis.values();
}

std::optional<PresentValue> presentValue(const WorkingSet &state, const GivenValue &given)
{
    if (given.kpi.isValid()) {
        const Measurement *present = state.seriesOf(given.kpi).at(given.date);
        if (!present)
            return std::nullopt;
        const double value = present->value
                                 ? *present->value
                                 : present->numerator.value_or(0) / present->denominator.value_or(1);
        return PresentValue{value, isSameValue(*present, given)};
    }
    const MilestonePart *part = state.find(given.part);
    const CheckIn *present = checkInOn(state, given, part ? part->keyResult : given.keyResult);
    return present ? std::optional(PresentValue{present->value, present->value == given.value})
                   : std::nullopt;
}

QList<KpiId> seriesNeededBy(const GivenValue &given)
{
    return given.kpi.isValid() ? QList<KpiId>{given.kpi} : QList<KpiId>();
}

} // namespace milepost
