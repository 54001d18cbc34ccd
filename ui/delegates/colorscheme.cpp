// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/colorscheme.h"

#include "ui/charts/theme.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusReply>
#include <QDBusVariant>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

const auto kService = u"org.freedesktop.portal.Desktop"_s;
const auto kPath = u"/org/freedesktop/portal/desktop"_s;
const auto kSettings = u"org.freedesktop.portal.Settings"_s;
const auto kGroup = u"org.freedesktop.appearance"_s;
const auto kKey = u"color-scheme"_s;
constexpr int kPatience = 200; ///< milliseconds

QDBusMessage question()
{
    QDBusMessage message = QDBusMessage::createMethodCall(kService, kPath, kSettings, u"Read"_s);
    message.setArguments({kGroup, kKey});
    return message;
}

/// `Read` wraps its variant in a second one.
uint number(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

bool prefersDark(uint preference, bool otherwise)
{
    if (preference == 1)
        return true;
    return preference == 2 ? false : otherwise;
}

ColorScheme::ColorScheme(const QPalette &desktop, QObject *parent)
    : QObject(parent)
    , m_isDesktopDark(themeOf(desktop).isDark)
    , m_isDark(m_isDesktopDark)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kSettings, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    const QDBusReply<bool> isRunning = bus.interface()->isServiceRegistered(kService);
    if (!isRunning.value()) {
        ask();
        return;
    }
    const QDBusMessage answer = bus.call(question(), QDBus::Block, kPatience);
    if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty())
        take(number(answer.arguments().constFirst()));
}

void ColorScheme::ask()
{
    auto *const watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question()), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QVariant> reply = *finished;
        if (reply.isValid())
            take(number(reply.value()));
        finished->deleteLater();
    });
}

void ColorScheme::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kGroup && key == kKey)
        take(number(value.variant()));
}

void ColorScheme::take(uint preference)
{
    const bool isDark = prefersDark(preference, m_isDesktopDark);
    if (isDark == m_isDark)
        return;
    m_isDark = isDark;
    Q_EMIT changed(isDark);
}

} // namespace milepost
