"""The writer's own choices, what Galley remembers between sessions, and the folders where both live."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Folders:
    """Galley's own folders on this system (XDG on Linux, Library on macOS, AppData on Windows)."""

    config: Path
    cache: Path
    state: Path


def system_folders() -> Folders:
    """The folders of this user; they need not exist."""
    raise NotImplementedError


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
    """What the last session left: recent folders (newest first), window geometry and panes (base64, Qt's)."""

    recent: tuple[str, ...] = ()
    geometry: str = ""
    panes: dict[str, str] = field(default_factory=dict)

    def with_recent(self, folder: Path) -> Session:
        """The session with `folder` first among the recent ones (at most 12, no doubles)."""
        raise NotImplementedError


def load_settings(folders: Folders) -> Settings:
    """The writer's settings; unknown or wrong entries count as the default (never an error)."""
    raise NotImplementedError


def save_settings(folders: Folders, settings: Settings) -> None:
    """Write what differs from the default to `config/settings.toml`. Raises CannotWrite."""
    raise NotImplementedError


def load_session(folders: Folders) -> Session:
    """The last session, or an empty one."""
    raise NotImplementedError


def save_session(folders: Folders, session: Session) -> None:
    """Write the session to `state/session.json`. Raises CannotWrite."""
    raise NotImplementedError
