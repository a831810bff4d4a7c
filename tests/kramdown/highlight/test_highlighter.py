"""Code to HTML: names, spans, and what stays plain."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape

import pytest

from editor.kramdown.highlight.highlighter import LONGEST_CODE, LONGEST_LINE, LONGEST_RUN, highlight
from editor.kramdown.highlight.names import find_language, languages_by_name


@pytest.mark.parametrize("language", ["", "Ruby", "nope", "?start_inline=1", "objectivec-c", "mjs"])
def test_a_name_that_rouge_does_not_know_gives_nothing(language: str) -> None:
    assert highlight("x", language) is None


def test_all_names_and_aliases_of_rouge_are_known() -> None:
    assert len(languages_by_name()) == 372
    assert all(highlight("x = 1\n", name) is not None for name in languages_by_name())


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("rb", "ruby"),
        ("bash", "shell"),
        ("c++", "cpp"),
        ("rust,no_run", "rust"),
        ("php?start_inline=1", "php"),
        ("yml", "yaml"),
    ],
)
def test_an_alias_and_options_lead_to_the_language(name: str, language: str) -> None:
    assert find_language(name, "") == language


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("#!/usr/bin/env ruby\nputs 1\n", "ruby"),
        ("#!/bin/bash -x\nls\n", "shell"),
        ("# -*- mode: python -*-\n", "python"),
        ("// vim: ft=javascript\n", "javascript"),
        ("<!DOCTYPE html>\n<p>\n", "html"),
        ('<?xml version="1.0"?>\n<a/>\n', "xml"),
        ("diff --git a/x b/x\n", "diff"),
        ("just some words\n", "plaintext"),
    ],
)
def test_guess_goes_by_what_the_code_shows(code: str, language: str) -> None:
    assert find_language("guess", code) == language


def test_plain_text_is_escaped_and_quotes_stay() -> None:
    assert highlight("<a href=\"x\"> & 'y'\n", "text") == "&lt;a href=\"x\"&gt; &amp; 'y'\n"


def test_neighbours_of_one_class_share_a_span_over_lines() -> None:
    assert highlight("/* one\n   <two> */\nx;\n", "css").startswith('<span class="c">/* one\n   &lt;two&gt; */</span>')  # type: ignore[union-attr]


def test_text_without_a_class_has_no_span() -> None:
    assert highlight("ls | foo\n", "bash") == '<span class="nb">ls</span> | foo\n'


@pytest.mark.parametrize("code", ["", "\n", "\n\n  \n", "x", "\n\nx\n\n"])
def test_blank_lines_and_a_missing_last_newline_stay(code: str) -> None:
    for name in ("ruby", "python", "html", "make", "console", "json"):
        html = highlight(code, name)
        assert html is not None
        assert "".join(part.partition(">")[2] if part[:5] == "span " else part for part in _without_ends(html)) == code


@pytest.mark.parametrize("language", ["ruby", "kotlin"])
@pytest.mark.parametrize("code", ["a = 1\n" * (LONGEST_CODE // 5), "x" * (LONGEST_LINE + 1)])
def test_code_that_nobody_reads_stays_plain(code: str, language: str) -> None:
    assert highlight(code, language) == code


@pytest.mark.parametrize("unit", ["x", "a\n", "((", '\\"', "\n", "abcdefg\n"])
def test_what_comes_again_and_again_stays_plain_where_pygments_would_read_it(unit: str) -> None:
    code = unit * (2 * LONGEST_RUN // len(unit))
    assert highlight(code, "csharp") == code


def test_a_language_with_slow_patterns_stays_plain_earlier() -> None:
    code = "".join(f"var a{number} = b{number};\n" for number in range(600))
    assert "<span" not in str(highlight(code, "csharp"))
    assert "<span" in str(highlight(code, "kotlin"))


def test_nothing_of_pygments_is_imported_before_code_is_read() -> None:
    script = (
        "import sys, editor.kramdown.highlight.highlighter as h\n"
        "h.highlight('x', 'text'); h.highlight('x', 'nope')\n"
        "h.highlight('x', 'ruby'); h.highlight('<p>', 'html')\n"
        "assert not any(name.startswith('pygments') for name in sys.modules)\n"
        "h.highlight('x', 'lua')\n"
        "assert 'pygments.lexers.python' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def _without_ends(html: str) -> list[str]:
    return html.replace("</span>", "").replace("&gt;", ">").split("<")


@pytest.mark.parametrize("language", ["php", "ruby", "shell", "scala", "toml", "html"])
@pytest.mark.parametrize("part", ["/*\n", "a\n", "<<a\n", "((", "a.", '"\\', "${", "<a ", "%{"])
def test_hostile_code_comes_out_whole(language: str, part: str) -> None:
    """That it ends is the test."""
    code = part * (2_900 // len(part))
    html = highlight(code, language)
    assert html is not None
    assert unescape(re.sub(r"<[^>]*>", "", html)) == code


def test_code_in_a_sentence_comes_out_whole_in_every_language() -> None:
    """It has no line end, without which the lexers of sessions read no line."""
    for name in languages_by_name():
        for code in ("x = 1", ">> puts 'a < b'", "\n $ \\"):
            assert unescape(re.sub(r"<[^>]*>", "", highlight(code, name) or "")) == code, name


def test_a_float_in_ruby_is_one_number() -> None:
    assert highlight("[2.5, 1.0..3, 1.succ]", "ruby") == (
        '<span class="p">[</span><span class="mf">2.5</span><span class="p">,</span> <span class="mf">1.0</span>'
        '<span class="o">..</span><span class="mi">3</span><span class="p">,</span> <span class="mi">1</span>'
        '<span class="p">.</span><span class="nf">succ</span><span class="p">]</span>'
    )


def test_blank_lines_before_the_end_of_a_here_document_belong_to_its_end() -> None:
    html = highlight("cat <<EOF\na b.\n\nEOF\nls\n", "sh")
    assert str(html).endswith('\na b.\n</span><span class="no">\nEOF\n</span><span class="nb">ls</span>\n')


def test_a_quote_that_a_command_leaves_open_goes_on_in_the_next_command() -> None:
    html = highlight("$ echo 'a\n$ ls'\nout\n$ ls\n", "console")
    assert str(html).count('<span class="s1">') == 2
    assert str(html).endswith('<span class="gp">$</span><span class="w"> </span><span class="nb">ls</span>\n')
