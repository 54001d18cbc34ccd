// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/session.h"

#include "core/domain/acts/people.h"
#include "core/domain/acts/resending.h"
#include "core/domain/localtime.h"
#include "core/domain/rights.h"
#include "core/services/backupcare.h"
#include "core/services/changes.h"
#include "core/services/databasethread.h"
#include "core/services/lookout.h"
#include "core/services/outgoing.h"
#include "core/services/telling.h"
#include "core/services/undoing.h"
#include "core/storage/past.h"
#include "core/storage/rawtables.h"
#include "core/storage/schema.h"
#include "core/storage/soundcopy.h"
#include "core/storage/verifier.h"
#include "core/storage/workspacefile.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr int kLookEveryMs = 2000;
constexpr int kLookSoonMs = 250; // just after own activity, when an answer is likely
constexpr qint64 kActiveMs = 5000;
constexpr qint64 kSilentMs = 10'000;
constexpr int kWaitingMs = 1000;

QByteArray newWriteId()
{
    QByteArray id(16, Qt::Uninitialized);
    auto *words = reinterpret_cast<quint32 *>(id.data());
    QRandomGenerator::system()->fillRange(words, 4);
    return id;
}

qint64 noonOf(QDate day, const QTimeZone &zone)
{
    return QDateTime(day, QTime(12, 0), zone).toMSecsSinceEpoch();
}

QByteArray systemZone()
{
    const QByteArray zone = QTimeZone::systemTimeZoneId();
    // $TZ may hold what is no name of a zone, such as a rule.
    return QTimeZone(zone).isValid() ? zone : QByteArray("UTC");
}

// Two demos are alike and still two workspaces: who one is, is kept by the workspace's id.
WorkspaceId asItsOwn(Draft &founding)
{
    IdSource ids = IdSource::fromSystem();
    Workspace &workspace = founding.edits.of<Workspace>().added.first();
    workspace.id = ids.next<Workspace>();
    founding.values.insert(u"subject"_s, workspace.id.toString());
    return workspace.id;
}

BoardId firstToShow(const WorkingSet &state, PersonId person, BoardId lastShown)
{
    if (canSee(state, person, lastShown))
        return lastShown;
    for (const Board *board : visibleBoards(state, person))
        if (!board->archived)
            return board->id;
    return {};
}

ThisProgram thisProgram()
{
    return {QStringLiteral(MILEPOST_VERSION), QSysInfo::machineHostName()};
}

Error notOpen()
{
    return {Error::Code::NotConnected};
}

} // namespace

class Session::Private
{
public:
    Private(Session &session, const Options &options) : q(session), today(options.today) {}

    template<class Job>
    auto run(Job job)
    {
        return thread.run(std::move(job));
    }

    /// On the database thread: lets the window's state follow the file's. What is sent is a copy that shares.
    void post(QList<ChangeSet> changes, bool isReload)
    {
        QMetaObject::invokeMethod(&q, [this, state = file->state(), changes = std::move(changes), isReload] {
            arrive(state, changes, isReload);
        });
    }

    void arrive(const WorkingSet &fresh, const QList<ChangeSet> &changes, bool isReload)
    {
        if (fresh.workspace().id != state.workspace().id)
            return; // of a workspace that was closed meanwhile
        state = fresh;
        const bool isTooLarge = std::any_of(changes.begin(), changes.end(),
                                            [](const ChangeSet &change) { return change.isTooLarge; });
        for (const ChangeSet &change : changes)
            Q_EMIT q.changed(change);
        if (isReload || isTooLarge)
            Q_EMIT q.reloaded();
    }

    void addPending(int count)
    {
        pending += count;
        if (pending == 0)
            waitTimer.stop();
        else if (!waitTimer.isActive())
            beginToWait();
        Q_EMIT q.pendingChanged(pending);
    }

    void beginToWait()
    {
        sinceActive.start();
        timer.setInterval(kLookSoonMs);
        waitTimer.start(kWaitingMs);
    }

    Done load(const std::function<Done()> &read)
    {
        if (!file)
            return notOpen();
        const Done done = read();
        if (done)
            post({}, true);
        return done;
    }

    BackupCare::Asker asker() const { return {path, state.workspace().id, q.me(), q.now()}; }
    void careForBackups()
    {
        const BackupCare::Door door{thread, [this] { return file.get(); },
                                    [this](const QList<ChangeSet> &changes) { post(changes, false); }};
        care = std::make_unique<BackupCare>(q.m_profile, door, [this] { return asker(); });
    }

