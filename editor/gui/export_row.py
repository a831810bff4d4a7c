"""One file of an export: whether it goes, what would happen to it, its path, and on demand what would change in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from editor.gui.difference_dialog import DiffColors
from editor.gui.elided_label import ElidedLabel
from editor.gui.icons import icon
from editor.gui.plain import in_ink
from editor.gui.size_words import size_words
from editor.gui.theme import Theme, chrome_font, fixed_font
from editor.publish.export import Action, ExportItem

_ROW_HEIGHT = 36
_DIFF_LINES = 12  # visible at once
_TAG_COLORS = {Action.CREATE: "live", Action.UPDATE: "accent", Action.KEEP: "hint", Action.CONFLICT: "error"}


class ExportRow(QFrame):
    """A row of the export's list. `diff` is asked for when the writer opens the row."""

    ticked = Signal()

    def __init__(
        self, item: ExportItem, *, diff: Callable[[], str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.item = item
        self._diff = diff
        self._theme = theme
        self._text: QPlainTextEdit | None = None
        self.setProperty("surface", "paper")
        self.setProperty("edge", "bottom")
        self.check = QCheckBox(self)
        self.open_button = QToolButton(self)
        self._path = ElidedLabel(self, mode=Qt.TextElideMode.ElideMiddle)
        self._lay_out()
        self._fill()

    @property
    def is_wanted(self) -> bool:
        """Whether the writer wants this file written."""
        return self.check.isEnabled() and self.check.isChecked()

    @property
    def has_diff(self) -> bool:
        return not self.item.is_image and self.item.target_stamp is not None and self.item.action is not Action.KEEP

    @property
    def is_open(self) -> bool:
        """Whether the diff is shown."""
        return self._text is not None and not self._text.isHidden()

    def open_diff(self, opened: bool) -> None:
        """Show or hide what would change in the file."""
        if opened and self._text is None:
            self._text = _diff_view(self._diff(), self._theme, self)
            self._column.addWidget(self._text)
        if self._text is not None:
            self._text.setVisible(opened)
        self.open_button.setIcon(icon("chevron-down" if opened else "chevron-right", self._theme.secondary))

    def show_counts(self) -> None:
        """How many lines are added and removed, in place of the size."""
        lines = _without_head(self._diff())
        added = sum(line.startswith("+") for line in lines)
        removed = sum(line.startswith("-") for line in lines)
        if added or removed:
            in_ink(self._added, "live").setText(f"+{added}")
            in_ink(self._removed, "error").setText(f"−{removed}")
            self._size.hide()

    def _lay_out(self) -> None:
        self._tag = QLabel(self)
        self._reason, self._size = ElidedLabel(self), QLabel(self)
        self._added, self._removed = QLabel(self), QLabel(self)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        for widget in (self.check, self._tag, self._path):
            row.addWidget(widget)
        row.addWidget(self.open_button)
        row.addWidget(self._reason, 1)
        for label in (self._added, self._removed, self._size):
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        row.addStrut(_ROW_HEIGHT)
        self._column.addLayout(row)

    def _fill(self) -> None:
        item = self.item
        self.check.setChecked(item.action in (Action.CREATE, Action.UPDATE))
        self.check.setEnabled(self.check.isChecked())
        _keep_room(self.check).setVisible(item.action is not Action.KEEP)
        self.check.setAccessibleName(f"{item.target}: {tag_words(item.action)} {item.reason}".strip())
        self.check.toggled.connect(lambda _checked: self.ticked.emit())
        self._tag.setText(tag_words(item.action))
        self._tag.setFont(chrome_font(scale=0.86, weight=QFont.Weight.DemiBold))
        self._tag.setAlignment(Qt.AlignmentFlag.AlignCenter)
        widest = max(QFontMetrics(self._tag.font()).horizontalAdvance(tag_words(each)) for each in Action)
        self._tag.setFixedSize(widest + 16, 20)
        self._tag.setStyleSheet(_tag_style(self._theme, item.action))
        self._path.setText(item.target)
        in_ink(self._path, "hint" if item.action is Action.KEEP else "")
        in_ink(self._reason, "secondary").setText(f"— {item.reason}" if item.reason else "")
        in_ink(self._size, "secondary").setText(size_words(item.size))
        self.open_button.setVisible(self.has_diff)
        self.open_button.setIconSize(QSize(14, 14))
        self.open_button.setAccessibleName(self.tr("Show what changes in {path}").format(path=item.target))
        self.open_button.clicked.connect(lambda: self.open_diff(not self.is_open))
        self.open_diff(False)


def _keep_room(widget: QWidget) -> QWidget:
    """Let a hidden widget keep its place, so that rows stay in line."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    return widget


def tag_words(action: Action) -> str:
    """What would happen, in a word."""
    words = {
        Action.CREATE: QCoreApplication.translate("ExportRow", "new"),
        Action.UPDATE: QCoreApplication.translate("ExportRow", "changed"),
        Action.KEEP: QCoreApplication.translate("ExportRow", "same"),
        Action.CONFLICT: QCoreApplication.translate("ExportRow", "conflict"),
    }
    return words[action]


def _tag_style(theme: Theme, action: Action) -> str:
    color = QColor(getattr(theme, _TAG_COLORS[action]))
    ground = f"rgba({color.red()}, {color.green()}, {color.blue()}, 32)"
    return f"color: {color.name()}; background: {ground}; border-radius: 4px;"


def _diff_view(diff: str, theme: Theme, parent: QWidget) -> QPlainTextEdit:
    lines = _without_head(diff)
    view = QPlainTextEdit("\n".join(lines), parent)
    view.setReadOnly(True)
    view.setFont(fixed_font(scale=0.95))
    view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setTabChangesFocus(True)
    view.setAccessibleName(QCoreApplication.translate("ExportRow", "What changes"))
    view.document().setDocumentMargin(0)
    view.setStyleSheet(
        f"QPlainTextEdit {{ background: {theme.chrome}; color: {theme.ink}; border: none;"
        f" border-top: 1px solid {theme.line}; padding: 8px 20px; }}"
    )
    visible = min(len(lines), _DIFF_LINES)
    view.setFixedHeight(visible * view.fontMetrics().lineSpacing() + 28)
    DiffColors(view, theme)
    return view


def _without_head(diff: str) -> list[str]:
    """The lines of a unified diff without those that name the two files."""
    lines = diff.split("\n")
    return lines[2:] if diff.startswith("--- ") else lines
