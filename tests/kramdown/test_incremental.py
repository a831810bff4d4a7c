"""The law of the incremental document: whatever was edited before, its HTML is that of the whole text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kramdown_judge.suites import MISSING, read_suites

from editor.kramdown.document import to_html
from editor.kramdown.incremental import IncrementalDocument
from editor.kramdown.options import JEKYLL_DEFAULTS, Options

BLOCKS = (
    "A plain paragraph.",
    "Two lines of\na paragraph with *stress* and **strong** text.",
    'Dashes -- and "quotes" and it\'s `code`...',
    "A [reference][one], a [two], a ![picture][one] and [^1] and [^note].",
    "The HTML and CSS words, HTML again, a\\*b.",
    "See[^1] twice[^1] and ~~gone~~.",
    "# Title",
    "# Title\ntext [one]",
    "## Title [^note] *x*",
    "### Given {#given}",
    "Title\n-----",
    "- one\n- two",
    "- one\n\n- two",
    "* star\n^",
    "1. first\n2. second",
    "- [ ] open\n- [x] done",
    "- parent\n\n    nested paragraph\n\n    - child\n\n  ```\n  x",
    "- {: .c} item\n{: .list}",
    "    indented code\n\n    more code",
    "  two spaces",
    "\ttab",
    "> quoted\nlazily",
    "> more\n>\n> - x\n> ~~~",
    "```\ncode\n\n# not a header\n```",
    "```ruby\nx = 1\n```",
    "~~~\n```\n\n- x\n~~~",
    "```",
    "````",
    "~~~",
    "  ```",
    "``` not a fence\ntext",
    "<div>\n\n*raw*\n\n</div>",
    '<div markdown="1">\n\n*read*\n\n- x\n\n</div>',
    '<div markdown="1">',
    "<div>",
    "<div",
    '<div class="a',
    '<p a="x"y>',
    'b" c>',
    "</div",
    ">",
    "class",
    "</div>",
    "<p>raw</p> tail",
    "<p>one</p><div>\n\ntwo</div>",
    "<p>one</p>$$ x",
    "<hr>",
    "<br/>",
    "<span>inline\n\nspan</span>",
    "<!-- comment\n\nwith blank -->",
    "<!-- open",
    "closed -->",
    "<script>\n\nlet x = '<div>'\n\n</script>",
    "<https://example.org> first",
    "a < b and c > d",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "a | b\n--|--\n1 | 2",
    "| single |",
    "Term\n: meaning",
    ": meaning",
    "Term",
    ":   more\n\n    of it",
    '[one]: https://example.org/1 "One"',
    "[one]: https://example.org/1\n{: .linked}",
    "[Two]: <https://example.org/2>",
    "[one]: /later\n  'T'",
    "*[HTML]: Hyper Text",
    "*[HTML]: Hyper\n{: .abbr}",
    "*[CSS]: Style",
    "*[a*b]: Stars",
    "[^1]: First note with [two].\n\n    Second paragraph.",
    "[^1]: A note.\n{: .noted}",
    "[^note]: Another HTML note[^1].",
    "[^note]: > quoted\n\n    # Title\n\n    [one]: /inside",
    "text\n[^note]: in a paragraph",
    "{: .class}",
    "{: #id ref}",
    "{:ref: .from-ald title='t'}",
    "{:ref: class='other' two}",
    "{:two: .second}",
    "{: .open",
    "{:ref: open",
    "}",
    "x } y",
    "Paragraph\n{: .lead ref}",
    "*Span*{: ref} and [two]{: two}",
    "$$\nx\n\ny\n$$",
    "$$",
    "$$ x",
    "y $$ z",
    "\\$$ x $$",
    "inline $$ math $$ here",
    "{::comment}\n\nhidden\n\n{:/comment}",
    "{::comment}",
    "{:/}",
    "{::nomarkdown}\n<b>\n{:/}",
    "{::unknown}",
    "{::nothing /}",
    '{::options auto_ids="false" /}',
    "* toc\n{:toc}",
    "* notes\n{:footnotes}",
    "^",
    "* * *",
    "---",
    "\\[escaped\\] \\*",
    "Line with   \nbreak &amp; &copy; &\\\nend",
    "Ärger 日本語 “x”",
)  # fmt: skip
GAPS = ("\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n  \n", "")
PIECES = (
    "",
    "\n",
    "\n\n",
    " ",
    "x",
    "`",
    "```\n",
    "$$",
    "<",
    ">",
    "{:",
    "}",
    ":",
    "- ",
    "    ",
    "|",
    '"',
    "#",
    "[one]: /x\n",
)


def _texts() -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(st.sampled_from(BLOCKS), st.sampled_from(GAPS)), max_size=14)
    return pairs.map(lambda parts: "".join(block + gap for block, gap in parts))


def _edits() -> st.SearchStrategy[list[tuple[float, int, str]]]:
    """Where (a share of the text), how many characters go, and what comes in their place."""
    pieces = st.one_of(st.sampled_from(PIECES), st.sampled_from(BLOCKS))
    lengths = st.one_of(st.integers(0, 3), st.integers(0, 60))
    return st.lists(st.tuples(st.floats(0, 1), lengths, pieces), min_size=1, max_size=8)


def _edited(text: str, edits: Sequence[tuple[float, int, str]]) -> Iterator[str]:
    for share, length, piece in edits:
        at = round(share * len(text))
        text = text[:at] + piece + text[at + length :]
        yield text


def _agree(options: Options, texts: Sequence[str]) -> None:
    document = IncrementalDocument(options)
    for text in texts:
        converted = document.update(text)
        assert converted.html == to_html(text, options), texts
        assert "".join(part.text for part in converted.parts).rstrip("\n") == text.rstrip("\n")


plain = Options(input="kramdown")
others = Options(
    hard_wrap=True, link_defs={"two": ("/two", None)}, auto_id_prefix="x-", footnote_nr=3, toc_levels=frozenset({2})
)
laws = settings(deadline=None, suppress_health_check=list(HealthCheck))


@settings(laws, max_examples=250)
@given(_texts(), _edits())
def test_a_document_in_chunks_is_the_whole_document(text: str, edits: list[tuple[float, int, str]]):
    _agree(JEKYLL_DEFAULTS, [text, *_edited(text, edits)])


@pytest.mark.long
@pytest.mark.parametrize("options", [JEKYLL_DEFAULTS, plain, others], ids=["GFM", "kramdown", "other options"])
@settings(laws, max_examples=20_000)
@given(_texts(), _edits())
def test_a_document_in_chunks_is_the_whole_document_at_length(
    options: Options, text: str, edits: list[tuple[float, int, str]]
):
    _agree(options, [text, *_edited(text, edits)])


@settings(laws, max_examples=60)
@given(st.sampled_from([plain, others]), _texts(), _edits())
def test_the_options_of_a_site_change_nothing_of_that(options: Options, text: str, edits: list[tuple[float, int, str]]):
    _agree(options, [text, *_edited(text, edits)])


@settings(laws, max_examples=60)
@given(st.lists(_texts(), min_size=2, max_size=5))
def test_what_was_converted_before_never_shows(texts: list[str]):
    _agree(JEKYLL_DEFAULTS, texts)


CASES = sorted(case.text for case in read_suites().values())


@pytest.mark.skipif(not CASES, reason=MISSING)
@settings(laws, max_examples=60)
@given(st.data())
def test_the_cases_of_kramdown_agree_whatever_is_edited(data: st.DataObject):
    text = data.draw(st.sampled_from(CASES))
    _agree(JEKYLL_DEFAULTS, [text, *_edited(text, data.draw(_edits()))])


@pytest.mark.long
@pytest.mark.skipif(not CASES, reason=MISSING)
@settings(laws, max_examples=5_000)
@given(st.data())
def test_the_cases_of_kramdown_agree_whatever_is_edited_at_length(data: st.DataObject):
    options = data.draw(st.sampled_from([JEKYLL_DEFAULTS, plain, others]))
    text = data.draw(st.sampled_from(CASES))
    _agree(options, [text, *_edited(text, data.draw(_edits()))])


@pytest.fixture
def document() -> IncrementalDocument:
    return IncrementalDocument()


def test_what_an_edit_did_not_touch_is_kept(document: IncrementalDocument):
    before = document.update("a\n\n# b\n\n- c\n\nd\n\ne\n").parts
    after = document.update("a\n\n# b\n\n- c\n\nd!\n\nmore\n\ne\n").parts
    assert all(one is other for one, other in zip(before[:3], after[:3], strict=True))
    assert after[-1] is before[-1]


@pytest.mark.parametrize(
    "texts",
    [
        ("A\n\n{: .x}\n\nB\n",),  # an IAL that waits over a blank line
        ("Term\n\n{: .x}\n: not its own block\n",),
        ("Term\n\nText\n", "Term\n\n: Text\n"),
        ("Term\n: one\n\nTerm\n\n: two\n",),
        ("- a\n\nb\n", "- a\n\n  b\n", "- a\n\n- b\n"),
        ("$$ x\n\n<div>\n\n$$\n\nz\n", "$$ x\n\n<div>\n\n$$ y\n\nz\n"),
        ("<div\n\ntext. x\n", "<div\n\ntext\n>x\n"),
        ('<p a="x"y>\n\ntext\n', '<p a="x"y>\n\ntext" b>\n'),
        ("````\n\na\n```\n\nb\n", "````\n\na\n```\n\nb\n````\n"),
        ("{:a\n\n\\}\n\nb\n", "{:a\n\n\\}\n\nb\n}\n"),
        ("HTML\n\n*[HTML]: x\n{: .y}\n",),
        ("{:a: .x}\n\nb\n{: a}\n\n{:a: class='y'}\n",),
        ("* toc\n{:toc}\n\n# A\n\n# A\n",),
        ("[^1]: x\n\n{::options footnote_nr='3' /}\n\ny[^1]\n", "y\n"),
        ("\n\n[a]: b\n\nc\n", "[a]: b\n\nc\n", "x\n\n[a]: b\n\nc\n"),
        ("HT{::comment /}ML\n", "HT{::comment /}ML\n\n*[HTML]: x\n"),
        ("a\\\\b\n", "a\\\\b\n\n*[a\\b]: x\n"),
    ],
)
def test_what_looks_far_or_back_is_converted_with_what_it_sees(texts: tuple[str, ...]):
    _agree(JEKYLL_DEFAULTS, texts)


def test_an_opened_fence_takes_what_follows_and_gives_it_back(document: IncrementalDocument):
    texts = ("a\n\nb\n\nc\n", "a\n\n```\nb\n\nc\n", "a\n\n```\nb\n\nc\n```\n", "a\n\nb\n\nc\n```\n")
    for text in texts:
        assert document.update(text).html == to_html(text)


def test_a_stopped_update_leaves_the_document_as_it_was(document: IncrementalDocument):
    def stop() -> None:
        raise InterruptedError

    before = document.update("a [b]\n\nb\n")
    with pytest.raises(InterruptedError):
        document.update("a [b]\n\n[b]: /c\n\nd\n", stop)
    assert document.update("a [b]\n\nb\n", stop) == before
    assert document.update("a [b]\n\n[b]: /c\n").html == to_html("a [b]\n\n[b]: /c\n")


def test_a_definition_touches_only_what_asks_for_it(document: IncrementalDocument):
    before = document.update("[a] x\n\n[b] y\n\n[a]: /1\n\n[b]: /1\n").parts
    after = document.update("[a] x\n\n[b] y\n\n[a]: /2\n\n[b]: /1\n").parts
    assert [one is other for one, other in zip(before, after, strict=True)] == [False, True, False, True]


def test_line_ends_are_kramdowns(document: IncrementalDocument):
    for text in ("a\r\n\r\nb\rc", "", "\n\n\n", "\n\n\na\n", " \n"):
        assert document.update(text).html == to_html(text)
