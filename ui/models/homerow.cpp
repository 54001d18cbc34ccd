// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/homerow.h"

#include "core/domain/lookup.h"
#include "core/domain/mentions.h"
#include "ui/models/statusfacts.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QCoreApplication>

namespace milepost {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(milepost::HomeRows)

public:
    static QString heading(HomeRow::Group group)
    {
        switch (group) {
        case HomeRow::Group::Due:
            return tr("Values due");
        case HomeRow::Group::Actions:
            return tr("Your actions");
        case HomeRow::Group::Mentions:
            return tr("You are mentioned");
        case HomeRow::Group::Ended:
            return tr("Left in a cycle that has ended");
        case HomeRow::Group::Risks:
            return tr("Not going as planned on your boards");
        }
        Q_UNREACHABLE();
    }
    static QString overdue() { return tr("Overdue"); }
    static QString dueNow() { return tr("Due"); }
    static QString dueToday() { return tr("Due today"); }
    static QString dueOn(const QString &date) { return fill(tr("Due %1"), {date}); }
    static QString lastOn(const QString &date) { return fill(tr("last %1"), {date}); }
    static QString noValue() { return tr("no value yet"); }
    static QString said(const QString &author, const QString &text)
    {
        return fill(tr("%1: %2", "someone says something"), {author, text});
    }
    static QString endedOn(const QString &date) { return fill(tr("Ended %1", "of a cycle"), {date}); }
    static QString overdueSince(const QString &date) { return fill(tr("Overdue since %1"), {date}); }
};

RowKind rowKindOf(Subject::Kind kind)
{
    switch (kind) {
    case Subject::Kind::Objective:
        return RowKind::Objective;
    case Subject::Kind::KeyResult:
        return RowKind::KeyResult;
    case Subject::Kind::Kpi:
        return RowKind::Kpi;
    case Subject::Kind::Board:
    case Subject::Kind::None:
        return RowKind::Other;
    }
    Q_UNREACHABLE();
}

QString nameIn(const WorkingSet &state, qint64 id)
{
    const std::optional<Named> named = nameOf(state, id);
    return named ? named->name : QString();
}

/// Makes the lines for one person's day.
class Lines
{
public:
    Lines(const WorkingSet &state, QDate day) : m_state(state), m_day(day) {}

    HomeRow of(const DueRow &due) const
    {
        HomeRow row = about(HomeRow::Group::Due, due.subject);
        if (due.part.isValid()) {
            row.place->row = row.id = due.part.value();
            row.title = nameIn(m_state, due.part.value());
        }
        row.detail =
            due.lastDate.isValid() ? Words::lastOn(shortDate(due.lastDate, m_day)) : Words::noValue();
        row.status = due.isOverdue ? StatusFact{Words::overdue(), Tone::Attention, Sign::Clock}
                                   : StatusFact{Words::dueNow(), Tone::Neutral, Sign::Circle};
        return row;
    }

    HomeRow of(ActionId id) const
    {
        const Action &action = *m_state.find(id);
        HomeRow row = about(HomeRow::Group::Actions, action.subject);
        row.id = id.value();
        row.detail = row.title;
        row.title = action.title;
        row.status = statusOf(action);
        return row;
    }

    HomeRow of(CommentId id) const
    {
        const Comment &comment = *m_state.find(id);
        HomeRow row = about(HomeRow::Group::Mentions, comment.subject);
        row.id = id.value();
        row.detail = row.title;
        row.title = Words::said(nameIn(m_state, comment.author.value()), inLine(comment.text));
        row.status = {shortDate(dayOf(m_state, comment), m_day), Tone::Neutral, Sign::None};
        return row;
    }

    HomeRow of(BoardId board) const
    {
        HomeRow row = about(HomeRow::Group::Ended, Subject::of(board));
        row.secondary.clear();
        const Cycle &cycle = *m_state.cycleOf(board);
        row.detail = cycle.name;
        row.status = {Words::endedOn(shortDate(cycle.to, m_day)), Tone::Neutral, Sign::None};
        return row;
    }

    HomeRow of(const Risk &risk) const
    {
        HomeRow row = about(HomeRow::Group::Risks, risk.subject);
        if (const Kpi *kpi = m_state.find(KpiId(risk.subject.id))) {
            row.detail = figure(risk.value, kpi->unit);
            row.status = {label(risk.health), toneOf(risk.health), signOf(risk.health)};
        } else {
            row.detail = risk.value ? share(*risk.value) : QString();
            row.status = {label(risk.status), toneOf(risk.status), signOf(risk.status)};
        }
        return row;
    }

private:
    HomeRow about(HomeRow::Group group, const Subject &subject) const
    {
        HomeRow row;
        row.group = group;
        row.place = placeOf(m_state, subject);
        row.id = subject.id;
        row.title = nameIn(m_state, subject.id);
        row.secondary = nameIn(m_state, row.place->board.value());
        return row;
    }

    StatusFact statusOf(const Action &action) const
    {
        if (action.due < m_day)
            return {Words::overdueSince(shortDate(action.due, m_day)), Tone::Attention, Sign::Clock};
        if (action.due == m_day)
            return {Words::dueToday(), Tone::Attention, Sign::Exclamation};
        return {Words::dueOn(shortDate(action.due, m_day)), Tone::Neutral, Sign::Circle};
    }

    const WorkingSet &m_state;
    QDate m_day;
};

template<class Thing>
void append(QList<HomeRow> &rows, HomeRow::Group group, const QList<Thing> &things, const Lines &lines)
{
    if (things.isEmpty())
        return;
    HomeRow heading;
    heading.group = group;
    heading.title = Words::heading(group);
    heading.secondary = QLocale().toString(things.size());
    rows.append(heading);
    for (const Thing &thing : things)
        rows.append(lines.of(thing));
}

} // namespace

Place placeOf(const WorkingSet &state, const Subject &subject)
{
    const RowKind kind = rowKindOf(subject.kind);
    return {Place::Kind::Board, state.boardOf(subject), kind, kind == RowKind::Other ? 0 : subject.id};
}

QList<HomeRow> homeRows(const WorkingSet &state, const Attention &attention, QDate day)
{
    const Lines lines(state, day);
    QList<HomeRow> rows;
    append(rows, HomeRow::Group::Due, attention.due, lines);
    append(rows, HomeRow::Group::Actions, attention.actions, lines);
    append(rows, HomeRow::Group::Mentions, attention.mentions, lines);
    append(rows, HomeRow::Group::Ended, attention.ended, lines);
    append(rows, HomeRow::Group::Risks, attention.risks, lines);
    return rows;
}

} // namespace milepost
