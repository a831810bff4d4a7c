"""Whatever a site's configuration and a post hold, there is an explanation, and scripts can read it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.cli.as_json import explanation_object
from editor.site.config import SiteConfig, merged_values
from editor.site.jekyll_defaults import JEKYLL_DEFAULTS
from editor.site.post import Post
from editor.site.scalars import Timestamp, write_value
from editor.site.site import Site
from editor.workspace.explanation import explain

NOW = datetime(2026, 6, 1, tzinfo=UTC)

leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from(
        ["", "/", "posts", "recipes", "*", "**/*", "pretty", ":title", ":odd", "_posts", "../x", "2025-01-01", "\x00"]
    ),
    st.sampled_from(["2025-01-01", "0000-01-01", "2025-02-30 10:00:00", "9999-12-31 23:59:59 -10:00"]).map(Timestamp),
    st.text(max_size=5),
)
words = st.sampled_from(
    ["posts", "recipes", "output", "permalink", "scope", "path", "type", "values", "date", "layout", "a b"]
)
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3))
scopes = st.dictionaries(st.sampled_from(["path", "type"]), leaves)
sets = st.lists(st.fixed_dictionaries({}, optional={"scope": scopes | leaves, "values": values}) | leaves, max_size=4)
configs = st.fixed_dictionaries(
    {},
    optional={
        "defaults": sets | values,
        "collections": values,
        "collections_dir": leaves,
        "permalink": leaves,
        "layouts_dir": leaves,
        "include": values,
        "exclude": values,
        "timezone": leaves,
        "url": leaves,
        "baseurl": leaves,
        "future": leaves,
        "theme": leaves,
        "show_drafts": leaves,
        "markdown_ext": leaves,
    },
)
keys = st.sampled_from(
    ["title", "date", "slug", "permalink", "layout", "categories", "category", "tags", "tag", "published", "draft"]
)
paths = st.sampled_from(
    [
        "_posts/2025-01-01-a.md",
        "_drafts/b",
        "_recipes/c.md",
        "_recipes/2025-01-01-d.x.md",
        "about.md",
        "x/_posts/y/2025-1-1-é.html",
        "_x/.y",
    ]
)


@settings(deadline=None)
@given(config=configs, matter=st.dictionaries(keys, values), path=paths, bare=st.booleans())
def test_there_is_always_an_explanation(config: dict, matter: dict, path: str, bare: bool) -> None:
    root = Path("/nowhere")
    site = Site(root, SiteConfig(values=merged_values(JEKYLL_DEFAULTS, config), root=root), bare)
    text = "".join(f"{key}: {write_value(value)}\n" for key, value in matter.items())
    post = Post.from_bytes(f"---\n{text}---\nText\n".encode("utf-8", "replace"))
    explanation = explain(site, post, path, now=NOW, modified=NOW)
    assert json.loads(json.dumps(explanation_object(explanation), allow_nan=False))["path"] == path
    assert bool(explanation.document.url) == bool(explanation.document.output) == bool(explanation.address)
    assert bool(explanation.document.url) or not explanation.is_published
