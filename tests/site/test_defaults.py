"""Which front matter defaults reach a post."""

from __future__ import annotations

import pytest

from editor.site.config import SiteConfig, load_config
from editor.site.defaults import defaults_for, inherited_values
from editor.site.inherited import Inherited, Scope, scope_words


def config_of(*sets, **values):
    return SiteConfig(values={"defaults": list(sets), **values})


def scoped(values, **scope):
    return {"scope": scope, "values": values}


def test_a_longer_path_wins_whatever_the_order():
    config = config_of(scoped({"layout": "sub"}, path="_posts/sub"), scoped({"layout": "all", "lang": "de"}, path=""))
    assert defaults_for(config, "_posts/sub/2025-11-21-x.md") == {"layout": "sub", "lang": "de"}
    assert defaults_for(config, "_posts/2025-11-21-x.md") == {"layout": "all", "lang": "de"}


def test_of_two_equal_paths_the_one_with_a_type_wins():
    config = config_of(scoped({"layout": "typed"}, path="", type="posts"), scoped({"layout": "plain"}, path=""))
    assert defaults_for(config, "_posts/2025-11-21-x.md")["layout"] == "typed"


@pytest.mark.parametrize(("kind", "applies"), [("posts", True), ("post", True), ("drafts", False), ("pages", False)])
def test_a_draft_is_of_type_posts(kind, applies):
    config = config_of(scoped({"layout": "x"}, path="", type=kind))
    assert bool(defaults_for(config, "_drafts/idea.md")) is applies


@pytest.mark.parametrize(
    ("pattern", "applies"),
    [
        ("_posts", True),
        ("_po", True),
        ("/_posts", False),
        ("_posts/*", True),
        ("**/a/*.md", True),
        ("*/b/*", False),
        ("_posts/{a,b}/*", True),
        ("_posts/?/*", True),
        ("_posts/[ab]/*", True),
        ("_posts/[!ab]/*", False),
    ],
)
def test_a_path_is_a_beginning_unless_it_has_a_star(pattern, applies):
    config = config_of(scoped({"layout": "x"}, path=pattern))
    assert bool(defaults_for(config, "_posts/a/2025-11-21-x.md")) is applies


def test_maps_are_merged_and_a_null_keeps_what_stood_there():
    config = config_of(scoped({"a": {"b": 1, "c": 2}, "d": 1}, path=""), scoped({"a": {"c": 3}, "d": None}, path="_p"))
    assert defaults_for(config, "_posts/x.md") == {"a": {"b": 1, "c": 3}, "d": 1}


def test_paths_count_below_the_collections_folder_with_or_without_its_name():
    config = config_of(
        scoped({"a": 1}, path="_posts"), scoped({"b": 2}, path="content/_posts"), collections_dir="content"
    )
    assert defaults_for(config, "content/_posts/x.md") == {"a": 1, "b": 2}


@pytest.mark.parametrize("odd", [{"values": 5}, {"scope": 5, "values": {}}, scoped({}, path=[1], type=5), {}])
def test_an_odd_set_does_no_harm(odd):
    assert defaults_for(config_of(odd, "text", None), "_posts/x.md") == {}


def test_each_inherited_value_knows_the_scope_that_it_comes_from(tmp_path):
    (tmp_path / "_config.yml").write_text(
        "defaults:\n"
        "  - scope: {path: ''}\n    values: {seo: {a: 1, b: 2}, lang: de}\n"
        "  # news\n"
        "  - scope: {path: _posts/news, type: posts}\n    values: {seo: {b: 3}, layout: news, lang: null}\n"
    )
    config = load_config(tmp_path)
    found = inherited_values(config, "_posts/news/2025-11-21-x.md", {})
    everywhere = Scope("", "", "_config.yml", 2)
    news = Scope("_posts/news", "posts", "_config.yml", 5)
    assert found == (
        Inherited(("seo", "a"), 1, everywhere),
        Inherited(("seo", "b"), 3, news),
        Inherited(("lang",), "de", everywhere),
        Inherited(("layout",), "news", news),
    )
    assert news.place == "_config.yml, line 5"


@pytest.mark.parametrize(
    ("default", "own", "overridden"),
    [
        ({"layout": "a"}, {"layout": "b"}, True),
        ({"layout": "a"}, {"layout": None}, False),
        ({"layout": "a"}, {"layout": "a"}, True),
        ({"categories": ["a"]}, {"categories": ["b"]}, False),
        ({"tags": ["a"]}, {"tags": []}, True),
        ({"tags": ["a"]}, {"tags": None}, False),
        ({"tags": ["a"]}, {"tag": "b"}, True),
        ({"seo": {"a": 1}}, {"seo": {"b": 1}}, False),
        ({"seo": {"a": 1}}, {"seo": {"a": None}}, False),
        ({"seo": {"a": 1}}, {"seo": {"a": {}}}, True),
        ({"seo": {"a": 1}}, {"seo": "text"}, True),
        ({"seo": "text"}, {"seo": {"a": 1}}, True),
    ],
)
def test_what_the_post_sets_itself_overrides_a_default_but_for_categories(default, own, overridden):
    (found,) = inherited_values(config_of(scoped(default, path="")), "_posts/2025-11-21-x.md", own)
    assert found.is_overridden is overridden


@pytest.mark.parametrize("kind", ["drafts", "draft", "pages", None, 5])
def test_a_default_that_reaches_no_post_is_not_inherited(kind):
    config = config_of(scoped({"layout": "x"}, path="", type=kind))
    assert inherited_values(config, "_drafts/idea.md", {}) == ()


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (Scope(), "every file"),
        (Scope(kind="posts"), "all posts"),
        (Scope(kind="page"), "all pages"),
        (Scope(kind="recipes"), "all documents of “recipes”"),
        (Scope("_posts/news", "posts"), "posts in “_posts/news”"),
        (Scope("_drafts/"), "every file in “_drafts”"),
        (Scope("about.md"), "the file “about.md”"),
        (Scope("_posts/**/*.md", "post"), "posts like “_posts/**/*.md”"),
    ],
)
def test_a_scope_is_told_in_words(scope, words):
    assert scope_words(scope) == words


def test_a_star_means_what_lies_on_the_disk_and_all_that_begins_so(tmp_path):
    """As Jekyll does it: “_posts/a*” finds the folder “a”, and “_posts/a” begins “_posts/b/…” not, “_posts/abc” so."""
    (tmp_path / "_posts" / "a").mkdir(parents=True)
    (tmp_path / "_config.yml").write_text("defaults: [{scope: {path: '_post*/?'}, values: {layout: x}}]\n")
    config = load_config(tmp_path)
    assert defaults_for(config, "_posts/a/2025-11-21-x.md")
    assert defaults_for(config, "_posts/abc/2025-11-21-x.md")
    assert not defaults_for(config, "_posts/2025-11-21-x.md")


def test_defaults_of_a_collection_reach_its_documents_only():
    config = config_of(scoped({"layout": "recipe"}, path="", type="recipes"), collections=["recipes"])
    assert defaults_for(config, "_recipes/pie.md") == {"layout": "recipe"}
    assert defaults_for(config, "_posts/2025-11-21-x.md") == defaults_for(config, "pie.md") == {}
