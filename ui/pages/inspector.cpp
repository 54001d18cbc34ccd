// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector.h"

#include "core/domain/acts/editing.h"
#include "core/services/whendone.h"
#include "ui/delegates/chip.h"
#include "ui/models/typedvalue.h"
#include "ui/pages/inspector/actionssection.h"
#include "ui/pages/inspector/changessection.h"
#include "ui/pages/inspector/commentssection.h"
#include "ui/pages/inspector/definitionsection.h"
#include "ui/pages/inspector/historysection.h"
#include "ui/pages/inspector/labels.h"
#include "ui/pages/inspector/section.h"
#include "ui/pages/inspector/sparklineview.h"
#include "ui/pages/inspector/targetssection.h"
#include "ui/words/errors.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 16;
constexpr int kReadAfterMs = 120;

InlineField::NamesOf namesFrom(Session &session)
{
    return [&session](Completes what) -> QStringList {
        return completionsFor(session.state(), session.me(), what);
    };
}

void makeReadOnly(Inspected &inspected)
{
    inspected.isEditor = false;
    inspected.title.isEditable = false;
    inspected.owners.isEditable = false;
    for (FieldFact &fact : inspected.definition)
        fact.isEditable = false;
}

/// "12 min, target ≤ 10 min": the picture in words.
QString lineInWords(const Inspected &inspected)
{
    QStringList values;
    for (const std::optional<double> &value : inspected.line.values)
        if (value)
            values << figure(*value, inspected.unit);
    if (values.isEmpty())
        return Inspector::tr("No values yet");
    return fill(Inspector::tr("Last values: %1"), {values.join(u", "_s)});
}

} // namespace

