// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inspected.h"

#include "core/domain/rights.h"
#include "ui/models/rowmaker.h"
#include "ui/models/statusfacts.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QCoreApplication>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Inspected)

public:
    static QString kpi() { return tr("KPI"); }
    static QString objective() { return tr("Objective"); }
    static QString keyResult() { return tr("Key result"); }
    static QString part() { return tr("Part of “%1”"); }
    static QString titleLabel() { return tr("Title"); }
    static QString ownersLabel() { return tr("Owners"); }
    static QString noOwner() { return tr("Nobody yet"); }
    static QString measured() { return tr("Measured"); }
    static QString measuredHint() { return tr("What is measured, and how?"); }
    static QString source() { return tr("Source"); }
    static QString sourceHint() { return tr("Where does the number come from?"); }
    static QString cadence() { return tr("Cadence"); }
    static QString unit() { return tr("Unit"); }
    static QString good() { return tr("Good is"); }
    static QString aggregate() { return tr("Long periods", "how values make one of a longer period"); }
    static QString amber() { return tr("Amber within", "by how much a target may be missed"); }
    static QString nature() { return tr("Output or process"); }
    static QString timing() { return tr("Leading or lagging"); }
    static QString guardrail() { return tr("Guardrail"); }
    static QString guardrailHint() { return tr("Which KPI keeps this one honest?"); }
    static QString why() { return tr("Why"); }
    static QString whyHint() { return tr("Why does it matter now?"); }
    static QString kind() { return tr("Kind"); }
    static QString weight() { return tr("Weight"); }
    static QString parent() { return tr("Contributes to"); }
    static QString parentHint() { return tr("Which objective does it serve?"); }
    static QString grade() { return tr("Grade"); }
    static QString gradeHint() { return tr("0 to 1, at the end of the cycle"); }
    static QString from() { return tr("From"); }
    static QString to() { return tr("To"); }
    static QString threshold() { return tr("Threshold"); }
    static QString low() { return tr("At least"); }
    static QString high() { return tr("At most"); }
    static QString commit() { return tr("Commit"); }
    static QString stretch() { return tr("Stretch"); }
    static QString driver() { return tr("Follows KPI"); }
    static QString driverHint() { return tr("None: values are typed here"); }
    static QString unsaid() { return tr("Not said"); }
    static QString one() { return tr("1, as all others"); }
};

/// Makes the fields of one thing.
class Fields
{
public:
    Fields(const WorkingSet &state, const WorkingSet &rights, PersonId reader, bool isEditable)
        : m_state(state)
        , m_rights(rights)
        , m_reader(reader)
        , m_isEditable(isEditable)
    {
    }

    FieldFact line(const char *name, const QString &label, const QString &text,
                   const QString &hint = {}) const
    {
        return make(FieldFact::Kind::Line, name, label, text, text, hint);
    }
    FieldFact text(const char *name, const QString &label, const QString &text,
                   const QString &hint = {}) const
    {
        return make(FieldFact::Kind::Text, name, label, text, text, hint);
    }
    FieldFact number(const char *name, const QString &label, std::optional<double> value,
                     const QString &unit = {}, const QString &hint = {}) const
    {
        return make(FieldFact::Kind::Number, name, label, value ? figure(*value, unit) : QString(),
                    value ? typedFigure(*value, unit) : QString(), hint);
    }
    FieldFact owners(const QList<Owner> &owners) const
    {
        const QString names = namesOf(ownerFacts(m_state, owners));
        FieldFact fact =
            make(FieldFact::Kind::Names, "owner", Words::ownersLabel(), names, names, Words::noOwner());
        fact.completes = Completes::Owners;
        return fact;
    }
    /// What the reader may not see is as if it were not there.
    template<class Record>
    FieldFact reference(const char *name, const QString &label, Id<Record> id, Completes completes,
                        const QString &hint) const
    {
        const Record *record = m_state.find(id);
        const bool isSeen = record && canSee(m_rights, m_reader, record->board);
        const std::optional<Named> named = isSeen ? nameOf(m_state, id.value()) : std::nullopt;
        const QString text = named ? named->name : QString();
        FieldFact fact = make(FieldFact::Kind::Names, name, label, text, text, hint);
        fact.completes = completes;
        return fact;
    }
    template<class Choice>
    FieldFact choice(const char *name, const QString &label, Choice value) const
    {
        FieldFact fact = make(FieldFact::Kind::Choice, name, label, labelOf(value), wordOf(value), {});
        for (const QString &word : allWords<Choice>())
            fact.choices.append({word, labelOf(*fromWord<Choice>(word))});
        return fact;
    }

private:
    template<class Choice>
    static QString labelOf(Choice value)
    {
        const QString text = label(value);
        return text.isEmpty() ? Words::unsaid() : text;
    }

