"""Fields that a site requires of its posts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from editor.site.post import Post
from editor.site.site import Site

NOW = datetime(2025, 12, 1, tzinfo=UTC)


def problems_of(folder, config, post, relative="_posts/2025-11-21-a.md"):
    (folder / "_config.yml").write_text(config, encoding="utf-8")
    document = Site.open(folder).describe(Post.from_bytes(post.encode()), relative, now=NOW)
    return [(each.rule, each.severity, each.line) for each in document.problems]


FIELDS = "galley: {fields: {subtitle: {label: Subtitle, required: true}}}\n"


@pytest.mark.parametrize("empty", ["", "subtitle:\n", "subtitle: ''\n", "subtitle: []\n"])
def test_an_empty_required_field_is_a_warning(tmp_path, empty):
    ((rule, severity, line),) = problems_of(tmp_path, FIELDS, f"---\ntitle: T\n{empty}---\n")
    assert (rule, severity, line) == ("required-field", "warning", 3 if empty else 0)


@pytest.mark.parametrize("given", ["x", "0", "false"])
def test_any_value_will_do(tmp_path, given):
    assert problems_of(tmp_path, FIELDS, f"---\nsubtitle: {given}\n---\n") == []


def test_an_inherited_value_will_do(tmp_path):
    config = f"{FIELDS}defaults: [{{scope: {{path: ''}}, values: {{subtitle: S}}}}]\n"
    assert problems_of(tmp_path, config, "---\ntitle: T\n---\n") == []


def test_what_jekyll_takes_from_the_path_will_do(tmp_path):
    config = "galley: {fields: {date: {required: true}, categories: {required: true}}}\n"
    assert problems_of(tmp_path, config, "---\ntitle: T\n---\n", "news/_posts/2025-11-21-a.md") == []


def test_only_posts_that_can_be_read_need_it(tmp_path):
    assert problems_of(tmp_path, FIELDS, "---\ntitle: T\n---\n", "about.md") == []
    rules = [rule for rule, *_ in problems_of(tmp_path, FIELDS, "---\ntitle: A: b\n---\n")]
    assert rules == ["front-matter"]
