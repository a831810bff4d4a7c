"""Links whose file or post exists, but which a browser would look for somewhere else (baseurl, relative paths)."""

from __future__ import annotations

from editor.checks.subject import SiteFacts, Subject
from editor.site.problem import Problem
from editor.site.references import Reference, front_matter_path, leads_elsewhere, meant_paths, site_path


def leads_into_site(facts: SiteFacts, reference: Reference) -> bool:
    """Whether a reference can mean a file of the site at all."""
    config = facts.site.config
    return not leads_elsewhere(reference.target, baseurl=config.baseurl, site_url=config.url)


def is_reached(facts: SiteFacts, subject: Subject, reference: Reference) -> bool:
    """Whether a browser gets the file or post. Front matter is resolved by the theme, from the site root."""
    config, url = facts.site.config, subject.document.url
    if reference.key:
        path = front_matter_path(reference.target, baseurl=config.baseurl, site_url=config.url)
    else:
        path = site_path(reference.target, baseurl=config.baseurl, url=url, site_url=config.url)
    return path is not None and _leads_somewhere(facts, path)


def find_meant(facts: SiteFacts, subject: Subject, reference: Reference) -> str | None:
    """The file or post of the site that was meant by a target which does not reach it."""
    url = subject.document.url
    if reference.key or (not url and not reference.target.startswith(("/", "{", "http"))):
        return None  # where a post has no page, its relative links lead nowhere known
    config = facts.site.config
    paths = meant_paths(reference, baseurl=config.baseurl, url=url, site_url=config.url)
    return next((path for path in paths if _leads_somewhere(facts, path)), None)


def explain_unreachable(facts: SiteFacts, subject: Subject, reference: Reference, meant: str) -> Problem:
    """Say why, and what to write instead."""
    baseurl = facts.site.config.baseurl
    right = f"{{{{ '/{meant}' | relative_url }}}}" if baseurl else f"/{meant}"
    if reference.target.startswith(("/", "{", "http")):
        message = f"Readers will not reach /{meant}: the link lacks the site's baseurl {baseurl}. Write {right}."
        return subject.problem(f"{reference.kind}-baseurl", message, reference, severity="warning")
    message = f"Readers will not reach /{meant}: the link is relative to {subject.document.url}. Write {right}."
    return subject.problem("link-relative", message, reference, severity="warning")


def _leads_somewhere(facts: SiteFacts, path: str) -> bool:
    return f"/{path}" in facts.urls or facts.exists(path)
