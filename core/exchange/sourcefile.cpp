// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sourcefile.h"

#include <QFileInfo>

namespace milepost {

Result<std::unique_ptr<SourceFile>> SourceFile::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{Error::Code::FileMissing, {path}};
    if (info.isDir())
        return Error{Error::Code::FileIsDirectory, {path}};
    std::unique_ptr<SourceFile> source(new SourceFile(path));
    if (!source->read())
        return Error{Error::Code::FileUnreadable, {path, source->m_file.errorString()}};
    if (source->m_bytes.isEmpty())
        return Error{Error::Code::FileEmpty, {path}};
    return source;
}

bool SourceFile::read()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return false;
    if (m_file.size() > 0 && !m_file.isSequential()) {
        if (const uchar *mapped = m_file.map(0, m_file.size())) {
            m_bytes = QByteArrayView(mapped, m_file.size());
            return true;
        }
        m_file.unsetError();
    }
    m_content = m_file.readAll();
    m_bytes = m_content;
    return m_file.error() == QFileDevice::NoError;
}

} // namespace milepost
