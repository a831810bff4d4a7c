"""From the block pass's tree to the writer's: spans, attributes, blanks, texts for ids."""

from __future__ import annotations

from editor.kramdown.definitions import Definitions
from editor.kramdown.options import JEKYLL_DEFAULTS, Options
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.spans.tree_pass import read_block_by_block, read_spans
from editor.kramdown.tree import AttributeList, Header, Node, Paragraph, RawText


def _read(root: Node, *, options: Options = JEKYLL_DEFAULTS, after_blank: bool = False) -> list[Node | str]:
    ald = AttributeList()
    ald.attrs["title"] = "from afar"
    read_spans(root, SpanParser(options, Definitions(alds={"ald": ald})), after_blank=after_blank)
    return root.children


def _root(*children: Node) -> Node:
    root = Node("root")
    root.children = list(children)
    return root


def _paragraph(text: str) -> Paragraph:
    paragraph = Paragraph(line=3)
    paragraph.children = [RawText(text)]
    return paragraph


def test_raw_text_becomes_spans() -> None:
    """Nothing raw is left."""
    paragraph = _paragraph("a *b*")
    _read(_root(paragraph))
    assert paragraph.children[0] == "a "
    assert isinstance(paragraph.children[1], Node)
    assert not any(isinstance(each, RawText) for each in paragraph.children)


def test_block_ials_become_attributes() -> None:
    """With what the ALDs say that they refer to."""
    paragraph = _paragraph("a")
    paragraph.ial = AttributeList()
    paragraph.ial.refs.append("ald")
    paragraph.ial.attrs["class"] = "b"
    _read(_root(paragraph))
    assert paragraph.attrs == {"title": "from afar", "class": "b"}


def test_blanks_grow_together_over_eob_marks() -> None:
    """A definition between two blank lines leaves one blank."""
    children = _read(_root(_paragraph("a"), Node("blank", "\n"), Node("eob"), Node("blank", "\n\n"), _paragraph("b")))
    assert [each.kind if isinstance(each, Node) else each for each in children] == ["p", "blank", "p"]
    assert isinstance(children[1], Node)
    assert children[1].value == "\n\n\n"


def test_blanks_after_a_blank_go() -> None:
    """A tree that continues another after a blank line needs none at its beginning."""
    children = _read(_root(Node("eob"), Node("blank", "\n"), _paragraph("a"), Node("blank", "\n")), after_blank=True)
    assert [each.kind if isinstance(each, Node) else each for each in children] == ["p", "blank"]


def test_gfm_makes_ids_from_the_text_that_shows() -> None:
    """kramdown's own parser keeps the text as it was typed."""
    for options, raw_text in ((JEKYLL_DEFAULTS, "a b “c”"), (Options(input="kramdown"), 'a `b` *"c"*')):
        header = Header(1, 'a `b` *"c"*')
        header.children = [RawText('a `b` *"c"*')]
        _read(_root(header), options=options)
        assert header.raw_text == raw_text


def test_no_tree_is_too_deep() -> None:
    """Levels are on a stack of our own."""
    root = node = Node("root")
    for _ in range(20000):
        inner = Node("blockquote")
        node.children = [inner, Node("blank", "\n")]
        node = inner
    node.children = [_paragraph("*a*")]
    _read(root)
    paragraph = node.children[0]
    assert isinstance(paragraph, Node)
    assert isinstance(paragraph.children[0], Node)


def test_block_by_block_the_tree_becomes_the_same() -> None:
    """One blank between blocks over definitions, none of them kept below the root."""
    blocks = (_paragraph("a *b*"), Node("blank", "\n"), Node("eob"), Node("blank", "\n\n"), _paragraph("c"))
    root = _root(*blocks)
    read = [alone.children for alone in read_block_by_block(root, SpanParser(JEKYLL_DEFAULTS, Definitions()))]
    assert [[each.kind for each in children if isinstance(each, Node)] for children in read] == [
        ["p"],
        ["blank"],
        ["p"],
    ]
    assert root.children == []
