// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/section.h"

#include "ui/charts/marks.h"
#include "ui/delegates/icons.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/words/filling.h"

#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace milepost {

Section::Section(const QString &key, QString title, QWidget *content, Profile &profile, QWidget *parent)
    : QWidget(parent)
    , m_key(QStringLiteral("inspector/%1/open").arg(key))
    , m_title(std::move(title))
    , m_heading(new QToolButton(this))
    , m_content(content)
    , m_profile(profile)
{
    m_heading->setObjectName(QString(key + u"Heading"));
    m_heading->setCheckable(true);
    m_heading->setProperty(kFoldProperty, true);
    m_heading->setAutoRaise(true);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_heading->setFont(smallFont(font()));
    m_heading->setIconSize(QSize(12, 12));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    layout->addWidget(m_content);
    connect(m_heading, &QToolButton::toggled, this, [this](bool isOpen) {
        m_profile.setValue(m_key, isOpen);
        showContent(isOpen);
    });
    const QSignalBlocker quiet(m_heading);
    m_heading->setChecked(m_profile.value(m_key).isNull() || m_profile.value(m_key).toBool());
    setCount(0);
    showContent(isOpen());
}

bool Section::isOpen() const
{
    return m_heading->isChecked();
}

void Section::setOpen(bool isOpen)
{
    m_heading->setChecked(isOpen);
}

void Section::setCount(qsizetype count)
{
    const QString text = count == 0 ? m_title : fill(tr("%1 (%2)"), {m_title, QLocale().toString(count)});
    m_heading->setText(text);
    m_heading->setAccessibleName(text);
}

void Section::showContent(bool isOpen)
{
    m_heading->setIcon(icon(isOpen ? Icon::ChevronDown : Icon::ChevronRight));
    m_heading->setAccessibleDescription(isOpen ? tr("Open; press to fold away")
                                               : tr("Folded away; press to open"));
    m_content->setVisible(isOpen);
    Q_EMIT toggled(isOpen);
}

} // namespace milepost
