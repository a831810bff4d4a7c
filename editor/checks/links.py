"""Links to posts and files of the site that do not exist; those by Liquid tag stop the whole build."""

from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern

from editor.checks.subject import SiteFacts, Subject, as_written
from editor.checks.unreachable import explain_unreachable, find_meant, is_reached, leads_into_site
from editor.site.problem import Problem
from editor.site.references import IMAGE_EXTENSIONS, Reference, meant_paths
from editor.site.site import Document, State

_TAG = pattern(r"\{%-?\s*(link|post_url)\s+([^{}%]+?)\s*-?%\}")
# What a writer puts into the folder. Pages, feeds and style sheets may be made by Jekyll or a plugin.
_FILES = (
    *IMAGE_EXTENSIONS,
    *(".pdf", ".zip", ".gz", ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".mov"),
    *(".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".csv", ".epub", ".ics"),
)


def check(facts: SiteFacts, subject: Subject) -> Iterator[Problem]:
    """Every link of a post that leads into the site."""
    for reference in subject.references:
        if reference.kind != "link":
            continue
        tag = _TAG.fullmatch(reference.target) if reference.target.startswith("{%") else None
        if tag:
            yield from _check_tag(facts, subject, reference, tag[1], tag[2].strip("\"'").lstrip("/"))
        elif leads_into_site(facts, reference) and not is_reached(facts, subject, reference):
            yield from _check_target(facts, subject, reference)


def _check_target(facts: SiteFacts, subject: Subject, reference: Reference) -> Iterator[Problem]:
    config = facts.site.config
    paths = meant_paths(reference, baseurl=config.baseurl, url=subject.document.url, site_url=config.url)
    if not paths or paths[0].lower().endswith(tuple(config.markdown_extensions)):
        return  # a plugin of GitHub Pages turns links to Markdown files into links to their pages
    if found := find_meant(facts, subject, reference):
        yield explain_unreachable(facts, subject, reference, found)
    elif paths[0].lower().endswith(_FILES) and not any(map(facts.exists, paths)):
        message = f"The file {as_written(reference, paths)} is not in the site. Add it, or change the link."
        yield subject.problem("missing-file", message, reference)


def _check_tag(facts: SiteFacts, subject: Subject, reference: Reference, tag: str, name: str) -> Iterator[Problem]:
    """`link` and `post_url` (`lib/jekyll/tags/link.rb:20-37`, `post_url.rb:77-106`): a miss fails the build."""
    if tag == "post_url":
        target = facts.by_name.get(name.rpartition("/")[2])
    else:
        target = facts.by_path.get(name)
        if target is None and facts.exists(name):
            return
    if target is None:
        message = f"{name} is not in the site: Jekyll stops here and builds nothing. Correct the name."
    elif target.state is not State.LIVE:
        message = f"{name} is not published: Jekyll stops here and builds nothing. Publish it first."
    else:
        return
    yield subject.problem("missing-post", message, reference, severity=_severity(subject.document, target))


def _severity(document: Document, target: Document | None) -> str:
    """A post that is not built yet may link to another one that is not."""
    return "warning" if target is not None and document.state is not State.LIVE else "error"
