"""Numbers footnotes in the order of their marks and writes marks, back links and the section at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from editor.kramdown.entities import NamedEntity
from editor.kramdown.options import Options
from editor.kramdown.writer.entity_output import write_entity
from editor.kramdown.writer.escaping import escape_text


@dataclass
class Footnote:
    """A footnote that has been referred to."""

    name: str
    number: int
    repeats: int = 0  # marks after the first


class Footnotes:
    """The footnotes of a document (kramdown/converter/html.rb, convert_footnote and footnote_content)."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self.in_order: list[Footnote] = []
        self._by_name: dict[str, Footnote] = {}
        self._back_link = escape_text(options.footnote_backlink)
        self._space = write_entity(NamedEntity("\u00a0", 160, "nbsp"), options)

    def mark(self, name: str) -> str:
        """The next mark of a footnote."""
        note = self._by_name.get(name)
        repeat = ""
        if note is None:
            note = Footnote(name, self._options.footnote_nr + len(self.in_order))
            self._by_name[name] = note
            self.in_order.append(note)
        else:
            note.repeats += 1
            repeat = f":{note.repeats}"
        id_ = self._options.footnote_prefix + name
        if self._options.version == "2.4":
            return (
                f'<sup id="fnref:{id_}{repeat}" role="doc-noteref">'
                f'<a href="#fn:{id_}" class="footnote" rel="footnote">{note.number}</a></sup>'
            )
        return (
            f'<sup id="fnref:{id_}{repeat}"><a href="#fn:{id_}" class="footnote" rel="footnote" role="doc-noteref">'
            f"{self._link_text(note.number)}</a></sup>"
        )

    def _link_text(self, number: int) -> str:
        """The option `footnote_link_text` has one `%s` or `%d`."""
        try:
            return self._options.footnote_link_text % number
        except (TypeError, ValueError):
            return self._options.footnote_link_text

    def back_links(self, note: Footnote, repeats: int, *, after_text: bool) -> str:
        """The links at the end of a footnote to so many marks of it."""
        id_ = self._options.footnote_prefix + note.name
        links = [self._link(id_, self._back_link, space=self._space if after_text else "")]
        links.extend(
            self._link(f"{id_}:{repeat}", f"{self._back_link}<sup>{repeat + 1}</sup>", space=self._space)
            for repeat in range(1, repeats + 1)
        )
        return "".join(links)

    def _link(self, id_: str, text: str, *, space: str) -> str:
        return f'{space}<a href="#fnref:{id_}" class="reversefootnote" role="doc-backlink">{text}</a>'

    def section(self, items: Sequence[str]) -> str:
        """The list of all footnotes; nothing without any."""
        if not items:
            return ""
        start = f' start="{self._options.footnote_nr}"' if self._options.footnote_nr != 1 else ""
        list_ = f"  <ol{start}>\n{''.join(items)}  </ol>\n"
        return f'<div class="footnotes" role="doc-endnotes">\n{list_}</div>\n'
