// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/profile.h"

#include <QWidget>

class QToolButton;

namespace milepost {

/// One part of the inspector under a heading that folds it away; whether it is folded is kept in the profile.
class Section final : public QWidget
{
    Q_OBJECT
public:
    /// \p key names the section in the profile; \p content becomes its own.
    Section(const QString &key, QString title, QWidget *content, Profile &profile, QWidget *parent = nullptr);

    bool isOpen() const;
    void setOpen(bool isOpen);
    /// How many things are in it, said beside the heading; nothing for 0.
    void setCount(qsizetype count);

Q_SIGNALS:
    void toggled(bool isOpen);

private:
    void showContent(bool isOpen);

    QString m_key;
    QString m_title;
    QToolButton *m_heading;
    QWidget *m_content;
    Profile &m_profile;
};

} // namespace milepost
