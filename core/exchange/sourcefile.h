// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>

#include <memory>

namespace milepost {

/// The bytes of a file that is only read, mapped into memory where that can be done.
class SourceFile final
{
public:
    /// Errors: FileMissing, FileIsDirectory, FileUnreadable, FileEmpty.
    static Result<std::unique_ptr<SourceFile>> open(const QString &path);

    QByteArrayView bytes() const { return m_bytes; }

private:
    explicit SourceFile(const QString &path) : m_file(path) {}
    bool read();

    QFile m_file;
    QByteArray m_content; ///< of a file that cannot be mapped, as a pipe
    QByteArrayView m_bytes;
};

} // namespace milepost
