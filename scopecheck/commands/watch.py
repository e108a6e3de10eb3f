"""``--watch``: do it again whenever a file changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from scopecheck.config import Config

PAUSE = 0.5
"""Seconds between two looks at the files."""


def watch(paths: tuple[str, ...], config: Config, work: Callable[[], None]) -> None:
    """Work now and after every change of a checked file, until Ctrl-C."""
    while True:
        seen = _state(paths, config)
        if sys.stdout.isatty():
            click.clear()
        work()
        sys.stdout.flush()
        click.echo("scopecheck: waiting for changes (Ctrl-C ends it)", err=True)
        while _state(paths, config) == seen:
            time.sleep(PAUSE)


def _state(paths: tuple[str, ...], config: Config) -> dict[str, int]:
    """The files to check, and when each was last changed."""
    from scopecheck.workspace import Workspace

    workspace = Workspace(config)
    workspace.find(paths)
    workspace.find_roots()
    state = {}
    for name in (*workspace.given, *workspace.beside):
        try:
            state[name] = os.stat(name).st_mtime_ns
        except OSError:  # it went while we looked
            state[name] = 0
    return state
