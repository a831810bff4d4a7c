"""What to make of a configuration that another program is writing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.settings import Folders
from editor.site.config import load_config
from editor.workspace.config_changes import is_half_written, stops_jekyll
from editor.workspace.workspace import Workspace

GOOD = "title: A\npermalink: pretty\n"


@pytest.fixture
def workspace(site_folder: Path, tmp_path: Path) -> Workspace:
    (site_folder / "_config.yml").write_text(GOOD)
    folders = Folders(config=tmp_path / "c", cache=tmp_path / "k", state=tmp_path / "s")
    return Workspace.open(site_folder, folders, lambda: datetime(2026, 1, 1, tzinfo=UTC))[0]


@pytest.mark.parametrize(
    ("after", "is_half"),
    [
        (GOOD, False),
        ("title: B\n", False),
        ("", True),
        ("title: [B\n", True),
        ("plugins: one\n", True),  # Jekyll stops at it
        (None, True),
        ("timezone: Nowhere\n", False),  # only a warning
    ],
)
def test_what_is_lost_or_broken_may_still_come(site_folder: Path, after: str | None, is_half: bool) -> None:
    config = site_folder / "_config.yml"
    config.write_text(GOOD)
    old = load_config(site_folder)
    config.unlink() if after is None else config.write_text(after)
    assert is_half_written(old, load_config(site_folder)) is is_half


def test_the_last_usable_values_stay_while_the_file_is_broken(workspace: Workspace) -> None:
    config = workspace.site.root / "_config.yml"
    config.write_text("title: [B\n")
    assert workspace.take(workspace.look_again())
    assert workspace.site.name == "A"
    assert stops_jekyll(workspace.site.config)
    assert workspace.keeps_config
    assert not workspace.take(workspace.look_again())
    config.write_text("title: C\n")
    assert workspace.take(workspace.look_again())
    assert workspace.site.name == "C"
    assert not workspace.keeps_config


def test_a_site_that_is_broken_from_the_start_has_nothing_to_keep(workspace: Workspace) -> None:
    root = workspace.site.root
    (root / "_config.yml").write_text("title: [B\n")
    opened, _ = Workspace.open(root, workspace.folders, workspace.now)
    assert not opened.keeps_config


def test_a_post_whose_layout_has_gone_is_read_again(workspace: Workspace) -> None:
    def rules() -> set[str]:
        return {problem.rule for document in workspace.documents() for problem in document.problems}

    (workspace.site.root / "_layouts" / "other.html").write_text("")
    assert "layout" not in rules()
    (workspace.site.root / "_layouts" / "post.html").unlink()
    assert "layout" in rules()
