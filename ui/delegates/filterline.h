// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace milepost {

/// Where the words are typed that a page's list is narrowed by. Ctrl+F comes here from anywhere on the page;
/// Escape takes the words away, and once there are none, goes back to the list, as Enter and Down do.
class FilterLine final : public QLineEdit
{
    Q_OBJECT
public:
    /// \p name is what a screen reader says.
    FilterLine(const QString &name, QWidget *page);
    /// What the keys go back to.
    void setList(QWidget *list) { m_list = list; }
    bool isFiltering() const { return !text().trimmed().isEmpty(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *m_list = nullptr;
};

} // namespace milepost
