"""Abbreviations: what their definitions say counts everywhere in the text."""

from __future__ import annotations

from editor.kramdown.document import to_html


def test_attributes_count_above_the_definition_as_well() -> None:
    """The IAL after a definition goes to every place, also by an ALD that stands at the very end."""
    text = "HTML here\n\n*[HTML]: Hyper\n{:.x long}\n\nHTML there\n\n{:long: lang='en'}\n"
    assert to_html(text).count('<abbr lang="en" class="x" title="Hyper">HTML</abbr>') == 2
