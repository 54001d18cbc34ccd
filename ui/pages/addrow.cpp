// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/addrow.h"

#include "core/services/whendone.h"
#include "ui/delegates/entryhint.h"
#include "ui/models/typedgoal.h"
#include "ui/words/errors.h"
#include "ui/words/filling.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace milepost {
namespace {

constexpr int kNumberCharacters = 12;
constexpr int kKindCharacters = 30;
constexpr int kObjectiveRole = Qt::UserRole + 1;

} // namespace

AddRow::AddRow(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_kind(new QComboBox(this))
    , m_hint(new EntryHint(this))
{
    setObjectName(QStringLiteral("addRow"));
    setAccessibleName(tr("Add a row"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 6, 20, 8);
    layout->setSpacing(3);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    layout->addLayout(line);
    layout->addWidget(m_hint);
    m_kind->setObjectName(QStringLiteral("addRowKind"));
    m_kind->setAccessibleName(tr("What to add"));
    m_kind->setMaximumWidth(fontMetrics().averageCharWidth() * kKindCharacters);
    m_kind->installEventFilter(this);
    m_title = addLine(QStringLiteral("addRowTitle"), tr("Title"), 0);
    m_from = addLine(QStringLiteral("addRowFrom"), tr("From"), kNumberCharacters);
    m_to = addLine(QStringLiteral("addRowTo"), tr("To"), kNumberCharacters);
    line->addWidget(m_kind);
    line->addWidget(m_title, 1);
    line->addWidget(m_from);
    line->addWidget(m_to);
    setTabOrder(m_kind, m_title);
    setTabOrder(m_title, m_from);
    setTabOrder(m_from, m_to);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AddRow::showKind);
    hide();
}

QLineEdit *AddRow::addLine(const QString &name, const QString &caption, int characters)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(caption);
    line->setPlaceholderText(caption);
    line->installEventFilter(this);
    if (characters > 0)
        line->setFixedWidth(fontMetrics().averageCharWidth() * (characters + 2));
    connect(line, &QLineEdit::textEdited, this, &AddRow::showReading);
    return line;
}

void AddRow::open(BoardId board, RowKind kind, ObjectiveId objective)
{
    m_board = board;
    m_isSending = false;
    fillKinds(kind, objective);
    for (QLineEdit *line : {m_title, m_from, m_to})
        line->clear();
    show();
    showKind();
    m_title->setFocus();
}

void AddRow::fillKinds(RowKind kind, ObjectiveId objective)
{
    const QSignalBlocker quiet(m_kind);
    m_kind->clear();
    int chosen = -1;
    for (const Objective *one : m_session.state().of<Objective>().of(m_board)) {
        if (one->archived)
            continue;
        if (kind == RowKind::KeyResult && one->id == objective)
            chosen = m_kind->count();
        m_kind->addItem(fill(tr("Key result of %1"), {one->title}), static_cast<int>(RowKind::KeyResult));
        m_kind->setItemData(m_kind->count() - 1, one->id.value(), kObjectiveRole);
    }
    if (kind == RowKind::Objective)
        chosen = m_kind->count();
    m_kind->addItem(tr("Objective"), static_cast<int>(RowKind::Objective));
    if (kind == RowKind::Kpi)
        chosen = m_kind->count();
    m_kind->addItem(tr("KPI"), static_cast<int>(RowKind::Kpi));
    m_kind->setCurrentIndex(std::max(0, chosen));
}

RowKind AddRow::kind() const
{
    return static_cast<RowKind>(m_kind->currentData().toInt());
}

void AddRow::showKind()
{
    m_from->setVisible(kind() != RowKind::Objective);
    m_to->setVisible(kind() == RowKind::KeyResult);
    const QString caption = kind() == RowKind::Kpi ? tr("Target") : tr("From");
    m_from->setAccessibleName(caption);
    m_from->setPlaceholderText(caption);
    m_kind->setToolTip(m_kind->currentText());
    showReading();
}

EntryReading AddRow::reading() const
{
    if (m_title->text().trimmed().isEmpty())
        return {
            tr("Type a title, Tab and the numbers, such as 62 % and 75 %, ≥ 4.2, 40-60 or done; Enter adds "
               "it, Esc closes the line."),
            true, EntryReading::Field::Value};
    if (kind() == RowKind::Objective)
        return {tr("Enter adds the objective.")};
    if (kind() == RowKind::Kpi) {
        const Result<AddKpi> kpi = typedKpi(m_title->text(), m_from->text());
        return kpi ? EntryReading{fill(tr("KPI, %1"), {inWords(*kpi)})}
                   : EntryReading{sentence(kpi.error()), true, EntryReading::Field::Value};
    }
    const Result<TypedGoal> goal = typedGoal(m_from->text(), m_to->text());
    return goal ? EntryReading{fill(tr("Key result, %1"), {inWords(*goal)})}
                : EntryReading{sentence(goal.error()), true, EntryReading::Field::Value};
}

void AddRow::showReading()
{
    m_hint->showReading(reading());
}

void AddRow::send()
{
    if (m_isSending)
        return;
    if (const EntryReading read = reading(); read.isRefused) {
        m_hint->showRefusal(read);
        return (m_title->text().trimmed().isEmpty() ? m_title : m_from)->setFocus();
    }
    m_isSending = true; // a second Enter must not add it twice
    Intent intent;
    intent.decide = decision();
    whenDone(m_session.submit(std::move(intent)), this,
             [this](const Result<Receipt> &receipt) { takeAnswer(receipt); });
}

Decide AddRow::decision() const
{
    if (kind() == RowKind::Objective) {
        Objective objective;
        objective.board = m_board;
        objective.title = m_title->text();
        objective.owners = {Owner{m_session.me(), {}}};
        return [objective](Situation &in) { return addObjective(in, objective); };
    }
    if (kind() == RowKind::Kpi) {
        AddKpi request = typedKpi(m_title->text(), m_from->text()).value();
        request.kpi.board = m_board;
        request.kpi.owners = {Owner{m_session.me(), {}}};
        return [request](Situation &in) { return addKpi(in, request); };
    }
    AddKeyResult request;
    request.keyResult = keyResultOf(m_title->text(), typedGoal(m_from->text(), m_to->text()).value());
    request.keyResult.objective = ObjectiveId(m_kind->currentData(kObjectiveRole).toLongLong());
    return [request](Situation &in) { return addKeyResult(in, request); };
}

// The line stays open for the next one.
void AddRow::takeAnswer(const Result<Receipt> &receipt)
{
    m_isSending = false;
    if (!receipt && !isVisible())
        return Q_EMIT refusedLate(receipt.error());
    if (!receipt)
        return m_hint->showRefusal({sentence(receipt.error()), true, EntryReading::Field::Value});
    const Edits &edits = receipt->change.edits;
    for (const Objective &row : edits.of<Objective>().added) {
        fillKinds(RowKind::KeyResult, row.id); // what one adds next to a new objective
        Q_EMIT added(RowKind::Objective, row.id.value());
    }
    for (const KeyResult &row : edits.of<KeyResult>().added)
        Q_EMIT added(RowKind::KeyResult, row.id.value());
    for (const Kpi &row : edits.of<Kpi>().added)
        Q_EMIT added(RowKind::Kpi, row.id.value());
    if (!isVisible())
        return;
    for (QLineEdit *line : {m_title, m_from, m_to})
        line->clear();
    showKind();
    m_title->setFocus();
}

void AddRow::finish()
{
    hide();
    Q_EMIT closed();
}

bool AddRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            finish();
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && watched != m_kind) {
            send();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace milepost
