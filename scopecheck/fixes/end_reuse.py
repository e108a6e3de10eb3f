"""SCO107, SCO204: end reuse_variables() before something new has to be made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import libcst as cst

from scopecheck.fixes.program import Program
from scopecheck.fixes.proposal import Proposal
from scopecheck.fixes.tree import Tree, last_name, owner
from scopecheck.rules.finding import Finding
from scopecheck.trace import Site

TITLE = "share in a scope that ends before new variables are made"
TRIES = 8
"""Blocks that are tried, from the shortest, before the longest."""


def propose(finding: Finding, program: Program) -> Iterator[Proposal]:
    """Put reuse_variables() and what follows it into a scope of its own, as little as will do."""
    sites = [finding.site, *(label.site for label in finding.path)]
    for label in finding.related:
        tree = program.tree(label.site.file)
        call = tree.call(label.site) if tree is not None else None
        module = _module(call) if call is not None else None
        if tree is None or call is None or module is None:
            continue
        block = tree.around(call, cst.IndentedBlock) or tree.module
        here = [site for site in sites if site.file == label.site.file]
        for first, last in _spans(tree, block, label.site, here):
            wrap = partial(_wrapped, first=first, last=last, opening=_opening(module))
            edited = tree.edited({block: wrap})
            yield Proposal(TITLE, safe=True, texts={label.site.file: edited})


def _module(call: cst.Call) -> cst.BaseExpression | None:
    """``tf`` of ``tf.get_variable_scope().reuse_variables()``; None for other scopes."""
    if last_name(call) != "reuse_variables":
        return None
    scope = owner(call)
    if isinstance(scope, cst.Call) and last_name(scope) == "get_variable_scope":
        return owner(scope)
    return None


def _spans(
    tree: Tree, block: cst.IndentedBlock | cst.Module, switch: Site, sites: Sequence[Site]
) -> Iterator[tuple[int, int]]:
    """The statements to wrap, first and last: from the switch to before what is new."""
    first = _statement(tree, block, switch)
    stops = [_statement(tree, block, site) for site in sites]
    after = [stop for stop in stops if stop is not None and first is not None and stop > first]
    if first is None or not after:
        return
    lasts = list(range(first + 1, min(after)))
    for last in [*lasts[:TRIES], *lasts[TRIES:][-1:]]:
        yield first, last


def _statement(tree: Tree, block: cst.IndentedBlock | cst.Module, site: Site) -> int | None:
    for number, statement in enumerate(block.body):
        if tree.contains(statement, site):
            return number
    return None


def _opening(module: cst.BaseExpression) -> cst.With:
    scope = cst.Call(cst.Attribute(module, cst.Name("get_variable_scope")))
    call = cst.Call(cst.Attribute(module, cst.Name("variable_scope")), [cst.Arg(scope)])
    return cst.With([cst.WithItem(call)], cst.IndentedBlock([]))


def _wrapped(
    block: cst.IndentedBlock | cst.Module, *, first: int, last: int, opening: cst.With
) -> cst.IndentedBlock | cst.Module:
    body = list(block.body)
    head, *rest = body[first : last + 1]
    inner = [head.with_changes(leading_lines=[]), *rest]
    wrapped = opening.with_changes(
        body=cst.IndentedBlock(inner), leading_lines=getattr(head, "leading_lines", [])
    )
    return block.with_changes(body=[*body[:first], wrapped, *body[last + 1 :]])
