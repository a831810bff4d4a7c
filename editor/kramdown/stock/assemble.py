"""Joins fragments to a document: header ids without doubles, footnote numbers and their section, the TOC."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

from editor.kramdown.stock.fragment import SLOT, SLOT_END, SLOT_START, Fragment, Header

_NOT_IN_ID = re.compile(r"[^\w\- \t]")
_BACK = "&#8617;"


@dataclass(frozen=True)
class Assembled:
    """The HTML of each fragment, all slots filled, and the footnotes' section ("" without footnotes)."""

    pieces: tuple[str, ...]
    footnotes: str

    @property
    def html(self) -> str:
        """The whole document."""
        return "\n".join(piece for piece in (*self.pieces, self.footnotes) if piece)


@dataclass
class _Document:
    """What has been counted so far, from the top of the document."""

    id_counts: dict[str, int] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)  # name: ids of its marks
    names: list[str] = field(default_factory=list)  # of the notes, by number

    def header_id(self, header: Header) -> str:
        """GitHub's ids as kramdown's GFM parser makes them (`kramdown/parser/gfm.rb`, generate_gfm_header_id)."""
        if header.id:
            return header.id
        base = _NOT_IN_ID.sub("", header.text.lower()).replace(" ", "-").replace("\t", "-")
        count = self.id_counts.get(base, -1) + 1
        self.id_counts[base] = count
        return f"{base}-{count}" if count else base

    def note_mark(self, name: str) -> str:
        if name not in self.notes:
            self.names.append(name)
            self.notes[name] = []
        marks = self.notes[name]
        marks.append(f"fnref:{name}" if not marks else f"fnref:{name}:{len(marks)}")
        number = self.names.index(name) + 1
        return (
            f'<sup id="{escape(marks[-1])}"><a href="#fn:{escape(name)}" class="footnote" rel="footnote" '
            f'role="doc-noteref">{number}</a></sup>'
        )


def assemble(fragments: Sequence[Fragment], note: Callable[[str], Fragment]) -> Assembled:
    """Fill the slots of all fragments in order; `note` gives the converted body of a footnote by its name."""
    document = _Document()
    entries: list[tuple[Header, str]] = []
    pieces = [_fill(each, document, entries) if each.has_slots or each.headers else each.html for each in fragments]
    footnotes = _footnotes(document, note)
    if any(SLOT_START in piece for piece in (*pieces, footnotes)):  # only the TOC's are left
        table = _toc(entries)
        pieces = [SLOT.sub(lambda _: table, piece) for piece in pieces]
        footnotes = SLOT.sub(lambda _: table, footnotes)
    return Assembled(tuple(pieces), footnotes)


def _fill(fragment: Fragment, document: _Document, entries: list[tuple[Header, str]]) -> str:
    ids = [document.header_id(header) for header in fragment.headers]
    entries.extend(zip(fragment.headers, ids, strict=True))

    def value(match: re.Match[str]) -> str:
        kind, number = match[1], int(match[2])
        if kind == "header":
            return escape(ids[number])
        return document.note_mark(fragment.notes[number]) if kind == "note" else match[0]

    html = fragment.html.replace(f"<sup>{SLOT_START}", SLOT_START).replace(f"{SLOT_END}</sup>", SLOT_END)
    return SLOT.sub(value, html)


def _footnotes(document: _Document, note: Callable[[str], Fragment]) -> str:
    """kramdown's section of footnotes: those that are referred to, in the order of their first marks."""
    items: list[tuple[str, str]] = []
    while len(items) < len(document.names):  # a footnote may refer to further ones
        name = document.names[len(items)]
        items.append((name, _fill(note(name), document, [])))
    if not items:
        return ""
    lines = [
        f'<li id="fn:{escape(name)}">\n{_with_back_links(html, document.notes[name])}\n</li>' for name, html in items
    ]
    return '<div class="footnotes" role="doc-endnotes">\n<ol>\n' + "\n".join(lines) + "\n</ol>\n</div>"


def _with_back_links(html: str, marks: Sequence[str]) -> str:
    links = " ".join(
        f'<a href="#{escape(mark)}" class="reversefootnote" role="doc-backlink">{_BACK}'
        + (f"<sup>{number}</sup></a>" if number > 1 else "</a>")
        for number, mark in enumerate(marks, start=1)
    )
    if html.endswith("</p>"):
        return f"{html[:-4]}&#160;{links}</p>"
    return f"{html}\n<p>{links}</p>"


def _toc(entries: Sequence[tuple[Header, str]]) -> str:
    """Nested lists of links, one for each header that is not marked `{:.no_toc}`."""
    html = ""
    levels: list[int] = []
    for header, id_ in entries:
        if not header.in_toc:
            continue
        while levels and levels[-1] > header.level:
            levels.pop()
            html += "</li></ul>"
        if levels and levels[-1] == header.level:
            html += "</li>"
        else:
            levels.append(header.level)
            html += "<ul>" if html else '<ul id="markdown-toc">'
        html += f'<li><a href="#{escape(id_)}" id="markdown-toc-{escape(id_)}">{header.html}</a>'
    return html + "</li></ul>" * len(levels)
