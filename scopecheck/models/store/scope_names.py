"""Names of scopes: the patterns they have to match, and entering a name scope.

Source: tensorflow/python/framework/ops.py, ``Graph.name_scope``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.world import current, within

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

ROOT_NAME = re.compile("^[A-Za-z0-9.\ue000][A-Za-z0-9_.\\-/\ue000\ue001\ue002]*$")
NESTED_NAME = re.compile("^[A-Za-z0-9_.\\-/\ue000\ue001\ue002]*$")
ROOT_NAME_2 = re.compile("^[A-Za-z0-9.\ue000][A-Za-z0-9_.\\/>\\-\ue000\ue001\ue002]*$")
NESTED_NAME_2 = re.compile("^[A-Za-z0-9_.\\/>\\-\ue000\ue001\ue002]*$")


def check_name(m: Machine, name: str, function: str, nested: bool) -> None:
    """The pattern a scope name has to match.

    At the root of an open entry the caller may have opened a scope: what is refused there is
    what is refused in any.

    Source: tensorflow/python/framework/ops.py, ``Graph.name_scope``.
    """
    nested = nested or not m.world.closed
    if m.world.tensorflow == "1.15":
        pattern = NESTED_NAME if nested else ROOT_NAME
        if not pattern.match(name):
            raise refuse_argument(
                m, function, "ValueError", f"'{name}' is not a valid scope name", name
            )
        return
    if not m.world.closed and m.world.resource:
        return  # in a program for TensorFlow 2, where it may run eagerly and any name will do
    if nested and not NESTED_NAME_2.match(name):
        raise refuse_argument(
            m,
            function,
            "ValueError",
            f"'{name}' is not a valid scope name. A scope name has to match the following pattern: "
            r"^[A-Za-z0-9_.\\/>-]*$",
            name,
        )
    if not nested and not ROOT_NAME_2.match(name):
        raise refuse_argument(
            m,
            function,
            "ValueError",
            f"'{name}' is not a valid root scope name. A root scope name has to match the "
            r"following pattern: ^[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*$",
            name,
        )


def enter_names(m: Machine, name: str, function: str) -> tuple[str, str]:
    """Enters a name scope: a trailing slash re-enters exactly, anything else is made unique."""
    graph = current(m)
    if not name:
        return "", ""
    if m.world.executing_eagerly:
        full = (
            name.rstrip("/") if name.endswith("/") or not graph.stack else f"{graph.stack}/{name}"
        )
        return full, full + "/"
    check_name(m, name, function, bool(graph.stack))
    if name.endswith("/"):
        return name[:-1], name
    full = naming.unique_name(m, name)
    return full, full + "/"


@contextmanager
def under(m: Machine, name: str, by: str = "name_scope") -> Iterator[None]:
    """``with name_scope(name)``; an empty name is the root. by: who refuses a wrong name."""
    with within(m, enter_names(m, name, by)[0]):
        yield
