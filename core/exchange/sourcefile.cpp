// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sourcefile.h"

#include <QFileInfo>

namespace milepost {
namespace {

using namespace Qt::StringLiterals;

Error tooLarge(const QString &path, qint64 size, qint64 most)
{
    return {Error::Code::FileTooLarge, {path, QString::number(size), QString::number(most)}};
}

} // namespace

Result<std::unique_ptr<SourceFile>> SourceFile::open(const QString &path, qint64 most)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{Error::Code::SourceMissing, {path}};
    if (info.isDir())
        return Error{Error::Code::FileIsDirectory, {path}};
    if (!info.isFile())
        return Error{Error::Code::FileIsDevice, {path}};
    if (info.size() > most)
        return tooLarge(path, info.size(), most);
    std::unique_ptr<SourceFile> source(new SourceFile(path));
    if (!source->read(most))
        return Error{Error::Code::FileUnreadable, {path, source->m_file.errorString()}};
    if (source->m_bytes.size() > most)
        return tooLarge(path, source->m_bytes.size(), most);
    if (source->m_bytes.isEmpty())
        return Error{Error::Code::FileEmpty, {path}};
    return source;
}

bool SourceFile::read(qint64 most)
{
    if (!m_file.open(QIODevice::ReadOnly))
        return false;
    if (m_file.size() > 0) {
        if (const uchar *mapped = m_file.map(0, m_file.size())) {
            m_bytes = QByteArrayView(mapped, m_file.size());
            return true;
        }
        m_file.unsetError();
    }
    // Files of the system (/proc) tell no size.
    m_content = most < std::numeric_limits<qint64>::max() ? m_file.read(most + 1) : m_file.readAll();
    m_bytes = m_content;
    return m_file.error() == QFileDevice::NoError;
}

} // namespace milepost
