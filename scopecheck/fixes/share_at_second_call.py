"""SCO101: pass reuse=True at the second call, or open the scope with AUTO_REUSE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import libcst as cst

from scopecheck.fixes.program import Program
from scopecheck.fixes.proposal import Proposal
from scopecheck.fixes.tree import (
    Tree,
    argument,
    instead,
    last_name,
    owner,
    positional,
    with_argument,
    with_value,
)
from scopecheck.rules.finding import Finding
from scopecheck.trace import Site

TRUE = cst.Name("True")


def propose(finding: Finding, program: Program) -> Iterator[Proposal]:
    """The call first: there the program says what it shares; the scope shares everything."""
    for label in finding.related:
        tree = program.tree(label.site.file)
        scope = tree.call(label.site) if tree is not None else None
        if tree is not None and scope is not None and last_name(scope) == "variable_scope":
            yield from _at_the_call(finding, program, tree, scope, label.site.file)
            yield from _at_the_scope(tree, scope, label.site.file)


def _at_the_call(
    finding: Finding, program: Program, tree: Tree, scope: cst.Call, file: str
) -> Iterator[Proposal]:
    """The function that opens the scope takes a parameter for this: pass it."""
    function = tree.around(scope, cst.FunctionDef)
    if function is None:
        return
    site = _call_of(finding, function, file)
    calling = program.tree(site.file) if site is not None else None
    call = calling.call(site) if calling is not None and site is not None else None
    if calling is None or site is None or call is None:
        return
    for name in _switches(function, scope):
        edited = _passed(call, name, _position(function, name))
        if edited is not None:
            text = calling.edited({call: instead(edited)})
            title = f"pass {name}=True to {function.name.value}"
            yield Proposal(title, safe=True, texts={site.file: text})


def _at_the_scope(tree: Tree, scope: cst.Call, file: str) -> Iterator[Proposal]:
    given = argument(scope, "reuse")
    function = tree.around(scope, cst.FunctionDef)
    if given is None and function is not None:
        for name in _switches(function, scope):
            text = tree.edited({scope: instead(with_argument(scope, "reuse", cst.Name(name)))})
            title = f"hand {name} on to the scope"
            yield Proposal(title, safe=True, texts={file: text})
    module = owner(scope)
    if module is None or (given is not None and not _is_off(given.value)):
        return
    value = cst.Attribute(module, cst.Name("AUTO_REUSE"))
    edited = (
        with_argument(scope, "reuse", value) if given is None else with_value(scope, given, value)
    )
    text = tree.edited({scope: instead(edited)})
    title = f"open the scope with reuse={tree.code(value)}"
    yield Proposal(title, safe=False, texts={file: text})


def _call_of(finding: Finding, function: cst.FunctionDef, file: str) -> Site | None:
    """The call of a function on the way to the finding."""
    way = [*(label.site for label in finding.path), finding.site]
    found = None
    for caller, inside in pairwise(way):
        name = inside.function.rpartition(".")[2]
        if inside.file == file and name == function.name.value and name != caller.function:
            found = caller
    return found


def _parameters(function: cst.FunctionDef) -> list[str]:
    parameters = function.params
    return [one.name.value for one in (*parameters.posonly_params, *parameters.params)]


def _switches(function: cst.FunctionDef, scope: cst.Call) -> Iterator[str]:
    """The parameters that may switch reuse: the scope's own, then those that are called so."""
    given = argument(scope, "reuse")
    named = given.value.value if given is not None and isinstance(given.value, cst.Name) else None
    keywords = [one.name.value for one in function.params.kwonly_params]
    for name in (*_parameters(function), *keywords):
        if name == named or (named is None and "reuse" in name.lower()):
            yield name


def _position(function: cst.FunctionDef, name: str) -> int | None:
    """Where a parameter stands among a call's arguments; ``self`` is none of them."""
    names = _parameters(function)
    if names and names[0] in ("self", "cls"):
        names = names[1:]
    return names.index(name) if name in names else None


def _passed(call: cst.Call, name: str, position: int | None) -> cst.Call | None:
    given = argument(call, name)
    if given is None:
        unnamed: Sequence[cst.Arg] | None = positional(call)
        if unnamed is None:
            return None
        if position is not None and position < len(unnamed):
            given = unnamed[position]
    if given is None:
        return with_argument(call, name, TRUE)
    return with_value(call, given, TRUE) if _is_off(given.value) else None


def _is_off(value: cst.BaseExpression) -> bool:
    return isinstance(value, cst.Name) and value.value in ("False", "None")
