// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/mounts.h"

#include <QFile>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace milepost {
namespace {

// ID PARENT MAJOR:MINOR ROOT POINT OPTIONS [optional fields] - TYPE SOURCE OPTIONS
constexpr qsizetype kPoint = 4;
constexpr qsizetype kOptions = 5;
constexpr qsizetype kOptional = 6;

bool isOctal(QByteArrayView digits)
{
    return digits.size() == 3 && digits[0] >= '0' && digits[0] <= '3' &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '7'; });
}

/// The kernel writes spaces, tabs, line ends, backslashes and some others as \040 and the like.
QString unescaped(const QByteArray &field)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < field.size(); ++i) {
        const QByteArray digits = field[i] == '\\' ? field.mid(i + 1, 3) : QByteArray();
        if (isOctal(digits)) {
            bytes += static_cast<char>(digits.toInt(nullptr, 8));
            i += digits.size();
        } else {
            bytes += field[i];
        }
    }
    return QFile::decodeName(bytes);
}

/// Split first: a comma that is part of a value is written as \054.
QStringList optionsOf(const QByteArray &field)
{
    QStringList options;
    for (const QByteArray &option : field.split(','))
        options.append(unescaped(option));
    return options;
}

std::optional<Mount> readMount(const QByteArray &line)
{
    const QList<QByteArray> fields = line.split(' ');
    const qsizetype dash = fields.indexOf(QByteArrayLiteral("-"), kOptional);
    if (dash < 0 || fields.size() < dash + 4 || !fields[kPoint].startsWith('/'))
        return std::nullopt;
    bool hasId = false;
    bool hasParent = false;
    Mount mount;
    mount.id = fields[0].toLongLong(&hasId);
    mount.parent = fields[1].toLongLong(&hasParent);
    if (!hasId || !hasParent)
        return std::nullopt;
    mount.point = unescaped(fields[kPoint]);
    mount.type = unescaped(fields[dash + 1]);
    mount.source = unescaped(fields[dash + 2]);
    // Some file systems write spaces as they are: what follows one is still an option of theirs.
    mount.options = optionsOf(fields[kOptions]) + optionsOf(fields.sliced(dash + 3).join(' '));
    return mount;
}

/// By whole names: /srv/team does not hold /srv/teams.
bool holds(const QString &point, const QString &path)
{
    return path.startsWith(point) &&
           (path.size() == point.size() || point.endsWith(u'/') || path[point.size()] == u'/');
}

/// The mounts on the way to one path, and how they stand on each other.
class Way
{
public:
    Way(const QString &path, const QList<Mount> &mounts)
    {
        for (const Mount &mount : mounts)
            if (holds(mount.point, path))
                add(mount);
    }

    std::optional<Mount> end() const
    {
        const Mount *at = start();
        // Counted, because a list that is no mountinfo could lead round in a circle.
        for (qsizetype steps = 0; at && steps < m_mounts.size(); ++steps) {
            const Mount *next = m_next.value(at->id);
            if (!next)
                return *at;
            at = next;
        }
        return std::nullopt;
    }

private:
    void add(const Mount &mount)
    {
        m_mounts.append(&mount);
        m_ids.insert(mount.id);
        if (mount.id == mount.parent)
            return; // the first of all stands on itself
        const Mount *&next = m_next[mount.parent];
        // A path meets the mount nearest to the root first, and of two on one point the later.
        if (!next || mount.point.size() <= next->point.size())
            next = &mount;
    }

    /// What stands on nothing listed: the root. Where lines are missing the nearest to the path.
    const Mount *start() const
    {
        const Mount *first = nullptr;
        for (const Mount *mount : m_mounts) {
            const bool isFirst = mount->id == mount->parent || !m_ids.contains(mount->parent);
            if (isFirst && (!first || mount->point.size() >= first->point.size()))
                first = mount;
        }
        return first;
    }

    QList<const Mount *> m_mounts;
    QSet<qint64> m_ids;
    QHash<qint64, const Mount *> m_next; ///< by the id of what it stands on
};

} // namespace

QList<Mount> readMounts(const QByteArray &mountinfo)
{
    QList<Mount> mounts;
    for (const QByteArray &line : mountinfo.split('\n'))
        if (auto mount = readMount(line))
            mounts.append(std::move(*mount));
    return mounts;
}

// The order of the lines says little: the root that took over from the initial RAM disk comes after the
// mounts that were moved into it, and a mount over a folder leaves the lines of those now hidden in it. So
// the way is walked as the kernel walks it, from each mount to the one that stands on it.
std::optional<Mount> mountOf(const QString &path, const QList<Mount> &mounts)
{
    return Way(path, mounts).end();
}

} // namespace milepost