    WorkspaceFile::Writer writer() const { return {q.me(), q.today(), q.now()}; }

    /// On the database thread: writes, and tells the window what is new.
    Result<WorkspaceFile::Written> writeAndTell(const WorkspaceFile::Request &request)
    {
        QList<ChangeSet> news;
        Result<WorkspaceFile::Written> written =
            file->write(request, [&news](const ChangeSet &change) { news.append(change); });
        if (written && written->change.seq > 0 && !request.dryRun)
            news.append(written->change);
        if (written || !news.isEmpty())
            post(news, false);
        return written;
    }

    /// On the database thread: what the author is told of a write. Of what needed no entry the workspace
    /// knows nothing.
    void note(const QByteArray &writeId, const Result<WorkspaceFile::Written> &written) const
    {
        if (!written && written.error().code == Error::Code::WriteUnknown)
            outgoing->doubt(writeId);
        else if (const Done done = outgoing->close(writeId, written && written->change.seq > 0); !done)
            qWarning("it could not be noted what became of a write; the next start looks it up");
    }

    /// On the database thread: the same for somebody who waits for the answer.
    Result<Receipt> write(const WorkspaceFile::Request &request)
    {
        if (!file)
            return notOpen();
        const Result<WorkspaceFile::Written> written = writeAndTell(request);
        if (!request.dryRun)
            note(request.writeId, written);
        if (!written)
            return written.error();
        Receipt receipt{written->change, written->hash, {}};
        const Result<QString> about = nameOfSubject(written->change.values, request.writer.person);
        if (about) // it is written already: a name that cannot be read back does not make it fail
            receipt.about = *about;
        return receipt;
    }

    Result<QString> nameOfSubject(const QVariantMap &values, PersonId person) const
    {
        const qint64 subject = values.value(u"subject"_s).toString().toLongLong();
        return subject > 0 ? telling::nameToShow(file->engine(), file->state(), person, subject)
                           : Result<QString>(QString());
    }

    /// With the name of what it is about.
    Result<UndoStep> named(Result<UndoStep> step, PersonId person) const
    {
        if (!step)
            return step;
        const Result<QString> about = nameOfSubject(step->values, person);
        if (!about)
            return about.error();
        step->about = *about;
        return step;
    }

    /// What goes with a request.
    struct Sending
    {
        KeptWrite kept = {};
        qint64 rows = 0;                   ///< as Intent has it
        std::function<Done()> before = {}; ///< what has to succeed first, on the database thread
    };

    QFuture<Result<Receipt>> send(WorkspaceFile::Request request, Sending sending)
    {
        if (request.dryRun)
            return run([this, request = std::move(request)] { return write(request); });
        sending.kept.writeId = request.writeId;
        sending.kept.person = request.writer.person;
        sending.kept.at = request.writer.now;
        addPending(1);
        // Not by a continuation of the future: it can have only one, and that is the caller's.
        return run([this, request = std::move(request), sending = std::move(sending), asker = asker()] {
            const std::optional<Error> noBackup = care->beforeBulk(sending.rows, asker);
            const Done ready = sending.before ? sending.before() : Done();
            Result<Receipt> receipt = ready ? keepAndWrite(request, sending.kept) : ready.error();
            if (receipt)
                receipt->noBackup = noBackup;
            if (receipt && receipt->isWritten())
                tellProgram(request.writer);
            QMetaObject::invokeMethod(&q, [this] { addPending(-1); });
            return receipt;
        });
    }

    /// On the database thread: what was refused waits until its author has seen both versions.
    void tellConflict(Standoff standoff, qint64 seq, const Intent &intent)
    {
        const Result<std::optional<JournalEntry>> entry = JournalReader(file->engine()).entry(seq);
        if (entry && *entry) {
            const Person *author = file->state().find((*entry)->author);
            standoff.who = author ? author->name : QString();
            standoff.at = (*entry)->at;
        }
        QMetaObject::invokeMethod(&q, [this, standoff, intent] {
            refused.insert(standoff.id, intent);
            Q_EMIT q.conflicted(standoff);
        });
    }

    /// What is kept of an intent, as far as the state at hand tells.
    KeptWrite keptOf(const Intent &intent, const WorkspaceFile::Request &request) const
    {
        const QList<KpiId> needs = intent.needs ? intent.needs(state) : QList<KpiId>();
        const bool isAllHere =
            std::all_of(needs.begin(), needs.end(), [this](KpiId kpi) { return state.hasSeries(kpi); });
        if (intent.isBulk || intent.dryRun || !isAllHere)
            return {};
        Situation in{state, request.writer.person, request.writer.today, request.writer.now,
                     IdSource::startingAt(request.firstId)};
        const Result<Draft> draft = intent.decide(in);
        return draft ? milepost::keptOf(*draft, state) : KeptWrite();
    }

