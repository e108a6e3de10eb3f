"""Whether two paths through a network hold the same variables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from scopecheck.trace import Computed


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the paths through one network hold.

    paths: a label for each (the call's file and line). held: the names of the variables of
    each path, in order. compared: what feeding the same input to both gave, where it was tried.
    """

    name: str
    paths: tuple[str, ...]
    held: tuple[tuple[str, ...], ...]
    compared: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def variables(self) -> tuple[str, ...]:
        """All variables, in the order in which the paths got them."""
        return tuple(dict.fromkeys(name for held in self.held for name in held))

    @property
    def shared(self) -> tuple[str, ...]:
        """The variables that every path holds."""
        sets = [set(held) for held in self.held]
        return tuple(name for name in self.variables if all(name in held for held in sets))

    @property
    def different(self) -> tuple[str, ...]:
        """The variables that some path holds and another doesn't."""
        common = set(self.shared)
        return tuple(name for name in self.variables if name not in common)

    @property
    def complete(self) -> bool:
        """Whether all paths hold the same variables, and any at all."""
        return bool(self.variables) and not self.different

    def __bool__(self) -> bool:
        return self.complete

    def __repr__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        """The table: a row for each variable, a column for each path."""
        count = f"{len(self.shared)} of {len(self.variables)} variables shared"
        yield f"{self.name}: {len(self.paths)} paths, {count}"
        width = max((len(name) for name in self.variables), default=0)
        heads = [f"[{number}]" for number in range(1, len(self.paths) + 1)]
        for head, path in zip(heads, self.paths, strict=True):
            yield f"  {head} {path}"
        yield "  " + " " * width + "  " + "  ".join(heads)
        different = set(self.different)
        for name in self.variables:
            marks = ["x" if name in held else "-" for held in self.held]
            cells = "  ".join(
                mark.center(len(head)) for mark, head in zip(marks, heads, strict=True)
            )
            shown = f"  {name:<{width}}  {cells}".rstrip()
            yield f"{shown}  not shared" if name in different else shown
        for note in (self.compared, *self.notes):
            if note:
                yield f"  {note}"


def variables_behind(
    tensors: Iterable[Computed], cut: Iterable[Computed] = (), gradient: bool = False
) -> tuple[str, ...]:
    """The names of the variables that some tensors are computed from.

    cut: tensors and variables that are taken as given, such as the other network's output.
    Control dependencies are not followed. gradient: only where a gradient flows back.
    """
    cut = tuple(cut)
    stop = {id(tensor) for tensor in cut}
    given = {tensor.variable for tensor in cut}
    seen: set[int] = set()
    found: dict[str, None] = {}
    waiting = [tensor for tensor in tensors if id(tensor) not in stop]
    while waiting:
        tensor = waiting.pop(0)
        if id(tensor) in seen:
            continue
        seen.add(id(tensor))
        if tensor.variable is not None:
            if tensor.variable not in given:
                found[tensor.variable] = None
        elif tensor.gradient or not gradient:
            waiting.extend(one for one in tensor.inputs if id(one) not in stop)
    return tuple(found)


def verify_shared(
    real: Any, fake: Any, *, cut: Sequence[Any] = (), name: str = "the network"
) -> Sharing:
    """Whether two tensors of a graph, or two models, are computed from the same variables.

    cut: tensors that are taken as given, such as the fake images: without them the
    generator's variables stand behind the fake logits. A model (anything with `weights`) is
    held against another by the identity of its variables.
    """
    if hasattr(real, "weights") and hasattr(fake, "weights"):
        return _of_models(real, fake, name)
    computed = _reader()
    cuts = [one for tensor in _flat(cut) for one in computed(tensor)]
    held = tuple(
        variables_behind([one for tensor in _flat(path) for one in computed(tensor)], cuts)
        for path in (real, fake)
    )
    paths = tuple(_label(path) for path in (real, fake))
    return Sharing(name, paths, held)


def _reader() -> Callable[[Any], list[Computed]]:
    """Reads TensorFlow's graphs; TypeError for what is no tensor of a graph."""
    from scopecheck.runtime.graphs import GraphReader

    return GraphReader().computed


def _of_models(real: Any, fake: Any, name: str) -> Sharing:
    seen: dict[int, str] = {}
    taken: dict[str, int] = {}

    def named(weight: Any) -> str:
        if id(weight) not in seen:
            base = str(getattr(weight, "path", None) or weight.name)
            taken[base] = taken.get(base, 0) + 1
            seen[id(weight)] = base if taken[base] == 1 else f"{base} ({taken[base]})"
        return seen[id(weight)]

    held = tuple(tuple(named(weight) for weight in model.weights) for model in (real, fake))
    return Sharing(name, tuple(_label(model) for model in (real, fake)), held)


def _flat(value: Any) -> list[Any]:
    if isinstance(value, (list, tuple)):
        return [one for part in value for one in _flat(part)]
    return [value]


def _label(path: Any) -> str:
    return ", ".join(str(getattr(one, "name", one)) for one in _flat(path))
