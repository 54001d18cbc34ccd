// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/manualview.h"

#include "ui/charts/theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>

namespace milepost {
namespace {

constexpr int kMeasure = 84; ///< characters in a line, at most
constexpr double kLineHeight = 140;

void dressHeading(QTextCursor &cursor, QTextBlockFormat &format, int level, double points)
{
    QTextCharFormat letters;
    letters.setFontWeight(QFont::DemiBold);
    letters.setFontPointSize(points * (level == 1 ? 1.7 : level == 2 ? 1.25 : 1.05));
    letters.clearProperty(QTextFormat::FontSizeAdjustment);
    cursor.mergeCharFormat(letters);
    format.setTopMargin(points * (level == 1 ? 1 : 2));
    format.setBottomMargin(points * 0.6);
}

} // namespace

ManualView::ManualView(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("manualView"));
    setAccessibleName(tr("Manual"));
    setFrameShape(NoFrame);
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would break the lines anew
    setTabChangesFocus(false);                         // Tab goes from link to link
}

void ManualView::showPage(const ManualPage &page)
{
    m_page = page;
    document()->setDefaultFont(font());
    document()->setMarkdown(page.markdown,
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                QTextDocument::MarkdownNoHTML);
    dress();
    setMeasure();
    setExtraSelections({});
    moveCursor(QTextCursor::Start);
}

void ManualView::dress()
{
    const double points = document()->defaultFont().pointSizeF();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor); // and not the block before it
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
        if (const int level = format.headingLevel(); level > 0)
            dressHeading(cursor, format, level, points);
        else
            format.setBottomMargin(points * (block.textList() ? 0.35 : 0.8));
        cursor.setBlockFormat(format);
    }
    dressCode();
    dressTables();
}

// Keys and names of files are told apart by their ground rather than by another font.
void ManualView::dressCode()
{
    const Theme &theme = themeOf(palette());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            const QTextFragment fragment = piece.fragment();
            QTextCharFormat format = fragment.charFormat();
            if (!format.fontFixedPitch() && !format.isAnchor())
                continue;
            QTextCursor cursor(document());
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            QTextCharFormat change;
            if (format.fontFixedPitch()) {
                change.setFontFamilies({font().family()});
                change.setFontWeight(QFont::Medium);
                change.setBackground(theme.muteSoft);
            }
            if (format.isAnchor())
                change.setForeground(theme.accentInk);
            cursor.mergeCharFormat(change);
        }
}

void ManualView::dressTables()
{
    const Theme &theme = themeOf(palette());
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        auto *const table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderBrush(theme.line);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setCellPadding(6);
        format.setBottomMargin(document()->defaultFont().pointSizeF());
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
    }
}

// Long lines are hard to read: what is wider than the measure becomes margin.
void ManualView::setMeasure()
{
    const int room = viewport()->width();
    const int measure = std::min(room - 48, kMeasure * fontMetrics().averageCharWidth());
    QTextFrameFormat format = document()->rootFrame()->frameFormat();
    const double margin = std::max(24, (room - measure) / 2);
    if (qFuzzyCompare(format.leftMargin(), margin))
        return;
    format.setLeftMargin(margin);
    format.setRightMargin(margin);
    format.setBottomMargin(48);
    document()->rootFrame()->setFrameFormat(format);
}

void ManualView::scrollToAnchor(const QString &anchor)
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || anchor.isEmpty() || anchorOf(block.text()) != anchor)
            continue;
        setTextCursor(QTextCursor(block));
        verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect().top() - 24);
        return;
    }
    moveCursor(QTextCursor::Start);
}

bool ManualView::markAll(const QString &text)
{
    const Theme &theme = themeOf(palette());
    QList<ExtraSelection> marks;
    QTextCursor cursor(document());
    for (cursor = document()->find(text, cursor); !text.isEmpty() && !cursor.isNull();
         cursor = document()->find(text, cursor)) {
        ExtraSelection mark;
        mark.cursor = cursor;
        mark.format.setBackground(theme.warnSoft);
        mark.format.setForeground(theme.ink);
        marks.append(mark);
    }
    setExtraSelections(marks);
    if (marks.isEmpty())
        return false;
    setTextCursor(marks.constFirst().cursor);
    ensureCursorVisible();
    return true;
}

void ManualView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    const bool isLook = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (!isLook || m_page.name.isEmpty())
        return;
    const int scrolled = verticalScrollBar()->value();
    const ManualPage page = m_page;
    showPage(page);
    verticalScrollBar()->setValue(scrolled);
}

void ManualView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    setMeasure();
}

} // namespace milepost
