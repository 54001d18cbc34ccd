// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/templateshelf.h"
#include "core/services/session.h"
#include "ui/models/boardpreview.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QRadioButton;
class QTreeView;

namespace milepost {

/// A new board: blank or from a template, which is shown as its board will look; who may see it, and when it
/// holds. Enter makes it.
class NewBoardDialog final : public QDialog
{
    Q_OBJECT
public:
    NewBoardDialog(Session &session, QWidget *parent);

    /// Adds a template file to the list and chooses it; one that cannot be read says why.
    void openTemplate(const QString &path);

    /// Where a person's own templates are kept.
    static QString ownFolder(Session &session);

Q_SIGNALS:
    void made(milepost::BoardId board);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildShelf();
    QWidget *buildForm();
    QWidget *buildPreview();
    QWidget *buildFoot();
    QRadioButton *addVisibility(QWidget *box, const QString &text, const QString &hint, const char *name);
    void fillShelf();
    void fillCycles();
    QListWidgetItem *addHeading(const QString &text);
    QListWidgetItem *addTemplate(const ShelvedTemplate &shelved);
    void askForFile();
    void choose();
    void showTemplate();
    void showDetail();
    void proposeName();
    QString freeName(const QString &wanted) const;
    const ShelvedTemplate *chosen() const;
    AddFromTemplate request() const;
    void make();
    void showError(const QString &text);

    Session &m_session;
    QList<ShelvedTemplate> m_templates; ///< a list item's data is the index
    BoardPreview m_preview;
    QListWidget *m_shelf = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_cycle = nullptr;
    QRadioButton *m_public = nullptr;
    QRadioButton *m_private = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_advice = nullptr;
    QTreeView *m_rows = nullptr;
    QLabel *m_detail = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_make = nullptr;
};

} // namespace milepost
