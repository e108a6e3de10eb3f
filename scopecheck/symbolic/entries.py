"""Entries: scripts on an empty graph, then what no script reached, with unknown arguments."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.choices import alternatives
from scopecheck.symbolic.code import Code
from scopecheck.symbolic.given import leaves_out, method_kind, methods_of, unknown_arguments
from scopecheck.symbolic.library import Library
from scopecheck.symbolic.links import meant
from scopecheck.symbolic.machine import Budget, Machine
from scopecheck.symbolic.mentions import Mentions, mentions_in, names_in
from scopecheck.symbolic.modules import NOWHERE, Importer, namespace
from scopecheck.symbolic.often import MOST, take_often, with_often
from scopecheck.symbolic.state import NORMAL, RAISE, Flow, State
from scopecheck.symbolic.values import (
    ClassRef,
    Descriptor,
    Frame,
    Function,
    Instance,
    Method,
    ModuleRef,
    Value,
)
from scopecheck.trace import CallPath, Site


@dataclass(frozen=True, slots=True)
class Again:
    """A notebook's cell, run once more from a state after the whole notebook."""

    before: State
    flows: list[Flow]


@dataclass(slots=True)
class Run:
    """One entry, run: its name, every way it ended, and the words of its decisions.

    again: for a notebook, each cell once more. counts: flags whose small default counts a loop's
    passes. often: flags that were taken to have another number than their default. stopped:
    where what comes after was first given up. opened: what an entry that is no script is, and
    where.
    """

    entry: str
    closed: bool
    flows: list[Flow]
    texts: dict[Any, tuple[str, bool]]
    exhausted: str
    world: Any = None
    steps: int = 0
    again: tuple[Again, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    often: frozenset[Any] = frozenset()
    stopped: CallPath = ()
    opened: tuple[str, Site] | None = None


AGAIN = 8
"""Which part of an entry's budget a cell has that is run once more."""


@dataclass(slots=True)
class Program:
    """Runs the entries of a project; remembers what was reached and how each module ended.

    refused: told of a file how an entry of it ran, says whether the library modelled refuses
    what the entry is written for, and another one is modelled from now on.
    """

    library: Library
    importer: Importer
    new_world: Callable[[Machine, Path, bool], Any]
    reached: dict[Code, None] = field(default_factory=dict)
    slotted: set[int] = field(default_factory=set)
    modules: dict[Path, tuple[ModuleRef, State]] = field(default_factory=dict)
    steps: int = 110_000
    usual: int = 60_000
    left: int = 0
    next_id: int = 1
    mentioned: dict[Path, Mentions] = field(default_factory=dict)
    refused: Callable[[Path, list[Run]], bool] = lambda path, runs: False
    counts: dict[str, int] = field(default_factory=dict)

    def machine(self, steps: int, usual: int = 0) -> Machine:
        """A machine for one entry."""
        m = Machine(self.library, self.importer, Budget(steps, usual=usual))
        m.often = frozenset(self.counts)
        m.reached = self.reached
        m.slotted = self.slotted
        m.next_id = self.next_id
        return m

    def run(self, m: Machine, state: State, action: Callable[[Machine], Value]) -> list[Flow]:
        """Runs an action; ids of heap objects go on from one entry to the next."""
        flows = m.run(state, action)
        self.left = max(m.budget.steps, 0)
        self.next_id = m.next_id
        return flows

    def script(self, path: Path, shown: str) -> Run | None:
        """Runs a module's body as a script; None where the file can't be read."""
        codes = self.importer.lowered(path)
        if codes is None:
            return None
        return self._fitting(path, lambda: [self._script(path, shown, codes)])[0]

    def often(self, path: Path, shown: str, first: Run) -> Iterator[Run]:
        """Runs a script once more for each flag whose default leaves a loop's later passes out."""
        codes = self.importer.lowered(path)
        everything, known = self.steps, self.modules.get(path)
        self.steps -= first.steps
        try:
            for counts in self._each(first.counts):
                if codes is None or first.exhausted or self.steps <= 0:
                    break
                self.counts = counts
                run = self._script(path, shown, codes)
                self.steps -= run.steps
                yield run
        finally:
            self.steps, self.counts = everything, {}
            if known is not None:
                self.modules[path] = known

    @staticmethod
    def _each(counts: dict[str, int]) -> list[dict[str, int]]:
        return [{flag: counts[flag]} for flag in list(counts)[:MOST]]

    def _fitting(self, path: Path, run: Callable[[], list[Run]]) -> list[Run]:
        """Runs an entry, and once more if the library modelled refuses it and another may not."""
        seen = len(self.reached)
        first = run()
        if not self.refused(path, first):
            return first
        ended, met = self.modules.get(path), list(self.reached)[seen:]
        for code in met:
            del self.reached[code]
        second = run()
        if not self.refused(path, second):
            return second
        self.reached.update(dict.fromkeys(met))
        if ended is not None:
            self.modules[path] = ended
        return first

    def _script(self, path: Path, shown: str, codes: tuple[Code, ...]) -> Run:
        self.importer.script_dir = path.parent
        m = self.machine(self.steps, 0 if self.counts else self.usual)
        m.world = self.new_world(m, path, True)
        taken = take_often(m, self.counts)
        module = ModuleRef(m.allocate(namespace(path, "__main__")), "__main__")
        m.slotted.add(module.id)
        m.write(("module", path), module)  # type: ignore[arg-type]
        self.importer.loading = [("module", path)]
        self.importer.circular = NOWHERE
        flows = self.importer.execute(m, module, codes)
        self.next_id = m.next_id
        best = _best(flows, module)
        if best is not None:
            self.modules[path] = (module, best)
        spent = m.budget.whole - m.budget.steps
        run = Run(shown, True, flows, m.texts, m.budget.exhausted, m.world, spent)
        run.counts = m.counts if m.argv is None else {}
        run.often, run.stopped = taken, m.budget.stopped
        if codes[0].cell is not None and not m.budget.exhausted:
            run.again = tuple(self._again(m, module, codes, flows))
        return run

    def _again(
        self, m: Machine, module: ModuleRef, codes: tuple[Code, ...], flows: list[Flow]
    ) -> Iterator[Again]:
        """Runs each cell of a notebook that ran to its end once more, from that end."""
        ended = next((flow.state for flow in flows if flow.kind == NORMAL), None)
        if ended is None or any(flow.kind == RAISE for flow in flows):
            return
        for code in codes:
            m.budget = Budget(self.steps // AGAIN)
            m.load(ended)
            again = self.importer.execute(m, module, (code,))
            if not m.budget.exhausted:
                yield Again(ended, again)
        self.next_id = m.next_id

    def unreached(self, path: Path, shown: str) -> Iterator[Run]:
        """Runs every function and class of a file that no entry reached, callers first."""
        if path not in self.modules:
            return
        module, state = self.modules[path]
        candidates = [
            value
            for slot in state.heap[module.id].values()
            for value in alternatives(slot)
            if isinstance(value, (Function, ClassRef)) and _file_of(value) == shown
        ]
        candidates = list(dict.fromkeys(candidates))
        candidates.sort(key=lambda one: (one.code.cell or 0, getattr(one.code.node, "lineno", 0)))
        waiting = [one for one in candidates if not self._done(state, one)]
        if not waiting:
            return
        mentioned = {id(one): names_in(one.code.node) for one in waiting}
        uses = Counter(name for names in mentioned.values() for name in names)
        self.left = self.steps

        def called_by_others(one: Function | ClassRef) -> bool:
            name = one.code.name
            return uses[name] > (name in mentioned[id(one)])

        mentions = self._mentions(path)
        for one in sorted(waiting, key=called_by_others):
            if self.left and not self._done(state, one):

                def opened(one: Function | ClassRef = one) -> list[Run]:
                    return list(self._open(path, module, state, one, shown, mentions))

                runs = self._fitting(path, opened)
                yield from runs
                counts = {flag: held for run in runs for flag, held in run.counts.items()}
                try:
                    for taken in self._each(counts):
                        self.counts = taken
                        if self.left:
                            yield from opened()
                finally:
                    self.counts = {}

    def _mentions(self, path: Path) -> Mentions:
        """What a file, and the files that import it, say of its names."""
        for one, codes in self.importer.codes.items():
            if one not in self.mentioned:
                self.mentioned[one] = mentions_in(codes or ())
        name = path.stem
        same = [one for one in self.mentioned if one.stem == name]
        seen = [
            said
            for other, said in self.mentioned.items()
            if other == path or (name in said.modules and path in meant(other, said.words, same))
        ]
        values = frozenset[str]().union(*(said.values for said in seen))
        calls = frozenset[str]().union(*(said.calls for said in seen))
        return Mentions(values, calls)

    def _done(self, state: State, value: Function | ClassRef) -> bool:
        if isinstance(value, Function):
            return value.code in self.reached
        methods = [f for f in state.heap[value.id].values() if isinstance(f, Function)]
        return not methods or all(f.code in self.reached for f in methods)

    def _open(
        self,
        path: Path,
        module: ModuleRef,
        state: State,
        value: Function | ClassRef,
        shown: str,
        mentions: Mentions,
    ) -> Iterator[Run]:
        self.importer.script_dir = path.parent
        m = self.machine(self.left)
        m.heap = state.heap
        m.world = self.new_world(m, path, False)
        taken = take_often(m, self.counts)
        if taken:
            m.heap = with_often(m.heap, m.often)
        codes = self.importer.lowered(path) or ()
        code = next((one for one in codes if one.cell == value.code.cell), codes[0])
        m.frame = Frame(module.id, code, module, None, ())
        m.node = value.code.node
        start = m.save()
        if isinstance(value, Function):
            m.open_entry = self._kind(value, mentions)
            m.left_out = leaves_out((value, 0))
            flows = self.run(m, start, lambda m: call_value(m, value, unknown_arguments(value)))
            yield _open_run(m, shown, value.code, flows, taken, mentions)
            return
        yield from self._class(m, start, value, shown, mentions, taken)

    def _kind(self, function: Function, mentions: Mentions, name: str = "") -> str:
        """What may be concluded of an open entry: how its caller is known to call it."""
        code = function.code
        name = name or code.name
        if name in mentions.values or getattr(code.node, "decorator_list", None):
            return "dynamic"
        given = code.parameters.positional[function.owner is not None :]
        if name in mentions.calls and given:
            return "called"
        return "parameters" if len(given) > len(function.defaults) else "callable"

    def _made(self, m: Machine, cls: ClassRef, given: Arguments) -> Value:
        """An object of the class, ready for its methods."""
        made = call_value(m, cls, given)
        if isinstance(made, Instance):
            self.library.entered(m, made)
        return made

    def _class(
        self,
        m: Machine,
        start: State,
        cls: ClassRef,
        shown: str,
        mentions: Mentions,
        taken: frozenset[Any],
    ) -> Iterator[Run]:
        """A class through its constructor, then each public method that nothing reached."""
        from scopecheck.symbolic.inheritance import class_attribute

        m.load(start)
        init = class_attribute(m, cls, "__init__")
        m.open_entry = "dynamic" if cls.name in mentions.values else "callable"
        given = Arguments()
        if isinstance(init, Function):
            m.open_entry = self._kind(init, mentions, cls.name)
            given = unknown_arguments(init, 1)
            m.left_out = leaves_out((init, 1))
        flows = self.run(m, start, lambda m: self._made(m, cls, given))
        if not isinstance(init, Function) and all(flow.kind == RAISE for flow in flows):
            # A constructor from outside that needs arguments: whoever makes an object gives them.
            given = Arguments(open_args=True, open_kwargs=True)
            flows = self.run(m, start, lambda m: self._made(m, cls, given))
        yield _open_run(m, shown, cls.code, flows, taken, mentions)
        ready = [flow for flow in flows if flow.kind == NORMAL and isinstance(flow.value, Instance)]
        if not ready:
            return
        built = ready[0]
        kind = m.open_entry
        namespace = built.state.heap[cls.id]
        for method, held, function in methods_of(namespace):
            if function.code in self.reached:
                continue
            m.budget = Budget(self.left)
            bound: Value = Method(function, built.value)
            if isinstance(held, Descriptor) and held.kind == "staticmethod":
                bound = function
            skip = 0 if bound is function else 1
            m.open_entry = method_kind(kind, function, skip)
            m.left_out = leaves_out((init, 1), (function, skip))
            flows = self.run(
                m,
                built.state,
                lambda m, b=bound, f=function, s=skip: call_value(  # type: ignore[misc]
                    m, b, unknown_arguments(f, s, False)
                ),
            )
            yield _open_run(m, shown, cls.code, flows, taken, mentions, (method, function.code))


def _open_run(
    m: Machine,
    shown: str,
    code: Code,
    flows: list[Flow],
    taken: frozenset[Any],
    mentions: Mentions,
    method: tuple[str, Code] | None = None,
) -> Run:
    name, kind = code.qualname, "class" if isinstance(code.node, ast.ClassDef) else "function"
    if method is not None:
        name, code, kind = f"{name}.{method[0]}", method[1], "method"
    run = Run(f"{shown}::{name}", False, flows, m.texts, m.budget.exhausted)
    outer = code.qualname.rpartition(".")[0].removesuffix(".<locals>")
    kind = f"called {kind}" if code.name in mentions.calls else kind
    run.opened = (kind, replace(code.site(code.node), function=outer or "<module>"))
    run.counts, run.often, run.stopped = dict(m.counts), taken, m.budget.stopped
    return run


def _best(flows: list[Flow], module: ModuleRef) -> State | None:
    ended = [flow.state for flow in flows if flow.kind == NORMAL] or [
        flow.state for flow in flows if flow.kind == RAISE
    ]
    return max(ended, key=lambda state: len(state.heap[module.id]), default=None)


def _file_of(value: Function | ClassRef) -> str:
    file: str = value.code.file
    return file
