"""The commands that run programs: verify, train, compare."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scopecheck.terminal import FAILED, FOUND, show, stop

if TYPE_CHECKING:
    from scopecheck.config import Config
    from scopecheck.runtime.errors import TargetFailed
    from scopecheck.runtime.host import Setting
    from scopecheck.runtime.target import Target

FORMATS = ("full", "concise", "json")


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
        click.option("--output-file", type=click.Path(dir_okay=False, path_type=Path)),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@run_options
@click.option("--run", "to_end", is_flag=True, help="Go on after the first training step.")
@click.option("--select", multiple=True, help="Rules to report: codes, prefixes.")
@click.option("--ignore", multiple=True, help="Rules not to report.")
@click.option("--output-format", type=click.Choice(FORMATS), default="full")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page.")
def verify(target: str, **options: Any) -> None:
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
        known = _target(target, options)
        verified = run_verify(known, _setting(options), Places())
        result, lines = judged(known, verified.findings, _config(known, options))
    except TargetFailed as failed:
        _failed(target, failed)
    if options["html"] is not None:
        write_page(options["html"], verified, result, lines)
    show(verified_as(options["output_format"], verified, result, lines), options["output_file"])
    if result.findings:
        sys.exit(FOUND)


@click.command()
@run_options
@click.option("--steps", default=20, show_default=True, type=click.IntRange(1))
@click.option("--batch", type=click.IntRange(1), help="The size of open batch dimensions.")
@click.option("--device", default="auto", show_default=True, help="auto, cpu, gpu or gpu:0.")
@click.option("--seed", default=0, show_default=True)
@click.option("--feed", metavar="MODULE:FUNCTION", help="Makes the data: (step, batch) -> feeds.")
@click.option("--watch", multiple=True, metavar="TENSOR", help="Also fetch this at each step.")
@click.option("--replicas", default=1, show_default=True, type=click.IntRange(1))
@click.option("--plot", type=click.Path(dir_okay=False, path_type=Path), help="PNG or SVG.")
def train(target: str, **options: Any) -> None:
    """Train the program's graph for a few steps and say what each train operation changed."""
    from scopecheck.runtime.errors import TargetFailed
    from scopecheck.runtime.places import Places
    from scopecheck.runtime.show import trained_lines
    from scopecheck.runtime.train import Plan
    from scopecheck.runtime.train import train as run_train

    plan = Plan(
        options["steps"],
        options["batch"],
        options["seed"],
        options["feed"],
        options["watch"],
        options["replicas"],
    )
    try:
        known = _target(target, options)
        setting = _setting(options, device=_device(options["device"]), seed=options["seed"])
        with _progress(plan.steps) as progress:
            trained = run_train(known, setting, plan, Places(), progress)
        if options["plot"] is not None:
            from scopecheck.runtime.plot import plot

            plot(trained, options["plot"])
    except TargetFailed as failed:
        _failed(target, failed)
    show(trained_lines(trained), options["output_file"])
    if trained.problems:
        sys.exit(FOUND)


@click.command()
@run_options
@click.option("--run", "to_end", is_flag=True, help="Go on after the first training step.")
def compare(target: str, **options: Any) -> None:
    """Hold what `scopecheck check` predicts of a script against its real graph."""
    from scopecheck.runtime.compare import compare as run_compare
    from scopecheck.runtime.errors import TargetFailed
    from scopecheck.runtime.places import Places
    from scopecheck.runtime.show import compared_lines

    try:
        compared = run_compare(_target(target, options), _setting(options), Places())
    except TargetFailed as failed:
        _failed(target, failed)
    show(compared_lines(compared), options["output_file"])
    if compared.differences:
        sys.exit(FOUND)


def _device(name: str) -> str:
    if not re.fullmatch(r"auto|cpu|gpu(:\d+)?", name):
        stop(f"--device {name}: give auto, cpu, gpu or gpu:NUMBER")
    return name


@contextlib.contextmanager
def _progress(steps: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal; nothing elsewhere."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("training", total=steps)
        yield lambda done: bar.update(task, completed=done)


def _target(text: str, options: dict[str, Any]) -> Target:
    from scopecheck.runtime.target import parse_target

    return parse_target(text, options["arguments"], options["argv"])


def _setting(options: dict[str, Any], **more: Any) -> Setting:
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


def _config(target: Target, options: dict[str, Any]) -> Config:
    from dataclasses import replace

    from scopecheck.config import ConfigError, codes, load

    try:
        config = load(target.file or Path.cwd())
        selection = config.selection
        words = {
            name: [code for value in options[name] for code in value.split(",") if code]
            for name in ("select", "ignore")
        }
        if words["select"]:
            selection = replace(selection, select=codes(words["select"]))
        if words["ignore"]:
            selection = replace(selection, ignore=(*selection.ignore, *codes(words["ignore"])))
        return replace(config, selection=selection)
    except ConfigError as error:
        stop(str(error))


def _failed(target: str, failed: TargetFailed) -> None:
    """One line, and the target's own last lines."""
    click.echo(f"scopecheck: {target}: {failed.message}", err=True)
    for text in failed.tail:
        click.echo(f"    {text}", err=True)
    sys.exit(FAILED)


COMMANDS: tuple[click.Command, ...] = (verify, train, compare)