    /// On the database thread.
    Result<Receipt> keepAndWrite(const WorkspaceFile::Request &request, const KeptWrite &kept)
    {
        if (!file)
            return notOpen();
        if (const Done done = outgoing->keep(kept); !done)
            return done.error();
        return write(request);
    }

    /// On the database thread.
    Done sendAgain(const KeptWrite &write, PersonId me)
    {
        WorkspaceFile::Request request;
        request.writer = writerFor(me);
        request.writeId = write.writeId;
        request.needs = [kpis = seriesNeededBy(write)](const WorkingSet &) { return kpis; };
        request.decide = [write](Situation &in) { return resend(in, write); };
        const Result<WorkspaceFile::Written> written = writeAndTell(request);
        return written ? Done() : Done(written.error());
    }

    /// On the database thread: learns what became of writes of which that is not known.
    void settle()
    {
        if (!file)
            return;
        const PersonId me = q.m_profile.personIn(file->state().workspace().id);
        const auto send = [this, me](const KeptWrite &write) { return sendAgain(write, me); };
        QList<Settlement> settlements = outgoing->settle(*file, me, send);
        if (settlements.isEmpty())
            return;
        for (Settlement &settlement : settlements)
            if (const Result<QString> about = nameOfSubject(settlement.write.values, me))
                settlement.about = *about;
        QMetaObject::invokeMethod(&q, [this, settlements] { Q_EMIT q.settled(settlements); });
    }

    /// On the database thread, whose state may be ahead of the window's.
    WorkspaceFile::Writer writerFor(PersonId person) const
    {
        const QTimeZone zone = zoneOf(file->state());
        const qint64 time = today ? noonOf(*today, zone) : QDateTime::currentMSecsSinceEpoch();
        return {person, QDateTime::fromMSecsSinceEpoch(time, zone).date(), time};
    }

    /// On the database thread, after a write of one's own: once it is kept which program this machine uses
    /// now. Where that fails the next write tries again.
    void tellProgram(const WorkspaceFile::Writer &writer)
    {
        if (std::exchange(hasToldProgram, true))
            return;
        Situation in{file->state(), writer.person, writer.today, writer.now, IdSource::startingAt(1)};
        const Result<Draft> draft = updateDevice(in, thisProgram());
        if (!draft || draft->nothingToDo)
            return;
        WorkspaceFile::Request request;
        request.writer = writer;
        request.writeId = newWriteId();
        request.decide = [](Situation &again) { return updateDevice(again, thisProgram()); };
        hasToldProgram = bool(write(request));
    }

    /// For undo, redo and taking back, whose decisions are read from the journal.
    QFuture<Result<Receipt>> sendJournal(Act act,
                                         std::function<Result<Draft>(const Engine &, Situation &)> decide)
    {
        WorkspaceFile::Request request;
        request.writer = writer();
        request.writeId = newWriteId();
        request.firstId = ids.reserve(1);
        request.decide = [this, decide = std::move(decide)](Situation &in) {
            return decide(file->engine(), in);
        };
        KeptWrite kept;
        kept.act = act;
        return send(std::move(request), {kept});
    }

    template<class Answer, class Read>
    QFuture<Result<Answer>> ask(Read read)
    {
        return run([this, read = std::move(read)]() -> Result<Answer> {
            if (!file)
                return notOpen();
            return read(*file);
        });
    }

    /// On the database thread: reads as much of a file just opened as was asked for.
    Done readFirst(Read read, BoardId lastShown) const
    {
        Done done = file->loadStart({});
        if (done && read == Read::Board)
            if (const BoardId first = firstBoard(lastShown); first.isValid())
                done = file->loadStart(first);
        if (done && read >= Read::Structure)
            done = file->loadStructure();
        if (done && read == Read::Everything)
            done = file->loadAllSeries();
        return done;
    }

    /// On the database thread: says who this is to the others who have the file open.
    void introduce()
    {
        const WorkingSet &fresh = file->state();
        const Person *me = fresh.find(q.m_profile.personIn(fresh.workspace().id));
        Peer self;
        self.person = me ? me->name : QString();
        self.machine = QSysInfo::machineHostName();
        self.program = QStringLiteral(MILEPOST_VERSION);
        file->introduce(self);
        lookout = std::make_unique<Lookout>(
            *file, today ? Lookout::Clock() : [] { return QDateTime::currentMSecsSinceEpoch(); });
        outgoing = std::make_unique<Outgoing>(q.m_profile.folder() + u"/outbox/"_s +
                                              fresh.workspace().id.toString());
    }

