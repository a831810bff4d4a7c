"""What the rules look at: one post with its references, and the facts of its site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from editor.site.problem import Problem
from editor.site.references import Reference, find_references
from editor.site.site import Document, Site


@dataclass(frozen=True)
class SiteFacts:
    """What the rules need to know of the whole site."""

    site: Site
    documents: tuple[Document, ...]
    exists: Callable[[str], bool]  # is this a file of the site
    urls: frozenset[str]  # of all documents, without baseurl and trailing slash
    by_name: dict[str, Document]  # by file name without extension, as `post_url` asks for it
    by_path: dict[str, Document]


@dataclass(frozen=True)
class Subject:
    """One post or draft. A file that cannot be read has no references."""

    document: Document
    references: tuple[Reference, ...]

    def problem(self, rule: str, message: str, reference: Reference, *, severity: str = "error") -> Problem:
        return Problem(rule, message, self.document.path, reference.line, reference.column, severity)


def as_written(reference: Reference, paths: Sequence[str]) -> str:
    """How to name a target in a message: as the writer wrote it, but the path where Liquid stands."""
    return paths[0] if "{" in reference.target else reference.target


Rule = Callable[[SiteFacts, Subject], Iterator[Problem]]


def gather_facts(site: Site, documents: Sequence[Document]) -> SiteFacts:
    """The facts of a site. The disk is asked for a file only when a rule asks, and once."""
    return SiteFacts(
        site=site,
        documents=tuple(documents),
        exists=cache(site.has_file),
        urls=frozenset(document.url.rstrip("/") for document in documents if document.url),
        by_name={document.path.rpartition("/")[2].rpartition(".")[0]: document for document in documents},
        by_path={document.path: document for document in documents},
    )


def read_subject(site: Site, relative: str, *, now: datetime) -> Subject:
    """Read a post once, for all rules."""
    document, post = site.read_post(relative, now=now)
    return Subject(document, () if post is None else find_references(post))
