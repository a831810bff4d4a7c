"""Kind and size come from the content, whatever the name says, and nothing is decoded."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from editor.errors import CannotRead, FileMissing, NotAnImage
from editor.images.header import Header, read_file_header, read_header


@pytest.mark.parametrize(
    ("kind", "options", "extension"),
    [
        ("JPEG", {}, ".jpg"),
        ("PNG", {}, ".png"),
        ("GIF", {}, ".gif"),
        ("WEBP", {}, ".webp"),
        ("WEBP", {"lossless": True}, ".webp"),
        ("WEBP", {"exif": b"Exif\0\0"}, ".webp"),
        ("AVIF", {}, ".avif"),
    ],
)
def test_every_kind_that_browsers_show_is_measured(
    picture: Callable[..., bytes], kind: str, options: dict[str, object], extension: str
) -> None:
    assert read_header(picture(kind, (31, 17), **options), name="x") == Header(extension, 31, 17)


def test_a_photograph_lying_on_its_side_is_measured_as_shown(picture: Callable[..., bytes]) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6

    assert read_header(picture("JPEG", (31, 17), exif=exif.tobytes()), name="x") == Header(".jpg", 17, 31)


def test_a_damaged_exif_block_does_not_matter(picture: Callable[..., bytes]) -> None:
    data = picture("JPEG", (31, 17), exif=b"Exif\0\0II*\0\xff\xff\xff\xff garbage")

    assert read_header(data, name="x") == Header(".jpg", 31, 17)


@pytest.mark.parametrize(
    ("source", "size"),
    [
        ('<svg width="40" height="30"/>', (40, 30)),
        ("<svg width='4cm' height='1in'></svg>", (151, 96)),
        ('<svg viewBox="0 0 24 12.4"/>', (24, 12)),
        ('<svg width="100%" height="100%" viewBox="0,0,24,12"/>', (24, 12)),
        ('\ufeff<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg>\n<svg>', (0, 0)),
        ('<!DOCTYPE svg PUBLIC "a" "b" [\n<!ENTITY ns_svg "http://x">\n] >\n<svg width="3" height="2">', (3, 2)),
        ('<svg:svg xmlns:svg="x" stroke-width="3" width="2.5px" height="2"/>', (2, 2)),
    ],
)
def test_drawings_are_known_by_their_first_tag(source: str, size: tuple[int, int]) -> None:
    assert read_header(source.encode(), name="x.svg") == Header(".svg", *size)


@pytest.mark.parametrize(
    "data",
    [b"", b"Hello", b"<html><svg/></html>", b"BM" + b"\0" * 60, b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBP",
     b"\0\0\0\x1cftypavif" + b"\0" * 40, b"<!---->" * 5000, b" " * 70000, b"II*\0" + b"\0" * 50,
     b"\x89PNG\r\n\x1a\n" + b"\0" * 40],
)  # fmt: skip
def test_anything_else_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(NotAnImage, match=r"holiday\.jpg"):
        read_header(data, name="holiday.jpg")


def test_a_picture_that_would_fill_the_memory_is_refused_unseen() -> None:
    header = struct.pack(">IIBBBBB", 100_000, 100_000, 1, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))

    with pytest.raises(NotAnImage, match="100000 × 100000 pixels"):
        read_header(bomb, name="bomb.png")


def test_files_that_cannot_be_read_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_file_header(tmp_path / "none.png")
    with pytest.raises(CannotRead):
        read_file_header(tmp_path)
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(CannotRead):
        read_file_header(tmp_path / "pipe.png")


@settings(deadline=None)
@given(
    st.sampled_from(
        [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x20ftypavif", b"<svg"]
    ),
    st.binary(max_size=300),
)
def test_no_header_however_damaged_is_more_than_refused(start: bytes, rest: bytes) -> None:
    try:
        header = read_header(start + rest, name="x")
    except NotAnImage:
        return
    assert header.width >= 0
    assert header.height >= 0
