"""Learns, from the real Rouge, the class maps in `editor/kramdown/highlight/maps/`.

    .venv/bin/python tools/learn_rouge_classes.py FOLDER [LANGUAGE…]

FOLDER holds code to learn from, a folder for each of Rouge's languages (`FOLDER/ruby/anything.rb`). Both Rouge and
Pygments read it; from every pair of answers the script learns where a token of Pygments' is to be cut, which class a
type usually has, and the rules by which some of its tokens have another one. Needs Ruby with Rouge 3.30.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rouge_languages import PYGMENTS, lexer_name, probes

from editor.kramdown.highlight.context import QUESTIONS, Context
from editor.kramdown.highlight.lexing import lexer_of
from editor.kramdown.highlight.pieces import BLANK, CUTS, pieces

_MAPS = Path(__file__).parents[1] / "editor/kramdown/highlight/maps"
_PAIRS = (
    ("after", "shape"),
    ("before", "shape"),
    ("after", "before"),
    ("after class", "shape"),
    ("after class", "before"),
    ("after", "after class"),
    ("place", "before"),
    ("touches", "before"),
    ("touches", "shape"),
    ("before sign", "shape"),
)
_ASKS = tuple((question,) for question in QUESTIONS) + _PAIRS
_ASKS_OF_BLANKS = (("after",), ("after class",), ("before",))
_MOST = 25_000  # tokens of one type to learn from
_BLANK_WEIGHT = 0.05  # of a blank character: its class is rarely seen
_PROBE_WEIGHT = 0.3  # of a word tried alone: it is no real code

Key = tuple[tuple[str, ...], tuple[str, ...]]  # questions and answers


class Rouge:
    """The real Rouge, in a process of its own."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("rouge_tokens.rb")
        self._process = subprocess.Popen(
            ["ruby", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def tokens(self, language: str, code: str) -> list[tuple[str, str]] | None:
        """(class, text) as Rouge reads the code, None where it cannot."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"language": language, "code": code}) + "\n")
        self._process.stdin.flush()
        found = json.loads(self._process.stdout.readline())
        return None if found is None else [(css, text) for css, text in found]


@dataclass(frozen=True)
class Sample:
    """A piece of code with the class that Rouge gives to each character."""

    source: str
    code: str
    classes: list[str]


@dataclass(frozen=True)
class Token:
    """A token with the class to learn, and the answers to all questions that may be asked of it."""

    css: str
    weight: float
    word: str
    source: str
    keys: list[Key]


def samples(rouge: Rouge, folder: Path, language: str) -> Iterator[Sample]:
    """The code of a language with Rouge's classes; probes of single words besides."""
    sources = [(str(path), path.read_text(encoding="utf-8")) for path in sorted((folder / language).glob("*"))]
    for source, code in [*sources, *probes(language)]:
        found = rouge.tokens(language, code)
        if found is not None and "".join(text for _, text in found) == code:
            yield Sample(source, code, [css for css, text in found for _ in text])


def weight(text: str) -> float:
    """How much a text counts: its characters, blank ones less."""
    return sum(_BLANK_WEIGHT if character.isspace() else 1.0 for character in text)


def learn_cuts(tokens: Iterable[tuple[str, str, list[str]]]) -> dict[str, str]:
    """For the types whose tokens hold several of Rouge's classes: the cut that leaves the least to the rules."""
    by_kind: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for kind, text, classes in tokens:
        if kind != BLANK and len(by_kind[kind]) < _MOST:
            by_kind[kind].append((text, classes))
    found = {}
    for kind, group in by_kind.items():
        if sum(len(set(classes)) > 1 for _, classes in group) < 2:
            continue
        whole = _cost(kind, group, None)
        best = min(CUTS, key=lambda cut: _cost(kind, group, cut))
        if _cost(kind, group, best) < whole - max(3.0, 0.002 * len(group)):
            found[kind] = best
    return found


def _cost(kind: str, group: list[tuple[str, list[str]]], cut: str | None) -> float:
    cost = 0.0
    by_part: dict[str, Counter[str]] = defaultdict(Counter)
    for text, classes in group:
        at = 0
        for part, piece in CUTS[cut](kind, text) if cut else [(kind, text)]:
            css, count = Counter(classes[at : at + len(piece)]).most_common(1)[0]
            at += len(piece)
            cost += 0.02 + weight(piece) * (1 - count / len(piece))
            by_part[part][css] += weight(piece)  # type: ignore[assignment]
    return cost + 0.35 * sum(sum(found.values()) - max(found.values()) for found in by_part.values())


def tokens_by_kind(found: Iterable[Sample], lexer: Any, cuts: dict[str, str]) -> dict[str, list[Token]]:
    """The tokens of all samples, each with its context, sorted by type."""
    by_kind: dict[str, list[Token]] = defaultdict(list)
    for sample in found:
        at, previous, previous_class = 0, "", ""
        for kind, text in pieces(_typed(lexer, sample.code), cuts):
            css = Counter(sample.classes[at : at + len(text)]).most_common(1)[0][0]
            context = Context(sample.code, at, text, previous, previous_class)
            worth = weight(text) * (_PROBE_WEIGHT if sample.source.startswith("probe") else 1.0)
            by_kind[kind].append(Token(css, worth, text, sample.source, _keys(kind, context)))
            at += len(text)
            if kind != BLANK and not text.isspace():
                previous, previous_class = text, css
    return by_kind


def _keys(kind: str, context: Context) -> list[Key]:
    if kind.endswith((" <", " >")):
        return []
    asks = _ASKS_OF_BLANKS if kind == BLANK else _ASKS
    answers = {question: QUESTIONS[question](context) for question in QUESTIONS}
    return [(ask, tuple(answers[question] for question in ask)) for ask in asks]


def learn_rules(tokens: list[Token], usual: str, least: float) -> list[tuple[Key, str]]:
    """Rules in order, each the one that mends most of what the ones before it leave wrong."""
    counts: dict[Key, Counter[str]] = defaultdict(Counter)
    sources: dict[Key, set[tuple[str, str]]] = defaultdict(set)
    for token in tokens:
        for key in token.keys:
            counts[key][token.css] += token.weight  # type: ignore[assignment]
            if len(sources[key]) < 3:
                sources[key].add((token.source, token.word))
    keys = [key for key, found in sources.items() if len(found) >= 3]
    rules: list[tuple[Key, str]] = []
    for _ in range(60):
        gain, key, css = max((_gain(key, counts[key], usual) for key in keys), default=(0.0, ((), ()), ""))
        if gain < least:
            break
        rules.append((key, css))
        rest = []
        for token in tokens:
            if key in token.keys:
                for other in token.keys:
                    counts[other][token.css] -= token.weight  # type: ignore[assignment]
            else:
                rest.append(token)
        tokens = rest
    return rules


def _gain(key: Key, found: Counter[str], usual: str) -> tuple[float, Key, str]:
    css, count = max(found.items(), key=lambda item: item[1])
    if css == usual or count < 0.5 or count < 0.6 * sum(found.values()):
        return 0.0, key, css
    gain = count - found.get(usual, 0.0)
    return gain * (0.93 if len(key[0]) > 1 else 1.0), key, css  # one question is better than two


def learn_words(tokens: list[Token], usual: str, rules: list[tuple[Key, str]], *, tiny: bool) -> dict[str, str]:
    """Words whose class the rules get wrong more often than right."""
    right: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    sources: dict[str, set[str]] = defaultdict(set)
    for token in tokens:
        keys = set(token.keys)
        ruled = next((css for key, css in rules if key in keys), usual)
        counts[token.word][token.css] += token.weight  # type: ignore[assignment]
        sources[token.word].add(token.source)
        if ruled == token.css:
            right[token.word] += token.weight  # type: ignore[assignment]
    words = {}
    for word, found in counts.items():
        css, count = found.most_common(1)[0]
        enough = count - right[word] >= (1.5 if tiny else 3)
        if enough and len(sources[word]) > 1 and len(word) <= 24 and word.split() == [word]:
            words[word] = css
    return words


def learn(rouge: Rouge, folder: Path, language: str) -> dict[str, Any] | None:
    """The class map of a language, as `read_map` reads it."""
    name, options = lexer_name(language)
    lexer = lexer_of(name, tuple(options.items()))
    found = list(samples(rouge, folder, language))
    cuts = learn_cuts(
        (kind, text, sample.classes[at : at + len(text)])
        for sample in found
        for at, kind, text in _placed(pieces(_typed(lexer, sample.code), {}))
    )
    tiny = sum(len(sample.code) for sample in found) < 30_000
    types: dict[str, Any] = {}
    for kind, tokens in sorted(tokens_by_kind(found, lexer, cuts).items()):
        types[kind] = _choice(kind, tokens, tiny=tiny)
    data: dict[str, Any] = {"lexer": name}
    return data | ({"options": options} if options else {}) | ({"cuts": cuts} if cuts else {}) | {"types": types}


def _typed(lexer: Any, code: str) -> Iterator[tuple[Any, str]]:
    return ((kind, text) for _, kind, text in lexer.get_tokens_unprocessed(code))


def _placed(found: Iterable[tuple[str, str]]) -> Iterator[tuple[int, str, str]]:
    at = 0
    for kind, text in found:
        yield at, kind, text
        at += len(text)


def _choice(kind: str, tokens: list[Token], *, tiny: bool) -> str | dict[str, Any]:
    total: Counter[str] = Counter()
    for token in tokens:
        total[token.css] += token.weight  # type: ignore[assignment]
    usual, most = total.most_common(1)[0]
    everything = sum(total.values())
    if everything - most < 2 or not tokens[0].keys:
        return usual
    step = max(1, len(tokens) // _MOST)
    tokens = tokens[::step]
    rules = learn_rules(tokens, usual, max(3.0 if tiny else 6.0, 0.0006 * everything / step))
    counted = kind != BLANK and not kind.startswith("Comment")
    words = learn_words(tokens, usual, rules, tiny=tiny) if counted else {}
    if not rules and not words:
        return usual
    by_class: dict[str, list[str]] = defaultdict(list)
    for word, css in sorted(words.items()):
        by_class[css].append(word)
    sorted_words = {css: " ".join(found) for css, found in sorted(by_class.items())}
    choice: dict[str, Any] = {"usual": usual}
    return choice | ({"words": sorted_words} if words else {}) | ({"rules": _grouped(rules)} if rules else {})


def _grouped(rules: list[tuple[Key, str]]) -> list[dict[str, Any]]:
    """Neighbours that ask the same as one rule."""
    grouped: list[dict[str, Any]] = []
    for (ask, answer), css in rules:
        if not grouped or grouped[-1]["ask"] != list(ask):
            grouped.append({"ask": list(ask), "answers": {}})
        grouped[-1]["answers"].setdefault(css, []).append(list(answer))
    return grouped


def written(data: dict[str, Any]) -> str:
    """A map as text: one line for a type, a word list or a rule."""
    lines = ["{"]
    lines += [f"  {json.dumps(key)}: {json.dumps(data[key])}," for key in ("lexer", "options", "cuts") if key in data]
    types = [f"    {json.dumps(kind)}: {_written(entry)}" for kind, entry in data["types"].items()]
    return "\n".join([*lines, '  "types": {', ",\n".join(types), "  }", "}"]) + "\n"


def _written(entry: str | dict[str, Any]) -> str:
    if isinstance(entry, str):
        return json.dumps(entry)
    parts = [f'"usual": {json.dumps(entry["usual"])}']
    if "words" in entry:
        words = [
            f"        {json.dumps(css)}: {json.dumps(text, ensure_ascii=False)}" for css, text in entry["words"].items()
        ]
        parts.append('"words": {\n' + ",\n".join(words) + "\n      }")
    if "rules" in entry:
        rules = [f"        {json.dumps(rule, ensure_ascii=False)}" for rule in entry["rules"]]
        parts.append('"rules": [\n' + ",\n".join(rules) + "\n      ]")
    return "{\n      " + ",\n      ".join(parts) + "\n    }"


def main(folder: Path, languages: list[str]) -> None:
    """Writes the maps of these languages, or of all that have code in the folder."""
    rouge = Rouge()
    for language in languages or sorted(set(PYGMENTS) & {path.name for path in folder.iterdir()}):
        data = learn(rouge, folder, language)
        if data is not None:
            (_MAPS / f"{language}.json").write_text(written(data), encoding="utf-8")
            print(language)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
