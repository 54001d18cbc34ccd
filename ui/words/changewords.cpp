// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/changewords.h"

#include "core/domain/records/owner.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QCoreApplication>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

class Changes
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Changes)

public:
    static QString nameOfField(const QString &field);
    static QString fieldChanged() { return tr("%1: %2 → %3", "%1 is a field, %2 and %3 its values"); }
    static QString nothing() { return tr("nothing"); }
    static QString unseen() { return tr("something else"); }
    static QString yes() { return tr("yes"); }
    static QString no() { return tr("no"); }
    static QString valueOn() { return tr("%1 on %2", "a value and a day"); }
    static QString valueChanged() { return tr("%1 → %2 on %3", "two values and a day"); }
    static QString valueGone() { return tr("%1 on %2 is gone", "a value and a day"); }
    static QString noteOn() { return tr("Note on %1: %2", "a day and a text"); }
    static QString targetFrom() { return tr("%1 from %2", "a target and a day"); }
    static QString targetAlways() { return tr("%1 from the beginning", "a target"); }
    static QString targetGone() { return tr("The target %1 is gone"); }
    static QString quoted() { return tr("“%1”"); }
    static QString gone() { return tr("“%1” is gone"); }
    static QString withReason() { return tr("%1: %2", "a change and its reason"); }
};

QString Changes::nameOfField(const QString &field)
{
    const QHash<QString, QString> names = {
        {u"board_id"_s, tr("Board")},
        {u"objective_id"_s, tr("Objective")},
        {u"parent_id"_s, tr("Contributes to")},
        {u"name"_s, tr("Title")},
        {u"title"_s, tr("Title")},
        {u"why"_s, tr("Why")},
        {u"kind"_s, tr("Kind")},
        {u"weight"_s, tr("Weight")},
        {u"owners"_s, tr("Owners")},
        {u"owner_id"_s, tr("Owner")},
        {u"archived"_s, tr("Archived")},
        {u"grade"_s, tr("Grade")},
        {u"start"_s, tr("From")},
        {u"target"_s, tr("To")},
        {u"low"_s, tr("At least")},
        {u"high"_s, tr("At most")},
        {u"commit_level"_s, tr("Commit")},
        {u"stretch"_s, tr("Stretch")},
        {u"unit"_s, tr("Unit")},
        {u"cadence"_s, tr("Cadence")},
        {u"kpi_id"_s, tr("Follows KPI")},
        {u"phases"_s, tr("Phases")},
        {u"good"_s, tr("Good is")},
        {u"aggregate"_s, tr("Long periods")},
        {u"amber"_s, tr("Amber within")},
        {u"definition"_s, tr("Measured")},
        {u"source"_s, tr("Source")},
        {u"nature"_s, tr("Output or process")},
        {u"timing"_s, tr("Leading or lagging")},
        {u"guardrail_id"_s, tr("Guardrail")},
        {u"formula"_s, tr("Formula")},
        {u"due"_s, tr("Due")},
        {u"done"_s, tr("Done")},
        {u"note"_s, tr("Note")},
        {u"confidence"_s, tr("Confidence")},
    };
    return names.value(field);
}

/// Tells of one row.
class Step
{
public:
    Step(const RowStep &step, const StepReading &reading) : m_step(step), m_reading(reading) {}

    QStringList lines() const
    {
        if (m_step.table == u"measurement"_s || m_step.table == u"check_in"_s)
            return valueLines();
        if (m_step.table == u"target"_s)
            return {targetLine()};
        if (m_step.table == u"comment"_s)
            return {fill(m_step.exists ? Changes::quoted() : Changes::gone(),
                         {inLine(fields().value(u"text"_s).toString())})};
        if (m_step.existed && m_step.exists)
            return fieldLines();
        if (m_step.table == u"action"_s)
            return {fill(m_step.exists ? Changes::quoted() : Changes::gone(),
                         {inLine(fields().value(u"title"_s).toString())})};
        return {};
    }

private:
    const QVariantMap &fields() const { return m_step.exists ? m_step.after : m_step.before; }

    QString numberText(const QVariant &number) const { return figure(number.toDouble(), m_reading.unit); }

    QString dayText(const QVariant &day) const
    {
        return shortDate(QDate::fromString(day.toString(), Qt::ISODate), m_reading.today);
    }

    QString nameText(qint64 id) const
    {
        const QString name = m_reading.nameOf ? m_reading.nameOf(id) : QString();
        return name.isEmpty() ? Changes::unseen() : inLine(name);
    }

    QString ownersText(const QString &text) const
    {
        QList<Owner> owners;
        if (!Codec<QList<Owner>>::read(Text{text.toUtf8()}, owners))
            return text;
        QStringList names;
        for (const Owner &owner : owners)
            names << nameText(owner.person.isValid() ? owner.person.value() : owner.team.value());
        return listed(names);
    }

    template<class Choice>
    static QString choiceText(const QString &word)
    {
        const std::optional<Choice> choice = fromWord<Choice>(word);
        return choice ? label(*choice) : word;
    }

