"""The file that Galley names as a post's layout is the one that Jekyll puts around it, or none."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from editor.site.layouts import layout_file
from editor.site.site import Site

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

FILES = (
    *("post.htm", "post.html", "post.md", "a.b.html", "old.html~", ".hidden.html", "_own.html", "_shown.html"),
    *("#draft.html", "sub/x.html", "sub/_y.html", ".sub/z.html", "_sub/z.html", "left.html", "README"),
)
NAMES = (
    *("post", "a.b", "a", "old", ".hidden", "_own", "_shown", "#draft", "sub/x", "sub/_y", ".sub/z", "_sub/z"),
    *("left", "README", "post.md", "./post", "sub//x", "sub/../post", "/post", "sub/", "Post"),
)


def test_a_layout_is_the_file_that_jekyll_takes(tmp_path: Path) -> None:
    root, output = tmp_path / "site", tmp_path / "out"
    for name in FILES:
        (root / "_layouts" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "_layouts" / name).write_text(f"_layouts/{name}")
    for number, name in enumerate(NAMES):
        (root / f"{number}.html").write_text(f"---\nlayout: '{name}'\n---\n")
    (root / "_config.yml").write_text("include: [_shown.html]\nexclude: [left.html]\n")
    subprocess.run(
        ["jekyll", "build", "-q", "-s", str(root), "-d", str(output), "--disable-disk-cache"],
        check=True,
        cwd=root,
        env={**os.environ, "LANG": "C.UTF-8"},
        capture_output=True,
    )
    site = Site.open(root)
    taken = {name: layout_file(root, site.config, name) for name in NAMES}
    assert taken == {name: _plain((output / f"{number}.html").read_text()) for number, name in enumerate(NAMES)}
    assert {name for name in NAMES if taken[name]} == set(site.layouts())


def _plain(page: str) -> str:
    """The text of a page; Markdown makes a paragraph of a layout that it converts."""
    return page.strip().removeprefix("<p>").removesuffix("</p>")
