// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/changesmodel.h"

#include "core/domain/localtime.h"
#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/models/roles.h"
#include "ui/words/actwords.h"
#include "ui/words/changewords.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

namespace milepost {
namespace {

constexpr qsizetype kPage = 10;
constexpr int kReadAfterMs = 150;

} // namespace

ChangesModel::ChangesModel(Session &session, QObject *parent)
    : RowsModel<ChangeRow>(parent)
    , m_session(session)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kReadAfterMs);
    connect(&m_later, &QTimer::timeout, this, &ChangesModel::reread);
    connect(&session, &Session::changed, &m_later, qOverload<>(&QTimer::start));
    connect(&session, &Session::reloaded, &m_later, qOverload<>(&QTimer::start));
}

void ChangesModel::show(qint64 thing)
{
    m_thing = thing;
    m_wanted = kPage;
    m_hasMore = false;
    resetTo({});
    reread();
}

void ChangesModel::more()
{
    m_wanted += 2 * kPage;
    reread();
}

void ChangesModel::reread()
{
    const qint64 asked = ++m_asked;
    if (m_thing == 0)
        return;
    const auto answer = [this, asked](const Result<QList<ThingChange>> &changes) {
        if (asked != m_asked)
            return;
        if (changes)
            take(*changes);
        else
            Q_EMIT refused(changes.error());
    };
    whenDone(m_session.changesOf(m_thing, 0, m_wanted + 1), this, answer);
}

void ChangesModel::take(const QList<ThingChange> &changes)
{
    m_hasMore = changes.size() > m_wanted;
    QList<ChangeRow> rows;
    for (const ThingChange &change : changes.first(qMin(m_wanted, changes.size())))
        rows.append(rowOf(change));
    syncTo(rows);
    Q_EMIT read();
}

// Not what is on a board that this person may not see.
QString ChangesModel::nameOf(qint64 id) const
{
    const WorkingSet &state = m_session.state();
    const std::optional<Named> named = milepost::nameOf(state, id);
    const BoardId board = boardOfThing(state, id);
    const bool isSeen = !board.isValid() || canSee(state, m_session.me(), board);
    return named && isSeen ? named->name : QString();
}

ChangeRow ChangesModel::rowOf(const ThingChange &change) const
{
    const WorkingSet &state = m_session.state();
    const auto name = [this](qint64 id) -> QString { return nameOf(id); };
    ChangeRow row;
    row.id = change.entry.seq;
    row.author = nameOf(change.entry.author.value());
    row.when = shortMoment(localTime(state, change.entry.at), m_session.today());
    row.sentence = sentence(change.entry.act, change.entry.values, name);
    StepReading reading = readingOf(state, m_thing);
    reading.nameOf = name;
    reading.today = m_session.today();
    for (const RowStep &step : change.steps)
        row.lines += linesOf(step, reading);
    row.isTakenBack = change.isTakenBack;
    row.mayTakeBack = change.mayTakeBack;
    return row;
}

void ChangesModel::takeBack(qint64 entry)
{
    whenDone(m_session.takeBack(entry), this, [this](const Result<Receipt> &receipt) {
        if (receipt)
            Q_EMIT takenBack();
        else
            Q_EMIT refused(receipt.error());
    });
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    const ChangeRow *const row = rowAt(index);
    if (!row)
        return {};
    const QString heading = row->isTakenBack ? fill(tr("%1 (taken back)"), {row->sentence}) : row->sentence;
    switch (role) {
    case HeadingRole:
        return heading;
    case SecondaryTextRole:
        return fill(tr("%1, %2", "a person and a time"), {row->author, row->when});
    case Qt::DisplayRole:
        return row->lines.join(u'\n');
    case Qt::AccessibleTextRole:
        return fill(tr("%1, %2, %3. %4"),
                    {heading, row->author, row->when, row->lines.join(QStringLiteral(". "))});
    case IdRole:
        return row->id;
    default:
        return {};
    }
}

} // namespace milepost
