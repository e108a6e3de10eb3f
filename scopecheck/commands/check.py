"""``scopecheck check``: what is wrong in a program."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scopecheck.commands.output import FOUND, fail, show, stop
from scopecheck.commands.settings import analysis_options, outputs, settings, split

if TYPE_CHECKING:
    from scopecheck.config import Config
    from scopecheck.engine import Checked
    from scopecheck.report.result import Result
    from scopecheck.report.style import Line


@click.command("check")
@click.argument("paths", nargs=-1, required=True)
@click.option("--select", multiple=True, callback=split, help="Rules to report: codes, prefixes.")
@click.option("--ignore", multiple=True, callback=split, help="Rules not to report.")
@click.option(
    "--per-file-ignores", multiple=True, callback=split, help="PATTERN:CODE pairs not to report."
)
@click.option(
    "--output-format",
    "formats",
    multiple=True,
    callback=split,
    help="full (the default), grouped, concise, json, json-lines, sarif, github, gitlab or junit.",
)
@click.option(
    "--output-file",
    "files",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write a report here; the first file takes the first format, and so on.",
)
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 though there are findings.")
@click.option("--stdin-filename", help="What standard input, given as `-`, is called.")
@click.option("--no-cache", is_flag=True, help="Accepted for scripts: nothing is cached yet.")
@click.option("--force-exclude", is_flag=True, help="Exclude files that are given as paths too.")
@analysis_options
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Check files, directories, or - for standard input."""
    config = settings(paths, options)
    wanted = outputs(options["formats"], options["files"], config)
    checked = _check(paths, options["stdin_filename"], config)
    _report(checked, wanted, statistics=options["statistics"])
    result = checked.result
    fail(result.failures, verbose=config.verbose)
    if result.findings and not options["exit_zero"]:
        sys.exit(FOUND)


def _report(
    checked: Checked, wanted: Iterable[tuple[str, Path | None]], *, statistics: bool
) -> None:
    """Write every report that is wanted; on the terminal a count of the rules may stand in."""
    from scopecheck.report import render

    for name, file in wanted:
        if statistics and file is None:
            show(_statistics(checked.result), None)
        else:
            show(render(name, checked.result, checked.lines), file)


def _check(paths: tuple[str, ...], stdin_filename: str | None, config: Config) -> Checked:
    from scopecheck.engine import check_paths, check_source

    if "-" not in paths:
        if stdin_filename is not None:
            stop("--stdin-filename is for standard input: give - as the path")
        return check_paths(paths, config)
    if len(paths) > 1:
        stop("standard input (-) cannot be combined with other paths")
    return check_source(sys.stdin.buffer.read(), stdin_filename or "stdin.py", config)


def _statistics(result: Result) -> Iterator[Line]:
    """How often each rule spoke, the most talkative first."""
    from scopecheck.report.style import Piece, line

    counts = Counter((finding.code, finding.name) for finding in result.findings)
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield line(f"{count:>5}  ", Piece(code, "strong"), f"  {name}")
