// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importprofilebar.h"

#include "ui/words/filling.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace milepost {

ImportProfileBar::ImportProfileBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_line(new QLineEdit(this))
{
    setObjectName(QStringLiteral("importProfile"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(QStringLiteral("importProfileText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_line->setObjectName(QStringLiteral("importProfileName"));
    m_line->setAccessibleName(tr("Name of this way to read files"));
    m_line->installEventFilter(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_line, 1);
    m_rename = addButton(tr("&Rename"), "importProfileRename");
    m_forget = addButton(tr("F&orget"), "importProfileForget");
    m_leave = addButton(tr("Start &afresh"), "importProfileLeave");
    m_forget->setToolTip(tr("Files with this heading are not read like this any more"));
    connect(m_rename, &QPushButton::clicked, this, &ImportProfileBar::beginRename);
    connect(m_line, &QLineEdit::editingFinished, this, &ImportProfileBar::endRename);
    connect(m_forget, &QPushButton::clicked, this, &ImportProfileBar::forgotten);
    connect(m_leave, &QPushButton::clicked, this, &ImportProfileBar::left);
    setRenaming(false);
    hide();
}

QPushButton *ImportProfileBar::addButton(const QString &text, const char *name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    layout()->addWidget(button);
    return button;
}

void ImportProfileBar::showProfile(const QString &name)
{
    m_name = name;
    m_text->setText(fill(tr("Read as last time: %1"), {inLine(name)}));
    show();
}

void ImportProfileBar::showTrouble(const QString &sentence)
{
    m_text->setText(sentence);
    show();
}

void ImportProfileBar::beginRename()
{
    m_line->setText(m_name);
    setRenaming(true);
    m_line->selectAll();
    m_line->setFocus();
}

void ImportProfileBar::endRename()
{
    if (m_line->isHidden())
        return;
    const QString name = m_line->text().simplified();
    setRenaming(false);
    if (!name.isEmpty() && name != m_name)
        Q_EMIT renamed(name);
}

void ImportProfileBar::setRenaming(bool isRenaming)
{
    m_line->setVisible(isRenaming);
    m_text->setVisible(!isRenaming);
    m_rename->setEnabled(!isRenaming);
}

// The keys that end the name are not for the dialog round it.
bool ImportProfileBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        m_line->setText(m_name);
    if (key != Qt::Key_Escape && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    endRename();
    m_rename->setFocus();
    return true;
}

} // namespace milepost
