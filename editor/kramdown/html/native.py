"""HTML elements as the native elements that say the same (the option html_to_native)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from editor.kramdown.entities import entity_by_name
from editor.kramdown.html.elements import SPAN_ELEMENTS, content_model, names
from editor.kramdown.html.native_table import finish_table, is_simple_table
from editor.kramdown.html.native_text import (
    has_space_at_ends,
    is_text,
    plain_text,
    read_text,
    remove_space,
    strip_space,
    wrap_text,
)
from editor.kramdown.tree import (
    Category,
    CodeBlock,
    Definition,
    Entity,
    Header,
    HtmlElement,
    Markup,
    Node,
    Paragraph,
    Table,
    Term,
)

_WITHOUT_TEXT = names("html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup")
_SECTIONS = names(
    """body section nav article aside header footer address div li dd blockquote figure figcaption fieldset form"""
)
_WITHOUT_SPACE = _SECTIONS | names("td th")
_STRIPPED = (_WITHOUT_SPACE - names("figure")) | names("caption dl dt legend p")
_SIMPLE = names("em strong blockquote hr br img ul ol dl li thead tbody tfoot tr")
_HEADERS = names("h1 h2 h3 h4 h5 h6")
_EMPHASIS = {"em": "em", "i": "em", "strong": "strong", "b": "strong"}
_SPACE = " \t\n\v\f\r"
_HIGHLIGHTER = re.compile(r"[ \t\n\v\f\r]+\bhighlighter-\w+\b|\bhighlighter-\w+\b[ \t\n\v\f\r]*", re.ASCII)
_LANGUAGE = re.compile(r"\blanguage-[^ \t\n\v\f\r]+")
_MATH = re.compile(r"\bmath/tex\b")
_CDATA = re.compile(r"\A(?:%[ \t\n\v\f\r]*)?<!\[CDATA\[\n?(.*?)(?:[ \t\n\v\f\r]%)?\]\]>\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Mode:
    """How an element's content is taken."""

    convert: bool = True  # else it stays HTML, at any depth
    preserve: bool = False  # its white space


class _Kept(HtmlElement):
    """An element that stays HTML; `mode` is how it was taken: in the same way it need not be gone through again."""

    __slots__ = ("mode",)

    def __init__(self, element: HtmlElement, category: Category, mode: _Mode) -> None:
        super().__init__(element.value, category, line=element.line)
        self.attrs = element.attrs
        self.mode = mode


class _Open:
    """An element whose children are being converted."""

    def __init__(self, source: Node, result: Node, mode: _Mode) -> None:
        self.source = source
        self.result = result
        self.mode = mode
        self.is_tidied = False
        self.is_in_table = False
        self.left: Iterator[Node | str] = _with_whole_texts(source.children)


def _with_whole_texts(children: list[Node | str]) -> Iterator[Node | str]:
    """The children, texts that follow one another as one."""
    for are_text, group in groupby(children, is_text):
        if are_text:
            yield "".join(child for child in group if isinstance(child, str))
        else:
            yield from group


def convert_to_native(element: Node) -> Node:
    """What takes the element's place in the tree: often another node (kramdown/parser/html.rb, ElementConverter)."""
    place: list[Node | str] = []
    stack = [_Open(Node("root"), Node("root"), _Mode())]
    stack[0].left = iter([element])
    while stack:
        opened = stack[-1]
        child = next(opened.left, None)
        if child is None:
            stack.pop()
            _finish(opened)
            (stack[-1].result.children if stack else place).append(opened.result)
        else:
            _convert_child(child, opened, stack)
    root = place[0]
    assert isinstance(root, Node)
    only = root.children[0]
    assert isinstance(only, Node)
    return only


def _convert_child(child: Node | str, opened: _Open, stack: list[_Open]) -> None:
    into = opened.result.children
    if isinstance(child, HtmlElement) and not (isinstance(child, _Kept) and child.mode == opened.mode):
        stack.append(_open(child, opened))
        if isinstance(stack[-1].result, _Kept):
            stack[-1].result.mode = opened.mode
        return
    if isinstance(child, _Kept):
        child.ial = None  # the block was converted before its own IAL, which is lost when the element around it is
    elif isinstance(child, str) and is_text(child):
        into.extend(read_text(child, preserve=opened.mode.preserve or not opened.mode.convert))
        return
    if isinstance(child, Markup) and child.kind in ("xml_comment", "xml_pi"):
        child.category = "span" if content_model(opened.source.value) == "span" else "block"
    into.append(child)


