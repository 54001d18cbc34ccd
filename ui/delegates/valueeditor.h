// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QWidget>

#include <functional>

class QFrame;
class QLabel;
class QLineEdit;

namespace milepost {

class DateLine;
class EntryHint;

/// Tells what an entry is understood as.
using EntryReader = std::function<EntryReading(const TypedEntry &)>;

/// A value as it is typed in a cell. Below the cell it says what is understood; Tab opens date, note and
/// confidence there. Enter in any of them takes all, Shift+Enter as well and goes up, Esc takes nothing. What
/// cannot be read is refused where it was typed, and the editor stays open.
class ValueEditor final : public QWidget
{
    Q_OBJECT

public:
    enum class Confidence { Asked, NotAsked };
    /// Where the typist goes on.
    enum class Next { Down, Up };

    ValueEditor(const QString &spokenName, QDate today, Confidence confidence, QWidget *parent);
    ~ValueEditor() override;
    Q_DISABLE_COPY_MOVE(ValueEditor)

    void setReader(const EntryReader &reader);
    /// Shows what is there, unless something has been typed.
    void setValue(const QString &text);
    TypedEntry entry() const;
    bool isModified() const;
    /// True if more than the value was touched.
    bool hasDetails() const;
    /// Lies with its line on the cell, in the parent's coordinates, and with the rest where there is room.
    void placeOn(const QRect &cell);

Q_SIGNALS:
    void accepted(milepost::ValueEditor::Next next);
    void cancelled();
    /// The keyboard went elsewhere within the window.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildPanel(QDate today, Confidence confidence);
    void addField(QLineEdit *line, const QString &caption, int characters);
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    void accept(Next next);
    void goOn(int step);
    void noticeText(QLineEdit &field);
    void showReading();
    void place();
    void noticeFocus(const QWidget *now);
    QLineEdit *fieldOf(EntryReading::Field field) const;

    QLineEdit *m_line;
    QFrame *m_panel;
    EntryHint *m_hint;
    QLabel *m_keys; ///< tells of Tab until it was pressed
    QWidget *m_details;
    DateLine *m_date;
    QLineEdit *m_note;
    QLineEdit *m_confidence = nullptr; ///< of key results only
    QList<QLineEdit *> m_fields;       ///< in the order of Tab
    EntryReader m_reader;
    QRect m_cell;
    bool m_isFilling = false; ///< with what is there
    bool m_isDone = false;
};

} // namespace milepost
