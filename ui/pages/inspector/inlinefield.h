// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fieldfact.h"

#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace milepost {

class ValueButton;

/// One field that is edited where it stands. A click, Enter or F2 opens an editor in its place; Enter and
/// leaving it hand the text in, Esc leaves everything as it was. The editor stays open until the text is
/// accepted; what is wrong with it stands below. A new fact never closes an open editor nor touches what is
/// typed.
class InlineField final : public QWidget
{
    Q_OBJECT
public:
    using NamesOf = std::function<QStringList(Completes)>;
    enum class Look { Captioned, Heading, Quiet };

    explicit InlineField(NamesOf namesOf, Look look = Look::Captioned, QWidget *parent = nullptr);

    const FieldFact &fact() const { return m_fact; }
    void setFact(const FieldFact &fact);
    /// Of all fields of a section, so that their values stand below each other.
    void setCaptionWidth(int width);
    int captionWidth() const;
    /// Where Tab stops while nothing is edited.
    QWidget *tabStop() const;

    bool isEditing() const { return m_editor != nullptr; }
    void beginEdit();
    /// Hands in what was typed and closes the editor, whatever the answer.
    void finish();
    /// The text that was handed in was taken.
    void accept();
    /// It was not: the editor is there again with the text as it was typed.
    void refuse(const QString &sentence);

Q_SIGNALS:
    /// A text was handed in that differs from what is there: of a choice its word, else as typed.
    void edited(const QString &field, const QString &typed);
    /// The editor is closed.
    void ended();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeEditor();
    QWidget *makeChoice();
    QWidget *makeText();
    QWidget *makeLine();
    QString typed() const;
    void showFact();
    void handIn();
    void setWaiting(bool isWaiting);
    void endEdit(bool takeFocus);
    bool isCompleting() const;

    NamesOf m_namesOf;
    FieldFact m_fact;
    QString m_typedBefore; ///< what was there when the editor opened
    QLabel *m_caption;
    ValueButton *m_value;
    QLabel *m_error;
    QVBoxLayout *m_column;
    QWidget *m_editor = nullptr;
    bool m_isHandedIn = false;
};

} // namespace milepost
