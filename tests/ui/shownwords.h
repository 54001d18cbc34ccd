// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

#include <QRegularExpression>
#include <QSet>
#include <QTranslator>

class QAction;
class QWidget;

namespace milepost {

/// While it lives, everything is shown in the pseudo-language: ⟦márkéd····⟧ and two fifths longer.
class PseudoLanguage
{
public:
    PseudoLanguage();
    ~PseudoLanguage();
    Q_DISABLE_COPY_MOVE(PseudoLanguage)

    bool isLoaded() const { return !m_translator.isEmpty(); }

private:
    QTranslator m_translator;
};

/// Looks at every widget that is on the screen, and keeps which words are shown without having been
/// translated, and which are cut off. What people have written themselves, where their file is, numbers and
/// dates are nobody's fault.
class ShownWords
{
public:
    /// \p state holds what the people of the workspace wrote; \p path is its file.
    ShownWords(const WorkingSet &state, const QString &path);

    /// Everything in \p window that is visible now; \p where says what is open, for the report.
    void lookAt(const QWidget &window, const QString &where);
    void lookAtAction(const QAction &action, const QString &where);
    bool isForeign(const QString &text) const;

    const QStringList &untranslated() const { return m_untranslated; }
    const QStringList &cutOff() const { return m_cutOff; }

private:
    void lookAtWidget(const QWidget &widget, const QString &where);
    void check(const QString &text, const QWidget &widget, const QString &where);
    void checkRoom(const QWidget &widget, const QString &where);
    bool isElidedOwn(const QString &text, const QWidget &widget) const;
    void note(QStringList &list, const QString &text, const QObject &widget, const QString &where);

    QStringList m_own; ///< what the people of the workspace wrote, and its file; longest first
    QRegularExpression m_dates;
    QSet<QString> m_told;
    QStringList m_untranslated;
    QStringList m_cutOff;
};

} // namespace milepost
