"""The command line. What a command needs is imported when it runs."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

import click

from scopecheck import __version__

if TYPE_CHECKING:
    from scopecheck.config import Config
    from scopecheck.engine import Checked
    from scopecheck.report.result import Failure, Result
    from scopecheck.report.style import Line

FOUND, FAILED = 1, 2
# As a shell reports a program that a signal ended: SIGINT, SIGPIPE.
INTERRUPTED, UNREAD = 130, 141


class CheckByDefault(click.Group):
    """A group whose command may be left out: ``scopecheck PATH`` is ``scopecheck check PATH``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = (*self.commands, "--help", "-h", "--version")
        if not args:
            raise click.UsageError("give a file or a directory to check (or --help)")
        if args[0] not in known:
            args = ["check", *args]
        return super().parse_args(ctx, args)


def _split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The words of comma-separated lists, which may be given several times."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


@click.group(
    cls=CheckByDefault,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="scopecheck %(version)s")
def cli() -> None:
    """Find variable-sharing bugs in TensorFlow programs before they run.

    `scopecheck PATH...` is short for `scopecheck check PATH...`.
    """


def common_options(command: Any) -> Any:
    """The options that check and variables share."""
    options = [
        click.option("--exclude", multiple=True, callback=_split, help="Patterns to pass over."),
        click.option("--tensorflow-version", help="The TensorFlow to predict: 1.15 or 2.21."),
        click.option(
            "--output-file",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Write the report here instead of to standard output.",
        ),
        click.option("--verbose", is_flag=True, help="Also show what could not be decided."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--select", multiple=True, callback=_split, help="Rules to report: codes, prefixes.")
@click.option("--ignore", multiple=True, callback=_split, help="Rules not to report.")
@click.option(
    "--per-file-ignores", multiple=True, callback=_split, help="PATTERN:CODE pairs not to report."
)
@click.option("--output-format", help="full (the default), concise or json.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 though there are findings.")
@click.option("--stdin-filename", help="What standard input, given as `-`, is called.")
@click.option("--no-cache", is_flag=True, help="Accepted for scripts: nothing is cached yet.")
@click.option("--force-exclude", is_flag=True, help="Exclude files that are given as paths too.")
@common_options
def check(paths: tuple[str, ...], **options: Any) -> None:
    """Check files, directories, or - for standard input."""
    from scopecheck.report import render

    config = _config(paths, options)
    checked = _check(paths, options["stdin_filename"], config)
    result = checked.result
    if options["statistics"]:
        lines: Iterable[Line] = _statistics(result)
    else:
        lines = render(config.output_format, result, checked.lines)
    _print(lines, options["output_file"])
    _fail(result.failures, verbose=config.verbose)
    if result.findings and not options["exit_zero"]:
        sys.exit(FOUND)


@cli.command()
@click.argument("code", required=False)
def rule(code: str | None) -> None:
    """Explain a rule, by its code or name; without one, list all rules."""
    from scopecheck.report.explain import explain, overview
    from scopecheck.rules import all_rules
    from scopecheck.rules.selection import code_of

    if code is None:
        _print(overview(entry.rule for entry in all_rules().values()), None)
        return
    entry = all_rules().get(code_of(code))
    if entry is None:
        _stop(f"no rule is called {code!r}; `scopecheck rule` lists them")
    _print(explain(entry.rule), None)


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--output-format", default="text", help="text (the default) or json.")
@common_options
def variables(paths: tuple[str, ...], output_format: str, **options: Any) -> None:
    """Predict the variables: names, shapes, and which calls hold which."""
    from scopecheck.engine import predict
    from scopecheck.report.inventory import as_json, as_text
    from scopecheck.report.style import line

    if output_format not in ("text", "json"):
        _stop(f"{output_format!r} is no format for variables (known: text, json)")
    predicted = predict(paths, _config(paths, options))
    if output_format == "json":
        _print([line(as_json(predicted.traces))], options["output_file"])
    else:
        _print(as_text(predicted.traces), options["output_file"])
    _fail(predicted.failures, verbose=options["verbose"])


def main() -> NoReturn:
    """The entry point: exits with 0, 1 for findings, 2 for what could not be done."""
    try:
        with cli.make_context("scopecheck", sys.argv[1:]) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as error:
        _stop(error.format_message())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Nobody reads on; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(UNREAD)
    sys.exit(0)


def _config(paths: tuple[str, ...], options: dict[str, Any]) -> Config:
    """The configuration file's settings, and the command line's over them."""
    from scopecheck.config import ConfigError, codes, load, version
    from scopecheck.report import format_names

    try:
        config = load(_start(paths, options.get("stdin_filename")))
        selection = config.selection
        if options.get("select"):
            selection = replace(selection, select=codes(options["select"]))
        if options.get("ignore"):
            extra = codes(options["ignore"])
            selection = replace(selection, ignore=(*selection.ignore, *extra))
        ignores = dict(config.per_file_ignores)
        for pattern, code in _pairs(options.get("per_file_ignores") or ()):
            ignores[pattern] = (*ignores.get(pattern, ()), *codes([code]))
        name = options.get("output_format") or config.output_format
        if name not in format_names():
            raise ConfigError(f"{name!r} is no format (known: {', '.join(format_names())})")
        tensorflow = options["tensorflow_version"]
        return replace(
            config,
            selection=selection,
            per_file_ignores=ignores,
            exclude=(*config.exclude, *options["exclude"]),
            force_exclude=options.get("force_exclude", False),
            output_format=name,
            tensorflow=config.tensorflow if tensorflow is None else version(tensorflow),
            verbose=options["verbose"],
        )
    except ConfigError as error:
        _stop(str(error))


def _start(paths: tuple[str, ...], stdin_filename: str | None) -> Path:
    """Where the search for a configuration begins: the first path."""
    first = stdin_filename or "" if paths[0] == "-" else paths[0]
    return Path(os.path.abspath(first))


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    from scopecheck.config import ConfigError

    for word in words:
        pattern, colon, code = word.rpartition(":")
        if not colon or not pattern:
            raise ConfigError(f"--per-file-ignores: {word!r} is no PATTERN:CODE")
        yield pattern, code


def _check(paths: tuple[str, ...], stdin_filename: str | None, config: Config) -> Checked:
    from scopecheck.engine import check_paths, check_source

    if "-" not in paths:
        if stdin_filename is not None:
            _stop("--stdin-filename is for standard input: give - as the path")
        return check_paths(paths, config)
    if len(paths) > 1:
        _stop("standard input (-) cannot be combined with other paths")
    return check_source(sys.stdin.buffer.read(), stdin_filename or "stdin.py", config)


def _statistics(result: Result) -> Iterator[Line]:
    """How often each rule spoke, the most talkative first."""
    from collections import Counter

    from scopecheck.report.style import Piece, line

    counts = Counter((finding.code, finding.name) for finding in result.findings)
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield line(f"{count:>5}  ", Piece(code, "strong"), f"  {name}")


def _print(lines: Iterable[Line], output_file: Path | None) -> None:
    from scopecheck.report.style import wants_colour, write

    with _opened(output_file) as stream:
        write(lines, stream, colour=wants_colour(stream))


@contextlib.contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8") as stream:
            yield stream
    except OSError as error:
        _stop(f"{path}: {error.strerror}")


def _fail(failures: Iterable[Failure], *, verbose: bool) -> None:
    """Name what could not be done, and end with 2 if there is any."""
    failed = False
    for failure in failures:
        failed = True
        click.echo(f"scopecheck: {failure.file}: {failure.message}", err=True)
        if verbose and failure.traceback is not None:
            click.echo(failure.traceback, err=True)
    if failed:
        sys.exit(FAILED)


def _stop(message: str) -> NoReturn:
    click.echo(f"scopecheck: {message}", err=True)
    sys.exit(FAILED)
