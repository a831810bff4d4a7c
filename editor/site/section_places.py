"""Where in the configuration files the settings of one section stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from editor.site.config_files import ConfigFile

Place = tuple[str, int]  # a file's name, and a line from 1 (0: not known)


def section_places(files: Sequence[ConfigFile], section: str) -> Mapping[str, Place]:
    """Each setting of a section with the last place that sets it; "" for the section itself."""
    places: dict[str, Place] = {}
    for file in files:
        if file.content.get(section) is None:
            continue
        head = re.search(rf"^[ \t]*\[?[\"']?{re.escape(section)}[\"']?[ \t]*[\]:=.]", file.text, re.MULTILINE)
        start = head.end() if head else len(file.text)
        places[""] = (file.name, _line(file.text, head.start()) if head else 0)
        settings = file.content[section]
        for name in settings if isinstance(settings, dict) else ():
            key = re.compile(rf"(?:^|[{{,])[ \t]*[\"']?({re.escape(str(name))})[\"']?[ \t]*[:=]", re.MULTILINE)
            found = key.search(file.text, start)
            places[str(name)] = (file.name, _line(file.text, found.start(1)) if found else places[""][1])
    return places


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
