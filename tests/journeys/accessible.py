#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: accessible.py MILEPOST MILEPOSTCTL ARTIFACTS

The board is read, and values are recorded, through AT-SPI alone: no key is pressed and no pointer is moved."""

import sys

from desktop import Failed, wait_for
from journey import TODAY, Journey, digits, main

KPI = "Headcount"
COLUMNS = ("Owners", "Value", "Target", "Status")


class Accessible(Journey):
    def run(self):
        self.open()
        self.read_the_board()
        self.record_on_a_row()
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

    def record_on_a_row(self):
        """A row is chosen in the table, its value edited by the menu's entry and written; leaving the field takes it."""
        self.board.choose(self.board.row_of(KPI))
        self.expect(f"“{KPI}” is chosen", lambda: self.board.chosen() == self.board.row_of(KPI), True)
        self.expect_focus(self.BOARD)
        focus = self.screen.Focus()
        self.press_in_menu("Board", "Edit value")
        editor = wait_for("the editor is announced", lambda: focus.named(f"Value, {KPI}"))
        self.write(editor, "4321")
        self.expect("it is said what is understood", editor.get_description, "4,321, today")
        self.screen.take_focus(self.see("Filter rows"))
        self.expect("4321 stands on the row", lambda: digits(self.board.cell_under("Value", KPI)), "4321")
        self.expect("the value is in the file", lambda: self.values_on(KPI, TODAY), [4321.0])

    def go_through_what_is_due(self):
        """The walk is entered, a value written and handed in, and left again by its buttons."""
        self.press("Update all due")
        line = self.value_line()
        name = line.get_name().removeprefix("Value of ")
        self.write(line, "1/2" if self.screen.find_text(self.root, "Type both parts") else "1")
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

    def write(self, field, text):
        if not self.screen.write(field, text):
            raise Failed(f"“{field.get_name()}” takes no text")

    def press_in_menu(self, menu, name):
        entries = {node.get_name(): node for node in self.screen.everything(self.see(menu))}
        if name not in entries or not self.screen.press(entries[name]):
            raise Failed(f"the menu {menu} has no “{name}” to press: {list(entries)}")

    def leave(self):
        self.press_in_menu("File", "Quit")
        self.expect_end()


if __name__ == "__main__":
    sys.exit(main(Accessible, __doc__))
