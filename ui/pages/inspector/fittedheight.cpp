// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/fittedheight.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeView>

namespace milepost {
namespace {

int headerHeight(const QAbstractItemView &view)
{
    const auto *const tree = qobject_cast<const QTreeView *>(&view);
    return tree && !tree->isHeaderHidden() ? tree->header()->sizeHint().height() : 0;
}

} // namespace

FittedHeight::FittedHeight(QAbstractItemView *view, int mostLines)
    : QObject(view)
    , m_view(view)
    , m_mostLines(mostLines)
{
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setFrameShape(QFrame::NoFrame);
    view->viewport()->installEventFilter(this);
    const QAbstractItemModel *const model = view->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &FittedHeight::fit);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &FittedHeight::fit);
    connect(model, &QAbstractItemModel::dataChanged, this, &FittedHeight::fit);
    connect(model, &QAbstractItemModel::modelReset, this, &FittedHeight::fit);
    fit();
}

bool FittedHeight::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        fit();
    return QObject::eventFilter(watched, event);
}

void FittedHeight::fit()
{
    if (std::exchange(m_isFitting, true))
        return;
    const int most = m_mostLines * m_view->fontMetrics().lineSpacing();
    int height = 0;
    for (int row = 0; row < m_view->model()->rowCount() && height <= most; ++row)
        height += m_view->sizeHintForRow(row);
    m_view->setFixedHeight(headerHeight(*m_view) + qMin(height, most) + 2);
    m_isFitting = false;
}

} // namespace milepost
