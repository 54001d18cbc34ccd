// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace milepost {

/// Says that a file is read as the last one with its heading was, and lets one rename, forget or leave that.
class ImportProfileBar final : public QFrame
{
    Q_OBJECT
public:
    explicit ImportProfileBar(QWidget *parent = nullptr);

    /// Shows the profile of this name.
    void showProfile(const QString &name);
    /// Says why a profile could not be changed.
    void showTrouble(const QString &sentence);

Q_SIGNALS:
    void renamed(const QString &name);
    void forgotten();
    /// What the profile says is not wanted for this file.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *addButton(const QString &text, const char *name);
    void beginRename();
    void endRename();
    void setRenaming(bool isRenaming);

    QString m_name;
    QLabel *m_text;
    QLineEdit *m_line;
    QPushButton *m_rename;
    QPushButton *m_forget;
    QPushButton *m_leave;
};

} // namespace milepost
