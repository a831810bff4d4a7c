"""What a site offers to the form: the layouts, authors, categories, tags and keys that its posts use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from editor.gui.form.form_context import FROM_FILE_NAME, NO_DATE_YET, FormContext, spell_scope
from editor.site.config import SiteConfig
from editor.site.defaults import inherited_values
from editor.site.document_kind import PAGES, POSTS, below_collections, kind_of
from editor.site.inherited import Inherited
from editor.site.permalink import STYLES
from editor.site.post_name import Place, place_of, split_name
from editor.site.references import front_matter_path
from editor.site.site import Document, Site
from editor.site.taxonomy import categories_of, folder_categories
from editor.workspace.workspace import Workspace

_IMAGES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico")


def form_context(workspace: Workspace, documents: Iterable[Document], document: Document | None) -> FormContext:
    """What the form needs to know of a site, most used first."""
    authors, categories, tags, keys = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    words: dict[str, Counter[str]] = {}
    for each in documents:
        authors.update([each.author] if each.author else [])
        categories.update(name for name in each.categories if name)
        tags.update(each.tags)
        keys.update(each.keys)
        for key, listed in each.lists.items():
            words.setdefault(key, Counter()).update(listed)
    site = workspace.site
    inherited = inherited_values(site.config, document.path, {}) if document else ()
    return FormContext(
        layouts=site.layouts(),
        authors=_by_use(authors),
        categories=_by_use(categories),
        tags=_by_use(tags),
        defaults=document.defaults if document else {},
        inherited=inherited,
        given_categories=_given_categories(site, document.path, inherited) if document else {},
        declared=site.config.declared_fields,
        words={key: _by_use(counter) for key, counter in words.items()},
        other_keys=_by_use(keys),
        permalink=site.config.permalink,
        url_template=_url_template(site.config, document),
        zone=site.zone,
        date_habit=workspace.date_habit,
        undated=FROM_FILE_NAME if document and _name_has_date(document) else NO_DATE_YET,
        has_theme=bool(site.config.theme),
        names_image=ImageNames(site),
    )


@dataclass(frozen=True)
class ImageNames:
    """Tells whether a front matter value names an image of the site."""

    site: Site

    def __call__(self, value: str) -> bool:
        """Whether there is such a file; the disk is asked only for what looks like an image."""
        if PurePosixPath(value).suffix.lower() not in _IMAGES:
            return False
        path = named_file(value, self.site.config)
        return path is not None and self.site.has_file(path)


def named_file(value: str, config: SiteConfig) -> str | None:
    """The file of the site that a front matter value means; None for one that leads elsewhere."""
    return front_matter_path(value, baseurl=config.baseurl, site_url=config.url)


def _given_categories(site: Site, path: str, inherited: Iterable[Inherited]) -> dict[str, dict[str, str]]:
    """Categories that Jekyll unites with the post's own: those of its folders and of the defaults.

    A `category` of the post's own goes before that of the defaults (`document.rb:438-451`).
    """
    given: dict[str, str] = {}
    if kind_of(site.config, path) == POSTS:
        special = Place.DRAFTS if place_of(path) is Place.DRAFTS else Place.POSTS
        given = dict.fromkeys(folder_categories(below_collections(site.config, path), special.value), "the folder")
    defaults = {str(each.path[0]): each for each in inherited if len(each.path) == 1}
    given |= _named("categories", defaults)
    return {"category": given, "categories": given | _named("category", defaults)}


def _named(key: str, defaults: Mapping[str, Inherited]) -> dict[str, str]:
    default = defaults.get(key)
    if default is None:
        return {}
    return dict.fromkeys(categories_of([], {key: default.value}, {}), spell_scope(default.scope))


def _url_template(config: SiteConfig, document: Document | None) -> str | None:
    """What the URL is made of; a style's name means a template for posts only.

    A page's URL shows no date (`collection.rb:194-198`, `page.rb:76-87`).
    """
    kind = kind_of(config, document.path) if document else POSTS
    if kind == PAGES:
        return None
    if kind == POSTS:
        return STYLES.get(config.permalink, config.permalink)
    own = config.collection(kind).get("permalink")
    return own if isinstance(own, str) else ""


def _name_has_date(document: Document) -> bool:
    return bool(split_name(document.path.rpartition("/")[2]).date)


def _by_use(counter: Counter[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in counter.most_common())
