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
    way = [*(label.site for label in finding.path), finding.site]
    for call, inside in pairwise(way):
        yield from _at_the_call(program, call, inside)
    for label in finding.related:
        tree = program.tree(label.site.file)
        scope = tree.call(label.site) if tree is not None else None
        if tree is not None and scope is not None and last_name(scope) == "variable_scope":
            yield from _at_the_scope(tree, scope, label.site.file)


def _at_the_call(program: Program, site: Site, inside: Site) -> Iterator[Proposal]:
    """If the function that is called here takes a parameter for this: pass it.

    inside: a call in that function.
    """
    called, calling = program.tree(inside.file), program.tree(site.file)
    step = called.call(inside) if called is not None else None
    call = calling.call(site) if calling is not None else None
    if called is None or calling is None or step is None or call is None:
        return
    function = called.around(step, cst.FunctionDef)
    if function is None or function.name.value != inside.function.rpartition(".")[2]:
        return
    for name in _switches(called, function):
        edited = _passed(call, name, _position(function, name))
        if edited is not None:
            text = calling.edited({call: instead(edited)})
            title = f"pass {name}=True to {function.name.value}"
            yield Proposal(title, safe=True, texts={site.file: text})


def _at_the_scope(tree: Tree, scope: cst.Call, file: str) -> Iterator[Proposal]:
    given = argument(scope, "reuse")
    function = tree.around(scope, cst.FunctionDef)
    if given is None and function is not None:
        for name in _switches(tree, function):
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


def _parameters(function: cst.FunctionDef) -> list[str]:
    parameters = function.params
    return [one.name.value for one in (*parameters.posonly_params, *parameters.params)]


def _switches(tree: Tree, function: cst.FunctionDef) -> Iterator[str]:
    """The parameters that may switch reuse: those that it passes on as such, or calls so."""
    passed = [argument(call, "reuse") for call in tree.within(function, cst.Call)]
    values = [given.value for given in passed if given is not None]
    named = {value.value for value in values if isinstance(value, cst.Name)}
    keywords = [one.name.value for one in function.params.kwonly_params]
    for name in (*_parameters(function), *keywords):
        if name in named or "reuse" in name.lower():
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
