// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/checkinwalk.h"

#include "core/services/whendone.h"
#include "ui/delegates/dateline.h"
#include "ui/delegates/entryhint.h"
#include "ui/delegates/linepicture.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/models/typedvalue.h"
#include "ui/pages/messagebar.h"
#include "ui/words/errors.h"
#include "ui/words/filling.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace milepost {
namespace {

constexpr int kMargin = 20;
constexpr int kCardCharacters = 84;

QString scopeKey()
{
    return QStringLiteral("walk/scope");
}

void enlarge(QWidget *widget, double factor, QFont::Weight weight)
{
    QFont font = widget->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    widget->setFont(font);
}

} // namespace

CheckInWalk::CheckInWalk(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_scope(new QComboBox(this))
    , m_progress(new QLabel(this))
    , m_messages(new MessageBar(this))
    , m_content(new QStackedWidget(this))
    , m_place(addText("walkPlace"))
    , m_title(addText("walkTitle"))
    , m_goal(addText("walkGoal"))
    , m_definition(addText("walkDefinition"))
    , m_last(addText("walkLast"))
    , m_line(new LinePicture(this))
    , m_value(new QLineEdit(this))
    , m_date(new DateLine(this))
    , m_confidence(new QLineEdit(this))
    , m_note(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_hint(new EntryHint(this))
{
    setObjectName(QStringLiteral("checkInWalk"));
    setAccessibleName(tr("Update all that is due"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_messages);
    layout->addWidget(m_content, 1);
    m_content->addWidget(buildCard());
    m_content->addWidget(buildEnd());
}

QLabel *CheckInWalk::addText(const char *name)
{
    auto *label = new QLabel(this);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QWidget *CheckInWalk::buildHead()
{
    auto *head = new QWidget(this);
    auto *title = new QLabel(tr("Update all that is due"), head);
    enlarge(title, 1.23, QFont::DemiBold);
    m_progress->setObjectName(QStringLiteral("walkProgress"));
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    m_scope->setObjectName(QStringLiteral("walkScope"));
    m_scope->setAccessibleName(tr("What to go through"));
    m_scope->addItems({tr("All boards"), tr("This board")});
    m_scope->setCurrentIndex(m_session.profile().value(scopeKey()).toInt() == 1 ? 1 : 0);
    auto *close = new QPushButton(tr("Leave"), head);
    close->setObjectName(QStringLiteral("walkLeave"));
    close->setToolTip(tr("Leave (Esc)"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(kMargin, 10, kMargin, 10);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_scope);
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &CheckInWalk::leave);
    connect(m_scope, &QComboBox::activated, this, [this](int index) {
        m_session.profile().setValue(scopeKey(), index);
        collect();
    });
    return head;
}

QWidget *CheckInWalk::buildCard()
{
    m_card = new QWidget(this);
    m_card->setMaximumWidth(m_card->fontMetrics().averageCharWidth() * kCardCharacters);
    enlarge(m_title, 1.6, QFont::DemiBold);
    enlarge(m_last, 1.23, QFont::Normal);
    for (QLabel *soft : {m_place, m_definition})
        soft->setForegroundRole(QPalette::PlaceholderText);
    auto *card = new QVBoxLayout(m_card);
    card->setSpacing(10);
    for (QWidget *one :
         std::initializer_list<QWidget *>{m_place, m_title, m_goal, m_definition, m_last, m_line})
        card->addWidget(one);
    card->addWidget(buildFields());
    card->addWidget(m_hint);
    card->addWidget(buildKeys());
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_card, 100);
    middle->addStretch(1);
    layout->addStretch(1);
    layout->addLayout(middle);
    layout->addStretch(2);
    return page;
}

QLineEdit *CheckInWalk::addField(QLineEdit *line, const QString &caption, int characters, QLayout *layout)
{
    auto *label = new QLabel(caption, this);
    label->setBuddy(line);
    line->setAccessibleName(caption);
    if (characters > 0)
        line->setFixedWidth(line->fontMetrics().averageCharWidth() * (characters + 4));
    line->installEventFilter(this);
    layout->addWidget(label);
    layout->addWidget(line);
    if (line == m_confidence)
        m_confidenceCaption = label;
    connect(line, &QLineEdit::textEdited, this, &CheckInWalk::showReading);
    return line;
}

QWidget *CheckInWalk::buildFields()
{
    auto *fields = new QWidget(this);
    auto *layout = new QVBoxLayout(fields);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    enlarge(m_value, 1.6, QFont::DemiBold);
    m_value->setObjectName(QStringLiteral("walkValue"));
    addField(m_value, tr("Value"), 14, first);
    m_date->setObjectName(QStringLiteral("walkDate"));
    addField(m_date, tr("Date"), 12, first);
    m_confidence->setObjectName(QStringLiteral("walkConfidence"));
    m_confidence->setPlaceholderText(tr("0 to 10"));
    addField(m_confidence, tr("Confidence"), 5, first);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    m_note->setObjectName(QStringLiteral("walkNote"));
    addField(m_note, tr("Note"), 0, second);
    m_reasonRow = new QWidget(fields);
    auto *third = new QHBoxLayout(m_reasonRow);
    third->setContentsMargins(0, 0, 0, 0);
    m_reason->setObjectName(QStringLiteral("walkReason"));
    addField(m_reason, tr("Reason for the correction"), 0, third);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_reasonRow);
    return fields;
}

QWidget *CheckInWalk::buildKeys()
{
    auto *keys = new QWidget(this);
    auto *take = new QPushButton(tr("Record and go on (Enter)"), keys);
    take->setObjectName(QStringLiteral("walkRecord"));
    take->setProperty(kPrimaryProperty, true);
    auto *leaveOut = new QPushButton(tr("Skip (Ctrl+Right)"), keys);
    leaveOut->setObjectName(QStringLiteral("walkSkip"));
    m_backButton = new QPushButton(tr("Back (Ctrl+Left)"), keys);
    m_backButton->setObjectName(QStringLiteral("walkBack"));
    auto *layout = new QHBoxLayout(keys);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(take);
    layout->addWidget(leaveOut);
    layout->addWidget(m_backButton);
    layout->addStretch(1);
    connect(take, &QPushButton::clicked, this, &CheckInWalk::record);
    connect(leaveOut, &QPushButton::clicked, this, &CheckInWalk::skip);
    connect(m_backButton, &QPushButton::clicked, this, &CheckInWalk::goBack);
    return keys;
}

QWidget *CheckInWalk::buildEnd()
{
    auto *end = new QWidget(this);
    m_summary = addText("walkSummary");
    m_summary->setAlignment(Qt::AlignCenter);
    enlarge(m_summary, 1.6, QFont::DemiBold);
    auto *back = new QPushButton(tr("Back to the board"), end);
    back->setObjectName(QStringLiteral("walkEnd"));
    back->setProperty(kPrimaryProperty, true);
    back->setAutoDefault(true);
    back->installEventFilter(this);
    auto *layout = new QVBoxLayout(end);
    layout->addStretch(2);
    layout->addWidget(m_summary);
    layout->addSpacing(12);
    layout->addWidget(back, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(back, &QPushButton::clicked, this, &CheckInWalk::leave);
    end->setFocusProxy(back);
    return end;
}

void CheckInWalk::begin(BoardId board)
{
    m_board = board;
    m_messages->dismiss();
    collect();
    // What has been read so far is shown at once; of other boards the measurements may be missing yet.
    QList<KpiId> unread = seriesOfMine(m_session.state(), m_session.me());
    unread.removeIf([this](KpiId kpi) { return m_session.state().hasSeries(kpi); });
    if (unread.isEmpty())
        return;
    whenDone(m_session.loadSeries(unread), this, [this, run = m_run](const Done &done) {
        if (!done)
            return m_messages->showError(done.error());
        const bool isUntouched = count(Outcome::Open) == m_steps.size() && m_value->text().isEmpty();
        if (run == m_run && isUntouched)
            collect();
    });
}

void CheckInWalk::collect()
{
    ++m_run;
    const bool isHere = m_scope->currentIndex() == 1;
    m_steps.clear();
    for (const DueEntry &entry :
         dueEntries(m_session.state(), m_session.me(), isHere ? m_board : BoardId(), m_session.today()))
        m_steps.append({entry, Outcome::Open});
    show(0);
}

void CheckInWalk::show(qsizetype index)
{
    m_at = std::clamp<qsizetype>(index, 0, m_steps.size());
    if (m_at == m_steps.size())
        showEnd();
    else
        showStep();
}

void CheckInWalk::showStep()
{
    Step &step = m_steps[m_at];
    step.entry = refreshed(m_session.state(), m_session.me(), step.entry, m_session.today());
    const DueEntry &entry = step.entry;
    m_progress->setText(tr("%1 of %2").arg(m_at + 1).arg(m_steps.size()));
    m_place->setText(entry.above.isEmpty() ? entry.board : fill(tr("%1, %2"), {entry.board, entry.above}));
    m_title->setText(entry.row.title);
    m_goal->setText(entry.row.secondary.isEmpty() && !entry.row.target.isEmpty()
                        ? fill(tr("Target %1"), {entry.row.target})
                        : entry.row.secondary);
    m_goal->setVisible(!m_goal->text().isEmpty());
    m_definition->setText(entry.definition);
    m_definition->setVisible(!entry.definition.isEmpty());
    m_last->setText(fill(tr("Last value: %1"), {entry.last}));
    m_line->setLine(entry.row.line);
    const bool isKeyResult = entry.row.kind == RowKind::KeyResult;
    m_confidence->setVisible(isKeyResult);
    m_confidenceCaption->setVisible(isKeyResult);
    for (QLineEdit *field : {m_value, m_confidence, m_note, m_reason})
        field->clear();
    m_date->setToday(m_session.today());
    m_reasonRow->hide();
    m_value->setAccessibleName(fill(tr("Value of %1"), {entry.row.title}));
    m_value->setPlaceholderText(entry.row.unit);
    m_backButton->setEnabled(m_at > 0);
    m_content->setCurrentIndex(0);
    m_hint->showReading({entry.row.hint});
    m_value->setFocus();
}

void CheckInWalk::showEnd()
{
    const int recorded = static_cast<int>(count(Outcome::Recorded));
    const int skipped = static_cast<int>(m_steps.size()) - recorded;
    m_progress->clear();
    if (m_steps.isEmpty())
        m_summary->setText(tr("Nothing is due."));
    else if (skipped == 0)
        m_summary->setText(tr("%Ln value(s) recorded.", nullptr, recorded));
    else
        m_summary->setText(fill(tr("%1, %2 skipped."), {tr("%Ln value(s) recorded", nullptr, recorded),
                                                        QLocale().toString(skipped)}));
    m_content->setCurrentIndex(1);
    m_content->currentWidget()->setFocus();
}

TypedEntry CheckInWalk::typed() const
{
    return {m_value->text(), m_date->isModified() ? m_date->text() : QString(), m_note->text(),
            m_confidence->text()};
}

void CheckInWalk::showReading()
{
    if (m_at < m_steps.size())
        m_hint->showReading(
            readingOf(m_session.state(), m_steps[m_at].entry.row, typed(), m_session.today()));
}

void CheckInWalk::record()
{
    if (m_at >= m_steps.size())
        return;
    if (m_value->text().trimmed().isEmpty())
        return refuse(
            {tr("Type the value, or leave this one out with Ctrl+Right."), true, EntryReading::Field::Value});
    const BoardRow &row = m_steps[m_at].entry.row;
    const EntryReading reading = readingOf(m_session.state(), row, typed(), m_session.today());
    if (reading.isRefused)
        return refuse(reading);
    Result<GivenValue> given = typedValue(m_session.state(), row, typed(), m_session.today());
    if (!given)
        return refuse({sentence(given.error()), true, EntryReading::Field::Value});
    const std::optional<PresentValue> present = presentValue(m_session.state(), *given);
    given->reason = present && !present->isSame ? m_reason->text().trimmed() : QString();
    if (present && !present->isSame && given->reason.isEmpty())
        return askForReason(reading);
    submit(*given);
    goOn();
}

// The walk goes on at once: nobody waits for the file between two numbers.
void CheckInWalk::submit(const GivenValue &given)
{
    m_steps[m_at].outcome = Outcome::Recorded;
    Intent intent;
    intent.needs = [given](const WorkingSet &) { return seriesNeededBy(given); };
    intent.decide = [given](Situation &in) {
        return given.reason.isEmpty() ? recordValue(in, given) : correctValue(in, given);
    };
    const QString title = m_steps[m_at].entry.row.title;
    whenDone(m_session.submit(std::move(intent)), this,
             [this, run = m_run, at = m_at, title](const Result<Receipt> &receipt) {
                 if (receipt)
                     return;
                 if (run == m_run && isVisible())
                     settle(at, receipt.error());
                 else
                     settleLate(fill(tr("%1: %2"), {title, sentence(receipt.error())}));
             });
}

void CheckInWalk::settle(qsizetype index, const Error &error)
{
    m_steps[index].outcome = Outcome::Refused;
    m_messages->ask(fill(tr("%1: %2"), {m_steps[index].entry.row.title, sentence(error)}),
                    tr("Go back to it"), [this, index] { show(index); });
    if (m_at == m_steps.size())
        showEnd();
}

// The run is over in which one could go back to it.
void CheckInWalk::settleLate(const QString &inWords)
{
    if (isVisible())
        m_messages->showText(inWords);
    else
        Q_EMIT refusedLate(inWords);
}

void CheckInWalk::refuse(const EntryReading &reading)
{
    m_hint->showRefusal(reading);
    QLineEdit *field = m_value;
    if (reading.field == EntryReading::Field::Date)
        field = m_date;
    else if (reading.field == EntryReading::Field::Confidence)
        field = m_confidence;
    field->setFocus();
    field->selectAll();
}

void CheckInWalk::askForReason(const EntryReading &reading)
{
    m_reasonRow->show();
    m_hint->showRefusal(
        {fill(tr("%1. Say why, and press Enter."), {reading.words}), true, EntryReading::Field::Value});
    m_reason->setFocus();
}

void CheckInWalk::goBack()
{
    if (m_at > 0)
        show(m_at - 1);
}

void CheckInWalk::skip()
{
    if (m_at >= m_steps.size())
        return;
    if (m_steps[m_at].outcome == Outcome::Open)
        m_steps[m_at].outcome = Outcome::Skipped;
    goOn();
}

void CheckInWalk::goOn()
{
    show(m_at + 1);
}

void CheckInWalk::leave()
{
    ++m_run;
    Q_EMIT left();
}

qsizetype CheckInWalk::count(Outcome outcome) const
{
    return std::count_if(m_steps.cbegin(), m_steps.cend(),
                         [outcome](const Step &step) { return step.outcome == outcome; });
}

bool CheckInWalk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        const bool isField = qobject_cast<QLineEdit *>(watched) != nullptr;
        if (takeWay(key->key(), key->modifiers()) || (isField && takeEnter(key->key())))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CheckInWalk::keyPressEvent(QKeyEvent *event)
{
    if (!takeWay(event->key(), event->modifiers()))
        QWidget::keyPressEvent(event);
}

bool CheckInWalk::takeWay(int key, Qt::KeyboardModifiers modifiers)
{
    const bool isControl = modifiers & Qt::ControlModifier;
    if (key == Qt::Key_Escape)
        leave();
    else if (isControl && key == Qt::Key_Right)
        skip();
    else if (isControl && key == Qt::Key_Left)
        goBack();
    else
        return false;
    return true;
}

bool CheckInWalk::takeEnter(int key)
{
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    record();
    return true;
}

} // namespace milepost
