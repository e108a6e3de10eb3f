"""Which model a name of Keras's stands for: the same class has had many module paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.keras.features import FEATURES
from scopecheck.models.keras.functions import function_call
from scopecheck.models.keras.graph import in_graph
from scopecheck.models.keras.inputs import make_input
from scopecheck.models.keras.kinds import WEIGHTED, WEIGHTLESS, WRAPPERS
from scopecheck.models.keras.layers import make_layer
from scopecheck.models.keras.metrics import make_metric
from scopecheck.models.keras.network import make_model
from scopecheck.models.keras.optimizers import new_optimizer
from scopecheck.models.keras.sequential import make_sequential
from scopecheck.models.keras.state import Unit
from scopecheck.models.keras.units import is_standalone, keep, new_unit, unseen_unit
from scopecheck.models.world import left_out
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_CONTAINERS = {"Sequential": make_sequential, "Model": make_model, "Input": make_input}
_LISTED = WEIGHTED | WEIGHTLESS | WRAPPERS
_LOADERS = frozenset({"load_model", "model_from_json", "model_from_yaml", "model_from_config"})


def keras_call(m: Machine, name: str, a: Arguments) -> Value:
    """Calls a class or function of Keras by its canonical name; NotImplemented for others."""
    parts = name.split(".")[2:]
    module, last = parts[:-1], parts[-1]
    if module[:1] == ["optimizers"] and last[:1].isupper():
        return new_optimizer(m, name, a)
    if module[:1] == ["applications"] and last[:1].isupper():
        _lose(m, name)
        return new_unit(m, "Model", Unit((_inner(m),)), certain=True)
    if module and "test" in module[0]:
        m.undecided(name, "which layers and models it makes is not known", 1)
        return m.unknown(f"{name}(…)", tame=True)
    if last in _LOADERS:
        return _loaded(m, name)
    if last == "from_config" and module:
        made = _configured(m, name, module)
        if made is not NotImplemented:
            return made
    if module == ["experimental"] and last in FEATURES:
        return make_layer(m, last, a)
    if module[:1] in (["layers"], ["models"], ["engine"], ["legacy"], []):
        maker = _CONTAINERS.get(last)
        if maker is not None:
            return maker(m, a)
        if last in _LISTED or (module[:1] == ["layers"] and last[:1].isupper()):
            return make_layer(m, last, a)
    if module == ["metrics"] and last[:1].isupper():
        make_metric(m, last, a)
    return function_call(m, module, last, a) if module else NotImplemented


def _configured(m: Machine, name: str, module: list[str]) -> Value:
    """``Class.from_config(...)``: models and metrics make their variables at once."""
    if module[0] == "layers":
        return unseen_unit(m, "Layer")
    if module[0] == "metrics":
        if not is_standalone(m):
            _lose(m, name)
        return m.unknown(f"{name}(…)", not_none=True, tame=True)
    is_model = module[0] in ("models", "engine", "Model", "Sequential")
    return _loaded(m, name) if is_model else NotImplemented


def _loaded(m: Machine, name: str) -> Value:
    """A model of which nothing is seen."""
    _lose(m, name)
    inner = unseen_unit(m, "Layer")
    keep(m, inner.id, many=True)
    return new_unit(m, "Model", Unit((inner.id,)), certain=False)


def _lose(m: Machine, name: str) -> None:
    """A graph takes variables that its records don't show."""
    if in_graph(m):
        left_out(m, name, "which variables it makes is not known")


def _inner(m: Machine) -> int:
    """What is inside a ready-made network: layers that surely have weights."""
    return new_unit(m, "Layer", Unit(weights=True), certain=True, many=True).id


__all__ = ["keras_call"]
