// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alignmentrow.h"
#include "ui/models/snapshotlook.h"

#include <QAbstractItemModel>

namespace milepost {

/// How the objectives of all boards lead to each other. It follows the session while it is looked at, and
/// tells its views exactly what came, went, moved or changed. An objective that is dropped onto another one
/// is aligned to it.
class AlignmentModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { TitleColumn, OwnersColumn, ProgressColumn, StatusColumn, ColumnCount };

    explicit AlignmentModel(Session &session, QObject *parent = nullptr);
    ~AlignmentModel() override;
    Q_DISABLE_COPY_MOVE(AlignmentModel)

    /// Whether it follows the session; what it shows stays when it does not.
    void setLookedAt(bool isLookedAt);
    /// True once the workspace has been looked through.
    bool isKnown() const { return m_isKnown; }

    /// The objective behind an index; null for none.
    const AlignmentRow *rowAt(const QModelIndex &index) const;
    QModelIndex indexOf(ObjectiveId objective) const;
    /// Aligns an objective to another one, or to none.
    void align(ObjectiveId objective, ObjectiveId parent);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::LinkAction; }
    Qt::DropActions supportedDragActions() const override { return Qt::LinkAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// The workspace has been looked through anew.
    void looked();
    /// An objective was not aligned, or measurements could not be read.
    void refused(const milepost::Error &error);

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node &node, int column) const;
    void follow();
    void forget();
    void take(const QList<AlignmentBranch> &branches);
    void place(Node &parent, const QList<AlignmentBranch> &branches);
    void insert(Node &parent, int row, const AlignmentRow &fresh);
    void move(Node &node, Node &parent, int row);
    void removeFrom(Node &parent, size_t first);
    void removeStale(Node &parent, const QList<AlignmentBranch> &branches);
    void dropNodes(const Node &node);

    Session &m_session;
    SnapshotLook<QList<AlignmentBranch>> m_look;
    std::unique_ptr<Node> m_root;
    QHash<ObjectiveId, Node *> m_nodes;
    QSet<KpiId> m_asked; ///< whose measurements have been asked for
    bool m_isLookedAt = false;
    bool m_isKnown = false;
};

} // namespace milepost
