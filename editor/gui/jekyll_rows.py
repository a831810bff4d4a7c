"""What Jekyll will do with a post, as rows of words: label, value in inks, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLocale

from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.wording import plain
from editor.gui.iri import readable
from editor.gui.post_words import state_words
from editor.site.date_views import date_in_url
from editor.site.document import State
from editor.site.inherited import Inherited, scope_words
from editor.site.key_path import spell_key_path
from editor.site.problem import Problem
from editor.workspace.explanation import Explanation

STATE_INKS = {
    State.LIVE: "live",
    State.SCHEDULED: "scheduled",
    State.BROKEN: "error",
    State.IGNORED: "error",
}  # of the dot; hint for the others, as in the posts list
DOT = "●"
_UNITED = ("categories",)  # Jekyll adds them to those of the post (`document.rb:438-451`): nothing there to override


@dataclass(frozen=True)
class Run:
    """Some words in one ink: a role of the theme."""

    text: str
    ink: str = "ink"


@dataclass(frozen=True)
class Wish:
    """What a button of a row reports: an address to copy or to open, a change of the front matter, a way to a place."""

    kind: Literal["copy", "open", "edit", "post", "problem"]
    label: str
    name: str  # for a screen reader, which hears no row beside it
    payload: object  # str for addresses and posts, FieldEdit, Problem


@dataclass(frozen=True)
class Row:
    """One fact; a row without label goes on with the one above."""

    label: str
    runs: tuple[Run, ...]
    wishes: tuple[Wish, ...] = ()
    is_code: bool = False  # paths and addresses are set in the monospace font

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def rows_of(explanation: Explanation, *, problems: Iterable[Problem] = (), read_only: bool = False) -> tuple[Row, ...]:
    """All rows; `problems` are told beside those of the explanation."""
    document = explanation.document
    found = dict.fromkeys((*document.problems, *problems))
    told = next((problem for problem in found if problem.message == explanation.reason), None)  # as the state's reason
    return (
        Row(_tr("File"), (Run(document.path),), is_code=True),
        *_page(explanation),
        *_dates(explanation),
        _state(explanation, told),
        _layout(explanation),
        Row(_tr("Categories"), (_listed(document.categories),)),
        Row(_tr("Tags"), (_listed(document.tags),)),
        *_defaults(explanation.inherited, read_only=read_only),
        *_problems(problem for problem in found if problem is not told),
    )


def _page(explanation: Explanation) -> Iterator[Row]:
    document, address = explanation.document, explanation.address
    if not address:
        told = _tr("none that can be used") if document.state is State.BROKEN else _tr("none")
        yield Row(_tr("Page"), (Run(told, "hint"),))
        return
    yield Row(_tr("Page"), (Run(document.output),), is_code=True)
    wishes = [Wish("copy", _tr("Copy"), _tr("Copy the address"), address)]
    if not address.startswith("/"):
        wishes.append(Wish("open", _tr("Open"), _tr("Open the address in the browser"), address))
    yield Row(_tr("Address"), (Run(readable(address)),), tuple(wishes), is_code=True)


def _dates(explanation: Explanation) -> Iterator[Row]:
    views, document = explanation.dates, explanation.document
    date = views.read if views else document.date
    if date is None:
        told = _tr("none that Jekyll can read") if document.date_source else _tr("none")
        yield Row(_tr("Date"), (Run(told, "hint"),))
        return
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    day = f"{locale.standaloneDayName(date.isoweekday(), short)} {date.day} "
    moment = f"{day}{locale.standaloneMonthName(date.month)} {date.year}, {date:%H:%M:%S}"
    zone = explanation.zone or _tr("{offset}, this computer’s zone, since the site sets none").format(
        offset=f"{date:%z}"
    )
    runs = [Run(moment), Run(f"  {zone}", "hint")]
    if views is None:
        runs.append(Run("\n" + _tr("from the time of the file"), "hint"))
    else:
        runs.append(Run("\n" + _tr("written {date}").format(date=views.written), "hint"))
        if views.is_other_day:
            runs.append(Run("\n" + _tr("Another day than the one that is written"), "scheduled"))
    shown = date_in_url(explanation.url_template, date) if document.url else ""
    if shown:
        runs.append(Run("\n" + _tr("{date} in the URL").format(date=shown), "hint"))
    yield Row(_tr("Date"), tuple(runs))


def _state(explanation: Explanation, problem: Problem | None) -> Row:
    state = explanation.document.state
    if explanation.document.is_page:
        return Row(_tr("State"), (Run(f"{DOT} ", "hint"), Run(_tr("A page, not a post"))))
    runs = [Run(f"{DOT} ", STATE_INKS.get(state, "hint")), Run(state_words(state))]
    if explanation.reason:
        runs.append(Run(f"\n{_without_state(explanation.reason)}", "secondary"))
    wishes = [
        Wish("post", _tr("Show"), _tr("Show {path}").format(path=path), path) for path in explanation.same_url[:1]
    ]
    wishes += _way_to(problem) if problem else []
    return Row(_tr("State"), tuple(runs), tuple(wishes))


def _without_state(reason: str) -> str:
    """The reason as it stands below the state, which it need not name again."""
    named, colon, rest = reason.partition(": ")
    is_named = colon and named in ("Scheduled", "Not published", "A draft")
    return rest[:1].upper() + rest[1:] if is_named else reason


def _layout(explanation: Explanation) -> Row:
    name = explanation.document.layout
    told = {
        "found": Run(explanation.layout_file, "hint"),
        "theme": Run(_tr("from the theme"), "hint"),
        "missing": Run(_tr("missing: Jekyll writes the page without one"), "error"),
    }.get(explanation.layout_state)
    if not name or told is None:
        return Row(_tr("Layout"), (Run(_tr("none"), "hint"),))
    return Row(_tr("Layout"), (Run(name), Run("  "), told))


def _listed(words: tuple[str, ...]) -> Run:
    return Run(", ".join(word or "“”" for word in words)) if words else Run(_tr("none"), "hint")


def _defaults(inherited: Iterable[Inherited], *, read_only: bool) -> Iterator[Row]:
    label = _tr("Defaults")
    for each in inherited:
        key = spell_key_path(each.path)
        place = " · ".join(filter(None, (scope_words(each.scope), each.scope.place)))
        ink = "hint" if each.is_overridden else "ink"
        runs = [Run(f"{key}: {plain(each.value) or '“”'}", ink), Run(f"\n{place}", "hint")]
        is_added = each.path == _UNITED
        if is_added:
            runs.append(Run(_tr(", added to the post’s own"), "hint"))
        elif each.is_overridden:
            runs.append(Run(_tr(", overridden by the post"), "hint"))
        yield Row(label, tuple(runs), () if read_only or is_added else (_default_wish(each, key),))
        label = ""


def _default_wish(inherited: Inherited, key: str) -> Wish:
    if inherited.is_overridden:
        edit = FieldEdit(inherited.path, removed=True, prunes=True, stands_alone=True)
        return Wish("edit", _tr("Reset"), _tr("Reset {key} to the default").format(key=key), edit)
    edit = FieldEdit(inherited.path, inherited.value, stands_alone=True)
    return Wish("edit", _tr("Override"), _tr("Override {key} in this post").format(key=key), edit)


def _problems(problems: Iterable[Problem]) -> Iterator[Row]:
    label = _tr("Problems")
    for problem in problems:
        ink = "error" if problem.severity == "error" else "scheduled"
        yield Row(label, (Run(f"{DOT} ", ink), Run(problem.message)), tuple(_way_to(problem)))
        label = ""


def _way_to(problem: Problem) -> list[Wish]:
    if not problem.line:
        return []
    where = _tr("Line {line}").format(line=problem.line)
    return [Wish("problem", where, f"{where}: {problem.message}", problem)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("JekyllRows", text)
