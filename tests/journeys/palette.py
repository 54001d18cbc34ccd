#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: palette.py MILEPOST MILEPOSTCTL ARTIFACTS

Whoever knows the name of something gets there by a few letters: a board, a row of another board, what a person answers for,
a command. Esc gives the keys back to where they were."""

import sys

from journey import Journey, main

LINE = "Search or run a command"


class Palette(Journey):
    def run(self):
        self.open()
        self.go_to("growth")
        self.expect_board("Growth")

        self.go_to("headcount")
        self.expect_board("Company")
        self.expect_row("Headcount")

        self.look_for_nothing()
        self.what_somebody_answers_for()
        self.run_a_command()
        self.quit()

    def expect_row(self, title):
        self.expect(f"“{title}” is chosen", lambda: self.board.chosen() == self.board.row_of(title) >= 0, True)

    def look_for_nothing(self):
        """What was chosen last comes first; what does not exist is told; Esc leads back."""
        self.desktop.keys("ctrl+shift+p")
        self.expect_focus(LINE)
        self.expect_focus("Headcount, KPI · Company")
        self.desktop.type("qqqq")
        self.see("Nothing here is called so.")
        self.desktop.keys("Escape")
        self.gone("Nothing here is called so.")
        self.expect_focus(self.BOARD)
        self.expect_row("Headcount")

    def what_somebody_answers_for(self):
        self.go_to("zoë lam")
        self.expect_focus(LINE)
        self.press_until("Down", "Revenue from the largest customer, KPI · Company")
        self.desktop.keys("Return")
        self.expect_board("Company")
        self.expect_row("Revenue from the largest customer")

    def run_a_command(self):
        self.go_to("actions go")
        self.expect_focus("Actions")
        self.desktop.keys("alt+Left")
        self.expect_board("Company")


if __name__ == "__main__":
    sys.exit(main(Palette, __doc__))
