"""Front matter defaults with the scope that each comes from."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.key_path import KeyPath
from editor.site.scalars import Value


@dataclass(frozen=True)
class Scope:
    """The `scope:` of one set of `defaults:`, and where that set stands."""

    path: str = ""  # as written; "" for the whole site
    kind: str = ""  # `type:`, as written; "" for every type
    file: str = ""  # the configuration file: "_config.yml"
    line: int = 0  # of the set in that file, from 1; 0 where it cannot be told

    @property
    def place(self) -> str:
        """Where the set stands, for a writer: “_config.yml, line 12”; "" where no file has it."""
        return f"{self.file}, line {self.line}" if self.file and self.line else self.file


@dataclass(frozen=True)
class Inherited:
    """One value that a post gets from the defaults: a leaf, since maps are merged key by key."""

    path: KeyPath
    value: Value
    scope: Scope
    is_overridden: bool = False  # the post's own front matter sets it too, and so this value counts for nothing


_KINDS = {"post": "posts", "posts": "posts", "page": "pages", "pages": "pages"}


def scope_words(scope: Scope) -> str:
    """Which files a scope means, for a writer: “all posts”, “posts in “_posts/news””, “every file”."""
    path = scope.path.rstrip("/")
    kind = _KINDS.get(scope.kind, f"documents of “{scope.kind}”")
    if not path:
        return f"all {kind}" if scope.kind else "every file"
    if "." in path.rpartition("/")[2]:
        return f"the file “{path}”" if "*" not in path else f"{kind if scope.kind else 'files'} like “{path}”"
    return f"{kind} in “{path}”" if scope.kind else f"every file in “{path}”"
