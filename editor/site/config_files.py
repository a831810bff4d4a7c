"""Reads configuration files, one or several, as `jekyll build --config` does: YAML or TOML, later ones over earlier."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import zip_longest
from pathlib import Path
from typing import Any

from editor.errors import FileError, FrontMatterError
from editor.files import decode, is_inside, read_bytes
from editor.site.config_faults import (
    drafts_problem,
    encoding_problem,
    kind_problem,
    mapping_problem,
    missing_problem,
    toml_problem,
    value_problems,
    yaml_problem,
)
from editor.site.problem import Problem
from editor.site.scalars import Timestamp
from editor.site.yaml_text.nodes import MAX_DEPTH, Node, compose, key_text

CONFIG_NAMES = ("_config.yml", "_config.yaml", "_config.toml")  # `configuration.rb:148-158`: the first one counts
MAX_CONFIG_BYTES = 1024 * 1024
_KINDS = re.compile(r"\.(toml|ya?ml)", re.IGNORECASE)  # `configuration.rb:127-138`


@dataclass(frozen=True)
class ConfigFile:
    """What one configuration file says."""

    name: str  # relative to the site, with slashes; absolute for a file outside of it
    content: dict[str, Any]
    text: str = ""
    faults: tuple[Problem, ...] = ()
    default_lines: tuple[int, ...] = ()  # where each set of its `defaults:` begins, from 1
    is_usable: bool = True  # else Jekyll reads none of the files behind it (`configuration.rb:203-216`)


def find_config_files(root: Path, names: Sequence[str] = ()) -> list[ConfigFile]:
    """The files that count, in order: those named, else those that the first of CONFIG_NAMES names, else that one."""
    if names:
        return _until_unusable(read_config_file(root, name) for name in names)
    main = next((name for name in CONFIG_NAMES if (root / name).is_file()), None)
    if main is None:
        return []
    first = read_config_file(root, main)
    named = _named_in(first.content)
    if not named:
        return [first]
    return _until_unusable(first if name == main else _read_named(root, name, main) for name in named)


def find_value_problems(files: Sequence[ConfigFile]) -> Iterator[Problem]:
    """Values that Jekyll cannot use, each told of the last file that sets it."""
    for index, file in enumerate(files):
        later = {key for each in files[index + 1 :] for key, value in each.content.items() if value is not None}
        counting = {key: value for key, value in file.content.items() if key not in later or isinstance(value, dict)}
        yield from value_problems(counting, file.text, file.name)
        if not any("drafts" in _listed(each.content.get("collections")) for each in files):
            yield from _draft_problems(file, counting.get("defaults"))


def _draft_problems(file: ConfigFile, sets: Any) -> Iterator[Problem]:
    for each, line in zip_longest(_listed(sets), file.default_lines, fillvalue=0):
        scope = each.get("scope") if isinstance(each, dict) else None
        if isinstance(scope, dict) and scope.get("type") in ("draft", "drafts"):
            yield drafts_problem(file.name, line if isinstance(line, int) else 0)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | dict) else []


def read_config_file(root: Path, name: str) -> ConfigFile:
    """Read one file, relative to the site's root or absolute. What is wrong with it is among its faults."""
    path = root / name
    if _KINDS.fullmatch(path.suffix) is None:
        return ConfigFile(name, {}, faults=(kind_problem(name),), is_usable=False)
    try:
        read = decode(read_bytes(path, limit=MAX_CONFIG_BYTES))
        if read.encoding != "utf-8":
            return ConfigFile(name, {}, faults=(encoding_problem(name),))
        return (_read_toml if path.suffix.lower() == ".toml" else _read_yaml)(name, read.text)
    except FileError as error:
        return ConfigFile(name, {}, faults=(Problem("config", str(error), name),))
    except FrontMatterError as error:
        return ConfigFile(name, {}, faults=(yaml_problem(error, name),))
    except tomllib.TOMLDecodeError as error:
        return ConfigFile(name, {}, faults=(toml_problem(error, name),))


def _until_unusable(files: Iterator[ConfigFile]) -> list[ConfigFile]:
    found = []
    for file in files:
        found.append(file)
        if not file.is_usable:
            break
    return found


def _named_in(content: Mapping[str, Any]) -> list[str]:
    """`galley: config:`, a list or, as for `--config`, names with commas between them."""
    section = content.get("galley")
    given = section.get("config") if isinstance(section, dict) else None
    names = given.split(",") if isinstance(given, str) else given if isinstance(given, list) else []
    return [name.strip() for name in names if isinstance(name, str) and name.strip()]


def _read_named(root: Path, name: str, main: str) -> ConfigFile:
    """A file that the site's own configuration names: it must be in the site, and may be missing on this computer."""
    path = root / name
    if "\0" in name or not is_inside(path, root) or not path.is_file():
        return ConfigFile(name, {}, faults=(missing_problem(name, main),))
    return read_config_file(root, name)


def _read_yaml(name: str, text: str) -> ConfigFile:
    tree = compose(text)
    content = {} if tree.root is None or tree.root.value is None else tree.root.value
    if not isinstance(content, dict):
        return ConfigFile(name, {}, faults=(mapping_problem(name),), is_usable=False)
    faults = (yaml_problem(tree.fault, name),) if tree.fault else ()
    return ConfigFile(name, content, text, faults, _yaml_default_lines(text, tree.root))


def _yaml_default_lines(text: str, root: Node | None) -> tuple[int, ...]:
    for key, node in reversed(root.pairs if root else []):
        if key_text(text, key) == "defaults":
            return tuple(each.line + 1 for each in node.items)
    return ()


def _read_toml(name: str, text: str) -> ConfigFile:
    try:
        content = _without_dates(tomllib.loads(text))
    except RecursionError as error:
        raise tomllib.TOMLDecodeError("It is nested too deep") from error
    found = re.finditer(r"^[ \t]*\[\[[ \t]*defaults[ \t]*\]\]", text, re.MULTILINE)
    lines = tuple(text.count("\n", 0, each.start()) + 1 for each in found)
    return ConfigFile(name, content, text, default_lines=lines)


def _without_dates(value: Any, depth: int = 0) -> Any:
    """TOML's dates as our YAML's: as written. Raises RecursionError where it is nested deeper than YAML may be."""
    if depth > MAX_DEPTH:
        raise RecursionError
    if isinstance(value, dict):
        return {key: _without_dates(each, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_dates(each, depth + 1) for each in value]
    if isinstance(value, datetime):
        return Timestamp(value.isoformat(sep=" "))
    return Timestamp(value.isoformat()) if isinstance(value, date | time) else value
