"""File names whose date is no day of the calendar: Jekyll counts on into the next month without a word."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.subject import SiteFacts, Subject
from editor.errors import InvalidDate
from editor.site.dates import read_date
from editor.site.post_name import split_name
from editor.site.problem import Problem


def check(facts: SiteFacts, subject: Subject) -> Iterator[Problem]:
    """`2025-02-30-x.md` becomes March 2."""
    path = subject.document.path
    written = split_name(path.rpartition("/")[2]).date
    if not written:
        return
    try:
        read = read_date(written, facts.site.zone)
    except InvalidDate:
        return  # Jekyll refuses it, which the description says
    if read.day != int(written.rpartition("-")[2]):
        message = f"{written} is no day: Jekyll takes it for {read:%B} {read.day}. Rename the file."
        yield Problem("post-name", message, path, severity="warning")
