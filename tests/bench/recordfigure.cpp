// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/values.h"
#include "tests/bench/barewriter.h"
#include "tests/bench/figure.h"
#include "tests/bench/workbench.h"

#include <QElapsedTimer>
#include <QFile>

namespace milepost::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int kKpis = 50;
constexpr int kWeeks = 52;
constexpr int kRecords = 240;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// A KPI that takes plain values and that this person may record.
KpiId someKpi(const Session &session)
{
    for (const Kpi *kpi : session.state().of<Kpi>().all())
        if (kpi->aggregate != Aggregate::Ratio)
            return kpi->id;
    throw Failed{u"the demo has no plain KPI"_s};
}

void record(Session &session, KpiId kpi, QDate date, double value)
{
    GivenValue given;
    given.kpi = kpi;
    given.date = date;
    given.value = value;
    Intent intent;
    intent.needs = [given](const WorkingSet &) { return seriesNeededBy(given); };
    intent.decide = [given](Situation &in) { return recordValue(in, given); };
    const Receipt receipt = require(session.wait(session.submit(intent)), u"recording"_s);
    if (!receipt.isWritten())
        throw Failed{u"nothing was recorded"_s};
}

} // namespace

/// One value, from the moment it is handed in to the moment its commit is known.
QList<Line> measureRecord(Workbench &bench)
{
    const QString ourFile = bench.scratch(u"record.milepost"_s);
    const QString bareFile = bench.scratch(u"record.bare"_s);
    const QString demo = bench.demo(kKpis, kWeeks);
    if (!QFile::copy(demo, ourFile) || !QFile::copy(demo, bareFile))
        throw Failed{u"the demo could not be copied"_s};

    Session session(bench.options());
    require(session.wait(session.open(ourFile, Session::Read::Structure)), u"opening"_s);
    const KpiId kpi = someKpi(session);
    BareWriter bare(bareFile);
    QDate day = QDate(2020, 1, 1); // before the demo begins
    double value = 100;
    QElapsedTimer timer;
    const auto ours = [&] {
        day = day.addDays(-1);
        timer.start();
        record(session, kpi, day, ++value);
        return milliseconds(timer);
    };
    const auto theirs = [&] {
        timer.start();
        bare.record(kpi.value(), day.toString(Qt::ISODate).toLatin1(), value);
        return milliseconds(timer);
    };
    const QList<double> medians = inTurn(bench.rounds(kRecords), {ours, theirs});
    const Verification checked = require(session.wait(session.verify()), u"verifying"_s);
    if (!checked.findings.isEmpty())
        throw Failed{u"the recorded values do not verify"_s};
    return {{u"record: one value, committed"_s, medians[0], medians[1], u"ms"_s, 1.3}};
}

} // namespace milepost::bench
