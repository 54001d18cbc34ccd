// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QProxyStyle>

class QStyleOptionHeader;
class QStyleOptionTab;
class QStyleOptionViewItem;

namespace milepost::style {

/// The index that an item's ground is painted for. A tree does not say it, so it is looked up.
QModelIndex indexOf(const QStyleOptionViewItem &item, const QWidget *widget);

/// An item of a view without a delegate of ours. The ground of a chosen one is pale: its text stays dark on
/// it.
void drawViewItem(const QProxyStyle &style, const QStyleOptionViewItem &item, QPainter *painter,
                  const QWidget *widget);

void drawBranch(QPainter *painter, const QStyleOption *option);

void drawHeaderSection(QPainter *painter, const QStyleOption *option);

void drawHeaderLabel(const QStyleOptionHeader &header, QPainter *painter);

void drawTab(const QStyleOptionTab &tab, QPainter *painter);

} // namespace milepost::style
