// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/templates.h"
#include "core/services/session.h"
#include "ui/models/boardrow.h"

#include <QAbstractItemModel>

#include <memory>

namespace milepost {

/// A template's rows as its board will show them to whoever makes it. Nothing is written, and nothing can be
/// typed.
class BoardPreview final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { TitleColumn, TargetColumn, CadenceColumn, ColumnCount };
    /// What is to be said of a row at length: definition, source, guardrail.
    static constexpr int kDetailRole = FirstOwnRole;

    explicit BoardPreview(Session &session, QObject *parent = nullptr);
    ~BoardPreview() override;
    Q_DISABLE_COPY_MOVE(BoardPreview)

    /// Shows another template, on a board with this cycle.
    void show(const BoardTemplate &content, CycleId cycle);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node;

    const Node *nodeOf(const QModelIndex &index) const;
    void fill(Node &node, const QList<BoardBranch> &rows, const WorkingSet &state);

    Session &m_session;
    std::unique_ptr<Node> m_root;
};

} // namespace milepost
