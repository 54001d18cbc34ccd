// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/formdialog.h"

#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/taborder.h"
#include "ui/words/errors.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace milepost {
namespace {

constexpr int kMinimumWidth = 440;

} // namespace

FormDialog::FormDialog(const QString &title, const QString &accept, QWidget *parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_error(new QLabel(this))
{
    setWindowTitle(title);
    setMinimumWidth(kMinimumWidth);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setObjectName(QStringLiteral("formError"));
    m_error->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(accept, QDialogButtonBox::AcceptRole);
    m_accept->setProperty(kPrimaryProperty, true);
    m_accept->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(m_form);
    layout->addWidget(m_error);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &FormDialog::send);
}

QLineEdit *FormDialog::addLine(const QString &label, const QString &objectName, const QString &placeholder)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(objectName);
    line->setPlaceholderText(placeholder);
    m_form->addRow(label, line);
    beginWith(line);
    return line;
}

QComboBox *FormDialog::addChoice(const QString &label, const QString &objectName,
                                 const QList<std::pair<QString, QVariant>> &entries)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(objectName);
    for (const auto &[text, value] : entries)
        choice->addItem(text, value);
    m_form->addRow(label, choice);
    beginWith(choice);
    return choice;
}

QLineEdit *FormDialog::addSavePath(const QString &label, const QString &objectName, const QString &filter)
{
    auto *row = new QWidget(this);
    auto *line = new QLineEdit(row);
    line->setObjectName(objectName);
    line->setAccessibleName(label);
    auto *choose = new QPushButton(tr("Choose…"), row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(line, 1);
    layout->addWidget(choose);
    auto *caption = new QLabel(label, this);
    caption->setBuddy(line);
    m_form->addRow(caption, row);
    beginWith(line);
    connect(choose, &QPushButton::clicked, this, [this, line, filter] {
        const QString path = QFileDialog::getSaveFileName(this, windowTitle(), line->text(), filter);
        if (!path.isEmpty())
            line->setText(path);
    });
    return line;
}

void FormDialog::addHint(const QString &text)
{
    auto *hint = new QLabel(text, this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(hint);
}

void FormDialog::beginWith(QWidget *field)
{
    if (!m_first)
        m_first = field;
}

void FormDialog::showEvent(QShowEvent *event)
{
    tabInReadingOrder(*this); // the fields were added after the buttons
    if (m_first)
        m_first->setFocus();
    QDialog::showEvent(event);
}

void FormDialog::send()
{
    m_sentFrom = focusWidget();
    m_error->hide();
    m_accept->setEnabled(false);
    if (m_send)
        m_send();
}

void FormDialog::showError(const Error &error)
{
    m_accept->setEnabled(true);
    m_error->setText(sentence(error));
    m_error->show();
    if (m_sentFrom) // a button that is switched off hands the keyboard on
        m_sentFrom->setFocus();
}

} // namespace milepost
