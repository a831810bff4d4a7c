"""The writer's choices survive; a damaged file of ours never stops the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import CannotWrite
from editor.settings import (
    Folders,
    Session,
    Settings,
    load_session,
    load_settings,
    save_session,
    save_settings,
    system_folders,
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(config=tmp_path / "config", cache=tmp_path / "cache", state=tmp_path / "state")


def test_settings_come_back_as_they_were_saved(folders: Folders) -> None:
    chosen = Settings(color_scheme="dark", font_family='Iosevka "Fixed"', font_size=12.5, scroll_sync=False)
    save_settings(folders, chosen)
    assert load_settings(folders) == chosen


def test_the_file_holds_only_what_differs_from_the_default(folders: Folders) -> None:
    save_settings(folders, Settings(line_width=66))
    assert (folders.config / "settings.toml").read_text() == "line_width = 66\n"


def test_without_a_file_everything_is_the_default(folders: Folders) -> None:
    assert load_settings(folders) == Settings()
    assert load_session(folders) == Session()


@pytest.mark.parametrize(
    "content",
    [
        b"this is not TOML",
        b"\xff\xfe\x00",
        b'font_size = "big"\n',
        b"font_size = -3\n",
        b"font_size = nan\n",
        b"line_width = true\n",
        b'color_scheme = "mauve"\n',
        b"scroll_sync = 1\n",
        b"invented = 7\n",
    ],
)
def test_wrong_entries_count_as_the_default(folders: Folders, content: bytes) -> None:
    folders.config.mkdir()
    (folders.config / "settings.toml").write_bytes(content)
    assert load_settings(folders) == Settings()


def test_one_wrong_entry_leaves_the_others_in_force(folders: Folders) -> None:
    folders.config.mkdir()
    (folders.config / "settings.toml").write_text("font_size = 14\nline_width = 'wide'\n")
    assert load_settings(folders) == Settings(font_size=14.0)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"recent": 3, "panes": [1]}', b"[" * 100_000])
def test_a_damaged_session_is_an_empty_one(folders: Folders, content: bytes) -> None:
    folders.state.mkdir()
    (folders.state / "session.json").write_bytes(content)
    assert load_session(folders) == Session()


def test_a_session_comes_back_even_with_a_folder_name_that_is_not_utf8(folders: Folders) -> None:
    left = Session(geometry="AdnQ", panes={"main": "AAA="}).with_recent(Path("/sites/caf\udce9"))
    save_session(folders, left)
    assert load_session(folders) == left


def test_recent_folders_are_newest_first_without_doubles_and_at_most_twelve(tmp_path: Path) -> None:
    session = Session()
    for number in [*range(20), 15]:
        session = session.with_recent(tmp_path / str(number))
    assert len(session.recent) == 12
    assert session.recent[:3] == (str(tmp_path / "15"), str(tmp_path / "19"), str(tmp_path / "18"))
    assert len(set(session.recent)) == 12


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_bytes(b"")
    folders = Folders(config=blocker, cache=blocker, state=blocker)
    with pytest.raises(CannotWrite):
        save_settings(folders, Settings(line_width=60))


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="XDG is for Linux and its relatives")
def test_xdg_folders_are_honoured_and_relative_ones_are_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GALLEY_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    assert system_folders() == Folders(
        config=tmp_path / "elsewhere" / "galley",
        cache=tmp_path / ".cache" / "galley",
        state=tmp_path / ".local" / "state" / "galley",
    )


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_galley_home_keeps_everything_in_one_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("GALLEY_HOME", str(tmp_path))
    assert system_folders() == Folders(tmp_path / "config", tmp_path / "cache", tmp_path / "state")


@pytest.mark.parametrize(("platform", "part"), [("darwin", "Library"), ("win32", "Galley")])
def test_other_systems_have_their_own_places(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, part: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("GALLEY_HOME", raising=False)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    folders = system_folders()
    assert all(part in folder.parts for folder in (folders.config, folders.cache, folders.state))
    assert len({folders.config, folders.cache, folders.state}) == 3


@settings(deadline=None, max_examples=60)
@given(
    chosen=st.builds(
        Settings,
        color_scheme=st.sampled_from(["system", "light", "dark"]),
        font_family=st.text(st.characters(exclude_categories=["Cs"])),
        font_size=st.floats(5, 96),
        line_width=st.integers(20, 400),
        line_spacing=st.floats(1, 4),
        scroll_sync=st.booleans(),
    )
)
def test_law_load_after_save_gives_the_same_settings(
    chosen: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    folders = Folders(home / "config", home / "cache", home / "state")
    save_settings(folders, chosen)
    assert load_settings(folders) == chosen
