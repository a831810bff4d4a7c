"""The configuration, edited by another program, counts within a second; and nothing of the writer's is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QFileSystemWatcher
from PySide6.QtTest import QTest

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"
CONFIG = "title: The Daily Proof\nbaseurl: /blog\npermalink: pretty\n"
BEFORE, AFTER = "/blog/news/2025/11/21/big-news/", "/elsewhere/big-news.html"
CHANGED = "title: The Nightly\nbaseurl: /elsewhere\npermalink: /:title.html\n"


@pytest.fixture
def config(site_folder):
    path = site_folder / "_config.yml"
    path.write_text(CONFIG)
    return path


def in_place(path, text):
    path.write_text(text)


def replaced(path, text):
    neighbour = path.with_name("_neighbour~")
    neighbour.write_text(text)
    neighbour.replace(path)


def deleted_first(path, text):
    path.unlink()
    QTest.qWait(300)
    path.write_text(text)


WAYS = [in_place, replaced, deleted_first]


@pytest.mark.parametrize("write", WAYS)
def test_everything_follows_the_configuration_again_and_again(desk, site_folder, config, write):
    desk.open(site_folder / POST)
    for _ in range(2):
        assert desk.url == BEFORE
        write(config, CHANGED)
        desk.until(lambda: desk.url == AFTER)
        assert "The Nightly" in desk.labels(desk.window.top_bar)
        write(config, CONFIG)
        desk.until(lambda: desk.url == BEFORE)
        assert "The Daily Proof" in desk.labels(desk.window.top_bar)


def test_the_form_follows_defaults_layouts_and_zone(desk, site_folder, config):
    desk.open(site_folder / POST)
    config.write_text(f"{CONFIG}timezone: Asia/Tokyo\ndefaults:\n  - scope: {{path: ''}}\n    values: {{mood: calm}}\n")
    desk.until(lambda: desk.url == "/blog/news/2025/11/22/big-news/")
    desk.until(lambda: desk.session.documents[POST].defaults == {"mood": "calm"})
    context = desk.window.form._rows.context
    assert context.defaults == {"mood": "calm"}
    assert str(context.zone) == "Asia/Tokyo"


def test_unsaved_text_caret_and_undo_stay(desk, site_folder, config):
    desk.open(site_folder / POST)
    before = desk.window.text_pane.text()
    desk.type_at_end("More.")
    desk.window.text_pane.set_caret(1, 4)
    config.write_text(CHANGED)
    desk.until(lambda: desk.url == AFTER)
    assert desk.window.text_pane.text() == f"{before}More."
    assert desk.window.text_pane.caret() == (1, 4)
    assert desk.window.isWindowModified()
    desk.do("undo")
    assert desk.window.text_pane.text() == before


def test_a_broken_configuration_is_told_and_the_last_good_one_counts(desk, site_folder, config):
    desk.open(site_folder / POST)
    config.write_text("title: [The Nightly\n")
    desk.until(lambda: "Jekyll stops here" in desk.banner("site"))
    assert "Galley goes on with what it said before" in desk.banner("site")
    assert desk.url == BEFORE
    assert "The Daily Proof" in desk.labels(desk.window.top_bar)
    config.write_text(CHANGED)
    desk.until(lambda: desk.url == AFTER)
    assert desk.banner("site") == ""


@pytest.mark.parametrize("half", ["", "title: [Half"])
def test_a_file_that_is_written_in_steps_makes_nothing_flicker(desk, site_folder, config, half):
    desk.open(site_folder / POST)
    seen = {desk.url}
    told: set[str] = set()
    show = desk.window.quiet_line.show_words
    desk.window.quiet_line.show_words = lambda words: (seen.add(words.address), show(words))
    desk.window.banners.show_banner = lambda key, **_facts: told.add(key)
    config.write_text(half)
    QTest.qWait(350)
    config.write_text(CHANGED)
    desk.until(lambda: desk.url == AFTER)
    assert seen == {BEFORE, AFTER}
    assert told == set()


def test_a_configuration_may_go_and_come(desk, site_folder, config):
    desk.open(site_folder / POST)
    config.unlink()
    desk.until(lambda: desk.url == "/news/2025/11/21/big-news.html")
    config.write_text(CHANGED)
    desk.until(lambda: desk.url == AFTER)


def test_a_folder_of_bare_posts_becomes_a_site(desk, tmp_path):
    folder = tmp_path / "bare"
    folder.mkdir()
    (folder / "note.md").write_text("---\ndate: 2026-01-01\n---\nText.\n")
    desk.open(folder / "note.md")
    assert desk.window.quiet_line.words.states == ()
    (folder / "_config.yml").write_text("title: Now a site\n")
    desk.until(lambda: "Now a site" in desk.labels(desk.window.top_bar))
    desk.until(lambda: "note.md" in desk.window.quiet_line.text())
    (folder / "_config.yml").unlink()
    desk.until(lambda: "bare" in desk.labels(desk.window.top_bar))


def test_a_layout_that_comes_or_goes_is_noticed(desk, site_folder, config):
    (site_folder / "_posts" / "2025-11-22-other.md").write_text("---\nlayout: post\n---\nText.\n")
    desk.open(site_folder / "_posts" / "2025-11-22-other.md")
    layouts = site_folder / "_layouts"
    (layouts / "wide.html").write_text("{{ content }}")
    desk.until(lambda: "wide" in desk.window.form._rows.context.layouts)

    def missing():
        rows = [desk.session.documents[path].problems for path in (POST, "_posts/2025-11-22-other.md")]
        told = [any("no layout “post”" in problem.message for problem in row) for row in rows]
        return [*told, any("no layout “post”" in text for text in desk.status)]

    assert missing() == [False, False, False]
    (layouts / "post.html").unlink()
    desk.until(lambda: missing() == [True, True, True])
    (layouts / "post.html").write_text("{{ content }}")
    desk.until(lambda: missing() == [False, False, False])


@pytest.mark.parametrize("write", WAYS)
def test_another_file_that_the_configuration_names_counts_as_well(desk, site_folder, config, write):
    more = site_folder / "settings" / "more.yml"
    more.parent.mkdir()
    more.write_text("permalink: pretty\n")
    config.write_text("baseurl: /blog\ngalley: {config: [_config.yml, settings/more.yml]}\n")
    desk.open(site_folder / POST)
    assert desk.url == BEFORE
    write(more, "permalink: /:title.html\n")
    desk.until(lambda: desk.url == "/blog/big-news.html")


@pytest.mark.parametrize("write", [in_place, replaced])
def test_past_the_limit_of_watches_it_still_looks(desk, site_folder, config, write, monkeypatch):
    monkeypatch.setattr(QFileSystemWatcher, "addPaths", lambda _watcher, paths: list(paths))
    desk.open(site_folder / POST)
    write(config, CHANGED)
    desk.until(lambda: desk.url == AFTER)


@pytest.mark.parametrize(
    "change", ["label: Weathers", "label: Moods, required: true", "label: Moods, help: How it is."]
)
def test_focus_and_what_is_typed_stay_when_a_field_is_declared_otherwise(desk, site_folder, config, change):
    def declare(what):
        config.write_text(f"title: '{what}'\ngalley: {{fields: {{moods: {{{what}, kind: list}}}}}}\n")

    declare("label: Moods")
    desk.open(site_folder / POST)
    line = desk.field("Moods")
    line.setFocus()
    desk.type(line, "calm\nwi")
    declare(change)
    desk.until(lambda: change in desk.labels(desk.window.top_bar))  # the site's title
    assert desk.window.focusWidget() is line
    desk.type(line, "ld\n")
    assert desk.session.posts.current.buffer.front_matter.values["moods"] == ["calm", "wild"]


def test_the_dialect_follows_the_configuration_and_the_gems(desk, site_folder, config):
    desk.open(site_folder / POST)
    assert "kramdown GFM" in desk.status
    (site_folder / "Gemfile.lock").write_text("GEM\n  specs:\n    kramdown (2.5.1)\n")
    desk.until(lambda: "kramdown 2.5 GFM" in desk.status)
    config.write_text(f"{CONFIG}kramdown:\n  input: kramdown\n")
    desk.until(lambda: "kramdown 2.5" in desk.status)
    config.write_text(f"{CONFIG}markdown: CommonMark\n")
    desk.until(lambda: "Previewed as kramdown 2.5 GFM, not CommonMark" in desk.status)
    (site_folder / "Gemfile.lock").write_text("GEM\n  specs:\n    kramdown (2.4.0)\n")
    desk.until(lambda: "Previewed as kramdown GFM, not CommonMark" in desk.status)


def test_an_option_that_stops_jekyll_is_told_at_its_line(desk, site_folder, config):
    desk.open(site_folder / POST)
    config.write_text(f"{CONFIG}kramdown:\n  toc_levels: 1,2,3\n")
    desk.until(lambda: "_config.yml, line 5: “kramdown: toc_levels” must be" in desk.banner("site"))
    config.write_text(CONFIG)
    desk.until(lambda: desk.banner("site") == "")


def test_in_plain_kramdown_no_command_writes_what_only_github_reads(desk, site_folder, config):
    desk.open(site_folder / POST)
    config.write_text(f"{CONFIG}kramdown: {{input: kramdown}}\n")
    desk.until(lambda: "kramdown" in desk.status)
    commands = desk.window.actions_by_name
    assert [commands[name].isEnabled() for name in ("strikethrough", "tasks", "bold")] == [False, False, True]
    desk.type_at_end("\n\n")
    desk.do("code_block")
    assert desk.window.text_pane.text().rstrip().endswith("~~~\n\n~~~")
    config.write_text(CONFIG)
    desk.until(lambda: commands["strikethrough"].isEnabled())
