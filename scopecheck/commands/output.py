"""What commands print, and how they end when something could not be done."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from scopecheck.report.result import Failure
    from scopecheck.report.style import Line

C = TypeVar("C", bound=Callable[..., Any])

FOUND, FAILED = 1, 2
"""Exit codes: there are findings; something could not be done."""


def color_option(command: C) -> C:
    """``--color``; click keeps the choice in its context."""

    def choose(ctx: click.Context, param: click.Parameter, value: str) -> None:
        ctx.color = {"always": True, "never": False}.get(value, ctx.color)

    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        expose_value=False,
        callback=choose,
        help="When to colour what is printed (auto: on a terminal).",
    )(command)


def show(lines: Iterable[Line], output_file: Path | None) -> None:
    """Print lines, or write them to a file."""
    from scopecheck.report.style import wants_colour, write

    context = click.get_current_context(silent=True)
    chosen = context.color if context is not None and output_file is None else None
    with _opened(output_file) as stream:
        write(lines, stream, colour=wants_colour(stream) if chosen is None else chosen)


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
    """End with one line on standard error."""
    click.echo(f"scopecheck: {message}", err=True)
    sys.exit(FAILED)


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
