// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/printcommands.h"

#include "ui/commands/folders.h"
#include "ui/delegates/icons.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/boardpages.h"
#include "ui/pages/boardview.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMarginsF>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>

namespace milepost {
namespace {

constexpr double kPixelRatio = 2; // a picture stays crisp where it is pasted
constexpr double kMarginMm = 12;

void layOut(QPagedPaintDevice &device)
{
    device.setPageOrientation(QPageLayout::Landscape);
    device.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
}

QString withSuffix(const QString &path, const QString &suffix)
{
    return QFileInfo(path).suffix().isEmpty() ? QString(path + u'.' + suffix) : path;
}

Error unwritable(const QSaveFile &file)
{
    return {Error::Code::FileUnwritable, {file.fileName(), file.errorString()}};
}

/// The board's name as a file's, without what file systems take for something else.
QString asFileName(const QString &name)
{
    QString file = inLine(name);
    for (QChar &character : file)
        if (QStringLiteral("/\\:*?\"<>|").contains(character))
            character = u'-';
    return file.startsWith(u'.') ? QString(u'-' + file) : file;
}

} // namespace

PrintCommands::PrintCommands(Session &session, BoardPage &page, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
    , m_print(tr("&Print…"))
    , m_savePdf(tr("Save as P&DF…"))
    , m_copyPicture(tr("Copy as pict&ure"))
    , m_savePicture(tr("Save as p&icture…"))
{
    m_print.setIcon(icon(Icon::Print));
    m_print.setShortcut(QKeySequence::Print);
    m_copyPicture.setToolTip(tr("The chosen rows, or the whole board"));
    connect(&m_print, &QAction::triggered, this, &PrintCommands::askForPrinter);
    connect(&m_savePdf, &QAction::triggered, this, &PrintCommands::askForPdf);
    connect(&m_copyPicture, &QAction::triggered, this, &PrintCommands::copy);
    connect(&m_savePicture, &QAction::triggered, this, &PrintCommands::askForPicture);
    setBoardShown(false);
}

void PrintCommands::setBoardShown(bool isShown)
{
    for (QAction *action : {&m_print, &m_savePdf, &m_copyPicture, &m_savePicture})
        action->setEnabled(isShown);
}

BoardHead PrintCommands::head() const
{
    const Board *board = m_page.seenBoard();
    if (!board)
        return {};
    const bool isPrivate = board->visibility == Visibility::Private;
    const QString day = QLocale().toString(m_page.model().day(), QLocale::LongFormat);
    return {board->name, isPrivate ? label(board->visibility) : QString(),
            m_page.model().isPast() ? fill(tr("As it stood on %1"), {day}) : day};
}

QString PrintCommands::proposal(const QString &suffix) const
{
    return documentsFolder() + u'/' + asFileName(head().title) + u'.' + suffix;
}

void PrintCommands::askForPrinter()
{
    QPrinter printer;
    printer.setResolution(m_page.view().logicalDpiX());
    printer.setDocName(head().title);
    layOut(printer);
    QPrintDialog dialog(&printer, m_page.window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    printer.setResolution(m_page.view().logicalDpiX()); // a printer that was chosen may bring its own
    if (!printBoard(m_page.view(), head(), printer, printer.fromPage(), printer.toPage()))
        Q_EMIT failed(
            {Error::Code::FileUnwritable, {printer.printerName(), tr("the printer takes nothing")}});
}

void PrintCommands::askForPdf()
{
    const QString path = QFileDialog::getSaveFileName(
        m_page.window(), tr("Save as PDF"), proposal(QStringLiteral("pdf")), tr("PDF files (*.pdf)"));
    if (!path.isEmpty())
        writePdf(withSuffix(path, QStringLiteral("pdf")));
}

void PrintCommands::writePdf(const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly))
        return Q_EMIT failed(unwritable(file));
    bool isPrinted = false;
    {
        QPdfWriter writer(&file);
        writer.setResolution(m_page.view().logicalDpiX());
        writer.setTitle(head().title);
        layOut(writer);
        isPrinted = printBoard(m_page.view(), head(), writer);
    }
    if (!isPrinted || !file.commit())
        return Q_EMIT failed(unwritable(file));
    Q_EMIT told(fill(tr("The board is in “%1”."), {inLine(path)}));
}

void PrintCommands::askForPicture()
{
    const QString path = QFileDialog::getSaveFileName(
        m_page.window(), tr("Save as picture"), proposal(QStringLiteral("png")), tr("Pictures (*.png)"));
    if (!path.isEmpty())
        writePicture(withSuffix(path, QStringLiteral("png")));
}

// Rows that were chosen are wanted alone; one row is only where the cursor is.
QImage PrintCommands::picture()
{
    const BoardView &view = m_page.view();
    const bool hasChoice = view.selectionModel()->selectedRows().size() > 1;
    const BoardPainting painting(view, hasChoice ? BoardPainting::Rows::Selected : BoardPainting::Rows::All);
    QImage image = pictureOf(painting, head(), view, kPixelRatio);
    if (image.isNull())
        Q_EMIT told(tr("The board is too large for a picture. Choose fewer rows, or save it as PDF."));
    return image;
}

void PrintCommands::writePicture(const QString &path)
{
    const QImage image = picture();
    if (image.isNull())
        return;
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return Q_EMIT failed(unwritable(file));
    Q_EMIT told(fill(tr("The picture is in “%1”."), {inLine(path)}));
}

void PrintCommands::copy()
{
    const QImage image = picture();
    if (image.isNull())
        return;
    QGuiApplication::clipboard()->setImage(image);
    Q_EMIT told(tr("The picture is on the clipboard."));
}

} // namespace milepost
