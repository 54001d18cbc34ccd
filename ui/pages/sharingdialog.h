// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStringListModel;
class QVBoxLayout;

namespace milepost {

class SharingRow;

/// Who a board is shared with, and in which role; it follows what others change meanwhile. Owners change it
/// here, everyone else reads it, and everyone may give up a role of their own.
class SharingDialog final : public QDialog
{
    Q_OBJECT
public:
    SharingDialog(Session &session, BoardId board, QWidget *parent);

private:
    QWidget *buildRows();
    QWidget *buildAdding();
    QWidget *buildFoot();
    void refresh();
    void showRows(const QList<const Grant *> &grants, bool isOwner);
    SharingRow *rowFor(const Grant &grant);
    void showWords();
    void proposeNames(const QList<const Grant *> &grants);
    void add();
    void submit(Decide decide);
    void tell(const Error &error);

    Session &m_session;
    BoardId m_board;
    QLabel *m_effect = nullptr;
    QLabel *m_mine = nullptr;
    QScrollArea *m_area = nullptr;
    QVBoxLayout *m_rowLayout = nullptr;
    QHash<GrantId, SharingRow *> m_rows;
    QWidget *m_adding = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_role = nullptr;
    QStringListModel *m_names = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_leave = nullptr;
};

} // namespace milepost
