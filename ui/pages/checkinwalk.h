// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/values.h"
#include "core/services/session.h"
#include "ui/models/dueentry.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace milepost {

class DateLine;
class EntryHint;
class LinePicture;
class MessageBar;

/// Goes through all that is due of one person, one row at a time: the number and Enter records and shows the
/// next. Ctrl+Right leaves a row out, Ctrl+Left goes back, Esc leaves the walk. At the end it says what was
/// done.
class CheckInWalk final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckInWalk(Session &session, QWidget *parent = nullptr);

    /// Begins with what is due now; \p board is the one that "this board" means.
    void begin(BoardId board);

Q_SIGNALS:
    void left();
    /// A value was not taken, of which one is told only after the walk.
    void refusedLate(const QString &inWords);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Outcome { Open, Recorded, Skipped, Refused };
    struct Step
    {
        DueEntry entry = {};
        Outcome outcome = Outcome::Open;
    };

    QWidget *buildHead();
    QWidget *buildCard();
    QWidget *buildFields();
    QWidget *buildKeys();
    QWidget *buildEnd();
    QLabel *addText(const char *name);
    QLineEdit *addField(QLineEdit *line, const QString &caption, int characters, QLayout *layout);
    void collect();
    void show(qsizetype index);
    void showStep();
    void showEnd();
    void showReading();
    TypedEntry typed() const;
    void record();
    void submit(const GivenValue &given);
    void settle(qsizetype index, const Error &error);
    void settleLate(const QString &inWords);
    void refuse(const EntryReading &reading);
    void askForReason(const EntryReading &reading);
    void goBack();
    void skip();
    void goOn();
    void leave();
    bool takeWay(int key, Qt::KeyboardModifiers modifiers);
    bool takeEnter(int key);
    qsizetype count(Outcome outcome) const;

    Session &m_session;
    BoardId m_board;
    QList<Step> m_steps;
    qsizetype m_at = 0;
    int m_run = 0; ///< answers to an earlier run are not counted in this one

    QComboBox *m_scope;
    QLabel *m_progress;
    MessageBar *m_messages;
    QStackedWidget *m_content;
    QWidget *m_card = nullptr;
    QLabel *m_place;
    QLabel *m_title;
    QLabel *m_goal;
    QLabel *m_definition;
    QLabel *m_last;
    LinePicture *m_line;
    QLineEdit *m_value;
    DateLine *m_date;
    QLineEdit *m_confidence;
    QLabel *m_confidenceCaption = nullptr;
    QLineEdit *m_note;
    QLineEdit *m_reason;
    QWidget *m_reasonRow = nullptr;
    EntryHint *m_hint;
    QLabel *m_summary = nullptr;
    QPushButton *m_backButton = nullptr;
};

} // namespace milepost
