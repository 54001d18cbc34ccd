# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of one's own for a journey: X server, session bus, accessibility, window manager, and a home that is thrown
away. What happens on it is done with real keys and seen through the accessible tree, as a screen reader sees it."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77  # what ctest takes for "not run"
PATIENCE = 40  # seconds; a loaded machine is slow, not wrong
TOOLS = ("Xvfb", "dbus-daemon", "openbox", "xdotool", "xclip")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


class Failed(Exception):
    """The program did not do what the journey expects."""


def wait_for(what, condition, patience=PATIENCE):
    """Answers the first true answer of the condition; Failed if there is none in time."""
    end = time.monotonic() + patience
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failed(f"waited {patience} s in vain: {what}")
        time.sleep(0.05)  # between two looks; nothing depends on how long


def skip_unless_possible():
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if not any(map(os.path.exists, LAUNCHERS)):
        missing.append("at-spi-bus-launcher")
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        missing.append("Atspi for Python (gir1.2-atspi-2.0, python3-gi)")
    if missing:
        print("skipped, because this is missing:", ", ".join(missing))
        sys.exit(SKIPPED)


class Desktop:
    """Use it in a with statement: at its end everything that it started is gone."""

    def __init__(self, size="1280x800"):
        self.size = size
        self.processes = []
        self.folder = tempfile.mkdtemp(prefix="milepost-journey-")
        self.home = os.path.join(self.folder, "home")

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
        for process in reversed(self.processes):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def start(self, *command, **options):
        """A program on this desktop, in a process group of its own; what it says goes to a log."""
        log = open(self.path("log"), "ab")
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=options.pop("stdout", log), stderr=log,
                                   start_new_session=True, env=os.environ, **options)
        log.close()
        self.processes.append(process)
        return process

    def log(self):
        with open(self.path("log"), errors="replace") as file:
            return file.read()[-4000:]

    # --- what a person does

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True, timeout=30)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "30", "--", text], check=True, timeout=30,
                       env={**os.environ, "LC_ALL": "C.UTF-8"})  # in other locales it takes no accents

    def clip(self, text, kind="UTF8_STRING"):
        """Puts text on the clipboard, as another program would."""
        holder = subprocess.Popen(["xclip", "-selection", "clipboard", "-target", kind, "-quiet"], stdin=subprocess.PIPE,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        holder.stdin.write(text.encode())
        holder.stdin.close()
        self.processes.append(holder)

    def screenshot(self, path):
        """True if there is a tool to make one."""
        if not shutil.which("import"):
            return False
        return subprocess.run(["import", "-window", "root", path], timeout=30, check=False).returncode == 0

    # --- setting it up

    def _start(self):
        for folder in ("home", "runtime"):
            os.makedirs(self.path(folder), mode=0o700)
        for name in [name for name in os.environ if name.startswith(("XDG_", "MILEPOST_", "QT_"))]:
            del os.environ[name]
        for name in ("WAYLAND_DISPLAY", "SESSION_MANAGER", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            os.environ.pop(name, None)
        os.environ.update(HOME=self.home, XDG_RUNTIME_DIR=self.path("runtime"), LANG="en_GB.UTF-8", LC_ALL="en_GB.UTF-8",
                          QT_QPA_PLATFORM="xcb", QT_ACCESSIBILITY="1", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        os.environ["DISPLAY"] = ":" + self._told("Xvfb", "-displayfd", "{}", "-screen", "0", self.size + "x24", "-nolisten",
                                                 "tcp", "-noreset")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._told("dbus-daemon", "--session", "--nofork", "--print-address={}")
        self._start_accessibility()
        self._start_window_manager()

    def _told(self, *command):
        """Starts what tells by a line, once it is ready, where it is."""
        reader, writer = os.pipe()
        process = self.start(*[part.format(writer) for part in command], pass_fds=[writer])
        os.close(writer)
        os.set_blocking(reader, False)
        said = b""

        def line():
            nonlocal said
            try:
                said += os.read(reader, 4096)
            except BlockingIOError:
                pass
            if process.poll() is not None:
                raise Failed(f"{command[0]} ended by itself:\n{self.log()}")
            return said.endswith(b"\n")

        wait_for(f"{command[0]} is ready", line)
        os.close(reader)
        return said.decode().strip()

    def _start_accessibility(self):
        from gi.repository import Gio, GLib
        self.start(next(filter(os.path.exists, LAUNCHERS)), "--launch-immediately")
        bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

        def is_there():  # asked of the bus itself, since a call would start another launcher
            return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                 GLib.Variant("(s)", ("org.a11y.Bus",)), None, Gio.DBusCallFlags.NONE, 5000, None).unpack()[0]

        wait_for("the accessibility bus is ready", is_there)

    def _start_window_manager(self):
        manager = self.start("openbox")

        def manages():
            nonlocal manager
            if manager.poll() is not None:  # the display did not answer yet
                manager = self.start("openbox")
            # It knows how many desktops there are only from a window manager.
            return subprocess.run(["xdotool", "get_num_desktops"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                  timeout=30, check=False).returncode == 0

        wait_for("the window manager is ready", manages)
