"""The HTML of one chunk, with slots for what only the whole document can say: header ids, footnote numbers, the TOC."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

# U+0002 and U+0003 are taken out of every source text, so no writer can forge a slot.
SLOT_START, SLOT_END = "\x02", "\x03"
SLOT = re.compile(f"{SLOT_START}slot:([a-z]+):(\\d+){SLOT_END}")


def slot(kind: str, number: int = 0) -> str:
    """The mark in a fragment's HTML that `assemble` replaces."""
    return f"{SLOT_START}slot:{kind}:{number}{SLOT_END}"


class Fault(Enum):
    """Why a chunk is shown as its source."""

    TOO_DEEP = "too deeply nested"
    TOO_COSTLY = "too many unclosed brackets"


@dataclass(frozen=True)
class Header:
    """A header whose id is made from its text, unless the writer gave one."""

    level: int
    text: str  # as read, without markup: the id is made from it
    html: str  # as shown in the TOC
    id: str = ""  # given with `{: #id}`, or ""
    in_toc: bool = True


@dataclass(frozen=True)
class Fragment:
    """A chunk as HTML. Slots: `header:N` is the id of `headers[N]`, `note:N` the mark of `notes[N]`."""

    html: str
    headers: tuple[Header, ...] = ()
    notes: tuple[str, ...] = ()  # names of footnotes, in the order of their marks
    images: tuple[str, ...] = ()  # targets of its pictures
    fault: Fault | None = None

    @property
    def has_slots(self) -> bool:
        return SLOT_START in self.html
