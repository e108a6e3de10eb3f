"""Libraries of plain Python on top of TensorFlow: programs that stand in for them.

What such a library does is written down once more, as a program in the folder ``stand_in``, and
is followed like the project's own modules. Its sites are never told: whatever happens in it has
the site of the program's call. What a stand-in doesn't have is not decided.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.contexts import Context
from scopecheck.models.ops.arguments import dtype_of, shape_of, tensor_inputs
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dim, Dims, dim_of, operation
from scopecheck.models.world import Scope, ScopeData, current, scope_data, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.records import changed
from scopecheck.symbolic.values import (
    ClassRef,
    DictRef,
    Extern,
    Function,
    Instance,
    Items,
    ListRef,
    Method,
    Value,
)
from scopecheck.trace import Reuse, ReuseSource

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_NESTED = 4
FOLDER = Path(__file__).parent / "stand_in"


def _modules() -> dict[str, Path]:
    """The modules by their dotted names: a file, or a package's folder."""
    found: dict[str, Path] = {}
    for file in sorted(FOLDER.glob("*/**/*.py")):
        path = file.parent if file.name == "__init__.py" else file
        found[".".join(path.relative_to(FOLDER).with_suffix("").parts)] = path
    return found


MODULES = _modules()
PARTS = {
    f"tf.contrib.eager.{name}": (FOLDER / "eager_network.py", name)
    for name in ("Network", "Sequential")
}
PARTS["tf.Module"] = (FOLDER / "modules.py", "Module")
PARTS.update(
    {
        f"tf.keras.applications.{home}{name}": (FOLDER / "vgg.py", name)
        for name in ("VGG16", "VGG19")
        for home in ("", f"{name.lower()}.")
    }
)
_OF_GRADIENTS = (
    "multiply_gradients clip_gradient_norms clip_gradient_norms_fn add_gradients_summaries".split()
)
PARTS.update(
    {
        f"{home}{name}": (FOLDER / "factors.py", name)
        for name, module in (("WALSModel", "factorization_ops"), ("gmm", "gmm_ops"))
        for home in ("tf.contrib.factorization.", f"tf.contrib.factorization.python.ops.{module}.")
    }
)
PARTS.update(
    {
        f"tf.contrib.tensor_forest.python.tensor_forest.{name}": (FOLDER / "forests.py", name)
        for name in ("ForestHParams", "ForestVariables", "RandomForestGraphs")
    }
)
PARTS.update(
    {
        f"{home}.{name}": (FOLDER / "gradient_lists.py", name)
        for home in ("tf.contrib.training", "tf.contrib.slim.learning", "tf_slim.learning")
        for name in _OF_GRADIENTS
    }
)
PARTS.update(
    {
        f"tf.estimator.{name}{kind}": (FOLDER / "canned.py", f"{name}{kind}")
        for name in ("DNN", "Linear", "DNNLinearCombined", "Baseline", "BoostedTrees")
        for kind in ("Classifier", "Regressor")
    }
)
_OF_EXPORTS = (
    "ServingInputReceiver TensorServingInputReceiver build_parsing_serving_input_receiver_fn "
    "build_raw_serving_input_receiver_fn"
)
PARTS.update(
    {f"tf.estimator.export.{name}": (FOLDER / "serving.py", name) for name in _OF_EXPORTS.split()}
)
PARTS.update(
    {
        f"tf.estimator.{kind}Head": (FOLDER / "heads.py", f"{kind}Head")
        for kind in (
            "BinaryClass MultiClass MultiLabel Regression PoissonRegression LogisticRegression"
        ).split()
    }
)
PARTS.update(
    {
        f"tf.contrib.estimator.{kind}_head": (FOLDER / "heads.py", f"{kind}_head")
        for kind in (
            "multi_class binary_classification multi_label regression poisson_regression "
            "logistic_regression"
        ).split()
    }
)
_PRIVATE_HEADS = {
    "_binary_logistic_head_with_sigmoid_cross_entropy_loss": "binary_classification_head",
    "_multi_class_head_with_softmax_cross_entropy_loss": "multi_class_head",
    "_regression_head": "regression_head",
}
PARTS.update(
    {
        f"tensorflow_estimator.python.estimator.canned.head.{name}": (FOLDER / "heads.py", shown)
        for name, shown in _PRIVATE_HEADS.items()
    }
)
_OF_SLIM_DATA = {
    "data_decoder": "DataDecoder",
    "data_provider": "DataProvider",
    "dataset": "Dataset",
    "dataset_data_provider": "DatasetDataProvider",
    "parallel_reader": "parallel_read single_pass_read get_data_files",
    "prefetch_queue": "prefetch_queue",
    "tfexample_decoder": (
        "BackupHandler BoundingBox Image ItemHandler ItemHandlerCallback LookupTensor "
        "SparseTensor Tensor TFExampleDecoder"
    ),
}
PARTS.update(
    {
        f"{home}.{module}.{name}": (FOLDER / "slim_data.py", name)
        for home in ("tf.contrib.slim", "tf.contrib.slim.python.slim.data", "tf_slim")
        for module, names in _OF_SLIM_DATA.items()
        for name in names.split()
    }
)
"""Classes and functions of TensorFlow's own: which program has them."""


