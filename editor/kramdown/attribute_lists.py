"""Attribute lists: what stands between `{:` and `}`, and what it does to an element's attributes."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableSet

from editor.kramdown.patterns import ALD_ID_NAME, SPACE, STRIPPED
from editor.kramdown.tree import AttributeList

_CLASS = r"\.[^ \t\n\v\f\r.#]++"
_ID = r"#[A-Za-z][A-Za-z0-9_:-]*+"
_END = rf"(?={SPACE}|\Z)"
# Groups: 1 key and 2 quotation mark of a pair, whose value is still to be found; 3 reference; 4 ids and classes.
_ATTRIBUTE = re.compile(
    rf"""(?:\A|{SPACE})(?:({ALD_ID_NAME})=(["'])|({ALD_ID_NAME}){_END}|((?:{_ID}|{_CLASS})++){_END})"""
)
_ID_OR_CLASS = re.compile(rf"{_ID}|{_CLASS}")
# A value goes to the first quotation mark that is not escaped and ends the pair; failing that, to the last escaped one.
_VALUES = {
    quote: (
        re.compile(rf"(?:[^\\}}\x02{quote}]|\\[}}{quote}]|\\|{quote}(?!{SPACE}|\Z))*+{quote}"),
        re.compile(rf"(?:[^}}\x02]|(?<=\\)}})*\\{quote}{_END}"),
    )
    for quote in "\"'"
}
_ESCAPED = {quote: re.compile(rf"\\([}}{quote}])") for quote in "\"'"}
# ALDs that refer to one another, over and over, are followed this many times for one element: far beyond what anybody
# writes, where kramdown would run out of stack or time.
_MOST_REFERENCES = 1000


def parse_attribute_list(text: str, into: AttributeList) -> None:
    """Add what the text of an IAL or ALD says (kramdown/parser/kramdown/extensions.rb, parse_attribute_list)."""
    if text.strip(STRIPPED) in ("", ":"):
        return
    pos = 0
    unclosed: set[str] = set()
    while (found := _ATTRIBUTE.search(text, pos)) is not None:
        pos = found.end()
        key, quote, reference, ids_and_classes = found.groups()
        if reference is not None:
            into.refs.append(reference)
        elif ids_and_classes is not None:
            _add_ids_and_classes(ids_and_classes, into)
        elif (end := _end_of_value(text, pos, quote, unclosed)) > 0:
            into.attrs[key] = _ESCAPED[quote].sub(r"\1", text[pos : end - 1])
            pos = end


def _add_ids_and_classes(text: str, into: AttributeList) -> None:
    for each in _ID_OR_CLASS.findall(text):
        if each[0] == ".":
            _add_class(into.attrs, each[1:])
        else:
            into.attrs["id"] = each[1:]


def _end_of_value(text: str, pos: int, quote: str, unclosed: MutableSet[str]) -> int:
    """Behind the closing quotation mark, or 0; a mark that was not found once is not looked for again."""
    if quote in unclosed:
        return 0
    for value in _VALUES[quote]:
        match = value.match(text, pos)
        if match is not None:
            return match.end()
    unclosed.add(quote)
    return 0


def _add_class(attrs: dict[str, str], classes: str) -> None:
    before = attrs.get("class")
    attrs["class"] = (f"{before} {classes}" if before is not None else classes).lstrip(STRIPPED)


def _update(attrs: dict[str, str], more: Mapping[str, str]) -> None:
    """Classes add up, every other attribute is replaced."""
    for name, value in more.items():
        if name == "class":
            _add_class(attrs, value)
        else:
            attrs[name] = value


def merge_attribute_list(into: AttributeList, more: AttributeList) -> None:
    """What two IALs after one element say together (kramdown/parser/kramdown/extensions.rb, update_ial_with_ial)."""
    into.refs.extend(more.refs)
    _update(into.attrs, more.attrs)


def apply_attribute_list(
    attrs: dict[str, str],
    applied: AttributeList,
    alds: Mapping[str, AttributeList],
    *,
    asked: MutableSet[str] | None = None,
) -> None:
    """Change an element's attributes as an IAL says: first the ALDs it refers to, then what it says itself.

    kramdown/parser/kramdown.rb, update_attr_with_ial. `asked` collects the names of the ALDs, found or not.
    """
    if not applied.refs:
        _update(attrs, applied.attrs)
        return
    left = _MOST_REFERENCES
    stack = [(applied, iter(applied.refs))]
    while stack:
        current, references = stack[-1]
        for name in references:
            if asked is not None:
                asked.add(name)
            if name in alds and left:
                left -= 1
                stack.append((alds[name], iter(alds[name].refs)))
                break
        else:
            stack.pop()
            _update(attrs, current.attrs)
