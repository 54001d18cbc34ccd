// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pagehead.h"

#include "ui/delegates/chip.h"
#include "ui/delegates/elidedlabel.h"
#include "ui/pages/searchbutton.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace milepost {
namespace {

constexpr int kMargin = 20;
constexpr int kHeight = 52;
constexpr int kLeastOfTitle = 16;
constexpr int kStretchOfSearch = 4; // against the title's one: it comes to its full width first
constexpr double kTitleScale = 1.23;

} // namespace

PageHead::PageHead(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_title(new ElidedLabel(kLeastOfTitle, this))
{
    setMinimumHeight(kHeight);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * kTitleScale);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_layout->setContentsMargins(kMargin, 0, kMargin, 0);
    m_layout->setSpacing(12);
    m_layout->addWidget(m_title, 1);
}

void PageHead::setTitle(const QString &text)
{
    m_title->setText(text);
    m_title->setToolTip(text);
}

Chip *PageHead::addChip()
{
    auto *chip = new Chip({}, this);
    chip->hide();
    m_layout->insertWidget(++m_chips, chip);
    return chip;
}

void PageHead::addBesideTitle(QWidget *widget)
{
    m_layout->insertWidget(1, widget);
    ++m_chips;
}

void PageHead::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
    ++m_atEnd;
}

QToolButton *PageHead::addAction(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_layout->insertWidget(m_layout->count() - m_atEnd, button);
    return button;
}

void PageHead::setSearch(QAction *action)
{
    m_layout->insertWidget(m_chips + 1, new SearchButton(action, this), kStretchOfSearch);
}

} // namespace milepost