    QString wordText(const QString &field, const QString &word) const
    {
        if (field == u"kind"_s)
            return m_step.table == u"objective"_s ? choiceText<ObjectiveKind>(word)
                                                  : choiceText<KeyResultKind>(word);
        if (field == u"cadence"_s)
            return choiceText<Cadence>(word);
        if (field == u"good"_s)
            return choiceText<Direction>(word);
        if (field == u"aggregate"_s)
            return choiceText<Aggregate>(word);
        if (field == u"nature"_s)
            return choiceText<Nature>(word);
        return field == u"timing"_s ? choiceText<Timing>(word) : inLine(word);
    }

    // A field that has its default is not there: choices have a word for that too.
    static QString defaultText(const QString &field, const QString &table)
    {
        if (field == u"kind"_s)
            return table == u"objective"_s ? label(ObjectiveKind::Committed) : label(KeyResultKind::Reach);
        if (field == u"cadence"_s)
            return label(Cadence::Month);
        if (field == u"good"_s)
            return label(Direction::Up);
        if (field == u"aggregate"_s)
            return label(Aggregate::Last);
        return field == u"archived"_s || field == u"done"_s ? Changes::no() : Changes::nothing();
    }

    QString textOf(const QString &field, const QVariant &value) const
    {
        if (!value.isValid())
            return defaultText(field, m_step.table);
        if (field.endsWith(u"_id"_s))
            return nameText(value.toLongLong());
        if (field == u"archived"_s || field == u"done"_s)
            return value.toBool() ? Changes::yes() : Changes::no();
        if (field == u"owners"_s)
            return ownersText(value.toString());
        if (field == u"due"_s)
            return dayText(value);
        if (field == u"weight"_s || field == u"grade"_s || field == u"confidence"_s)
            return figure(value.toDouble());
        return value.typeId() == QMetaType::Double ? numberText(value) : wordText(field, value.toString());
    }

    QStringList fieldLines() const
    {
        QStringList names = m_step.before.keys() + m_step.after.keys();
        names.removeDuplicates();
        QStringList lines;
        for (const QString &field : std::as_const(names)) {
            const QVariant before = m_step.before.value(field);
            const QVariant after = m_step.after.value(field);
            const QString name = Changes::nameOfField(field);
            if (before != after && !name.isEmpty())
                lines << fill(Changes::fieldChanged(), {name, textOf(field, before), textOf(field, after)});
        }
        return lines;
    }

    QString valueText(const QVariantMap &values) const
    {
        if (values.contains(u"value"_s))
            return numberText(values.value(u"value"_s));
        const double denominator = values.value(u"denominator"_s).toDouble();
        if (denominator == 0)
            return Changes::nothing();
        return numberText(values.value(u"numerator"_s).toDouble() / denominator);
    }

    QStringList valueLines() const
    {
        const QString day = dayText(fields().value(u"date"_s));
        if (!m_step.exists)
            return {fill(Changes::valueGone(), {valueText(m_step.before), day})};
        QStringList lines;
        const QString after = valueText(m_step.after);
        if (!m_step.existed)
            lines << fill(Changes::valueOn(), {after, day});
        else if (valueText(m_step.before) != after)
            lines << withReason(fill(Changes::valueChanged(), {valueText(m_step.before), after, day}));
        const QString note = m_step.after.value(u"note"_s).toString();
        if (!note.isEmpty() && note != m_step.before.value(u"note"_s).toString())
            lines << fill(Changes::noteOn(), {day, inLine(note)});
        return lines;
    }

    QString withReason(const QString &line) const
    {
        const QString reason = m_step.after.value(u"reason"_s).toString();
        return reason.isEmpty() ? line : fill(Changes::withReason(), {line, inLine(reason)});
    }

    QString targetLine() const
    {
        const QVariantMap &target = fields();
        const QString text =
            target.contains(u"low"_s) || target.contains(u"high"_s)
                ? band(target.value(u"low"_s).toDouble(), target.value(u"high"_s).toDouble(), m_reading.unit)
                : milepost::target(target.value(u"value"_s).toDouble(), m_reading.direction, m_reading.unit);
        if (!m_step.exists)
            return fill(Changes::targetGone(), {text});
        const QString from = dayText(target.value(u"valid_from"_s));
        return from.isEmpty() ? fill(Changes::targetAlways(), {text})
                              : fill(Changes::targetFrom(), {text, from});
    }

    const RowStep &m_step;
    const StepReading &m_reading;
};

} // namespace

StepReading readingOf(const WorkingSet &state, qint64 thing)
{
    StepReading reading;
    if (const Kpi *kpi = state.find(KpiId(thing))) {
        reading.unit = kpi->unit;
        reading.direction = kpi->direction;
    } else if (const KeyResult *keyResult = state.find(KeyResultId(thing))) {
        reading.unit = keyResult->unit;
    }
    return reading;
}

QStringList linesOf(const RowStep &step, const StepReading &reading)
{
    return Step(step, reading).lines();
}

} // namespace milepost
