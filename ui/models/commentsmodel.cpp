// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/commentsmodel.h"

#include "core/domain/acts/commenting.h"
#include "core/domain/acts/goals.h"
#include "core/domain/localtime.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/models/boardrow.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

namespace milepost {
namespace {

QList<TextSpan> spansOf(const QList<Mention> &mentions)
{
    QList<TextSpan> spans;
    for (const Mention &mention : mentions) {
        const TextSpan span{mention.start, mention.length};
        if (spans.isEmpty() || spans.last() != span) // people may share a name
            spans.append(span);
    }
    return spans;
}

} // namespace

CommentsModel::CommentsModel(Session &session, QObject *parent)
    : RowsModel<CommentRow>(parent)
    , m_session(session)
{
    connect(&session, &Session::changed, this, &CommentsModel::refresh);
    connect(&session, &Session::reloaded, this, &CommentsModel::refresh);
}

void CommentsModel::setSubject(const Subject &subject)
{
    m_subject = subject;
    resetTo(freshRows());
}

void CommentsModel::refresh()
{
    syncTo(freshRows());
}

QList<CommentRow> CommentsModel::freshRows() const
{
    const WorkingSet &state = m_session.state();
    const PersonId me = m_session.me();
    const BoardId board = state.boardOf(m_subject);
    if (!canSee(state, me, board))
        return {};
    const bool mayWrite = static_cast<bool>(require(state, me, board, Role::Commenter));
    QList<const Comment *> comments = state.of<Comment>().of(m_subject.id);
    std::stable_sort(comments.begin(), comments.end(),
                     [](const Comment *left, const Comment *right) { return left->at < right->at; });
    QList<CommentRow> rows;
    for (const Comment *comment : comments)
        rows.append({comment->id, comment->author, ownerFacts(state, {{comment->author, {}}}).value(0),
                     comment->at, comment->text, spansOf(mentionsIn(state, comment->text)),
                     mayWrite && comment->author == me});
    return rows;
}

bool CommentsModel::mayComment() const
{
    const WorkingSet &state = m_session.state();
    return static_cast<bool>(require(state, m_session.me(), state.boardOf(m_subject), Role::Commenter));
}

QStringList CommentsModel::namesToMention() const
{
    const WorkingSet &state = m_session.state();
    const BoardId board = state.boardOf(m_subject);
    QStringList names;
    for (const Person *person : state.of<Person>().all())
        if (person->isActive() && canSee(state, person->id, board))
            names << person->name;
    names.removeDuplicates();
    names.sort(Qt::CaseInsensitive);
    return names;
}

void CommentsModel::say(const QString &text)
{
    Intent intent;
    intent.decide = [subject = m_subject, text](Situation &in) { return addComment(in, subject, text); };
    whenDone(m_session.submit(std::move(intent)), this,
             [this, about = m_subject.id](const Result<Receipt> &receipt) {
                 if (receipt)
                     Q_EMIT said(about);
                 else
                     Q_EMIT refused(receipt.error());
             });
}

void CommentsModel::remove(CommentId comment)
{
    Intent intent;
    intent.decide = [comment](Situation &in) { return deleteComment(in, comment); };
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            Q_EMIT refused(receipt.error());
    });
}

int CommentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QString CommentsModel::timeOf(const CommentRow &row) const
{
    return shortMoment(localTime(m_session.state(), row.at), m_session.today());
}

QVariant CommentsModel::data(const QModelIndex &index, int role) const
{
    const CommentRow *const row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row->text;
    case Qt::AccessibleTextRole:
        return fill(tr("%1, %2: %3"), {row->face.name, timeOf(*row), row->text});
    case HeadingRole:
        return row->face.name;
    case SecondaryTextRole:
        return timeOf(*row);
    case OwnersRole:
        return QVariant::fromValue(QList<OwnerFact>{row->face});
    case EmphasisRole:
        return QVariant::fromValue(row->mentions);
    case IdRole:
        return row->id.value();
    default:
        return {};
    }
}

} // namespace milepost
