"""What a row of the posts list says of a document, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from editor.site.document import Document, State


def shown_title(document: Document) -> str:
    """The title of a row; the file's name where there is none."""
    return document.title or document.path.rpartition("/")[2]


def state_words(state: State) -> str:
    """The state of a document, told to the writer."""
    return {
        State.LIVE: _tr("Live"),
        State.SCHEDULED: _tr("Scheduled"),
        State.DRAFT: _tr("Draft"),
        State.UNPUBLISHED: _tr("Not published"),
        State.BROKEN: _tr("Broken"),
        State.IGNORED: _tr("Ignored by Jekyll"),
    }[state]


def row_state(document: Document) -> str:
    """The state in a row of the list, where a page that is open stands too."""
    return _tr("Page") if document.is_page else state_words(document.state)


def date_words(document: Document, *, year: bool = False) -> str:
    """The date of a row, short; the year stands in the heading above it. "" without a date."""
    date = document.date
    if date is None:
        return ""
    locale = QLocale()
    day = f"{date.day} {locale.standaloneMonthName(date.month, QLocale.FormatType.ShortFormat)}"
    if year:
        day += f" {date.year}"
    if document.state is State.SCHEDULED:
        day = f"{locale.standaloneDayName(date.isoweekday(), QLocale.FormatType.ShortFormat)} {day}"
    return f"{day}, {date:%H:%M}" if ":" in document.date_source else day


def told_at_length(document: Document) -> str:
    """Everything a row cannot say: for its tool tip."""
    told = " · ".join(filter(None, [row_state(document), date_words(document, year=True)]))
    faults = [problem.message for problem in document.problems]
    return "\n".join([shown_title(document), told, document.path, *faults])


def _tr(text: str) -> str:
    return QCoreApplication.translate("PostWords", text)
