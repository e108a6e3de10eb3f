"""A concrete syntax tree whose nodes are found by their places, and edited in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import libcst as cst
from libcst.metadata import MetadataWrapper, ParentNodeProvider, PositionProvider

from scopecheck.trace import Site

N = TypeVar("N", bound=cst.CSTNode)
Edit = Callable[[Any], Any]
"""From a node, with the edits inside it already made, to what takes its place."""


class Tree:
    """One file."""

    def __init__(self, text: str) -> None:
        wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
        self.module = wrapper.module
        self._places = wrapper.resolve(PositionProvider)
        self._parents = wrapper.resolve(ParentNodeProvider)

    def call(self, site: Site) -> cst.Call | None:
        """The call that spans a site."""
        start, end = (site.line, site.column - 1), (site.end_line, site.end_column - 1)
        for node, place in self._places.items():
            if (place.start.line, place.start.column) == start and isinstance(node, cst.Call):
                if (place.end.line, place.end.column) == end:
                    return node
        return None

    def contains(self, node: cst.CSTNode, site: Site) -> bool:
        """Does a site lie in a node?"""
        place = self._places[node]
        return (place.start.line, place.start.column) <= (site.line, site.column - 1) and (
            site.end_line,
            site.end_column - 1,
        ) <= (place.end.line, place.end.column)

    def around(self, node: cst.CSTNode, kind: type[N]) -> N | None:
        """The innermost node of a kind that a node lies in."""
        for parent in self.parents(node):
            if isinstance(parent, kind):
                return parent
        return None

    def parents(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around a node, the innermost first."""
        while (parent := self._parents.get(node)) is not None:
            yield parent
            node = parent

    def within(self, node: cst.CSTNode, kind: type[N]) -> Iterator[N]:
        """The nodes of a kind in a node, in the order of the text."""
        found = [one for one in self._places if isinstance(one, kind) and self._is_in(one, node)]
        return iter(sorted(found, key=self._start))

    def edited(self, edits: Mapping[cst.CSTNode, Edit]) -> str:
        """The text with some nodes changed; everything else stays as it is written."""
        return self.module.visit(_Editor(edits)).code

    def code(self, node: cst.CSTNode) -> str:
        """The text of a node."""
        return self.module.code_for_node(node)

    def tensorflow(self) -> str | None:
        """What the file calls TensorFlow: the name behind ``import tensorflow... as``."""
        for alias in self.within(self.module, cst.ImportAlias):
            name = self.code(alias.name)
            if name == "tensorflow" or name == "tensorflow.compat.v1":
                if alias.asname is not None:
                    return self.code(alias.asname.name)
                if name == "tensorflow":
                    return name
        return None

    def _is_in(self, node: cst.CSTNode, outer: cst.CSTNode) -> bool:
        return node is outer or any(parent is outer for parent in self.parents(node))

    def _start(self, node: cst.CSTNode) -> tuple[int, int]:
        start = self._places[node].start
        return (start.line, start.column)


class _Editor(cst.CSTTransformer):
    def __init__(self, edits: Mapping[cst.CSTNode, Edit]) -> None:
        super().__init__()
        self._edits = edits

    def on_leave(self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT) -> Any:
        edit = self._edits.get(original_node)
        return updated_node if edit is None else edit(updated_node)


def instead(node: cst.CSTNode) -> Edit:
    """The edit that puts one node into the place of another."""
    return lambda _: node


def last_name(call: cst.Call) -> str:
    """The last part of what is called: ``variable_scope`` of ``tf.variable_scope(...)``."""
    function = call.func
    if isinstance(function, cst.Attribute):
        return function.attr.value
    return function.value if isinstance(function, cst.Name) else ""


def owner(call: cst.Call) -> cst.BaseExpression | None:
    """What stands before the last dot of what is called; None without a dot."""
    return call.func.value if isinstance(call.func, cst.Attribute) else None


def argument(call: cst.Call, keyword: str) -> cst.Arg | None:
    """An argument that is passed by its name."""
    for arg in call.args:
        if arg.keyword is not None and arg.keyword.value == keyword:
            return arg
    return None


def with_argument(call: cst.Call, keyword: str, value: cst.BaseExpression) -> cst.Call:
    """The call with one more argument, laid out as the others are."""
    added = cst.Arg(
        value=value,
        keyword=cst.Name(keyword),
        equal=cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace("")),
    )
    if not call.args:
        return call.with_changes(args=[added])
    *before, last = call.args
    between, end = _commas(call, before, last)
    added = added.with_changes(comma=end, whitespace_after_arg=last.whitespace_after_arg)
    last = last.with_changes(comma=between, whitespace_after_arg=cst.SimpleWhitespace(""))
    return call.with_changes(args=[*before, last, added])


def _commas(
    call: cst.Call, before: Sequence[cst.Arg], last: cst.Arg
) -> tuple[cst.Comma, cst.Comma | cst.MaybeSentinel]:
    """The comma after what was the last argument, and the one after the new last one."""
    opening, ending = call.whitespace_before_args, last.comma
    if isinstance(ending, cst.Comma):
        space = ending.whitespace_after
        if isinstance(space, cst.ParenthesizedWhitespace):  # a line for each argument
            indent = opening.last_line if isinstance(opening, cst.ParenthesizedWhitespace) else None
            own = space.with_changes(last_line=indent or space.last_line)
            bare = space.with_changes(first_line=cst.TrailingWhitespace(), empty_lines=[])
            return ending.with_changes(whitespace_after=own), cst.Comma(whitespace_after=bare)
    between = before[-1].comma if before else None
    if isinstance(between, cst.Comma):
        return between, ending
    broken = isinstance(opening, cst.ParenthesizedWhitespace)
    return cst.Comma(whitespace_after=opening if broken else cst.SimpleWhitespace(" ")), ending


def with_value(call: cst.Call, arg: cst.Arg, value: cst.BaseExpression) -> cst.Call:
    """The call with another value for one of its arguments."""
    return call.with_changes(
        args=[one.with_changes(value=value) if one is arg else one for one in call.args]
    )


def positional(call: cst.Call) -> Sequence[cst.Arg] | None:
    """The arguments without names; None if some are unpacked."""
    if any(arg.star for arg in call.args):
        return None
    return [arg for arg in call.args if arg.keyword is None]
