"""The worlds of two paths as one: they may differ in names taken and in what collections hold."""

from __future__ import annotations

from scopecheck.models.world import Graph, World
from scopecheck.symbolic.records import changed


def worlds_join(one: World, other: World) -> bool:
    """Whether two worlds differ in nothing that matters: no store, scope or counter."""
    if (
        one.stack != other.stack
        or one.eager != other.eager
        or one.resource != other.resource
        or one.arg_scopes != other.arg_scopes
        or one.tensorshape_v2 != other.tensorshape_v2
        or one.v2_behavior != other.v2_behavior
        or one.control != other.control
        or one.outside != other.outside
        or (one.tracing, one.barred, one.lifting, one.eager_store)
        != (other.tracing, other.barred, other.lifting, other.eager_store)
    ):
        return False
    pairs = ((one.graphs.get(id), theirs) for id, theirs in other.graphs.items())
    return all(mine is None or mine is theirs or _join(mine, theirs) for mine, theirs in pairs)


def _join(one: Graph, other: Graph) -> bool:
    return (
        one.scope == other.scope
        and one.stack == other.stack
        and (one.store is other.store or one.store == other.store)
        and one.partitioned == other.partitioned
        and (one.opened is other.opened or one.opened == other.opened)
        and (one.plain is other.plain or one.plain == other.plain)
        and one.open_scopes == other.open_scopes
        and one.creators == other.creators
        and one.finalized == other.finalized
        and one.overridden == other.overridden
        and one.name_scopes == other.name_scopes
    )


def merge_worlds(one: World, other: World) -> World:
    """The world of two joined paths, of which ``worlds_join`` holds."""
    graphs = one.graphs
    for id, theirs in other.graphs.items():
        mine = graphs.get(id)
        if mine is not theirs:
            graphs = graphs.set(id, theirs if mine is None else _merged(mine, theirs))
    return changed(
        one,
        graphs=graphs,
        next_graph=max(one.next_graph, other.next_graph),
        eager_made=max(one.eager_made, other.eager_made),
        lifted=max(one.lifted, other.lifted),
    )


def _merged(one: Graph, other: Graph) -> Graph:
    names, taken = one.names, one.taken
    for name in _taken_apart(one, other):
        uses = other.names.get(name, 0)
        if uses > names.get(name, 0):
            names = names.set(name, uses)
            taken = (name, taken, taken[2] + 1 if taken else 1)
    collections = one.collections
    for key, values in other.collections.items():
        if len(values) > len(collections.get(key, ())):
            collections = collections.set(key, values)
    return changed(
        one,
        names=names,
        taken=taken,
        collections=collections,
        own=one.own & other.own,
        placeholders=one.placeholders.update(other.placeholders),
        imported=one.imported or other.imported,
    )


def _taken_apart(one: Graph, other: Graph) -> list[str]:
    """The names that the other graph took since the two went apart."""
    mine, theirs = one.taken, other.taken
    found = []
    while mine is not theirs:
        if theirs is not None and (mine is None or theirs[2] >= mine[2]):
            found.append(theirs[0])
            theirs = theirs[1]
        else:
            mine = mine[1]
    return found
