// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/clipboardtable.h"

#include "core/exchange/numberconvention.h"

#include <QMimeData>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <string>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

QString textOf(const QTextTableCell &cell)
{
    QTextCursor cursor = cell.firstCursorPosition();
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
    return cursor.selectedText().simplified(); // which knows the separators of lines and paragraphs
}

PastedCells cellsOf(const QTextTable &table)
{
    PastedCells cells;
    for (int row = 0; row < table.rows(); ++row) {
        QStringList texts;
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            // A cell that spans several is at its first place only.
            const bool isFirst = cell.row() == row && cell.column() == column;
            texts.append(isFirst ? textOf(cell) : QString());
        }
        cells.append(texts);
    }
    return cells;
}

PastedCells cellsOfHtml(const QString &html)
{
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.setHtml(html);
    for (QTextFrame *frame : document.rootFrame()->childFrames())
        if (const auto *const table = qobject_cast<QTextTable *>(frame))
            return cellsOf(*table);
    return {};
}

/// Goes through text with tabs, where a cell in quotes may hold tabs, line breaks and doubled quotes.
PastedCells cellsOfText(const QString &text)
{
    PastedCells cells(1);
    QString cell;
    bool isQuoted = false;
    const auto end = [&cells, &cell] { cells.last().append(std::exchange(cell, {})); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar sign = text.at(i);
        const bool isQuote = sign == u'"';
        if (isQuoted && isQuote && text.mid(i + 1, 1) == u"\""_s)
            cell += text.at(++i);
        else if (isQuote && (isQuoted || cell.isEmpty()))
            isQuoted = !isQuoted;
        else if (!isQuoted && sign == u'\t')
            end();
        else if (!isQuoted && sign == u'\n') {
            end();
            cells.append(QStringList());
        } else if (isQuoted || sign != u'\r')
            cell += sign;
    }
    end();
    return cells;
}

bool isNumber(const QString &text)
{
    const std::string bytes = text.toStdString();
    return readNumber(trimmed(bytes), DecimalMark::Point) || readNumber(trimmed(bytes), DecimalMark::Comma);
}

QString harmless(const QString &text)
{
    const bool isFormula = !text.isEmpty() && u"=+-@\t\r"_s.contains(text.at(0)) && !isNumber(text);
    return isFormula ? QString(u'\'' + text) : text;
}

QString quoted(const QString &text)
{
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'"'))
        return text;
    QString inside = text;
    inside.replace(u'"', u"\"\""_s);
    return u'"' + inside + u'"';
}

} // namespace

PastedCells cellsOf(const QMimeData &data)
{
    if (data.hasHtml())
        if (const PastedCells cells = cellsOfHtml(data.html()); !cells.isEmpty())
            return cells;
    return data.hasText() && !data.text().trimmed().isEmpty() ? cellsOfText(data.text()) : PastedCells();
}

QMimeData *mimeOf(const PastedCells &cells)
{
    QStringList lines;
    QString html = u"<table>"_s;
    for (const QStringList &row : cells) {
        QStringList line;
        html += u"<tr>"_s;
        for (const QString &cell : row) {
            const QString text = harmless(cell);
            line.append(quoted(text));
            html += u"<td>"_s + text.toHtmlEscaped() + u"</td>"_s;
        }
        html += u"</tr>"_s;
        lines.append(line.join(u'\t'));
    }
    auto *data = new QMimeData;
    data->setText(lines.join(u'\n'));
    data->setHtml(html + u"</table>"_s);
    return data;
}

} // namespace milepost
