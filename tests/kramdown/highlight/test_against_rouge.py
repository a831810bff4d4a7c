"""The spans that Rouge writes, judged by its own answers on blog-post-sized code in `tests/corpus/highlight/`."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from editor.kramdown.highlight.highlighter import highlight

_CORPUS = Path(__file__).parents[2] / "corpus" / "highlight"
_COMMONEST = (
    "ruby erlang python javascript shell yaml json java html xml diff c css go swift scala sql php rust plaintext"
)
_OURS = (
    "c console css diff docker erlang go html ini java javascript json jsx liquid make markdown nginx python r ruby"
    " rust scala shell sql swift toml typescript xml yaml"
)
_SPAN = re.compile(r'<span class="([a-z0-9]+)">([^<]*)</span>|([^<]+)')


def test_every_commonest_language_has_code_to_judge_by() -> None:
    assert [language for language in _COMMONEST.split() if not (_CORPUS / language).is_dir()] == []


@pytest.mark.parametrize("language", sorted(path.name for path in _CORPUS.iterdir()))
def test_the_characters_have_the_classes_that_rouge_gives_them(language: str) -> None:
    same, count = _compared(language)
    assert same / count >= 0.91


def test_over_the_commonest_languages_nearly_all_characters_have_rouges_class() -> None:
    results = [_compared(language) for language in _COMMONEST.split()]
    assert sum(same / count for same, count in results) / len(results) >= 0.99


@pytest.mark.parametrize("language", _OURS.split())
def test_what_a_lexer_of_our_own_reads_is_rouges_to_the_byte(language: str) -> None:
    for code in (_CORPUS / language).glob("*.txt"):
        tokens = json.loads(code.with_suffix(".json").read_text(encoding="utf-8"))
        assert highlight(code.read_text(encoding="utf-8"), language) == "".join(_span(*token) for token in tokens)


def _compared(language: str) -> tuple[int, int]:
    same = count = 0
    for path in (_CORPUS / language).glob("*.txt"):
        code = path.read_text(encoding="utf-8")
        theirs = [css for css, text in json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) for _ in text]
        html = highlight(code, language)
        assert html is not None
        ours = [
            (match[1] or "", character)
            for match in _SPAN.finditer(html)
            for character in unescape(match[2] if match[3] is None else match[3])
        ]
        assert "".join(character for _, character in ours) == code
        pairs = [(css, other) for (css, character), other in zip(ours, theirs, strict=True) if not character.isspace()]
        same += sum(css == other for css, other in pairs)
        count += len(pairs)
    return same, count


def _span(css: str, text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<span class="{css}">{text}</span>' if css else text
