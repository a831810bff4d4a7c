"""Wraps code blocks and code spans as kramdown does with Rouge (kramdown/converter/syntax_highlighter/rouge.rb)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from editor.kramdown.options import Options
from editor.kramdown.tree import CodeBlock, Node
from editor.kramdown.writer.escaping import attributes, escape_code

# Code and language to spans with Rouge's classes, without any wrapper; None for a language that Rouge does not know.
Highlight: TypeAlias = Callable[[str, str], "str | None"]

_LANGUAGE = re.compile(r"(?<![A-Za-z0-9_])language-([^ \t\n\v\f\r]+)")
_SHOW_WHITESPACES = re.compile(r"\bshow-whitespaces\b", re.ASCII)
_WHITESPACES = re.compile(r"(^[ \t]+)|([ \t]+$)|([ \t]+)", re.MULTILINE)
_PLAIN = frozenset({"plaintext", "text"})  # Rouge's names of the lexer that finds nothing


@dataclass(frozen=True)
class RougeOptions:
    """`syntax_highlighter_opts` as they hold for blocks, or for spans."""

    default_lang: str | None
    guess_lang: bool
    disable: bool
    css_class: str
    wrap: bool
    line_numbers: bool
    start_line: int
    line_format: str
    table_class: str
    gutter_class: str
    code_class: str

    @classmethod
    def read(cls, given: Mapping[str, Any], *, place: str) -> RougeOptions:
        """Options of all code and of this place (`block` or `span`), which come before them."""
        inner = given.get(place)
        opts = {**given, **inner} if isinstance(inner, Mapping) else given
        default_lang, css_class = opts.get("default_lang"), opts.get("css_class")
        return cls(
            default_lang=str(default_lang) if _is_true(default_lang) else None,
            guess_lang=_is_true(opts.get("guess_lang")),
            disable=_is_true(opts.get("disable")),
            css_class=str(css_class) if _is_true(css_class) else "highlight",
            wrap=place == "block" and _is_true(opts.get("wrap", True)),
            line_numbers=_is_true(opts.get("line_numbers")),
            start_line=start if isinstance(start := opts.get("start_line"), int) else 1,
            line_format=str(opts.get("line_format", "%i")),
            table_class=str(opts.get("table_class", "rouge-table")),
            gutter_class=str(opts.get("gutter_class", "rouge-gutter")),
            code_class=str(opts.get("code_class", "rouge-code")),
        )

    def number(self, line: int) -> str:
        """A line's number as `line_format` has it, if that is a format for one number."""
        try:
            return self.line_format % line
        except (TypeError, ValueError):
            return str(line)


class CodeWriter:
    """Writes code for one set of options."""

    def __init__(self, options: Options, highlight: Highlight) -> None:
        self._highlighter = options.syntax_highlighter
        self._highlight = highlight
        self._block = RougeOptions.read(options.syntax_highlighter_opts, place="block")
        self._span = RougeOptions.read(options.syntax_highlighter_opts, place="span")
        self._plain_span = self._highlighter == "rouge" and _is_plain(self._span)

    def write_block(self, node: CodeBlock | Node, *, pad: str) -> str:
        """A code block: highlighted in a `div`, or as it is in a `pre`."""
        attrs = dict(node.attrs)
        language = _take_language(attrs)
        info = node.language if isinstance(node, CodeBlock) else ""
        code = self._format(node.value, info or language, self._block)
        if code is not None:
            self._add_classes(attrs, language or self._block.default_lang)
            return f"{pad}<div{attributes(attrs)}>{code}{pad}</div>\n"
        code = escape_code(node.value).removesuffix("\n")
        if _SHOW_WHITESPACES.search(node.attrs.get("class", "")):
            code = _WHITESPACES.sub(_show_whitespaces, code)
        code_class = attributes({"class": f"language-{language}"}) if language else ""
        return f"{pad}<pre{attributes(attrs)}><code{code_class}>{code}\n</code></pre>\n"

    def write_span(self, node: Node) -> str:
        """A code span."""
        if self._plain_span and not node.attrs:  # nearly every one
            return f'<code class="language-plaintext highlighter-rouge">{escape_code(node.value)}</code>'
        attrs = dict(node.attrs)
        match = _LANGUAGE.search(attrs.get("class", ""))
        language = match[1] if match else None
        code = self._format(node.value, language, self._span)
        if code is None:
            return f"<code{attributes(attrs)}>{escape_code(node.value)}</code>"
        self._add_classes(attrs, language or self._span.default_lang)
        return f"<code{attributes(attrs)}>{code}</code>"

    def _format(self, code: str, language: str | None, rouge: RougeOptions) -> str | None:
        """What Rouge's formatter writes, or None where the code is left as it is."""
        if self._highlighter != "rouge" or rouge.disable:
            return None
        given = language or rouge.default_lang
        name = given if given is not None else "guess" if rouge.guess_lang else ""
        if not name or (name in _PLAIN and not rouge.guess_lang):
            return None
        spans = escape_code(code) if name in _PLAIN else self._highlight(code, name)
        if spans is None:
            return None
        if rouge.line_numbers:
            spans = _with_line_numbers(spans, code, rouge)
        if rouge.wrap:
            return f'<div class="highlight"><pre class="{rouge.css_class}"><code>{spans}</code></pre></div>'
        return spans

    def _add_classes(self, attrs: dict[str, str], language: str | None) -> None:
        classes = f"{attrs.get('class', '')} highlighter-{self._highlighter}".lstrip()
        if language:
            match = _LANGUAGE.match(classes)
            classes = f"language-{language}{classes[match.end() :] if match else ' ' + classes}"
        attrs["class"] = classes


def _is_true(value: object) -> bool:
    """As Ruby sees it, to whom 0 and an empty text are true."""
    return value is not None and value is not False


def _is_plain(rouge: RougeOptions) -> bool:
    is_wrapped = rouge.guess_lang and not rouge.disable
    return rouge.default_lang == "plaintext" and is_wrapped and not rouge.line_numbers


def _take_language(attrs: dict[str, str]) -> str | None:
    """The language that the class tells; that class goes."""
    classes = attrs.get("class")
    match = _LANGUAGE.search(classes) if classes else None
    if match is None or classes is None:
        return None
    classes = (classes[: match.start()] + classes[match.end() :]).strip()
    if classes:
        attrs["class"] = classes
    else:
        del attrs["class"]
    return match[1]


def _with_line_numbers(spans: str, code: str, rouge: RougeOptions) -> str:
    """Rouge's table of line numbers and code (rouge/formatters/html_table.rb)."""
    lines = code.count("\n")
    if not code.endswith("\n"):
        lines += 1
        spans += "\n"
    numbers = "\n".join(rouge.number(line) for line in range(rouge.start_line, rouge.start_line + lines))
    return (
        f'<table class="{rouge.table_class}"><tbody><tr><td class="{rouge.gutter_class} gl">'
        f'<pre class="lineno">{numbers}\n</pre></td>'
        f'<td class="{rouge.code_class}"><pre>{spans}</pre></td></tr></tbody></table>'
    )


def _show_whitespaces(match: re.Match[str]) -> str:
    suffix = "-l" if match[1] else "-r" if match[2] else ""
    return "".join(
        f'<span class="ws-tab{suffix}">\t</span>' if each == "\t" else f'<span class="ws-space{suffix}">&#8901;</span>'
        for each in match[0]
    )
