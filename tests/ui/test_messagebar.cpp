// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/pages/messagebar.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// A bar above a field that has the keyboard.
class Page
{
public:
    Page()
    {
        auto *const layout = new QVBoxLayout(&m_page);
        layout->addWidget(&m_bar);
        layout->addWidget(&m_field);
        m_page.show();
        QApplication::setActiveWindow(&m_page);
        m_field.setFocus();
        REQUIRE(m_field.hasFocus());
    }

    MessageBar &bar() { return m_bar; }
    QLineEdit &field() { return m_field; }
    QLineEdit &line() { return *m_bar.findChild<QLineEdit *>(u"messageLine"_s); }
    void ask()
    {
        m_bar.askText(u"Why?"_s, u"Reason"_s, u"Correct"_s, [this](const QString &text) { m_answer = text; });
    }
    QString answer() const { return m_answer; }

private:
    QWidget m_page;
    MessageBar m_bar{&m_page};
    QLineEdit m_field{&m_page};
    QString m_answer;
};

} // namespace

TEST_CASE("a question takes the keyboard, and gives it back with the answer", "[messagebar]")
{
    Page page;

    page.ask();
    CHECK(page.line().hasFocus());
    CHECK(page.line().accessibleName() == u"Reason"_s);
    QTest::keyClicks(&page.line(), u" counted twice "_s);
    QTest::keyClick(&page.line(), Qt::Key_Return);

    CHECK(page.answer() == u"counted twice"_s);
    CHECK_FALSE(page.bar().isVisible());
    CHECK(page.field().hasFocus());
}

TEST_CASE("a question without an answer stays, and Esc ends it", "[messagebar]")
{
    Page page;
    page.ask();

    QTest::keyClick(&page.line(), Qt::Key_Return);
    CHECK(page.bar().isVisible());
    QTest::keyClick(&page.line(), Qt::Key_Escape);

    CHECK_FALSE(page.bar().isVisible());
    CHECK(page.answer().isEmpty());
    CHECK(page.field().hasFocus());
}

TEST_CASE("a question does not take the keyboard from someone who types", "[messagebar]")
{
    Page page;
    QTest::keyClicks(&page.field(), u"4"_s);

    page.ask();

    CHECK(page.bar().isVisible());
    CHECK(page.field().hasFocus());
    page.bar().dismiss();
    CHECK(page.field().hasFocus());
}

TEST_CASE("what a message says is plain text", "[messagebar]")
{
    Page page;
    page.bar().showText(u"<img src=x>"_s);

    const auto *const text = page.bar().findChild<QLabel *>(u"messageText"_s);
    CHECK(text->text() == u"<img src=x>"_s);
    CHECK(text->textFormat() == Qt::PlainText);
    CHECK(page.field().hasFocus());
}
