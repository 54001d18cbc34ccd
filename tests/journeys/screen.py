# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds: programs, their widgets, and the rows of their tables. Import it when the desktop is up."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

LABELS = (Atspi.Role.LABEL,)


def programs():
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    return [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]


def program_of(process):
    """The accessible root of a process; None until it has registered."""
    for program in programs():
        try:
            if program is not None and program.get_process_id() == process.pid:
                return program
        except GLib.Error:
            continue  # it has just gone
    return None


def has(node, state):
    return node.get_state_set().contains(state)


def walk(node, depth=0):
    """The tree as far as it is on the screen: what is hidden, such as a closed menu, is not asked for what is in it."""
    if node is None or depth > 40 or (depth > 1 and not has(node, Atspi.StateType.SHOWING)):
        return
    yield depth, node
    if node.get_role() in (Atspi.Role.TREE_TABLE, Atspi.Role.TREE, Atspi.Role.TABLE):
        return  # its cells are read by row and column
    for index in range(node.get_child_count()):
        yield from walk(node.get_child_at_index(index), depth + 1)


def everything(node):
    """Also what is not on the screen, such as the entries of a closed menu."""
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        yield child
        yield from everything(child)


def find(root, name, roles=()):
    """The widget of this name that is on the screen, or None."""
    try:
        root.clear_cache()
        for _, node in walk(root):
            if node.get_name() == name and (not roles or node.get_role() in roles) and has(node, Atspi.StateType.SHOWING):
                return node
    except GLib.Error:
        pass  # the tree changed while it was read; the next look finds it whole
    return None


def find_text(root, part):
    """The first widget on the screen whose name or text has this part in it, or None."""
    try:
        root.clear_cache()
        for _, node in walk(root):
            if has(node, Atspi.StateType.SHOWING) and part in text_of(node):
                return node
    except GLib.Error:
        pass
    return None


def text_of(node):
    """What is read aloud of a widget: its name, and what is typed or written in it."""
    written = node.get_text_iface()
    text = Atspi.Text.get_text(written, 0, -1) if written is not None else ""
    return f"{node.get_name() or ''}\n{text or ''}"


def label_of(node):
    """Its name; of a combo box what it is for and what is chosen in it, since over AT-SPI its name is the latter alone."""
    name = node.get_name() or ""
    if node.get_role() != Atspi.Role.COMBO_BOX:
        return name
    labels = [relation.get_target(0).get_name() for relation in node.get_relation_set()
              if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY]
    return ", ".join([*labels[:1], name])


def can_be_pressed(node):
    return node is not None and has(node, Atspi.StateType.SENSITIVE)


def press(node):
    """What a switch or a screen reader does to a button; False if it cannot be pressed."""
    actions = node.get_action_iface()
    names = [actions.get_action_name(index) for index in range(actions.get_n_actions())] if actions else []
    return "Press" in names and actions.do_action(names.index("Press"))


def write(node, text):
    """Puts a text into a field, without keys; False if it takes none."""
    field = node.get_editable_text_iface()
    return field is not None and field.set_text_contents(text)


def take_focus(node):
    return node.grab_focus()


def focused(root):
    """The names of what takes the keys: of a view, also its current item."""
    names = []
    try:
        root.clear_cache()
        for _, node in walk(root):
            if has(node, Atspi.StateType.FOCUSED) and has(node, Atspi.StateType.SHOWING):
                names.append(label_of(node))
    except GLib.Error:
        pass
    return names


class Focus:
    """What takes the keys, as it is announced: an editor in a cell is found in no other way, since a table has only cells."""

    def __init__(self):
        self.node = None
        self.listener = Atspi.EventListener.new(self._take)
        self.listener.register("object:state-changed:focused")

    def _take(self, event):
        if event.detail1:
            self.node = event.source

    def named(self, name):
        """What was announced last, if it is called so."""
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            return self.node if self.node is not None and self.node.get_name() == name else None
        except GLib.Error:
            return None  # it has gone meanwhile


class Table:
    """The rows of a table or tree as they are read aloud."""

    ROLES = (Atspi.Role.TREE_TABLE, Atspi.Role.TREE, Atspi.Role.TABLE)

    def __init__(self, root, name):
        self.root = root
        self.name = name

    def _rows(self, column, read):
        table = find(self.root, self.name, self.ROLES)
        if table is None:
            return []
        try:
            cells = table.get_table_iface()
            return [read(cells.get_accessible_at(row, column)) for row in range(cells.get_n_rows())]
        except (GLib.Error, AttributeError):
            return []

    def texts(self, column):
        return self._rows(column, lambda cell: cell.get_name())

    def chosen(self):
        """The row that is selected; -1 if none is."""
        selected = self._rows(0, lambda cell: has(cell, Atspi.StateType.SELECTED))
        return selected.index(True) if True in selected else -1

    def choose(self, row):
        """Without keys: of all rows this one alone is chosen."""
        table = find(self.root, self.name, self.ROLES).get_table_iface()
        for other in table.get_selected_rows():
            table.remove_row_selection(other)
        table.add_row_selection(row)

    def row_of(self, title):
        """-1 if there is none."""
        for row, text in enumerate(self.texts(0)):
            if text == title or text.startswith(title + ","):
                return row
        return -1

    def column_of(self, heading):
        """Columns can be chosen and moved: they are found by what stands above them. -1 if there is none."""
        table = find(self.root, self.name, self.ROLES)
        if table is None:
            return -1
        try:
            cells = table.get_table_iface()
            for column in range(cells.get_n_columns()):
                header = cells.get_column_header(column)
                name = header.get_name() if header is not None else cells.get_column_description(column)
                if name == heading:
                    return column
        except (GLib.Error, AttributeError):
            pass
        return -1

    def cell_under(self, heading, title):
        column = self.column_of(heading)
        return self.cell(title, column) if column >= 0 else None

    def cell(self, title, column):
        row = self.row_of(title)
        texts = self.texts(column)
        return texts[row] if 0 <= row < len(texts) else None


def describe(root):
    """The tree as text, for whoever looks for what went wrong."""
    lines = []
    try:
        for depth, node in walk(root):
            lines.append("  " * depth + f"{node.get_role_name()} {node.get_name()!r}")
    except GLib.Error as error:
        lines.append(f"(it changed meanwhile: {error.message})")
    return "\n".join(lines)
