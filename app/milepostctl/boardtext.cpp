// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/boardtext.h"

#include "core/domain/figures/overdueactions.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

constexpr qsizetype kWidest = 60;

QString shareOf(std::optional<double> fraction)
{
    return fraction ? share(*fraction) : u"–"_s;
}

QString cut(const QString &text)
{
    const QString line = inLine(text);
    return line.size() <= kWidest ? line : QString(line.left(kWidest - 1) + u'…');
}

QString goalOf(const KeyResult &keyResult)
{
    const QString &unit = keyResult.unit;
    switch (keyResult.kind) {
    case KeyResultKind::Reach:
        return fromTo(keyResult.start.value_or(0), keyResult.target.value_or(0), unit);
    case KeyResultKind::Above:
        return target(keyResult.target.value_or(0), Direction::Up, unit);
    case KeyResultKind::Below:
        return target(keyResult.target.value_or(0), Direction::Down, unit);
    case KeyResultKind::Between:
        return band(keyResult.low.value_or(0), keyResult.high.value_or(0), unit);
    case KeyResultKind::Milestone:
    case KeyResultKind::Baseline:
        return label(keyResult.kind);
    }
    Q_UNREACHABLE();
}

QString goalOf(const Kpi &kpi, const KpiFigures &figures)
{
    if (figures.low && figures.high)
        return band(*figures.low, *figures.high, kpi.unit);
    return figures.target ? target(*figures.target, kpi.direction, kpi.unit) : u"–"_s;
}

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : u"–"_s;
}

void addActions(QList<QStringList> &rows, const BoardView &view, const QList<const Action *> &actions,
                const QString &indent)
{
    for (const Action *action : actions) {
        const QString state = action->done                   ? u"done"_s
                              : isOverdue(*action, view.day) ? u"overdue"_s
                                                             : u"open"_s;
        rows << QStringList{indent + (action->done ? u"[x] "_s : u"[ ] "_s) + cut(action->title),
                            u""_s,
                            u""_s,
                            u""_s,
                            state,
                            action->due.isValid() ? dateText(action->due) : QString(),
                            view.nameOf(action->owner)};
    }
}

void addKeyResult(QList<QStringList> &rows, const BoardView &view, const KeyResultFigures &figures)
{
    const KeyResult &keyResult = *view.state.find(figures.id);
    rows << QStringList{u"  "_s + cut(keyResult.title),
                        figure(figures.value, keyResult.unit),
                        goalOf(keyResult),
                        shareOf(figures.progress),
                        label(figures.status),
                        dateText(figures.date),
                        view.ownersOf(keyResult.owners).join(u", "_s)};
    addActions(rows, view, view.state.of<Action>().of(keyResult.id), u"    "_s);
}

void addObjective(QList<QStringList> &rows, const BoardView &view, const ObjectiveFigures &figures)
{
    const Objective &objective = *view.state.find(figures.id);
    const QString expected =
        figures.expected ? QString(u"expected "_s + share(*figures.expected)) : QString();
    rows << QStringList{cut(objective.title),
                        u""_s,
                        expected,
                        shareOf(figures.progress),
                        label(figures.status),
                        u""_s,
                        view.ownersOf(objective.owners).join(u", "_s)};
    for (const KeyResultFigures &one : figures.keyResults)
        addKeyResult(rows, view, one);
    addActions(rows, view, view.state.of<Action>().of(objective.id), u"  "_s);
}

void addKpi(QList<QStringList> &rows, const BoardView &view, const KpiFigures &figures)
{
    const Kpi &kpi = *view.state.find(figures.id);
    rows << QStringList{cut(kpi.name),
                        figure(figures.value, kpi.unit),
                        goalOf(kpi, figures),
                        u""_s,
                        label(figures.health),
                        dateText(figures.date),
                        view.ownersOf(kpi.owners).join(u", "_s)};
    addActions(rows, view, view.state.of<Action>().of(kpi.id), u"  "_s);
}

QString padded(const QString &text, qsizetype width, bool isRight)
{
    return isRight ? text.rightJustified(width) : text.leftJustified(width);
}

} // namespace

QString aligned(const QList<QStringList> &rows, const QList<bool> &right)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows)
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = qMax(widths[i], row[i].size());
        }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += padded(row[i], widths[i], right.value(i)) + u"  "_s;
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString textBoard(const BoardView &view, const Board &board, const BoardFigures &figures)
{
    QString heading = inLine(board.name) + u" ("_s + label(board.visibility).toLower();
    if (const Cycle *cycle = view.state.find(board.cycle))
        heading += u", "_s + inLine(cycle->name);
    heading += (board.archived ? u", archived)"_s : u")"_s);
    if (figures.progress)
        heading += u"  "_s + share(*figures.progress);
    QList<QStringList> rows = {
        {u"Title"_s, u"Value"_s, u"Target"_s, u"Progress"_s, u"Status"_s, u"Date"_s, u"Owner"_s}};
    for (const ObjectiveFigures &one : figures.objectives)
        addObjective(rows, view, one);
    for (const KpiFigures &one : figures.kpis)
        addKpi(rows, view, one);
    if (rows.size() == 1)
        return heading + u"\n  Nothing on it yet.\n"_s;
    return heading + u'\n' + aligned(rows, {false, true, false, true});
}

} // namespace milepost::ctl
