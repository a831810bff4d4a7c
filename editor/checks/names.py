"""File names whose date is no day of the calendar: Jekyll counts on into the next month without a word."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from editor.checks.subject import SiteFacts, Subject
from editor.site.post_name import split_name
from editor.site.problem import Problem


def check(_facts: SiteFacts, subject: Subject) -> Iterator[Problem]:
    """`2025-02-30-x.md` becomes March 2."""
    path = subject.document.path
    written = split_name(path.rpartition("/")[2]).date
    if not written:
        return
    year, month, day = (int(part) for part in written.split("-"))
    if not (1 <= year <= 9998 and 1 <= month <= 12 and day <= 31):
        return  # Jekyll refuses it, which the description says
    days = monthrange(year, month)[1]
    if day > days:
        read = date(year, month, days) + timedelta(days=day - days)
        message = f"{written} is no day: Jekyll takes it for {read:%B} {read.day}. Rename the file."
        yield Problem("post-name", message, path, severity="warning")
