"""A language's rules as states, and the reading of code by them: one pattern for each state, a class for each match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Token = tuple[str, str]  # Rouge's class, empty for plain text, and the text
Rule = tuple[str, Any] | tuple[str, Any, str | tuple[str, ...]]
States = Mapping[str, Sequence[Rule]]
_FLAGS = re.MULTILINE | re.ASCII  # as Ruby reads `^`, `$`, `\s`, `\w` and `\d`
_POP = "#pop"
_PUSH = "#push"
_RESET = "#reset"
_ALL = 1 << 30


@dataclass(frozen=True)
class Words:
    """The class of a word by the word itself, and which states a class opens."""

    classes: Mapping[str, str]
    other: str
    opens: Mapping[str, str] = field(default_factory=dict)
    fold: Callable[[str], str] = str


def words(
    lists: Mapping[str, str],
    other: str,
    *,
    opens: Mapping[str, str] | None = None,
    fold: Callable[[str], str] = str,
) -> Words:
    """`{"k": "if else"}`, the first list that has a word counts; `other` is the class of all other words."""
    classes: dict[str, str] = {}
    for css, text in lists.items():
        for word in text.split():
            classes.setdefault(word, css)
    return Words(classes, other, opens or {}, fold)


def quoted(quote: str) -> str:
    r"""As Ruby's `'(\\\\|\\'|[^'])*'`, in linear time: to the first quote not escaped, else to the last one of all."""
    return rf"{quote}(?:(?:[^{quote}\\]|\\[{quote}\\]|\\)*+{quote}|(?s:.*){quote})"


@dataclass(frozen=True)
class Part:
    """Text that a grammar reads on its own; what is `kept` under a name goes on where it stopped the last time."""

    grammar: Callable[[], Grammar]
    kept: str = ""


@dataclass(frozen=True)
class Fresh:
    """A class, and a part that is to be read from its beginning."""

    css: str
    kept: str


@dataclass(frozen=True)
class Act:
    """What a class cannot tell: gets the match and its groups, may change the reading's stack, gives the tokens."""

    act: Callable[[Reading, Sequence[str]], Iterable[Token]]
    groups: int = 0


_Steps = tuple[int, tuple[str, ...]]  # how many states to leave, and which to enter


_NO_STEPS: _Steps = (0, ())


@dataclass(frozen=True)
class _State:
    match: Callable[[str, int], re.Match[str] | None]
    actions: dict[int, tuple[Any, _Steps | None]]


class Grammar:
    """States of rules `(pattern, class, next state)`.

    A class is one of Rouge's short names, a tuple of them (or of parts) for the pattern's groups, `Words`, a `Part` or
    `Fresh`. A next state is pushed; `#pop` leaves, `#push` enters the same again, `#reset` goes
    back to the root; a tuple does several.
    What no rule takes is an error of one character, as in Rouge.
    """

    def __init__(
        self,
        states: States,
        start: tuple[str, ...] = ("root",),
        *,
        made: Callable[[str], Sequence[Rule]] | None = None,
    ) -> None:
        self._rules = states
        self.start = start
        self._made = made  # makes the rules of a state that `states` lacks, from its name
        self._states: dict[str, _State] = {}

    def state(self, name: str) -> _State:
        """The state, made ready when it is first needed."""
        found = self._states.get(name)
        if found is None:
            rules = self._made(name) if self._made is not None and name not in self._rules else self._rules[name]
            found = self._states[name] = _state(rules)
        return found

    def read(self, code: str) -> list[Token]:
        """All tokens of the code."""
        return Reading(self).read(code)


class Reading:
    """A grammar in the midst of code: in which states, and its parts in which of theirs."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self.stack = list(grammar.start)
        self.notes: list[Any] = []  # what the acts of a language keep in mind
        self._parts: dict[str, Reading] = {}

    def read(self, code: str) -> list[Token]:
        """The tokens of the code; what comes later is read from the states that it leaves."""
        tokens: list[Token] = []
        add, at, end, still = tokens.append, 0, len(code), 0
        stack, state_of = self.stack, self._grammar.state
        state = state_of(stack[-1])
        while at < end:
            match = state.match(code, at)
            after = match.end() if match is not None else at
            still = still + 1 if after == at else 0
            if match is None or still > 5:  # Rouge's patience with what takes nothing
                add(("err", code[at]))
                at, still = at + 1, 0
                continue
            css, then = state.actions[match.lastindex or 0]
            if type(css) is str:
                if after > at:
                    add((css, code[at:after]))
            else:
                opens = self._write(css, match, tokens)
                then = (0, (opens,)) if opens else then or _NO_STEPS
            at = after
            if then is not None:
                self._step(then)
                state = state_of(stack[-1])
        return tokens

    def _step(self, then: _Steps) -> None:
        pops, pushes = then
        stack = self.stack
        if pops:
            del stack[-pops:]
        for name in pushes:
            stack.append(stack[-1] if name == _PUSH else name)
        if not stack:
            stack.append(self._grammar.start[0])

    def _write(self, css: Any, match: re.Match[str], tokens: list[Token]) -> str:
        """Writes the tokens of an action that is more than a class; a state that it opens."""
        if isinstance(css, Act):
            base = match.lastindex or 0
            tokens += css.act(self, (match[0], *match.groups("")[base : base + css.groups]))
        elif isinstance(css, Words):
            word = match[0]
            found = css.classes.get(css.fold(word), css.other)
            tokens.append((found, word))
            return css.opens.get(found, "")
        elif isinstance(css, tuple):
            base = match.lastindex or 0
            for index, part in enumerate(css, base + 1):
                text = match[index]
                if text:
                    self._write_part(part, text, tokens)
        elif isinstance(css, Fresh):
            self._parts.pop(css.kept, None)
            tokens.append((css.css, match[0]))
        else:
            self._write_part(css, match[0], tokens)
        return ""

    def _write_part(self, part: str | Part, text: str, tokens: list[Token]) -> None:
        if isinstance(part, str):
            tokens.append((part, text))
            return
        reading = self._parts.get(part.kept) if part.kept else None
        if reading is None:
            reading = Reading(part.grammar())
            if part.kept:
                self._parts[part.kept] = reading
        tokens += reading.read(text)


def _state(rules: Iterable[Rule]) -> _State:
    patterns, actions, group = [], {}, 1
    for rule in rules:
        patterns.append(f"({rule[0]})")
        actions[group] = (rule[1], _steps(rule[2] if len(rule) == 3 else ()))
        group += 1 + re.compile(rule[0], _FLAGS).groups
    return _State(re.compile("|".join(patterns), _FLAGS).match, actions)


def _steps(then: str | tuple[str, ...]) -> _Steps | None:
    names = (then,) if isinstance(then, str) else then
    if names == (_RESET,):
        return _ALL, ("root",)
    pops = sum(name == _POP for name in names)
    return (pops, tuple(name for name in names if name != _POP)) if names else None
