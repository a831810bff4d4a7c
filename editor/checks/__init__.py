"""Preflight: everything in a site that Jekyll would stumble over or that readers would miss, one family a file."""

from __future__ import annotations

from datetime import datetime

from editor.checks import front_matter, images, links, names, urls
from editor.checks.subject import Rule, gather_facts, read_subject
from editor.site.problem import Problem
from editor.site.site import Site

RULES: tuple[Rule, ...] = (front_matter.check, names.check, images.check, links.check)


def check_site(site: Site, *, now: datetime) -> tuple[Problem, ...]:
    """All findings of a site, by path and line. Each post is read once."""
    subjects = [read_subject(site, path, now=now) for path in site.find_posts()]
    facts = gather_facts(site, [subject.document for subject in subjects])
    problems = [*site.find_faults(), *urls.check_all(facts)]
    for subject in subjects:
        for rule in RULES:
            problems += rule(facts, subject)
    return tuple(sorted(problems, key=lambda each: (each.path, each.line, each.column, each.rule)))
