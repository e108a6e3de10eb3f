"""``scopecheck variables``: what a program makes, and who shares it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from scopecheck.commands.output import fail, show, stop
from scopecheck.commands.settings import analysis_options, settings


@click.command("variables", short_help="Predict the variables, and which calls hold which.")
@click.argument("paths", nargs=-1, required=True)
@click.option("--output-format", default="text", help="text (the default) or json.")
@click.option(
    "--output-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the report here instead of to standard output.",
)
@analysis_options
def command(paths: tuple[str, ...], output_format: str, **options: Any) -> None:
    """Predict the variables: names, shapes, and which calls hold which."""
    from scopecheck.engine import predict
    from scopecheck.report.inventory import as_json, as_text
    from scopecheck.report.style import line

    if output_format not in ("text", "json"):
        stop(f"{output_format!r} is no format for variables (known: text, json)")
    predicted = predict(paths, settings(paths, options))
    if output_format == "json":
        show([line(as_json(predicted.traces))], options["output_file"])
    else:
        show(as_text(predicted.traces), options["output_file"])
    fail(predicted.failures, verbose=options["verbose"])