    BoardId firstBoard(BoardId lastShown) const
    {
        const WorkingSet &fresh = file->state();
        return firstToShow(fresh, q.m_profile.personIn(fresh.workspace().id), lastShown);
    }

    /// On the database thread: takes over what others have committed, and tells the window.
    Done catchUp()
    {
        const Result<QList<ChangeSet>> changes = file->catchUp();
        if (!changes)
            return changes.error();
        if (!changes->isEmpty())
            post(*changes, false);
        return {};
    }

    /// The same with the whole structure, for questions about things on any board.
    Done catchUpWhole()
    {
        if (!file->isWhole()) {
            if (const Done done = file->loadStructure(); !done)
                return done;
            post({}, true);
        }
        return catchUp();
    }

    /// The end of the steps that make a workspace: nobody finds it whose founder this profile cannot keep.
    Result<bool> finishAs(WorkspaceId workspace, PersonId founder)
    {
        const Done done = q.m_profile.become(workspace, founder);
        return done ? Result<bool>(false) : done.error();
    }

    /// On the database thread: a copy in clear of the whole workspace is for someone who sees everything in
    /// it.
    Done checkSeesWhole(PersonId person)
    {
        if (!file)
            return notOpen();
        if (const Done done = catchUp(); !done)
            return done;
        const QList<const Board *> boards = file->state().of<Board>().all();
        const bool seesAll = std::all_of(boards.begin(), boards.end(), [&](const Board *board) {
            return canSee(file->state(), person, board->id);
        });
        return seesAll ? Done() : Error{Error::Code::NotSeenWhole};
    }

    void look()
    {
        if (timer.interval() == kLookSoonMs && sinceActive.hasExpired(kActiveMs))
            timer.setInterval(kLookEveryMs);
        if (isLooking) {
            if (sinceLook.isValid() && sinceLook.hasExpired(kSilentMs)) // else it waits for its turn here
                take({Condition::Kind::Silent, {}}, {});
            return;
        }
        isLooking = true;
        run([this] {
            QMetaObject::invokeMethod(&q,
                                      [this] { sinceLook.start(); }); // not while it waited for its turn here
            const Lookout::Sight sight = file ? lookout->look() : Lookout::Sight();
            if (!sight.changes.isEmpty())
                post(sight.changes, false);
            if (outgoing && outgoing->hasMore() && sight.condition.isWritable())
                settle();
            QMetaObject::invokeMethod(&q, [this, sight] {
                isLooking = false;
                sinceLook.invalidate();
                if (!q.isOpen())
                    return;
                take(sight.condition, sight.peers);
                if (sight.condition.isReadable())
                    take(sight.clock);
            });
            return 0;
        });
        run([this, asker = asker()] {
            care->look(asker);
            return 0;
        });
    }

    void take(const Condition &found, const QList<Peer> &there)
    {
        if (std::exchange(condition, found) != found)
            Q_EMIT q.conditionChanged(condition);
        if (found.isReadable() && std::exchange(peers, there) != there)
            Q_EMIT q.peersChanged();
    }

    void take(const ClockFault &found)
    {
        if (std::exchange(clockFault, found) != found)
            Q_EMIT q.clockFaultChanged(clockFault);
    }

    /// Asks on another thread, since the one for the file is waiting, who has the turn.
    void askWhoWrites()
    {
        if (!asking)
            asking = std::make_unique<DatabaseThread>();
        const QString me = peers.isEmpty() ? QString() : peers.first().id;
        asking->run([this, me, path = path] {
            const QString person = Lookout::whoWrites(path, me);
            QMetaObject::invokeMethod(&q, [this, person] {
                if (pending > 0)
                    Q_EMIT q.waiting(person, static_cast<int>(sinceActive.elapsed() / kWaitingMs));
            });
            return 0;
        });
    }

