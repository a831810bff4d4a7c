"""A field for the post's image: thumbnail, name and size, or what to do where it is missing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImageReader, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.gui.elided_label import ElidedLabel
from editor.gui.form.field import SMALL, Field
from editor.gui.form.field_frame import RADIUS
from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import ImageInfo
from editor.gui.form.standing import Standing
from editor.gui.form.switch_field import NoFrame
from editor.gui.icons import icon, pixmap
from editor.gui.plain import in_ink, tool_tip
from editor.gui.theme import LIGHT, Theme, chrome_font
from editor.site.key_path import Key
from editor.site.scalars import Value

_THUMBNAIL = QSize(88, 52)
_NARROW = 380  # pixels below which name and buttons do not fit side by side
_MOST_PIXELS = 50_000_000  # a small file may unpack to gigabytes; larger pictures get an icon


class ImageField(Field):
    """Names the image; choosing another is the window's work, asked for by `wanted`."""

    wanted = Signal(object)  # Key
    removes_itself = True

    def __init__(self, key: Key, label: str) -> None:
        super().__init__(key, label, frame=NoFrame())
        self.path = ""  # the value, own or inherited
        self._is_present = False
        self._is_own = False  # not inherited
        self._info: ImageInfo | None = None
        self._infos: Mapping[str, ImageInfo] = {}
        self._given_by = ""
        self._reset = ""
        self._is_read_only = False
        self._thumbnail = _Thumbnail()
        self._name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._facts = ElidedLabel()
        self._facts.setFont(chrome_font(scale=SMALL))
        self._choose = QPushButton("Choose image…")
        self._remove = QToolButton()
        self._choose.clicked.connect(lambda: self.wanted.emit(self.key))
        self._remove.clicked.connect(self._take_away)
        self._arrange()
        self._show()

    def _arrange(self) -> None:
        words, buttons = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        words.addStretch(1)
        buttons.setSpacing(8)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        self._buttons = buttons
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.addWidget(self._thumbnail, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(words, 0, 1)
        self._grid.addLayout(buttons, 0, 2)
        self._place_of_buttons = (0, 2)
        self._frame.row.addLayout(self._grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the buttons go below the name."""
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        is_below = self.width() < _NARROW or not self.path
        place = (1, 1) if is_below else (0, 2)
        if place != self._place_of_buttons:
            self._place_of_buttons = place
            self._grid.removeItem(self._buttons)
            self._grid.addLayout(self._buttons, *place)
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(4 if self.path else 0)

    def accepts(self, value: Value) -> bool:
        """A path, or nothing."""
        return value is None or isinstance(value, str)

    def editor(self) -> QWidget:
        """The button that chooses an image."""
        return self._choose

    def tab_stops(self) -> list[QWidget]:
        """Both buttons."""
        return [self._choose, self._remove]

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, or edit."""
        super().set_read_only(read_only)
        self._is_read_only = read_only
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().set_theme(theme)
        self._thumbnail.set_theme(theme)
        self._dress_remove()

    def show_value(self, shown: FieldValue) -> None:
        """Show the path; what is known of the file comes by `set_images`."""
        self._is_present, self._is_own = shown.is_present, shown.value is not None
        value = shown.value if self._is_own else shown.inherited
        self.path = value if isinstance(value, str) else ""
        self._show()

    def set_images(self, infos: Mapping[str, ImageInfo]) -> None:
        """Take what is known of image files, by the value that names them."""
        self._infos = infos
        if infos.get(self.path) != self._info:
            self._show()

    def show_standing(self, standing: Standing) -> None:
        """Say where the image comes from, and what comes back when the post's own goes."""
        super().show_standing(standing)
        if standing.reset != self._reset:
            self._reset = standing.reset
            self._dress_remove()

    def _take_away(self) -> None:
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)  # this button is about to go
        if self._reset:
            self.reset()
        else:
            self.remove()

    def _dress_remove(self) -> None:
        self._remove.setIcon(icon("rotate-ccw" if self._reset else "x", self._theme.secondary, size=14))
        self._remove.setAccessibleName(self._named("Reset" if self._reset else "Remove"))
        self._remove.setAccessibleDescription(self._reset)
        self._remove.setToolTip(tool_tip(self._reset) or "Remove image")

    def _show_origin(self, origin: str) -> None:
        """Beside what is known of the file."""
        if origin != self._given_by:
            self._given_by = origin
            self._show()

    def _show(self) -> None:
        info = self._info = self._infos.get(self.path)
        is_missing = info is not None and info.file is None
        self._thumbnail.set_file(info.file if info else None, is_missing=is_missing)
        self._thumbnail.setVisible(bool(self.path))
        self._name.setText(self.path)
        self._name.setVisible(bool(self.path))
        if self._name.property("ink") != (ink := "" if self._is_own else "hint"):
            self._name.setFont(self._slanted(self._name.font()))
            in_ink(self._name, ink)
        told = [f"from {self._given_by}" if self._given_by and self.path else "", facts(info) if info else ""]
        self._facts.setText(" · ".join(filter(None, told)))
        if self._facts.property("ink") != (ink := "scheduled" if is_missing else "hint"):
            in_ink(self._facts, ink)
        self._facts.setVisible(bool(self._facts.text()))
        is_there = bool(self.path) and not is_missing
        self._choose.setText("Replace…" if is_there else "Choose image…")
        self._choose.setAccessibleName(self._named("Replace" if is_there else "Choose"))
        self._choose.setEnabled(not self._is_read_only)
        self._remove.setVisible(self._is_present and not self._is_read_only)
        self._place_buttons()

    def _named(self, verb: str) -> str:
        """What a button does, and of all images of the form to which."""
        is_the_image = self.label == "Image"
        return f"{verb} image" if is_the_image else f"{verb} image, {self.label}"

    def _slanted(self, font: QFont) -> QFont:
        font.setItalic(not self._is_own)
        return font


def facts(info: ImageInfo) -> str:
    """What the writer wants to know of an image file, on one line."""
    if info.file is None:
        return "Image not found"
    parts = [f"{info.width} × {info.height}"] if info.width and info.height else []
    parts.append(_size(info.size))
    parts.append("used in 1 post" if info.uses == 1 else f"used in {info.uses} posts")
    return " · ".join(parts)


def _size(count: int) -> str:
    if count < 1000:
        return f"{count} bytes"
    kilobytes = count / 1024
    return f"{kilobytes:.0f} KB" if kilobytes < 1000 else f"{kilobytes / 1024:.1f} MB"


class _Thumbnail(QWidget):
    """The picture, cut to a small rectangle with round corners; an icon where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self._key: tuple[Path | None, int] = (None, 0)
        self._picture = QPixmap()
        self._is_missing = False
        self.setFixedSize(_THUMBNAIL)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_file(self, file: Path | None, *, is_missing: bool) -> None:
        """Show a file's picture; reads it only when it is another or has changed."""
        self._is_missing = is_missing
        key = (file, _changed(file))
        if key != self._key:
            self._key = key
            ratio = self.devicePixelRatioF()
            self._picture = _read(file, _THUMBNAIL * ratio) if file else QPixmap()
            self._picture.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.fillPath(outline, QColor(self._theme.chrome))
        if self._picture.isNull():
            color = self._theme.scheduled if self._is_missing else self._theme.hint
            drawn = pixmap("image-off" if self._is_missing else "image", color, size=20, ratio=self.devicePixelRatioF())
            painter.drawPixmap((self.width() - 20) // 2, (self.height() - 20) // 2, drawn)
        else:
            painter.setClipPath(outline)
            painter.drawPixmap(self.rect(), self._picture)


def _changed(file: Path | None) -> int:
    try:
        return file.stat().st_mtime_ns if file else 0
    except OSError:
        return 0


def _read(file: Path, room: QSize) -> QPixmap:
    """The middle of the picture, in the proportions of `room`."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return QPixmap()
    reader.setScaledSize(size.scaled(room * 2, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    whole = QPixmap.fromImageReader(reader).scaled(
        room, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (whole.width() - room.width()) // 2, (whole.height() - room.height()) // 2
    return whole.copy(left, top, room.width(), room.height())