def is_stand_in(path: Path) -> bool:
    """Whether a file or a package's folder is one of these programs."""
    return FOLDER in path.parents


class _Placed(Context):
    """A variable scope under a full name of its own, whatever the scope in force is called."""

    __slots__ = ("like", "name", "reuse")

    def __init__(self, name: str, like: Value, reuse: bool) -> None:
        self.name = name
        self.like = like
        self.reuse = reuse

    def held(self, m: Machine) -> Value:
        """The graph and the scope to restore."""
        graph = current(m)
        return (graph.id, graph.scope)

    def enter(self, m: Machine, node: Any) -> Value:
        """Puts a new scope in the place of the one in force: nothing is opened or counted."""
        old = m.heap[self.like.id] if isinstance(self.like, Scope) else scope_data(m)
        made = changed(
            ScopeData(),
            name=self.name,
            reuse=Reuse.ON if self.reuse else old.reuse,
            source=ReuseSource("argument", self.name, m.site()) if self.reuse else old.source,
            initializer=old.initializer,
            regularizer=old.regularizer,
            caching_device=old.caching_device,
        )
        scope = Scope(m.allocate(made))
        update(m, current(m), scope=scope.id)
        return scope

    def leave(self, m: Machine, token: Value) -> None:
        """Puts the old scope back."""
        id, scope = token
        update(m, m.world.graphs[id], scope=scope)


def _scope_in_place(m: Machine, a: Arguments) -> Value:
    """``scope_in_place(outer, own, like, reuse)``: replaces the scope in force in a block.

    Its name is that of ``outer`` with ``own`` below it, what it hands down is that of the scope
    ``like``, or of the one in force.
    """
    outer, own = (
        naming.encode(m, one) or naming.mark_of(m, one) if one else "" for one in a.args[:2]
    )
    like, reuse = a.args[2:]
    return _Placed(f"{outer}/{own}" if outer and own else outer or own, like, reuse is True)


def _parameters(m: Machine, a: Arguments) -> Value:
    """``parameters(function)``: the names of a function's or a class's ``__call__``."""
    from scopecheck.symbolic.inheritance import class_attribute

    function = a.args[0]
    if isinstance(function, ClassRef):
        function = class_attribute(m, function, "__call__")
    while isinstance(function, Method):
        function = function.function
    if isinstance(function, Function):
        return (*function.code.parameters.positional, *function.code.parameters.keyword_only)
    return ("x", "name") if isinstance(function, Extern) else ()


def _instances_in(m: Machine, a: Arguments) -> Value:
    """``instances_in(value, classes)``: the objects of classes in a value and what it holds."""
    value, classes = a.args
    found: list[Value] = []
    _collect(m, value, frozenset(classes), found, _NESTED)
    return tuple(found)


def _is_object(m: Machine, a: Arguments) -> Value:
    """``is_object(value, classes)``: False for what isn't known, where isinstance splits."""
    value, classes = needed(m, a.args[0]), a.args[1]
    return isinstance(value, Instance) and any(one in value.cls.mro for one in classes)


def _surely(m: Machine, a: Arguments) -> Value:
    """``surely(test)``: False for what isn't known, where a test splits."""
    return needed(m, a.args[0]) is True


def _unknown(m: Machine, a: Arguments) -> Value:
    """``unknown(name)``: what the library has there is not followed."""
    return m.unknown(str(a.args[0]))


