"""Galley's colours by role, light and dark, and the palette and style sheet made from them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from editor.resources import resource

_Role = QPalette.ColorRole


@dataclass(frozen=True)
class Theme:
    """Colours by role, as `#RRGGBB`."""

    name: str  # "light" or "dark"
    paper: str
    field: str
    chrome: str
    sidebar: str
    line: str
    ink: str
    secondary: str
    hint: str
    accent: str
    selection: str
    on_accent: str
    live: str
    scheduled: str
    error: str
    liquid: str


LIGHT = Theme(
    name="light",
    paper="#FFFFFF",
    field="#FFFFFF",
    chrome="#F6F5F2",
    sidebar="#EFEDE8",
    line="#E2DFD8",
    ink="#22252A",
    secondary="#5D6168",
    hint="#6F7278",
    accent="#2F5D8C",
    selection="#DFE8F2",
    on_accent="#FFFFFF",
    live="#2E7D4F",
    scheduled="#A86A00",
    error="#B3372B",
    liquid="#7A4B9D",
)

DARK = Theme(
    name="dark",
    paper="#1D1F22",
    field="#282B30",
    chrome="#232529",
    sidebar="#1A1C1F",
    line="#34373C",
    ink="#E4E2DD",
    secondary="#A9ABB0",
    hint="#8E9197",
    accent="#7FB0E0",
    selection="#2A3643",
    on_accent="#14181D",
    live="#6CC08B",
    scheduled="#E0A84A",
    error="#E77B6F",
    liquid="#C39BE0",
)

# Every role is set: Qt derives missing ones from black.
_ROLES: dict[QPalette.ColorRole, str] = {
    _Role.Window: "chrome",
    _Role.WindowText: "ink",
    _Role.Base: "paper",
    _Role.AlternateBase: "chrome",
    _Role.Text: "ink",
    _Role.PlaceholderText: "hint",
    _Role.Button: "chrome",
    _Role.ButtonText: "ink",
    _Role.BrightText: "on_accent",
    _Role.ToolTipBase: "paper",
    _Role.ToolTipText: "ink",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "paper",
    _Role.Midlight: "line",
    _Role.Mid: "line",
    _Role.Dark: "hint",
    _Role.Shadow: "hint",
}
_FADED = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText)


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's palette, for everything that no style sheet reaches."""
    made = QPalette()
    colors = asdict(theme)
    for role, name in _ROLES.items():
        made.setColor(role, QColor(colors[name]))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.hint))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(theme.line))
    return made


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole application; widgets choose a look by dynamic property (see the file)."""
    source = resource("styles/galley.qss").read_text(encoding="utf-8")
    return Template(source).substitute(
        asdict(theme),
        hover=_veil(theme, 14),
        pressed=_veil(theme, 28),
        scroll=_veil(theme, 56),
        icons=resource("icons").as_posix(),
    )


def _veil(theme: Theme, alpha: int) -> str:
    ink = QColor(theme.ink)
    return f"rgba({ink.red()}, {ink.green()}, {ink.blue()}, {alpha})"


def chrome_font(*, scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's interface font, larger or smaller by `scale`, so that it follows the writer's system size."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setWeight(weight)
    return font


def fixed_font(*, scale: float = 1.0) -> QFont:
    """The system's monospace font, as large as the interface font times `scale`."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setFamilies(font.families())  # marks them as chosen: a widget would replace the family by its own otherwise
    font.setPointSizeF(QGuiApplication.font().pointSizeF() * scale)
    return font


def system_theme() -> Theme:
    """The theme that the system asks for now; light when it does not say."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def theme_for(color_scheme: str) -> Theme:
    """The theme for the setting: "light" and "dark" pin it, anything else follows the system."""
    pinned = {LIGHT.name: LIGHT, DARK.name: DARK}
    return pinned.get(color_scheme) or system_theme()
