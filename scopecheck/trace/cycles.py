"""The strongly connected components of a graph, by Tarjan's algorithm without recursion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator


def components(nodes: Iterable[int], before: Callable[[int], Iterable[int]]) -> Iterator[list[int]]:
    """The components, each after all that it depends on."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    open_nodes: list[int] = []
    is_open: set[int] = set()
    for start in nodes:
        if start in index:
            continue
        index[start] = low[start] = len(index)
        open_nodes.append(start)
        is_open.add(start)
        stack = [(start, iter(before(start)))]
        while stack:
            node, following = stack[-1]
            for other in following:
                if other not in index:
                    index[other] = low[other] = len(index)
                    open_nodes.append(other)
                    is_open.add(other)
                    stack.append((other, iter(before(other))))
                    break
                if other in is_open:
                    low[node] = min(low[node], index[other])
            else:
                stack.pop()
                if stack:
                    parent = stack[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    yield _closed(node, open_nodes, is_open)


def _closed(root: int, open_nodes: list[int], is_open: set[int]) -> list[int]:
    group: list[int] = []
    while not group or group[-1] != root:
        group.append(open_nodes.pop())
        is_open.discard(group[-1])
    return group
