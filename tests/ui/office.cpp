// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/office.h"

#include "tests/support/printing.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

template<class Record>
decltype(Record::id) idOf(const WorkingSet &state, const QString &name)
{
    for (const Record *record : state.of<Record>().all()) {
        if constexpr (requires { record->title; }) {
            if (record->title == name)
                return record->id;
        } else if (record->name == name) {
            return record->id;
        }
    }
    FAIL("there is nothing called " << name.toStdString());
    return {};
}

} // namespace

Office::Office(Door door) : m_session({m_folder.filePath(u"profile"_s), kToday})
{
    DemoSize size;
    size.weeks = 30;
    Session founding({m_folder.filePath(u"profile"_s), kToday.addDays(-3)});
    REQUIRE(founding.wait(founding.createDemo(path(), size)));
    if (door == Door::Open)
        REQUIRE(m_session.wait(m_session.open(path(), Session::Read::Everything)));
}

QString Office::write(const QString &name, const QByteArray &bytes) const
{
    QFile out(file(name));
    REQUIRE(out.open(QIODevice::WriteOnly));
    REQUIRE(out.write(bytes) == bytes.size());
    return out.fileName();
}

BoardId Office::board(const QString &name) const
{
    return idOf<Board>(state(), name);
}

KpiId Office::kpi(const QString &name) const
{
    return idOf<Kpi>(state(), name);
}

KeyResultId Office::keyResult(const QString &title) const
{
    return idOf<KeyResult>(state(), title);
}

PersonId Office::person(const QString &name) const
{
    return idOf<Person>(state(), name);
}

Result<Receipt> Office::submit(Decide decide)
{
    Intent intent;
    intent.decide = std::move(decide);
    return m_session.wait(m_session.submit(std::move(intent)));
}

bool Office::settle()
{
    if (!QTest::qWaitFor([this] { return m_session.pending() == 0; }, 20'000))
        return false;
    // The database thread answers in order, so every answer before this one is on its way as an event.
    m_session.nextUndo().waitForFinished();
    QCoreApplication::processEvents();
    return true;
}

} // namespace milepost
