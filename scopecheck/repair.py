"""Fixing: an edit is kept if the edited program, analysed anew, shows that it does what it says.

The finding has to be gone, nothing new may be there, and the variables that the finding is not
about have to keep their names, shapes and dtypes. A program stops at an error: what is found
behind it afterwards has to be fixed as well, or else the edit is an unsafe one.
"""

from __future__ import annotations

import io
import os
import tokenize
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from scopecheck.config import Config
from scopecheck.engine import Examined, examine
from scopecheck.families import families
from scopecheck.fixes import FIXERS, Program, Proposal, proposals
from scopecheck.rules import Finding
from scopecheck.rules.fingerprints import identity
from scopecheck.trace import Site, Trace
from scopecheck.workspace import PathLike

LINKS = 20
"""Edits that are made for one finding and what it hides, at most."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A finding that an edit took away, and what was done.

    uncovers: the codes of what is found behind it then.
    """

    finding: Finding
    title: str
    safe: bool
    uncovers: tuple[str, ...] = ()


@dataclass
class Repair:
    """What fixing came to.

    after: the program as it is with all edits. changes: each changed file's bytes, before
    and after. unsafe: findings that an edit would take away that is not allowed. refused:
    files whose findings cannot be fixed, and why.
    """

    after: Examined
    changes: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    fixed: list[Fixed] = field(default_factory=list)
    unsafe: list[Fixed] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is analysed to judge an edit."""

    paths: Sequence[PathLike]
    config: Config
    tops: Collection[Path] = ()
    progress: Callable[[str], None] | None = None

    def examine(self, replaced: Mapping[str, bytes] | None = None) -> Examined:
        """The program, with other contents for some files than they have."""
        return examine(self.paths, self.config, replaced, self.tops, self.progress)


def repair(
    paths: Sequence[PathLike],
    config: Config,
    *,
    unsafe: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Repair:
    """Find out what can be fixed; nothing is written.

    Files that have nothing to do with an edit are not analysed again to judge it.
    ``progress`` hears of each entry that was analysed, each time.
    """
    whole = Scope(paths, config, progress=progress)
    done = Repair(whole.examine())
    for part in _parts(done.after, whole):
        one = _repaired(part, unsafe=unsafe)
        done.changes |= one.changes
        done.fixed += one.fixed
        done.unsafe += one.unsafe
        done.refused |= one.refused
    if done.changes:
        done.after = whole.examine(_data(done))
    return done


def _parts(examined: Examined, whole: Scope) -> Iterator[Scope]:
    """The programs that have findings that might be fixed, each with all that it may import."""
    workspace = examined.workspace
    fixable = {
        site.file
        for finding in examined.result.findings
        if finding.code in FIXERS
        for site in (finding.site, *(label.site for label in (*finding.path, *finding.related)))
    }
    for family in families(workspace.sources):
        if family & fixable:
            given = [name for name in workspace.given if name in family]
            beside = tuple(os.path.abspath(name) for name in workspace.beside if name in family)
            config = replace(whole.config, roots=beside)
            yield Scope(given, config, workspace.tops, whole.progress)


def _repaired(scope: Scope, *, unsafe: bool) -> Repair:
    done = Repair(scope.examine())
    tried: set[str] = set()
    while (finding := _next(done.after, tried)) is not None:
        tried.add(finding.fingerprint)
        reason = _refusal(done.after, finding)
        if reason is not None:
            done.refused.setdefault(finding.site.file, reason)
            continue
        for one in fixes(finding, scope, done):
            chain = [one] if one.safe or unsafe else _chain(one, scope, done)
            if chain:
                tried.discard(finding.fingerprint)  # the next of its twins has it now
                for link in chain:
                    _make(link, done)
            else:
                done.unsafe.append(one.fixed)
            break
    return done


def _chain(first: Proven, scope: Scope, done: Repair) -> list[Proven]:
    """The safe edits that also take away all that the first one uncovers; none if some stays."""
    if not first.proposal.safe:
        return []
    start, chain = _counts(done.after), [first]
    trial = Repair(done.after, dict(done.changes))
    _make(first, trial)
    while (behind := _new(trial.after, start)) is not None and len(chain) < LINKS:
        safe = (one for one in fixes(behind, scope, trial) if one.proposal.safe)
        link = next(safe, None) if _refusal(trial.after, behind) is None else None
        if link is None:
            return []
        _make(link, trial)
        chain.append(link)
    return chain if behind is None else []


def _make(one: Proven, done: Repair) -> None:
    done.fixed.append(one.fixed)
    done.after = one.after
    for name, data in one.data.items():
        done.changes[name] = (_original(done, name), data)


def _new(examined: Examined, start: Counter[str]) -> Finding | None:
    """A finding that was not there at the start."""
    more = _counts(examined) - start
    found = examined.result.findings
    return next((one for one in found if identity(one, one.site.file) in more), None)


@dataclass(frozen=True, slots=True)
class Proven:
    """A proposal that the analysis bears out: the files' bytes and the program with them.

    uncovered: what is found now that the program gets further than to the finding.
    """

    finding: Finding
    proposal: Proposal
    data: dict[str, bytes]
    after: Examined
    uncovered: tuple[Finding, ...]

    @property
    def safe(self) -> bool:
        """Whether it takes the finding away, and that is all."""
        return self.proposal.safe and not self.uncovered

    @property
    def fixed(self) -> Fixed:
        """What it does to the finding."""
        codes = tuple(dict.fromkeys(one.code for one in self.uncovered))
        return Fixed(self.finding, self.proposal.title, self.safe, codes)


def fixes(finding: Finding, scope: Scope, done: Repair) -> Iterator[Proven]:
    """The edits that take a finding away and do nothing else, each tried when it is asked for."""
    before = done.after
    program = Program(before.source, _trainable(before.traces))
    for proposal in proposals(finding, program):
        data = {
            name: _encoded(_original(done, name), text) for name, text in proposal.texts.items()
        }
        if any(one is None for one in data.values()):
            continue
        new = {name: one for name, one in data.items() if one is not None}
        after = scope.examine(_data(done) | new)
        if _is_better(before, after, finding, safe=proposal.safe):
            yield Proven(finding, proposal, new, after, tuple(_more(before, after)))


def write(changes: dict[str, tuple[bytes, bytes]]) -> None:
    """Put the edits into the files; OSError where one cannot be written."""
    for name, (_, data) in changes.items():
        Path(name).write_bytes(data)


def _next(examined: Examined, tried: set[str]) -> Finding | None:
    for finding in examined.result.findings:
        if finding.code in FIXERS and finding.fingerprint not in tried:
            return finding
    return None


def _refusal(examined: Examined, finding: Finding) -> str | None:
    """Why nothing in a finding's file is edited; None if it may be."""
    source = examined.source(finding.site.file)
    if source is None:
        return "it cannot be read"
    if source.cells or finding.site.cell is not None:
        return "--fix does not edit notebooks"
    if source.python2 and finding.code != "SCO903":
        return "--fix edits Python 3 only, and this is Python 2"
    return None


