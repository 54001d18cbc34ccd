// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QKeyEvent>
#include <QObject>
#include <QTest>
#include <QWidget>

namespace milepost {

/// Counts the keys that reach whatever has the keyboard: the price of doing something, as people pay it.
class KeyCounter final : public QObject
{
    Q_OBJECT
public:
    explicit KeyCounter(QObject *parent = nullptr) : QObject(parent) { qApp->installEventFilter(this); }

    int count() const { return m_count; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // An ignored key goes on to the parents; it was still pressed once.
        if (event->type() == QEvent::KeyPress && watched == QApplication::focusWidget() &&
            static_cast<QKeyEvent *>(event)->key() != Qt::Key_Shift)
            ++m_count;
        return false;
    }

private:
    int m_count = 0;
};

/// Types on whatever has the keyboard.
inline void typeOn(const QString &text)
{
    for (const QChar sign : text)
        QTest::keyClicks(QApplication::focusWidget(), sign);
}

inline void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// Puts a widget on the screen with the keyboard.
inline void showAlone(QWidget &widget)
{
    widget.resize(1000, 700);
    widget.show();
    QApplication::setActiveWindow(&widget);
    QApplication::processEvents();
}

} // namespace milepost
