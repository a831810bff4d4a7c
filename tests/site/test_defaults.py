"""Which front matter defaults reach a post."""

from __future__ import annotations

import pytest

from editor.site.config import SiteConfig
from editor.site.defaults import defaults_for


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
