// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/profile.h"
#include "ui/pages/boardstage.h"

#include <QAction>
#include <QTimer>

class QActionGroup;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace milepost {

class BoardView;
class ColumnsPopup;

/// How one looks at a board: the filter line, groups, order, columns, zoom, and the table or the months. All
/// of it is kept for each board in the profile.
class BoardTools final : public QWidget
{
    Q_OBJECT
public:
    BoardTools(Profile &profile, BoardModel &model, BoardView &table, BoardStage &stage,
               QWidget *parent = nullptr);

    /// Looks at the model's board as this profile looked at it last.
    void showBoard();
    void clearFilter();
    /// Adds all that can be chosen here to a menu, with its keys.
    void addTo(QMenu &menu);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildFilter();
    void buildGroups();
    void buildSorting();
    void buildColumns();
    void buildZoom();
    void buildFaces();
    void connectAll();
    QToolButton *addButton(QAction *action, const char *name);
    void arrange(const Arrangement &arrangement);
    void takeFilter(const QString &text);
    void takeSort(int column, Qt::SortOrder order);
    void chooseSort();
    void openColumns(const QPoint &where, int column);
    void zoomTo(int percent);
    void zoomBy(int step);
    void showArrangement();
    void showCount();
    void setCommandsEnabled(bool areEnabled);
    void keepSoon();
    void keep();
    QString key() const;

    Profile &m_profile;
    BoardModel &m_model;
    BoardView &m_table;
    BoardStage &m_stage;
    QLineEdit *m_filter;
    QLabel *m_count;
    QPushButton *m_groupButton = nullptr;
    QToolButton *m_columnsButton = nullptr;
    ColumnsPopup *m_popup;
    QMenu *m_groupMenu;
    QMenu *m_sortMenu;
    QActionGroup *m_groups;
    QActionGroup *m_sorts;
    QActionGroup *m_faces;
    QAction m_find;
    QAction m_group;
    QAction m_columns;
    QAction m_descending;
    QAction m_zoomIn;
    QAction m_zoomOut;
    QAction m_zoomReset;
    QTimer m_keeping;
    BoardId m_board; ///< that the settings are of
    bool m_isRestoring = false;
};

} // namespace milepost
