// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/mentions.h"
#include "core/services/session.h"
#include "ui/models/roles.h"
#include "ui/models/rowsmodel.h"

namespace milepost {

/// One comment as people read it.
struct CommentRow
{
    CommentId id = {};
    PersonId author = {};
    OwnerFact face = {};
    qint64 at = 0;
    QString text = {};
    QList<TextSpan> mentions = {}; ///< where in the text someone is mentioned
    bool isMine = false;           ///< this person may delete it

    friend bool operator==(const CommentRow &, const CommentRow &) = default;
};

/// What was said about one thing, oldest first. It follows the session.
class CommentsModel final : public RowsModel<CommentRow>
{
    Q_OBJECT
public:
    explicit CommentsModel(Session &session, QObject *parent = nullptr);

    void setSubject(const Subject &subject);
    void refresh();
    /// Whether this person may comment here.
    bool mayComment() const;
    /// The names that an "@" can be completed to: who works here and may see the board.
    QStringList namesToMention() const;
    void say(const QString &text);
    void remove(CommentId comment);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// A comment is there, about the thing with this id.
    void said(qint64 about);
    void refused(const milepost::Error &error);

private:
    QList<CommentRow> freshRows() const;
    QString timeOf(const CommentRow &row) const;

    Session &m_session;
    Subject m_subject;
};

} // namespace milepost