def _collect(
    m: Machine, value: Value, classes: frozenset[Value], found: list[Value], deep: int
) -> None:
    if isinstance(value, Instance):
        if classes.intersection(value.cls.mro):
            found.append(value)
    elif deep and isinstance(value, DictRef):
        for one in m.contents(value).items.values():
            _collect(m, one, classes, found, deep - 1)
    elif deep and isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        for one in held.items if held is not None else ():
            _collect(m, one, classes, found, deep - 1)


def _replaced(m: Machine, a: Arguments) -> Value:
    """``replaced(value, classes, function)``: what the function makes of the objects in a value."""
    value, classes, function = a.args
    return _with_others(m, value, frozenset(classes), function, _NESTED)


def _with_others(
    m: Machine, value: Value, classes: frozenset[Value], function: Value, deep: int
) -> Value:
    if isinstance(value, Instance):
        return m.call(function, (value,)) if classes.intersection(value.cls.mro) else value
    if not deep:
        return value
    if isinstance(value, tuple):
        return tuple(_with_others(m, one, classes, function, deep - 1) for one in value)
    if isinstance(value, DictRef):
        held = m.contents(value).items
        return m.new_dict(
            {key: _with_others(m, one, classes, function, deep - 1) for key, one in held.items()}
        )
    if isinstance(value, ListRef):
        items = iterate(m, value)
        if items is not None:
            new = [_with_others(m, one, classes, function, deep - 1) for one in items.items]
            return m.new_list(new, items.open)
    return value


_KEPT, _REST = "_", "*"


def _reshaped(m: Machine, a: Arguments) -> Value:
    """``reshaped(tensor, sizes)``: ``_`` keeps the size there, ``*``, -1 or None take the rest."""
    value, sizes = a.args
    if not isinstance(sizes, (str, tuple, ListRef)):
        return m.library.call(m, "tf.reshape", a)
    asked = iterate(m, sizes) if not isinstance(sizes, str) else Items(tuple(sizes))
    old = shape_of(m, value)
    dims: Dims = UNSEEN
    if isinstance(old, tuple) and asked is not None and not asked.open:
        dims = _sizes(m, old, asked.items)
    return operation(m, "Reshape", tensor_inputs(m, value), dims, dtype_of(m, value))


def _sizes(m: Machine, old: tuple[Dim, ...], asked: Any) -> Dims:
    """The sizes after a reshape; an error where they can't hold what there is."""
    rests = [at for at, one in enumerate(asked) if one is None or one in (_REST, -1)]
    kept = [at for at, one in enumerate(asked) if one == _KEPT]
    if len(rests) > 1:
        raise m.fail("ValueError", "Only one unknown value (-1 or *) is allowed: …")
    if kept and kept[-1] >= len(old):
        beyond = next(at for at in kept if at >= len(old))
        raise m.fail("ValueError", f"{beyond} exceeds the input shape")
    new: list[Dim] = [
        old[at] if at in kept else None if at in rests else _size(m, one)
        for at, one in enumerate(asked)
    ]
    # A kept size is on both sides: what is left has to fit, which None leaves to the run.
    before = [one for at, one in enumerate(old) if at not in kept]
    after = [one for at, one in enumerate(new) if at not in kept and at not in rests]
    if None in before:
        return tuple(new)
    if not all(isinstance(one, int) for one in (*before, *after)):
        return tuple(UNSEEN if at in rests else one for at, one in enumerate(new))
    there, wanted = (
        math.prod(one for one in some if isinstance(one, int)) for some in (before, after)
    )
    fits = there == wanted if not rests else wanted and there % wanted == 0
    if not fits:
        raise m.fail("ValueError", "Input (…) cannot be reshaped to ….")
    for at in rests:
        new[at] = there // wanted
    return tuple(new)


def _product(sizes: list[Dim]) -> int:
    return math.prod(one for one in sizes if isinstance(one, int))


def _size(m: Machine, one: Value) -> Dim:
    return int(one) if isinstance(one, str) else dim_of(m, one)


MODELS: dict[str, Model] = {
    "scopecheck_stand_in.surely": _surely,
    "scopecheck_stand_in.unknown": _unknown,
    "scopecheck_stand_in.is_object": _is_object,
    "scopecheck_stand_in.replaced": _replaced,
    "scopecheck_stand_in.reshaped": _reshaped,
    "scopecheck_stand_in.instances_in": _instances_in,
    "scopecheck_stand_in.parameters": _parameters,
    "scopecheck_stand_in.scope_in_place": _scope_in_place,
}
