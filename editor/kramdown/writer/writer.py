"""The writer's state: what has been written, the elements that are open, and the options of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from editor.kramdown.definitions import Abbreviation, Definitions
from editor.kramdown.entities import NamedEntity
from editor.kramdown.fragment import Piece, TocEntry
from editor.kramdown.options import Options
from editor.kramdown.spans.abbreviations import one_space
from editor.kramdown.tree import Node
from editor.kramdown.writer.cjk import join_lines
from editor.kramdown.writer.code import CodeWriter, Highlight
from editor.kramdown.writer.entity_output import symbols, write_entity
from editor.kramdown.writer.escaping import escape_text

# Writes a leaf and returns None, or writes a start tag and returns the element whose children come next.
Opener: TypeAlias = "Callable[[Writer, Node, int], Open | None]"
# What ends an open element: text, or what looks first at what has been written since.
End: TypeAlias = "str | Callable[[], None]"
Open: TypeAlias = "tuple[Iterator[Node | str], int, Node, End]"

# kramdown indents without end; at depths where it would long have given up, that would be most of the output.
_MAX_INDENT = 400


@dataclass(frozen=True)
class Context:
    """What is the same for all fragments of a document; a context may write any number of them."""

    options: Options
    definitions: Definitions
    highlight: Highlight

    @cached_property
    def symbols(self) -> Mapping[str, str]:
        """Smart quotes and typographic symbols."""
        return symbols(self.options)

    def abbreviation(self, text: str) -> Abbreviation | None:
        """The definition of an abbreviation as it stands in the text: white space between its words may differ."""
        found = self.definitions.abbreviations.get(text)
        return found or self._by_one_space.get(one_space(text))

    @cached_property
    def _by_one_space(self) -> Mapping[str, Abbreviation]:
        return {one_space(name): each for name, each in self.definitions.abbreviations.items()}

    @cached_property
    def no_break_space(self) -> str:
        """The content of an empty cell."""
        return write_entity(NamedEntity("\u00a0", 160, "nbsp"), self.options)

    @cached_property
    def code(self) -> CodeWriter:
        """Writes code blocks and code spans."""
        return CodeWriter(self.options, self.highlight)


class Writer:
    """Writes one fragment. Open elements stand on a stack of our own, so that no nesting is too deep for it."""

    def __init__(self, context: Context, openers: Mapping[str, Opener], *, is_note: bool = False) -> None:
        self.context = context
        self.options = context.options
        self.text = _text_joined if context.options.remove_line_breaks_for_cjk else escape_text
        self.openers = openers
        self.is_note = is_note
        self.is_toc_entry = False
        self.html_depth = 0  # of open HTML elements: headers in them have ids by kramdown's rule
        self.out: list[Piece] = []
        self.open: list[Open] = []
        self.toc: list[TocEntry] = []
        self.images: list[str] = []
        self.column = 0  # of the next cell in the open row

    @property
    def parent(self) -> Node:
        """The innermost open element."""
        return self.open[-1][2]

    def write(self, node: Node, indent: int) -> None:
        """All children of a node, and theirs."""
        out, stack, openers, text = self.out, self.open, self.openers, self.text
        stack.append((iter(node.children), indent, node, ""))
        while stack:
            children, indent, _, end = stack[-1]
            for child in children:
                if isinstance(child, str):
                    if child:
                        out.append(text(child))
                else:
                    opened = openers[child.kind](self, child, indent)
                    if opened is not None:
                        stack.append(opened)
                        break
            else:
                stack.pop()
                if not isinstance(end, str):
                    end()
                elif end:
                    out.append(end)


def _text_joined(text: str) -> str:
    return join_lines(escape_text(text))


def pad(indent: int) -> str:
    """The spaces before a block."""
    return " " * indent if indent <= _MAX_INDENT else ""


def only_text(node: Node) -> str | None:
    """The text of a node that has nothing else: the most common block, which needs no stack."""
    children = node.children
    return children[0] if len(children) == 1 and isinstance(children[0], str) else None
