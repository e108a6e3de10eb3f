"""From bytes to text, by the rules of PEP 263."""

from __future__ import annotations

import codecs
import re

from scopecheck.source.model import Problem, split_lines

MAX_BYTES = 1024 * 1024

_COOKIE = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"[ \t\f]*(?:#.*)?\Z", re.DOTALL)
_LINE_END = re.compile(rb"\r\n|\r|\n")
# UTF-32 first: its little-endian mark begins with UTF-16's.
_FOREIGN_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def too_large(size_limit: int) -> Problem:
    """The problem of a file, or a cell, with more bytes than `size_limit`."""
    return Problem(f"larger than {size_limit // (1024 * 1024)} MB", 1, 1)


def decode(data: bytes) -> str | Problem:
    """The text of a Python file, without its byte order mark."""
    if len(data) > MAX_BYTES:
        return too_large(MAX_BYTES)
    for mark, name in _FOREIGN_MARKS:
        if data.startswith(mark):
            return Problem(f"encoded as {name}, which Python does not read", 1, 1)
    if (offset := data.find(b"\0")) >= 0:
        return _at(data, offset, f"not text: NUL byte at offset {offset}")
    marked = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if marked else data
    cookie = _cookie(body)
    if cookie is None:
        return _decode_as(body, "utf-8")
    name, line, column = cookie
    if marked and not _is_utf8(name):
        message = f"the byte order mark says UTF-8, the coding comment says {name!r}"
        return Problem(message, line, column)
    try:
        return _decode_as(body, _normal_name(name))
    except LookupError:
        return Problem(f"unknown encoding {name!r}", line, column)


def _cookie(data: bytes) -> tuple[str, int, int] | None:
    """The encoding that a comment in the first two lines names, and where."""
    for number, line in enumerate(_LINE_END.split(data, maxsplit=2)[:2], start=1):
        if match := _COOKIE.match(line):
            return match[1].decode("ascii"), number, match.start(1) + 1
        if not _BLANK.match(line):
            return None
    return None


def _normal_name(name: str) -> str:
    """Drop what editors add to an encoding's name ("utf-8-unix"), as Python does."""
    lowered = name[:12].lower().replace("_", "-")
    for known in ("utf-8", "latin-1", "iso-8859-1", "iso-latin-1"):
        if lowered == known or lowered.startswith(known + "-"):
            return known
    return name


def _is_utf8(name: str) -> bool:
    try:
        return codecs.lookup(_normal_name(name)).name == "utf-8"
    except LookupError:
        return False


def _decode_as(data: bytes, encoding: str) -> str | Problem:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        return _at(
            data, error.start, f"not {encoding} text: byte 0x{data[error.start]:02x} is invalid"
        )
    except ValueError as error:  # codecs with rules of their own, such as idna
        return Problem(f"not {encoding} text: {' '.join(str(error).split())}", 1, 1)


def _at(data: bytes, offset: int, message: str) -> Problem:
    before = data[:offset].decode("utf-8", "replace").removeprefix("\ufeff")
    # The mark keeps the line that the byte stands on from looking empty.
    lines = split_lines(before + "|")
    return Problem(message, len(lines), len(lines[-1]))