    FieldFact make(FieldFact::Kind kind, const char *name, const QString &label, const QString &shown,
                   const QString &typed, const QString &hint) const
    {
        FieldFact fact;
        fact.kind = kind;
        fact.name = QString::fromLatin1(name);
        fact.label = label;
        fact.shown = shown;
        fact.typed = typed;
        fact.hint = hint;
        fact.isEditable = m_isEditable;
        return fact;
    }

    const WorkingSet &m_state;
    const WorkingSet &m_rights;
    PersonId m_reader;
    bool m_isEditable;
};

QString joined(const QStringList &words)
{
    QStringList said;
    for (const QString &word : words)
        if (!word.isEmpty())
            said << (said.isEmpty() ? word : word.toLower());
    return said.join(u", "_s);
}

/// Fills in what is said of each kind of thing.
class Inspection
{
public:
    Inspection(const WorkingSet &state, const WorkingSet &rights, PersonId reader, QDate day, Inspected &to)
        : m_state(state)
        , m_rights(rights)
        , m_reader(reader)
        , m_day(day)
        , m_rows(state, {reader, to.board, day, false})
        , m_fields(state, rights, reader, to.isEditor)
        , m_to(to)
    {
    }

    void fill(const Kpi &kpi)
    {
        m_to.subject = Subject::of(kpi.id);
        m_to.title = m_fields.line("name", Words::titleLabel(), kpi.name);
        m_to.softLine = joined({Words::kpi(), label(kpi.nature), label(kpi.timing)}) + u" · "_s +
                        label(kpi.direction).toLower();
        m_to.owners = m_fields.owners(kpi.owners);
        m_to.definition = fieldsOf(kpi);
        m_to.valuesOf = kpi.id.value();
        show(m_rows.kpiRow(kpi));
    }

    void fill(const Objective &objective)
    {
        m_to.subject = Subject::of(objective.id);
        m_to.title = m_fields.line("title", Words::titleLabel(), objective.title);
        m_to.softLine = joined({Words::objective(), label(objective.kind)});
        m_to.owners = m_fields.owners(objective.owners);
        m_to.definition = {
            m_fields.text("why", Words::why(), objective.why, Words::whyHint()),
            m_fields.choice("kind", Words::kind(), objective.kind),
            m_fields.number("weight", Words::weight(), objective.weight, {}, Words::one()),
            m_fields.reference("parent", Words::parent(), objective.parent, Completes::Objectives,
                               Words::parentHint()),
            m_fields.number("grade", Words::grade(), objective.grade, {}, Words::gradeHint()),
        };
        const ObjectiveFigures figures = figuresOf(m_state, objective, m_day);
        if (figures.progress)
            m_to.value = share(*figures.progress);
        m_to.status = {label(figures.status), toneOf(figures.status), signOf(figures.status)};
    }

    void fill(const KeyResult &keyResult)
    {
        m_to.subject = Subject::of(keyResult.id);
        m_to.title = m_fields.line("title", Words::titleLabel(), keyResult.title);
        m_to.softLine = joined({Words::keyResult(), label(keyResult.kind), label(keyResult.cadence)});
        m_to.owners = m_fields.owners(keyResult.owners);
        m_to.definition = fieldsOf(keyResult);
        m_to.valuesOf = keyResult.id.value();
        if (const Kpi *kpi = m_state.find(keyResult.kpi); kpi && canSee(m_rights, m_reader, kpi->board)) {
            m_to.valuesOf = kpi->id.value();
            m_to.followed = kpi->name;
        }
        const Objective *objective = m_state.find(keyResult.objective);
        if (!objective)
            return;
        const BoardRow row = m_rows.keyResultRow(*objective, keyResult, m_rows.figuresOf(keyResult));
        show(row);
        if (keyResult.kind != KeyResultKind::Milestone)
            return;
        m_to.value = row.progress.value ? share(*row.progress.value) : QString();
        m_to.target.clear();
    }

    void fill(const MilestonePart &part)
    {
        const KeyResult *keyResult = m_state.find(part.keyResult);
        m_to.title = m_fields.line("title", Words::titleLabel(), part.title);
        m_to.softLine = milepost::fill(Words::part(), {keyResult ? keyResult->title : QString()});
        m_to.definition = {m_fields.number("weight", Words::weight(), part.weight, {}, Words::one())};
        m_to.valuesOf = part.id.value();
    }

private:
    /// The figures as they stand on the board.
    void show(const BoardRow &row)
    {
        m_to.unit = row.unit;
        m_to.value = row.value;
        m_to.target = row.target;
        m_to.status = row.status;
        m_to.line = row.line;
    }

