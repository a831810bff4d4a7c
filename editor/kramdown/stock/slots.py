"""Galley's part in Python-Markdown: headers and footnotes leave slots, definitions come from the whole document."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import OListProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.toc import render_inner_html, strip_tags
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from editor.kramdown.stock.definitions import Definitions
from editor.kramdown.stock.fragment import SLOT_END, SLOT_START, Header, slot

_HEADER = re.compile(r"h([1-6])")
_NOTE_MARK = re.compile(rf"<sup>{SLOT_START}slot:note:\d+{SLOT_END}</sup>")
_TASK = re.compile(r"\[([ xX])\] ")


class SlotExtension(Extension):
    """What one conversion is given (`definitions`) and what it finds (`headers`, `notes`, `footnotes`)."""

    def __init__(self) -> None:
        super().__init__()
        self.definitions = Definitions()
        self.reset()

    @property
    def abbreviations(self) -> dict[str, str]:
        """Python-Markdown's own table of abbreviations."""
        processor = self.md.treeprocessors["abbr"]
        assert isinstance(processor, AbbrTreeprocessor)
        return processor.abbrs

    def reset(self) -> None:
        self.headers: list[Header] = []
        self.notes: list[str] = []
        self.footnotes: dict[str, str] = {}
        self.defined_notes = {name for name, _ in self.definitions.footnotes}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown calls it so
        self.md = md
        self.parser: BlockParser = md.parser
        md.registerExtension(self)
        # Python-Markdown's own processors leave room for these at the same places (its toc, footnotes and abbr).
        # kramdown keeps lists of two kinds apart, as sane_lists does, but takes no notice of the first number.
        ordered = md.parser.blockprocessors["olist"]
        assert isinstance(ordered, OListProcessor)
        ordered.LAZY_OL = True  # type: ignore[misc]
        md.parser.blockprocessors.register(FootnoteBlockProcessor(self), "footnote", 17)  # type: ignore[arg-type]
        md.inlinePatterns.register(_NoteMark(self), "footnote", 175)
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"()~~(?!\s)(.+?)~~", "del"), "strikethrough", 65)
        md.treeprocessors.register(_WholeDocument(self), "definitions", 60)
        md.treeprocessors.register(_TaskItems(md), "tasks", 12)
        md.treeprocessors.register(_HeaderSlots(self), "header-slots", 5)

    def setFootnote(self, name: str, text: str) -> None:  # noqa: N802 - FootnoteBlockProcessor calls it so
        self.footnotes[name] = text


class _NoteMark(InlineProcessor):
    def __init__(self, slots: SlotExtension) -> None:
        super().__init__(r"\[\^([^\]]*)\]")
        self.slots = slots

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - Python-Markdown's signature
    ) -> tuple[Element | None, int | None, int | None]:
        if m[1] not in self.slots.defined_notes:
            return None, None, None
        mark = Element("sup")
        mark.text = AtomicString(slot("note", len(self.slots.notes)))
        self.slots.notes.append(m[1])
        return mark, m.start(0), m.end(0)


class _WholeDocument(Treeprocessor):
    """Before any span is read: the document's definitions take the place of those that this chunk alone has."""

    def __init__(self, slots: SlotExtension) -> None:
        super().__init__(slots.md)
        self.slots = slots

    def run(self, root: Element) -> None:  # noqa: ARG002 - Python-Markdown's signature
        references = self.slots.md.references
        references.clear()
        references.update(self.slots.definitions.links)  # type: ignore[arg-type]
        abbreviations = self.slots.abbreviations
        abbreviations.clear()
        abbreviations.update(self.slots.definitions.abbreviations)


class _TaskItems(Treeprocessor):
    """`- [ ] text` and `- [x] text`, as kramdown's GFM parser writes them."""

    def run(self, root: Element) -> None:
        for parent in root.iter("ul"):
            for item in parent:
                self._mark(parent, item)

    def _mark(self, parent: Element, item: Element) -> None:
        holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
        match = _TASK.match((holder.text or "").lstrip())
        if match is None:
            return
        box = Element("input", {"type": "checkbox", "class": "task-list-item-checkbox", "disabled": "disabled"})
        if match[1] != " ":
            box.set("checked", "checked")
        box.tail = (holder.text or "").lstrip()[match.end() :]
        holder.text = ""
        holder.insert(0, box)
        item.set("class", "task-list-item")
        parent.set("class", "task-list")


class _HeaderSlots(Treeprocessor):
    def __init__(self, slots: SlotExtension) -> None:
        super().__init__(slots.md)
        self.slots = slots

    def run(self, root: Element) -> None:
        for element in root.iter():
            level = _HEADER.fullmatch(element.tag) if isinstance(element.tag, str) else None
            if level:
                self._take(element, int(level[1]))

    def _take(self, element: Element, level: int) -> None:
        html = _NOTE_MARK.sub("", render_inner_html(element, self.slots.md))
        given = element.get("id", "")
        classes = (element.get("class") or "").split()
        text = unescape(strip_tags(html)).strip()
        self.slots.headers.append(Header(level, text, html.strip(), given, "no_toc" not in classes))
        if not given:
            element.set("id", slot("header", len(self.slots.headers) - 1))
