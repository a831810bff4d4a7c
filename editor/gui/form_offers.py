"""What a site offers to the form: the layouts, authors, categories, tags and keys that its posts use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from editor.gui.form.form_context import FROM_FILE_NAME, NO_DATE_YET, FormContext, spell_scope
from editor.gui.used_words import UsedWords
from editor.site.config import SiteConfig
from editor.site.defaults import inherited_values
from editor.site.document_kind import PAGES, POSTS, below_collections, kind_of
from editor.site.inherited import Inherited
from editor.site.post_name import Place, place_of, split_name
from editor.site.post_url import permalink_template, placeholders
from editor.site.references import front_matter_path, is_picture
from editor.site.site import Document, Site
from editor.site.taxonomy import categories_of, folder_categories
from editor.workspace.workspace import Workspace


def form_context(workspace: Workspace, words: UsedWords, document: Document | None) -> FormContext:
    """What the form needs to know of a site, most used first."""
    site = workspace.site
    inherited = inherited_values(site.config, document.path, {}) if document else ()
    return FormContext(
        layouts=site.layouts(),
        authors=words.authors,
        categories=words.categories,
        tags=words.tags,
        defaults=document.defaults if document else {},
        inherited=inherited,
        given_categories=_given_categories(site, document.path, inherited) if document else {},
        declared=site.config.declared_fields,
        words=words.lists,
        other_keys=words.keys,
        permalink=_permalink(site.config, document),
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
        if not is_picture(value):
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


def _permalink(config: SiteConfig, document: Document | None) -> str:
    """What the site gives in place of a permalink of the document's own; a page's URL is its path."""
    kind = kind_of(config, document.path) if document else POSTS
    return "" if kind == PAGES else permalink_template(config, kind)


def _url_template(config: SiteConfig, document: Document | None) -> str | None:
    """The URL with its placeholders; None for a page, into whose URL Jekyll fills no date (`page.rb:76-87`)."""
    kind = kind_of(config, document.path) if document else POSTS
    return None if kind == PAGES else placeholders(config, kind)


def _name_has_date(document: Document) -> bool:
    return bool(split_name(document.path.rpartition("/")[2]).date)
