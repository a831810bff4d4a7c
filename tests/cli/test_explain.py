"""`galley explain`: what Jekyll will do with a post, for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CONFIG = """title: T
url: https://a.example
baseurl: /blog
timezone: Asia/Tokyo
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, seo: {weight: .nan, on: 2025-01-01}}
  - scope: {path: _posts}
    values: {author: me}
"""
POST = "_posts/2025-11-21-big-news.md"
Run = Callable[..., Any]


@pytest.fixture
def site(site_folder: Path) -> Path:
    (site_folder / "_config.yml").write_text(CONFIG)
    return site_folder


def explained(galley: Run, *arguments: str | Path) -> dict[str, Any]:
    done = galley("explain", *arguments, "--format", "json")
    assert (done.status, done.errors) == (0, "")
    found: dict[str, Any] = json.loads(done.output)
    return found


def test_json_tells_all_of_a_post(galley: Run, site: Path) -> None:
    (site / POST).write_text(
        "---\ntitle: 'A: b'\ndate: 2025-11-21T18:21:53\nauthor: you\ntags: [a]\ncategories: N\n---\n"
    )
    scope = {"path": "", "type": "posts", "file": "_config.yml", "line": 6}
    assert explained(galley, site / POST) == {
        "path": POST,
        "url": "/n/2025/11/22/big-news.html",
        "output": "n/2025/11/22/big-news.html",
        "date": "2025-11-22T03:21:53+09:00",
        "slug": "big-news",
        "title": "A: b",
        "categories": ["N"],
        "tags": ["a"],
        "layout": "post",
        "state": "live",
        "problems": [],
        "defaults": [
            {"key": "layout", "value": "post", "scope": scope, "overridden": False},
            {"key": "seo.weight", "value": ".nan", "scope": scope, "overridden": False},
            {"key": "seo.on", "value": "2025-01-01", "scope": scope, "overridden": False},
            {
                "key": "author",
                "value": "me",
                "scope": scope | {"path": "_posts", "type": "", "line": 8},
                "overridden": True,
            },
        ],
        "address": "https://a.example/blog/n/2025/11/22/big-news.html",
        "published": True,
        "reason": "",
        "layout_file": "_layouts/post.html",
        "layout_state": "found",
        "date_written": "2025-11-21T18:21:53",
        "collection": "posts",
        "same_url": [],
    }


def test_text_is_what_the_panel_shows(galley: Run, site: Path) -> None:
    done = galley("explain", site / POST)
    assert done.status == 0
    assert done.output.splitlines()[:6] == [
        "file        _posts/2025-11-21-big-news.md",
        "page        news/2025/11/22/big-news.html",
        "address     https://a.example/blog/news/2025/11/22/big-news.html",
        "date        22 Nov 2025, 03:21:53 (Asia/Tokyo)",
        "            written 2025-11-21T18:21:53",
        "state       live",
    ]
    assert "defaults    layout: post (all posts, _config.yml, line 6; overridden)" in done.output.splitlines()
    assert (
        "            author: me (every file in “_posts”, _config.yml, line 8; overridden)" in done.output.splitlines()
    )


def test_a_broken_post_is_an_answer_too(galley: Run, site: Path) -> None:
    (site / POST).write_text("---\ntitle: [\n---\n")
    found = explained(galley, site / POST)
    assert (found["state"], found["url"], found["published"], found["date"]) == (
        "broken",
        "",
        False,
        "2025-11-21T00:00:00+09:00",
    )
    assert [(each["rule"], each["line"], each["severity"]) for each in found["problems"]] == [
        ("front-matter", 3, "error")
    ]
    assert "problems    line 3: " in galley("explain", site / POST).output


def test_states_have_names_for_scripts(galley: Run, site: Path) -> None:
    files = {"_posts/x.md": "not-a-post", "_drafts/x.md": "draft", "_posts/2999-01-01-x.md": "scheduled"}
    for path, state in files.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text("---\ntitle: x\n---\n")
        assert explained(galley, site / path)["state"] == state
    (site / POST).write_text("---\npublished: false\n---\n")
    assert explained(galley, site / POST)["state"] == "unpublished"


def test_a_file_in_no_site_is_explained_too(galley: Run, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("---\ntitle: x\n---\n")
    found = explained(galley, tmp_path / "note.md")
    assert (found["path"], found["url"], found["collection"], found["date_written"]) == (
        "note.md",
        "/note.html",
        "",
        "",
    )


def test_a_post_with_the_url_of_another_names_it(galley: Run, site: Path) -> None:
    for name in ("2025-01-01-a.md", "2025-01-02-b.md"):
        (site / "_posts" / name).write_text("---\npermalink: /x/\n---\n")
    found = explained(galley, site / "_posts" / "2025-01-01-a.md")
    assert found["same_url"] == ["_posts/2025-01-02-b.md"]
    assert [each["rule"] for each in found["problems"]] == ["same-url"]


def test_a_file_that_cannot_be_read_is_refused(galley: Run, site: Path) -> None:
    done = galley("explain", site / "_posts" / "2025-01-01-none.md")
    assert (done.status, done.output) == (1, "")
    assert "does not exist" in done.errors


def test_config_names_other_configuration_files(galley: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "local.yml").write_text("timezone: UTC\nbaseurl: ''\n")
    monkeypatch.chdir(site)
    found = explained(galley, POST, "--config", "_config.yml,local.yml")
    assert found["address"] == "https://a.example/news/2025/11/21/big-news.html"
    assert [each["scope"]["file"] for each in found["defaults"]] == ["_config.yml"] * 4
    assert galley("check", ".", "--config", "local.yml").status == 1  # the image is missing
    missing = galley("explain", POST, "--config", "_config.yml,none.yml")
    assert (missing.status, missing.errors) == (
        1,
        "galley: none.yml does not exist. Check the name, or open the folder that holds it.\n",
    )
    assert galley("explain", POST, "--config", ",").status == 2
