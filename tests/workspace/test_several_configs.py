"""A site with more than one configuration file, as the window has it open."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.settings import Folders
from editor.workspace.workspace import Workspace

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def workspace(site_folder: Path, tmp_path: Path) -> Workspace:
    (site_folder / "_config.yml").write_text("title: T\ngalley: {config: [_config.yml, _config.local.yml]}\n")
    (site_folder / "_config.local.yml").write_text("title: Local\n")
    folders = Folders(config=tmp_path / "c", state=tmp_path / "s", cache=tmp_path / "h")
    return Workspace.open(site_folder, folders, lambda: NOW)[0]


@pytest.mark.parametrize("name", ["_config.yml", "_config.local.yml"])
def test_a_change_of_any_of_them_is_seen(workspace: Workspace, name: str) -> None:
    assert workspace.site.name == "Local"
    assert not workspace.take(workspace.look_again())
    file = workspace.site.absolute(name)
    file.write_text(file.read_text() + "timezone: Asia/Tokyo\n")
    assert workspace.take(workspace.look_again())
    assert workspace.site.config.timezone == "Asia/Tokyo"


def test_one_that_goes_away_and_comes_back_is_seen(workspace: Workspace) -> None:
    file = workspace.site.absolute("_config.local.yml")
    file.unlink()
    assert workspace.take(workspace.look_again())
    assert (workspace.site.name, [each.severity for each in workspace.site.find_faults()]) == ("T", ["warning"])
    assert "_config.local.yml" in workspace.site.config.files  # so that it is looked for
    file.write_text("title: Back\n")
    assert workspace.take(workspace.look_again())
    assert workspace.site.name == "Back"


def test_while_one_of_them_is_being_mended_the_last_that_could_be_used_counts(workspace: Workspace) -> None:
    workspace.site.absolute("_config.local.yml").write_text("title: [\n")
    workspace.take(workspace.look_again())
    (problem,) = workspace.site.find_faults()
    assert (workspace.site.name, problem.path) == ("Local", "_config.local.yml")
