"""``scopecheck train``: a few steps, and what each train operation changed."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from scopecheck.commands.output import FOUND, show, stop
from scopecheck.commands.running import fail, run_options, setting_of, target_of


@click.command("train", short_help="Train a few steps; say what each train operation changes.")
@run_options
@click.option(
    "--steps", default=20, show_default=True, type=click.IntRange(1), help="Steps to train."
)
@click.option("--batch", type=click.IntRange(1), help="The size of open batch dimensions.")
@click.option("--device", default="auto", show_default=True, help="auto, cpu, gpu or gpu:0.")
@click.option(
    "--replicas",
    type=click.IntRange(2),
    help="Run it on this many devices at once, under tf.distribute.MirroredStrategy.",
)
@click.option("--seed", default=0, show_default=True, help="The seed of all random numbers.")
@click.option("--feed", metavar="MODULE:FUNCTION", help="Makes the data: (step, batch) -> feeds.")
@click.option("--watch", multiple=True, metavar="TENSOR", help="Also fetch this at each step.")
@click.option("--plot", type=click.Path(dir_okay=False, path_type=Path), help="PNG or SVG.")
def command(target: str, **options: Any) -> None:
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
    )
    try:
        known = target_of(target, options)
        setting = setting_of(
            options,
            device=_device(options["device"]),
            seed=options["seed"],
            replicas=options["replicas"] or 0,
        )
        with _progress(plan.steps) as progress:
            trained = run_train(known, setting, plan, Places(), progress)
        if options["plot"] is not None:
            from scopecheck.runtime.plot import plot

            plot(trained, options["plot"])
    except TargetFailed as failed:
        fail(target, failed)
    show(trained_lines(trained), options["output_file"])
    if trained.problems:
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
