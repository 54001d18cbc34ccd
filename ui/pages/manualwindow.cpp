// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/manualwindow.h"

#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/sidebardelegate.h"
#include "ui/models/palettematch.h"
#include "ui/models/roles.h"
#include "ui/pages/manualview.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QSplitter>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int kRoomForTitle = 32; // of the window, which the desktop adds
constexpr int kPageRole = FirstOwnRole;
constexpr int kAnchorRole = FirstOwnRole + 1;
constexpr int kTextRole = FirstOwnRole + 2; ///< folded, to be looked in

QString geometryKey()
{
    return QStringLiteral("manual/geometry");
}

QTreeWidgetItem *itemOf(const QString &title, const QString &page, const QString &anchor, const QString &text)
{
    auto *const item = new QTreeWidgetItem({title});
    item->setData(0, kPageRole, page);
    item->setData(0, kAnchorRole, anchor);
    item->setData(0, kTextRole, searchKey(text).folded);
    return item;
}

} // namespace

ManualWindow::ManualWindow(Profile &profile, QWidget *owner)
    : QWidget(owner, Qt::Window)
    , m_profile(profile)
    , m_view(new ManualView(this))
{
    setObjectName(QStringLiteral("manualWindow"));
    setWindowTitle(tr("Manual – Milepost"));
    auto *const body = new QSplitter(this);
    body->addWidget(buildSide());
    body->addWidget(m_view);
    body->setStretchFactor(1, 1);
    body->setChildrenCollapsible(false);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(body);
    connect(m_view, &QTextBrowser::anchorClicked, this, &ManualWindow::follow);
    fillContents();
    resize(fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 44);
    restoreGeometry(m_profile.value(geometryKey()).toByteArray());
    resize(size().boundedTo(screen()->availableSize() - QSize(0, kRoomForTitle)));
}

QWidget *ManualWindow::buildSide()
{
    auto *const side = new QWidget(this);
    m_line = new QLineEdit(side);
    m_line->setObjectName(QStringLiteral("manualSearch"));
    m_line->setAccessibleName(tr("Search the manual"));
    m_line->setPlaceholderText(tr("Search the manual"));
    m_line->setClearButtonEnabled(true);
    m_contents = new QTreeWidget(side);
    m_contents->setObjectName(QStringLiteral("manualContents"));
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setHeaderHidden(true);
    m_contents->setProperty(kPlainRowsProperty, true);
    m_contents->setItemDelegate(new SideBarDelegate(m_contents));
    m_contents->setMouseTracking(true);
    m_contents->setRootIsDecorated(false);
    m_contents->setItemsExpandable(false);
    m_contents->viewport()->setAutoFillBackground(false);
    m_contents->setIndentation(fontMetrics().height());
    auto *const layout = new QVBoxLayout(side);
    layout->addWidget(m_line);
    layout->addWidget(m_contents, 1);
    connect(m_line, &QLineEdit::textChanged, this, &ManualWindow::search);
    connect(m_line, &QLineEdit::returnPressed, this, &ManualWindow::findNext);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, &ManualWindow::chooseItem);
    return side;
}

void ManualWindow::fillContents()
{
    for (const ManualPage &page : manualPages()) {
        QTreeWidgetItem *const item = itemOf(page.title, page.name, {}, page.markdown);
        for (const ManualSection &section : page.sections)
            if (!section.title.isEmpty())
                item->addChild(itemOf(section.title, page.name, section.anchor, section.text));
        m_contents->addTopLevelItem(item);
    }
    m_contents->expandAll();
}

void ManualWindow::open(const QString &page, const QString &anchor)
{
    show(page, anchor);
    QWidget::show();
    raise();
    activateWindow();
    m_view->setFocus();
}

void ManualWindow::show(const QString &page, const QString &anchor)
{
    for (const ManualPage &one : manualPages()) {
        if (one.name != page)
            continue;
        if (m_page != page)
            m_view->showPage(one);
        m_page = page;
        m_view->scrollToAnchor(anchor);
    }
}

// Links are between pages: "boards.md", "boards.md#columns", "#columns".
void ManualWindow::follow(const QUrl &link)
{
    if (!link.isRelative())
        return;
    const QString file = link.path();
    show(file.isEmpty() ? m_page : file.chopped(file.endsWith(QStringLiteral(".md")) ? 3 : 0),
         link.fragment());
}

void ManualWindow::chooseItem(const QTreeWidgetItem *item)
{
    if (item)
        show(item->data(0, kPageRole).toString(), item->data(0, kAnchorRole).toString());
}

void ManualWindow::search(const QString &text)
{
    const QString wanted = searchKey(text).folded.simplified();
    const auto isHidden = [&wanted](const QTreeWidgetItem &item) {
        return !item.data(0, kTextRole).toString().contains(wanted);
    };
    for (int row = 0; row < m_contents->topLevelItemCount(); ++row) {
        QTreeWidgetItem *const page = m_contents->topLevelItem(row);
        page->setHidden(isHidden(*page));
        for (int child = 0; child < page->childCount(); ++child)
            page->child(child)->setHidden(isHidden(*page->child(child)));
    }
    const QStringList pages = pagesShown();
    if (!pages.isEmpty() && !pages.contains(m_page))
        show(pages.first(), {});
    m_view->markAll(text.simplified());
}

QStringList ManualWindow::pagesShown() const
{
    QStringList pages;
    for (int row = 0; row < m_contents->topLevelItemCount(); ++row)
        if (const QTreeWidgetItem *page = m_contents->topLevelItem(row); !page->isHidden())
            pages.append(page->data(0, kPageRole).toString());
    return pages;
}

// On this page, then on the next one that has it.
void ManualWindow::findNext()
{
    const QString text = m_line->text().simplified();
    if (text.isEmpty() || m_view->find(text))
        return;
    const QStringList pages = pagesShown();
    if (pages.isEmpty())
        return;
    show(pages.at((pages.indexOf(m_page) + 1) % pages.size()), {});
    m_view->markAll(text);
}

void ManualWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        return m_line->setFocus();
    if (event->key() == Qt::Key_Escape)
        return void(close());
    QWidget::keyPressEvent(event);
}

void ManualWindow::closeEvent(QCloseEvent *event)
{
    m_profile.setValue(geometryKey(), saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace milepost
