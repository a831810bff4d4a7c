"""Code is wrapped as kramdown wraps it with Rouge, by the options of the site."""

from __future__ import annotations

from typing import Any

import pytest

from editor.kramdown.definitions import Definitions
from editor.kramdown.options import JEKYLL_DEFAULTS, Options
from editor.kramdown.tree import CodeBlock, Node
from editor.kramdown.writer.code import CodeWriter
from editor.kramdown.writer.fragment_writer import context_for

PLAIN = {"default_lang": "plaintext", "guess_lang": True}


def highlight(code: str, language: str) -> str | None:
    """Knows Ruby alone."""
    return f"<span>{code}</span>" if language.startswith("ruby") else None


def writer(**opts: Any) -> CodeWriter:
    """A writer for these `syntax_highlighter_opts`."""
    return context_for(Options(syntax_highlighter_opts=opts), Definitions(), highlight).code


def block(writer: CodeWriter, *, language: str = "", css: str = "") -> str:
    """The code block `a<b`."""
    node = CodeBlock("a<b\n", language=language)
    if css:
        node.attrs["class"] = css
    return writer.write_block(node, pad="  ")


def span(writer: CodeWriter, css: str = "") -> str:
    """The code span `a<b`."""
    node = Node("codespan", "a<b")
    if css:
        node.attrs["class"] = css
    return writer.write_span(node)


def test_a_block_without_language_is_wrapped_as_plain_text() -> None:
    assert block(writer(**PLAIN)) == (
        '  <div class="language-plaintext highlighter-rouge"><div class="highlight"><pre class="highlight"><code>'
        "a&lt;b\n</code></pre></div>  </div>\n"
    )


def test_a_block_has_its_language_as_class_before_all_others() -> None:
    html = block(writer(**PLAIN), language="ruby?x=y", css="z language-ruby")
    assert html.startswith('  <div class="language-ruby z highlighter-rouge">')
    assert "<code><span>a<b\n</span></code>" in html


def test_a_language_that_rouge_does_not_know_gets_no_wrapper() -> None:
    html = block(writer(**PLAIN), language="nolang", css="x language-nolang")
    assert html == '  <pre class="x"><code class="language-nolang">a&lt;b\n</code></pre>\n'


@pytest.mark.parametrize(
    "opts",
    [
        {**PLAIN, "disable": True},
        {**PLAIN, "block": {"disable": True}},
        {**PLAIN, "disable": 0},
        {**PLAIN, "disable": ""},
        {"default_lang": "plaintext"},
        {"default_lang": "", "guess_lang": True},
        {},
    ],
)
def test_code_may_stay_as_it_is(opts: dict[str, Any]) -> None:
    assert block(writer(**opts)) == "  <pre><code>a&lt;b\n</code></pre>\n"


def test_options_are_true_as_they_are_to_ruby() -> None:
    assert 'class="rouge-table"' in block(writer(**PLAIN, line_numbers=0))
    assert 'class="rouge-table"' in block(writer(**PLAIN, line_numbers=""))
    assert '<pre class="">' in block(writer(**PLAIN, css_class=""))
    assert block(writer(**PLAIN, css_class=None, line_numbers=None, disable=False)) == block(writer(**PLAIN))


def test_without_highlighter_code_stays_as_it_is() -> None:
    code = context_for(Options(syntax_highlighter=None), Definitions(), highlight).code
    assert block(code, language="ruby", css="language-ruby") == (
        '  <pre><code class="language-ruby">a&lt;b\n</code></pre>\n'
    )
    assert span(code) == "<code>a&lt;b</code>"


def test_spans_have_no_wrapper_but_the_classes() -> None:
    code = writer(**PLAIN)
    assert span(code) == '<code class="language-plaintext highlighter-rouge">a&lt;b</code>'
    assert span(code, "x") == '<code class="language-plaintext x highlighter-rouge">a&lt;b</code>'
    assert span(code, "language-ruby") == '<code class="language-ruby highlighter-rouge"><span>a<b</span></code>'
    assert span(code, "language-nolang") == '<code class="language-nolang">a&lt;b</code>'


def test_spans_and_blocks_may_have_options_of_their_own() -> None:
    code = writer(**PLAIN, span={"disable": True}, block={"css_class": "mine"})
    assert span(code) == "<code>a&lt;b</code>"
    assert '<pre class="mine"><code>' in block(code)


def test_without_wrap_only_the_outer_element_is_left() -> None:
    assert block(writer(**PLAIN, wrap=False)) == (
        '  <div class="language-plaintext highlighter-rouge">a&lt;b\n  </div>\n'
    )


def test_lines_are_numbered_where_asked_for() -> None:
    html = block(writer(**PLAIN, line_numbers=True, start_line=7))
    assert '<td class="rouge-gutter gl"><pre class="lineno">7\n</pre></td>' in html
    assert '<td class="rouge-code"><pre>a&lt;b\n</pre></td></tr></tbody></table></code>' in html


def test_whitespaces_are_shown_where_asked_for_and_nothing_is_highlighted() -> None:
    node = CodeBlock("\ta  b \n")
    node.attrs["class"] = "show-whitespaces"
    assert writer(disable=True).write_block(node, pad="") == (
        '<pre class="show-whitespaces"><code><span class="ws-tab-l">\t</span>a<span class="ws-space">&#8901;</span>'
        '<span class="ws-space">&#8901;</span>b<span class="ws-space-r">&#8901;</span>\n</code></pre>\n'
    )


def test_jekylls_defaults_are_those_of_the_options() -> None:
    assert dict(JEKYLL_DEFAULTS.syntax_highlighter_opts) == PLAIN


def test_options_that_make_no_sense_are_as_none() -> None:
    html = block(writer(**PLAIN, block="x", line_numbers=True, start_line="y", line_format="%s %s"))
    assert '<pre class="lineno">1\n</pre>' in html
