// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <random>

namespace milepost::faults {

/// A workspace as bytes, and what harms are made of.
struct Specimen
{
    QByteArray file = {};    ///< as it should be
    QByteArray older = {};   ///< some writes earlier
    QByteArray torn = {};    ///< while a further write puts its pages into it
    QByteArray journal = {}; ///< what SQLite left beside that one to take it back with
};

/// Makes one in \p folder, the same whenever it is made: a small company with a year behind it.
Specimen makeSpecimen(const QString &folder);

/// A workspace that was harmed in one place.
struct Harmed
{
    QByteArray file = {};
    QByteArray journal = {}; ///< empty: there is none beside it
    QString how = {};
};

/// One harm by chance: a bit flipped, an end cut off, a page of zeros, two pages swapped, or an old page put
/// back; in the file, in one whose last write was killed, or in the journal beside that.
Harmed harm(const Specimen &specimen, std::mt19937 &random);

} // namespace milepost::faults
