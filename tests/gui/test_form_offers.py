"""What the form is told of the site."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from editor.gui.form.form_context import spell_scope
from editor.gui.form_offers import ImageNames, form_context
from editor.gui.used_words import UsedWords
from editor.settings import Folders
from editor.site.site import Site
from editor.workspace.workspace import Workspace

CONFIG = """\
baseurl: /blog
defaults:
  - scope: {path: ""}
    values: {categories: World Affairs, seo: {robots: index}}
  - scope: {path: news, type: posts}
    values: {category: Late Night}
galley: {fields: {subtitle: text}}
"""
POSTS = {
    "news/_posts/2025-11-21-a.md": "authors: [Ada]\ncategories: [Ports]\n",
    "news/_posts/2025-11-22-b.md": "authors: [Grace, Ada]\nseo: {keywords: [x]}\n",
    "_drafts/c.md": "authors: Ada\n",
}


@pytest.fixture
def workspace(tmp_path):
    root = tmp_path / "site"
    root.mkdir()
    (root / "_config.yml").write_text(CONFIG, encoding="utf-8")
    for path, raw in POSTS.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"---\n{raw}---\n", encoding="utf-8")
    (root / "assets").mkdir()
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(root / "assets/a.png"))
    (root / "assets/a.txt").write_text("x", encoding="utf-8")
    own = tmp_path / "own"
    folders = Folders(config=own, cache=own, state=own)
    return Workspace(Site.open(root), folders, lambda: datetime(2026, 1, 1, tzinfo=UTC))


def context_of(workspace, path):
    documents = {document.path: document for document in workspace.documents()}
    return form_context(workspace, UsedWords(documents.values()), documents.get(path))


def test_the_words_of_every_list_come_most_used_first(workspace):
    words = context_of(workspace, "").words
    assert words == {"authors": ("Ada", "Grace"), "seo.keywords": ("x",)}


def test_categories_of_folders_and_defaults_are_given_each_with_its_place(workspace):
    given = context_of(workspace, "news/_posts/2025-11-21-a.md").given_categories
    assert given["categories"] == {
        "news": "the folder",
        "World": "_config.yml, every file",
        "Affairs": "_config.yml, every file",
        "Late Night": "_config.yml, posts in “news”",
    }
    assert list(given["category"]) == ["news", "World", "Affairs"]  # the post's own replaces the default
    assert list(context_of(workspace, "_drafts/c.md").given_categories["categories"]) == ["World", "Affairs"]


def test_what_the_post_inherits_is_told_leaf_by_leaf(workspace):
    context = context_of(workspace, "news/_posts/2025-11-21-a.md")
    scopes = {each.path: spell_scope(each.scope) for each in context.inherited}
    assert scopes["seo", "robots"] == "_config.yml, every file"
    assert scopes["category",] == "_config.yml, posts in “news”"
    assert [each.key for each in context.declared] == ["subtitle"]


@pytest.mark.parametrize("value", ["assets/a.png", "/assets/a.png", "/blog/assets/a.png"])
def test_a_value_names_an_image_by_its_file(workspace, value):
    assert ImageNames(workspace.site)(value)


@pytest.mark.parametrize(
    "value", ["assets/b.png", "assets/a.txt", "https://example.org/a.png", "a.png" * 900, ".png", ""]
)
def test_what_is_no_image_of_the_site_is_none(workspace, value):
    assert not ImageNames(workspace.site)(value)


def test_the_same_site_gives_an_equal_context(workspace):
    path = str(Path("_drafts/c.md"))
    assert context_of(workspace, path) == context_of(workspace, path)


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("_posts/2025-11-21-a.md", "/:categories/:year/:month/:day/:title/"),
        ("_drafts/c.md", "/:categories/:year/:month/:day/:title/"),
        ("_recipes/pie.md", "/:collection/:year/:title"),
        ("_notes/x.md", "/:collection/:path/"),
        ("about.md", None),
    ],
)
def test_the_url_is_made_of_the_template_of_the_files_kind(tmp_path, path, template):
    config = "permalink: pretty\ncollections:\n  recipes: {permalink: '/:collection/:year/:title'}\n  notes: {}\n"
    (tmp_path / "_config.yml").write_text(config, encoding="utf-8")
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text("---\ntitle: a\n---\n", encoding="utf-8")
    workspace = Workspace(Site.open(tmp_path), Folders(tmp_path, tmp_path, tmp_path), lambda: datetime.now(UTC))
    document = workspace.site.read(path, now=workspace.now())
    context = form_context(workspace, UsedWords(), document)
    assert context.url_template == template
    is_post = path.startswith(("_posts", "_drafts"))
    assert context.permalink == ("pretty" if is_post else template or ""), "what stands in the permalink field"


def test_the_habit_of_dates_is_that_of_the_newest_posts(workspace):
    for day in ("21", "22"):
        post = workspace.site.absolute(f"news/_posts/2025-11-{day}-{'a' if day == '21' else 'b'}.md")
        post.write_text(f"---\ndate: 2025-11-{day} 10:00\n---\n", encoding="utf-8")
    assert context_of(workspace, "").date_habit() == "2025-11-22 10:00"


@pytest.mark.parametrize("path", POSTS)
def test_what_is_given_and_what_the_post_says_are_jekylls_categories(workspace, path):
    given = context_of(workspace, path).given_categories["categories"]
    document = next(each for each in workspace.documents() if each.path == path)
    own = workspace.open_post(path).front_matter.values.get("categories", [])
    assert {*given, *own} == set(document.categories)
