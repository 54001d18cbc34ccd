// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace milepost {

/// A line in which names are completed while they are typed: the whole text, each of several between commas,
/// or what follows an "@" in a sentence. The completions stand below the line; Enter or Tab takes the first,
/// Esc closes them.
class CompletingLine final : public QLineEdit
{
    Q_OBJECT
public:
    enum class Mode { Whole, List, Mention };

    explicit CompletingLine(Mode mode, QWidget *parent = nullptr);

    void setNames(const QStringList &names);
    /// True while completions are shown: Enter and Esc are theirs then.
    bool isCompleting() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// Where the name begins that the cursor is in; -1 if it is in none.
    int beginOfName() const;
    void complete();
    void take(const QString &name);

    Mode m_mode;
    QStringListModel *m_names;
    QCompleter *m_completer;
};

} // namespace milepost
