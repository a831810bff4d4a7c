"""Whole posts, as people write them, become the pages that Jekyll makes of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from kramdown_judge.dom import normalised, words

from editor.kramdown.document import to_html

FOLDER = Path(__file__).parent.parent / "corpus" / "posts"
POSTS = sorted(path.name for path in FOLDER.iterdir())
FRONT_MATTER = re.compile(r"\A---\s*\n.*?\n^---\s*$\n?", re.DOTALL | re.MULTILINE)
CONFIGURATION = "permalink: /:title.html\nexclude: []\ndefaults:\n- values: {layout: plain}\n"

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The site that Jekyll builds of all posts, each page with nothing but its content."""
    if shutil.which("jekyll") is None:
        pytest.skip("Jekyll is not installed (Debian: apt-get install jekyll)")
    site = tmp_path_factory.mktemp("site")
    shutil.copytree(FOLDER, site / "_posts")
    (site / "_layouts").mkdir()
    (site / "_layouts" / "plain.html").write_text("{{ content }}")
    (site / "_config.yml").write_text(CONFIGURATION)
    command = ["jekyll", "build", "--quiet", "--future", "--disable-disk-cache"]
    subprocess.run(command, cwd=site, check=True, capture_output=True, timeout=120)
    return site / "_site"


@pytest.mark.parametrize("name", POSTS)
def test_a_post_is_the_page_that_jekyll_makes(built: Path, name: str) -> None:
    """The colours of highlighted code apart, which another highlighter gives."""
    jekyll = (built / f"{name[11:].removesuffix('.md')}.html").read_text(encoding="utf-8")
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        galley = to_html(FRONT_MATTER.sub("", file.read(), count=1))
    assert words(galley) == words(jekyll)
    assert normalised(galley, highlighting=False) == normalised(jekyll, highlighting=False)


def test_there_are_enough_posts() -> None:
    assert len(POSTS) >= 25
