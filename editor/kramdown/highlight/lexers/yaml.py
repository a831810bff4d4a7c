"""YAML as Rouge reads it: indentation tells where a scalar ends (rouge/lexers/yaml.rb)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from editor.kramdown.highlight.grammar import Act, Grammar, Reading, Rule, Token

_NUMBER = re.compile(r"[+-]?\d+")


@dataclass
class _Indents:
    """The indents of the blocks that are open, the one that may open next, and the block scalar's."""

    open: list[int] = field(default_factory=lambda: [0])
    next: int = 0
    scalar: int | None = None

    def save(self, spaces: str) -> tuple[str, str]:
        """Closes what is deeper; the spaces that belong to an open block, and those that fit none."""
        self.next = len(spaces)
        if self.next >= self.open[-1]:
            return spaces, ""
        while self.next < self.open[-1]:
            self.open.pop()
        return spaces[: self.open[-1]], spaces[self.open[-1] :]

    def enter(self) -> None:
        """Opens the next block if it is deeper."""
        if self.open[-1] < self.next:
            self.open.append(self.next)


def _indents(reading: Reading) -> _Indents:
    if not reading.notes:
        reading.notes.append(_Indents())
    found: _Indents = reading.notes[0]
    return found


def _start(*, css: str, state: str) -> Act:
    def act(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
        reading.notes.clear()
        reading.stack.append(state)
        return ((css, texts[0]),)

    return Act(act)


def _line(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    inside, wrong = _indents(reading).save(texts[0])
    reading.stack += ("block line", "indentation")
    return [token for token in (("", inside), ("err", wrong)) if token[1]]


def _spaces(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    _indents(reading).next += len(texts[0])
    return (("", texts[0]),) if texts[0] else ()


def _last_spaces(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    reading.stack.pop()
    return _spaces(reading, texts)


def _indicator(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    indents = _indents(reading)
    indents.enter()
    indents.next += len(texts[0])
    return (("pi", texts[0]),)


def _key(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    _indents(reading).enter()
    return ("na", texts[1]), ("pi", texts[2])


def _scalar_header(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    indents, sign = _indents(reading), texts[0]
    indents.scalar = None
    reading.stack[-1] = "ignored line"
    if not sign:
        return ()
    number = _NUMBER.match(sign)
    indents.scalar = indents.open[-1] + (int(number[0]) if number else 0)
    return (("pi", sign),)


def _blank_scalar_line(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    mark = _indents(reading).scalar or len(texts[0])
    return [token for token in (("", texts[0][:mark]), ("no", texts[0][mark:])) if token[1]]


def _scalar_line(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    indents, size = _indents(reading), len(texts[0])
    least = indents.open[-1] if indents.scalar is None else indents.scalar
    if indents.scalar is None:
        indents.scalar = size
    if size < least:
        indents.save(texts[0])
        reading.stack[-1] = "indentation"
    return (("", texts[0]),) if size else ()


def _plain_line(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    reading.stack.pop()
    indents = _indents(reading)
    if len(texts[0]) <= indents.open[-1]:
        indents.save(texts[0])
        reading.stack[-1] = "indentation"
    return (("", texts[0]),) if texts[0] else ()


_PLAIN = r"[^ \t\n\r\f\v?:,\[\]{}#&*!|>'\"%@`]"
_WORD = r"(?u:[\w-]+)"
_COMMENT: Rule = (r"#.*$", "c1")
_DESCRIPTORS: list[Rule] = [
    (r"!<[0-9A-Za-z;/?:@&=+$,_.!~*'()\[\]%-]+>", "kt"),
    (r"(?:![\w-]+)?![\w;/?:@&=+$,.!~*'()\[\]%-]*", "kt"),
    (rf"&{_WORD}", "nl"),
    (rf"\*{_WORD}", "nv"),
]
_FLOW: list[Rule] = [
    (r"\[", "pi", "flow sequence"),
    (r"\{", "pi", "flow mapping"),
    (r"'", "s1", "single quotes"),
    (r'"', "s2", "double quotes"),
]
_COLLECTION: list[Rule] = [
    (r"\s+", ""),
    _COMMENT,
    (r"[?:,]", "pi"),
    *_DESCRIPTORS,
    *_FLOW,
    (rf"(?={_PLAIN})", "", "plain in flow"),
]
_QUOTED_SPACES: list[Rule] = [(r"^ +", ""), (r" +$", ""), (r"\n+", ""), (r" +", "nv")]

YAML = Grammar(
    {
        "root": [
            _COMMENT,
            (r"\n+", ""),
            (r" +(?=#|$)", ""),
            (r"^%YAML\b", _start(css="nt", state="version")),
            (r"^%TAG\b", _start(css="nt", state="tag handle")),
            (r"^(?:---|\.\.\.)(?= |$)", _start(css="nn", state="block line")),
            (r" *(?!\s|$)", Act(_line)),
        ],
        "indentation": [
            (r"\s*?\n", "", ("#pop", "#pop")),
            (r" +(?=[-:?](?: |$))", Act(_spaces)),
            (r"[?:-](?= |$)", Act(_indicator)),
            (r" *", Act(_last_spaces)),
        ],
        "block line": [
            (r" *(?=#|$)", "", "#pop"),
            (r" +", ""),
            *_DESCRIPTORS,
            (r"([^#,:?\[\]{}\"'\n]+)(:)(?=\s|$)", Act(_key, 2)),
            (r"[|>][+-]?", "pi", ("scalar", "scalar header")),
            *_FLOW,
            (rf"(?={_PLAIN}|[?:-][^ \t\n\r\f\v])", "", "plain"),
        ],
        "flow sequence": [(r"\]", "pi", "#pop"), *_COLLECTION],
        "flow mapping": [(r"\}", "pi", "#pop"), *_COLLECTION],
        "scalar header": [(r"(?:[1-9][+-]?|[+-]?[1-9]?)(?= |$)", Act(_scalar_header))],
        "scalar": [
            (r"\n+", ""),
            (r"^ +$", Act(_blank_scalar_line)),
            (r"^ *", Act(_scalar_line)),
            (r"[^\n\r\f\v]+", "s"),
        ],
        "ignored line": [_COMMENT, (r" +", ""), (r"\n", "", "#pop")],
        "single quotes": [*_QUOTED_SPACES, (r"\\'", "se"), (r"'", "s", "#pop"), (r"[^\s']+", "s")],
        "double quotes": [
            (r'"', "s", "#pop"),
            *_QUOTED_SPACES,
            (r"\\(?:[0abt\tn\nvfre \"\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})", "se"),
            (r"[^ \t\n\r\f\v\"\\]+", "s"),
        ],
        "plain": [
            (r" *(?=:[ \n]|:$)", "", "#pop"),
            (r" *:\S+", "s"),
            (r" +(?=#)", "", "#pop"),
            (r" +$", ""),
            (r"\n+", "", "plain on a new line"),
            (r" +", "s"),
            (r"true|false|null", "no"),
            (r"\d+(?:\.\d+)?(?=\r?\n| +#)", "m", "#pop"),
            (r"[^\s:]+", "s"),
        ],
        "plain on a new line": [
            (r"^ +\n", ""),
            (r"\n+", ""),
            (r"^(?=---|\.\.\.)", "", ("#pop", "#pop", "#pop")),
            (r"^ *", Act(_plain_line)),
        ],
        "plain in flow": [
            (r" *(?=[,:?\[\]{}])", "", "#pop"),
            (r" +(?=#)", "", "#pop"),
            (r"^ +", ""),
            (r" +$", ""),
            (r"\n+", ""),
            (r" +", "nv"),
            (r"[^\s,:?\[\]{}]+", "nv"),
        ],
        "version": [(r"( +)(\d+\.\d+)", ("", "m"), ("#pop", "ignored line"))],
        "tag handle": [
            (
                r"( +)(!|![\w-]*!)( +)(!|!?[\w;/?:@&=+$,.!~*'()\[\]%-]+)",
                ("", "kt", "", "kt"),
                ("#pop", "ignored line"),
            )
        ],
    }
)
