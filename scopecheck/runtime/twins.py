"""Compiled models of Keras inside of others: the model itself, or a copy of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scopecheck.runtime.networks import label
from scopecheck.runtime.places import Places
from scopecheck.runtime.sharing import Sharing
from scopecheck.trace import Site

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Twin:
    """A model that another one holds, itself or as a copy; names: as the program writes them.

    compared: what the two gave for one and the same inner input. stale: it is a copy that was
    to be the model itself, and gives something else.
    """

    names: tuple[str, str]
    sites: tuple[Site | None, Site | None]
    held: tuple[tuple[str, ...], tuple[str, ...]]
    compared: str
    stale: bool

    @property
    def is_copy(self) -> bool:
        """Whether it is another model's weights that stand inside."""
        return not set(self.held[0]) & set(self.held[1])

    @property
    def title(self) -> str:
        """What is compared."""
        own, whole = self.names
        inner = f"a copy of `{own}`" if self.is_copy else f"`{own}` itself"
        return f"`{whole}(z)` against `{own}` on the same inner input ({inner} is inside)"

    def sharing(self) -> Sharing:
        """The table: the weights of both, by identity."""
        places = [f", compiled at {label(site)}" if site is not None else "" for site in self.sites]
        paths = (f"itself{places[0]}", f"inside {self.names[1]}{places[1]}")
        return Sharing(self.names[0], paths, self.held, self.compared)


def twins(records: Sequence[Record], sites: Mapping[int, Site], places: Places) -> Iterator[Twin]:
    """What the probe told of the models that others hold."""
    for record in records:
        own, whole = (sites.get(site) for site in record["sites"])
        written = [places.receiver(site) if site is not None else None for site in (own, whole)]
        names = record["names"] if None in written or written[0] == written[1] else written
        first, second = _named(record["held"])
        yield Twin(
            (str(names[0]), str(names[1])),
            (own, whole),
            (first, second),
            _compared(record),
            record["stale"] and not record["error"] and not record["equal"],
        )


def _named(held: Sequence[Sequence[tuple[int, str]]]) -> Iterator[tuple[str, ...]]:
    """The names of weights, told apart where different ones are called alike."""
    known: dict[int, str] = {}
    taken: dict[str, int] = {}
    for weights in held:
        for number, name in weights:
            if number not in known:
                count = taken[name] = taken.get(name, 0) + 1
                known[number] = name if count == 1 else f"{name} ({count})"
        yield tuple(known[number] for number, _ in weights)


def _compared(record: Record) -> str:
    """What the two gave for one input."""
    if record["error"]:
        return f"same input, same output: cannot be tried ({record['error']})"
    if record["equal"]:
        return "same input, same output: bit for bit"
    return f"same input, same output: no, they differ by up to {record['difference']:.3g}"
