"""What a site offers to the form: the layouts, authors, categories, tags and keys that its posts use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from editor.gui.form.form_context import FROM_FILE_NAME, NO_DATE_YET, FormContext
from editor.site.post_name import split_name
from editor.site.site import Document
from editor.workspace.workspace import Workspace


def form_context(workspace: Workspace, documents: Iterable[Document], document: Document | None) -> FormContext:
    """What the form needs to know of a site, most used first."""
    authors, categories, tags, keys = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for each in documents:
        authors.update([each.author] if each.author else [])
        categories.update(name for name in each.categories if name)
        tags.update(each.tags)
        keys.update(each.keys)
    site = workspace.site
    return FormContext(
        layouts=site.layouts(),
        authors=_by_use(authors),
        categories=_by_use(categories),
        tags=_by_use(tags),
        defaults=document.defaults if document else {},
        other_keys=_by_use(keys),
        permalink=site.config.permalink,
        zone=site.zone,
        undated=FROM_FILE_NAME if document and _name_has_date(document) else NO_DATE_YET,
    )


def _name_has_date(document: Document) -> bool:
    return bool(split_name(document.path.rpartition("/")[2]).date)


def _by_use(counter: Counter[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in counter.most_common())
