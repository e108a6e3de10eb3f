"""Operands whose shapes don't go together: TensorFlow refuses them as it builds.

Only what is known of both is held against each other. Where operations run at once, the errors
are others, and where an entry's caller is not seen, a list may hold other tensors than it is
taken to: nothing is refused there.

Source: tensorflow/core/framework/common_shape_fns.cc; tensorflow/core/ops/nn_ops.cc.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from scopecheck.models.messages import shape_text
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.tensors import Dim, Dims
from scopecheck.symbolic.values import Raised

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

"""The dtypes of what points to rows or classes."""


def tells(m: Machine) -> bool:
    """Whether operands are held against each other here."""
    return m.world.closed and not m.world.executing_eagerly


def _wrong(m: Machine, op: str, message: str) -> Raised:
    return refuse_argument(m, op, "ValueError", f"{message} for …")


def check_rank(m: Machine, op: str, dims: Dims, rank: int, added: int = 0) -> None:
    """Refuses another rank; added: dimensions that TensorFlow adds before it looks."""
    if isinstance(dims, tuple) and len(dims) + added != rank and tells(m):
        raise _wrong(m, op, f"Shape must be rank {rank} but is rank {len(dims) + added}")


def check_sizes(m: Machine, op: str, one: Dim, other: Dim) -> None:
    """Refuses two sizes that have to be equal and aren't."""
    differ = isinstance(one, int) and isinstance(other, int) and one != other
    if differ and tells(m):
        raise _wrong(m, op, f"Dimensions must be equal, but are {one} and {other}")


def check_broadcast(m: Machine, op: str, one: Dims, other: Dims) -> None:
    """Refuses shapes of which neither is as long as the other, or 1, all along."""
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return
    rank = max(len(one), len(other))
    rows = zip((1,) * (rank - len(one)) + one, (1,) * (rank - len(other)) + other, strict=True)
    for mine, theirs in rows:
        if 1 not in (mine, theirs):
            check_sizes(m, op, mine, theirs)


def check_compatible(m: Machine, op: str, one: Dims, other: Dims) -> None:
    """Refuses shapes of another rank or other sizes; nothing is broadcast."""
    from scopecheck.models.store.asked_shape import incompatible

    if incompatible(one, other) and tells(m):
        shown = f"{shape_text(m, one)} and {shape_text(m, other)}"
        raise refuse_argument(m, op, "ValueError", f"Shapes {shown} are incompatible")


def check_squeezed(m: Machine, op: str, dims: tuple[Dim, ...]) -> tuple[Dim, ...]:
    """A shape without its last dimension, which must be 1."""
    last = dims[-1] if dims else 1
    if isinstance(last, int) and last != 1 and tells(m):
        message = f"Can not squeeze dim[{len(dims) - 1}], expected a dimension of 1, got {last}"
        raise _wrong(m, op, message)
    return dims[:-1]


def check_product(m: Machine, one: Dims, other: Dims, turned: Iterable[bool | None]) -> None:
    """Refuses matrices of which one's rows are not as long as the other's columns."""
    first, second = turned
    if not isinstance(one, tuple) or not isinstance(other, tuple) or None in (first, second):
        return
    if len(one) < 2 or len(other) < 2:
        return
    check_sizes(m, "MatMul", one[-2 if first else -1], other[-1 if second else -2])
    if not m.world.before_one:
        check_broadcast(m, "MatMul", one[:-2], other[:-2])


def check_depth(m: Machine, op: str, given: Dim, kernel: tuple[Dim, ...]) -> None:
    """Refuses channels that a kernel does not take, in one group or in several."""
    depth, made = kernel[-2:]
    if not isinstance(given, int) or not isinstance(depth, int) or depth < 1 or given < 1:
        return
    if m.world.before_one:
        check_sizes(m, op, given, depth)
    elif not tells(m):
        return
    elif given % depth:
        message = f"Depth of input ({given}) is not a multiple of input depth of filter ({depth})"
        raise _wrong(m, op, message)
    elif isinstance(made, int) and made % (given // depth):
        groups = f"the number of groups ({given // depth})"
        raise _wrong(m, op, f"Depth of output ({made}) is not a multiple of {groups}")


def check_windows(
    m: Machine,
    op: str,
    space: Iterable[Dim],
    sides: Iterable[Dim],
    dilations: Iterable[Dim],
    folded: bool = False,
) -> None:
    """Refuses windows without padding that are larger than what they move over."""
    message = without_room(space, sides, dilations, folded)
    if message is not None and tells(m):
        raise refuse_argument(m, op, "ValueError", message)


def without_room(
    space: Iterable[Dim], sides: Iterable[Dim], dilations: Iterable[Dim], folded: bool = True
) -> str | None:
    """What TensorFlow says of the first window that is larger than what it moves over.

    folded: what lies between a window's places is put into the batch first.
    """
    for size, side, dilation in zip(space, sides, dilations, strict=True):
        if isinstance(size, int) and isinstance(side, int) and isinstance(dilation, int):
            reach, length = (side - 1) * dilation + 1, size
            if folded and dilation > 1:
                reach, length = side, -(-size // dilation)
            if reach > length:
                return f"Negative dimension size caused by subtracting {reach} from {length} for …"
    return None


def check_reshape(m: Machine, dims: Dims, wanted: Dims) -> None:
    """Refuses to give a tensor a shape that can't hold as many elements, as far as both tell."""
    if not isinstance(dims, tuple) or not isinstance(wanted, tuple) or not tells(m):
        return
    asked = tuple(None if size == -1 else size for size in wanted)
    held, open = _elements(m, dims)
    count, gaps = _elements(m, asked)
    if held is None or count is None or open + gaps > 1 or (open and m.world.before_one):
        return
    if open + gaps == 0:
        if held != count:
            shape = ",".join("?" if size is None else str(size) for size in asked)
            message = f"Cannot reshape a tensor with {held} elements to shape [{shape}]"
            raise _wrong(m, "Reshape", f"{message} ({count} elements)")
        return
    whole, part = (count, held) if open else (held, count)
    if part > 0 and whole % part:
        message = f"Dimension size must be evenly divisible by {part} but is {whole}"
        raise _wrong(m, "Reshape", message)


def _elements(m: Machine, dims: tuple[Dim, ...]) -> tuple[int | None, int]:
    """The product of the sizes that TensorFlow knows, and how many it doesn't; None: not seen."""
    known = [size for size in dims if isinstance(size, int)]
    gaps = sum(size is None for size in dims)
    if len(known) + gaps != len(dims) or any(size < 0 for size in known):
        return None, gaps
    if 0 in known and not m.world.before_one:
        return 0, 0
    return math.prod(known), gaps
