"""``scopecheck verify``: what the calls of each network share, in the real graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from scopecheck.commands.output import FOUND, show
from scopecheck.commands.running import fail, run_options, setting_of, target_of
from scopecheck.commands.settings import settings, split

FORMATS = ("full", "concise", "json")
_PLAIN = {"tensorflow_version": None, "exclude": (), "verbose": False}


@click.command("verify", short_help="Say what the calls of each network share in the real graph.")
@run_options
@click.option("--run", "to_end", is_flag=True, help="Go on after the first training step.")
@click.option("--select", multiple=True, callback=split, help="Rules to report: codes, prefixes.")
@click.option("--ignore", multiple=True, callback=split, help="Rules not to report.")
@click.option(
    "--output-format", type=click.Choice(FORMATS), default="full", help="How the report looks."
)
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page.")
def command(target: str, **options: Any) -> None:
    """Build the program's real graph and say, network by network, what its calls share.

    TARGET is gan.py, gan.py::function, package.module:function or a notebook; what follows
    `--` is the program's own command line.
    """
    from scopecheck.runtime.errors import TargetFailed
    from scopecheck.runtime.judging import judged
    from scopecheck.runtime.pages import write_page
    from scopecheck.runtime.places import Places
    from scopecheck.runtime.told import verified_as
    from scopecheck.runtime.verify import verify as run_verify

    try:
        known = target_of(target, options)
        verified = run_verify(known, setting_of(options), Places())
        result, lines = judged(
            known, verified.findings, settings((str(known.file or "."),), {**options, **_PLAIN})
        )
    except TargetFailed as failed:
        fail(target, failed)
    if options["html"] is not None:
        write_page(options["html"], verified, result, lines)
    show(verified_as(options["output_format"], verified, result, lines), options["output_file"])
    if result.findings:
        sys.exit(FOUND)
