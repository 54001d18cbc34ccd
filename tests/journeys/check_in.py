#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: check_in.py MILEPOST MILEPOSTCTL ARTIFACTS

A person goes through all that is due of theirs in one run: for each a number and Enter, nothing else."""

import sys

from desktop import Failed, wait_for
from journey import Journey, main

MOST = 60  # more than anybody answers for in the demo


class CheckIn(Journey):
    def run(self):
        self.open()
        before = len(self.acts())
        self.expect("something is due", lambda: self.screen.can_be_pressed(self.find("Update all due")), True)
        self.desktop.keys("ctrl+u")
        self.see_text("1 of ")
        recorded = self.walk()
        if recorded < 2:
            raise Failed(f"only {recorded} values were due")
        wait_for(f"{recorded} values are in the journal", lambda: len(self.acts()) == before + recorded)
        self.desktop.keys("Return")
        self.expect_focus(self.BOARD)
        self.quit()

    def value_line(self):
        """The name of the line that takes the value; "" when the run is over."""
        return next((name for name in self.focused() if name.startswith("Value of ")), "")

    def walk(self):
        """Types a value wherever one is asked for, and answers how many were taken."""
        for taken in range(MOST):
            here = wait_for("a value is asked for, or the run is over",
                            lambda: self.value_line() or self.find("Back to the board"))
            if not isinstance(here, str):
                self.see_text(f"{taken} values recorded")
                return taken
            self.answer()
            wait_for("the next one is asked for", lambda was=here: self.value_line() != was)
        raise Failed(f"there was no end after {MOST} values")

    def answer(self):
        """A milestone takes 1, a ratio both parts, all else a number."""
        self.desktop.type("1/2" if self.screen.find_text(self.root, "Type both parts") else "1")
        self.desktop.keys("Return")


if __name__ == "__main__":
    sys.exit(main(CheckIn, __doc__))
