"""The settings: ``[tool.scopecheck]`` in pyproject.toml, and the command line over it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from scopecheck.rules import all_rules
from scopecheck.rules.selection import Selection, code_of, unknown

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TENSORFLOW_VERSIONS = ("0.12", "1.15", "2.21")
KERAS_VERSIONS = ("2", "3")


class ConfigError(Exception):
    """A setting that cannot be used, in one line for a person."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a run is asked to do.

    root: the directory that patterns are relative to. per_file_ignores: codes or prefixes
    for each pattern. roots: directories and files, relative to the root, that are analysed
    beside those that are checked. baseline: the file of known findings. tensorflow: the
    version whose behaviour is modelled; None: by the program. python2_division: None: where
    the source is not Python 3. keras: the version of Keras; None: by the program and by what
    its project requires, else both are judged.
    """

    root: Path = field(default_factory=Path.cwd)
    selection: Selection = field(default_factory=Selection)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    roots: tuple[str, ...] = ()
    baseline: Path | None = None
    output_format: str = "full"
    tensorflow: str | None = None
    python2_division: bool | None = None
    keras: str | None = None
    verbose: bool = False


def load(start: Path) -> Config:
    """The settings of the nearest pyproject.toml with a ``[tool.scopecheck]`` table.

    start: a file or directory; the search goes up from there. Raises ConfigError.
    """
    for directory in (start, *start.parents):
        path = directory / "pyproject.toml"
        if _is_there(path):
            table = _table(path)
            if table is not None:
                return from_table(table, path)
    return Config()


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a directory that may not be looked into
        return False


def from_table(table: Mapping[str, Any], path: Path) -> Config:
    """The settings of one table; ``path`` is its file, for errors and as the root."""
    config = Config(root=path.parent)
    for key, value in table.items():
        setting = _SETTINGS.get(key)
        if setting is None:
            hint = _hint(key, _SETTINGS) or f" (known: {', '.join(sorted(_SETTINGS))})"
            raise ConfigError(f"{path}: unknown setting {key!r}{hint}")
        try:
            config = setting(config, value)
        except ConfigError as error:
            raise ConfigError(f"{path}: {key}: {error}") from None
    return config


def codes(words: Sequence[str]) -> tuple[str, ...]:
    """Codes, prefixes and rule names as codes; ConfigError for what is none of them."""
    found = tuple(code_of(word) for word in words)
    if strangers := unknown(found):
        names = [entry.rule.name for entry in all_rules().values()]
        written = words[found.index(strangers[0])]
        near = _hint(strangers[0], all_rules()) or _hint(written.lower(), names)
        raise ConfigError(f"no rule is called {written!r}{near}")
    return found


def _hint(word: str, known: Iterable[str]) -> str:
    """What a misspelt word may have meant; empty if nothing is like it."""
    near = get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def output_format(name: str) -> str:
    """The name of a format."""
    from scopecheck.report import format_names

    if name not in format_names():
        known = ", ".join(format_names())
        raise ConfigError(f"{name!r} is no format{_hint(name, format_names())} (known: {known})")
    return name


def version(value: str) -> str:
    """A TensorFlow version that is modelled."""
    return _modelled(value, TENSORFLOW_VERSIONS)


def keras_version(value: str) -> str:
    """A version of Keras that is modelled."""
    return _modelled(value, KERAS_VERSIONS)


def _modelled(value: str, versions: Sequence[str]) -> str:
    if value not in versions:
        raise ConfigError(f"{value!r} is not modelled (known: {', '.join(versions)})")
    return value


def _table(path: Path) -> Mapping[str, Any] | None:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ConfigError(f"{path}: {error}") from None
    tool = data.get("tool", {})
    table = tool.get("scopecheck") if isinstance(tool, dict) else None
    if table is None or isinstance(table, dict):
        return table
    raise ConfigError(f"{path}: tool.scopecheck is not a table")


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ConfigError("a list of strings is needed")


def _string(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ConfigError("a string is needed")


def _select(config: Config, value: object) -> Config:
    return replace(config, selection=replace(config.selection, select=codes(_strings(value))))


def _ignore(config: Config, value: object) -> Config:
    return replace(config, selection=replace(config.selection, ignore=codes(_strings(value))))


def _per_file_ignores(config: Config, value: object) -> Config:
    if not isinstance(value, dict):
        raise ConfigError("a table of patterns and lists of codes is needed")
    ignores = {pattern: codes(_strings(listed)) for pattern, listed in value.items()}
    return replace(config, per_file_ignores=ignores)


def _exclude(config: Config, value: object) -> Config:
    return replace(config, exclude=_strings(value))


def _roots(config: Config, value: object) -> Config:
    names = _strings(value)
    for name in names:
        if not (config.root / name).exists():
            raise ConfigError(f"there is no {name!r} in {config.root}")
    return replace(config, roots=names)


def _baseline(config: Config, value: object) -> Config:
    return replace(config, baseline=config.root / _string(value))


def _output_format(config: Config, value: object) -> Config:
    return replace(config, output_format=output_format(_string(value)))


def _tensorflow(config: Config, value: object) -> Config:
    return replace(config, tensorflow=version(_string(value)))


def _python2_division(config: Config, value: object) -> Config:
    if not isinstance(value, bool):
        raise ConfigError("true or false is needed")
    return replace(config, python2_division=value)


def _keras(config: Config, value: object) -> Config:
    return replace(config, keras=keras_version(_string(value)))


_SETTINGS: Mapping[str, Callable[[Config, object], Config]] = {
    "select": _select,
    "ignore": _ignore,
    "per-file-ignores": _per_file_ignores,
    "exclude": _exclude,
    "roots": _roots,
    "baseline": _baseline,
    "output-format": _output_format,
    "tensorflow-version": _tensorflow,
    "keras-version": _keras,
    "python2-division": _python2_division,
}
