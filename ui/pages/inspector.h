// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/inspected.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace milepost {

class ActionsSection;
class ChangesSection;
class Chip;
class CommentsSection;
class DefinitionSection;
class HistorySection;
class InlineField;
class Section;
class SparklineView;
class TargetsSection;

/// What there is to know about one row of a board, beside its table: what it is and how it stands, its
/// definition, targets, actions, comments, values, and who changed what. Everything is edited where it
/// stands, by whoever may. It follows the session: a change updates what it touched and never closes an open
/// editor.
class Inspector final : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(Session &session, QWidget *parent = nullptr);

    /// An objective, key result (or part of one) or KPI. For anything else, see showNothing().
    void showRow(RowKind kind, qint64 id);
    void showNothing();
    /// Shows the row as it stood on a day, in \p state; nothing can be changed then.
    void showPast(const WorkingSet &state, QDate day);
    void showPresent();
    /// Goes to what is to be done about the row.
    void showActions();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    Section *addSection(const QString &key, const QString &title, QWidget *content);
    void connectSections();
    void refresh();
    void leave();
    void showThing(const Inspected &inspected);
    void showHead(const Inspected &inspected);
    void showSections(const Inspected &inspected);
    void readSlowly();
    void submit(const QString &field, const QString &typed);
    void answer(const Named &thing, const QString &field, const Result<Receipt> &receipt);
    QString valueOf(const QString &field, const QString &typed) const;
    InlineField *fieldCalled(const QString &name) const;
    QList<InlineField *> fields() const;

    Session &m_session;
    qint64 m_id = 0;
    std::optional<Inspected> m_shown;
    std::optional<WorkingSet> m_past;
    QDate m_pastDay;
    QTimer m_readLater; ///< what is read from the file: not for each row that one only passes
    qint64 m_read = 0;  ///< the row that it was read for

    QStackedWidget *m_pages;
    QScrollArea *m_scroll;
    QLabel *m_nothing;
    InlineField *m_title;
    QLabel *m_softLine;
    QLabel *m_boardName;
    QLabel *m_pastNote;
    InlineField *m_owners;
    Chip *m_status;
    QLabel *m_value;
    SparklineView *m_line;
    QLabel *m_error;
    DefinitionSection *m_definition;
    TargetsSection *m_targets;
    ActionsSection *m_actions;
    CommentsSection *m_comments;
    HistorySection *m_history;
    ChangesSection *m_changes;
    Section *m_targetsPart = nullptr;
    Section *m_actionsPart = nullptr;
    Section *m_commentsPart = nullptr;
    Section *m_historyPart = nullptr;
    Section *m_changesPart = nullptr;
};

} // namespace milepost
