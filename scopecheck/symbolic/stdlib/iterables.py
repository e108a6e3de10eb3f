"""itertools: iterators that make their items as they are asked for."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import comparisons, operators
from scopecheck.symbolic.builtins import functions, iterators
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.generators import (
    LIMIT,
    OPEN_END,
    Iterator,
    advance,
    bound_of,
    end_of,
    is_open,
    new_iterator,
    new_steps,
)
from scopecheck.symbolic.iteration import consume, iterator_of
from scopecheck.symbolic.values import MISSING, Foreign, Items, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

MOST = 500


def _unknown(m: Machine) -> Value:
    return new_iterator(m, Items((), True))


def _chained(m: Machine, sources: Iterator) -> Value:
    place = m.allocate(Items((None, False)))

    def step(m: Machine) -> Value:
        while True:
            current, cut = m.heap[place].items
            if isinstance(current, Unknown):  # after passes of a loop that were not followed
                return m.unknown("an item") if m.truth(m.unknown("more")) else MISSING
            item = MISSING if current is None else advance(m, current)
            if item is not MISSING:
                return item
            cut = cut or (current is not None and is_open(m, current))
            following = advance(m, sources)
            if following is MISSING:
                return OPEN_END if cut else end_of(m, sources)
            made = iterator_of(m, following)
            m.write(place, Items((_unknown(m) if made is None else made, cut)))

    return new_steps(m, step, bound_of(m, sources, LIMIT) < LIMIT)


def _plainly(m: Machine, sources: tuple[Value, ...], open: bool) -> Value:
    """A chain of collections that are all seen."""
    items: list[Value] = []
    for one in sources:
        held = consume(m, one)
        items.extend(held.items if held else ())
        open = open or held is None or held.open
    return new_iterator(m, Items(tuple(items), open))


def _chain(m: Machine, a: Arguments) -> Value:
    if any(isinstance(one, Iterator) for one in a.args):
        return _chained(m, new_iterator(m, Items(a.args, a.open_args)))
    return _plainly(m, a.args, a.open_args)


def _chain_from(m: Machine, a: Arguments) -> Value:
    sources = iterator_of(m, a.args[0])
    if sources is None:
        return _unknown(m)
    held = m.heap[sources.id]
    if isinstance(held, Items):
        return _chain(m, type(a)(held.items, {}, held.open))
    return _chained(m, sources)


def _known(function: Any) -> Any:
    """An itertools function that needs all its items at once."""

    def run(m: Machine, a: Arguments) -> Value:
        held = [consume(m, one) for one in a.args if not isinstance(one, int)]
        numbers = [one for one in a.args if isinstance(one, int)]
        known = [one.items for one in held if one is not None and not one.open]
        options = {name: needed(m, value) for name, value in a.kwargs.items()}
        sized = [*numbers, *(one for one in options.values() if isinstance(one, int))]
        if len(known) < len(held) or any(one > MOST for one in sized):
            return _unknown(m)
        if any(isinstance(one, (Unknown, Foreign)) for one in options.values()):
            return _unknown(m)
        try:
            rows = tuple(itertools.islice(function(*known, *numbers, **options), MOST + 1))
        except (TypeError, ValueError) as error:
            raise m.fail(type(error).__name__, str(error)) from None
        return new_iterator(m, Items(rows[:MOST], len(rows) > MOST))

    return run


def _count(m: Machine, a: Arguments) -> Value:
    start = a.args[0] if a.args else a.kwargs.get("start", 0)
    return iterators.counting(m, start, a.args[1] if len(a.args) > 1 else a.kwargs.get("step", 1))


def _islice(m: Machine, a: Arguments) -> Value:
    source = iterator_of(m, a.args[0])
    bounds = a.args[1:]
    if source is None or not all(isinstance(b, (int, type(None))) for b in bounds):
        return _unknown(m)
    cut = slice(*bounds)
    start, stop, by = cut.start or 0, cut.stop, cut.step or 1
    place = m.allocate(Items((0, start)))

    def step(m: Machine) -> Value:
        at, wanted = m.heap[place].items
        if not (isinstance(at, int) and isinstance(wanted, int)):  # after passes not followed
            return m.unknown("an item of the slice") if m.truth(m.unknown("more")) else MISSING
        if stop is not None and wanted >= stop:
            return MISSING
        item: Value = MISSING
        while at <= wanted:
            m.step()
            item = advance(m, source)
            if item is MISSING:
                return end_of(m, source)
            at += 1
        m.write(place, Items((at, wanted + by)))
        return item

    return new_steps(m, step, stop is None and bound_of(m, source, LIMIT) < LIMIT)


def _repeat(m: Machine, a: Arguments) -> Value:
    times = a.args[1] if len(a.args) > 1 else a.kwargs.get("times")
    if isinstance(times, int):
        return new_iterator(m, Items((a.args[0],) * min(times, MOST), times > MOST))
    item = a.args[0]
    return new_steps(m, lambda m: item, True)


def _cycle(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[0])
    if held is None or held.open or not held.items:
        return _unknown(m)
    items = held.items
    place = m.allocate(Items((0,)))

    def step(m: Machine) -> Value:
        (at,) = m.heap[place].items
        if not isinstance(at, int):  # after passes of a loop that were not followed
            return m.unknown("an item of the cycle")
        m.write(place, Items(((at + 1) % len(items),)))
        return items[at]

    return new_steps(m, step, True)


def _starmap(m: Machine, a: Arguments) -> Value:
    rows = iterator_of(m, a.args[1])
    if rows is None:
        return _unknown(m)

    def step(m: Machine) -> Value:
        row = advance(m, rows)
        if row is MISSING:
            return end_of(m, rows)
        held = consume(m, row)
        if held is None:
            return row
        return m.call(a.args[0], held.items)

    return new_steps(m, step)


def _accumulate(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[0])
    if held is None:
        return _unknown(m)
    function = a.args[1] if len(a.args) > 1 else a.kwargs.get("func")
    first = a.kwargs.get("initial")
    totals: list[Value] = [] if first is None else [first]
    for item in held.items:
        if not totals:
            totals.append(item)
        elif function is None:
            totals.append(operators.binary(m, "+", totals[-1], item))
        else:
            totals.append(m.call(function, (totals[-1], item)))
    return new_iterator(m, Items(tuple(totals), held.open))


def _groupby(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[0])
    key = a.args[1] if len(a.args) > 1 else a.kwargs.get("key")
    if held is None:
        return _unknown(m)
    groups: list[tuple[Value, list[Value]]] = []
    for item in held.items:
        name = item if key is None else m.call(key, (item,))
        same = bool(groups) and comparisons.compare(m, "==", groups[-1][0], name)
        if isinstance(same, Unknown):
            return _unknown(m)
        if same:
            groups[-1][1].append(item)
        else:
            groups.append((name, [item]))
    rows = tuple((name, new_iterator(m, Items(tuple(items)))) for name, items in groups)
    return new_iterator(m, Items(rows, held.open))


def _while(take: bool) -> Any:
    def run(m: Machine, a: Arguments) -> Value:
        source = iterator_of(m, a.args[1])
        if source is None:
            return _unknown(m)
        if not take:
            return _dropping(m, a.args[0], source)

        def step(m: Machine) -> Value:
            item = advance(m, source)
            if item is MISSING:
                return end_of(m, source)
            return item if m.truth(m.call(a.args[0], (item,))) else MISSING

        return new_steps(m, step)

    return run


def _dropping(m: Machine, test: Value, source: Iterator) -> Value:
    place = m.allocate(Items((False,)))

    def step(m: Machine) -> Value:
        (started,) = m.heap[place].items
        item = advance(m, source)
        while not started and item is not MISSING and m.truth(m.call(test, (item,))):
            m.step()
            item = advance(m, source)
        m.write(place, Items((True,)))
        return end_of(m, source) if item is MISSING else item

    return new_steps(m, step)


def _longest(m: Machine, a: Arguments) -> Value:
    held = [consume(m, one) for one in a.args]
    fill = a.kwargs.get("fillvalue")
    known = [one.items for one in held if one is not None and not one.open]
    if len(known) < len(held):
        return _unknown(m)
    return new_iterator(m, Items(tuple(itertools.zip_longest(*known, fillvalue=fill))))


def _tee(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[0]) or Items((), True)
    count = a.args[1] if len(a.args) > 1 else 2
    copies = count if isinstance(count, int) else 2
    return tuple(new_iterator(m, held) for _ in range(copies))


def _pairwise(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[0]) or Items((), True)
    return new_iterator(m, Items(tuple(zip(held.items, held.items[1:], strict=False)), held.open))


def _compress(m: Machine, a: Arguments) -> Value:
    held, tests = consume(m, a.args[0]), consume(m, a.args[1])
    if held is None or tests is None:
        return _unknown(m)
    rows = zip(held.items, tests.items, strict=False)
    kept = tuple(item for item, test in rows if m.truth(test))
    return new_iterator(m, Items(kept, held.open or tests.open))


FUNCTIONS: dict[str, Any] = {
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": _chain_from,
    "itertools.product": _known(itertools.product),
    "itertools.combinations": _known(itertools.combinations),
    "itertools.combinations_with_replacement": _known(itertools.combinations_with_replacement),
    "itertools.permutations": _known(itertools.permutations),
    "itertools.accumulate": _accumulate,
    "itertools.count": _count,
    "itertools.islice": _islice,
    "itertools.repeat": _repeat,
    "itertools.cycle": _cycle,
    "itertools.starmap": _starmap,
    "itertools.groupby": _groupby,
    "itertools.takewhile": _while(True),
    "itertools.dropwhile": _while(False),
    "itertools.zip_longest": _longest,
    "itertools.izip_longest": _longest,
    "itertools.tee": _tee,
    "itertools.pairwise": _pairwise,
    "itertools.compress": _compress,
    "itertools.izip": functions.FUNCTIONS["zip"],
    "itertools.imap": functions.FUNCTIONS["map"],
    "itertools.ifilter": functions.FUNCTIONS["filter"],
}
