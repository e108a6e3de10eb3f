"""What ``HParams`` reads from text and dicts.

Source: tensorflow/contrib/training/python/training/hparam.py, ``parse_values``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.builtins.literals import loads
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, DictRef, ListRef, Namespace, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_PAIR = re.compile(
    r"(?P<name>[a-zA-Z][\w.]*)(?:\[\s*\d+\s*\])?\s*=\s*"
    r"(?:(?P<one>[^,\[]*)|\[(?P<several>[^\]]*)\])(?:$|,\s*)"
)
_TRUE = ("true", "True", "1")


def hparams_method(value: Namespace, name: str) -> Value | None:
    """``parse``, ``get``, ``del_hparam`` and the like."""

    def parse(m: Machine, a: Arguments) -> Value:
        text = needed(m, a.get(0, "values"))
        if isinstance(text, str):
            for found in _PAIR.finditer(text):
                _assign(m, value, found)
        return value

    def parse_json(m: Machine, a: Arguments) -> Value:
        given = loads(m, a)
        if isinstance(given, DictRef):
            _update(m, value, m.contents(given).items)
        return value

    def override(m: Machine, a: Arguments) -> Value:
        given = needed(m, a.args[0] if a.args else next(iter(a.kwargs.values()), None))
        if isinstance(given, DictRef):
            _update(m, value, m.contents(given).items)
        return value

    def get(m: Machine, a: Arguments) -> Value:
        key = needed(m, a.get(0, "key"))
        default = a.get(1, "default")
        if not isinstance(key, str):
            return m.unknown("a hyperparameter")
        return m.heap[value.id].get(key, default)

    def leave_out(m: Machine, a: Arguments) -> None:
        held, key = m.heap[value.id], needed(m, a.get(0, "name"))
        if isinstance(key, str) and key in held:
            m.write(value.id, held.delete(key))

    methods: dict[str, Callable[[Machine, Arguments], Value]] = {
        "del_hparam": leave_out,
        "set_model_structure": lambda m, a: None,
        "get_model_structure": lambda m, a: m.unknown("a model's structure", tame=True),
        "to_proto": lambda m, a: m.unknown("a message", not_none=True, tame=True),
        "parse": parse,
        "parse_json": parse_json,
        "override_from_dict": override,
        "set_from_map": override,
        "get": get,
    }
    return Builtin(name, methods[name]) if name in methods else None


def _update(m: Machine, value: Namespace, given: Any) -> None:
    for name, new in given.items():
        if isinstance(name, str):
            m.write(value.id, m.heap[value.id].set(name, new))


def _assign(m: Machine, value: Namespace, found: re.Match[str]) -> None:
    """One ``name=value``, by the type of what stands there."""
    name, held = found["name"], m.heap[value.id]
    if name not in held:
        if not value.open:
            raise m.fail("ValueError", f"Unknown hyperparameter type for {name}")
        return
    like = needed(m, held[name])
    if "[" in found[0].partition("=")[0]:
        new: Value = m.unknown(name)
    elif found["several"] is not None:
        first = next(iter(m.contents(like).items), None) if isinstance(like, ListRef) else like
        words = [word.strip() for word in found["several"].split(",") if word.strip()]
        new = m.new_list([_read(m, first, word, found) for word in words])
    else:
        new = _read(m, like, found["one"].strip(), found)
    m.write(value.id, held.set(name, new))


def _read(m: Machine, like: Value, word: str, found: re.Match[str]) -> Value:
    if isinstance(like, bool):
        return word in _TRUE
    if isinstance(like, (int, float)):
        try:
            return type(like)(word)
        except ValueError:
            kind, given = type(like).__name__, found["one"] or found["several"]
            message = (
                f"Could not parse hparam '{found['name']}' of type '{kind}' with value '{given}' "
                f"in {found.string}"
            )
            raise m.fail("ValueError", message) from None
    return word if isinstance(like, str) else m.unknown("a hyperparameter")
