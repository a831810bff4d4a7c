"""The fields of the form in two columns, or in one where the window is narrow."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from editor.gui.elided_label import ElidedLabel
from editor.gui.form.disclosure import heading_width
from editor.gui.form.field import Field
from editor.gui.form.field_frame import HEIGHT
from editor.gui.form.field_shell import FieldShell
from editor.gui.form.image_field import ImageField
from editor.gui.form.long_text_field import LongTextField
from editor.gui.form.map_field import MapField
from editor.gui.form.more_line import MoreLine
from editor.gui.form.nested_row import NestedRow, nested_label
from editor.gui.plain import in_ink
from editor.gui.theme import Theme

LABEL = 74
GAP = 10
REQUIRED = " *"  # behind the label of a field that the site requires
_CENTRED = (ImageField, LongTextField)


@dataclass(eq=False)
class Row:
    """One field with its label, in a shell with a button that takes its key out of the post."""

    field: Field
    kind: str
    text: str  # of the label
    label: QWidget
    shell: FieldShell
    is_wide: bool
    is_removable: bool  # else only where the site gives another value instead
    is_read_only: bool = False
    nested: NestedRow | None = None  # what holds label and shell inside a group
    indent: int = 0  # inside a group

    def stops(self) -> list[QWidget]:
        """What Tab visits, in reading order."""
        return [*self.field.tab_stops(), self.shell.button]

    @property
    def has_label_inside(self) -> bool:
        """Whether the label is part of what stands in the column of the fields."""
        return self.nested is not None or self.shell.above is not None or self.shell.isAncestorOf(self.label)

    @property
    def body(self) -> QWidget:
        """What stands in the column of the fields."""
        return self.nested or self.shell

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.field.set_theme(theme)
        self.shell.button.set_theme(theme)

    def offer(self, *, is_present: bool, reset: str) -> None:
        """Offer to take the key out of the post, where it is there and the row has no button of its own for that."""
        if not self.field.removes_itself:
            self.shell.offer(is_removable=self.is_removable and is_present, reset=reset)

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, or edit."""
        if self.is_read_only != read_only:
            self.is_read_only = read_only
            self.field.set_read_only(read_only)
            self.shell.button.setEnabled(not read_only)

    def delete(self) -> None:
        """Take the row out of the form."""
        for widget in (self.label, self.field, self.body):
            widget.hide()
            widget.deleteLater()


def make_row(field: Field, text: str, *, kind: str, is_wide: bool, is_removable: bool) -> Row:
    """A field with its label (`text`, a mnemonic in it) in a shell; a group's heading is its label."""
    if isinstance(field, MapField):
        shell = FieldShell(field, above=None)
        if is_heading_beside(field.label):
            field.release_heading()
        return Row(field, kind, text, field.heading, shell, is_wide=True, is_removable=True)
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(field.editor())
    in_ink(label, "secondary")
    is_long = label.sizeHint().width() > LABEL
    shell = FieldShell(field, above=_above(field, is_required=text.endswith(REQUIRED)) if is_long else None)
    return Row(field, kind, text, label, shell, is_wide, is_removable)


def make_nested_row(field: Field, text: str, *, kind: str, indent: int, is_removable: bool) -> Row:
    """A field inside a group, so many pixels from the left; a group or a button has no label beside it."""
    shell = FieldShell(field, above=None)
    label: QWidget = field.editor()
    beside = None
    if not isinstance(field, MapField | MoreLine):
        label = beside = nested_label(text, field.editor())
    nested = NestedRow(shell, beside, indent=indent, is_centred=isinstance(field, _CENTRED))
    return Row(field, kind, text, label, shell, is_wide=True, is_removable=is_removable, nested=nested, indent=indent)


def is_heading_beside(title: str) -> bool:
    """Whether the heading of a group has room in the column of the labels."""
    return heading_width(title) <= LABEL


def _above(field: Field, *, is_required: bool) -> QLabel:
    """A label that stands above its field, so that a long key is not cut."""
    label = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
    label.setText(f"{field.label}{REQUIRED}" if is_required else field.label)
    label.setBuddy(field.editor())
    return in_ink(label, "secondary")


class FieldGrid(QWidget):
    """Places rows in reading order and keeps Tab in the same order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._is_narrow = False
        self._place_for_tab = QWidget(self)  # never seen; Qt orders only what could take the focus
        self._place_for_tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place_for_tab.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows; those shown already stay as they are, the others go."""
        if [row.shell for row in rows] == [row.shell for row in self.rows]:
            return
        for old in self.rows:
            if old not in rows:
                old.delete()
        self.rows = rows
        self._place()

    def stops(self) -> list[QWidget]:
        """What Tab visits, in reading order."""
        return [stop for row in self.rows for stop in row.stops()]

    def set_width(self, *, is_narrow: bool, left: int, right: int) -> None:
        """One column or two, and the margins beside them."""
        self._grid.setContentsMargins(left, 0, right, 0)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _place(self) -> None:
        self._empty()
        columns = 1 if self._is_narrow else 2
        for column in range(4):
            is_label, is_used = column % 2 == 0, column < columns * 2
            self._grid.setColumnMinimumWidth(column, LABEL if is_label and is_used else 0)
            self._grid.setColumnStretch(column, 1 if not is_label and is_used else 0)
        line, column = 0, 0
        for row in self.rows:
            if row.is_wide and column:
                line, column = line + 1, 0
            self._put(row, line, column, columns)
            column = 0 if row.is_wide else (column + 1) % columns
            line += 1 if column == 0 else 0
        for unused in range(self._grid.rowCount()):
            self._grid.setRowStretch(unused, 0)
        self._grid.setRowStretch(line + 1, 1)
        self._order()
        self.updateGeometry()

    def _empty(self) -> None:
        """Take everything out. What `takeAt` gives stays alive, and keeps the heights of an earlier width for good."""
        while (item := self._grid.itemAt(0)) is not None:
            widget = item.widget()
            assert widget is not None  # the grid holds nothing else
            self._grid.removeWidget(widget)

    def _put(self, row: Row, line: int, column: int, columns: int) -> None:
        span = columns * 2 - 1 if row.is_wide else 1
        row.label.setMinimumHeight(0 if isinstance(row.field, _CENTRED) else HEIGHT)
        if not row.has_label_inside:
            self._grid.addWidget(row.label, line, column * 2, _label_place(row))
        row.label.setVisible(row.nested is not None or row.shell.above is None)
        self._grid.addWidget(row.body, line, column * 2 + 1, 1, span, Qt.AlignmentFlag.AlignTop)
        row.body.show()

    def _order(self) -> None:
        """Tab goes through the rows where the grid itself stands: Qt puts new widgets behind all of the window."""
        for before, after in pairwise([self._place_for_tab, *self.stops()]):
            QWidget.setTabOrder(before, after)


def _label_place(row: Row) -> Qt.AlignmentFlag:
    right = Qt.AlignmentFlag.AlignRight
    centred = isinstance(row.field, _CENTRED)
    return right | (Qt.AlignmentFlag.AlignVCenter if centred else Qt.AlignmentFlag.AlignTop)
