// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shownwords.h"

#include "ui/delegates/elidedlabel.h"
#include "ui/pages/searchbutton.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

template<class Record>
void addTexts(const Table<Record> &table, QSet<QString> &texts)
{
    for (const Record *record : table.all())
        for (const auto &field : Record::type().fields()) {
            const Cell cell = field.read(*record);
            if (const auto *text = std::get_if<Text>(&cell); text && text->utf8.size() > 1)
                texts.insert(QString::fromUtf8(text->utf8));
        }
}

QSet<QString> textsOf(const WorkingSet &state)
{
    QSet<QString> texts{u"Milepost"_s};
    std::apply([&texts](const auto &...table) { (addTexts(table, texts), ...); }, state.tables);
    return texts;
}

/// The months and days of the locale, "Q4" and "W47".
QRegularExpression datesOf(const QLocale &locale)
{
    QStringList words{u"Q[1-4]"_s, u"W[0-9]+"_s};
    for (int month = 1; month <= 12; ++month)
        words << locale.monthName(month) << locale.monthName(month, QLocale::ShortFormat);
    for (int day = 1; day <= 7; ++day)
        words << locale.dayName(day) << locale.dayName(day, QLocale::ShortFormat);
    return QRegularExpression(u"\\b("_s + words.join(u'|') + u")\\b"_s);
}

bool hasWord(const QString &text)
{
    static const QRegularExpression word(u"\\p{L}{2}"_s);
    return word.match(text).hasMatch();
}

bool isInside(const QWidget &widget, const char *className)
{
    for (const QWidget *one = &widget; one; one = one->parentWidget())
        if (one->inherits(className))
            return true;
    return false;
}

/// Buttons that Qt names ("Cancel"), as long as Qt's own translations are not there.
bool isQtsOwn(const QWidget &widget)
{
    const auto *const button = qobject_cast<const QAbstractButton *>(&widget);
    const auto *const box = qobject_cast<const QDialogButtonBox *>(widget.parentWidget());
    return (button && box &&
            box->standardButton(const_cast<QAbstractButton *>(button)) != QDialogButtonBox::NoButton) ||
           isInside(widget, "QFileDialog") || isInside(widget, "QColorDialog") ||
           isInside(widget, "QAbstractPrintDialog");
}

QStringList headingsOf(const QHeaderView &header)
{
    QStringList texts;
    for (int section = 0; header.model() && section < header.count(); ++section)
        if (!header.isSectionHidden(section))
            texts << header.model()->headerData(section, header.orientation()).toString();
    return texts;
}

QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions)
        texts << action->text();
    return texts;
}

template<class Widget, class Read>
void add(QStringList &texts, const QWidget &widget, Read read)
{
    if (const auto *const one = qobject_cast<const Widget *>(&widget))
        texts << read(*one);
}

/// What a widget shows in words, apart from the rows of lists, which are mostly people's own.
QStringList wordsOf(const QWidget &widget)
{
    QStringList texts{widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()};
    add<QLabel>(texts, widget, [](const auto &one) { return one.text(); });
    add<QAbstractButton>(texts, widget, [](const auto &one) { return one.text(); });
    add<QGroupBox>(texts, widget, [](const auto &one) { return one.title(); });
    add<QLineEdit>(texts, widget, [](const auto &one) { return one.placeholderText(); });
    add<QPlainTextEdit>(texts, widget, [](const auto &one) { return one.placeholderText(); });
    add<QHeaderView>(texts, widget, [](const auto &one) { return headingsOf(one); });
    add<QMenuBar>(texts, widget, [](const auto &one) { return textsOf(one.actions()); });
    add<QMenu>(texts, widget, [](const auto &one) { return textsOf(one.actions()); });
    add<QTabBar>(texts, widget, [](const auto &one) {
        QStringList tabs;
        for (int tab = 0; tab < one.count(); ++tab)
            tabs << one.tabText(tab);
        return tabs;
    });
    add<QComboBox>(texts, widget, [](const auto &one) {
        QStringList items;
        for (int item = 0; item < one.count(); ++item)
            items << one.itemText(item);
        return items;
    });
    if (widget.isWindow())
        texts << widget.windowTitle();
    return texts;
}

bool isTooLow(const QLabel &label)
{
    return label.wordWrap() && label.heightForWidth(label.width()) > label.height();
}

