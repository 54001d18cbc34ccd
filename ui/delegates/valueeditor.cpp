// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/valueeditor.h"

#include "ui/delegates/dateline.h"
#include "ui/delegates/entryhint.h"
#include "ui/delegates/milepoststyle.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace milepost {
namespace {

constexpr int kDateCharacters = 12;
constexpr int kNoteCharacters = 26;
constexpr int kConfidenceCharacters = 5;

} // namespace

ValueEditor::ValueEditor(const QString &spokenName, QDate today, Confidence confidence, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_panel(new QFrame(this))
    , m_hint(new EntryHint(m_panel))
    , m_keys(new QLabel(tr("Tab: date and note"), m_panel))
    , m_details(new QWidget(m_panel))
    , m_date(new DateLine(m_details))
    , m_note(new QLineEdit(m_details))
{
    setObjectName(QStringLiteral("valueEditor"));
    m_line->setObjectName(QStringLiteral("cellEdit"));
    m_line->setProperty(kCellProperty, true);
    m_line->setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    m_line->setAccessibleName(spokenName);
    setFocusProxy(m_line);
    m_fields = {m_line};
    buildPanel(today, confidence);
    for (QLineEdit *field : std::as_const(m_fields)) {
        field->installEventFilter(this);
        connect(field, &QLineEdit::textChanged, this, [this, field] { noticeText(*field); });
    }
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { noticeFocus(now); });
}

// The keyboard leaves when the editor goes, and nobody is there to be told any more.
ValueEditor::~ValueEditor()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void ValueEditor::buildPanel(QDate today, Confidence confidence)
{
    m_panel->setObjectName(QStringLiteral("entryPanel"));
    m_panel->setFrameShape(QFrame::StyledPanel);
    m_panel->setAutoFillBackground(true);
    m_panel->setBackgroundRole(QPalette::Base);
    auto *fields = new QHBoxLayout(m_details);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(8);
    m_date->setToday(today);
    addField(m_date, tr("Date"), kDateCharacters);
    m_note->setObjectName(QStringLiteral("entryNote"));
    addField(m_note, tr("Note"), kNoteCharacters);
    if (confidence == Confidence::Asked) {
        m_confidence = new QLineEdit(m_details);
        m_confidence->setObjectName(QStringLiteral("entryConfidence"));
        m_confidence->setPlaceholderText(tr("0 to 10"));
        addField(m_confidence, tr("Confidence"), kConfidenceCharacters);
    }
    m_details->hide();
    auto *layout = new QVBoxLayout(m_panel);
    layout->setContentsMargins(8, 5, 8, 6);
    layout->setSpacing(5);
    layout->addWidget(m_details);
    auto *words = new QHBoxLayout;
    words->setSpacing(16);
    words->addWidget(m_hint, 1);
    words->addWidget(m_keys);
    m_keys->setFont(m_hint->font());
    m_keys->setForegroundRole(QPalette::PlaceholderText);
    layout->addLayout(words);
    m_panel->hide();
}

void ValueEditor::addField(QLineEdit *line, const QString &caption, int characters)
{
    auto *label = new QLabel(caption, m_details);
    label->setBuddy(line);
    line->setAccessibleName(caption);
    line->setFixedWidth(line->fontMetrics().averageCharWidth() * (characters + 4));
    m_details->layout()->addWidget(label);
    m_details->layout()->addWidget(line);
    m_fields.append(line);
}

void ValueEditor::setReader(const EntryReader &reader)
{
    m_reader = reader;
}

void ValueEditor::setValue(const QString &text)
{
    // A refresh from elsewhere must not wipe what is being typed.
    if (isModified())
        return;
    const QScopedValueRollback filling(m_isFilling, true);
    m_line->setText(text);
    m_line->selectAll();
}

// Keys are not the only ones to write here: assistive technology sets the text as a program does.
void ValueEditor::noticeText(QLineEdit &field)
{
    if (m_isFilling)
        return;
    field.setModified(true);
    showReading();
}

