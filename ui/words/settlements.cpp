// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/settlements.h"

#include "ui/words/actwords.h"
#include "ui/words/filling.h"

#include <QCoreApplication>

namespace milepost {
namespace {

class Settlements
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Settlements)

public:
    static QString line(const Settlement &settlement)
    {
        const auto about = [&settlement](qint64) -> QString { return settlement.about; };
        const QString what = sentence(settlement.write.act, settlement.write.values, about);
        if (settlement.outcome == Settlement::Outcome::Written)
            return fill(tr("Milepost ended before it could say so, but this is saved: %1"), {what});
        return fill(tr("Milepost ended before this was saved, and by now it no longer fits. Do it again if "
                       "you still want it: %1"),
                    {what});
    }
};

} // namespace

QString textOf(const QList<Settlement> &settlements)
{
    QStringList lines;
    for (const Settlement &settlement : settlements)
        lines.append(Settlements::line(settlement));
    return lines.join(u'\n');
}

} // namespace milepost