    Session &q;
    std::optional<QDate> today;
    WorkingSet state;
    QString path;
    IdSource ids = IdSource::fromSystem();
    int pending = 0;
    Condition condition;
    QList<Peer> peers;
    ClockFault clockFault;
    QTimer timer;
    QTimer waitTimer;
    std::shared_ptr<const WorkingSet> editedOn; ///< what was there when somebody began to edit
    QHash<QByteArray, Intent> refused; ///< by write id: because of conflicts that nobody has decided yet
    QElapsedTimer sinceActive;
    QElapsedTimer sinceLook;
    bool isLooking = false;
    bool hasToldProgram = false; ///< this and the next two are touched on the database thread alone
    std::unique_ptr<WorkspaceFile> file;
    std::unique_ptr<Lookout> lookout;
    std::unique_ptr<Outgoing> outgoing;
    std::unique_ptr<DatabaseThread> asking; ///< these three last, so that they end first
    DatabaseThread thread;
    std::unique_ptr<BackupCare> care;
};

Session::Session(const Options &options, QObject *parent)
    : QObject(parent)
    , m_profile(options.profile)
    , d(std::make_unique<Private>(*this, options))
{
    d->careForBackups();
    d->timer.setInterval(kLookEveryMs);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->look(); });
    connect(&d->waitTimer, &QTimer::timeout, this, [this] { d->askWhoWrites(); });
}

Session::~Session()
{
    d->run([this] {
         d->lookout.reset();
         d->outgoing.reset();
         d->file.reset();
         return 0;
     }).waitForFinished();
}

QFuture<Done> Session::create(const QString &path, const QString &name, const QString &person)
{
    const QByteArray zone = systemZone();
    const qint64 time = d->today ? noonOf(*d->today, QTimeZone(zone)) : QDateTime::currentMSecsSinceEpoch();
    const FoundWorkspace request{name, person,           thisProgram().machine,
                                 zone, schema::kVersion, thisProgram().version};
    return d->run([this, path, request, time]() -> Done {
        if (const Done done = m_profile.checkWritable(); !done)
            return done;
        const WorkingSet nothing;
        Situation in{nothing, {}, QDateTime::fromMSecsSinceEpoch(time).date(), time, IdSource::fromSystem()};
        const Result<Draft> founding = foundWorkspace(in, request);
        if (!founding)
            return founding.error();
        const PersonId founder = founding->edits.of<Person>().added.first().id;
        const WorkspaceId workspace = founding->edits.of<Workspace>().added.first().id;
        bool isWritten = false;
        const auto step = [&](Draft &draft, WorkspaceFile::Writer &writer) -> Result<bool> {
            if (std::exchange(isWritten, true))
                return d->finishAs(workspace, founder);
            draft = *founding;
            writer = {founder, in.today, in.now};
            return true;
        };
        return WorkspaceFile::create(path, step);
    });
}

QFuture<Done> Session::createDemo(const QString &path, const DemoSize &size, const Progress &progress)
{
    const QByteArray zone = systemZone();
    const QDate day = d->today.value_or(QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone(zone)).date());
    return d->run([this, path, size, progress, zone, day]() -> Done {
        if (const Done done = m_profile.checkWritable(); !done)
            return done;
        DemoCompany company(size, day, zone, DemoCompany::beginning(size, day, zone));
        WorkspaceId workspace;
        int next = 0;
        const auto write = [&](Draft &draft, WorkspaceFile::Writer &writer) -> Result<bool> {
            if (next == company.steps())
                return d->finishAs(workspace, company.founder());
            if (progress && !progress(double(next) / company.steps()))
                return Error{Error::Code::Cancelled};
            DemoCompany::Step step = company.step(next++);
            if (!workspace.isValid())
                workspace = asItsOwn(step.draft);
            draft = std::move(step.draft);
            writer = {step.author, day, step.at};
            return true;
        };
        return WorkspaceFile::create(path, write);
    });
}

QFuture<Done> Session::open(const QString &path, Read read)
{
    close();
    d->path = path;
    const BoardId last = m_profile.lastBoardOf(path);
    return d->run([this, path, read, last]() -> Done {
        Result<std::unique_ptr<WorkspaceFile>> file = WorkspaceFile::open(path);
        if (!file)
            return file.error();
        d->file = *std::move(file);
        d->hasToldProgram = false;
        if (const Done done = d->readFirst(read, last); !done) {
            d->file.reset();
            return done;
        }
        d->introduce();
        d->care->begin();
        QMetaObject::invokeMethod(this, [this, path, state = d->file->state()] {
            if (d->path != path)
                return; // closed meanwhile
            d->state = state;
            d->run([this] {
                d->settle();
                return 0;
            });
            Q_EMIT opened();
            // Nobody else can be left behind. Where it cannot be done the offer stays, for the person to
            // take.
            if (isAlone(d->state) && upgradeNeeded().isNeeded())
                upgrade();
        });
        return {};
    });
}

