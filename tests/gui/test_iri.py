"""Addresses as people read them."""

from __future__ import annotations

from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.gui.iri import readable


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("/%E6%97%A5%E6%9C%AC%E8%AA%9E/", "/日本語/"),
        ("/caf%C3%A9%20noir/", "/café%20noir/"),  # a space would end the address for whoever copies what is shown
        ("/100%25/%2F%3F%23", "/100%25/%2F%3F%23"),
        ("/%FF%FE/", "/%FF%FE/"),  # no UTF-8
        ("/a%E2%80%AEb%C2%A0c/", "/a%E2%80%AEb%C2%A0c/"),  # turns the direction; is not seen
        ("/%F0%9F%9A%82/", "/🚂/"),
        ("", ""),
    ],
)
def test_only_what_can_be_read_is_decoded(address: str, read: str) -> None:
    assert readable(address) == read


@given(st.text())
@settings(deadline=None)
def test_the_address_that_is_read_is_the_one_that_is_meant(text: str) -> None:
    address = quote(text, errors="replace")
    assert unquote(readable(address)) == unquote(address)
