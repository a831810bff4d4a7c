"""A field for a date: friendly to read, typed or taken from a calendar, never respelled by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, tzinfo
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.errors import InvalidDate
from editor.gui.form.calendar_button import CalendarButton
from editor.gui.form.date_choices import DateChoices
from editor.gui.form.date_lines import moved_note, quiet_line, whole_story, zone_tip
from editor.gui.form.date_text import friendly_date, parse_date, tells_time
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import FROM_FILE_NAME, NO_DATE_YET, FormContext, no_habit
from editor.gui.form.line_field import LineField
from editor.gui.form.views_line import ViewsLine
from editor.gui.plain import tool_tip
from editor.gui.theme import Theme
from editor.site.date_spelling import spell_changed_date, spell_new_date
from editor.site.date_views import DateViews, view_date
from editor.site.dates import read_date, site_zone
from editor.site.key_path import Key
from editor.site.scalars import Value

_HINTS = {
    FROM_FILE_NAME: "The post has no date of its own: Jekyll takes the one in its file name.",
    NO_DATE_YET: "A draft needs no date; publishing gives it one.",
}


class DateField(LineField):
    """Shows the moment that Jekyll reads, in the site's zone; an edit is spelled as the post spells its date.

    While one types, the post holds what the text means, and the value from before where it means nothing: so no
    beginning of a date leaves a trace in the date that comes of it.
    """

    origin_inset = 34  # beside the calendar

    def __init__(self, key: Key, label: str, *, is_posts_date: bool = False) -> None:
        super().__init__(key, label)
        self._is_posts_date = is_posts_date  # Jekyll's own, not one of the site's further dates
        self._undated = FROM_FILE_NAME if is_posts_date else ""
        self._zone: tzinfo = site_zone("")
        self._template = ""  # of the post's URL
        self._date_habit: Callable[[], str] = no_habit
        self._habit: str | None = None  # what that has answered: it reads the newest posts
        self._before = FieldValue()  # what the post held when the typing began
        self._refusal = ""  # what to say of a text that was left unreadable
        self._wrong = ""  # what is wrong with the text now
        self._zone_label = QLabel()
        self._zone_label.setTextFormat(Qt.TextFormat.PlainText)
        self._zone_label.setProperty("ink", "hint")
        self._button = CalendarButton(label)
        self._button.clicked.connect(self._open_calendar)
        self._button.chosen.connect(self._take)
        self._frame.watch(self._button, is_target=False)
        self._frame.row.setContentsMargins(9, 1, 4, 1)
        self._frame.row.setSpacing(4)
        self._frame.row.addWidget(self._line, 1)
        self._frame.row.addWidget(self._zone_label)
        self._frame.row.addWidget(self._button)
        self._views_line = ViewsLine()
        self._choices = DateChoices()
        self._choices.chosen.connect(self._choose)
        column = cast("QVBoxLayout", self.layout())
        column.insertWidget(1, self._views_line)
        column.addWidget(self._choices)

    def accepts(self, value: Value) -> bool:
        """A date, a text that should be one, or nothing."""
        return value is None or isinstance(value, str)

    def set_context(self, context: FormContext) -> None:
        """Read dates in the site's zone."""
        self._zone = context.zone or site_zone("")
        self._undated = context.undated if self._is_posts_date else ""
        self._date_habit, self._habit = context.date_habit, None
        self._zone_label.setToolTip(tool_tip(zone_tip(self._zone)))
        if self._is_typed:
            self._show_views()
        else:
            self._restore()

    def set_url_template(self, template: str) -> None:
        """Take the permalink of the post, without which no URL is spoken of; its date is the post's own."""
        if self._is_posts_date and template != self._template:
            self._template = template
            self._show_views()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().set_theme(theme)
        self._button.set_theme(theme)

    def tab_stops(self) -> list[QWidget]:
        """The text, the calendar, then the choices that are there at times."""
        return [self._line, self._button, *self._choices.buttons()]

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, or edit."""
        super().set_read_only(read_only)
        self._button.setEnabled(not read_only)
        self._choices.setEnabled(not read_only)

    def shown_text(self) -> str:
        """The date in words, as shown."""
        return self._line.text()

    # -- reading and writing -------------------------------------------------------------------------------------
    def _moment(self, shown: FieldValue | None = None) -> datetime | None:
        shown = shown or self._shown
        if not shown.text:
            return None
        try:
            return read_date(shown.value, self._zone)
        except InvalidDate:
            return None

    def _text(self) -> str:
        moment = self._moment()
        if moment is None:
            return self._shown.text
        return friendly_date(moment, written=self._shown.written, locale=self.locale())

    def _read(self, text: str) -> FieldEdit | None:
        if not text.strip():  # the line stays, with its comment, until the field is left
            return FieldEdit(self.key, source="") if self._before.is_present else self._earlier()
        moment = parse_date(text, zone=self._zone, locale=self.locale(), time_of_day=self._time_of_day())
        try:
            return None if moment is None else self._edit(moment)
        except (ValueError, OverflowError):  # on the last days of the calendar, in UTC another year that it has not
            return None

    def _time_of_day(self) -> time:
        """What a day typed without a time gets: a writer who types the day means to change the day."""
        before = self._moment(self._before)
        return before.time() if before is not None and tells_time(self._before.written) else time()

    def _earlier(self) -> FieldEdit:
        """The edit that brings back the value from before the typing."""
        if not self._before.is_present:
            return FieldEdit(self.key, removed=True)
        written = self._before.written
        if "\n" in written:  # a block text, which does not fit on the line of its key
            return FieldEdit(self.key, self._before.value)
        return FieldEdit(self.key, source=written)

    def _on_text_edited(self, text: str) -> None:
        if not self._is_typed:
            self._before, self._is_typed = self._shown, True
        self._refusal = ""
        edit = self._read(text)
        self._wrong = "" if edit is not None else self._fault()
        self._send(edit or self._earlier())
        self._show_views()

    def _send(self, edit: FieldEdit) -> None:
        self._sent = edit
        if not self._holds_what_was_sent():
            self.edited.emit(edit)

    def _leave(self) -> None:
        """Show the post's date again; of a text that is none, say that it has not been taken."""
        if not self._is_typed:
            return
        is_empty, is_read = not self._line.text().strip(), self._read(self._line.text()) is not None
        self._restore()
        if is_empty:
            self._send(FieldEdit(self.key, removed=True))
        elif not is_read:
            kept = self._line.text()
            self._refusal = f"Not a date; {kept} stays." if kept else "Not a date."
            self._tell()

    def commit(self) -> None:
        """An emptied date is gone, even while the caret is still here."""
        if self._is_typed and not self._line.text().strip():
            self._send(FieldEdit(self.key, removed=True))

    def show_value(self, shown: FieldValue) -> None:
        """Show the date; what was said of a text that was left unreadable stays as long as the date."""
        if shown.state != self._shown.state:
            self._refusal = ""
        super().show_value(shown)
        if self._is_typed:
            self._show_views()

    def _edit(self, moment: datetime) -> FieldEdit:
        """Spelled as the date before; in an empty field as the site's other dates, if that can be read in one way."""
        moment = moment.astimezone(self._zone)
        before = self._before if self._is_typed else self._shown
        if before.text:
            if "\n" not in before.written and _is_same(moment, self._moment(before)):
                return FieldEdit(self.key, source=before.written)
            return FieldEdit(self.key, source=spell_changed_date(moment, like=before.written))
        if self._habit is None:
            self._habit = self._date_habit()
        return FieldEdit(self.key, source=spell_new_date(moment, like=self._habit))

    def _fault(self) -> str:
        return "Not a date yet, such as 21 Nov 2025, 18:21 or 2025-11-21."

    def _placeholder(self) -> tuple[str, bool]:
        return self._undated, self._undated == FROM_FILE_NAME

    def _tell(self) -> None:
        moment = self._moment()
        self._zone_label.setText("" if moment is None else moment.tzname() or "")
        self._fit_zone()
        is_odd = moment is None and bool(self._shown.text)
        self._wrong = self._refusal or ("Jekyll cannot read this as a date." if is_odd else "")
        self._show_views()

    # -- as written, as read, as the URL shows it ----------------------------------------------------------------
    def _views(self) -> DateViews | None:
        return view_date(self._shown.value, self._shown.written, self._zone) if self._shown.text else None

    def _show_views(self) -> None:
        """Tell below the date what it does not show itself; what is wrong goes before that the day moves."""
        views, locale = self._views(), self.locale()
        moved = "" if views is None or self._wrong else moved_note(views, self._template, locale=locale)
        self._views_line.show_parts([] if views is None else quiet_line(views, self._template))
        self.note(self._wrong or moved, is_fault=bool(self._wrong))
        self._choices.show_choices(views if moved else None, template=self._template)
        self._fit_note()
        story = "" if views is None else whole_story(views, self._template, locale=locale)
        written = self._shown.written
        hint = f"As written: {written}" if written else _HINTS.get(self._undated, "")
        self._line.setToolTip(tool_tip(story or hint))
        self._line.setAccessibleDescription("\n".join(filter(None, (self._note.text(), story))))

    def _choose(self, source: str) -> None:
        """Write one of the two spellings, and leave the focus in the field when the buttons go."""
        self._is_typed, self._sent = False, None
        if self._choices.isAncestorOf(self.window().focusWidget() or self):
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(FieldEdit(self.key, source=source, stands_alone=True))

    def hasHeightForWidth(self) -> bool:
        """No: the lines below have fixed heights, and Qt would keep what an earlier width needed (seen in Qt 6.11)."""
        return False

    def _fit_note(self) -> None:
        super()._fit_note()
        self._views_line.fit(self.width())

    # -- the calendar --------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the calendar, as in a combo box."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self._line.isReadOnly():
            self._open_calendar()
        else:
            super().keyPressEvent(event)

    def _open_calendar(self) -> None:
        moment = self._moment() or datetime.now(self._zone).replace(microsecond=0)
        self._button.open_below(self._frame, moment, zone=self._zone)

    def _take(self, moment: datetime) -> None:
        edit = self._edit(moment)
        self._is_typed, self._sent = False, None
        if edit.source != self._shown.written:
            self.edited.emit(edit)

    # -- the zone's name, where there is room --------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the zone only where the date leaves room for it."""
        super().resizeEvent(event)
        self._fit_zone()

    def _fit_zone(self) -> None:
        wanted = self._line.fontMetrics().horizontalAdvance(self._line.text()) + 8
        zone = self._zone_label.sizeHint().width() + self._frame.row.spacing()
        margins = self._frame.row.contentsMargins()
        room = self.width() - self._button.sizeHint().width() - margins.left() - margins.right()
        room -= self._frame.row.spacing()
        self._zone_label.setVisible(bool(self._zone_label.text()) and wanted + zone <= room)


def _is_same(moment: datetime, other: datetime | None) -> bool:
    """In UTC: within one zone Python compares the clocks only, and takes both hours of a repeated one for the same."""
    return other is not None and moment.astimezone(UTC) == other.astimezone(UTC)
