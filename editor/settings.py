"""The writer's own choices, what Galley remembers between sessions, and the folders where both live."""

from __future__ import annotations

import json
import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from editor.errors import FileError
from editor.files import read_bytes, write_state

MOST_RECENT = 12
MAX_SETTINGS_BYTES = 4 * 1024 * 1024
COLOR_SCHEMES = ("system", "light", "dark")
RANGES = {"font_size": (5.0, 96.0), "line_width": (20, 400), "line_spacing": (1.0, 4.0)}


@dataclass(frozen=True)
class Folders:
    """Galley's own folders on this system (XDG on Linux, Library on macOS, AppData on Windows)."""

    config: Path
    cache: Path
    state: Path


def system_folders() -> Folders:
    """The folders of this user; they need not exist. `GALLEY_HOME` in the environment replaces all three."""
    if home := os.environ.get("GALLEY_HOME"):
        return _below(Path(home).absolute())
    if sys.platform == "darwin":
        library = Path.home() / "Library"
        support = library / "Application Support" / "Galley"
        return Folders(config=support, cache=library / "Caches" / "Galley", state=support / "State")
    if sys.platform == "win32":
        return _below(_folder("LOCALAPPDATA", "AppData/Local") / "Galley")
    return Folders(
        config=_folder("XDG_CONFIG_HOME", ".config") / "galley",
        cache=_folder("XDG_CACHE_HOME", ".cache") / "galley",
        state=_folder("XDG_STATE_HOME", ".local/state") / "galley",
    )


def _below(home: Path) -> Folders:
    return Folders(config=home / "config", cache=home / "cache", state=home / "state")


def _folder(variable: str, default: str) -> Path:
    """The folder that an environment variable names; the XDG rules say that a relative one does not count."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path.home() / default


@dataclass(frozen=True)
class Settings:
    """What the writer chose; the file holds only what differs from these defaults."""

    color_scheme: str = "system"  # or "light", "dark"
    font_family: str = ""  # "" is the system's monospace font
    font_size: float = 11.0  # points
    line_width: int = 78  # characters
    line_spacing: float = 1.6
    scroll_sync: bool = True


@dataclass(frozen=True)
class Session:
    """What the last session left: recent folders (newest first), window geometry and panes (base64, Qt's).

    `destinations` has, by site folder, the folder to which it was exported last.
    """

    recent: tuple[str, ...] = ()
    geometry: str = ""
    panes: dict[str, str] = field(default_factory=dict)
    destinations: dict[str, str] = field(default_factory=dict)

    def with_recent(self, folder: Path) -> Session:
        """The session with `folder` first among the recent ones (at most 12, no doubles)."""
        name = str(folder.absolute())
        others = (other for other in self.recent if other != name)
        return replace(self, recent=(name, *others)[:MOST_RECENT])


def load_settings(folders: Folders) -> Settings:
    """The writer's settings; unknown or wrong entries count as the default (never an error)."""
    try:
        written = tomllib.loads(_read(folders.config / "settings.toml"))
    except (ValueError, RecursionError):
        return Settings()
    defaults = Settings()
    chosen: dict[str, Any] = {}
    for each in fields(Settings):
        value = _accepted(each.name, written.get(each.name), like=getattr(defaults, each.name))
        if value is not None:
            chosen[each.name] = value
    return Settings(**chosen)


def _accepted(name: str, value: object, *, like: object) -> object:
    """The value in the type of its default, or None where it is of another type or out of range."""
    if isinstance(like, float) and type(value) is int:
        value = float(value)
    if type(value) is not type(like):
        return None
    if name == "color_scheme" and value not in COLOR_SCHEMES:
        return None
    if isinstance(value, int | float) and name in RANGES:
        low, high = RANGES[name]
        return value if low <= value <= high else None
    return value


def save_settings(folders: Folders, settings: Settings) -> None:
    """Write what differs from the default to `config/settings.toml`. Raises CannotWrite."""
    defaults = Settings()
    lines = [
        f"{each.name} = {_toml(getattr(settings, each.name))}\n"
        for each in fields(Settings)
        if getattr(settings, each.name) != getattr(defaults, each.name)
    ]
    write_state(folders.config / "settings.toml", "".join(lines).encode("utf-8", "replace"))


def _toml(value: object) -> str:
    """TOML for a text, number or truth value; for these, JSON's spelling is TOML's too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def load_session(folders: Folders) -> Session:
    """The last session, or an empty one."""
    try:
        written = json.loads(_read(folders.state / "session.json"))
    except (ValueError, RecursionError):
        return Session()
    if not isinstance(written, Mapping):
        return Session()
    recent, geometry = written.get("recent"), written.get("geometry")
    return Session(
        recent=tuple(_texts(recent))[:MOST_RECENT],
        geometry=geometry if isinstance(geometry, str) else "",
        panes=_text_map(written.get("panes")),
        destinations=_text_map(written.get("destinations")),
    )


def _text_map(value: object) -> dict[str, str]:
    return {key: text for key, text in value.items() if isinstance(text, str)} if isinstance(value, dict) else {}


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def save_session(folders: Folders, session: Session) -> None:
    """Write the session to `state/session.json`. Raises CannotWrite."""
    content = {
        "recent": list(session.recent),
        "geometry": session.geometry,
        "panes": session.panes,
        "destinations": session.destinations,
    }
    # Plain ASCII: JSON's escapes also carry folder names that are not UTF-8.
    write_state(folders.state / "session.json", json.dumps(content, indent=1).encode("ascii"))


def _read(path: Path) -> str:
    """The text of one of Galley's own files; "" when there is none or it cannot be read."""
    try:
        return read_bytes(path, limit=MAX_SETTINGS_BYTES).decode("utf-8", "replace")
    except FileError:
        return ""
