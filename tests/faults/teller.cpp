// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/teller.h"

#include "tests/faults/accounts.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace milepost::faults {

Teller::Teller(const QString &path, const QString &profile) : m_session({profile, {}})
{
    if (const Done done = m_session.wait(m_session.open(path, Session::Read::Everything)); !done)
        fail(u"opening"_s, done.error());
    if (m_session.me().isValid())
        return;
    const PersonId person = m_session.state().of<Person>().all().first()->id;
    if (const Result<Receipt> joined = m_session.wait(m_session.join(person)); !joined)
        fail(u"joining"_s, joined.error());
}

Done Teller::move(int writer, int number)
{
    const Transfer transfer(writer, number);
    for (;;) {
        Intent intent;
        intent.writeId = transfer.writeId();
        intent.needs = [transfer](const WorkingSet &state) { return transfer.needs(state); };
        intent.decide = [transfer](Situation &in) { return transfer.decide(in); };
        QElapsedTimer timer;
        timer.start();
        const Result<Receipt> receipt = m_session.wait(m_session.submit(intent));
        m_longest = std::max(m_longest, timer.elapsed());
        if (receipt)
            return {};
        if (receipt.error().code != Error::Code::Conflict)
            return receipt.error();
        m_session.yield(intent.writeId); // what waited for a person's choice is decided by trying again
    }
}

} // namespace milepost::faults
