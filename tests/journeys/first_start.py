#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: first_start.py MILEPOST MILEPOSTCTL ARTIFACTS

A person starts Milepost for the first time, finds the demo company, types a value, sees it, and takes it back. The
command line, on the same file at the same time, agrees."""

import json
import os
import re
import subprocess
import sys
import traceback

from desktop import Desktop, Failed, skip_unless_possible, wait_for

TODAY = "2026-11-18"  # a Wednesday: the demo's people record on Mondays
KPI = "Headcount"
TYPED = "4321"
VALUE, UPDATED = 2, 7  # columns


def digits(text):
    return re.sub(r"\D", "", text or "")


class Journey:
    def __init__(self, desktop, milepost, ctl):
        self.desktop = desktop
        self.ctl = ctl
        self.profile = desktop.path("profile")
        self.process = desktop.start(milepost, "--today", TODAY, "--profile", self.profile)
        self.root = None
        self.board = None

    def run(self):
        import screen
        self.root = wait_for("the program is there for a screen reader", lambda: self.alive(screen.program_of))
        self.board = screen.Table(self.root, "Objectives and KPIs")
        wait_for(f"the demo board shows “{KPI}”", lambda: self.alive(lambda _: self.board.row_of(KPI) >= 0))
        before = self.board.cell(KPI, VALUE)
        if digits(before) in ("", TYPED):
            raise Failed(f"“{KPI}” should have a value of its own before one is typed, and has {before!r}")
        self.expect_history(None)

        self.choose(KPI)
        self.desktop.type(TYPED)
        self.desktop.keys("Return")
        wait_for(f"{TYPED} stands on the row", lambda: digits(self.board.cell(KPI, VALUE)) == TYPED)
        self.expect_history(float(TYPED))
        self.expect_last_act("record")

        self.desktop.keys("ctrl+z")
        wait_for(f"{before!r} stands on the row again", lambda: self.board.cell(KPI, VALUE) == before)
        self.expect_history(None)
        self.expect_last_act("undo")

        self.desktop.keys("ctrl+q")
        wait_for("the program has ended", lambda: self.process.poll() is not None)
        if self.process.returncode != 0:
            raise Failed(f"the program ended with {self.process.returncode}")

    def alive(self, ask):
        if self.process.poll() is not None:
            raise Failed(f"the program ended by itself with {self.process.returncode}")
        return ask(self.process)

    def choose(self, title):
        """Goes down the table with the arrow key until the row is chosen, as far as it takes."""
        wait_for("the table has a chosen row to start from", lambda: self.board.chosen() >= 0)
        wanted = self.board.row_of(title)
        while (at := self.board.chosen()) != wanted:
            self.desktop.keys("Down" if at < wanted else "Up")
            wait_for("the arrow key moves the chosen row", lambda here=at: self.board.chosen() not in (here, -1))

    # --- what the command line says

    def ask_ctl(self, *arguments):
        command = [self.ctl, "--json", "--today", TODAY, "--profile", self.profile, "-w",
                   os.path.join(self.profile, "demo.milepost"), *arguments]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        if answer.returncode != 0:
            raise Failed(f"{' '.join(command)} ended with {answer.returncode}: {answer.stdout}{answer.stderr}")
        return json.loads(answer.stdout)

    def expect_history(self, value):
        values = [point["value"] for point in self.ask_ctl("history", KPI)["points"] if point["date"] == TODAY]
        if values != ([] if value is None else [value]):
            raise Failed(f"the history has {values} for {TODAY}, where {value} is expected")

    def expect_last_act(self, what):
        last = self.ask_ctl("log")["entries"][-1]
        if last["what"] != what:
            raise Failed(f"the journal ends with {last}, where “{what}” is expected")


def tell(failure, journey, desktop, artifacts):
    print(f"FAILED: {failure}", file=sys.stderr)
    if journey and journey.root:
        import screen
        print("\nwhat a screen reader finds:\n" + screen.describe(journey.root), file=sys.stderr)
        print("\nrows: " + repr(list(zip(journey.board.texts(0), journey.board.texts(VALUE)))), file=sys.stderr)
    print("\nwhat was said:\n" + desktop.log(), file=sys.stderr)
    picture = os.path.join(artifacts, "journey-first-start.png")
    if desktop.screenshot(picture):
        print(f"\nhow it looked: {picture}", file=sys.stderr)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    milepost, ctl, artifacts = map(os.path.abspath, sys.argv[1:])
    skip_unless_possible()
    with Desktop() as desktop:
        journey = None
        try:
            journey = Journey(desktop, milepost, ctl)
            journey.run()
        except Exception as failure:  # whatever it is: tell how things stand
            if not isinstance(failure, Failed):
                traceback.print_exc()
            tell(failure, journey, desktop, artifacts)
            return 1
    print("the first start went well")
    return 0


if __name__ == "__main__":
    sys.exit(main())
