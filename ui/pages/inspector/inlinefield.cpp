// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/inlinefield.h"

#include "ui/delegates/completingline.h"
#include "ui/pages/inspector/labels.h"
#include "ui/pages/inspector/valuebutton.h"
#include "ui/words/filling.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTimer>

namespace milepost {
namespace {

bool isReturn(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

InlineField::InlineField(NamesOf namesOf, Look look, QWidget *parent)
    : QWidget(parent)
    , m_namesOf(std::move(namesOf))
    , m_caption(softLabel({}, this))
    , m_value(new ValueButton(this))
    , m_error(errorLabel(this))
    , m_column(new QVBoxLayout)
{
    m_caption->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_caption->setContentsMargins(kTextInset, 3, 0, 0);
    m_caption->setVisible(look == Look::Captioned);
    m_value->setSoft(look == Look::Quiet);
    if (look == Look::Heading) {
        QFont font = m_value->font();
        font.setPointSizeF(font.pointSizeF() * 1.15);
        font.setWeight(QFont::DemiBold);
        m_value->setFont(font);
    }
    m_column->setSpacing(2);
    m_column->addWidget(m_value);
    m_column->addWidget(m_error);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_caption);
    layout->addLayout(m_column, 1);
    connect(m_value, &QAbstractButton::clicked, this, &InlineField::beginEdit);
}

void InlineField::setFact(const FieldFact &fact)
{
    if (m_fact == fact)
        return;
    m_fact = fact;
    setObjectName(QString(fact.name + u"Field"));
    showFact();
    if (m_editor && fact.typed != m_typedBefore && !m_isHandedIn)
        tellIn(*m_error,
               fill(tr("Meanwhile someone changed it to “%1”. Press Enter to choose between the two."),
                    {fact.shown}));
}

void InlineField::showFact()
{
    m_caption->setText(m_fact.label);
    m_caption->setBuddy(m_value);
    m_value->setObjectName(QString(m_fact.name + u"Value"));
    m_value->setValue(m_fact.shown, m_fact.hint);
    m_value->setPressable(m_fact.isEditable);
    const QString said = m_fact.shown.isEmpty() ? tr("nothing") : m_fact.shown;
    m_value->setAccessibleName(fill(tr("%1: %2"), {m_fact.label, said}));
    m_value->setAccessibleDescription(m_fact.isEditable ? tr("Press to edit") : QString());
}

int InlineField::captionWidth() const
{
    return m_caption->fontMetrics().horizontalAdvance(m_fact.label) + kTextInset + 2;
}

QWidget *InlineField::tabStop() const
{
    return m_value;
}

void InlineField::setCaptionWidth(int width)
{
    m_caption->setFixedWidth(width);
}

QWidget *InlineField::makeChoice()
{
    auto *box = new QComboBox(this);
    for (const FieldFact::Choice &choice : m_fact.choices)
        box->addItem(choice.label, choice.word);
    box->setCurrentIndex(box->findData(m_fact.typed));
    connect(box, &QComboBox::activated, this, &InlineField::handIn);
    return box;
}

QWidget *InlineField::makeText()
{
    auto *edit = new QPlainTextEdit(m_fact.typed, this);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 5);
    edit->setPlaceholderText(m_fact.hint);
    edit->setToolTip(tr("Enter saves, Shift+Enter begins a new line"));
    edit->selectAll();
    return edit;
}

QWidget *InlineField::makeLine()
{
    const bool isList = m_fact.completes == Completes::Owners;
    auto *line = new CompletingLine(isList ? CompletingLine::Mode::List : CompletingLine::Mode::Whole, this);
    line->setNames(m_namesOf(m_fact.completes));
    line->setText(m_fact.typed);
    line->setPlaceholderText(m_fact.hint);
    line->selectAll();
    return line;
}

QWidget *InlineField::makeEditor()
{
    switch (m_fact.kind) {
    case FieldFact::Kind::Choice:
        return makeChoice();
    case FieldFact::Kind::Text:
        return makeText();
    case FieldFact::Kind::Line:
    case FieldFact::Kind::Number:
    case FieldFact::Kind::Names:
        return makeLine();
    }
    Q_UNREACHABLE();
}

void InlineField::beginEdit()
{
    if (m_editor || !m_fact.isEditable)
        return;
    m_typedBefore = m_fact.typed;
    m_isHandedIn = false;
    m_editor = makeEditor();
    m_editor->setObjectName(QString(m_fact.name + u"Edit"));
    m_editor->setAccessibleName(m_fact.label);
    m_editor->installEventFilter(this);
    m_caption->setBuddy(m_editor);
    m_column->insertWidget(0, m_editor);
    setTabOrder(m_value, m_editor);
    m_value->hide();
    m_editor->show();
    m_editor->setFocus();
}

QString InlineField::typed() const
{
    if (const auto *box = qobject_cast<QComboBox *>(m_editor))
        return box->currentData().toString();
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(m_editor))
        return edit->toPlainText();
    const auto *line = qobject_cast<QLineEdit *>(m_editor);
    return line ? line->text() : QString();
}

void InlineField::handIn()
{
    if (!m_editor || m_isHandedIn)
        return;
    const QString text = typed();
    if (text == m_typedBefore)
        return endEdit(m_editor->hasFocus());
    setWaiting(true);
    Q_EMIT edited(m_fact.name, text);
}

void InlineField::finish()
{
    if (!m_editor)
        return;
    handIn();
    endEdit(false);
}

// For the answer: what is typed meanwhile would be lost.
void InlineField::setWaiting(bool isWaiting)
{
    m_isHandedIn = isWaiting;
    if (auto *line = qobject_cast<QLineEdit *>(m_editor))
        line->setReadOnly(isWaiting);
    else if (auto *edit = qobject_cast<QPlainTextEdit *>(m_editor))
        edit->setReadOnly(isWaiting);
}

void InlineField::accept()
{
    endEdit(m_editor && m_editor->hasFocus());
}

void InlineField::refuse(const QString &sentence)
{
    if (!m_editor)
        return;
    setWaiting(false);
    tellIn(*m_error, sentence);
}

// Not at once: it may be in the middle of an event of its own.
void InlineField::endEdit(bool takeFocus)
{
    if (!m_editor)
        return;
    QWidget *const editor = std::exchange(m_editor, nullptr);
    editor->removeEventFilter(this);
    m_isHandedIn = false;
    tellIn(*m_error, {});
    m_caption->setBuddy(m_value);
    m_value->show();
    if (takeFocus)
        m_value->setFocus();
    editor->hide();
    editor->deleteLater();
    Q_EMIT ended();
}

bool InlineField::isCompleting() const
{
    const auto *line = qobject_cast<CompletingLine *>(m_editor);
    const auto *box = qobject_cast<QComboBox *>(m_editor);
    return (line && line->isCompleting()) || (box && box->view() && box->view()->isVisible());
}

bool InlineField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && !isCompleting())
            QTimer::singleShot(0, this, &InlineField::handIn);
    } else if (event->type() == QEvent::ShortcutOverride &&
               static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // it is the editor's, whatever else it may mean in the window
        return true;
    } else if (event->type() == QEvent::KeyPress && !isCompleting()) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (key.key() == Qt::Key_Escape) {
            endEdit(true);
            return true;
        }
        if (isReturn(key) && !key.modifiers().testFlag(Qt::ShiftModifier)) {
            handIn();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace milepost
