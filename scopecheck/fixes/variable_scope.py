"""SCO201: open a variable_scope where a name_scope was opened."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from scopecheck.fixes.program import Program
from scopecheck.fixes.proposal import Proposal
from scopecheck.fixes.tree import Edit, Tree, last_name
from scopecheck.rules.finding import Finding


def propose(finding: Finding, program: Program) -> Iterator[Proposal]:
    """All name scopes that the finding is about, or none."""
    edits: dict[str, dict[cst.CSTNode, Edit]] = {}
    for label in finding.related:
        tree = program.tree(label.site.file)
        call = tree.call(label.site) if tree is not None else None
        if tree is None or call is None or last_name(call) != "name_scope":
            continue
        if not _is_plain(tree, call):
            return
        edits.setdefault(label.site.file, {})[call] = _renamed
    if edits:
        texts = {file: _edited(program, file, changes) for file, changes in edits.items()}
        yield Proposal("open tf.variable_scope instead of tf.name_scope", safe=False, texts=texts)


def _is_plain(tree: Tree, call: cst.Call) -> bool:
    """Is it opened by ``with module.name_scope(...):``, whose value nobody uses?"""
    parent = next(tree.parents(call), None)
    return (
        isinstance(call.func, cst.Attribute)
        and isinstance(parent, cst.WithItem)
        and parent.asname is None
    )


def _renamed(call: cst.Call) -> cst.Call:
    assert isinstance(call.func, cst.Attribute)
    args = [
        arg.with_changes(keyword=cst.Name("name_or_scope"))
        if arg.keyword is not None and arg.keyword.value == "name"
        else arg
        for arg in call.args
    ]
    function = call.func.with_changes(attr=cst.Name("variable_scope"))
    return call.with_changes(func=function, args=args)


def _edited(program: Program, file: str, edits: dict[cst.CSTNode, Edit]) -> str:
    tree = program.tree(file)
    assert tree is not None
    return tree.edited(edits)
