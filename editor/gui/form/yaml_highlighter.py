"""Simple colours for YAML: keys, quoted texts, comments, and plain values that are no text."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from editor.gui.theme import LIGHT, Theme

_TOKEN = re.compile(
    r"""(?P<key>^\s*(?:-\s+)*(?:"[^"]*"|'[^']*'|[^\s#"'\[\]{},][^:#]*?)(?=\s*:(?:\s|$)))
      | (?P<comment>(?<!\S)\#.*$)
      | (?P<text>(?<![^\s\[,{:])(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*'))
      | (?P<value>(?<![^\s\[,{:])(?:true|false|null|~|[-+]?\d[\d._:T\s+-]*\d|\d)(?=\s*(?:[\],}]|\#|$)))
    """,
    re.VERBOSE,
)


class YamlHighlighter(QSyntaxHighlighter):
    """Colours each line for itself: front matter rarely needs more."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._colors: dict[str, str] = {}
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._colors = {
            "key": theme.accent,
            "comment": theme.hint,
            "text": theme.live,
            "value": theme.scheduled,
        }
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        for token in _TOKEN.finditer(text):
            look = QTextCharFormat()
            look.setForeground(QColor(self._colors[token.lastgroup or "text"]))
            start, end = token.span()
            self.setFormat(start, end - start, look)
