"""What is found in a mutant, held against what TensorFlow did with it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conformance.predict import same_message

from mutation.programs import Mutant
from mutation.truth import Behaviour, Raised, Spot, spot
from scopecheck.config import Config
from scopecheck.engine import examine

KINDS = ("raises", "other error", "changes", "no evidence", "renamed", "same")


@dataclass(frozen=True)
class Told:
    """A finding: its code, whether it is an error, where, of what, and TensorFlow's words."""

    code: str
    error: bool
    spot: Spot
    variable: str | None
    type: str = ""
    message: str = ""
    when: str | None = None

    def is_of(self, raised: Raised) -> bool:
        """Whether it tells of an error as TensorFlow raised it: its type, its text, its place."""
        (file, first, last), (other, start, end) = self.spot, raised.spot
        there = file == other and first <= end and start <= last
        return there and self.type == raised.type and same_message(self.message, raised.message)


def findings(mutant: Mutant) -> frozenset[Told]:
    """What is found in a mutant."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mutant.write(folder)
        config = Config(root=folder, tensorflow=mutant.program.version)
        result = examine([folder], config).result
        assert not result.failures, (mutant.changed(), result.failures)
        return frozenset(
            Told(
                one.code,
                one.severity.value == "error",
                spot(folder, one.site),
                one.variable,
                one.error.type if one.error else "",
                one.error.message if one.error else "",
                one.when,
            )
            for one in result.findings
        )


@dataclass(frozen=True)
class Scored:
    """A mutant, what it does next to its program, and what is newly found in it.

    kind: `raises` (the variable store, a scope or an optimizer refuses), `other error`,
    `changes` (it runs, holds or trains other variables, and the graph shows that something is
    wrong), `no evidence` (the same, but nothing in it shows that this wasn't meant),
    `renamed` (only names differ) or `same`.
    """

    mutant: Mutant
    kind: str
    raised: Raised | None
    new: frozenset[Told]
    evidence: frozenset[tuple[str, str]]

    @property
    def exact(self) -> bool:
        """Whether the error is told as TensorFlow raised it."""
        return self.raised is not None and any(one.is_of(self.raised) for one in self.new)

    @property
    def found(self) -> bool:
        """Whether what had to be found was."""
        return self.exact if self.kind == "raises" else self.kind == "changes" and bool(self.new)

    @property
    def missed(self) -> bool:
        """Whether something had to be found and wasn't."""
        return self.kind in ("raises", "changes") and not self.found

    @property
    def false_alarm(self) -> bool:
        """Whether something is found that isn't so: anything new where nothing is, or an error."""
        if self.kind in ("renamed", "same"):
            return bool(self.new)
        if self.kind in ("changes", "no evidence"):
            return any(one.error for one in self.new)
        return self.kind == "raises" and bool(self.new) and not self.exact


def kind_of(now: Behaviour, before: Behaviour) -> str:
    """What a mutant does, next to its program."""
    if now.raised is not None:
        return "raises" if now.raised.sharing else "other error"
    if now.does != before.does:
        return "changes" if now.evidence - before.evidence else "no evidence"
    return "renamed" if now.names != before.names else "same"


def scored(mutant: Mutant, now: Behaviour, before: Behaviour, usual: frozenset[Told]) -> Scored:
    """One mutant's score; usual: what is found in the program as it stands."""
    new = findings(mutant) - usual
    return Scored(mutant, kind_of(now, before), now.raised, new, now.evidence - before.evidence)


def shown(one: Scored) -> Iterator[str]:
    """A miss or a false alarm in some lines."""
    number, before, after = one.mutant.changed()
    yield f"{one.mutant.program.name} {one.mutant.operator} ({one.kind})"
    yield f"    {one.mutant.file}:{number}: {before}  ->  {after}"
    if one.raised is not None:
        yield f"    TensorFlow: {one.raised}"
    for code, what in sorted(one.evidence)[:4]:
        yield f"    evidence: {code} {what}"
    for told in sorted(one.new, key=str):
        yield f"    found: {told}"
