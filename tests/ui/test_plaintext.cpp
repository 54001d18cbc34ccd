// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/delegates/plaintext.h"

#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QTest>
#include <QToolTip>
#include <QWhatsThis>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QString kMarkup = u"<img src=\"file:///etc/passwd\"><b>Growth</b>"_s;

/// The program as it runs: with the filter.
class Filtered
{
public:
    Filtered() { qApp->installEventFilter(&m_filter); }
    ~Filtered() { qApp->removeEventFilter(&m_filter); }
    Q_DISABLE_COPY_MOVE(Filtered)

private:
    PlainTextOnly m_filter;
};

QLabel *shownToolTip()
{
    for (QWidget *const widget : QApplication::topLevelWidgets())
        if (widget->isVisible() && widget->inherits("QTipLabel"))
            return qobject_cast<QLabel *>(widget);
    return nullptr;
}

} // namespace

TEST_CASE("markup in a label is shown as text", "[plaintext]")
{
    const Filtered filtered;
    QLabel guessing(kMarkup);
    QLabel plain;
    plain.setTextFormat(Qt::PlainText);
    plain.setText(kMarkup);

    CHECK(guessing.sizeHint() == plain.sizeHint());
    guessing.resize(plain.sizeHint());
    plain.resize(plain.sizeHint());
    CHECK(guessing.grab().toImage() == plain.grab().toImage());
    CHECK(guessing.textFormat() == Qt::PlainText);
}

TEST_CASE("without the filter a label would guess", "[plaintext]")
{
    QLabel guessing(kMarkup);
    QLabel plain;
    plain.setTextFormat(Qt::PlainText);
    plain.setText(kMarkup);

    CHECK(guessing.sizeHint() != plain.sizeHint());
}

TEST_CASE("a label that asks for rich text does not get it", "[plaintext]")
{
    const Filtered filtered;
    QLabel label;
    label.show();
    label.setTextFormat(Qt::RichText);
    label.setText(kMarkup);

    CHECK(QTest::qWaitFor([&label] { return label.textFormat() == Qt::PlainText; }));
}

TEST_CASE("markup in a message box is shown as text", "[plaintext]")
{
    const Filtered filtered;
    QMessageBox box;
    box.setText(kMarkup);
    box.setInformativeText(kMarkup);
    box.show();

    REQUIRE(QTest::qWaitFor([&box] { return box.isVisible(); }));
    const QList<QLabel *> labels = box.findChildren<QLabel *>();
    CHECK(labels.size() >= 2);
    for (const QLabel *const label : labels)
        CHECK(label->textFormat() == Qt::PlainText);
}

TEST_CASE("markup in a tool tip is shown as text", "[plaintext]")
{
    const Filtered filtered;
    QWidget window;
    window.resize(200, 100);
    window.show();

    QToolTip::showText(window.mapToGlobal(QPoint(10, 10)), kMarkup, &window);

    REQUIRE(QTest::qWaitFor([] { return shownToolTip() != nullptr; }));
    const QLabel *const tip = shownToolTip();
    CHECK(tip->text() == kMarkup);
    CHECK(tip->textFormat() == Qt::PlainText);
    CHECK(tip->width() >= tip->fontMetrics().horizontalAdvance(kMarkup) / 2);
    QToolTip::hideText();
}

TEST_CASE("nothing answers What's this", "[plaintext]")
{
    const Filtered filtered;
    QWidget window;
    window.setWhatsThis(kMarkup);
    QHelpEvent question(QEvent::QueryWhatsThis, {}, {});
    question.ignore();

    CHECK(QApplication::sendEvent(&window, &question));
    CHECK_FALSE(question.isAccepted());
}
