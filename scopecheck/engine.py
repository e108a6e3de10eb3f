"""From paths to findings: the one way that the command line, pytest and editors share.

``check_source`` is for text that is at hand, ``check_file`` for one file, ``check_paths``
for files and directories; ``predict`` gives the traces themselves.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from scopecheck.cache import Cache, kept_of, key_of
from scopecheck.config import Config
from scopecheck.deep import rare_collections, with_deep_stack
from scopecheck.report.result import Failure, Lines, Result
from scopecheck.rules import Finding, check_trace
from scopecheck.source import Files, SourceFile, shown
from scopecheck.trace import Trace
from scopecheck.verdict import judge
from scopecheck.workspace import PathLike, Workspace

T = TypeVar("T")


class Analyse(Protocol):
    """The interpreter: one trace for each entry of the files and of what they import."""

    def __call__(
        self,
        files: Sequence[Path],
        *,
        root: Path,
        loader: Callable[[Path], SourceFile],
        tensorflow: str | None = None,
        python2_division: bool | None = None,
        keras: str | None = None,
        tops: Collection[Path] = (),
        disk: Files | None = None,
        failed: Callable[[Path, Exception], None] | None = None,
    ) -> Iterator[Trace]: ...


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run found, and the source lines that a report shows."""

    result: Result
    lines: Lines


