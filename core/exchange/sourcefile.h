// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>

#include <limits>
#include <memory>

namespace milepost {

/// The bytes of a file that is only read, mapped into memory where that can be done.
class SourceFile final
{
public:
    /// Errors: SourceMissing, FileIsDirectory, FileIsDevice (which may never end), FileUnreadable, FileEmpty,
    /// FileTooLarge for a file of more than `most` bytes.
    static Result<std::unique_ptr<SourceFile>> open(const QString &path,
                                                    qint64 most = std::numeric_limits<qint64>::max());

    QByteArrayView bytes() const { return m_bytes; }

private:
    explicit SourceFile(const QString &path) : m_file(path) {}
    bool read(qint64 most);

    QFile m_file;
    QByteArray m_content; ///< of a file that cannot be mapped
    QByteArrayView m_bytes;
};

} // namespace milepost
