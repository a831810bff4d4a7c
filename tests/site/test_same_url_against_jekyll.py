"""Of posts with the same URL, readers see the one that Galley names."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.site.same_url import last_written, writes_page
from editor.site.site import Site

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

CASES = {
    "by-date": {"_posts/2025-01-01-z.md": "", "_posts/2025-01-02-a.md": ""},
    "date-before-name": {"_posts/2025-01-02-a.md": "date: 2020-01-01", "_posts/2025-01-01-z.md": ""},
    "by-path": {"_posts/2025-01-01-a.md": "", "_posts/2025-01-01-b.md": "", "_posts/2025-01-01-B.md": ""},
    "by-folder": {"z/_posts/2025-01-01-a.md": "", "_posts/2025-01-01-b.md": "", "a/_posts/2025-01-01-c.md": ""},
    "zones": {
        "_posts/2025-01-01-a.md": "date: 2025-01-01 10:00 +0900",
        "_posts/2025-01-01-b.md": "date: 2025-01-01 02:00 Z",
    },
    "draft": {"_drafts/a.md": "date: 2025-01-02", "_posts/2025-01-01-b.md": ""},
    "collection": {"_recipes/a.md": "", "_posts/2025-01-01-b.md": ""},
    "letters": {"_posts/2025-01-01-é.md": "", "_posts/2025-01-01-z.md": "", "_posts/2025-01-01-日.md": ""},
}


@pytest.mark.parametrize("posts", CASES.values(), ids=CASES)
def test_the_post_that_jekyll_writes_last_is_the_one_that_readers_see(tmp_path: Path, posts: dict[str, str]) -> None:
    root, output = tmp_path / "site", tmp_path / "out"
    for path, line in posts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"---\npermalink: /x/\n{line}\n---\n{path}\n")
    (root / "_config.yml").write_text("timezone: UTC\nshow_drafts: true\ncollections: {recipes: {output: true}}\n")
    environment = {**os.environ, "LANG": "C.UTF-8"}
    subprocess.run(
        ["jekyll", "build", "-q", "-s", str(root), "-d", str(output), "--disable-disk-cache"],
        check=True,
        cwd=root,
        env=environment,
    )
    site = Site.open(root)
    documents = [site.read(path, now=datetime.now(UTC)) for path in posts]
    assert all(map(writes_page, documents))
    assert last_written(documents).path in (output / "x" / "index.html").read_text()
