"""The form's style sheet: bare editors inside boxes that draw themselves, and quiet buttons below."""

from __future__ import annotations

from string import Template

from editor.gui.theme import Theme

_SHEET = Template("""
FormPane, FieldGrid, #sheet, QScrollArea { background: transparent; border: none; }
QLabel { color: $ink; background: transparent; }
QLabel[ink="secondary"] { color: $secondary; }
QLabel[ink="hint"] { color: $hint; }
QLabel[ink="error"] { color: $error; }
QLabel[ink="scheduled"] { color: $scheduled; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QComboBox[bare="true"] {
  background: transparent; border: none; padding: 0; min-height: 0; color: $ink;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $hint;
}
FieldFrame[locked="true"] QLineEdit, FieldFrame[locked="true"] QComboBox,
FieldFrame[locked="true"] QPlainTextEdit, FieldFrame[locked="true"] QLabel {
  color: $secondary;
}
QComboBox[bare="true"] { min-height: 26px; }
QComboBox[bare="true"]::drop-down { border: none; width: 20px; background: transparent; }
QComboBox[bare="true"]::down-arrow { image: none; }
QPlainTextEdit#yaml {
  background: $field; color: $ink; border: 1px solid $line; border-radius: 6px; padding: 0;
  selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit#yaml[readOnly="true"] { background: $chrome; color: $secondary; }
QPlainTextEdit#yaml:focus { border-color: $accent; }
QToolButton { min-width: 26px; min-height: 26px; }
QToolButton[glyph="true"] { min-width: 22px; min-height: 22px; border-radius: 4px; }
QPushButton[quiet="true"] {
  background: transparent; border: 1px solid transparent; border-radius: 6px; color: $secondary;
  padding: 0 6px; min-height: 22px;
}
QPushButton[quiet="true"]:hover { background: $chrome; color: $ink; }
QPushButton[quiet="true"]:checked { background: $selection; color: $accent; }
QPushButton[quiet="true"]:focus { border-color: $accent; }
QPushButton[quiet="true"]:disabled { color: $hint; }
QPushButton[quiet="true"]::menu-indicator { image: none; width: 0; }
QPushButton[choice="true"] {
  background: transparent; border: none; border-radius: 4px; color: $accent; padding: 0; min-width: 0; min-height: 22px;
}
QPushButton[choice="true"]:hover { text-decoration: underline; }
QPushButton[choice="true"]:focus { background: $selection; text-decoration: underline; }
QPushButton[choice="true"]:disabled { color: $hint; }
""")


def form_style_sheet(theme: Theme) -> str:
    """What the form adds to the application's style sheet."""
    return _SHEET.substitute(
        ink=theme.ink,
        secondary=theme.secondary,
        hint=theme.hint,
        error=theme.error,
        scheduled=theme.scheduled,
        accent=theme.accent,
        on_accent=theme.on_accent,
        selection=theme.selection,
        field=theme.field,
        line=theme.line,
        chrome=theme.chrome,
    )
