// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/textrecorder.h"

#include <QGuiApplication>
#include <QPainter>
#include <QScreen>

namespace milepost {

QStringList TextRecorder::texts() const
{
    QStringList texts;
    for (const Word &word : m_words)
        texts << word.text;
    return texts;
}

int TextRecorder::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmDpiX:
    case PdmPhysicalDpiX:
        return qRound(QGuiApplication::primaryScreen()->logicalDotsPerInchX());
    case PdmDpiY:
    case PdmPhysicalDpiY:
        return qRound(QGuiApplication::primaryScreen()->logicalDotsPerInchY());
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return qRound(devicePixelRatioFScale());
    case PdmWidthMM:
    case PdmHeightMM:
    case PdmNumColors:
    case PdmDepth:
        return QPaintDevice::metric(metric);
    }
    Q_UNREACHABLE();
}

void TextRecorder::Engine::drawTextItem(const QPointF &at, const QTextItem &item)
{
    m_recorder.m_words.append({item.text(), painter()->transform().map(at)});
}

} // namespace milepost
