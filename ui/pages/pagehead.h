// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace milepost {

class Chip;

/// The line at the top of a page: what it is, how it stands, and at its end what can be done with it.
class PageHead final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHead(QWidget *parent = nullptr);

    QLabel *title() { return m_title; }
    /// Shows the text as it is, and in full when one points at it.
    void setTitle(const QString &text);
    /// After the title, hidden until it has a fact.
    Chip *addChip();
    /// Before the chips.
    void addBesideTitle(QWidget *widget);
    /// At the end of the line.
    void addWidget(QWidget *widget);
    /// Before what is at the end of the line.
    QToolButton *addAction(QAction *action);
    /// A field that opens the command palette, before the actions.
    void setSearch(QAction *action);

private:
    QHBoxLayout *m_layout;
    QLabel *m_title;
    int m_chips = 0;
    int m_atEnd = 0;
};

} // namespace milepost