def _open(element: HtmlElement, parent: _Open) -> _Open:
    """Decide what an element becomes."""
    name = element.value
    if not parent.mode.convert:
        return _as_html(element, parent.mode)
    if name in _EMPHASIS or name in _HEADERS or name == "a":
        return _open_text(element)
    if name in ("code", "pre"):
        return _open_code(element)
    if name == "table":
        return _open_table(element)
    if name == "script":
        return _open_script(element)
    if name == "textarea":
        return _as_html(element, _Mode(preserve=True))
    if name in _WITHOUT_TEXT:
        element.children = [child for child in element.children if not is_text(child)]
    opened = _as_html(element, parent.mode)
    opened.is_tidied = True
    opened.is_in_table = parent.is_in_table
    native = _native(name, line=element.line, is_in_table=parent.is_in_table)
    if native is not None:
        native.attrs = element.attrs
        opened.result = native
    return opened


def _native(name: str, *, line: int, is_in_table: bool) -> Node | None:
    if name in ("td", "th"):
        return Node("td", line=line) if is_in_table else None  # outside of a table there is no cell
    if name == "p":
        return Paragraph(line=line)
    if name == "dt":
        return Term("", line=line)
    if name == "dd":
        return Definition(first_as_para=False, line=line)
    return Node(name, line=line) if name in _SIMPLE else None


def _as_html(element: HtmlElement, mode: _Mode) -> _Open:
    """It stays an HTML element; an IAL before it and a `/` in its tag are lost."""
    result = _Kept(element, "span" if element.value in SPAN_ELEMENTS else "block", mode)
    result.content_model = content_model(element.value) if mode.convert else "raw"
    return _Open(element, result, mode)


def _open_text(element: HtmlElement) -> _Open:
    """Links, emphasis and headers."""
    name = element.value
    result: Node
    if name in _HEADERS:
        result = Header(int(name[1]), plain_text(element), line=element.line)
    elif name == "a" and "href" in element.attrs:
        result = Node("a", line=element.line)
    elif name == "a" or has_space_at_ends(element):
        return _as_html(element, _Mode(convert=False))
    else:
        result = Node(_EMPHASIS[name], line=element.line)
    result.attrs = element.attrs
    return _Open(element, result, _Mode())


def _open_code(element: HtmlElement) -> _Open:
    code = _code(element)
    if code is None:
        return _as_html(element, _Mode(convert=False, preserve=True))
    attrs = element.attrs
    result: Node
    if element.value == "code":
        result = Node("codespan", code, line=element.line)
        if "class" in attrs:
            attrs["class"] = _HIGHLIGHTER.sub("", attrs["class"])
    else:
        result = CodeBlock(code, line=element.line)
        only = element.children[0] if len(element.children) == 1 else None
        language = _LANGUAGE.search(only.attrs.get("class", "")) if isinstance(only, Node) else None
        if language is not None and isinstance(only, Node) and only.value == "code":
            attrs["class"] = f"{language[0]} {attrs.get('class', '')}".rstrip(_SPACE)
    result.attrs = attrs
    opened = _Open(element, result, _Mode())
    opened.left = iter(())
    return opened


def _code(element: HtmlElement) -> str | None:
    """Its text without entities; None where one is no character."""
    pieces: list[str] = []
    for child in read_text(plain_text(element), preserve=True):
        if isinstance(child, str):
            pieces.append(child)
        elif isinstance(child, Entity):
            if not child.value:
                return None
            pieces.append(child.value)
        elif (entity := entity_by_name(child.value)) is not None:
            pieces.append(entity.character)
    return "".join(pieces)


def _open_table(element: HtmlElement) -> _Open:
    if not is_simple_table(element):
        return _as_html(element, _Mode(convert=False))
    element.children = [child for child in element.children if not is_text(child)]
    table = Table(line=element.line)
    table.attrs = element.attrs
    opened = _Open(element, table, _Mode())
    opened.is_in_table = True
    return opened


def _open_script(element: HtmlElement) -> _Open:
    kind = element.attrs.get("type", "")
    if not _MATH.search(kind):
        return _as_html(element, _Mode())
    first = next(_with_whole_texts(element.children), "")
    code = first.value if isinstance(first, Node) else first
    math = Markup("math", _CDATA.sub(r"\1", code), "block" if "mode=display" in kind else "span", line=element.line)
    math.attrs = {name: value for name, value in element.attrs.items() if name != "type"}
    opened = _Open(element, math, _Mode())
    opened.left = iter(())
    return opened


def _finish(opened: _Open) -> None:
    """Tidy the white space of what an element holds."""
    name = opened.source.value
    if isinstance(opened.result, Table):
        finish_table(opened.result)
    if not opened.is_tidied:
        return
    if name in _STRIPPED:
        strip_space(opened.result)
    if name in _WITHOUT_SPACE:
        remove_space(opened.result)
    if name in _SECTIONS:
        wrap_text(opened.result)
