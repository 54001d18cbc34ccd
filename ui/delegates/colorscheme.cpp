// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/colorscheme.h"

#include "ui/charts/theme.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusReply>
#include <QDBusVariant>

#include <optional>

namespace milepost {

namespace {

constexpr char kService[] = "org.freedesktop.portal.Desktop";
constexpr char kPath[] = "/org/freedesktop/portal/desktop";
constexpr char kSettings[] = "org.freedesktop.portal.Settings";
constexpr char kGroup[] = "org.freedesktop.appearance";
constexpr char kKey[] = "color-scheme";
constexpr int kPatience = 200; ///< milliseconds

QDBusMessage question()
{
    QDBusMessage message = QDBusMessage::createMethodCall(QLatin1String(kService), QLatin1String(kPath),
                                                          QLatin1String(kSettings), QStringLiteral("Read"));
    message.setArguments({QString::fromLatin1(kGroup), QString::fromLatin1(kKey)});
    return message;
}

/// The preference in an answer or a signal, whose variants are wrapped once or twice.
std::optional<uint> preferenceIn(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    bool isNumber = false;
    const uint number = value.toUInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<uint> preferenceIn(const QDBusMessage &answer)
{
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return std::nullopt;
    return preferenceIn(answer.arguments().constFirst());
}

} // namespace

/// Hears the portal's signal. A class of its own, so that nobody else has to know D-Bus.
class PortalListener final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

public Q_SLOTS:
    // It takes the whole message because Qt 6.4 refuses, silently, to connect a slot that takes a
    // QDBusVariant before some other call has registered that type.
    void onSettingChanged(const QDBusMessage &message)
    {
        const QVariantList values = message.arguments();
        if (values.size() != 3 || values.at(0) != QLatin1String(kGroup) ||
            values.at(1) != QLatin1String(kKey))
            return;
        if (const std::optional<uint> preference = preferenceIn(values.at(2)))
            Q_EMIT preferenceChanged(*preference);
    }

Q_SIGNALS:
    void preferenceChanged(uint preference);
};

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
    auto *const listener = new PortalListener(this);
    connect(listener, &PortalListener::preferenceChanged, this, &ColorScheme::take);
    bus.connect(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kSettings),
                QStringLiteral("SettingChanged"), listener, SLOT(onSettingChanged(QDBusMessage)));

    const QDBusReply<bool> isRunning = bus.interface()->isServiceRegistered(QLatin1String(kService));
    if (isRunning.value()) {
        if (const auto preference = preferenceIn(bus.call(question(), QDBus::Block, kPatience)))
            take(*preference);
        return;
    }
    auto *const watcher = new QDBusPendingCallWatcher(bus.asyncCall(question()), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        if (const auto preference = preferenceIn(finished->reply()))
            take(*preference);
        finished->deleteLater();
    });
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

#include "colorscheme.moc"