def _is_better(before: Examined, after: Examined, finding: Finding, *, safe: bool) -> bool:
    """Is the finding gone, is no other in its place, and are the other variables as they were?

    What is trained otherwise has other slots: an unsafe edit may change those.
    """
    old, new = _counts(before), _counts(after)
    own = identity(finding, finding.site.file)
    if new[own] >= old[own] or not all(_is_behind(one, finding) for one in _more(before, after)):
        return False
    if len(after.result.failures) > len(before.result.failures):
        return False
    versions = _versions(after.traces)
    if any(versions.get(name, one) != one for name, one in _versions(before.traces).items()):
        return False
    names = set(finding.variables)
    return _variables(before.traces, names, slots=safe) <= _variables(after.traces, names)


def _versions(traces: Iterable[Trace]) -> dict[str, str]:
    """The TensorFlow that each entry is for: none runs one that calls what only others have."""
    return {trace.entry: trace.tensorflow for trace in traces}


def _more(before: Examined, after: Examined) -> Iterator[Finding]:
    """What is found afterwards, and was not before."""
    more = _counts(after) - _counts(before)
    return (one for one in after.result.findings if identity(one, one.site.file) in more)


def _is_behind(found: Finding, finding: Finding) -> bool:
    """Does a program that stopped at a finding come to another one only without it?

    An error in the same call stands in its place: it is the edit's.
    """
    if finding.error is None:
        return False
    calls = {_start(label.site) for label in finding.path[-1:]}
    return found.error is None or calls.isdisjoint(_start(label.site) for label in found.path)


def _start(site: Site) -> tuple[str, int | None, int, int]:
    return site.file, site.cell, site.line, site.column


def _counts(examined: Examined) -> Counter[str]:
    return Counter(identity(one, one.site.file) for one in examined.result.findings)


def _variables(
    traces: Iterable[Trace], without: set[str], *, slots: bool = True
) -> set[tuple[object, ...]]:
    """The variables of the scripts, without those that a finding is about."""
    return {
        (trace.entry, held.variable.name, held.variable.shape, held.variable.dtype)
        for trace in traces
        if trace.closed
        for ending in trace.endings
        for held in ending.holdings
        if held.variable.name.removesuffix(":0") not in without
        and (slots or held.variable.made_by != "slot")
    }


def _trainable(traces: Iterable[Trace]) -> Iterator[str]:
    return (
        held.variable.name.removesuffix(":0")
        for trace in traces
        for ending in trace.endings
        for held in ending.holdings
        if held.variable.trainable
    )


def _data(done: Repair) -> dict[str, bytes]:
    """The files as they are with the edits so far."""
    return {name: now for name, (_, now) in done.changes.items()}


def _original(done: Repair, name: str) -> bytes:
    if name in done.changes:
        return done.changes[name][0]
    return Path(name).read_bytes()


def _encoded(original: bytes, text: str) -> bytes | None:
    """A new text in the encoding of the old one; None where that has no way to write it."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(original).readline)
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None
