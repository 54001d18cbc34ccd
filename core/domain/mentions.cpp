// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mentions.h"

#include "core/domain/localtime.h"
#include "core/domain/rights.h"
#include "core/domain/texts.h"

#include <set>

namespace milepost {
namespace {

/// The names to look for, longest first.
class Names
{
public:
    explicit Names(const QList<const Person *> &people)
    {
        for (const Person *person : people) {
            m_people.insert(folded(person->name), person->id);
            m_lengths.insert(person->name.size());
        }
    }

    QList<Mention> in(const QString &text) const
    {
        QList<Mention> found;
        for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1))
            if (at == 0 || !text.at(at - 1).isLetterOrNumber())
                found += startingAt(text, at);
        return found;
    }

private:
    QList<Mention> startingAt(const QString &text, qsizetype at) const
    {
        for (const qsizetype length : m_lengths) {
            const qsizetype end = at + 1 + length;
            if (end > text.size() || (end < text.size() && text.at(end).isLetterOrNumber()))
                continue;
            QList<Mention> found;
            for (const PersonId person : m_people.values(folded(text.mid(at + 1, length))))
                found.append({at, length + 1, person});
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

    QMultiHash<QString, PersonId> m_people;
    std::set<qsizetype, std::greater<>> m_lengths;
};

bool mentions(const QList<Mention> &found, PersonId person)
{
    return std::any_of(found.begin(), found.end(),
                       [person](const Mention &mention) { return mention.person == person; });
}

} // namespace

QList<Mention> mentionsIn(const WorkingSet &state, const QString &text)
{
    return text.contains(u'@') ? Names(state.of<Person>().all()).in(text) : QList<Mention>();
}

QList<CommentId> mentionsOf(const WorkingSet &state, PersonId person)
{
    const Names names(state.of<Person>().all());
    QList<const Comment *> comments;
    for (const Comment *comment : state.of<Comment>().all())
        if (comment->author != person && comment->text.contains(u'@') &&
            canSee(state, person, comment->board) && mentions(names.in(comment->text), person))
            comments.append(comment);
    std::stable_sort(comments.begin(), comments.end(),
                     [](const Comment *left, const Comment *right) { return left->at > right->at; });
    QList<CommentId> ids;
    for (const Comment *comment : comments)
        ids.append(comment->id);
    return ids;
}

QDate dayOf(const WorkingSet &state, const Comment &comment)
{
    return localTime(state, comment.at).date();
}

namespace {

bool isAnswered(const WorkingSet &state, const Comment &comment, PersonId person)
{
    const QList<const Comment *> said = state.of<Comment>().of(comment.subject.id);
    return std::any_of(said.begin(), said.end(), [&](const Comment *other) {
        return other->author == person && other->at >= comment.at;
    });
}

} // namespace

QList<CommentId> mentionsWaiting(const WorkingSet &state, PersonId person, QDate day)
{
    QList<CommentId> waiting = mentionsOf(state, person);
    waiting.removeIf([&](CommentId id) {
        const Comment &comment = *state.find(id);
        return dayOf(state, comment) < day.addDays(-kMentionDays) || isAnswered(state, comment, person);
    });
    return waiting;
}

} // namespace milepost
