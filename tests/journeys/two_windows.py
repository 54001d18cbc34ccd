#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: two_windows.py MILEPOST MILEPOSTCTL ARTIFACTS

Two people have one file open, each in a window of their own. Each sees what the other does, what one is typing stays, and when the
file is taken away and put back both go on."""

import os
import subprocess
import sys
import time

from desktop import Failed, wait_for
from journey import Journey, digits, main

BOARD = "Company"
GUEST = "Chidi Okonkwo"
SHARE = "Revenue from the largest customer"
SOON = 10  # seconds; it takes two or three, and on a loaded machine more


class TwoWindows(Journey):
    def run(self):
        self.open()
        self.let_in()
        self.other = Journey(self.desktop, self.milepost, self.ctl)
        self.other.profile = self.guest
        self.other.open(self.workspace())
        self.see_text("1 other here")
        self.other.see_text("1 other here")

        self.edit_side_by_side()
        self.take_the_file_away()

        self.quit_from(self.other)
        self.gone_text("1 other here")
        self.quit_from(self)

    def let_in(self):
        self.guest = self.desktop.path("guest")
        if (answer := self.run_ctl("join", GUEST, profile=self.guest)).returncode != 0:
            raise Failed(f"{GUEST} could not join: {answer.stdout}{answer.stderr}")
        self.ask_ctl("board", "share", BOARD, GUEST, "editor")

    def edit_side_by_side(self):
        """What one types is seen by the other, who is typing, too, and loses nothing."""
        self.come_to(self.other)
        self.other.choose("Headcount")
        self.desktop.type("25")
        self.come_to(self)
        self.record("Net cash flow", "4321")
        self.expect_soon(self.other, "Net cash flow", "4321")

        self.come_to(self.other)
        self.desktop.keys("Return")
        self.expect_soon(self, "Headcount", "25")
        self.expect_soon(self.other, "Net cash flow", "4321")

    def take_the_file_away(self):
        here, away = self.workspace(), self.workspace() + ".away"
        os.rename(here, away)
        for journey in (self, self.other):
            journey.see_text("not in its place")
        self.come_to(self)
        self.record(SHARE, "33")
        self.see_text("nothing was written")
        os.rename(away, here)
        for journey in (self, self.other):
            journey.gone_text("not in its place")

        self.record(SHARE, "21")
        self.expect_soon(self.other, SHARE, "21")
        if 0.33 in sum(self.history(SHARE).values(), []):
            raise Failed("what was told as not written was written")

    # --- how

    def come_to(self, journey):
        """Brings the window of one of the two to the front."""
        windows = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(journey.process.pid)],
                                 capture_output=True, text=True, timeout=30, check=True).stdout.split()
        subprocess.run(["xdotool", "windowactivate", "--sync", windows[-1]], timeout=30, check=True)
        wait_for("the window has the keys", lambda: journey.alive(lambda _: journey.focused()))

    def expect_soon(self, journey, title, wanted):
        began = time.monotonic()
        journey.expect(f"the other window shows {wanted} for {title}",
                       lambda: digits(journey.board.cell_under("Value", title)), lambda text: text.startswith(wanted))
        took = time.monotonic() - began
        print(f"{title}: seen after {took:.1f} s")
        if took > SOON:
            raise Failed(f"{title} was seen only after {took:.1f} s")

    def quit_from(self, journey):
        self.come_to(journey)
        self.desktop.keys("ctrl+q")
        wait_for("the program has ended", lambda: journey.process.poll() is not None)
        if journey.process.returncode != 0:
            raise Failed(f"the program ended with {journey.process.returncode}")
        if (found := self.ask_ctl("verify"))["ok"] is not True:
            raise Failed(f"the file does not verify: {found['problems']}")


if __name__ == "__main__":
    sys.exit(main(TwoWindows, __doc__))