/// An ignored width is one whose words are elided to fit.
bool isElidedOnPurpose(const QWidget &widget)
{
    return qobject_cast<const ElidedLabel *>(&widget) || qobject_cast<const SearchButton *>(&widget) ||
           widget.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
}

/// Words that are cut off where nobody meant them to be.
bool isCutOff(const QWidget &widget)
{
    if (isElidedOnPurpose(widget))
        return false;
    if (const auto *const label = qobject_cast<const QLabel *>(&widget))
        return !label->text().isEmpty() &&
               (label->wordWrap() ? isTooLow(*label) : label->sizeHint().width() > label->width());
    const bool isButton =
        qobject_cast<const QPushButton *>(&widget) || qobject_cast<const QCheckBox *>(&widget) ||
        (qobject_cast<const QToolButton *>(&widget) &&
         static_cast<const QToolButton &>(widget).toolButtonStyle() != Qt::ToolButtonIconOnly);
    return isButton && widget.sizeHint().width() > widget.width();
}

} // namespace

PseudoLanguage::PseudoLanguage()
{
    if (m_translator.load(QStringLiteral(MILEPOST_PSEUDO)))
        QCoreApplication::installTranslator(&m_translator);
}

PseudoLanguage::~PseudoLanguage()
{
    QCoreApplication::removeTranslator(&m_translator);
}

ShownWords::ShownWords(const WorkingSet &state, const QString &path) : m_dates(datesOf(QLocale()))
{
    QSet<QString> texts = textsOf(state);
    texts << path << QFileInfo(path).fileName();
    m_own = QStringList(texts.begin(), texts.end());
    std::sort(m_own.begin(), m_own.end(),
              [](const QString &left, const QString &right) { return left.size() > right.size(); });
}

bool ShownWords::isForeign(const QString &text) const
{
    if (text.contains(u'⟦') || !hasWord(text))
        return false;
    QString rest = text;
    rest.remove(m_dates);
    for (const QString &own : m_own) {
        if (!hasWord(rest))
            return false;
        rest.replace(own, QStringLiteral(" "));
    }
    return hasWord(rest);
}

void ShownWords::lookAt(const QWidget &window, const QString &where)
{
    lookAtWidget(window, where);
    for (const QWidget *widget : window.findChildren<QWidget *>())
        if (widget->isVisible() && !widget->objectName().startsWith(u"qt_"))
            lookAtWidget(*widget, where);
}

void ShownWords::lookAtAction(const QAction &action, const QString &where)
{
    for (const QString &text : {action.text(), action.toolTip(), action.statusTip()})
        if (isForeign(text))
            note(m_untranslated, text, action, where);
}

void ShownWords::lookAtWidget(const QWidget &widget, const QString &where)
{
    if (isQtsOwn(widget))
        return;
    for (const QString &text : wordsOf(widget))
        check(text, widget, where);
    checkRoom(widget, where);
}

void ShownWords::check(const QString &text, const QWidget &widget, const QString &where)
{
    if (isForeign(text) && !isElidedOwn(text, widget))
        note(m_untranslated, text, widget, where);
}

// Only where words are elided on purpose: "Share…" of a button is not the beginning of somebody's text.
bool ShownWords::isElidedOwn(const QString &text, const QWidget &widget) const
{
    if (!isElidedOnPurpose(widget) || !text.endsWith(u'…'))
        return false;
    const QString start = text.chopped(1);
    return std::any_of(m_own.begin(), m_own.end(),
                       [&start](const QString &own) { return own.startsWith(start); });
}

void ShownWords::checkRoom(const QWidget &widget, const QString &where)
{
    if (!isCutOff(widget))
        return;
    const auto *const label = qobject_cast<const QLabel *>(&widget);
    const auto *const button = qobject_cast<const QAbstractButton *>(&widget);
    note(m_cutOff, label ? label->text() : button->text(), widget, where);
}

void ShownWords::note(QStringList &list, const QString &text, const QObject &widget, const QString &where)
{
    const QString line = u"“%1” of %2 “%3” (%4)"_s.arg(
        text, QString::fromLatin1(widget.metaObject()->className()), widget.objectName(), where);
    if (!m_told.contains(line)) {
        m_told.insert(line);
        list << line;
    }
}

} // namespace milepost
