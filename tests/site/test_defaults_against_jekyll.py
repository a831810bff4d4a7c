"""Which defaults reach a file, and which of them win: sets put together at random, and Jekyll's own answer."""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from editor.site.config import SiteConfig
from editor.site.defaults import defaults_for, inherited_values
from editor.site.document_kind import below_collections, kind_of

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

ASK = r"""
require "jekyll"; require "json"
Jekyll.logger.log_level = :error
asked = JSON.parse(STDIN.read)
site = Jekyll::Site.new(Jekyll.configuration("source" => ARGV[0], "quiet" => true, "skip_config_files" => true))
puts JSON.generate(asked.map do |each|
  site.config["defaults"] = each["defaults"]
  site.config["collections_dir"] = each["collections_dir"]
  Jekyll::FrontmatterDefaults.new(site).all(each["path"], each["type"].to_sym)
end)
"""

FOLDERS = (
    "_posts/a",
    "_posts/ab",
    "_posts/abc",
    "_drafts",
    "news/_posts",
    "_recipes/sweet",
    "all/_posts/a",
    "all/_recipes",
    "sub",
)
FILES = (
    "_posts/2025-01-01-x.md",
    "_posts/a/2025-01-02-y.md",
    "_posts/ab/2025-01-03-z.md",
    "_posts/abc/2025-01-03-z.md",
    "_drafts/idea.md",
    "news/_posts/2025-01-01-n.md",
    "_recipes/pie.md",
    "_recipes/sweet/cake.md",
    "about.md",
    "sub/page.html",
    "all/_posts/a/2025-01-01-x.md",
    "all/_recipes/pie.md",
)
PATHS = (
    *(
        "",
        "/",
        "_posts",
        "_posts/",
        "/_posts",
        "_posts/a",
        "_posts/a/",
        "_po",
        "_drafts",
        "news",
        "_recipes",
        "about.md",
    ),
    *(
        "_posts/*",
        "_posts/**",
        "**/*",
        "*",
        "*/_posts",
        "**/_posts/**/*",
        "_posts/a*",
        "_posts/?b*",
        "_*/*.md",
        "sub/*",
    ),
    *(
        "_posts/[ab]*",
        "_posts/[^a]*",
        "_posts/{a,2025*}*",
        "all/*",
        "all/_recipes/*",
        "all/_posts",
        "_recipes/*/",
        "./_po*",
    ),
    *(
        "_posts/*/",
        "**/*.md",
        "_recipes/**/*.md",
        "{_posts,_drafts}/*",
        "*_posts*",
        "_posts/../_drafts/*",
        "_posts//a*",
    ),
)
TYPES = ("posts", "post", "pages", "page", "drafts", "draft", "recipes", "all")
VALUES: tuple[dict[str, Any], ...] = (
    {"layout": "a"},
    {"layout": "b", "seo": {"a": 1, "b": {"c": 1}}},
    {"layout": None, "seo": {"b": {"d": 2}}, "tags": ["t"]},
    {"seo": None, "tags": None},
    {"seo": "text"},
    {"seo": {"a": None, "b": 3}},
)


def some_set(choice: random.Random) -> dict[str, Any]:
    scope: dict[str, Any] = {}
    if choice.random() < 0.8:
        scope["path"] = choice.choice(PATHS)
    if choice.random() < 0.5:
        scope["type"] = choice.choice(TYPES)
    return {"scope": scope, "values": choice.choice(VALUES)}


@pytest.mark.parametrize("seed", range(3))
def test_defaults_are_those_that_jekyll_gives(tmp_path: Path, seed: int) -> None:
    choice = random.Random(seed)
    for folder in FOLDERS:
        (tmp_path / folder).mkdir(parents=True)
    for file in FILES:
        (tmp_path / file).touch()
    asked, ours = [], []
    for _ in range(300):
        collections_dir = choice.choice(["", "", "all"])
        sets = [some_set(choice) for _ in range(choice.randint(1, 6))]
        file = choice.choice(
            [each for each in FILES if not collections_dir or each.startswith(("all/", "sub", "about"))]
        )
        values = {"defaults": sets, "collections": ["recipes"], "collections_dir": collections_dir}
        config = SiteConfig(values=values, root=tmp_path)
        path = below_collections(config, file)
        asked.append(
            {"defaults": sets, "collections_dir": collections_dir, "path": path, "type": kind_of(config, file)}
        )
        ours.append(defaults_for(config, file))
        leaves = {each.path: each.value for each in inherited_values(config, file, {})}
        assert leaves == {key: value for key, value in leaves_of(ours[-1]) if value is not None}
    told = ask_jekyll(tmp_path, asked)
    wrong = [
        (question, mine, theirs) for question, mine, theirs in zip(asked, ours, told, strict=True) if mine != theirs
    ]
    assert wrong == []


def leaves_of(values: dict[str, Any], above: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    found = []
    for key, value in values.items():
        found += leaves_of(value, (*above, key)) if isinstance(value, dict) else [((*above, key), value)]
    return found


def ask_jekyll(root: Path, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    done = subprocess.run(
        ["ruby", "-e", ASK, str(root)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env={**os.environ, "LANG": "C.UTF-8"},
    )
    answers: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return answers
