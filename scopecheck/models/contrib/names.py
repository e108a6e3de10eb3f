"""``tf.contrib.framework``: variables found and chosen by their names.

Source: tensorflow/contrib/framework/python/ops/variables.py, ``filter_variables``,
``get_unique_variable``, ``get_variable_full_name`` and ``assert_or_get_global_step``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.contrib.variables import registered
from scopecheck.models.graph_collections import GLOBAL, get_collection
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.training.global_step import MODELS as STEPS
from scopecheck.models.world import current
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scopecheck.symbolic.machine import Machine

_FILTER = Signature("var_list, include_patterns=None, exclude_patterns=None, reg_search=True")


def _filter_variables(m: Machine, a: Arguments) -> Value:
    """``filter_variables``: those that one pattern includes and none excludes."""
    g = _FILTER.bind(m, "filter_variables", a)
    held = iterate(m, needed(m, g["var_list"]))
    if held is None:
        return m.new_list((), True)
    whole = m.truth(g["reg_search"])
    kept, open = list(held.items), held.open
    for given, wanted in ((g["include_patterns"], True), (g["exclude_patterns"], False)):
        patterns = needed(m, given)
        if patterns is None:
            continue
        found = [_matches(m, one, patterns, bool(whole)) for one in kept]
        open = open or None in found
        kept = [one for one, is_found in zip(kept, found, strict=True) if is_found is wanted]
    return m.new_list(kept, open)


def _matches(m: Machine, variable: Value, given: Value, search: bool) -> bool | None:
    """Whether one of the patterns is in a variable's name; None where it isn't known."""
    held = iterate(m, given)
    name = naming.encode(m, get_attribute(m, variable, "name"))
    if held is None or held.open or name is None or not naming.is_known(name):
        return None
    return _any_matches(held.items, name, search)


def _any_matches(patterns: Sequence[Value], name: str, search: bool) -> bool | None:
    open = False
    for pattern in patterns:
        matcher = _compiled(pattern)
        if matcher is None:
            open = True
        elif matcher.search(name) if search else matcher.match(name):
            return True
    return None if open else False


def _compiled(pattern: Value) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern) if isinstance(pattern, str) else None
    except re.error:
        return None


_UNIQUE = Signature("var_op_name")


def _get_unique_variable(m: Machine, a: Arguments) -> Value:
    """``get_unique_variable``: the variable whose operation has the name."""
    g = _UNIQUE.bind(m, "get_unique_variable", a)
    wanted = naming.encode(m, g["var_op_name"])
    listed = get_collection(m, Arguments((GLOBAL, g["var_op_name"])))
    held = m.contents(listed)
    for one in held.items:
        if isinstance(one, VariableTensor) and one.name == wanted:
            return one
    if held.open or wanted is None or m.taint or not m.world.closed:
        return m.unknown("get_unique_variable(…)", not_none=True, tame=True)
    message = f"Couldn't find variable {wanted}"
    if held.items:
        message = f"Variable {wanted} does not uniquely identify a variable"
    raise refuse_argument(m, "get_unique_variable", "ValueError", message, wanted)


_FULL = Signature("var")


def _get_variable_full_name(m: Machine, a: Arguments) -> Value:
    """``get_variable_full_name``: the operation's name, a part's without the number."""
    variable = needed(m, _FULL.bind(m, "get_variable_full_name", a)["var"])
    if not isinstance(variable, VariableTensor) or variable.name is None:
        return m.unknown("get_variable_full_name(…)", kind="str")
    whole, _, number = variable.name.rpartition("/part_")
    is_part = number.isdigit() and whole in current(m).partitioned
    return naming.decode(m, whole if is_part else variable.name)


_STEP = Signature("graph=None, global_step_tensor=None")


def _assert_or_get_global_step(m: Machine, a: Arguments) -> Value:
    """``assert_or_get_global_step``: the step given, checked, or the graph's."""
    g = _STEP.bind(m, "assert_or_get_global_step", a)
    step = needed(m, g["global_step_tensor"])
    if step is None:
        return STEPS["tf.train.get_global_step"](m, Arguments((g["graph"],)))
    STEPS["tf.train.assert_global_step"](m, Arguments((step,)))
    return step


MODELS: dict[str, Model] = registered(
    {
        "filter_variables": _filter_variables,
        "get_unique_variable": _get_unique_variable,
        "get_variable_full_name": _get_variable_full_name,
        "assert_or_get_global_step": _assert_or_get_global_step,
    }
)
