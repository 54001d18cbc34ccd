// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// One machine (one profile) of a person. A person may have several, and each will have keys of its own.
struct Device
{
    DeviceId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    PersonId person = {};
    QString name = {};
    qint64 joinedAt = 0;        ///< UTC milliseconds
    QByteArray signingKey = {}; ///< Ed25519 public key; none until entries are signed
    QByteArray sealingKey = {}; ///< X25519 public key; none until boards are sealed
    QString program = {};       ///< version of the program that it wrote with last; "" if that is not known
    int schema = 0;             ///< the newest schema that this program writes; 0 if that is not known

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return person.value(); }
    static const RecordType<Device> &type();
    friend bool operator==(const Device &, const Device &) = default;
};

} // namespace milepost
