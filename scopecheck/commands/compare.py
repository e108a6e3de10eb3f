"""``scopecheck compare``: the prediction against the real graph."""

from __future__ import annotations

import sys
from typing import Any

import click

from scopecheck.commands.output import FOUND, show
from scopecheck.commands.running import fail, run_options, setting_of, target_of


@click.command("compare", short_help="Hold the prediction against the real graph.")
@run_options
@click.option("--run", "to_end", is_flag=True, help="Go on after the first training step.")
def command(target: str, **options: Any) -> None:
    """Hold what `scopecheck check` predicts of a script against its real graph."""
    from scopecheck.runtime.compare import compare as run_compare
    from scopecheck.runtime.errors import TargetFailed
    from scopecheck.runtime.places import Places
    from scopecheck.runtime.show import compared_lines

    try:
        compared = run_compare(target_of(target, options), setting_of(options), Places())
    except TargetFailed as failed:
        fail(target, failed)
    show(compared_lines(compared), options["output_file"])
    if compared.differences:
        sys.exit(FOUND)
