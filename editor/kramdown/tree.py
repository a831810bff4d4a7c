"""The tree between parser and writer: nodes with their source lines; text is plain `str` among their children.

Kinds (kramdown's own names of elements):

- blocks: root p header blockquote codeblock ul ol li dl dt dd table thead tbody tfoot tr td hr blank eob footnote_def
- spans: a img em strong codespan br footnote entity typographic_sym smart_quote abbreviation
- either, by `category`: html_element xml_comment xml_pi comment raw math
"""

from __future__ import annotations

from typing import Literal

Category = Literal["block", "span"]
ContentModel = Literal["", "block", "span", "raw"]  # "": not HTML of a post, such as GFM's `del`


class RawText(str):
    """Text of a block that the span pass has still to read; it puts nodes and plain text in its place."""

    __slots__ = ()


class AttributeList:
    """What an IAL or ALD says: attributes (classes joined in `class`) and the names it refers to."""

    __slots__ = ("attrs", "refs")

    def __init__(self) -> None:
        self.attrs: dict[str, str] = {}
        self.refs: list[str] = []


class Node:
    """An element of a document.

    `line` is the line in the text (from 1) where it begins; 0 where nobody asks. `value` is what the kind says: code,
    the name of an HTML element, a comment's text, a symbol's name.
    """

    __slots__ = ("attrs", "children", "ial", "kind", "line", "value")

    def __init__(self, kind: str, value: str = "", *, line: int = 0) -> None:
        self.kind = kind
        self.value = value
        self.line = line
        self.children: list[Node | str] = []
        self.attrs: dict[str, str] = {}
        self.ial: AttributeList | None = None


class Paragraph(Node):
    """A paragraph; a transparent one (in a tight list) is written without its tags."""

    __slots__ = ("transparent",)

    def __init__(self, *, line: int = 0, transparent: bool = False) -> None:
        super().__init__("p", line=line)
        self.transparent = transparent


class Header(Node):
    """A header; `raw_text` is what its id is made from."""

    __slots__ = ("level", "raw_text")

    def __init__(self, level: int, raw_text: str, *, line: int = 0) -> None:
        super().__init__("header", line=line)
        self.level = level
        self.raw_text = raw_text


class CodeBlock(Node):
    """A code block; `language` is the whole info string's first word, `class` may hold `language-…` as well."""

    __slots__ = ("language",)

    def __init__(self, value: str, *, language: str = "", line: int = 0) -> None:
        super().__init__("codeblock", value, line=line)
        self.language = language


class Table(Node):
    """A table; `alignment` has one of left, right, center, default for each column."""

    __slots__ = ("alignment",)

    def __init__(self, *, line: int = 0) -> None:
        super().__init__("table", line=line)
        self.alignment: list[str] = []


class Definition(Node):
    """A `dd`; `first_as_para` where a blank line stood before it: its first paragraph keeps its tags."""

    __slots__ = ("first_as_para",)

    def __init__(self, *, first_as_para: bool, line: int = 0) -> None:
        super().__init__("dd", line=line)
        self.first_as_para = first_as_para


class Term(Node):
    """A `dt`; `raw_text` is what its id is made from, if one is asked for."""

    __slots__ = ("raw_text",)

    def __init__(self, raw_text: str, *, line: int = 0) -> None:
        super().__init__("dt", line=line)
        self.raw_text = raw_text


class Markup(Node):
    """What may be block or span: comments, raw text, math, and with a content model HTML elements."""

    __slots__ = ("category",)

    def __init__(self, kind: str, value: str, category: Category, *, line: int = 0) -> None:
        super().__init__(kind, value, line=line)
        self.category: Category = category


class Raw(Markup):
    """`{::nomarkdown}`: written as it is, if `types` is empty or has `html`."""

    __slots__ = ("types",)

    def __init__(self, value: str, category: Category, *, types: tuple[str, ...] = (), line: int = 0) -> None:
        super().__init__("raw", value, category, line=line)
        self.types = types


class HtmlElement(Markup):
    """An HTML element by its name; `is_closed` where the source said `<name />`."""

    __slots__ = ("content_model", "is_closed")

    def __init__(self, name: str, category: Category, *, line: int = 0) -> None:
        super().__init__("html_element", name, category, line=line)
        self.content_model: ContentModel = ""
        self.is_closed = False


class Entity(Node):
    """A character reference: `value` is the character, `original` as the source has it ("" if not from the source)."""

    __slots__ = ("name", "original")

    def __init__(self, character: str, *, name: str = "", original: str = "", line: int = 0) -> None:
        super().__init__("entity", character, line=line)
        self.name = name
        self.original = original


class FootnoteMark(Node):
    """A footnote's mark; `value` is the footnote's name. Its attributes are those of the definition."""

    __slots__ = ()

    def __init__(self, name: str, *, line: int = 0) -> None:
        super().__init__("footnote", name, line=line)
