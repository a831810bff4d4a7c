"""HTML as Rouge reads it, with the scripts and styles in it (rouge/lexers/html.rb)."""

from __future__ import annotations

from editor.kramdown.highlight.grammar import Fresh, Grammar, Part, Rule
from editor.kramdown.highlight.lexers.css import CSS

_WORD = r"(?u:[\w:.·-])"
_NAME = rf"(?:(?u:[^\W\d])|[:-]){_WORD}*"


def _javascript() -> Grammar:
    from editor.kramdown.highlight.lexers.javascript import JAVASCRIPT

    return JAVASCRIPT


def _embedded(part: Part, name: str) -> list[Rule]:
    return [(r"[^<]+", part), (rf"<\s*/\s*{name}\s*>", "nt", "#pop"), (r"<", part)]


_END_OF_TAG: list[Rule] = [(r"\s+", ""), (r">", "nt", "#pop")]

HTML = Grammar(
    {
        "root": [
            (r"[^<&]+", ""),
            (r"&\S*?;", "ni"),
            (r"(?is:<!DOCTYPE .*?>)|(?s:<!\[CDATA\[.*?\]\]>)", "cp"),
            (r"<!--", "c", "comment"),
            (r"(?s:<\?.*?\?>)", "cp"),
            (r"<\s*script\s*", Fresh("nt", "script"), ("script", "tag")),
            (r"<\s*style\s*", Fresh("nt", "style"), ("style", "tag")),
            (r"</", "nt", "end tag"),
            (r"<", "nt", "start tag"),
        ],
        "end tag": [*_END_OF_TAG, (_NAME, "nt", ("#pop", "end of end tag"))],
        "end of end tag": _END_OF_TAG,
        "start tag": [(r"\s+", ""), (_NAME, "nt", ("#pop", "tag")), (r"", "", ("#pop", "tag"))],
        "comment": [(r"[^-]+", "c"), (r"-->", "c", "#pop"), (r"-", "c")],
        "tag": [
            (r"\s+", ""),
            (r"(?:(?u:[^\W\d])|[:\[\]()*.-])(?u:[\w:.·\[\]()*-]*)\s*=\s*", "na", "value"),
            (r"(?:(?u:[^\W\d])|[:*#-])(?u:[\w:.·*#-]*)", "na"),
            (r"/?\s*>", "nt", "#pop"),
        ],
        "value": [
            (r'"', "s", ("#pop", "double quotes")),
            (r"'", "s", ("#pop", "single quotes")),
            (r"[^\s>]+", "s", "#pop"),
        ],
        "double quotes": [(r'"', "s", "#pop"), (r'[^"]+', "s")],
        "single quotes": [(r"'", "s", "#pop"), (r"[^']+", "s")],
        "script": _embedded(Part(_javascript, kept="script"), "script"),
        "style": _embedded(Part(lambda: CSS, kept="style"), "style"),
    }
)