@dataclass(frozen=True, slots=True)
class Predicted:
    """The traces of a run, and what could not be analysed."""

    traces: tuple[Trace, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Examined(Checked):
    """The traces too, and the files as they were read."""

    traces: tuple[Trace, ...]
    workspace: Workspace

    def source(self, name: str) -> SourceFile | None:
        """A file as it was read; None where it was not."""
        return self.workspace.sources.get(name)


def check_source(text: str | bytes, filename: PathLike, config: Config | None = None) -> Checked:
    """The findings in one file's text; ``filename`` says what it is called and imports from."""
    workspace = Workspace(config or Config())
    workspace.hold(text.encode() if isinstance(text, str) else text, filename)
    workspace.find_roots()
    return _checked(workspace, interpreter())


def check_file(path: PathLike, config: Config | None = None) -> Checked:
    """The findings in one file."""
    return check_paths([path], config)


def check_paths(
    paths: Iterable[PathLike],
    config: Config | None = None,
    *,
    analyse: Analyse | None = None,
    progress: Callable[[str], None] | None = None,
    cache: Cache | None = None,
    executor: Executor | None = None,
) -> Checked:
    """The findings in files, and in the files below directories.

    What cannot be read, and what the analysis itself fails on, is among the result's
    failures; everything else is checked all the same. ``progress`` hears of each entry that
    was analysed. ``cache`` may know the answer, and learns it where nothing failed.
    ``executor`` does the work in pieces that have nothing to do with each other, in threads,
    processes or on other machines that see the same files; the findings are the same.
    """
    workspace = Workspace(config or Config())
    workspace.find(paths)
    workspace.find_roots()
    key = key_of(workspace) if cache is not None and not workspace.failures else ""
    known = cache.find(key) if cache is not None and key else None
    if known is not None:
        return Checked(known.result, known.lines())
    heard = None if progress is None else lambda trace: progress(trace.entry)
    if executor is None:
        checked = _checked(workspace, analyse or interpreter(), heard)
    else:
        found = _shared(workspace, executor)
        checked = Checked(judge(workspace, found), workspace.lines)
    if cache is not None and key and not checked.result.failures:
        cache.keep(key, kept_of(checked.result, checked.lines), workspace.files.record())
    return checked


def _shared(workspace: Workspace, executor: Executor) -> list[Finding]:
    """The findings of pieces of the work, in the order in which one process comes to them."""
    from scopecheck.parts import pieces  # a run that the cache answers needs none of it

    names = (*workspace.given, *workspace.beside)
    contents = {Path(name): data for name in names if (data := workspace.peek(name)) is not None}
    here, config, tops = os.getcwd(), workspace.config, sorted(map(str, workspace.tops))
    pending = [
        executor.submit(_piece, here, [str(path) for path in piece], tops, config)
        for piece in pieces(contents)
    ]
    workspace.read([name for name in names if Path(name) not in contents])
    order = {name: at for at, name in enumerate(names)}
    found: list[Found] = []
    for future in pending:
        part, failures, asked, sources = future.result()
        found += part
        workspace.failures += failures
        workspace.files.add(asked)
        workspace.sources |= sources
    found.sort(key=lambda one: (not one[0], order[one[1]]))
    return [finding for _, _, findings in found for finding in findings]


Found = tuple[bool, str, list[Finding]]
"""What one trace showed: whether a script's, of which file, the findings."""


def _piece(
    here: str, names: list[str], tops: list[str], config: Config
) -> tuple[list[Found], list[Failure], dict[str, Any], dict[str, SourceFile]]:
    """One piece of the work, wherever it is done: what was found, what failed, what was asked.

    The files too, as they were read, but for their trees.
    """
    if os.getcwd() != here:
        os.chdir(here)
    workspace = Workspace(config, dict.fromkeys(names), tops={Path(top) for top in tops})
    analyse = interpreter()

    def work(files: Sequence[Path]) -> list[Found]:
        return [
            (trace.closed, _file_of(trace).as_posix(), _findings(workspace, trace))
            for trace in _traces(workspace, analyse, files)
        ]

    found = _for_all(workspace, work)
    unread = {one.file for one in workspace.failures if one.traceback is None}
    failures = [one for one in workspace.failures if one.file not in unread]
    sources = {name: replace(one, units=()) for name, one in workspace.sources.items()}
    return found, failures, workspace.files.record(), sources


def examine(
    paths: Iterable[PathLike],
    config: Config,
    replaced: Mapping[str, bytes] | None = None,
    tops: Collection[Path] = (),
    progress: Callable[[str], None] | None = None,
) -> Examined:
    """The findings and the traces, with other contents for some files than they have.

    tops: directories in which imports start, beside those among the paths. ``progress`` hears
    of each entry that was analysed.
    """
    workspace = Workspace(config, tops=set(tops))
    texts = replaced or {}
    for path in paths:
        if shown(path) in texts and not os.path.exists(path):  # in an editor, not saved yet
            workspace.hold(texts[shown(path)], path)
        else:
            workspace.find([path])
    for name, data in texts.items():
        workspace.replace(data, name)
    workspace.find_roots()
    traces: list[Trace] = []

    def heard(trace: Trace) -> None:
        traces.append(trace)
        if progress is not None:
            progress(trace.entry)

    checked = _checked(workspace, interpreter(), heard)
    return Examined(checked.result, checked.lines, tuple(traces), workspace)


def predict(paths: Iterable[PathLike], config: Config | None = None) -> Predicted:
    """The traces of some files."""
    workspace = Workspace(config or Config())
    workspace.find(paths)
    analyse = interpreter()
    traces = _for_all(workspace, lambda files: list(_traces(workspace, analyse, files)))
    return Predicted(tuple(traces), tuple(workspace.failures))


def _checked(
    workspace: Workspace, analyse: Analyse, heard: Callable[[Trace], None] | None = None
) -> Checked:
    """The findings; ``heard`` gets each trace that they come from, if it is given."""

    def findings(files: Sequence[Path]) -> list[Finding]:
        found: list[Finding] = []
        for trace in _traces(workspace, analyse, files):
            found += _findings(workspace, trace)
            if heard is not None:
                heard(trace)
        return found

    return Checked(judge(workspace, _for_all(workspace, findings)), workspace.lines)


def interpreter() -> Analyse:
    """The symbolic interpreter, imported when it is first needed."""
    from scopecheck.models.check import run

    analyse: Analyse = run
    return analyse


def _for_all(workspace: Workspace, work: Callable[[Sequence[Path]], list[T]]) -> list[T]:
    """Some work on all given files."""
    with rare_collections():
        workspace.read()
        files = [Path(name) for name in (*workspace.given, *workspace.beside)]
        return with_deep_stack(lambda: work(files)) if files else []


def _traces(workspace: Workspace, analyse: Analyse, files: Sequence[Path]) -> Iterator[Trace]:
    """The traces of all entries; one on which the analysis fails costs itself only."""
    config = workspace.config
    return analyse(
        files,
        root=config.root,
        loader=workspace.load,
        tensorflow=config.tensorflow,
        python2_division=config.python2_division,
        keras=config.keras,
        tops=workspace.tops,
        disk=workspace.files,
        failed=lambda file, error: _note(workspace, file, error),
    )


def _findings(workspace: Workspace, trace: Trace) -> list[Finding]:
    """What the rules find in a trace; a fault of theirs costs this trace only."""
    try:
        return check_trace(trace)
    except Exception as error:
        _note(workspace, _file_of(trace), error)
        return []


def _file_of(trace: Trace) -> Path:
    return Path(trace.entry.split("::")[0])


def _note(workspace: Workspace, file: Path, error: Exception) -> None:
    """Notes the first fault of the analysis that a file shows."""
    if not any(one.file == file.as_posix() for one in workspace.failures):
        workspace.failures.append(_internal_error(file, error))


def _internal_error(file: Path, error: Exception) -> Failure:
    reason = str(error).split("\n", 1)[0]
    message = f"internal error: {type(error).__name__}" + (f": {reason}" if reason else "")
    details = "".join(traceback.format_exception(error))
    return Failure(file.as_posix(), message, details)
