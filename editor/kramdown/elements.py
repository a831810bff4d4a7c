"""HTML as an ElementTree for Python-Markdown's treeprocessors, and back: what they leave alone keeps its bytes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_SPACE = r"[ \t\n\f\r]"
_TOKEN = re.compile(
    rf"(?P<verbatim><!--|<\?)|</(?P<end>[A-Za-z][^\s/<>]*+){_SPACE}*+>"
    rf"|<(?P<start>[A-Za-z][^\s/<>]*+)"
    rf"(?P<attributes>(?:{_SPACE}++[^\s\"'<>/=]++(?:{_SPACE}*+={_SPACE}*+(?>\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]++))?+)*+)"
    rf"{_SPACE}*+(?P<closed>/?)>"
)
_ATTRIBUTE = re.compile(rf"([^\s\"'<>/=]++)(?:{_SPACE}*+={_SPACE}*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]++)))?")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_RAW = frozenset(("script", "style", "textarea", "title"))  # no tags in them
_CLOSERS = {"<!--": "-->", "<?": "?>"}  # of what stands in texts as it is: treeprocessors expect elements with names
_VERBATIM = re.compile(r"<!--|<\?")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ESCAPED_VALUE = _ESCAPED | str.maketrans({'"': "&quot;"})


class WrittenElement(Element):
    """An element that remembers its source; a part that nobody changes is written as it was."""

    def __init__(
        self, tag: Any, attributes: dict[str, str] | None = None, *, start: str = "", is_empty: bool = False
    ) -> None:
        super().__init__(tag, attributes or {})
        self.start, self.end = start, ""
        self._is_empty = is_empty  # there is nothing but `start`
        self._as_read = tag, self.attrib.copy()
        self._text: tuple[str | None, str] = (None, "")
        self._tail: tuple[str | None, str] = (None, "")

    def set_text(self, source: str, text: str) -> None:
        """Its text, and how that was written."""
        self.text = text
        self._text = text, source

    def set_tail(self, source: str, text: str) -> None:
        """The text behind it, and how that was written."""
        self.tail = text
        self._tail = text, source

    @property
    def has_its_tags(self) -> bool:
        """Whether `start` and `end` still say what it is."""
        is_same = self._as_read == (self.tag, self.attrib)
        return is_same and not (self._is_empty and (self.text != self._text[0] or len(self)))

    @property
    def written_text(self) -> str:
        return self._text[1] if self.text == self._text[0] else _escaped(self.text)

    @property
    def written_tail(self) -> str:
        return self._tail[1] if self.tail == self._tail[0] else _escaped(self.tail)


class DocumentElement(WrittenElement):
    """The root: it has no tags of its own. Without its children where no treeprocessor asks for them."""

    def __init__(self, tag: str, *, html: str | None = None) -> None:
        super().__init__(tag)
        self.html = html


def read_elements(html: str, root: WrittenElement) -> None:
    """Append the elements of a text in HTML, whatever it is like: what makes no sense as a tag counts as text."""
    reading = _Reading(root)
    pos = 0
    while (found := _TOKEN.search(html, pos)) is not None:
        pos = reading.take(found, html, pos)
    reading.add_text(html[pos:])
    reading.flush()


def write_elements(root: Element) -> str:
    """The HTML of an element, with the text behind it. Law: a document gives the very text that it was read from."""
    if isinstance(root, DocumentElement) and root.html is not None:
        return root.html
    pieces: list[str] = []
    waiting: list[Element | str] = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            pieces.append(item)
            continue
        start, text, end, tail = _parts(item)
        pieces += (start, text)
        waiting.append(end + tail)
        waiting.extend(reversed(item))
    return "".join(pieces)


class _Reading:
    """Where the reader is: the open elements, and the text since the last tag."""

    def __init__(self, root: WrittenElement) -> None:
        self._open: list[WrittenElement] = [root]
        self._names: Counter[str] = Counter()  # of the open elements
        self._last: WrittenElement | None = None  # the element that the text stands behind, if not within
        self._source: list[str] = []  # since the last tag
        self._text: list[str] = []  # what that says
        self._endless: set[str] = set()  # what nothing closes further on

    def take(self, found: re.Match[str], html: str, pos: int) -> int:
        """Take the text up to a token, and the token; gives the place behind them."""
        self.add_text(html[pos : found.start()])
        if found["end"]:
            self._close(found["end"].lower(), found[0])
        elif found["start"]:
            return self._start(found, html)
        else:
            return self._verbatim(found["verbatim"], html, found.start())
        return found.end()

    def add_text(self, source: str) -> None:
        if source:
            self._source.append(source)
            self._text.append(unescape(source))

    def flush(self) -> None:
        """Put the text since the last tag where it belongs."""
        if not self._source:
            return
        source, text = "".join(self._source), "".join(self._text)
        self._source, self._text = [], []
        if self._last is not None:
            self._last.set_tail(source, text)
        else:
            self._open[-1].set_text(source, text)

    def _append(self, element: WrittenElement) -> None:
        self.flush()
        self._open[-1].append(element)
        self._last = element

    def _start(self, found: re.Match[str], html: str) -> int:
        name = found["start"].lower()
        is_empty = name in _VOID or bool(found["closed"])
        element = WrittenElement(name, dict(_attributes(found["attributes"])), start=found[0], is_empty=is_empty)
        self._append(element)
        if is_empty:
            return found.end()
        if name in _RAW:
            return self._raw(element, html, found.end())
        self._open.append(element)
        self._names[name] += 1
        self._last = None
        return found.end()

    def _verbatim(self, opener: str, html: str, pos: int) -> int:
        """A comment or an instruction: part of the text, and nothing in it is unescaped."""
        closer = _CLOSERS[opener]
        found = -1 if opener in self._endless else html.find(closer, pos + len(opener))
        if found < 0:
            self._endless.add(opener)
        end = found + len(closer) if found >= 0 else pos + len(opener)
        self._source.append(html[pos:end])
        self._text.append(html[pos:end])
        return end

    def _raw(self, element: WrittenElement, html: str, pos: int) -> int:
        name = str(element.tag)
        closing = None
        if name not in self._endless:
            closing = re.compile(rf"</{name}{_SPACE}*>", re.IGNORECASE).search(html, pos)
        if closing is None:
            self._endless.add(name)
            return pos
        text = html[pos : closing.start()]
        element.set_text(text, unescape(text) if name in ("textarea", "title") else text)
        element.end = closing[0]
        return closing.end()

    def _close(self, name: str, source: str) -> None:
        if not self._names[name]:
            self.add_text(source)
            return
        self.flush()
        while True:
            element = self._open.pop()
            self._names[str(element.tag)] -= 1
            if element.tag == name:
                break
        element.end = source
        self._last = element


def _attributes(source: str) -> Iterator[tuple[str, str]]:
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        yield name, unescape(double or single or bare)


def _parts(element: Element) -> tuple[str, str, str, str]:
    """Start tag, text, end tag, and what stands behind."""
    if not isinstance(element, WrittenElement):
        return (*_written(element, _escaped(element.text)), _escaped(element.tail))
    if isinstance(element, DocumentElement) or element.has_its_tags:
        return element.start, element.written_text, element.end, element.written_tail
    return (*_written(element, element.written_text), element.written_tail)


def _written(element: Element, text: str) -> tuple[str, str, str]:
    """Tags as kramdown writes them."""
    tag: object = element.tag
    if tag is ElementTree.Comment or tag is ElementTree.ProcessingInstruction:
        opener, closer = ("<!--", "-->") if tag is ElementTree.Comment else ("<?", "?>")
        return f"{opener}{element.text or ''}{closer}", "", ""
    values = "".join(f' {name}="{str(value).translate(_ESCAPED_VALUE)}"' for name, value in element.attrib.items())
    if tag in _VOID:
        return f"<{tag}{values} />", "", ""
    if tag in ("script", "style"):
        text = element.text or ""
    return f"<{tag}{values}>", text, f"</{tag}>"


def _escaped(text: str | None) -> str:
    """A text that has been changed, or is new; the comments in it stay comments."""
    if not text:
        return ""
    pieces: list[str] = []
    done = 0
    while (found := _VERBATIM.search(text, done)) is not None:
        closer = _CLOSERS[found[0]]
        end = text.find(closer, found.end())
        if end < 0:
            break
        end += len(closer)
        pieces += (text[done : found.start()].translate(_ESCAPED), text[found.start() : end])
        done = end
    return "".join((*pieces, text[done:].translate(_ESCAPED)))
