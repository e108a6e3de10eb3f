"""Options that several commands share, and the configuration that they make."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from scopecheck.commands.output import color_option, stop

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from scopecheck.config import Config
    from scopecheck.rules.selection import Selection

C = TypeVar("C", bound=Callable[..., Any])


def split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The words of comma-separated lists, which may be given several times."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def analysis_options(command: C) -> C:
    """The options of every command that analyses files."""
    options = [
        click.option("--exclude", multiple=True, callback=split, help="Patterns to pass over."),
        click.option("--tensorflow-version", help="The TensorFlow to predict: 0.12, 1.15 or 2.21."),
        click.option("--keras-version", help="The Keras to predict: 2 or 3."),
        click.option("--verbose", is_flag=True, help="Also show what could not be decided."),
    ]
    for option in reversed(options):
        command = option(command)
    return color_option(command)


def complete_codes(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The rules whose code or name begins like this, for the shell."""
    from click.shell_completion import CompletionItem

    from scopecheck.rules import all_rules

    rules = [entry.rule for entry in all_rules().values()]
    return [
        CompletionItem(word, help=rule.summary)
        for rule in rules
        for word in (rule.code, rule.name)
        if word.lower().startswith(incomplete.lower() or "sco")
    ]


def complete_formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The formats that begin like this, for the shell."""
    from scopecheck.report import format_names

    return [name for name in format_names() if name.startswith(incomplete)]


def settings(paths: tuple[str, ...], options: Mapping[str, Any]) -> Config:
    """The configuration file's settings, and the command line's over them."""
    from scopecheck.config import ConfigError, keras_version, load, version

    try:
        config = load(_start(paths, options.get("stdin_filename")))
        tensorflow, keras = options["tensorflow_version"], options.get("keras_version")
        return replace(
            config,
            selection=_selection(config.selection, options),
            per_file_ignores=_ignores(config, options),
            exclude=(*config.exclude, *options["exclude"]),
            baseline=options.get("baseline") or config.baseline,
            force_exclude=options.get("force_exclude", False),
            tensorflow=config.tensorflow if tensorflow is None else version(tensorflow),
            keras=config.keras if keras is None else keras_version(keras),
            verbose=options["verbose"],
        )
    except ConfigError as error:
        stop(str(error))


def outputs(
    formats: Sequence[str], files: Sequence[Path], config: Config
) -> list[tuple[str, Path | None]]:
    """The reports to write: a format and a file each, the terminal's last (without a file).

    The formats go to the files in order; what is left over is the terminal's.
    """
    from scopecheck.config import ConfigError, output_format

    if len(formats) > len(files) + 1:
        stop(f"{len(formats)} formats need {len(formats) - 1} or more --output-file")
    try:
        names = [output_format(name) for name in formats]
    except ConfigError as error:
        stop(str(error))
    names += [config.output_format] * (len(files) + 1 - len(names))
    return list(zip(names, [*files, None], strict=True))


def _start(paths: tuple[str, ...], stdin_filename: str | None) -> Path:
    """Where the search for a configuration begins: the first path."""
    first = stdin_filename or "" if paths[0] == "-" else paths[0]
    return Path(os.path.abspath(first))


def _selection(selection: Selection, options: Mapping[str, Any]) -> Selection:
    from scopecheck.config import codes

    if options.get("select"):
        selection = replace(selection, select=codes(options["select"]))
    if options.get("ignore"):
        selection = replace(selection, ignore=(*selection.ignore, *codes(options["ignore"])))
    return selection


def _ignores(config: Config, options: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    from scopecheck.config import codes

    ignores = dict(config.per_file_ignores)
    for pattern, code in _pairs(options.get("per_file_ignores") or ()):
        ignores[pattern] = (*ignores.get(pattern, ()), *codes([code]))
    return ignores


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    from scopecheck.config import ConfigError

    for word in words:
        pattern, colon, code = word.rpartition(":")
        if not colon or not pattern:
            raise ConfigError(f"--per-file-ignores: {word!r} is no PATTERN:CODE")
        yield pattern, code
