"""What commands print, and how they end."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

if TYPE_CHECKING:
    from scopecheck.report.result import Failure
    from scopecheck.report.style import Line

FOUND, FAILED = 1, 2


def show(lines: Iterable[Line], output_file: Path | None) -> None:
    """Print lines, to a file where one is given."""
    from scopecheck.report.style import wants_colour, write

    with _opened(output_file) as stream:
        write(lines, stream, colour=wants_colour(stream))


@contextlib.contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8") as stream:
            yield stream
    except OSError as error:
        stop(f"{path}: {error.strerror}")


def fail(failures: Iterable[Failure], *, verbose: bool) -> None:
    """Name what could not be done, and end with 2 if there is any."""
    failed = False
    for failure in failures:
        failed = True
        click.echo(f"scopecheck: {failure.file}: {failure.message}", err=True)
        if verbose and failure.traceback is not None:
            click.echo(failure.traceback, err=True)
    if failed:
        sys.exit(FAILED)


def stop(message: str) -> NoReturn:
    """End with 2 and one line that says why."""
    click.echo(f"scopecheck: {message}", err=True)
    sys.exit(FAILED)
