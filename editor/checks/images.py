"""Images that readers would not see: the file is missing, or the link does not reach it on the built site."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.subject import SiteFacts, Subject, as_written
from editor.checks.unreachable import explain_unreachable, find_meant, is_reached, leads_into_site
from editor.site.problem import Problem
from editor.site.references import meant_paths


def check(facts: SiteFacts, subject: Subject) -> Iterator[Problem]:
    """Every image that a post shows, in its front matter or its body."""
    config = facts.site.config
    for reference in subject.references:
        if reference.kind != "image" or not leads_into_site(facts, reference):
            continue
        if is_reached(facts, subject, reference):
            continue
        paths = meant_paths(reference, baseurl=config.baseurl, url=subject.document.url, site_url=config.url)
        if paths and not any(map(facts.exists, paths)):
            message = f"The image {as_written(reference, paths)} is not in the site. Add it, or choose another."
            yield subject.problem("missing-image", message, reference)
        elif found := find_meant(facts, subject, reference):
            yield explain_unreachable(facts, subject, reference, found)