Inspector::Inspector(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_pages(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_nothing(softLabel(tr("Choose a row to see what it is about."), this))
    , m_title(new InlineField(namesFrom(session), InlineField::Look::Heading, this))
    , m_softLine(softLabel({}, this))
    , m_boardName(softLabel({}, this))
    , m_pastNote(softLabel({}, this))
    , m_owners(new InlineField(namesFrom(session), InlineField::Look::Captioned, this))
    , m_status(new Chip({}, this))
    , m_value(new QLabel(this))
    , m_line(new SparklineView(this))
    , m_error(errorLabel(this))
    , m_definition(new DefinitionSection(namesFrom(session), this))
    , m_targets(new TargetsSection(session, this))
    , m_actions(new ActionsSection(session, this))
    , m_comments(new CommentsSection(session, this))
    , m_history(new HistorySection(session, this))
    , m_changes(new ChangesSection(session, this))
{
    setObjectName(u"inspector"_s);
    setAccessibleName(tr("Inspector"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setMinimumWidth(fontMetrics().averageCharWidth() * 32);
    m_readLater.setSingleShot(true);
    m_readLater.setInterval(kReadAfterMs);
    build();
    connectSections();
    showNothing();
}

void Inspector::build()
{
    auto *page = new QWidget(m_scroll);
    page->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(kMargin, kMargin - 4, kMargin, kMargin);
    column->setSpacing(2);
    column->addWidget(buildHead());
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    addSection(u"definition"_s, tr("Definition"), m_definition);
    m_targetsPart = addSection(u"targets"_s, tr("Targets"), m_targets);
    m_actionsPart = addSection(u"actions"_s, tr("Actions"), m_actions);
    m_commentsPart = addSection(u"comments"_s, tr("Comments"), m_comments);
    m_historyPart = addSection(u"history"_s, tr("Values"), m_history);
    m_changesPart = addSection(u"changes"_s, tr("Changes"), m_changes);
    column->addStretch(1);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setContentsMargins(kMargin, 0, kMargin, 0);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

QWidget *Inspector::buildHead()
{
    auto *head = new QWidget(this);
    m_softLine->setObjectName(u"inspectorSoftLine"_s);
    m_value->setObjectName(u"inspectorFigures"_s);
    m_value->setTextFormat(Qt::PlainText);
    m_error->setObjectName(u"inspectorError"_s);
    auto *standing = new QHBoxLayout;
    standing->setContentsMargins(kTextInset, 6, 0, 2);
    standing->setSpacing(10);
    standing->addWidget(m_status);
    standing->addWidget(m_value, 1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_softLine);
    column->addWidget(m_boardName);
    column->addWidget(m_pastNote);
    column->addLayout(standing);
    column->addWidget(m_line);
    column->addWidget(m_owners);
    column->addWidget(m_error);
    return head;
}

Section *Inspector::addSection(const QString &key, const QString &title, QWidget *content)
{
    auto *section = new Section(key, title, content, m_session.profile(), m_scroll->widget());
    m_scroll->widget()->layout()->addWidget(section);
    connect(section, &Section::toggled, &m_readLater, qOverload<>(&QTimer::start));
    return section;
}

void Inspector::connectSections()
{
    connect(&m_session, &Session::changed, this, &Inspector::refresh);
    connect(&m_session, &Session::reloaded, this, &Inspector::refresh);
    connect(&m_session, &Session::closed, this, &Inspector::showNothing);
    connect(&m_readLater, &QTimer::timeout, this, &Inspector::readSlowly);
    connect(m_title, &InlineField::edited, this, &Inspector::submit);
    connect(m_owners, &InlineField::edited, this, &Inspector::submit);
    connect(m_definition, &DefinitionSection::edited, this, &Inspector::submit);
    connect(m_actions, &ActionsSection::countChanged, m_actionsPart, &Section::setCount);
    connect(m_comments, &CommentsSection::countChanged, m_commentsPart, &Section::setCount);
    connect(m_history, &HistorySection::countChanged, m_historyPart, &Section::setCount);
}

void Inspector::showRow(RowKind kind, qint64 id)
{
    const bool isThing = kind == RowKind::Objective || kind == RowKind::KeyResult || kind == RowKind::Kpi;
    const qint64 thing = isThing ? id : 0;
    if (thing != m_id)
        leave();
    m_id = thing;
    refresh();
}

void Inspector::showNothing()
{
    showRow(RowKind::Other, 0);
}

void Inspector::showPast(const WorkingSet &state, QDate day)
{
    leave();
    m_past = state;
    m_pastDay = day;
    refresh();
}

void Inspector::showPresent()
{
    m_past.reset();
    refresh();
}

void Inspector::showActions()
{
    if (!m_shown || !m_actionsPart->isVisibleTo(this))
        return;
    m_actionsPart->setOpen(true);
    m_actions->begin();
    // What has just been shown is laid out first.
    QTimer::singleShot(0, this, [this] { m_scroll->verticalScrollBar()->setValue(m_actionsPart->y()); });
}

void Inspector::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

QList<InlineField *> Inspector::fields() const
{
    return m_scroll->findChildren<InlineField *>();
}

// What is being typed about this row is handed in for it, before another one is shown.
void Inspector::leave()
{
    for (InlineField *field : fields())
        field->finish();
    tellIn(*m_error, {});
}

void Inspector::refresh()
{
    if (!isVisible() && m_id != 0)
        return; // showEvent() comes back to it
    const WorkingSet &present = m_session.state();
    std::optional<Inspected> fresh = inspect(m_past ? *m_past : present, present, m_session.me(), m_id,
                                             m_past ? m_pastDay : m_session.today());
    if (!fresh) {
        m_shown.reset();
        m_read = 0;
        return m_pages->setCurrentWidget(m_nothing);
    }
    if (m_past)
        makeReadOnly(*fresh);
    m_pages->setCurrentWidget(m_scroll);
    if (!m_shown || m_shown->valuesOf != fresh->valuesOf)
        m_read = 0;
    if (m_shown != fresh)
        showThing(*fresh);
    if (m_read != m_id)
        m_readLater.start();
}

void Inspector::showThing(const Inspected &inspected)
{
    const bool isOther = !m_shown || m_shown->thing.id != inspected.thing.id;
    const bool isOtherSubject = isOther || !(m_shown->subject == inspected.subject);
    m_shown = inspected;
    showHead(inspected);
    m_definition->setFields(inspected.definition);
    if (isOtherSubject && inspected.subject.kind != Subject::Kind::None) {
        m_actions->setSubject(inspected.subject);
        m_comments->setSubject(inspected.subject);
    }
    if (isOther)
        m_scroll->ensureVisible(0, 0);
    showSections(inspected);
}

void Inspector::showHead(const Inspected &inspected)
{
    m_title->setFact(inspected.title);
    m_softLine->setText(inspected.softLine);
    m_boardName->setText(inspected.boardName);
    m_pastNote->setVisible(m_past.has_value());
    m_pastNote->setText(m_past ? fill(tr("As it stood on %1; nothing can be changed here."),
                                      {shortDate(m_pastDay, m_session.today())})
                               : QString());
    m_owners->setVisible(!inspected.owners.name.isEmpty());
    m_owners->setFact(inspected.owners);
    m_owners->setCaptionWidth(m_owners->captionWidth());
    m_status->setVisible(!inspected.status.word.isEmpty());
    m_status->setFact(inspected.status);
    m_value->setText(inspected.target.isEmpty()
                         ? inspected.value
                         : fill(tr("%1, target %2"), {inspected.value, inspected.target}));
    m_line->setVisible(!inspected.line.values.isEmpty());
    m_line->setLine(inspected.line, lineInWords(inspected));
}

// Of the past there is only what it was; what is said and done about it is of today.
void Inspector::showSections(const Inspected &inspected)
{
    const bool isKpi = inspected.thing.kind == Named::Kind::Kpi;
    const bool hasNotes = inspected.subject.kind != Subject::Kind::None;
    m_targetsPart->setVisible(isKpi && !m_past);
    m_actionsPart->setVisible(hasNotes && !m_past);
    m_commentsPart->setVisible(hasNotes && !m_past);
    m_historyPart->setVisible(inspected.valuesOf != 0 && !m_past);
    m_changesPart->setVisible(!m_past);
    if (!isKpi)
        return;
    const Kpi *const kpi = m_session.state().find(KpiId(inspected.thing.id));
    m_targets->setKpi(KpiId(inspected.thing.id), inspected.isEditor,
                      kpi && kpi->direction == Direction::Band);
}

void Inspector::readSlowly()
{
    if (!m_shown || m_past)
        return;
    m_history->showValuesOf(m_historyPart->isOpen() ? m_shown->valuesOf : 0, m_shown->followed);
    m_changes->showChangesOf(m_changesPart->isOpen() ? m_id : 0);
    m_read = m_id;
}

InlineField *Inspector::fieldCalled(const QString &name) const
{
    if (name == m_title->fact().name)
        return m_title;
    return name == m_owners->fact().name ? m_owners : m_definition->field(name);
}

// Numbers are typed in the signs of the locale.
QString Inspector::valueOf(const QString &field, const QString &typed) const
{
    const InlineField *const one = fieldCalled(field);
    const bool isNumber = one && one->fact().kind == FieldFact::Kind::Number;
    return isNumber ? inFixedGrammar(typed, QLocale()) : typed;
}

void Inspector::submit(const QString &field, const QString &typed)
{
    if (!m_shown || m_past)
        return;
    const Named thing = m_shown->thing;
    Intent intent;
    intent.needs = [thing](const WorkingSet &) { return seriesNeededToEdit(thing); };
    intent.decide = [thing, edit = FieldEdit{field, valueOf(field, typed)}](Situation &in) {
        return editFields(in, thing, {edit});
    };
    whenDone(m_session.submit(std::move(intent)), this,
             [this, thing, field](const Result<Receipt> &receipt) { answer(thing, field, receipt); });
}

void Inspector::answer(const Named &thing, const QString &field, const Result<Receipt> &receipt)
{
    const bool isShown = m_shown && m_shown->thing.id == thing.id;
    InlineField *const one = isShown ? fieldCalled(field) : nullptr;
    const bool isConflict = !receipt && receipt.error().code == Error::Code::Conflict;
    if (receipt || isConflict) { // the window asks which of two versions stands
        tellIn(*m_error, {});
        if (one)
            one->accept();
    } else if (one && one->isEditing()) {
        one->refuse(sentence(receipt.error()));
    } else {
        tellIn(*m_error, fill(tr("%1: %2"), {thing.name, sentence(receipt.error())}));
    }
}

} // namespace milepost
