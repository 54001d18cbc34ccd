// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/pages/boardpainting.h"

#include <QAction>

namespace milepost {

class BoardPage;

/// The board as it stands in its table, on paper, in a PDF or as a picture.
class PrintCommands final : public QObject
{
    Q_OBJECT
public:
    PrintCommands(Session &session, BoardPage &page, QObject *parent = nullptr);

    QAction *print() { return &m_print; }
    QAction *savePdf() { return &m_savePdf; }
    QAction *copyPicture() { return &m_copyPicture; }
    QAction *savePicture() { return &m_savePicture; }

    /// What stands above the board that is shown.
    BoardHead head() const;
    /// Only where a board is shown there is something to print.
    void setBoardShown(bool isShown);
    void writePdf(const QString &path);
    void writePicture(const QString &path);

Q_SIGNALS:
    void failed(const milepost::Error &error);
    /// Something was done that one does not see.
    void told(const QString &sentence);

private:
    void askForPrinter();
    void askForPdf();
    void askForPicture();
    void copy();
    QImage picture();
    QString proposal(const QString &suffix) const;

    Session &m_session;
    BoardPage &m_page;
    QAction m_print;
    QAction m_savePdf;
    QAction m_copyPicture;
    QAction m_savePicture;
};

} // namespace milepost
