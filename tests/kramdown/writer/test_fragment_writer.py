"""A tree becomes a fragment, however deep it is; what only the document can say stays a slot."""

from __future__ import annotations

import pytest

from editor.kramdown.definitions import Definitions
from editor.kramdown.fragment import Fragment, HeaderId, NoteMark, TocEntry
from editor.kramdown.options import Options
from editor.kramdown.tree import FootnoteMark, Header, HtmlElement, Node, Paragraph
from editor.kramdown.writer.fragment_writer import context_for, write_in


def node(kind: str, *children: Node | str) -> Node:
    """A node with children."""
    made = Node(kind)
    made.children.extend(children)
    return made


def write(*blocks: Node, options: Options | None = None) -> Fragment:
    """The fragment of some blocks."""
    return write_in(context_for(options or Options(), Definitions()), (node("root", *blocks),))


def header(*children: Node | str, level: int = 1) -> Header:
    """A header; its raw text is "Text"."""
    made = Header(level, "Text")
    made.children.extend(children)
    return made


def test_without_slots_a_fragment_is_one_string() -> None:
    assert write(node("blockquote", node("em", "a")), Node("hr")).pieces == (
        "<blockquote>\n<em>a</em></blockquote>\n<hr />\n",
    )


def test_header_ids_and_footnote_marks_are_slots() -> None:
    fragment = write(header("a", FootnoteMark("n")))
    assert fragment.pieces == ("<h1", HeaderId("Text", gfm=True), ">a", NoteMark("n"), "</h1>\n")


def test_headers_in_html_have_ids_by_kramdowns_rule() -> None:
    element = HtmlElement("div", "block")
    element.content_model = "block"
    element.children.append(header("a"))
    assert HeaderId("Text", gfm=False) in write(element).pieces


def test_the_toc_tells_headers_without_their_links_and_footnotes() -> None:
    link = node("a", "b ", node("em", "c"))
    fragment = write(header("a ", link, FootnoteMark("n"), level=2))
    assert [(entry.level, entry.html) for entry in fragment.toc] == [(2, "a b <em>c</em>")]


@pytest.mark.parametrize("attrs", [{"class": "x no_toc"}, {"class": "no_toc", "id": "i"}])
def test_headers_may_stay_out_of_the_toc(attrs: dict[str, str]) -> None:
    made = header("a")
    made.attrs.update(attrs)
    assert write(made).toc == ()


def test_a_header_with_an_id_of_its_own_has_no_slot() -> None:
    made = header("a")
    made.attrs["id"] = "i"
    fragment = write(made)
    assert fragment.pieces == ('<h1 id="i">a</h1>\n',)
    assert fragment.toc == (TocEntry(1, "i", "a"),)


def test_images_are_told_in_their_order() -> None:
    image = Node("img")
    image.attrs["src"] = "a.png"
    html = HtmlElement("img", "span")
    html.attrs["src"] = "b.png"
    assert write(node("p", image, " ", html)).images == ("a.png", "b.png")


@pytest.mark.parametrize("kind", ["blockquote", "em", "li", "ul"])
def test_no_nesting_is_too_deep(kind: str) -> None:
    innermost = tree = Node(kind)
    for _ in range(20_000):
        innermost.children.append(Node(kind))
        last = innermost.children[0]
        assert isinstance(last, Node)
        innermost = last
    innermost.children.append(Paragraph(transparent=True))
    (html,) = write(tree).pieces
    assert isinstance(html, str)
    assert html.count(f"</{kind}>") == 20_001