void Session::close()
{
    if (d->path.isEmpty())
        return;
    d->timer.stop();
    d->path.clear();
    d->state = {};
    d->condition = {};
    d->peers.clear();
    d->clockFault = {};
    d->refused.clear();
    d->editedOn.reset();
    d->run([this] {
        d->lookout.reset();
        d->outgoing.reset();
        d->file.reset();
        return 0;
    });
    Q_EMIT closed();
}

bool Session::isOpen() const
{
    return d->state.workspace().id.isValid();
}

QString Session::path() const
{
    return d->path;
}

const WorkingSet &Session::state() const
{
    return d->state;
}

PersonId Session::me() const
{
    const PersonId person = m_profile.personIn(d->state.workspace().id);
    return d->state.find(person) ? person : PersonId();
}

BoardId Session::startBoard() const
{
    return firstToShow(d->state, me(), m_profile.lastBoardOf(d->path));
}

QDate Session::today() const
{
    return d->today.value_or(QDateTime::currentDateTimeUtc().toTimeZone(zoneOf(d->state)).date());
}

qint64 Session::now() const
{
    return d->today ? noonOf(*d->today, zoneOf(d->state)) : QDateTime::currentMSecsSinceEpoch();
}

qint64 Session::endOf(QDate day) const
{
    return day.addDays(1).startOfDay(zoneOf(d->state)).toMSecsSinceEpoch() - 1;
}

QFuture<Done> Session::loadBoard(BoardId board)
{
    return d->run([this, board] { return d->load([this, board] { return d->file->loadStart(board); }); });
}

QFuture<Done> Session::loadStructure()
{
    return d->run([this] { return d->load([this] { return d->file->loadStructure(); }); });
}

QFuture<Done> Session::loadSeries(const QList<KpiId> &kpis)
{
    return d->run([this, kpis] { return d->load([this, kpis] { return d->file->loadSeries(kpis); }); });
}

QFuture<Done> Session::loadEverything()
{
    return d->run([this] {
        return d->load([this] {
            const Done done = d->file->loadStructure();
            return done ? d->file->loadAllSeries() : done;
        });
    });
}

QFuture<Result<Receipt>> Session::submit(Intent intent)
{
    WorkspaceFile::Request request;
    request.writer = d->writer();
    request.writeId = intent.writeId.isEmpty() ? newWriteId() : intent.writeId;
    request.firstId = d->ids.reserve(intent.ids);
    request.dryRun = intent.dryRun;
    request.seen = d->editedOn ? d->editedOn : std::make_shared<const WorkingSet>(d->state);
    const KeptWrite kept = d->keptOf(intent, request);
    const qint64 rows = request.dryRun ? 0 : intent.rows;
    request.needs = intent.needs;
    request.decide = intent.decide;
    request.onConflict = [this, intent = std::move(intent), id = request.writeId,
                          seen = request.seen](const QList<Conflict> &conflicts, const WorkingSet &fresh) {
        Standoff standoff = standoffOf(conflicts, *seen, fresh);
        standoff.id = id;
        d->tellConflict(standoff, conflicts.first().seq, intent);
    };
    return d->send(std::move(request), {kept, rows});
}

QFuture<Result<Receipt>> Session::insist(const QByteArray &id)
{
    const auto refused = d->refused.constFind(id);
    if (refused == d->refused.constEnd())
        return d->run([]() -> Result<Receipt> { return Error{Error::Code::NothingChanges}; });
    Intent intent = *refused;
    intent.writeId.clear(); // the one that was refused is withdrawn
    d->refused.erase(refused);
    setEditing(d->editedOn != nullptr); // both versions have been seen
    return submit(std::move(intent));
}

void Session::yield(const QByteArray &id)
{
    d->refused.remove(id);
    setEditing(d->editedOn != nullptr);
}

void Session::setEditing(bool isEditing)
{
    d->editedOn = isEditing ? std::make_shared<const WorkingSet>(d->state) : nullptr;
}

int Session::pending() const
{
    return d->pending;
}

QFuture<Result<Receipt>> Session::undo()
{
    return d->sendJournal(Act::Undo, undoing::undo);
}

QFuture<Result<Receipt>> Session::redo()
{
    return d->sendJournal(Act::Redo, undoing::redo);
}

QFuture<Result<Receipt>> Session::takeBack(qint64 seq)
{
    return d->sendJournal(
        Act::Undo, [seq](const Engine &engine, Situation &in) { return undoing::takeBack(engine, in, seq); });
}

QFuture<Result<UndoStep>> Session::nextUndo()
{
    return d->ask<UndoStep>([this, person = me()](WorkspaceFile &file) {
        return d->named(undoing::nextUndo(file.engine(), person), person);
    });
}

