# SPDX-License-Identifier: GPL-3.0-or-later
"""What all journeys have in common: the program on a desktop of its own, rows of its table, and the command line on the same
file at the same time. A journey is a class with run(); its module ends with `sys.exit(main(TheJourney, __doc__))`."""

import json
import os
import re
import subprocess
import sys
import traceback

from desktop import Desktop, Failed, skip_unless_possible, wait_for

TODAY = "2026-11-18"  # a Wednesday: the demo's people record on Mondays


def digits(text):
    return re.sub(r"\D", "", text or "")


class Journey:
    """The demo company on the screen, its first board in front."""

    BOARD = "Objectives and KPIs"

    def __init__(self, desktop, milepost, ctl):
        self.desktop = desktop
        self.ctl = ctl
        self.profile = desktop.path("profile")
        self.milepost = milepost
        self.process = None
        self.root = None
        self.board = None

    def open(self, *arguments):
        """Starts the program and waits until a screen reader finds its board."""
        import screen
        self.screen = screen
        self.process = self.desktop.start(self.milepost, "--today", TODAY, "--profile", self.profile, *arguments)
        self.root = wait_for("the program is there for a screen reader", lambda: self.alive(screen.program_of))
        self.board = screen.Table(self.root, self.BOARD)
        wait_for("the first board shows its rows", lambda: self.alive(lambda _: len(self.board.texts(0)) > 0))
        wait_for("the board takes the keys", lambda: self.board.chosen() >= 0)

    def quit(self):
        self.desktop.keys("ctrl+q")
        self.expect_end()

    def expect_end(self):
        """The program has ended well, and left a file in which everything fits."""
        wait_for("the program has ended", lambda: self.process.poll() is not None)
        if self.process.returncode != 0:
            raise Failed(f"the program ended with {self.process.returncode}")
        if (found := self.ask_ctl("verify"))["ok"] is not True:
            raise Failed(f"the file does not verify: {found['problems']}")

    def alive(self, ask):
        if self.process.poll() is not None:
            raise Failed(f"the program ended by itself with {self.process.returncode}")
        return ask(self.process)

    def expect(self, what, read, wanted):
        """Waits until what is read is what is wanted (a value, or a test of it); if not, tells what it was instead."""
        said = None

        def is_so():
            nonlocal said
            said = self.alive(lambda _: read())
            return wanted(said) if callable(wanted) else said == wanted

        try:
            wait_for(what, is_so)
        except Failed as failure:
            raise Failed(f"{failure}; it was {said!r}") from None

    # --- what is on the screen

    def find(self, name, *roles):
        return self.screen.find(self.root, name, roles)

    def see(self, name, *roles):
        """Waits until something of this name is on the screen."""
        return wait_for(f"“{name}” is on the screen", lambda: self.alive(lambda _: self.find(name, *roles)))

    def see_text(self, part):
        """Waits until a text that has this part in it is on the screen."""
        return wait_for(f"a text with “{part}” is on the screen",
                        lambda: self.alive(lambda _: self.screen.find_text(self.root, part)))

    def gone(self, name, *roles):
        wait_for(f"“{name}” is gone from the screen", lambda: self.alive(lambda _: not self.find(name, *roles)))

    def gone_text(self, part):
        wait_for(f"no text with “{part}” is on the screen any more",
                 lambda: self.alive(lambda _: not self.screen.find_text(self.root, part)))

    def focused(self):
        return self.screen.focused(self.root)

    def expect_focus(self, name):
        self.expect(f"“{name}” takes the keys", self.focused, lambda names: name in names)

    def expect_board(self, name):
        """The board of this name is in front, and its table takes the keys."""
        self.see(name, *self.screen.LABELS)
        self.expect_focus(self.BOARD)

    def rows_of(self, name):
        """The first column of another table or tree."""
        return self.screen.Table(self.root, name).texts(0)

    # --- what a person does

    def choose(self, title):
        """Goes along the table with the arrow keys until the row is chosen, as far as it takes."""
        wait_for(f"the table has “{title}”", lambda: self.alive(lambda _: self.board.row_of(title) >= 0))
        wait_for("the table has a chosen row to start from", lambda: self.board.chosen() >= 0)
        wanted = self.board.row_of(title)
        while (at := self.board.chosen()) != wanted:
            self.desktop.keys("Down" if at < wanted else "Up")
            wait_for("the arrow key moves the chosen row", lambda here=at: self.board.chosen() not in (here, -1))

    def press_until(self, key, name, most=40):
        """Presses a key that moves the focus, such as Tab or Down, until it is where it should be."""
        for _ in range(most):
            before = self.focused()
            if name in before:
                return
            self.desktop.keys(key)
            self.expect(f"{key} moves on from {before}", self.focused, lambda now, was=before: now and now != was)
        raise Failed(f"{key} did not reach “{name}” in {most} steps")

    def record(self, title, typed):
        """Types a value on a row of the table, and Enter."""
        self.choose(title)
        self.desktop.type(typed)
        self.desktop.keys("Return")

    def go_to(self, what):
        """By the palette: a few letters and Enter."""
        self.desktop.keys("ctrl+k")
        self.expect_focus("Search or run a command")
        self.desktop.type(what)
        self.desktop.keys("Return")

    # --- what the command line says

    def workspace(self):
        return os.path.join(self.profile, "demo.milepost")

    def run_ctl(self, *arguments, profile=None):
        return subprocess.run([self.ctl, "--json", "--today", TODAY, "--profile", profile or self.profile, "-w",
                               self.workspace(), *arguments], capture_output=True, text=True, timeout=60, check=False)

    def ask_ctl(self, *arguments):
        answer = self.run_ctl(*arguments)
        if answer.returncode != 0:
            raise Failed(f"{' '.join(answer.args)} ended with {answer.returncode}: {answer.stdout}{answer.stderr}")
        return json.loads(answer.stdout)

    def kpis_of(self, board, *arguments):
        """The KPIs of a board by name, as the command line shows them."""
        return {kpi["name"]: kpi for kpi in self.ask_ctl("show", board, *arguments)["boards"][0]["kpis"]}

    def acts(self):
        """What was done, oldest first."""
        return [entry["what"] for entry in self.ask_ctl("log")["entries"]]

    def expect_last_act(self, what):
        self.expect(f"the journal ends with “{what}”", lambda: self.acts()[-1], what)

    def values_on(self, kpi, day):
        return self.history(kpi).get(day, [])

    def history(self, kpi):
        """The values of a KPI by day."""
        days = {}
        for point in self.ask_ctl("history", kpi)["points"]:
            days.setdefault(point["date"], []).append(point["value"])
        return days


def tell(failure, journey, desktop, picture):
    print(f"FAILED: {failure}", file=sys.stderr)
    if journey and journey.root:
        print("\nwhat a screen reader finds:\n" + journey.screen.describe(journey.root), file=sys.stderr)
        print("\nrows: " + repr(journey.board.texts(0)), file=sys.stderr)
    print("\nwhat was said:\n" + desktop.log(), file=sys.stderr)
    if desktop.screenshot(picture):
        print(f"\nhow it looked: {picture}", file=sys.stderr)


def main(kind, usage, size="1280x800"):
    """Runs one journey; answers the exit code."""
    if len(sys.argv) != 4:
        sys.exit(usage)
    milepost, ctl, artifacts = map(os.path.abspath, sys.argv[1:])
    skip_unless_possible()
    with Desktop(size) as desktop:
        journey = None
        try:
            journey = kind(desktop, milepost, ctl)
            journey.run()
        except Exception as failure:  # whatever it is: tell how things stand
            if not isinstance(failure, Failed):
                traceback.print_exc()
            tell(failure, journey, desktop, os.path.join(artifacts, f"journey-{kind.__name__}.png"))
            return 1
    print("the journey went well")
    return 0
