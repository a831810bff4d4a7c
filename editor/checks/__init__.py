"""Preflight: everything in a site that Jekyll would stumble over or that readers would miss, one family a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from editor.checks import front_matter, images, links, names, urls
from editor.checks.subject import Rule, gather_facts, read_subject
from editor.site.problem import Problem
from editor.site.site import Site

RULES: tuple[Rule, ...] = (front_matter.check, names.check, images.check, links.check)


def check_site(site: Site, *, now: datetime, faults: Sequence[Problem] | None = None) -> tuple[Problem, ...]:
    """All findings of a site, by path and line. Each post is read once.

    `faults` are those of the site itself, if more is known of them than `Site.find_faults` tells.
    """
    subjects = [read_subject(site, path, now=now) for path in site.find_posts()]
    facts = gather_facts(site, [subject.document for subject in subjects])
    problems = [*(site.find_faults() if faults is None else faults), *urls.check_all(facts)]
    for subject in subjects:
        for rule in RULES:
            problems += rule(facts, subject)
    return tuple(sorted(problems, key=lambda each: (each.path, each.line, each.column, each.rule)))
