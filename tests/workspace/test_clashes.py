"""A name is taken by a file that exists, and by one that Jekyll would write to the same page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.errors import AlreadyExists, OutsideSite
from editor.workspace.clashes import must_be_free
from editor.workspace.workspace import Workspace

Make = Callable[[dict[str, str]], Workspace]


@pytest.fixture
def workspace(make_workspace: Make) -> Workspace:
    return make_workspace({"_config.yml": "", "_posts/2026-01-02-a.md": "", "_posts/2026-01-02-a-2.html": ""})


@pytest.mark.parametrize("taken", ["2026-01-02-a.md", "2026-01-02-a.markdown", "2026-1-2-a.MD", "2026-01-02-a.html"])
def test_a_name_of_the_same_page_is_refused_and_another_offered(workspace: Workspace, taken: str) -> None:
    with pytest.raises(AlreadyExists) as refused:
        must_be_free(workspace.site, f"_posts/{taken}")
    stem, _, extension = taken.rpartition(".")
    assert refused.value.facts["suggestion"] == f"{stem}-3.{extension}"
    assert refused.value.path is not None
    assert refused.value.path.name == "2026-01-02-a.md"


@pytest.mark.parametrize("free", ["2026-01-02-a.txt", "2026-01-03-a.md", "2026-01-02-b.md", "a.md"])
def test_another_page_is_no_clash(workspace: Workspace, free: str) -> None:
    must_be_free(workspace.site, f"_posts/{free}")
    must_be_free(workspace.site, f"_posts/new/folder/{free}")


def test_nothing_new_goes_where_it_would_not_be_listed(make_workspace: Make, tmp_path: Path) -> None:
    outside = make_workspace({"_config.yml": "", "_drafts/x.md": ""})
    (tmp_path / "elsewhere").mkdir()
    outside.site.absolute("_posts").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutsideSite):
        outside.create_post("New")
    with pytest.raises(OutsideSite):
        outside.publish("_drafts/x.md")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_that_is_about_to_go_is_in_nobodys_way(workspace: Workspace) -> None:
    must_be_free(workspace.site, "_posts/2026-01-02-a.markdown", besides="_posts/2026-01-02-a.md")
