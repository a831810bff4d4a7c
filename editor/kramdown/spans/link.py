"""Links and images: `[text](url "title")`, `[text][id]`, `[text][]`, `[text]`, each with `!` before it as an image."""

from __future__ import annotations

from typing import Final

from editor.kramdown.attribute_lists import apply_attribute_list
from editor.kramdown.spans.link_target import Target, alternative_text, find_target
from editor.kramdown.spans.reading import IMAGE, LINK, Frame, Reading
from editor.kramdown.tree import Node

_NONE: Final = -1
_STEPS: Final = "*_`<[]\"'$&\\~-.>\n"  # all places where something may begin, but `{`


class LinkFrame(Frame):
    """The text of a link or image, up to the bracket that closes its own.

    Brackets are matched with a stack, and each pair is remembered: for a text that was read once (within the same kinds
    of elements) it is known where any of its brackets ends, and whether a link follows there.
    """

    __slots__ = ("at", "innermost", "open_brackets", "partners")
    may_be_text = True

    def __init__(self, at: int, label: int, context: int, partners: dict[int, int], innermost: dict[int, int]) -> None:
        super().__init__(label, context, stop_characters=_STEPS)
        self.at = at
        self.open_brackets = [label - 1]
        self.partners = partners
        self.innermost = innermost  # the last open bracket at each place that was read

    def stops(self, reading: Reading) -> bool:
        """Ends where no bracket is open any more (kramdown/parser/kramdown/link.rb)."""
        if reading.is_used_up():
            return True
        at = reading.pos
        if len(self.open_brackets) == 1 and self._is_known_to_fail(reading, at):
            reading.take_back(self.start)
            return True
        self.innermost[at] = self.open_brackets[-1]
        character = reading.text[at]
        if character != "]" and character != "[" and not (character == "!" and reading.text.startswith("[", at + 1)):
            return False
        if character != "]":
            self.open_brackets.append(at + (reading.text[at] == "!"))
            return False
        self.partners[self.open_brackets.pop()] = at
        if self.open_brackets:
            return False
        target = find_target(reading, self.start, at)
        if target is None:
            self._give_up(reading)
        else:
            self._close(reading, target)
        return True

    def _is_known_to_fail(self, reading: Reading, at: int) -> bool:
        """Whether what was read here once, within another bracket, tells that no link ends where that one ended."""
        own, other = self.open_brackets[0], self.innermost.get(at)
        if other is None or other == own:
            return False
        partner = self.partners.get(other)
        if partner is None or (partner != _NONE and find_target(reading, self.start, partner) is not None):
            return False
        self.partners[own] = partner
        return True

    def _close(self, reading: Reading, target: Target) -> None:
        is_image = reading.text[self.at] == "!"
        outer_context = reading.outer_frames[-1].context
        # An image's text shows nowhere but in its `alt`; that of an image in an image not even there.
        label = "" if outer_context & IMAGE else reading.text[self.start : reading.pos]
        node = Node("img" if is_image else "a", line=reading.line_at(self.at))
        _set_target(reading, node, target, label=label)
        reading.close(node, self.at, target.end)
        if is_image:
            node.children = []
            _forget_bracket(reading)
        reading.remember((self.at, outer_context, False), node, target.end)

    def _give_up(self, reading: Reading) -> None:
        """No target follows the closing bracket: the text is read again, as part of the frame below."""
        below = reading.outer_frames[-1]
        end, pending = reading.pos, reading.pending
        reading.take_back(self.start)
        if isinstance(below, LinkFrame) and below.context == self.context:
            # It would read the very same spans up to here.
            reading.skip(self.start, self.start)
            below.children.extend(self.children)
            reading.pos, reading.pending = end, pending

    def run_out(self, reading: Reading) -> None:
        """No bracket closes it; nor will one close a link below that would read the same."""
        for bracket in self.open_brackets:
            self.partners[bracket] = _NONE
        reading.take_back(self.start)
        below = reading.frame
        if isinstance(below, LinkFrame) and below.context == self.context:
            reading.pos = len(reading.text)


def _forget_bracket(reading: Reading) -> None:
    """An image in a link's text is not one of the brackets to be closed."""
    if isinstance(reading.frame, LinkFrame):
        reading.frame.open_brackets.pop()


def read_link(reading: Reading, at: int) -> bool:
    """The beginning of a link or image, or a bracket that is text; links do not stand in links."""
    text, frame = reading.text, reading.frame
    is_image = text[at] == "!"
    label = at + 1 + is_image
    if text[label : label + 1] in ("", "^"):
        return False
    reading.pos = label  # it is text, if nothing better
    if not is_image and frame.context & (LINK | IMAGE):
        return True
    if reading.last("]") < label or reading.questions_left < 0:
        return True
    if frame.context and reading.add_known((at, frame.context, False)):
        if is_image:
            _forget_bracket(reading)
        return True
    context = frame.context | (IMAGE if is_image else LINK)
    partners = reading.partners.setdefault(context, {})
    partner = partners.get(label - 1)
    if partner is None or (partner != _NONE and find_target(reading, label, partner) is not None):
        reading.open(LinkFrame(at, label, context, partners, reading.innermost.setdefault(context, {})))
    return True


def _set_target(reading: Reading, node: Node, target: Target, *, label: str) -> None:
    parser = reading.parser
    if target.ial is not None:
        node.ial = target.ial
        apply_attribute_list(node.attrs, target.ial, parser.definitions.alds, asked=parser.asked_alds)
    if node.kind == "a":
        node.attrs["href"] = target.url
    else:
        node.attrs["src"] = target.url
        node.attrs["alt"] = alternative_text(label)
    if target.title is not None:
        node.attrs["title"] = target.title
