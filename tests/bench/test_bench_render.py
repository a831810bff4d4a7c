"""How fast whole documents are converted, and what a keystroke costs in a post that has been rendered before.

All is processor time: these figures wait for nothing, so what else the machine does should not count.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import markdown
import pytest

from editor.kramdown.document import to_html
from editor.render.renderer import Renderer
from editor.site.post import Post
from editor.site.site import Site

pytestmark = pytest.mark.bench

NOW = datetime(2026, 1, 1, tzinfo=UTC)
RELATIVE = "_posts/2025-11-21-big-news.md"
KEYS = 40
TIMES = 5
WORDS = "the tide had gone out and left a long shore wet and grey under the sky nobody knew why it was that late in"
MARKED = (
    "*a long way*",
    "`wet`",
    "[slate](/slate.html)",
    '"knew"',
    "it wasn't",
    "why --",
    "**that** late",
    "and so...",
)
PLAIN_FOR_ONE_MARKED = 12  # about as in posts

CODE = """```python
def tide(hour: int) -> str:
    # Ebb or flow, roughly.
    return "ebb" if hour % 12 < 6 else "flow"
```"""


def _document(size: int) -> str:
    """Prose with headers, lists, tables, code, footnotes and references, as tutorials have them."""
    chooser, vocabulary = random.Random(7), WORDS.split() * len(MARKED)
    vocabulary += MARKED * (len(vocabulary) // len(MARKED) // PLAIN_FOR_ONE_MARKED)

    def words(least: int, most: int) -> str:
        return " ".join(chooser.choice(vocabulary) for _ in range(chooser.randint(least, most)))

    def part(number: int) -> str:
        kinds: dict[int, Callable[[], str]] = {
            2: lambda: f"## Part {number}: {words(2, 6)}",
            5: lambda: "\n".join(f"- {words(6, 20)}" for _ in range(5)),
            8: lambda: CODE,
            9: lambda: f"{words(20, 40)}[^{number}]\n\n[^{number}]: {words(5, 15)}",
            10: lambda: (
                f"{words(20, 40)} [see][{number}] {words(5, 20)}\n\n[{number}]: https://example.org/{number} 'See'"
            ),
            11: lambda: (
                "| a | b | c |\n|---|:-:|--:|\n" + "\n".join(f"| {words(1, 3)} | `x` | {n} |" for n in range(4))
            ),
            13: lambda: f"> {words(20, 40)}\n> {words(5, 10)}",
            15: lambda: "\n".join(f"{n}. {words(5, 9)}\n   - {words(4, 9)}" for n in range(1, 4)),
        }
        return kinds.get(number % 16, lambda: words(40, 110))()

    parts = ["The HTML of it.", "*[HTML]: Hyper Text"]
    length = 0
    while length < size:
        parts.append(part(len(parts)))
        length += len(parts[-1]) + 2
    return "\n\n".join(parts) + "\n"


def _seconds(convert: Callable[[str], str], text: str) -> float:
    began = time.process_time()
    convert(text)
    return time.process_time() - began


def test_whole_documents(capsys: pytest.CaptureFixture[str]):
    converters: dict[str, Callable[[str], str]] = {
        "Galley": to_html,
        "Python-Markdown, plain": lambda text: markdown.markdown(text),
        "Python-Markdown, extra and codehilite": lambda text: markdown.markdown(
            text, extensions=["extra", "codehilite"]
        ),
    }
    sizes = (10, 100, 1000)
    texts = {kilobytes: _document(kilobytes * 1000) for kilobytes in sizes}
    with capsys.disabled():
        print(f"\n{'Whole documents, MB/s (best of some)':<52}" + "".join(f"{size:>7} KB" for size in sizes))
        for name, convert in converters.items():
            convert(texts[10])
            speeds = [len(text) / min(_seconds(convert, text) for _ in range(TIMES)) / 1e6 for text in texts.values()]
            print(f"  {name:<50}" + "".join(f"{speed:10.2f}" for speed in speeds))


def _typing(text: str, at: int, keys: str = "and so it went on ") -> Iterator[str]:
    for number in range(KEYS):
        key = keys[number % len(keys)]
        text = text[:at] + key + text[at:]
        at += len(key)
        yield text


def _after(text: str, pattern: str, share: float) -> int:
    """The end of the first match after this share of the text (or before it)."""
    matches = list(re.finditer(pattern, text, re.MULTILINE))
    later = [match for match in matches if match.start() >= share * len(text)]
    return (later or matches[-1:])[0].end()


def _scenes(text: str) -> dict[str, Iterator[str]]:
    """The states of the text after each key, by what is being done."""
    paragraph = r"^[a-z\"*`][^\n]{60,}?\w(?= )"
    middle = _after(text, paragraph, 0.5)
    line = text.rfind("\n", 0, middle) + 1
    return {
        "at the start": _typing(text, _after(text, paragraph, 0)),
        "in the middle": _typing(text, middle),
        "at the end": _typing(text, len(text) - 1),
        "at the first words of a paragraph": _typing(text, line),
        "a new paragraph": _typing(text, line, "x\n\n"),
        "in a header": _typing(text, _after(text, r"^## Part \d+", 0.5)),
        "in a list": _typing(text, _after(text, r"^- [^\n]{20}", 0.5)),
        "in a fence": _typing(text, _after(text, r"^def tide", 0.5)),
        "opening a fence and closing it": (
            text[:line] + "```" * (number % 2) + "\n" + text[line:] for number in range(1, KEYS + 1)
        ),
        "in a footnote's definition": _typing(text, _after(text, r"^\[\^\d+\]: ", 0.5)),
        "in the definition of a link": _typing(text, _after(text, r"^\[\d+\]: https:[^ ]+", 0.5), "abc"),
        "in the definition of an abbreviation": _typing(text, text.index("Hyper Text")),
    }


@pytest.mark.parametrize("kilobytes", [5, 50, 100, 300, 1000])
def test_a_keystroke(site_folder: Path, report, kilobytes: int):
    renderer = Renderer(Site.open(site_folder))
    post = Post.from_bytes(b"---\ntitle: T\n---\n").with_text(_document(kilobytes * 1000))

    def milliseconds(state: Post) -> float:
        began = time.process_time()
        renderer.render(state, RELATIVE, now=NOW)
        return (time.process_time() - began) * 1000

    rows = {"(the first time)": [milliseconds(post)]}
    everywhere: list[float] = []
    for scene, states in _scenes(post.text).items():
        milliseconds(post)
        rows[scene] = [milliseconds(post.with_text(text)) for text in states]
        everywhere += rows[scene]
    report(f"A keystroke in {kilobytes} KB, ms", {**rows, "all of these": everywhere})
