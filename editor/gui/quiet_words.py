"""What the quiet line says of a post: its file, its address, and its state where it is not plainly live."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from editor.gui.iri import readable
from editor.site.document import Document, State

# Of these Jekyll asks for something that it can use, or builds nothing; other faults spoil one page.
_STOPPING = ("date", "slug", "permalink")


@dataclass(frozen=True)
class StateWords:
    """One thing to tell, with the ink of its dot: a role of the theme."""

    text: str
    ink: str


@dataclass(frozen=True)
class QuietWords:
    """The whole line. `address` is empty where Jekyll makes no page, or none that can be used."""

    path: str
    address: str = ""
    states: tuple[StateWords, ...] = ()
    is_broken: bool = False  # of unreadable front matter Jekyll makes a page of bare text (`document.rb:498-508`)

    @property
    def shown_address(self) -> str:
        return self.address or (_tr("no usable page") if self.is_broken else _tr("no page"))

    @property
    def text(self) -> str:
        """All of it as one text, for a screen reader."""
        return " · ".join([f"{self.path} → {self.shown_address}", *(state.text for state in self.states)])


def quiet_words(document: Document, *, baseurl: str, same_url: Sequence[str] = (), now: datetime) -> QuietWords:
    """The words for a post. `same_url` are the paths of other posts that write the same page."""
    address = readable(f"{baseurl}{document.url}") if document.url else ""
    states = tuple(_states(document, same_url, now))
    return QuietWords(document.path, address, states, is_broken=document.state is State.BROKEN)


def _states(document: Document, same_url: Sequence[str], now: datetime) -> Iterator[StateWords]:
    if document.state is State.SCHEDULED and document.date is not None:
        until = _tr("scheduled until {moment}").format(moment=moment_words(document.date, now=now))
        yield StateWords(until, "scheduled")
    elif document.state is State.DRAFT:
        yield StateWords(_tr("draft"), "hint")
    elif document.state is State.UNPUBLISHED:
        yield StateWords(_tr("not published"), "hint")
    elif document.is_page:
        yield StateWords(_tr("a page, not a post"), "hint")
    elif document.state is State.IGNORED:
        yield StateWords(_tr("not a post: {reason}").format(reason=_why_no_post(document)), "error")
    elif document.state is State.BROKEN:
        yield StateWords(_why_broken(document), "error")
    if same_url:
        more = f" (+{len(same_url) - 1})" if len(same_url) > 1 else ""
        yield StateWords(_tr("same URL as {path}").format(path=same_url[0]) + more, "scheduled")


def moment_words(date: datetime, *, now: datetime) -> str:
    """A moment in few words, "Sat 29 Nov, 08:00"; with its year where that is another than now."""
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    day = f"{locale.standaloneDayName(date.isoweekday(), short)} {date.day}"
    year = f" {date.year}" if date.year != now.astimezone(date.tzinfo).year else ""
    return f"{day} {locale.standaloneMonthName(date.month, short)}{year}, {date:%H:%M}"


def _why_no_post(document: Document) -> str:
    messages = (problem.message for problem in document.problems if problem.rule == "post-name")
    return _first_sentence(next(messages, "")).removeprefix("Jekyll ignores this file: ")


def _why_broken(document: Document) -> str:
    errors = [problem for problem in document.problems if problem.severity == "error"]
    if not errors:
        return _tr("broken")
    stopping = next((problem for problem in errors if problem.rule in _STOPPING), None)
    told = _tr("breaks the build: {reason}") if stopping else _tr("broken: {reason}")
    return told.format(reason=_first_sentence((stopping or errors[0]).message))


def _first_sentence(message: str) -> str:
    sentence = message.partition(". ")[0].rstrip(".")
    first = sentence.partition(" ")[0]
    is_common = first.istitle() and first not in ("Jekyll", "YAML")
    return sentence[:1].lower() + sentence[1:] if is_common else sentence


def _tr(text: str) -> str:
    return QCoreApplication.translate("QuietWords", text)
