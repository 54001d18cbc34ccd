// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/charts/theme.h"
#include "ui/delegates/colorscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QString kName = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kSettings = u"org.freedesktop.portal.Settings"_s;

/// A session bus of one's own, which is the session bus of this process from then on.
class Bus
{
public:
    Bus()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead())
            m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toLatin1());
    }
    ~Bus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Bus)

    const QString &address() const { return m_address; }

private:
    QProcess m_daemon;
    QString m_address;
};

} // namespace

/// What the desktop's portal says.
class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit Portal(uint preference) : m_preference(preference) {}

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key) const // NOLINT(readability-identifier-naming)
    {
        const bool isAsked = group == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(isAsked ? m_preference : 0U)));
    }

private:
    uint m_preference;
};

TEST_CASE("the window follows the desktop from light to dark and back while it runs", "[theme]")
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        WARN("no dbus-daemon here: not tried");
        return;
    }
    const Bus bus;
    REQUIRE_FALSE(bus.address().isEmpty());
    QDBusConnection desktop = QDBusConnection::connectToBus(bus.address(), u"desktop"_s);
    QThread thread; // the program waits for the portal, so it answers elsewhere
    Portal portal(1);
    portal.moveToThread(&thread);
    thread.start();
    REQUIRE(desktop.registerObject(kPath, &portal, QDBusConnection::ExportAllSlots));
    REQUIRE(desktop.registerService(kName));
    const auto tell = [&desktop](uint preference) {
        QDBusMessage signal = QDBusMessage::createSignal(kPath, kSettings, u"SettingChanged"_s);
        signal.setArguments({u"org.freedesktop.appearance"_s, u"color-scheme"_s,
                             QVariant::fromValue(QDBusVariant(preference))});
        desktop.send(signal);
    };

    ColorScheme scheme(paletteOf(lightTheme()));
    CHECK(scheme.isDark());
    const QSignalSpy changes(&scheme, &ColorScheme::changed);
    tell(2);
    CHECK(QTest::qWaitFor([&scheme] { return !scheme.isDark(); }));
    tell(1);
    CHECK(QTest::qWaitFor([&scheme] { return scheme.isDark(); }));
    tell(0); // no preference: the palette that the program began with
    CHECK(QTest::qWaitFor([&scheme] { return !scheme.isDark(); }));
    CHECK(changes.size() == 3);

    thread.quit();
    thread.wait();
    QDBusConnection::disconnectFromBus(u"desktop"_s);
}

#include "test_colorscheme.moc"
