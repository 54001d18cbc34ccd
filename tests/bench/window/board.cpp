// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/values.h"
#include "core/services/whendone.h"
#include "ui/charts/theme.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/boardview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFrames = 600;
constexpr int kStep = 117; ///< pixels a frame: fast scrolling, three rows and a bit

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// The value that 95 % of all are not above.
double most(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[qRound(double(values.size() - 1) * 0.95)];
}

/// The longest time for which the window answered nothing: between two beats that should come every
/// millisecond.
class Standstill
{
public:
    Standstill()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        m_sinceBeat.start();
        m_beat.callOnTimeout([this] {
            m_longest = std::max(m_longest, double(m_sinceBeat.nsecsElapsed()) / 1e6);
            m_sinceBeat.restart();
        });
        m_beat.start(std::chrono::milliseconds(1));
    }
    double longest() const { return m_longest; }

private:
    QTimer m_beat;
    QElapsedTimer m_sinceBeat;
    double m_longest = 0;
};

double scrolling(BoardView &view)
{
    QList<double> frames;
    QScrollBar &bar = *view.verticalScrollBar();
    for (int frame = 0; frame < kFrames; ++frame) {
        QElapsedTimer timer;
        timer.start();
        bar.setValue((bar.value() + kStep) % std::max(1, bar.maximum()));
        view.viewport()->repaint();
        frames.append(milliseconds(timer));
        QApplication::processEvents();
    }
    return most(frames);
}

/// The longest of all keys: each narrows or widens what 5,000 rows show, and is done when that is painted.
double filtering(BoardPage &page)
{
    auto &line = *page.findChild<QLineEdit *>(u"boardFilter"_s);
    double longest = 0;
    const QString typed = u"series 0421"_s;
    for (qsizetype length = 1; length < 2 * typed.size(); ++length) {
        QElapsedTimer timer;
        timer.start();
        if (length <= typed.size())
            line.insert(typed.mid(length - 1, 1));
        else
            line.backspace();
        QApplication::processEvents();
        longest = std::max(longest, milliseconds(timer));
    }
    line.clear();
    QApplication::processEvents();
    return longest;
}

/// The longest standstill of the window while a value is recorded, committed and shown.
double recording(Session &session, const Kpi &kpi)
{
    const Standstill standstill;
    GivenValue given;
    given.kpi = kpi.id;
    given.date = session.today();
    given.value = 42;
    Intent intent;
    intent.needs = [given](const WorkingSet &) { return seriesNeededBy(given); };
    intent.decide = [given](Situation &in) { return recordValue(in, given); };
    bool isWritten = false;
    QObject context;
    whenDone(session.submit(std::move(intent)), &context, [&isWritten](const Result<Receipt> &receipt) {
        isWritten = receipt && receipt->isWritten();
        QTimer::singleShot(std::chrono::milliseconds(50), qApp,
                           &QApplication::quit); // when it has been painted, and a beat has come after it
    });
    QApplication::exec();
    return isWritten ? standstill.longest() : -1;
}

/// The board with the most KPIs.
BoardId largestBoard(const WorkingSet &state)
{
    BoardId largest;
    for (const Board *board : state.of<Board>().all())
        if (state.of<Kpi>().of(board->id).size() > state.of<Kpi>().of(largest).size())
            largest = board->id;
    return largest;
}

} // namespace

/// A board of thousands of rows in the hands of someone who scrolls, filters and records. Prints three
/// numbers, in milliseconds: 95 % of the frames of scrolling, the slowest key of the filter, the longest
/// standstill around a recorded value.
int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    Session session({arguments.value(2), {}});
    if (!session.wait(session.open(arguments.value(1), Session::Read::Everything)))
        return 1;
    dress(*qApp, lightTheme());
    BoardPage page(session);
    page.resize(1200, 800);
    const BoardId board = largestBoard(session.state());
    page.showBoard(board);
    page.show();
    QApplication::processEvents();
    const Kpi kpi = *session.state().of<Kpi>().of(board).at(10);
    const double scroll = scrolling(page.view());
    const double filter = filtering(page);
    const double record = recording(session, kpi);
    std::printf("%f %f %f\n", scroll, filter, record);
    return record < 0 ? 1 : 0;
}
