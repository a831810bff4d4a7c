"""XML as Rouge reads it (rouge/lexers/xml.rb)."""

from __future__ import annotations

from editor.kramdown.highlight.grammar import Grammar

_NAME = r"(?:(?u:[^\W\d])|:)(?u:[\w:.·-]*)"

XML = Grammar(
    {
        "root": [
            (r"[^<&]+", ""),
            (r"&\S*?;", "ni"),
            (r"<!\[CDATA\[.*?\]\]>", "cp"),
            (r"<!--", "c", "comment"),
            (r"<\?.*?\?>", "cp"),
            (r"<![^>]*>", "cp"),
            (rf"<\s*{_NAME}", "nt", "tag"),
            (rf"<\s*/\s*{_NAME}\s*>", "nt"),
        ],
        "comment": [(r"[^-]+", "c"), (r"-->", "c", "#pop"), (r"-", "c")],
        "tag": [(r"\s+", ""), (rf"{_NAME}\s*=", "na", "value"), (r"/?\s*>", "nt", "#pop")],
        "value": [(r"\s+", ""), (r"(?s:\".*?\"|'.*?')|[^\s>]+", "s", "#pop")],
    }
)
