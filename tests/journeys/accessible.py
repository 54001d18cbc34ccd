#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: accessible.py MILEPOST MILEPOSTCTL ARTIFACTS

The board is read, and values are recorded, through AT-SPI alone: no key is pressed and no pointer is moved."""

import sys

from desktop import Failed
from journey import TODAY, Journey, digits, main

COLUMNS = ("Owners", "Value", "Target", "Status")


class Accessible(Journey):
    def run(self):
        self.open()
        self.read_the_board()
        self.go_through_what_is_due()
        self.leave()

    def read_the_board(self):
        """Each row says by column what the command line knows of it."""
        for name, kpi in self.kpis_of("Company").items():
            row = len(self.board.texts(0)) - 1 - self.board.texts(0)[::-1].index(name)  # KPIs stand below
            read = dict(zip(COLUMNS, (self.read(row, column) for column in COLUMNS)))
            if read["Owners"] != ", ".join(kpi["owners"]) or not read["Status"]:
                raise Failed(f"“{name}” of {kpi['owners']} is read as {read}")
            if kpi["unit"] != "%" and digits(read["Value"]) != digits(f"{kpi['value']:.10g}"):
                raise Failed(f"“{name}” has {kpi['value']} and is read as {read}")

    def read(self, row, column):
        return self.board.texts(self.board.column_of(column))[row]

    def go_through_what_is_due(self):
        """The walk is entered, a value written and handed in, and left again by its buttons."""
        self.press("Update all due")
        line = self.value_line()
        name = line.get_name().removeprefix("Value of ")
        if not self.screen.write(line, "1/2" if self.screen.find_text(self.root, "Type both parts") else "1"):
            raise Failed(f"“{line.get_name()}” takes no text")
        self.press("Record and go on (Enter)")
        self.expect("another value is asked for", lambda: self.value_line().get_name() != f"Value of {name}", True)
        self.expect(f"“{name}” is in the file", lambda: self.values_on(name, TODAY), lambda values: len(values) == 1)
        self.press("Leave")
        self.see(self.BOARD)

    def value_line(self):
        return self.see_text("Value of ")

    def press(self, name):
        button = self.see(name)
        self.expect(f"“{name}” can be pressed", lambda: self.screen.can_be_pressed(button), True)
        if not self.screen.press(button):
            raise Failed(f"“{name}” does not let itself be pressed")

    def leave(self):
        menu = self.see("File")
        quit_item = next(node for node in self.screen.everything(menu) if node.get_name() == "Quit")
        self.screen.press(quit_item)
        self.expect_end()


if __name__ == "__main__":
    sys.exit(main(Accessible, __doc__))
