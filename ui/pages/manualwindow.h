// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/profile.h"
#include "ui/pages/manualpages.h"

#include <QWidget>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace milepost {

class ManualView;

/// The manual in a window of its own, beside the one it is about: contents, a line to search with, the page.
class ManualWindow final : public QWidget
{
    Q_OBJECT
public:
    ManualWindow(Profile &profile, QWidget *owner);

    /// Opens a page, at a heading if one is named, and comes to the front.
    void open(const QString &page, const QString &anchor = {});
    QString page() const { return m_page; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildSide();
    void fillContents();
    void show(const QString &page, const QString &anchor);
    void follow(const QUrl &link);
    void chooseItem(const QTreeWidgetItem *item);
    void search(const QString &text);
    void findNext();
    QStringList pagesShown() const;

    Profile &m_profile;
    QLineEdit *m_line = nullptr;
    QTreeWidget *m_contents = nullptr;
    ManualView *m_view;
    QString m_page;
};

} // namespace milepost
