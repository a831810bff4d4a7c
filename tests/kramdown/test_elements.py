"""HTML as an ElementTree and back: what nobody changes keeps its bytes."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.kramdown.elements import DocumentElement, read_elements, write_elements

TAGS = (
    *("<p>", "</p>", "<b class='x'>", "</b>", "<br />", "<br>", "<img src=\"a\" alt='b'>", "<span />", "<x\n>"),
    *("<a href=x&amp;y>", "<P>", "</DIV >", "<div a=1 b>", "<script>", "</script>", "</", '<a b="c'),
)
TEXTS = ("text", " ", "\n", "&amp;", "&", "<", ">", '"', "'", "é", "&nbsp;", "if (a<b) {}")
OTHERS = ("<!-- c -->", "<!--", "-->", "<?pi?>", "<?", "<!DOCTYPE html>")
PARTS = st.sampled_from((*TAGS, *TEXTS, *OTHERS))


def tree(html: str) -> DocumentElement:
    root = DocumentElement("div")
    read_elements(html, root)
    return root


@given(st.lists(PARTS, max_size=30).map("".join) | st.text(max_size=40))
def test_reading_and_writing_any_text_changes_nothing(html):
    assert write_elements(tree(html)) == html


@given(st.lists(PARTS, max_size=30).map("".join))
def test_what_is_not_touched_keeps_its_bytes_beside_what_is(html):
    root = tree(f"<h1 id='a'>T</h1>{html}")
    root[0].set("class", "big")
    assert write_elements(root) == f'<h1 id="a" class="big">T</h1>{html}'


def test_the_tree_has_names_attributes_and_plain_text():
    root = tree('<p class="a&amp;b">1 &lt; 2 <EM>x</EM> &amp; y<br />z</p>\n')
    (p,) = root
    assert (p.tag, p.attrib, p.text, p.tail) == ("p", {"class": "a&b"}, "1 < 2 ", "\n")
    assert [(each.tag, each.text, each.tail) for each in p] == [("em", "x", " & y"), ("br", None, "z")]


def test_every_element_has_a_name():
    root = tree("<p>a <!-- c --> b</p><?pi?>")
    assert all(isinstance(each.tag, str) for each in root.iter())
    assert root[0].text == "a <!-- c --> b"


def test_scripts_hold_no_elements():
    root = tree("<script>if (a<b && c>d) '<p>'</script><p>x</p>")
    assert [each.tag for each in root] == ["script", "p"]
    assert root[0].text == "if (a<b && c>d) '<p>'"


@pytest.mark.parametrize(
    ("change", "html"),
    [
        (lambda p: p.set("title", 'a "b" <c>'), '<p title="a &quot;b&quot; &lt;c&gt;">x &lt;<b>y</b> <!-- c --></p>'),
        (lambda p: setattr(p, "text", "1 < 2"), "<p>1 &lt; 2<b>y</b> <!-- c --></p>"),
        (lambda p: setattr(p[0], "tail", p[0].tail + "&"), "<p>x &lt;<b>y</b> <!-- c -->&amp;</p>"),
        (lambda p: setattr(p, "tag", "section"), "<section>x &lt;<b>y</b> <!-- c --></section>"),
        (lambda p: p.remove(p[0]), "<p>x &lt;</p>"),
        (lambda p: SubElement(p, "img", src="a"), '<p>x &lt;<b>y</b> <!-- c --><img src="a" /></p>'),
        (lambda p: p.append(ElementTree.Comment("d")), "<p>x &lt;<b>y</b> <!-- c --><!--d--></p>"),
    ],
)
def test_a_change_is_written_and_nothing_else(change, html):
    root = tree("<p>x &lt;<b>y</b> <!-- c --></p>\n")
    change(root[0])
    assert write_elements(root) == html + "\n"


def test_an_element_that_was_empty_can_be_filled():
    root = tree("<span /><span />")
    root[0].text = "x"
    assert write_elements(root) == "<span>x</span><span />"


def test_an_element_of_ones_own_is_written_with_the_text_behind_it():
    element = Element("hr")
    element.tail = "a & b"
    assert write_elements(element) == "<hr />a &amp; b"


@pytest.mark.parametrize(
    "html", ["<p>" * 20_000, "<p>" * 9_000 + "</p>" * 9_000, "<!--" * 50_000, "<a b='" * 50_000, "<script>" * 50_000,
             '<a x="' * 30_000 + "'", "</p>" * 50_000, "<?" * 50_000, "<a b=" * 50_000]
)  # fmt: skip
def test_no_text_is_too_deep_or_too_odd(html):
    assert write_elements(tree(html)) == html
