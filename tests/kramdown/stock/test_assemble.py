from __future__ import annotations

from collections.abc import Callable

Convert = Callable[..., str]


def test_equal_headers_get_numbered_ids(convert: Convert):
    html = convert("# A title!\n\n# A title!\n\ntext\n\n## A title!")
    assert '<h1 id="a-title">' in html
    assert '<h1 id="a-title-1">' in html
    assert '<h2 id="a-title-2">' in html


def test_an_id_that_the_writer_gave_is_kept(convert: Convert):
    assert convert("# Title {#mine}") == '<h1 id="mine">Title</h1>'


def test_ids_keep_letters_of_every_script_and_drop_marks(convert: Convert):
    assert '<h1 id="ärger--日本-isnt">' in convert("# Ärger & 日本 isn't")


def test_footnotes_are_numbered_by_their_first_mark_and_stand_at_the_end(convert: Convert):
    html = convert("[^b]: Bee\n\nFirst[^b], then[^a], again[^b].\n\n[^a]: Ay *it*\n\n[^c]: never used\n\nEnd.")
    assert html.index("End.") < html.index('<div class="footnotes" role="doc-endnotes">')
    assert '<sup id="fnref:b"><a href="#fn:b" class="footnote" rel="footnote" role="doc-noteref">1</a></sup>' in html
    assert '<sup id="fnref:b:1">' in html
    assert html.index('<li id="fn:b">') < html.index('<li id="fn:a">')
    assert "<em>it</em>" in html
    assert "never used" not in html


def test_a_footnote_may_refer_to_another(convert: Convert):
    html = convert("Text[^a].\n\n[^a]: See[^b].\n\n[^b]: Bee.")
    assert '<li id="fn:b">' in html


def test_a_footnote_that_refers_to_itself_ends(convert: Convert):
    assert convert("Text[^a].\n\n[^a]: See[^a].").count("<li ") == 1


def test_a_mark_without_its_footnote_stays_text(convert: Convert):
    assert convert("Text[^none].") == "<p>Text[^none].</p>"


def test_a_table_of_contents_may_stand_in_a_footnote(convert: Convert):
    html = convert("# One\n\nText[^a].\n\n[^a]: * TOC\n    {:toc}\n")
    assert '<a href="#one" id="markdown-toc-one">One</a>' in html.partition('<li id="fn:a">')[2]
    assert "\x02" not in html


def test_the_table_of_contents_links_to_all_headers_but_those_left_out(convert: Convert):
    html = convert("* TOC\n{:toc}\n\n# One\n\n## Two *x*\n\n# Out {: .no_toc}\n\n# Three")
    assert html.startswith('<ul id="markdown-toc"><li><a href="#one" id="markdown-toc-one">One</a><ul><li>')
    assert '<a href="#two-x" id="markdown-toc-two-x">Two <em>x</em></a></li></ul></li><li><a href="#three"' in html
    assert "#out" not in html
