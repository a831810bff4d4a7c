"""What window and command line share does what it says, on a real site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.errors import AlreadyExists, ChangedOnDisk, FileMissing, NotUtf8
from editor.images import Image
from editor.publish.export import Action
from editor.site.site import State
from editor.workspace.workspace import Workspace

Make = Callable[[dict[str, str]], Workspace]
POST = "_posts/2025-11-21-big-news.md"


def test_saving_an_unchanged_post_writes_nothing(workspace: Workspace) -> None:
    buffer = workspace.open_post(POST)
    before = buffer.path.stat()
    assert workspace.save(buffer.path, buffer.post, buffer.stamp) == buffer.stamp
    assert (buffer.path.stat().st_ino, buffer.path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_saved_post_is_read_back_the_same(workspace: Workspace) -> None:
    buffer = workspace.open_post(POST)
    buffer.set_text("\nOther words\u00a0here.\n")
    buffer.set_front_matter(buffer.front_matter.with_value("author", "nobody"))
    buffer.mark_saved(buffer.post, workspace.save(buffer.path, buffer.post, buffer.stamp))
    assert not buffer.is_modified
    again = workspace.open_post(POST)
    assert (again.post, again.stamp) == (buffer.saved, buffer.stamp)


def test_another_programs_change_is_never_overwritten(workspace: Workspace) -> None:
    buffer = workspace.open_post(POST)
    buffer.set_text("mine\n")
    buffer.path.write_text("theirs\n")
    with pytest.raises(ChangedOnDisk):
        workspace.save(buffer.path, buffer.post, buffer.stamp)
    assert buffer.path.read_text() == "theirs\n"


def test_a_post_that_is_not_utf8_is_never_written(workspace: Workspace) -> None:
    path = workspace.site.absolute(POST)
    path.write_bytes(b"---\ntitle: x\n---\ncaf\xe9\n")
    buffer = workspace.open_post(POST)
    assert buffer.read_only
    buffer.set_text("other")
    with pytest.raises(NotUtf8, match="byte 20"):
        workspace.save(path, buffer.post, buffer.stamp)
    assert path.read_bytes() == b"---\ntitle: x\n---\ncaf\xe9\n"


def test_an_unchanged_file_that_is_not_utf8_counts_as_saved(workspace: Workspace) -> None:
    path = workspace.site.absolute(POST)
    path.write_bytes(b"caf\xe9\n")
    buffer = workspace.open_post(POST)
    assert workspace.save(path, buffer.post, buffer.stamp) == buffer.stamp


def test_an_edited_configuration_is_read_again(workspace: Workspace) -> None:
    assert not workspace.take(workspace.look_again())
    (workspace.site.root / "_config.yml").write_text("title: Other\nbaseurl: /blog\n")
    assert workspace.take(workspace.look_again())
    assert workspace.site.name == "Other"
    assert not workspace.take(workspace.look_again())


def test_a_post_that_is_gone_is_told(workspace: Workspace) -> None:
    with pytest.raises(FileMissing):
        workspace.open_post("_posts/2020-01-01-no.md")


def test_a_post_in_memory_is_described_as_it_would_be_on_disk(workspace: Workspace) -> None:
    buffer = workspace.open_post(POST)
    on_disk = workspace.site.read(POST, now=workspace.now())
    assert workspace.describe(buffer.post, POST) == on_disk
    buffer.set_front_matter(buffer.front_matter.with_value("title", "New"))
    assert workspace.describe(buffer.post, POST).title == "New"


def test_an_undated_draft_is_described_by_its_files_time(make_workspace: Make) -> None:
    import os

    workspace = make_workspace({"_config.yml": "timezone: Etc/UTC", "_drafts/x.md": "text"})
    os.utime(workspace.site.absolute("_drafts/x.md"), (1_700_000_000, 1_700_000_000))
    described = workspace.describe(workspace.open_post("_drafts/x.md").post, "_drafts/x.md")
    assert described.state is State.DRAFT
    assert described.date is not None
    assert described.date.isoformat() == "2023-11-14T22:13:20+00:00"


@pytest.mark.parametrize(("others", "expected"), [("/a/b.jpg", "/i/x.png"), ("a/b.jpg", "i/x.png"), ("", "/i/x.png")])
def test_the_image_value_has_the_slash_that_other_posts_have(make_workspace: Make, others: str, expected: str) -> None:
    workspace = make_workspace({"_posts/2025-01-01-a.md": f"---\nimage: {others}\n---\n"})
    assert workspace.image_value(Image("i/x.png", 1, 1, 1)) == expected


def test_export_takes_posts_and_leaves_drafts_and_broken_ones_and_says_so(make_workspace: Make, tmp_path: Path) -> None:
    workspace = make_workspace(
        {
            "_posts/2025-01-01-live.md": "---\ntitle: x\n---\n",
            "_posts/2035-01-01-later.md": "---\ntitle: x\n---\n",
            "_posts/2025-01-02-broken.md": "---\ntitle: [\n---\n",
            "_posts/2025-01-03-hidden.md": "---\npublished: false\n---\n",
            "_drafts/draft.md": "",
            "_config.yml": "",
        }
    )
    destination = tmp_path / "other"
    destination.mkdir()
    plan = workspace.plan_export(destination)
    assert [(item.action, item.target) for item in plan.items] == [
        (Action.CREATE, "_posts/2025-01-01-live.md"),
        (Action.CREATE, "_posts/2035-01-01-later.md"),
    ]
    assert {problem.path for problem in plan.problems} == {"_posts/2025-01-02-broken.md"}
    workspace.apply_export(plan)
    assert {item.action for item in workspace.plan_export(destination).items} == {Action.KEEP}


def test_export_takes_exactly_the_posts_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    workspace.create_post("Second")
    destination = tmp_path / "other"
    destination.mkdir()
    plan = workspace.plan_export(destination, [POST])
    assert [item.source for item in plan.items] == [POST]
    assert any("17421b" in problem.message for problem in plan.problems)


def test_a_healthy_site_has_only_the_fault_that_it_has(workspace: Workspace) -> None:
    assert {problem.path for problem in workspace.check()} == {POST}


def test_an_image_is_added_once_used_and_only_then_kept(workspace: Workspace, tmp_path: Path) -> None:
    from PIL import Image as Picture

    Picture.new("RGB", (40, 20), "teal").save(tmp_path / "teal.png")
    image = workspace.add_image_file(tmp_path / "teal.png")
    assert workspace.add_image((tmp_path / "teal.png").read_bytes(), name="again.png") == image
    assert (image.width, image.height) == (40, 20)
    assert image.path in workspace.image_link(image, alt="Teal")
    assert [(use.image, use.users) for use in workspace.image_uses()] == [(image, ())]
    kept = workspace.remove_image(image.path)
    assert kept.read_bytes() == (tmp_path / "teal.png").read_bytes()
    assert kept.is_relative_to(workspace.folders.state)
    assert workspace.image_uses() == ()


def test_a_plan_tells_path_and_url_and_writes_nothing(workspace: Workspace) -> None:
    plan = workspace.post_planner()
    path, url = plan("Hello World", draft=False)
    assert list(workspace.site.find_posts()) == [POST]
    assert workspace.create_post("Hello World") == path
    assert workspace.site.read(path, now=workspace.now()).url == url
    with pytest.raises(AlreadyExists, match=r"hello-world-2\.md"):
        plan("Hello World", draft=False)
    assert plan("Hello World", draft=True)[0] == "_drafts/hello-world.md"


def test_a_planned_rename_is_what_rename_does(workspace: Workspace) -> None:
    path, url = workspace.plan_rename(POST, "Other News", workspace.open_post(POST).post)
    assert list(workspace.site.find_posts()) == [POST]
    assert workspace.rename(POST, "Other News") == path
    assert workspace.site.read(path, now=workspace.now()).url == url
    workspace.create_post("x", draft=True)
    workspace.create_post("y", draft=True)
    with pytest.raises(AlreadyExists):
        workspace.plan_rename("_drafts/x.md", "y", workspace.open_post("_drafts/x.md").post)


def test_a_copy_goes_only_where_no_file_is(workspace: Workspace) -> None:
    buffer = workspace.open_post(POST)
    with pytest.raises(AlreadyExists):
        workspace.write_copy(buffer.path, buffer.post)
    buffer.path.unlink()
    assert workspace.write_copy(buffer.path, buffer.post) == buffer.stamp


def test_a_page_for_the_browser_lies_outside_the_site(workspace: Workspace) -> None:
    before = sorted(workspace.site.root.rglob("*"))
    page = workspace.write_page(workspace.open_post(POST).post, POST)
    assert "President Putin" in page.read_text("utf-8")
    assert page.is_relative_to(workspace.folders.cache)
    assert sorted(workspace.site.root.rglob("*")) == before


def test_the_list_follows_the_files(workspace: Workspace) -> None:
    path = workspace.site.absolute(POST)
    (before,) = workspace.documents()
    assert list(workspace.documents()) == [before]
    path.write_bytes(path.read_bytes().replace(b"Big News", b"Small News"))
    (after,) = workspace.documents()
    assert after.title.startswith("Small News")
    path.unlink()
    assert list(workspace.documents()) == []