QFuture<Result<UndoStep>> Session::nextRedo()
{
    return d->ask<UndoStep>([this, person = me()](WorkspaceFile &file) {
        return d->named(undoing::nextRedo(file.engine(), person), person);
    });
}

QFuture<Result<ImportSummary>> Session::previewImport(const std::shared_ptr<const ImportBatch> &batch)
{
    const auto summary = std::make_shared<ImportSummary>();
    Intent intent;
    intent.dryRun = true;
    intent.ids = 4096 + qint64(batch->series.size()) * 2;
    intent.needs = [batch, person = me()](const WorkingSet &state) {
        return seriesNeededBy(state, person, *batch);
    };
    intent.decide = [batch, summary](Situation &in) { return importBatch(in, batch, true, *summary); };
    return submit(std::move(intent)).then([summary](const Result<Receipt> &receipt) -> Result<ImportSummary> {
        if (!receipt)
            return receipt.error();
        return *summary;
    });
}

QFuture<Result<Session::Imported>> Session::import(const std::shared_ptr<const ImportBatch> &batch,
                                                   bool skipRefused, const Progress &progress)
{
    const auto summary = std::make_shared<ImportSummary>();
    Intent intent;
    intent.isBulk = true;
    intent.ids = 4096 + qint64(batch->series.size()) * 2 + qint64(batch->points.size());
    intent.rows = qint64(batch->points.size());
    intent.needs = [batch, person = me()](const WorkingSet &state) {
        return seriesNeededBy(state, person, *batch);
    };
    intent.decide = [batch, skipRefused, summary, progress](Situation &in) -> Result<Draft> {
        Result<Draft> draft = importBatch(in, batch, skipRefused, *summary);
        if (!draft || !progress)
            return draft;
        // A cancelled part is told as an error, so that the whole write is rolled back.
        const double total = double(qMax<size_t>(1, batch->points.size()));
        const auto isCancelled = std::make_shared<bool>(false);
        draft->more = [more = std::move(draft->more), progress, total, isCancelled,
                       written = 0.0](Edits &edits) mutable -> bool {
            const bool hasPart = more(edits);
            written += double(edits.count());
            *isCancelled = *isCancelled || !progress(qMin(1.0, written / total));
            return hasPart && !*isCancelled;
        };
        draft->isCancelled = [isCancelled] { return *isCancelled; };
        return draft;
    };
    return submit(std::move(intent)).then([summary](const Result<Receipt> &receipt) -> Result<Imported> {
        if (receipt)
            return Imported{*receipt, *summary, {}};
        if (receipt.error().code == Error::Code::ImportRefused)
            return Imported{{}, *summary, receipt.error()};
        return receipt.error();
    });
}

QFuture<Result<Receipt>> Session::join(PersonId person)
{
    WorkspaceFile::Request request;
    request.writer = {person, today(), now()};
    request.writeId = newWriteId();
    request.firstId = d->ids.reserve(2);
    const WorkspaceId workspace = d->state.workspace().id;
    const PersonId before = m_profile.personIn(workspace);
    const auto hasBecome = std::make_shared<bool>(false);
    // Before it is written: whoever has joined must not be forgotten.
    request.decide = [this, workspace, person, hasBecome](Situation &in) -> Result<Draft> {
        Result<Draft> draft = milepost::join(in, {person, thisProgram().machine, thisProgram().version});
        if (!draft)
            return draft;
        if (const Done done = m_profile.become(workspace, person); !done)
            return done.error();
        *hasBecome = true;
        return draft;
    };
    KeptWrite kept;
    kept.act = Act::Join;
    return d->send(std::move(request), {kept})
        .then([this, workspace, before, hasBecome](const Result<Receipt> &receipt) -> Result<Receipt> {
            if (receipt || !*hasBecome)
                return receipt;
            const Done restored = m_profile.become(workspace, before);
            return restored ? receipt : Result<Receipt>(restored.error());
        });
}

SchemaOffer Session::upgradeNeeded() const
{
    return schemaOffer(d->state, me(), thisProgram().machine, d->peers);
}

QFuture<Result<Receipt>> Session::upgrade()
{
    WorkspaceFile::Request request;
    request.writer = d->writer();
    request.writeId = newWriteId();
    request.decide = [](Situation &in) { return upgradeSchema(in, thisProgram()); };
    KeptWrite kept;
    kept.act = Act::Migrate;
    const auto backUp = [this, asker = d->asker()] { return d->care->beforeMigration(asker); };
    return d->send(std::move(request), {kept, 0, backUp});
}

