"""Preflight: everything in a site that Jekyll would stumble over or that readers would miss, one family a file."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks import front_matter, images, links, names, urls
from editor.checks.subject import Rule, gather_facts, read_subject
from editor.site.problem import Problem
from editor.site.site import Document, Site

RULES: tuple[Rule, ...] = (front_matter.check, names.check, images.check, links.check)


def check_site(site: Site, documents: Sequence[Document]) -> tuple[Problem, ...]:
    """All findings of a site, by path and line. Each post is read once."""
    facts = gather_facts(site, documents)
    problems = [*site.find_faults(), *urls.check_all(facts)]
    for document in documents:
        subject = read_subject(site, document)
        for rule in RULES:
            problems += rule(facts, subject)
    return tuple(sorted(problems, key=lambda each: (each.path, each.line, each.column, each.rule)))