TypedEntry ValueEditor::entry() const
{
    return {m_line->text(), m_date->isModified() ? m_date->text() : QString(), m_note->text(),
            m_confidence ? m_confidence->text() : QString()};
}

bool ValueEditor::isModified() const
{
    return std::any_of(m_fields.cbegin(), m_fields.cend(),
                       [](const QLineEdit *field) { return field->isModified(); });
}

bool ValueEditor::hasDetails() const
{
    return std::any_of(m_fields.cbegin() + 1, m_fields.cend(),
                       [](const QLineEdit *field) { return field->isModified(); });
}

void ValueEditor::placeOn(const QRect &cell)
{
    m_cell = cell;
    place();
}

// The panel ends where the cell does, below it, or above where there is no room below.
void ValueEditor::place()
{
    const QRect room = parentWidget()->rect();
    m_panel->layout()->activate(); // or the size would be that of the words before these
    QRect panel(QPoint(), m_panel->isHidden() ? QSize(0, 0) : m_panel->sizeHint());
    panel.moveTopRight(m_cell.bottomRight() + QPoint(0, 3));
    if (panel.bottom() > room.bottom())
        panel.moveBottom(m_cell.top() - 3);
    if (panel.left() < room.left())
        panel.moveLeft(room.left());
    setGeometry(m_panel->isHidden() ? m_cell : m_cell.united(panel));
    m_line->setGeometry(m_cell.translated(-pos()));
    m_panel->setGeometry(panel.translated(-pos()));
    raise();
}

void ValueEditor::showReading()
{
    if (!m_reader)
        return;
    m_hint->showReading(m_reader(entry()));
    m_line->setAccessibleDescription(m_hint->text());
    m_panel->setVisible(m_details->isVisibleTo(m_panel) || !m_hint->text().isEmpty());
    place();
}

bool ValueEditor::eventFilter(QObject *watched, QEvent *event)
{
    // A shortcut of the window must not take what belongs to the editor.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            event->accept();
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (takeKey(key->key(), key->modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool ValueEditor::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept(modifiers & Qt::ShiftModifier ? Next::Up : Next::Down);
        return true;
    case Qt::Key_Escape:
        m_isDone = true;
        m_line->setFocus(); // whoever closes the editor gives the keyboard on from here
        Q_EMIT cancelled();
        return true;
    case Qt::Key_Tab:
        goOn(1);
        return true;
    case Qt::Key_Backtab:
        goOn(-1);
        return true;
    default:
        return false;
    }
}

void ValueEditor::accept(Next next)
{
    if (m_reader && isModified()) {
        const EntryReading reading = m_reader(entry());
        if (reading.isRefused) {
            if (reading.field != EntryReading::Field::Value)
                m_details->show();
            m_panel->show();
            m_hint->showRefusal(reading);
            place();
            return fieldOf(reading.field)->setFocus();
        }
    }
    m_isDone = true;
    m_line->setFocus();
    Q_EMIT accepted(next);
}

QLineEdit *ValueEditor::fieldOf(EntryReading::Field field) const
{
    switch (field) {
    case EntryReading::Field::Value:
        return m_line;
    case EntryReading::Field::Date:
        return m_date;
    case EntryReading::Field::Confidence:
        return m_confidence ? m_confidence : m_line;
    }
    Q_UNREACHABLE();
}

void ValueEditor::goOn(int step)
{
    m_details->show();
    m_keys->hide();
    m_panel->show();
    showReading();
    place();
    auto *const now = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    const qsizetype at = std::max<qsizetype>(0, m_fields.indexOf(now));
    QLineEdit *next = m_fields.at((at + step + m_fields.size()) % m_fields.size());
    next->setFocus(Qt::TabFocusReason);
    next->selectAll();
}

void ValueEditor::noticeFocus(const QWidget *now)
{
    // Another window (one looks something up) is no place that one has gone to.
    if (m_isDone || now == nullptr || now == this || isAncestorOf(now))
        return;
    if (now->window() != window())
        return;
    m_isDone = true;
    Q_EMIT left();
}

} // namespace milepost
