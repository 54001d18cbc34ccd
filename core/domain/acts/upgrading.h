// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/peer.h"
#include "core/domain/schemasteps.h"
#include "core/domain/situation.h"

namespace milepost {

/// The program that a decision is made with, and the machine that it runs on.
struct ThisProgram
{
    QString version = {};
    QString machine = {};
};

/// The schema of the file that the state was read from: the last step that it has taken.
int schemaOf(const WorkingSet &state);

/// Which of a person's machines this is: the one of its name that joined last. Null if there is none.
const Device *deviceOf(const WorkingSet &state, PersonId person, const QString &machine);

/// The next step of the schema: its row, whom the file asks for from now on, and what this machine uses. The
/// step itself, the tables, is storage's. Nothing to do in a file that has taken all steps; VisitorWrites,
/// PersonLeft.
Result<Draft> upgradeSchema(Situation &in, const ThisProgram &program);

/// Keeps which program this machine uses. Nothing to do where that is kept already, or cannot be: a file of
/// schema 1, or a person without this machine.
Result<Draft> updateDevice(Situation &in, const ThisProgram &program);

/// A machine that could not follow a step of the schema.
struct LeftBehind
{
    QString person = {};  ///< "" for a visitor
    QString machine = {}; ///< "" if it has no name
    QString program = {}; ///< the version that it uses; "" if that is not known
    friend bool operator==(const LeftBehind &, const LeftBehind &) = default;
};

/// The next step of a file's schema, and whom it would leave behind.
struct SchemaOffer
{
    int version = 0;              ///< that the step leads to; 0: there is none to take
    bool isReadableAfter = false; ///< those left behind could still read the file
    QList<LeftBehind> leftBehind = {};
    bool isNeeded() const { return version > 0; }
    friend bool operator==(const SchemaOffer &, const SchemaOffer &) = default;
};

/// What can be offered to \p person on this machine: nothing to who is no member. Left behind are the
/// machines of others, and other machines of one's own, of which neither the file nor the peer itself says
/// that they can follow. \p peers are those who have the file open, this one among them.
SchemaOffer schemaOffer(const WorkingSet &state, PersonId person, const QString &machine,
                        const QList<Peer> &peers);

/// Whether nobody can be left behind, since nobody else has joined.
bool isAlone(const WorkingSet &state);

} // namespace milepost
