"""SCO103, SCO202: make variables with tf.get_variable, which can share, not tf.Variable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import libcst as cst

from scopecheck.fixes.program import Program
from scopecheck.fixes.proposal import Proposal
from scopecheck.fixes.tree import Edit, Tree, argument, last_name, owner
from scopecheck.rules.finding import Finding

KEPT = ("trainable", "dtype", "collections", "validate_shape")


def propose(finding: Finding, program: Program) -> Iterator[Proposal]:
    """The call that the finding points at; of a function that is called twice, all of them."""
    for label in finding.related:
        tree = program.tree(label.site.file)
        call = tree.call(label.site) if tree is not None else None
        if tree is None or call is None or not _is_creation(call):
            continue
        edits = _edits(tree, [call] if finding.error is not None else _all(tree, call))
        if edits:
            yield Proposal(
                "make the variable with tf.get_variable, which shares",
                safe=False,
                texts={label.site.file: tree.edited(edits)},
            )


def _is_creation(call: cst.Call) -> bool:
    return last_name(call) == "Variable" and owner(call) is not None


def _all(tree: Tree, call: cst.Call) -> Sequence[cst.Call]:
    """All variables that the function makes that makes this one."""
    function = tree.around(call, cst.FunctionDef)
    if function is None:
        return [call]
    return [one for one in tree.within(function, cst.Call) if _is_creation(one)]


def _edits(tree: Tree, calls: Sequence[cst.Call]) -> dict[cst.CSTNode, Edit]:
    """The edits of all calls; none if one of them cannot be rewritten."""
    edits: dict[cst.CSTNode, Edit] = {}
    for call in calls:
        name = _name(tree, call)
        initial = argument(call, "initial_value")
        if initial is None and call.args and call.args[0].keyword is None:
            initial = call.args[0]
        if name is None or initial is None or not _is_known(call, initial):
            return {}
        edits[call] = partial(_rewritten, name=name)
    return edits


def _name(tree: Tree, call: cst.Call) -> str | None:
    """The code of the variable's name: as given, or after what it is assigned to."""
    given = argument(call, "name")
    if given is not None:
        return tree.code(given.value)
    parent = next(tree.parents(call), None)
    if isinstance(parent, cst.Assign) and len(parent.targets) == 1:
        target = parent.targets[0].target
        if isinstance(target, cst.Name):
            return f'"{target.value}"'
        if isinstance(target, cst.Attribute):
            return f'"{target.attr.value}"'
    return None


def _is_known(call: cst.Call, initial: cst.Arg) -> bool:
    """Does get_variable take all of its arguments?"""
    others = [arg for arg in call.args if arg is not initial]
    names = [arg.keyword.value if arg.keyword is not None else "" for arg in others]
    return all(name in (*KEPT, "name") for name in names) and not any(a.star for a in call.args)


def _rewritten(call: cst.Call, *, name: str) -> cst.Call:
    assert isinstance(call.func, cst.Attribute)
    args = []
    for arg in call.args:
        keyword = "initial_value" if arg.keyword is None else arg.keyword.value
        if keyword == "name":
            continue
        equal = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
        if keyword == "initial_value":
            arg = arg.with_changes(keyword=cst.Name("initializer"), equal=equal)
        args.append(arg)
    if len(args) < len(call.args) and args:  # the name may have been the last one
        args[-1] = args[-1].with_changes(
            comma=call.args[-1].comma, whitespace_after_arg=call.args[-1].whitespace_after_arg
        )
    comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
    first = cst.Arg(cst.parse_expression(name), comma=comma)
    function = call.func.with_changes(attr=cst.Name("get_variable"))
    return call.with_changes(func=function, args=[first, *args])
