"""A language's class map: from the types of Pygments' tokens, and what stands around them, to Rouge's classes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from editor.kramdown.highlight.context import QUESTIONS, Context
from editor.kramdown.highlight.pieces import BLANK, pieces

_MAPS = Path(__file__).with_name("maps")


@dataclass(frozen=True)
class Rule:
    """One or two of its choice's questions, by their place; an answer that it knows gives the class."""

    asks: tuple[int, ...]
    answers: dict[tuple[str, ...], str]


@dataclass(frozen=True)
class Choice:
    """The classes that a type's tokens may have: by the word, by the first rule that knows, else `usual`."""

    usual: str
    words: dict[str, str] = field(default_factory=dict)
    questions: tuple[Callable[[Context], str], ...] = ()
    rules: tuple[Rule, ...] = ()

    def class_of(self, context: Context) -> str:
        """By the rules; each question is asked once."""
        answers = [ask(context) for ask in self.questions]
        for rule in self.rules:
            found = rule.answers.get(tuple([answers[place] for place in rule.asks]))
            if found is not None:
                return found
        return self.usual


@dataclass(frozen=True)
class ClassMap:
    """Which Pygments lexer reads the language, where its tokens are cut, and the choices by type."""

    lexer: str
    options: dict[str, Any]
    cuts: dict[str, str]
    choices: dict[str, Choice]

    def classes(self, tokens: Iterable[tuple[Any, str]], code: str) -> Iterator[tuple[str, str]]:
        """(Rouge's class, text) for the tokens of `code`; the class of plain text is empty."""
        start, previous, previous_class = 0, "", ""
        choices = self.choices
        for kind, text in pieces(tokens, self.cuts):
            choice = choices.get(kind) or self._fallback(kind)
            if text in choice.words:
                found = choice.words[text]
            elif choice.rules:
                found = choice.class_of(Context(code, start, text, previous, previous_class))
            else:
                found = choice.usual
            yield found, text
            start += len(text)
            if kind != BLANK and not text.isspace():
                previous, previous_class = text, found

    def _fallback(self, kind: str) -> Choice:
        """For a type that the map does not know: what its nearest known parent has."""
        name, _, part = kind.partition(" ")
        while name not in self.choices and "." in name:
            name = name.rpartition(".")[0]
        found = self.choices.get(f"{name} {part}") if part else None
        self.choices[kind] = choice = found or self.choices.get(name) or Choice("")
        return choice


@cache
def class_map(language: str) -> ClassMap | None:
    """The map of a language by Rouge's name, or None where Pygments does not know the language."""
    path = _MAPS / f"{language}.json"
    return read_map(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


def read_map(data: dict[str, Any]) -> ClassMap:
    """A map from what `tools/learn_rouge_classes.py` writes."""
    return ClassMap(
        data["lexer"],
        data.get("options", {}),
        data.get("cuts", {}),
        {kind: _choice(entry) for kind, entry in data["types"].items()},
    )


def _choice(entry: str | dict[str, Any]) -> Choice:
    if isinstance(entry, str):
        return Choice(entry)
    words = {word: css for css, text in entry.get("words", {}).items() for word in text.split()}
    rules = entry.get("rules", ())
    names = sorted({name for rule in rules for name in rule["ask"]})
    return Choice(
        entry["usual"], words, tuple(QUESTIONS[name] for name in names), tuple(_rule(rule, names) for rule in rules)
    )


def _rule(data: dict[str, Any], names: list[str]) -> Rule:
    answers = {tuple(answer): css for css, found in data["answers"].items() for answer in found}
    return Rule(tuple(names.index(name) for name in data["ask"]), answers)
