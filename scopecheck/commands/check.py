"""``scopecheck check``: what is wrong in a program."""

from __future__ import annotations

import contextlib
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scopecheck.commands.output import FOUND, fail, show, stop
from scopecheck.commands.progress import progress
from scopecheck.commands.settings import (
    analysis_options,
    complete_codes,
    complete_formats,
    outputs,
    settings,
    split,
)
from scopecheck.commands.watch import watch

if TYPE_CHECKING:
    from scopecheck.cache import Cache
    from scopecheck.config import Config
    from scopecheck.engine import Checked
    from scopecheck.report.result import Result
    from scopecheck.report.style import Line

    Wanted = Sequence[tuple[str, Path | None]]

SUMMARISED = ("full", "grouped")
"""The formats whose last line counts the findings."""


@click.command("check")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--select",
    multiple=True,
    callback=split,
    shell_complete=complete_codes,
    help="Rules to report: codes, prefixes.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=split,
    shell_complete=complete_codes,
    help="Rules not to report.",
)
@click.option(
    "--per-file-ignores", multiple=True, callback=split, help="PATTERN:CODE pairs not to report."
)
@click.option(
    "--output-format",
    "formats",
    multiple=True,
    callback=split,
    shell_complete=complete_formats,
    help="full (the default), grouped, concise, json, json-lines, sarif, github, gitlab or junit.",
)
@click.option(
    "--output-file",
    "files",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write a report here; the first file takes the first format, and so on.",
)
@click.option("--fix", is_flag=True, help="Fix what can be fixed without changing other variables.")
@click.option("--unsafe-fixes", is_flag=True, help="Also fix what may change names or training.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 though there are findings.")
@click.option("--stdin-filename", help="What standard input, given as `-`, is called.")
@click.option("--no-cache", is_flag=True, help="Check everything anew, and keep nothing of it.")
@click.option(
    "--cache-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep here what was found in files that don't change (else: the user's cache folder).",
)
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Report only what this file does not list.",
)
@click.option(
    "--write-baseline", is_flag=True, help="List what is found in the baseline; report nothing."
)
@click.option("--watch", "watched", is_flag=True, help="Check again whenever a file changes.")
@click.option("--quiet", "-q", is_flag=True, help="Print the findings, and nothing else.")
@click.option("--force-exclude", is_flag=True, help="Exclude files that are given as paths too.")
@analysis_options
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Check files, directories, or - for standard input."""
    config = settings(paths, options)
    wanted = outputs(options["formats"], options["files"], config)
    if options["write_baseline"]:
        _write_baseline(paths, options, config)
    elif options["diff"]:
        _diff(paths, options, config)
    elif options["watched"]:
        if "-" in paths:
            stop("standard input (-) cannot be watched: name a file")
        watch(paths, config, lambda: _round(paths, options, config, wanted))
    else:
        result = _once(paths, options, config, wanted)
        fail(result.failures, verbose=config.verbose)
        if result.findings and not options["exit_zero"]:
            sys.exit(FOUND)


def _once(
    paths: tuple[str, ...], options: Mapping[str, Any], config: Config, wanted: Wanted
) -> Result:
    """Check, and report."""
    quiet = options["quiet"]
    checked = _check(paths, options, config)
    _report(checked, wanted, statistics=options["statistics"], quiet=quiet)
    if not quiet:
        _name_gone(checked.result, config)
    return checked.result


def _round(
    paths: tuple[str, ...], options: Mapping[str, Any], config: Config, wanted: Wanted
) -> None:
    """Check once of several times: what fails is named, and may work the next time."""
    with contextlib.suppress(SystemExit):
        fail(_once(paths, options, config, wanted).failures, verbose=config.verbose)


def _report(checked: Checked, wanted: Wanted, *, statistics: bool, quiet: bool) -> None:
    """Write every report that is wanted; on the terminal a count of the rules may stand in."""
    from scopecheck.report import render

    for name, file in wanted:
        if statistics and file is None:
            show(_statistics(checked.result), None)
            continue
        lines = render(name, checked.result, checked.lines)
        if quiet and file is None and name in SUMMARISED:
            lines = iter(list(lines)[:-1])
        show(lines, file)


def _check(paths: tuple[str, ...], options: Mapping[str, Any], config: Config) -> Checked:
    """Check, and fix if the options say so."""
    from scopecheck.commands.fix import fix
    from scopecheck.config import ConfigError
    from scopecheck.engine import check_paths, check_source

    name = options["stdin_filename"]
    if options["unsafe_fixes"] and not options["fix"]:
        stop("--unsafe-fixes is for --fix and --diff")
    try:
        if "-" not in paths:
            if name is not None:
                stop("--stdin-filename is for standard input: give - as the path")
            if options["fix"]:
                return fix(paths, config, unsafe=options["unsafe_fixes"], quiet=options["quiet"])
            with progress(quiet=options["quiet"]) as tell:
                return check_paths(paths, config, progress=tell, cache=_cache(options))
        if len(paths) > 1:
            stop("standard input (-) cannot be combined with other paths")
        if options["fix"]:
            stop("standard input (-) cannot be fixed: name a file")
        return check_source(sys.stdin.buffer.read(), name or "stdin.py", config)
    except ConfigError as error:
        stop(str(error))


def _cache(options: Mapping[str, Any]) -> Cache | None:
    """The cache that the options name, None where they want none."""
    from scopecheck.cache import Cache

    if options["no_cache"]:
        return None
    directory: Path | None = options["cache_dir"]
    if directory is None:
        from platformdirs import user_cache_path

        directory = user_cache_path("scopecheck", appauthor=False)
    return Cache(directory, lambda reason: click.echo(f"scopecheck: {reason}", err=True))


def _diff(paths: tuple[str, ...], options: Mapping[str, Any], config: Config) -> None:
    """Show the edits; 1 if there are any."""
    from scopecheck.commands.fix import diff

    if "-" in paths:
        stop("standard input (-) cannot be fixed: name a file")
    unsafe, quiet = options["unsafe_fixes"], options["quiet"]
    if diff(paths, config, unsafe=unsafe, quiet=quiet) and not options["exit_zero"]:
        sys.exit(FOUND)


def _write_baseline(paths: tuple[str, ...], options: Mapping[str, Any], config: Config) -> None:
    """Check as if there were no baseline, and write one."""
    from scopecheck.baseline import location, update
    from scopecheck.config import ConfigError

    checked = _check(paths, options, replace(config, baseline=None))
    try:
        count = update(checked.result, config)
    except ConfigError as error:
        stop(str(error))
    if not options["quiet"]:
        known = "1 finding" if count == 1 else f"{count} findings"
        click.echo(f"scopecheck: {os.path.relpath(location(config))} lists {known}", err=True)
    fail(checked.result.failures, verbose=config.verbose)


def _name_gone(result: Result, config: Config) -> None:
    """Say what the baseline lists in vain, so that it can shrink."""
    if not result.gone or config.baseline is None:
        return
    name = os.path.relpath(config.baseline)
    click.echo(f"scopecheck: {name} lists what is gone (--write-baseline drops it):", err=True)
    for entry in result.gone:
        click.echo(f"  {entry.file}: {entry.code} {entry.message}", err=True)


def _statistics(result: Result) -> Iterator[Line]:
    """How often each rule spoke, the most talkative first."""
    from scopecheck.report.style import Piece, line

    counts = Counter((finding.code, finding.name) for finding in result.findings)
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield line(f"{count:>5}  ", Piece(code, "strong"), f"  {name}")
