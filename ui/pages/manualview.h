// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/manualpages.h"

#include <QTextBrowser>

namespace milepost {

/// Shows a page of the manual. It loads nothing, from no disk and no net: a link is only told.
class ManualView final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ManualView(QWidget *parent = nullptr);

    void showPage(const ManualPage &page);
    /// Scrolls to a heading; to the beginning if there is none of that name.
    void scrollToAnchor(const QString &anchor);
    /// Lets all places stand out where this is written, and goes to the first; false if there is none.
    bool markAll(const QString &text);

    QVariant loadResource(int, const QUrl &) override { return {}; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();
    void dressTables();
    void dressCode();
    void setMeasure();

    ManualPage m_page;
};

} // namespace milepost
