"""SCO301, SCO302: list a network's variables by their scope, not by parts of their names."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from scopecheck.fixes.program import Program
from scopecheck.fixes.proposal import Proposal
from scopecheck.fixes.tree import Tree, argument, instead
from scopecheck.rules.finding import Finding

TRIES = 4


def propose(finding: Finding, program: Program) -> Iterator[Proposal]:
    """A collection by scope in the place of a list that is filtered by name."""
    file = finding.site.file
    tree = program.tree(file)
    call = tree.call(finding.site) if tree is not None else None
    tensorflow = tree.tensorflow() if tree is not None else None
    listed = _filter(tree, call) if tree is not None and call is not None else None
    if tree is None or tensorflow is None or listed is None:
        return
    for scope in list(_scopes(finding, program, _words(tree, listed)))[:TRIES]:
        code = f'{tensorflow}.get_collection({tensorflow}.GraphKeys.TRAINABLE_VARIABLES, "{scope}")'
        collection = cst.parse_expression(code)
        text = tree.edited({listed: instead(collection)})
        title = f'list the variables of the scope "{scope}"'
        yield Proposal(title, safe=False, texts={file: text})


def _filter(tree: Tree, call: cst.Call) -> cst.ListComp | None:
    """The list that minimize was given, where it is a comprehension over all variables."""
    given = argument(call, "var_list")
    if given is None:
        return None
    value = given.value
    if isinstance(value, (cst.Name, cst.Attribute)):
        name = tree.code(value)
        assigned = [
            one.value
            for one in tree.within(tree.module, cst.Assign)
            if any(tree.code(target.target) == name for target in one.targets)
        ]
        if len(assigned) != 1:
            return None
        value = assigned[0]
    return value if isinstance(value, cst.ListComp) else None


def _words(tree: Tree, listed: cst.ListComp) -> list[str]:
    """The texts that the filter looks for in names."""
    values = [one.evaluated_value for one in tree.within(listed, cst.SimpleString)]
    return [value for value in values if isinstance(value, str)]


def _scopes(finding: Finding, program: Program, words: list[str]) -> Iterator[str]:
    """Scopes that hold what the filter finds: of SCO302 not those of the foreign variables."""
    if finding.code == "SCO301":
        candidates = list(finding.variables)
    else:
        foreign = {_scope(name) for name in finding.variables}
        candidates = [name for name in program.names if _scope(name) not in foreign]
        candidates = [name for name in candidates if any(word in name for word in words)]
    yield from dict.fromkeys(scope for name in candidates if (scope := _scope(name)))


def _scope(name: str) -> str:
    """The outermost scope of a name with a slash at its end; empty if it has none."""
    first, slash, _ = name.partition("/")
    return first + slash if slash else ""
