"""A new post looks like the site's other posts, and never overwrites one."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from editor.errors import AlreadyExists, EmptySlug
from editor.workspace.habits import Habits
from editor.workspace.new_post import prepare_post
from editor.workspace.workspace import Workspace

Make = Callable[[dict[str, str]], Workspace]


def content(workspace: Workspace, relative: str) -> str:
    return workspace.site.absolute(relative).read_bytes().decode()


def test_a_new_post_follows_the_habits_of_the_site(workspace: Workspace) -> None:
    moment = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
    relative = workspace.create_post("It's 50% off: tea", date=moment)
    assert relative == "_posts/2026-02-03-it-s-50-off-tea.md"
    assert content(workspace, relative) == (
        '---\nlayout: post\ntitle: "It\'s 50% off: tea"\ndate: 2026-02-03T04:05:06\nauthor: "badely"\n'
        "categories: []\ntags: []\n---\n\n\n"
    )


def test_jekyll_reads_back_exactly_the_title_and_the_moment(workspace: Workspace) -> None:
    moment = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
    for title in ('He said "no": # 1', "yes", "12:30", "- x", "日本語 タイトル", "C:\\temp", "{{ page.y }}"):
        document = workspace.site.read(workspace.create_post(title, date=moment), now=moment)
        assert (document.title, document.date, document.problems) == (title, moment, ())


def test_an_empty_site_gets_the_plain_spelling(make_workspace: Make) -> None:
    workspace = make_workspace({"_config.yml": "timezone: Etc/UTC\n"})
    relative = workspace.create_post("Hello World")
    assert relative == "_posts/2026-11-22-hello-world.md"
    assert content(workspace, relative) == "---\ntitle: Hello World\ndate: 2026-11-22 23:30:00 +0000\n---\n\n\n"


def test_the_first_post_takes_the_layout_called_post(make_workspace: Make) -> None:
    workspace = make_workspace({"_config.yml": "", "_layouts/post.html": "{{ content }}"})
    assert "layout: post\n" in content(workspace, workspace.create_post("One"))


def test_today_is_the_day_in_the_zone_of_the_site(make_workspace: Make) -> None:
    workspace = make_workspace({"_config.yml": "timezone: Asia/Tokyo\n"})
    assert workspace.create_post("Hello") == "_posts/2026-11-23-hello.md"


def test_a_site_that_writes_only_the_day_gets_only_the_day(make_workspace: Make) -> None:
    workspace = make_workspace({"_posts/2025-01-01-a.md": "---\ntitle: A\ndate: 2025-01-01\n---\n"})
    relative = workspace.create_post("Hello")
    day = relative.removeprefix("_posts/")[:10]
    assert content(workspace, relative) == f"---\ntitle: Hello\ndate: {day}\n---\n\n\n"


def test_a_moment_asked_for_is_written_exactly_where_others_write_only_the_day(
    make_workspace: Make,
) -> None:
    workspace = make_workspace({"_posts/2025-01-01-a.md": "---\ntitle: A\ndate: 2025-01-01\n---\n"})
    moment = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
    relative = workspace.create_post("Hello", date=moment)
    assert workspace.site.read(relative, now=workspace.now()).date == moment


@pytest.mark.parametrize(("config", "offset"), [("timezone: Etc/UTC\n", ""), ("", r" [-+]\d{4}")])
def test_a_site_that_writes_no_seconds_gets_none(make_workspace: Make, config: str, offset: str) -> None:
    post = "---\ntitle: A\ndate: 2025-01-01 10:30\n---\n"
    workspace = make_workspace({"_config.yml": config, "_posts/2025-01-01-a.md": post})
    workspace.now = lambda: datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
    text = content(workspace, workspace.create_post("Hello"))
    assert re.search(rf"^date: 2026-02-0\d \d\d:05{offset}$", text, re.MULTILINE)


def test_a_new_post_tells_the_writers_own_clock_where_others_give_a_naive_one(make_workspace: Make) -> None:
    post = "---\ntitle: A\ndate: 2025-01-01T10:30:00\n---\n"
    workspace = make_workspace({"_config.yml": "timezone: Asia/Tokyo\n", "_posts/2025-01-01-a.md": post})
    relative = workspace.create_post("Hello")  # at 23:30 of the 22nd in UTC
    assert relative == "_posts/2026-11-23-hello.md"
    assert "date: 2026-11-23T08:30:00+09:00\n" in content(workspace, relative)


HABITS = ["", "2025-01-01", "2025-01-01T10:30:00", "2025-01-01 10:30", "'2025-01-01 10:30:00'", "2025-01-01 10:30:00 Z"]


@pytest.mark.jekyll
@pytest.mark.slow
@pytest.mark.parametrize("server", ["Etc/UTC", "Pacific/Auckland"])
@pytest.mark.parametrize("zone", ["Etc/UTC", "America/New_York", "Asia/Tokyo", "Asia/Kolkata"])
def test_jekyll_gives_a_new_post_the_day_that_its_writer_saw(make_workspace: Make, zone: str, server: str) -> None:
    """Whatever the habit, the moment and the zone of the machine that builds the site."""
    workspace = make_workspace(
        {"_config.yml": f"timezone: {zone}\npermalink: /:year/:month/:day/:title\nfuture: true\n"}
    )
    promised = {}
    for number, habit in enumerate(HABITS):
        for hour in (1, 9, 15, 23):
            now = datetime(2026, 7, 14, hour, 30, 15, tzinfo=UTC)
            made = prepare_post(
                workspace.site, f"p {number} {hour}", draft=False, date=None, now=now, habits=Habits(date=habit)
            )
            path = workspace.site.absolute(made.relative)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(made.data)
            promised[f"p-{number}-{hour}"] = f"{now.astimezone(ZoneInfo(zone)):%Y/%m/%d}"
    root = workspace.site.root
    command = ["jekyll", "build", "--quiet", "--source", str(root), "--destination", str(root / "_site")]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "TZ": server, "LC_ALL": "C.UTF-8"})
    pages = (root / "_site").rglob("p-*.html")
    assert {page.stem: page.parent.relative_to(root / "_site").as_posix() for page in pages} == promised


def test_a_draft_has_no_date_anywhere(workspace: Workspace) -> None:
    relative = workspace.create_post("Half a thought", draft=True)
    assert relative == "_drafts/half-a-thought.md"
    assert "date" not in content(workspace, relative)


def test_posts_go_where_the_collections_are(make_workspace: Make) -> None:
    workspace = make_workspace({"_config.yml": "collections_dir: written\n"})
    assert workspace.create_post("A", draft=True) == "written/_drafts/a.md"
    assert workspace.create_post("A").startswith("written/_posts/")


def test_in_a_folder_of_bare_posts_new_ones_lie_beside_them(make_workspace: Make) -> None:
    workspace = make_workspace({"note.md": "# Note\n"})
    assert workspace.create_post("Hello") in set(workspace.site.find_posts())
    assert workspace.create_post("Half", draft=True) in set(workspace.site.find_posts())
    assert "note.md" in set(workspace.site.find_posts())


def test_a_site_of_windows_files_gets_one_more(make_workspace: Make) -> None:
    workspace = make_workspace({"_posts/2025-01-01-a.md": "---\r\ntitle: A\r\n---\r\n"})
    text = content(workspace, workspace.create_post("B"))
    assert text.count("\n") == text.count("\r\n") == text.count("\r") > 3


def test_an_existing_post_is_left_alone_and_a_free_name_offered(workspace: Workspace) -> None:
    relative = workspace.create_post("Same")
    before = content(workspace, relative)
    with pytest.raises(AlreadyExists, match=r"same-2\.md"):
        workspace.create_post("Same")
    assert content(workspace, relative) == before


@pytest.mark.parametrize("title", ["", "   ", "!!!", "…", "🙂"])
def test_a_title_that_leaves_no_name_is_refused(workspace: Workspace, title: str) -> None:
    with pytest.raises(EmptySlug):
        workspace.create_post(title)


def test_a_title_of_many_words_still_makes_a_file_name(workspace: Workspace) -> None:
    title = "höhe und weite " * 40
    relative = workspace.create_post(title)
    name = relative.rpartition("/")[2]
    assert len(name.encode()) < 255
    assert name.endswith(("-höhe.md", "-und.md", "-weite.md"))
    assert workspace.site.read(relative, now=workspace.now()).title == title.strip()


def test_a_title_over_two_lines_becomes_one(workspace: Workspace) -> None:
    relative = workspace.create_post("One\n  two")
    assert relative.endswith("-one-two.md")
    assert workspace.site.read(relative, now=workspace.now()).title == "One two"
