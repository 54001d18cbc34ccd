// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/upgrades.h"

#include "ui/words/filling.h"

#include <QCoreApplication>

namespace milepost {
namespace {

class Upgrades
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Upgrades)

public:
    static QString pattern(const SchemaOffer &offer);
    static QString nameOf(const LeftBehind &left);
};

QString Upgrades::pattern(const SchemaOffer &offer)
{
    if (offer.leftBehind.isEmpty())
        return tr("This workspace can be brought to version %1. Everybody's Milepost can follow.");
    if (offer.isReadableAfter)
        return tr("This workspace can be brought to version %1. These may still use an older Milepost, and "
                  "could then "
                  "only read it: %2.");
    return tr("This workspace can be brought to version %1. These may still use an older Milepost, and could "
              "then not "
              "open it any more until they have a newer one: %2.");
}

QString Upgrades::nameOf(const LeftBehind &left)
{
    const QString person = left.person.isEmpty() ? tr("a visitor") : inLine(left.person);
    QStringList about = {inLine(left.machine), inLine(left.program)};
    about.removeAll(QString());
    return about.isEmpty() ? person
                           : fill(tr("%1 (%2)", "a person, and their machine"),
                                  {person, about.join(QStringLiteral(", "))});
}

} // namespace

QString sentence(const SchemaOffer &offer)
{
    if (!offer.isNeeded())
        return {};
    QStringList names;
    for (const LeftBehind &left : offer.leftBehind)
        names.append(Upgrades::nameOf(left));
    return fill(Upgrades::pattern(offer), {QString::number(offer.version), listed(names)});
}

} // namespace milepost
