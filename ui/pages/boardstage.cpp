// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardstage.h"

#include "ui/pages/boardview.h"
#include "ui/pages/monthgridview.h"
#include "ui/words/filling.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace milepost {

BoardStage::BoardStage(BoardModel &model, BoardView &table, QWidget *parent)
    : QStackedWidget(parent)
    , m_model(model)
    , m_table(table)
    , m_months(new MonthGridView(model, this))
    , m_nothing(buildNothing())
{
    addWidget(&table);
    addWidget(m_months);
    addWidget(m_nothing);
    connect(&model, &BoardModel::updated, this, &BoardStage::showWhatIsThere);
    connect(m_months, &MonthGridView::rowChosen, this, [this] { setFace(Face::Table); });
    connect(m_months->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BoardStage::followMonths);
}

QWidget *BoardStage::buildNothing()
{
    auto *page = new QWidget(this);
    m_nothingText = new QLabel(page);
    m_nothingText->setObjectName(QStringLiteral("nothingFound"));
    m_nothingText->setTextFormat(Qt::PlainText);
    m_nothingText->setAlignment(Qt::AlignCenter);
    m_nothingText->setWordWrap(true);
    auto *clear = new QPushButton(tr("Show all rows"), page);
    clear->setObjectName(QStringLiteral("clearFilter"));
    clear->setAccessibleName(clear->text());
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(m_nothingText);
    layout->addSpacing(12);
    layout->addWidget(clear, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(clear, &QPushButton::clicked, this, &BoardStage::filterUnwanted);
    return page;
}

void BoardStage::setFace(Face face)
{
    if (m_face == face)
        return;
    m_face = face;
    m_months->grid().setActive(face == Face::Months);
    if (face == Face::Months) {
        const BoardRow *row = m_model.rowAt(m_table.currentIndex());
        m_months->goTo(row ? row->key() : RowKey());
    }
    showWhatIsThere();
    followMonths();
    takeFocus();
    Q_EMIT faceChanged();
}

// The table's current row is what the commands and the inspector are about, also behind the months.
void BoardStage::followMonths()
{
    const std::optional<RowKey> key = m_months->currentRow();
    const BoardRow *row = m_model.rowAt(m_table.currentIndex());
    if (currentWidget() == m_months && key && !(row && row->key() == *key))
        m_table.setCurrentIndex(m_model.indexOf(*key, BoardModel::ValueColumn));
}

void BoardStage::followTable()
{
    const BoardRow *row = m_model.rowAt(m_table.currentIndex());
    if (currentWidget() == m_months && row && m_months->currentRow() != row->key() &&
        m_months->grid().placeOf(row->key()) >= 0)
        m_months->goTo(row->key());
}

void BoardStage::setZoom(int percent)
{
    m_table.setZoom(percent);
    m_months->setZoom(percent);
}

void BoardStage::takeFocus()
{
    currentWidget()->setFocus();
}

void BoardStage::showWhatIsThere()
{
    const bool isFilteredOut = m_model.shownRows() == 0 && m_model.allRows() > 0;
    if (isFilteredOut)
        m_nothingText->setText(
            fill(tr("No row of this board contains “%1”."), {m_model.arrangement().filter}));
    if (isFilteredOut)
        setCurrentWidget(m_nothing);
    else if (m_face == Face::Months)
        setCurrentWidget(m_months);
    else
        setCurrentWidget(&m_table);
}

} // namespace milepost
