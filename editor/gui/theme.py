"""Galley's colours by role, light and dark, and the palette and style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass


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
