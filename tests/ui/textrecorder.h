// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>

namespace milepost {

/// A paper that keeps only the words painted on it, and where: pages are read without looking at pixels.
class TextRecorder final : public QPaintDevice
{
public:
    struct Word
    {
        QString text = {};
        QPointF at = {};
    };

    explicit TextRecorder(const QSize &size) : m_size(size), m_engine(*this) {}

    const QList<Word> &words() const { return m_words; }
    QStringList texts() const;
    QPaintEngine *paintEngine() const override { return const_cast<Engine *>(&m_engine); }

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine final : public QPaintEngine
    {
    public:
        explicit Engine(TextRecorder &recorder) : QPaintEngine(AllFeatures), m_recorder(recorder) {}
        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &) override {}
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
        void drawTextItem(const QPointF &at, const QTextItem &item) override;
        Type type() const override { return User; }

    private:
        TextRecorder &m_recorder;
    };

    QSize m_size;
    Engine m_engine;
    QList<Word> m_words;
};

} // namespace milepost
