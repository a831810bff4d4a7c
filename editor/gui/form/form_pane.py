"""The front matter form: fields in two columns, the YAML view in their place, or one folded line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_grid import GAP, LABEL, FieldGrid
from editor.gui.form.folded_line import FoldedLine
from editor.gui.form.form_context import FormContext, ImageInfo
from editor.gui.form.form_foot import FormFoot
from editor.gui.form.form_rows import FormRows
from editor.gui.form.form_style import form_style_sheet
from editor.gui.form.kinds import TITLE
from editor.gui.form.new_value import new_value
from editor.gui.form.summary import summary
from editor.gui.form.yaml_view import YamlView
from editor.gui.theme import LIGHT, Theme
from editor.site.front_matter import FrontMatter
from editor.site.yaml_text.fixes import Fix

__all__ = ["FieldEdit", "FormContext", "FormPane", "ImageInfo"]

SHARE = 0.45  # of the window's height, at most
_MARGIN, _NARROW_MARGIN = 28, 20
_NARROW = 480


class FormPane(QWidget):
    """Shows the front matter and reports what the writer does to it; changes nothing itself."""

    field_edited = Signal(object)  # FieldEdit
    yaml_edited = Signal(str)
    fix_chosen = Signal(object)  # Fix of the YAML
    image_wanted = Signal(object)  # Key of the field that shows it
    folded = Signal(bool)  # False: the writer opened the folded line
    yaml_shown = Signal(bool)  # the writer switched to the YAML view, or back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._front_matter = FrontMatter("")
        self._is_read_only = False
        self._wants_yaml = False
        self._is_folded = False
        self._new_key = ""  # added just now: gets the focus when it appears
        self._rows = FormRows(self)
        self._grid = FieldGrid()
        self._scroll = QScrollArea(widgetResizable=True)
        self._yaml = YamlView()
        self._foot = FormFoot()
        self._line = FoldedLine()
        self._arrange()
        self._connect()
        self.set_theme(LIGHT)
        self._show_fields()
        self._show_view()

    def _arrange(self) -> None:
        self._grid.setObjectName("sheet")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._grid)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._grid.setAutoFillBackground(False)
        self._grid.installEventFilter(self)
        self._scroll.viewport().installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.setContentsMargins(0, 4, 0, 8)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._yaml, 1)
        self._column.addWidget(self._foot)
        self._column.addWidget(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self._rows.edited.connect(self.field_edited)
        self._rows.image_wanted.connect(self.image_wanted)
        self._rows.yaml_wanted.connect(lambda: self._switch_yaml(True))
        self._rows.switched.connect(self._show_fields)
        self._rows.entered.connect(self._reveal)
        self._yaml.grown.connect(self.updateGeometry)
        self._yaml.yaml_edited.connect(self._edit_yaml)
        self._yaml.fix_chosen.connect(self._fix_yaml)
        self._foot.yaml_switched.connect(self._switch_yaml)
        self._line.clicked.connect(self._unfold)
        self._foot.add_field.chosen.connect(self._add)

    # -- what the session tells ----------------------------------------------------------------------------------
    def forget_post(self) -> None:
        """Another post comes: how the rows of this one were folded does not matter to it."""
        self._rows.forget()

    def set_context(self, context: FormContext) -> None:
        """Take what the site offers."""
        if context != self._rows.context:
            self._rows.set_context(context)
            self._show_fields()

    def show_front_matter(self, front_matter: FrontMatter, *, read_only: bool = False) -> None:
        """Show the front matter; emits nothing, and leaves alone what shows its value already."""
        self._front_matter, self._is_read_only = front_matter, read_only
        self._yaml.show_yaml(front_matter.raw, fault=front_matter.fault, read_only=read_only)
        self._show_fields()
        self._show_view()

    def shown_images(self) -> tuple[str, ...]:
        """The values of the fields that show an image, own or inherited."""
        return self._rows.shown_images()

    def set_images(self, infos: Sequence[ImageInfo]) -> None:
        """Take what is known of the images' files: thumbnail and size, or that one is missing."""
        self._rows.set_images(infos)

    def set_yaml_visible(self, visible: bool) -> None:
        """Show the front matter as text, or as fields."""
        self.commit()
        self._wants_yaml = visible
        self._show_view()
        if self._foot.yaml.hasFocus() or not self.isVisible():
            return
        if visible:
            self._yaml.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_yaml(self, line: int, column: int = 1) -> None:
        """Lead the writer to a place of the front matter as text; both count from 1."""
        if self._is_folded:
            self._is_folded = False
            self.folded.emit(False)
        self._wants_yaml = True
        self._show_view()
        self.yaml_shown.emit(True)
        self._yaml.go_to(line, column)

    def set_folded(self, folded: bool) -> None:
        """Show one line only, or everything."""
        self.commit()
        self._is_folded = folded
        self._show_view()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        style = form_style_sheet(theme)
        if style != self.styleSheet():  # Qt would style every field again
            self.setStyleSheet(style)
        for part in (self._rows, self._yaml, self._foot, self._line):
            part.set_theme(theme)

    def focus_first(self) -> None:
        """Give the focus to the first field, or to the YAML view where that is shown."""
        if self._is_folded:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._yaml.isHidden():
            self._yaml.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._grid.stops()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Take what is typed but not entered yet, such as a tag without Enter. For use before saving."""
        self._rows.commit()

    # -- fields --------------------------------------------------------------------------------------------------
    def _show_fields(self) -> None:
        if self._front_matter.fault is not None:
            return
        rows = self._rows.arrange(self._front_matter)
        self._grid.show_rows(rows)
        self._rows.show_values(self._front_matter, read_only=self._is_read_only)
        keys = {TITLE, *self._front_matter.values, *(str(row.field.key) for row in rows)}
        self._foot.add_field.set_keys(self._rows.context.other_keys, taken=frozenset(keys))
        self._line.show_parts(summary(rows, self._front_matter.values))
        self._focus_new_field()

    def _add(self, chosen: tuple[str, str]) -> None:
        key, kind = chosen
        if kind:
            self._rows.choose_kind(key, kind)
        self._new_key = key
        context = self._rows.context
        self.field_edited.emit(new_value(key, kind, zone=context.zone, date_habit=context.date_habit))

    def _focus_new_field(self) -> None:
        for row in self._grid.rows:
            if self._new_key and row.field.key == self._new_key:
                self._new_key = ""
                row.field.editor().setFocus(Qt.FocusReason.OtherFocusReason)
                self._reveal(row.body)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll to a widget that has just come, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, 8))

    # -- which view, how high ------------------------------------------------------------------------------------
    def _show_view(self) -> None:
        is_faulty = self._front_matter.fault is not None
        is_yaml = is_faulty or self._wants_yaml
        self._foot.show_yaml_state(is_shown=is_yaml, is_forced=is_faulty)
        self._foot.add_field.setEnabled(not self._is_read_only and not is_faulty)
        self._line.setVisible(self._is_folded)
        self._foot.setVisible(not self._is_folded)
        self._yaml.setVisible(is_yaml and not self._is_folded)
        self._scroll.setVisible(not is_yaml and not self._is_folded)
        self.updateGeometry()

    def _edit_yaml(self, text: str) -> None:
        self._wants_yaml = True  # the writer is typing there: when a fault has gone the form waits for the switch
        self.yaml_edited.emit(text)

    def _fix_yaml(self, fix: Fix) -> None:
        """Mended, the fields are there again, unless the writer has been typing in the YAML view."""
        focused = self.window().focusWidget()
        had_focus = focused is not None and self._yaml.isAncestorOf(focused)
        self.fix_chosen.emit(fix)
        if had_focus:
            self.focus_first()

    def _switch_yaml(self, visible: bool) -> None:
        self.set_yaml_visible(visible)
        self.yaml_shown.emit(visible)

    def _unfold(self) -> None:
        self.set_folded(False)
        self.focus_first()
        self.folded.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column and narrower margins where room is short."""
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        is_narrow = self.width() < _NARROW
        margin = _NARROW_MARGIN if is_narrow else _MARGIN
        bar = self.width() - self._scroll.viewport().width() if not self._scroll.isHidden() else 0
        self._grid.set_width(is_narrow=is_narrow, left=margin, right=max(margin - bar, 8))
        for part in (self._yaml, self._line):
            part.setContentsMargins(margin, 0, margin, 0)
        self._foot.setContentsMargins(margin + LABEL + GAP - 7, 0, margin, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """The share of the window's height follows the window."""
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The fields or the window have grown or shrunk: so does the form."""
        is_resized = event.type() is QEvent.Type.Resize
        has_grown = event.type() is QEvent.Type.LayoutRequest if watched is self._grid else is_resized
        if watched is self._scroll.viewport() and is_resized:
            self._fit_width()
        elif has_grown:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:
        """No: `sizeHint` decides, which the layout would not ask otherwise."""
        return False

    def sizeHint(self) -> QSize:
        """As high as what it shows, but never so high that the text has no room; it scrolls then."""
        margins = self._column.contentsMargins()
        height = margins.top() + margins.bottom()
        if self._is_folded:
            height += self._line.sizeHint().height()
        else:
            content = self._yaml if not self._yaml.isHidden() else self._grid
            height += content.sizeHint().height() + self._column.spacing() + self._foot.sizeHint().height()
        window = self.window()
        most = int(window.height() * SHARE) if window is not self else height
        return QSize(560, min(height, max(most, self.minimumSizeHint().height())))

    def minimumSizeHint(self) -> QSize:
        """Two rows and the foot."""
        return QSize(300, 36 if self._is_folded else 110)