    QList<FieldFact> fieldsOf(const Kpi &kpi) const
    {
        QList<FieldFact> fields = {
            m_fields.text("definition", Words::measured(), kpi.definition, Words::measuredHint()),
            m_fields.line("source", Words::source(), kpi.source, Words::sourceHint()),
            m_fields.choice("cadence", Words::cadence(), kpi.cadence),
            m_fields.choice("nature", Words::nature(), kpi.nature),
            m_fields.choice("timing", Words::timing(), kpi.timing),
            m_fields.reference("guardrail", Words::guardrail(), kpi.guardrail, Completes::Kpis,
                               Words::guardrailHint()),
            m_fields.line("unit", Words::unit(), kpi.unit),
            m_fields.choice("good", Words::good(), kpi.direction),
            m_fields.choice("aggregate", Words::aggregate(), kpi.aggregate),
            m_fields.number("amber", Words::amber(), kpi.amber, kpi.unit),
        };
        return fields;
    }

    // Of the numbers only those that the kind has a use for.
    QList<FieldFact> fieldsOf(const KeyResult &keyResult) const
    {
        const QString &unit = keyResult.unit;
        QList<FieldFact> fields = {m_fields.choice("kind", Words::kind(), keyResult.kind)};
        switch (keyResult.kind) {
        case KeyResultKind::Reach:
            fields << m_fields.number("from", Words::from(), keyResult.start, unit)
                   << m_fields.number("to", Words::to(), keyResult.target, unit)
                   << m_fields.number("commit", Words::commit(), keyResult.commit, unit)
                   << m_fields.number("stretch", Words::stretch(), keyResult.stretch, unit);
            break;
        case KeyResultKind::Above:
        case KeyResultKind::Below:
            fields << m_fields.number("to", Words::threshold(), keyResult.target, unit);
            break;
        case KeyResultKind::Between:
            fields << m_fields.number("low", Words::low(), keyResult.low, unit)
                   << m_fields.number("high", Words::high(), keyResult.high, unit);
            break;
        case KeyResultKind::Milestone:
        case KeyResultKind::Baseline:
            break;
        }
        fields << m_fields.line("unit", Words::unit(), unit)
               << m_fields.choice("cadence", Words::cadence(), keyResult.cadence)
               << m_fields.number("weight", Words::weight(), keyResult.weight, {}, Words::one())
               << m_fields.reference("kpi", Words::driver(), keyResult.kpi, Completes::Kpis,
                                     Words::driverHint());
        return fields;
    }

    const WorkingSet &m_state;
    const WorkingSet &m_rights;
    PersonId m_reader;
    QDate m_day;
    RowMaker m_rows;
    Fields m_fields;
    Inspected &m_to;
};

} // namespace

std::optional<Inspected> inspect(const WorkingSet &state, const WorkingSet &rights, PersonId reader,
                                 qint64 id, QDate day)
{
    const BoardId board = boardOfThing(state, id);
    if (!canSee(rights, reader, board))
        return std::nullopt;
    Inspected inspected;
    inspected.thing = nameOf(state, id).value_or(Named{});
    inspected.board = board;
    inspected.boardName = state.find(board)->name;
    inspected.isEditor = static_cast<bool>(require(rights, reader, board, Role::Editor));
    Inspection inspection(state, rights, reader, day, inspected);
    if (const Kpi *kpi = state.find(KpiId(id)))
        inspection.fill(*kpi);
    else if (const Objective *objective = state.find(ObjectiveId(id)))
        inspection.fill(*objective);
    else if (const KeyResult *keyResult = state.find(KeyResultId(id)))
        inspection.fill(*keyResult);
    else if (const MilestonePart *part = state.find(MilestonePartId(id)))
        inspection.fill(*part);
    else
        return std::nullopt;
    return inspected;
}

QStringList completionsFor(const WorkingSet &state, PersonId reader, Completes what)
{
    Named::Kinds kinds;
    switch (what) {
    case Completes::Nothing:
        return {};
    case Completes::People:
        kinds = Named::Kind::Person;
        break;
    case Completes::Owners:
        kinds = Named::Kind::Person | Named::Kind::Team;
        break;
    case Completes::Kpis:
        kinds = Named::Kind::Kpi;
        break;
    case Completes::Objectives:
        kinds = Named::Kind::Objective;
        break;
    }
    QStringList names;
    for (const Named &named : namesFor(state, reader, kinds)) {
        const Person *person = named.kind == Named::Kind::Person ? state.find(PersonId(named.id)) : nullptr;
        if (!person || person->isActive())
            names << named.name;
    }
    names.removeDuplicates();
    names.sort(Qt::CaseInsensitive);
    return names;
}

} // namespace milepost
