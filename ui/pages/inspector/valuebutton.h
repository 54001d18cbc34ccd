// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace milepost {

/// A text that is pressed to be edited: it wraps, looks like text, and shows by a tint under the pointer and
/// a ring in focus that it can be pressed. Where it cannot, it is only text. A click, Enter, F2 or Space
/// presses it.
class ValueButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ValueButton(QWidget *parent = nullptr);

    /// \p hint stands in soft ink where there is no text.
    void setValue(const QString &text, const QString &hint);
    void setPressable(bool isPressable);
    /// In softer ink than what is the main thing.
    void setSoft(bool isSoft);
    bool isPressable() const { return m_isPressable; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QString shown() const;

    QString m_value;
    QString m_hint;
    bool m_isPressable = true;
    bool m_isSoft = false;
};

} // namespace milepost
