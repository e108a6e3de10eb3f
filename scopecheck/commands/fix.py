"""The ``--fix`` and ``--diff`` of ``scopecheck check``."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from scopecheck.commands.output import stop
from scopecheck.commands.progress import progress

if TYPE_CHECKING:
    from scopecheck.config import Config
    from scopecheck.engine import Checked
    from scopecheck.repair import Repair


COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def fix(paths: tuple[str, ...], config: Config, *, unsafe: bool, quiet: bool) -> Checked:
    """Edit the files; what is left to report."""
    from scopecheck.repair import repair, write

    with progress(quiet=quiet) as tell:
        done = repair(paths, config, unsafe=unsafe, progress=tell)
    try:
        write(done.changes)
    except OSError as error:
        stop(f"{error.filename}: {error.strerror}")
    if not quiet:
        _tell(done)
    after = done.after
    return replace(after, result=replace(after.result, fixed=len(done.fixed)))


def diff(paths: tuple[str, ...], config: Config, *, unsafe: bool, quiet: bool) -> bool:
    """Show what would be edited; is it anything?"""
    from scopecheck.repair import repair

    with progress(quiet=quiet) as tell:
        done = repair(paths, config, unsafe=unsafe, progress=tell)
    _show(done)
    if not quiet:
        _tell(done)
    return bool(done.changes)


def _tell(done: Repair) -> None:
    """Name on standard error what was done, and what was not."""
    for one in done.fixed:
        click.echo(f"fixed {one.finding.site.where()}: {one.finding.code} {one.title}", err=True)
    for one in done.unsafe:
        where = f"{one.finding.site.where()}: {one.finding.code}"
        behind = f", and then {', '.join(one.uncovers)} is found behind it" if one.uncovers else ""
        click.echo(f"not fixed {where}: --unsafe-fixes would {one.title}{behind}", err=True)
    for name, reason in done.refused.items():
        click.echo(f"not fixed {name}: {reason}", err=True)


def _show(done: Repair) -> None:
    """The edits, exactly: a patch must not lose the spaces at a line's end."""
    for name, (before, _) in done.changes.items():
        after = done.after.source(name)
        old, new = _text(before), after.text if after is not None else ""
        head, tail = f"a/{name}", f"b/{name}"
        for text in difflib.unified_diff(
            old.splitlines(keepends=True), new.splitlines(keepends=True), head, tail
        ):
            ended = text if text.endswith("\n") else f"{text}\n\\ No newline at end of file\n"
            click.secho(ended, nl=False, fg=COLOURS.get(text[:1]))


def _text(data: bytes) -> str:
    from scopecheck.source.decode import decode

    text = decode(data)
    return text if isinstance(text, str) else ""
