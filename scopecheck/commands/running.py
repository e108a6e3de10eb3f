"""What the commands that run programs share: their options, their target, their failures."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from scopecheck.commands.output import FAILED

if TYPE_CHECKING:
    from scopecheck.runtime.errors import TargetFailed
    from scopecheck.runtime.host import Setting
    from scopecheck.runtime.target import Target


def _pairs(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    pairs = []
    for value in values:
        name, equals, text = value.partition("=")
        if not equals or not name.isidentifier():
            raise click.BadParameter(f"{value!r} is no NAME=VALUE")
        pairs.append((name, text))
    return tuple(pairs)


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that runs a target."""
    options = [
        click.argument("target"),
        click.argument("argv", nargs=-1, type=click.UNPROCESSED),
        click.option("--python", default=sys.executable, help="The interpreter to run it with."),
        click.option(
            "--arg",
            "arguments",
            multiple=True,
            callback=_pairs,
            metavar="NAME=VALUE",
            help="An argument of FILE::FUNCTION: a Python literal, or float32[None,784] for a "
            "placeholder.",
        ),
        click.option(
            "--shim",
            type=click.Choice(["auto", "on", "off"]),
            default="auto",
            help="Let `import tensorflow` give TensorFlow 1 where only 2 is installed.",
        ),
        click.option("--stub", "stubs", multiple=True, help="A module to put a stand-in for."),
        click.option("--timeout", default=300.0, show_default=True, help="Seconds it may run."),
        click.option("--memory", default=16.0, show_default=True, help="Gigabytes it may use."),
        click.option(
            "--output-file",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Write the report here instead of to standard output.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def target_of(text: str, options: dict[str, Any]) -> Target:
    """The target that the command line names."""
    from scopecheck.runtime.target import parse_target

    return parse_target(text, options["arguments"], options["argv"])


def setting_of(options: dict[str, Any], **more: Any) -> Setting:
    """How it is run."""
    from scopecheck.runtime.host import Setting
    from scopecheck.runtime.process import Limits

    return Setting(
        python=options["python"],
        shim=options["shim"],
        stubs=options["stubs"],
        to_end=options.get("to_end", False),
        limits=Limits(options["timeout"], options["memory"]),
        **more,
    )


def fail(target: str, failed: TargetFailed) -> NoReturn:
    """One line, and the target's own last lines."""
    click.echo(f"scopecheck: {target}: {failed.message}", err=True)
    for text in failed.tail:
        click.echo(f"    {text}", err=True)
    sys.exit(FAILED)
