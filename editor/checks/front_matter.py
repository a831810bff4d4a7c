"""What Jekyll cannot read in a post's front matter, date, name or layout: found while the post is described."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.subject import SiteFacts, Subject
from editor.site.problem import Problem


def check(_facts: SiteFacts, subject: Subject) -> Iterator[Problem]:
    """The problems that the post's description carries."""
    yield from subject.document.problems
