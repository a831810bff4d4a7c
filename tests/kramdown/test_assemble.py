"""Fragments are joined to the document that kramdown writes: ids, footnotes and TOC belong to the whole of it."""

from __future__ import annotations

from editor.kramdown.assemble import Assembler
from editor.kramdown.document import to_html
from editor.kramdown.fragment import Fragment, HeaderId, NoteMark, NotesPlace, TocEntry, TocPlace
from editor.kramdown.options import Options


def no_note(name: str) -> Fragment:
    """For documents without footnotes."""
    raise KeyError(name)


def header(text: str, *, gfm: bool = True) -> Fragment:
    """The fragment of a header."""
    id_ = HeaderId(text, gfm=gfm)
    return Fragment(("<h1", id_, f">{text}</h1>\n"), (TocEntry(1, id_, text),))


def test_doubles_are_counted_by_each_rule_on_its_own() -> None:
    fragments = [header("A b"), header("A b", gfm=False), header("A b"), header("A b", gfm=False), header(";")]
    html = Assembler().assemble(fragments, Options(auto_id_prefix="x-"), no_note).html
    ids = ["x-a-b", "x-a-b", "x-a-b-1", "x-a-b-1", "x-"]
    assert [line.split('"')[1] for line in html.splitlines()] == ids


def test_an_empty_id_is_none() -> None:
    assert Assembler().assemble([header(";")], Options(), no_note).html == "<h1>;</h1>\n"


def test_what_has_no_slots_is_passed_on_as_it_is() -> None:
    fragment = Fragment(("<p>a</p>\n",))
    assert Assembler().assemble([fragment], Options(), no_note).pieces[0] is fragment.pieces[0]


def test_text_that_comes_out_the_same_is_the_same_object() -> None:
    assembler = Assembler()
    first, second = header("a"), header("b")
    before = assembler.assemble([first, second], Options(), no_note).pieces
    after = assembler.assemble([header("b"), first, second], Options(), no_note).pieces
    assert after[1] is before[0]
    assert after[2] == '<h1 id="b-1">b</h1>\n'


def test_footnotes_are_numbered_in_the_order_of_their_marks() -> None:
    html = to_html("a[^x] b[^y] c[^x]\n\n[^y]: Y[^z]\n[^x]: X\n[^z]: Z\n")
    assert html.split("\n\n")[0] == (
        '<p>a<sup id="fnref:x" role="doc-noteref"><a href="#fn:x" class="footnote" rel="footnote">1</a></sup>'
        ' b<sup id="fnref:y" role="doc-noteref"><a href="#fn:y" class="footnote" rel="footnote">2</a></sup>'
        ' c<sup id="fnref:x:1" role="doc-noteref"><a href="#fn:x" class="footnote" rel="footnote">1</a></sup></p>'
    )
    back = '\u00a0<a href="#fnref:%s" class="reversefootnote" role="doc-backlink">&#8617;%s</a>'
    assert f"<p>X{back % ('x', '')}{back % ('x:1', '<sup>2</sup>')}</p>" in html
    assert [line.strip() for line in html.splitlines() if "<li" in line] == [
        f'<li id="fn:{name}" role="doc-endnote">' for name in "xyz"
    ]


def test_version_2_5_writes_other_roles_and_the_link_text_of_the_options() -> None:
    options = Options(version="2.5", footnote_link_text="[note %s]")
    html = to_html("a[^x]\n\n[^x]: X", options)
    assert html.startswith(
        '<p>a<sup id="fnref:x"><a href="#fn:x" class="footnote" rel="footnote" role="doc-noteref">[note 1]</a></sup>'
    )
    assert '<li id="fn:x">' in html


def test_back_links_need_a_paragraph_of_their_own_after_other_blocks() -> None:
    text = "a[^x]\n\n[^x]: > q\n"
    link = '<a href="#fnref:x" class="reversefootnote" role="doc-backlink">&#8617;</a>'
    assert f"      <p>{link}</p>\n" in to_html(text)
    assert f"<p>q\u00a0{link}</p>" in to_html(text, Options(footnote_backlink_inline=True))
    assert "reversefootnote" not in to_html(text, Options(footnote_backlink=""))


def test_footnotes_and_toc_stand_at_the_first_of_their_places() -> None:
    toc = TocPlace("ul", (("class", "t"),), ("<ul>otherwise</ul>\n",))
    notes = NotesPlace(("<ol>otherwise</ol>\n",))
    fragments = [
        Fragment((toc, notes)),
        header("a"),
        Fragment((toc, notes, "<p>", NoteMark("n"), "</p>\n")),
    ]
    assembled = Assembler().assemble(fragments, Options(), lambda name: Fragment((f"    <li>{name}</li>\n",)))
    assert assembled.footnotes == ""
    assert assembled.pieces[0] == (
        '<ul class="t" id="markdown-toc">\n  <li><a href="#a" id="markdown-toc-a">a</a></li>\n</ul>\n'
        '<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li>n</li>\n  </ol>\n</div>\n'
    )
    assert assembled.pieces[2].startswith("<ul>otherwise</ul>\n<ol>otherwise</ol>\n<p><sup")


def test_the_toc_nests_by_levels() -> None:
    html = to_html(
        "1. x\n{:toc}\n\n## a\n\n#### b\n\n### c\n\n# d\n{:.no_toc}\n\n# *e*",
        Options(toc_levels=frozenset({1, 2, 3, 4})),
    )
    assert html.split("\n\n")[0] == (
        '<ol id="markdown-toc">\n'
        '  <li><a href="#a" id="markdown-toc-a">a</a>    <ol>\n'
        '      <li><a href="#b" id="markdown-toc-b">b</a></li>\n'
        '      <li><a href="#c" id="markdown-toc-c">c</a></li>\n'
        "    </ol>\n"
        "  </li>\n"
        '  <li><a href="#e" id="markdown-toc-e"><em>e</em></a></li>\n'
        "</ol>"
    )


def test_without_headers_the_toc_is_nothing() -> None:
    assert to_html("* x\n{:toc}") == ""


def test_headers_link_to_themselves_since_version_2_5() -> None:
    text = "# a {#i}\n\n# b"
    assert to_html(text, Options(header_links=True)) == '<h1 id="i">a</h1>\n\n<h1 id="b">b</h1>\n'
    assert to_html(text, Options(header_links=True, version="2.5")) == (
        '<h1 id="i"><a href="#i"></a>a</h1>\n\n<h1 id="b"><a href="#b"></a>b</h1>\n'
    )


def test_options_in_the_text_hold_for_the_whole_document() -> None:
    assert to_html('# a\n\n{::options auto_ids="false" footnote_nr="7" /}') == "<h1>a</h1>\n\n"
