// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QVBoxLayout;

namespace milepost {

/// A panel that floats over the window's upper middle, with a shadow and no frame, until one is done with it:
/// Escape, a click beside it or another window closes it, and the keyboard is where it was before. Nothing is
/// blocked meanwhile.
class FloatingPanel : public QFrame
{
    Q_OBJECT
public:
    /// \p window is what it floats over.
    explicit FloatingPanel(QWidget *window);

    /// Shows the panel, with the keyboard in \p first.
    void openWith(QWidget *first);

public Q_SLOTS:
    /// Hides it and gives the keyboard back.
    void dismiss();

Q_SIGNALS:
    void dismissed();

protected:
    /// What the panel contains goes in here.
    QVBoxLayout &inside() { return *m_inside; }
    QMargins shadowMargins() const;
    /// How the line at the top looks, into which one types.
    static void dressTopLine(QLineEdit &line);
    /// Of the panel without its shadow; the window makes it smaller where it has to.
    virtual QSize wantedSize() const = 0;

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    bool isBeside(const QObject *watched) const;
    void followFocus(const QWidget *now);

    QVBoxLayout *m_inside;
    QPointer<QWidget> m_focusBefore;
    QPointer<QWidget> m_focusAround; ///< what it was in: an editor may be gone by then
};

} // namespace milepost
