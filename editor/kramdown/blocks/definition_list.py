"""Definition lists: a paragraph of terms, then definitions after `:`."""

from __future__ import annotations

import re

from editor.kramdown.attribute_lists import parse_attribute_list
from editor.kramdown.blocks.blank_line import BLANK_LINES
from editor.kramdown.blocks.eob import EOB
from editor.kramdown.blocks.frames import BlockParser, Frame, Source
from editor.kramdown.blocks.list_end import kind_at, make_transparent, pop_blank
from editor.kramdown.blocks.list_item import find_item_ial, read_content_line, read_first_line, read_indented_lines
from editor.kramdown.patterns import MARKER_END
from editor.kramdown.tree import AttributeList, Definition, Node, RawText, Term

_MARKERS = tuple(re.compile(rf" {{0,{spaces}}}+:(?={MARKER_END})") for spaces in range(4))


class _Gathered:
    """A definition while its lines are gathered."""

    __slots__ = ("indentation", "line", "node", "texts")

    def __init__(self, line: int, first: str, indentation: int, *, first_as_para: bool) -> None:
        self.node = Definition(first_as_para=first_as_para, line=line)
        self.indentation = indentation
        if first.startswith("{:") and (ial := find_item_ial(first, 0, len(first))) is not None:
            self.node.ial = AttributeList()
            parse_attribute_list(ial[1], self.node.ial)
            first = first[ial.end() :]
        self.texts = [first]
        self.line = line if first else line + 1

    def read_lines(self, parser: BlockParser, source: Source, *, lazy: bool) -> bool:
        """Read one more line of content, or several at once; False if the definition ends here."""
        lines = read_indented_lines(source, self.indentation)
        if not lines:
            content = read_content_line(parser, source, self.indentation, lazy=lazy)
            if content is None:
                return False
            lines = content[0]
        self.texts.append(lines)
        return True


def read_definition_list(parser: BlockParser, frame: Frame) -> bool:
    """After a paragraph (or a paragraph and one blank line), each of whose lines is a term.

    kramdown/parser/kramdown/list.rb, parse_definition_list.
    """
    source = frame.source
    if not _MARKERS[3].match(source.text, source.pos):
        return False
    paragraph, is_after_blank = _terms_before(frame)
    if paragraph is None:
        return False
    frame.settle()
    frame.block_ial = None
    node = Node("dl", line=paragraph.line)
    node.ial = paragraph.ial
    del frame.node.children[-2 if is_after_blank else -1 :]
    _add_terms(node, paragraph)
    definitions = _read_definitions(parser, source, first_as_para=is_after_blank)
    node.children.extend(each.node for each in definitions)
    parser.open(Frame(node, Source(""), closer=_finish))
    for each in reversed(definitions):
        parser.open(Frame(each.node, Source("".join(each.texts), line=each.line)))
    return True


def _terms_before(frame: Frame) -> tuple[Node | None, bool]:
    """The paragraph of terms, and whether a blank line follows it."""
    siblings = frame.node.children
    last = siblings[-1] if siblings else None
    if isinstance(last, Node) and last.kind == "p":
        return last, False
    if isinstance(last, Node) and last.kind == "blank" and last.value == "\n" and len(siblings) > 1:
        before = siblings[-2]
        if isinstance(before, Node) and before.kind == "p":
            return before, True
    return None, False


def _add_terms(node: Node, paragraph: Node) -> None:
    text = str(paragraph.children[0]) if paragraph.children else ""
    for number, term in enumerate(text.split("\n") if text else []):
        ial = find_item_ial(term, 0, len(term)) if "{:" in term else None
        if ial is not None:
            term = term[ial.end() :]
        child = Term(term, line=paragraph.line + number)
        if ial is not None:
            child.ial = AttributeList()
            parse_attribute_list(ial[1], child.ial)
        child.children.append(RawText(term))
        node.children.append(child)


def _read_definitions(parser: BlockParser, source: Source, *, first_as_para: bool) -> list[_Gathered]:
    text, size = source.text, len(source.text)
    definitions: list[_Gathered] = []
    marker = _MARKERS[3]
    is_after_blank = False
    while (pos := source.pos) < size:
        if definitions and (blank := BLANK_LINES.match(text, pos)) is not None:
            definitions[-1].texts.append(blank[0])
            source.pos = blank.end()
            first_as_para = is_after_blank = True
            continue
        start = marker.match(text, pos)
        if start is not None:
            definitions.append(_read_definition(source, start, first_as_para=first_as_para))
            marker = _MARKERS[min(definitions[-1].indentation - 1, 3)]
        elif EOB.match(text, pos) or not definitions[-1].read_lines(parser, source, lazy=not is_after_blank):
            break
        first_as_para = is_after_blank = False
    return definitions


def _read_definition(source: Source, marker: re.Match[str], *, first_as_para: bool) -> _Gathered:
    line = source.line
    end = source.text.index("\n", marker.end()) + 1
    start, indentation = read_first_line(source.text, marker.end(), end, marker.end() - source.pos)
    source.pos = end
    return _Gathered(line, source.text[start:end], indentation, first_as_para=first_as_para)


def _finish(parser: BlockParser, frame: Frame) -> None:
    """Make first paragraphs transparent; join a definition list that stands right before; give on a blank line."""
    blank: Node | None = None
    for item in frame.node.children:
        if not isinstance(item, Definition) or not item.children:
            continue
        blank = pop_blank(item)
        if kind_at(item, 0) == "p" and not item.first_as_para:
            make_transparent(item, breaks=True)
    siblings = parser.frames[-1].node.children
    before = _list_before(siblings)
    if before is None:
        siblings.append(frame.node)
    else:
        before.children.extend(frame.node.children)
    if blank is not None:
        siblings.append(blank)


def _list_before(siblings: list[Node | str]) -> Node | None:
    """The definition list at the end, from which a blank line after it is taken away."""
    last = siblings[-1] if siblings else None
    if isinstance(last, Node) and last.kind == "blank" and len(siblings) > 1:
        before = siblings[-2]
        if isinstance(before, Node) and before.kind == "dl":
            siblings.pop()
            return before
    return last if isinstance(last, Node) and last.kind == "dl" else None
