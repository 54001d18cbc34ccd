// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/owner.h"

namespace milepost {
namespace {

qint64 idFrom(const QByteArray &text)
{
    bool ok = false;
    const qint64 id = text.toLongLong(&ok);
    return ok && id > 0 ? id : 0;
}

} // namespace

Cell Codec<QList<Owner>>::write(const QList<Owner> &owners)
{
    if (owners.isEmpty())
        return {};
    QByteArrayList words;
    for (const Owner &owner : owners)
        words.append(owner.person.isValid() ? 'p' + QByteArray::number(owner.person.value())
                                            : 't' + QByteArray::number(owner.team.value()));
    return Text{words.join(' ')};
}

bool Codec<QList<Owner>>::read(const Cell &cell, QList<Owner> &owners)
{
    const Text *text = std::get_if<Text>(&cell);
    if (!text)
        return false;
    for (const QByteArray &word : text->utf8.split(' ')) {
        const qint64 id = idFrom(word.mid(1));
        if (id == 0 || (word[0] != 'p' && word[0] != 't'))
            return false;
        owners.append(word[0] == 'p' ? Owner{PersonId(id), {}} : Owner{{}, TeamId(id)});
    }
    return true;
}

Cell Codec<QList<TeamId>>::write(const QList<TeamId> &teams)
{
    if (teams.isEmpty())
        return {};
    QByteArrayList words;
    for (const TeamId team : teams)
        words.append(QByteArray::number(team.value()));
    return Text{words.join(' ')};
}

bool Codec<QList<TeamId>>::read(const Cell &cell, QList<TeamId> &teams)
{
    const Text *text = std::get_if<Text>(&cell);
    if (!text)
        return false;
    for (const QByteArray &word : text->utf8.split(' ')) {
        if (idFrom(word) == 0)
            return false;
        teams.append(TeamId(idFrom(word)));
    }
    return true;
}

} // namespace milepost