QFuture<Result<History>> Session::history(KpiId kpi)
{
    return d->ask<History>([this, kpi](WorkspaceFile &file) -> Result<History> {
        if (const Done done = d->catchUp(); !done)
            return done.error();
        if (const Done done = file.loadSeries({kpi}); !done)
            return done.error();
        return telling::historyOf(file.engine(), file.state().seriesOf(kpi));
    });
}

QFuture<Result<History>> Session::history(KeyResultId keyResult, MilestonePartId part)
{
    return d->ask<History>([this, keyResult, part](WorkspaceFile &file) -> Result<History> {
        if (const Done done = d->catchUpWhole(); !done)
            return done.error();
        QList<const CheckIn *> checkIns = file.state().of<CheckIn>().of(keyResult);
        if (part.isValid())
            checkIns.removeIf([part](const CheckIn *checkIn) { return checkIn->part != part; });
        return telling::historyOf(file.engine(), checkIns);
    });
}

QFuture<Result<QList<ThingChange>>> Session::changesOf(qint64 thing, qint64 before, qsizetype most)
{
    using Changes = QList<ThingChange>;
    return d->ask<Changes>(
        [this, person = me(), thing, before, most](WorkspaceFile &file) -> Result<Changes> {
            if (const Done done = d->catchUpWhole(); !done)
                return done.error();
            if (file.state().find(KpiId(thing)))
                if (const Done done = file.loadSeries({KpiId(thing)}); !done)
                    return done.error();
            return telling::changesOf(file.engine(), file.state(), person, thing, before, most);
        });
}

QFuture<Result<QList<LogEntry>>> Session::log(qint64 since)
{
    return d->ask<QList<LogEntry>>(
        [this, person = me(), since](WorkspaceFile &file) -> Result<QList<LogEntry>> {
            if (const Done done = d->catchUpWhole(); !done)
                return done.error();
            return telling::log(file.engine(), file.state(), person, since);
        });
}

QFuture<Result<WorkingSet>> Session::stateOn(QDate day)
{
    return d->ask<WorkingSet>([end = endOf(day)](WorkspaceFile &file) -> Result<WorkingSet> {
        const Result<qint64> seq = JournalReader(file.engine()).lastUntil(end);
        if (!seq)
            return seq.error();
        return Past(file.engine()).stateAfter(*seq);
    });
}

QFuture<Result<Verification>> Session::verify(const Progress &progress)
{
    return d->ask<Verification>([progress](WorkspaceFile &file) {
        const Engine::Turn turn(file.engine()); // it reads for long
        return milepost::verify(file.engine(), progress);
    });
}

QFuture<Result<Verification>> Session::verifyFile(const QString &path, const Progress &progress)
{
    return d->run([path, progress] { return milepost::verifyFile(path, progress); });
}

QFuture<Result<Verification>> Session::checkFile(const QString &path, const Progress &progress)
{
    return d->run([path, progress] { return milepost::checkFile(path, progress); });
}

QFuture<Done> Session::copyTo(const QString &path)
{
    return d->run([this, path, person = me()]() -> Done {
        if (const Done done = d->checkSeesWhole(person); !done)
            return done;
        return copySound(d->file->engine(), path);
    });
}

QFuture<Done> Session::readRaw(const std::function<bool(const RawRow &)> &take)
{
    return d->run([this, take, person = me()]() -> Done {
        if (const Done done = d->checkSeesWhole(person); !done)
            return done;
        if (const Done done = checkSound(d->file->engine()); !done)
            return done;
        const Engine::Turn turn(d->file->engine()); // it reads for long
        return rawtables::readAll(d->file->engine(), take);
    });
}

QFuture<Done> Session::restore(const QString &path,
                               const std::function<Result<std::optional<RawRow>>()> &next)
{
    return d->run([path, next] { return rawtables::restore(path, next); });
}

BackupCare &Session::backups()
{
    return *d->care;
}

void Session::setLive(bool live)
{
    if (live)
        d->timer.start();
    else
        d->timer.stop();
}

QFuture<Done> Session::lookNow()
{
    d->look();
    return d->run([] { return Done(); }); // when that look is done
}

const ClockFault &Session::clockFault() const
{
    return d->clockFault;
}

const Condition &Session::condition() const
{
    return d->condition;
}

const QList<Peer> &Session::peers() const
{
    return d->peers;
}

void Session::deliver()
{
    QCoreApplication::sendPostedEvents(this);
}

} // namespace milepost
