"""Fixtures that several tests share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import pytest
from commands import Run
from scenes import refused, variable

from scopecheck.cli import main
from scopecheck.source import Files, SourceFile
from scopecheck.trace import Refusal, Site, Trace, Undecided

pytest_plugins = ["pytester"]


def _fault() -> Exception:
    try:
        raise RuntimeError("out of ideas")
    except RuntimeError as error:
        return error


def scripted(
    files: Sequence[Path],
    *,
    root: Path,
    loader: Callable[[Path], SourceFile],
    tensorflow: str | None = None,
    python2_division: bool | None = None,
    keras: str | None = None,
    tops: Collection[Path] = (),
    disk: Files | None = None,
    failed: Callable[[Path, Exception], None],
) -> Iterator[Trace]:
    """An interpreter that goes by words: ``collides``, ``undecided`` and ``crashes``."""
    for file in files:
        source = loader(file)
        for number, text in enumerate(source.text.split("\n"), start=1):
            site = Site(source.path, number, 1, number, len(text) + 1)
            if "crashes" in text:
                failed(file, _fault())
            if "collides" in text:
                request = refused("w", (site,), Refusal.EXISTS, in_the_way=variable("w", (site,)))
                yield Trace(source.path, True, tensorflow or "1.15", (request,))
            if "undecided" in text:
                event = Undecided(site, (site,), "a word", "it is unknown")
                yield Trace(source.path, True, tensorflow or "1.15", (event,))


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what another one, or the person who runs them, has in the cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def scripted_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the scripted interpreter in the place of the real one."""
    monkeypatch.setattr("scopecheck.engine.interpreter", lambda: scripted)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scripted_interpreter: None) -> Run:
    """Runs a command line in an empty directory; its exit code."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> int:
        monkeypatch.setattr(sys, "argv", ["scopecheck", *words])
        with pytest.raises(SystemExit) as caught:
            main()
        return int(caught.value.code or 0)

    return call
