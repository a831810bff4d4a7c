"""Values, problems and explanations as JSON can hold them."""

from __future__ import annotations

import math
from typing import Any

from editor.site.document import State
from editor.site.inherited import Inherited, Scope
from editor.site.key_path import spell_key_path
from editor.site.problem import Problem
from editor.site.scalars import Value, write_value
from editor.workspace.explanation import Explanation


def state_name(state: State) -> str:
    """What scripts call a state: live, draft, scheduled, unpublished, not-a-post or broken."""
    return "not-a-post" if state is State.IGNORED else state.value


def problem_object(problem: Problem) -> dict[str, Any]:
    """A finding, as `galley check` prints it."""
    return {
        "file": problem.path,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem.message,
        "advice": problem.advice,
    }


def explanation_object(explanation: Explanation) -> dict[str, Any]:
    """All that `galley explain` tells of a post."""
    document = explanation.document
    return {
        "path": document.path,
        "url": document.url,
        "output": document.output,
        "date": document.date.isoformat() if document.date else None,
        "slug": document.slug,
        "title": document.title,
        "categories": list(document.categories),
        "tags": list(document.tags),
        "layout": document.layout,
        "state": state_name(document.state),
        "problems": [problem_object(problem) for problem in document.problems],
        "defaults": [_inherited_object(each) for each in explanation.inherited],
        "address": explanation.address,
        "published": explanation.is_published,
        "reason": explanation.reason,
        "layout_file": explanation.layout_file,
        "layout_state": explanation.layout_state,
        "date_written": explanation.dates.written if explanation.dates else "",
        "collection": explanation.collection,
        "same_url": list(explanation.same_url),
    }


def json_value(value: Value) -> Any:
    """A value of YAML; what JSON does not know, such as .nan, as YAML writes it."""
    if isinstance(value, dict):
        return {str(key): json_value(each) for key, each in value.items()}
    if isinstance(value, list):
        return [json_value(each) for each in value]
    return write_value(value) if isinstance(value, float) and not math.isfinite(value) else value


def _inherited_object(inherited: Inherited) -> dict[str, Any]:
    return {
        "key": spell_key_path(inherited.path),
        "value": json_value(inherited.value),
        "scope": _scope_object(inherited.scope),
        "overridden": inherited.is_overridden,
    }


def _scope_object(scope: Scope) -> dict[str, Any]:
    return {"path": scope.path, "type": scope.kind, "file": scope.file, "line": scope.line}
