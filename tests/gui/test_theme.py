"""The two themes: readable, complete, and accepted by Qt."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.theme import DARK, LIGHT, Theme, chrome_font, palette, style_sheet, theme_for

both = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(name: str) -> float:
    channels = [getattr(QColor(name), part)() for part in ("redF", "greenF", "blueF")]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@both
@pytest.mark.parametrize(
    ("ground", "ink"),
    [("paper", "hint"), ("paper", "error"), ("chrome", "error"), ("sidebar", "error")]
    + [
        (ground, ink)
        for ground in ("paper", "field", "chrome", "sidebar", "selection")
        for ink in ("ink", "secondary", "accent")
    ],
)
def test_text_holds_the_contrast_that_accessibility_asks_for(theme: Theme, ground: str, ink: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@both
def test_text_on_the_accent_is_readable(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@both
def test_palette_takes_its_colours_from_the_theme(theme: Theme) -> None:
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Base).name().upper() == theme.paper
    assert made.color(QPalette.ColorRole.WindowText).name().upper() == theme.ink
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name().upper() == theme.hint


@both
def test_style_sheet_is_complete_and_understood_by_qt(theme: Theme, qtbot: QtBot) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet.split("*/", 1)[1]
    button = QPushButton("Save")
    qtbot.addWidget(button)
    button.setStyleSheet(sheet)  # Qt warns about a sheet that it cannot read, and a warning fails the test
    button.ensurePolished()
    assert button.sizeHint().height() == 28


def test_every_colour_is_written_as_a_hex_triple() -> None:
    for theme in (LIGHT, DARK):
        colors = [getattr(theme, field.name) for field in fields(theme) if field.name != "name"]
        assert all(QColor(color).name().upper() == color for color in colors)


def test_the_setting_pins_a_theme_and_unknown_words_follow_the_system(qtbot: QtBot) -> None:
    assert theme_for("dark") is DARK
    assert theme_for("light") is LIGHT
    assert theme_for("system") in (LIGHT, DARK)


def test_chrome_font_scales_with_the_system_size(qtbot: QtBot) -> None:
    font = chrome_font(scale=2.0, weight=QFont.Weight.DemiBold)
    assert font.pointSizeF() == QApplication.font().pointSizeF() * 2
    assert font.weight() == QFont.Weight.DemiBold
