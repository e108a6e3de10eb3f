"""The library that the interpreter asks: TensorFlow, numpy, the standard library, the rest."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import immutables

import scopecheck.models as models
from scopecheck.models.before_one import NOT_FOLLOWED, epoch, used
from scopecheck.models.called import function_called
from scopecheck.models.classes import is_subclass, of_base
from scopecheck.models.conversions import set_on_class, with_tensors
from scopecheck.models.default_names import operation_words
from scopecheck.models.exports import exported
from scopecheck.models.graphs import Session
from scopecheck.models.keras import members as keras_members
from scopecheck.models.keras.applied import not_followed
from scopecheck.models.keras.names import keras_call
from scopecheck.models.keras.units import imported as note_keras
from scopecheck.models.layers import custom_layers
from scopecheck.models.names import HARMLESS, HARMLESS_PARTS, NAMESPACES, canonical, root
from scopecheck.models.opaque import Opaque, own_graphs, tell_restored
from scopecheck.models.ops.dtypes_refused import refusing_dtypes
from scopecheck.models.ops.none_refused import refusing_none
from scopecheck.models.outside import (
    APART,
    BUILDERS,
    DATA_METHODS,
    DECORATORS,
    MAKERS,
    OPAQUE,
    OPERATIONS,
    OWN_GRAPHS,
    PLAIN,
)
from scopecheck.models.registry import Model
from scopecheck.models.removed import NEVER, REMOVED, lacking, no_attribute
from scopecheck.models.rnn import custom as rnn_custom
from scopecheck.models.running import custom_estimators, test_cases, threads
from scopecheck.models.second_order import has_own_order, in_first_order
from scopecheck.models.stand_ins import MODULES, PARTS
from scopecheck.models.store.initial import KNOWN_DTYPES
from scopecheck.models.store.initializers import made_initializer
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import DType
from scopecheck.models.told import outcome
from scopecheck.models.trackable import THROUGH_GETTER, through_getter
from scopecheck.models.training import custom_optimizers
from scopecheck.models.world import World
from scopecheck.models.world_joins import merge_worlds, worlds_join
from scopecheck.symbolic import stdlib
from scopecheck.symbolic.calls import call_value
from scopecheck.symbolic.given import up_to_caller
from scopecheck.symbolic.reach import only_data
from scopecheck.symbolic.values import (
    Builtin,
    Extern,
    Frame,
    Function,
    Method,
    Partial,
    Unknown,
    Value,
)
from scopecheck.trace import VariablesExcluded

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine
    from scopecheck.symbolic.state import Flow


_VERSIONS = {("1.15", True): "0.12.1", ("1.15", False): "1.15.5", ("2.21", False): "2.21.0"}
REPLACED = "replaced"
"""Where the heap keeps what stands in the place of one of TensorFlow's names."""

BUILTIN_MODULES = ("builtins.", "__builtin__.", "past.builtins.", "future.builtins.")


class TensorFlowLibrary:
    """Models by canonical name; knows what a call outside them may have done."""

    def __init__(self) -> None:
        self.marks: dict[Any, int] = {}
        self.marked: list[Unknown] = []
        self.uses = 0
        self.words: frozenset[str] = frozenset()
        self.models, self.constants, self.older = _collect()
        from scopecheck.models.numpy import functions as numeric
        from scopecheck.models.ops.every import generic_op

        self.numeric = numeric
        self.generic = generic_op

    # -- names --------------------------------------------------------------------------

    def flavour(self, m: Machine) -> tuple[str, bool, bool]:
        """The version, and whether code runs eagerly."""
        return (m.world.tensorflow, m.world.before_one, m.world.executing_eagerly)

    def python(self, m: Machine) -> tuple[int, int]:
        """The version of Python that runs this TensorFlow."""
        return (3, 7) if m.world.tensorflow == "1.15" else (3, 11)

    def is_function(self, name: str) -> bool:
        """Whether a name is that of a modelled function."""
        name = canonical(name)
        return name in self.models and name.rsplit(".", 1)[-1].islower()

    def is_module(self, name: str) -> bool | None:
        """Whether a name is a module's, None where that isn't known."""
        name = canonical(name)
        if "." not in name or (name in NAMESPACES and name != "tf.GraphKeys"):
            return True
        return False if name in self.models else None

    def lacks(self, m: Machine, name: str) -> bool:
        """Whether TensorFlow has no such name any more, or not yet."""
        return lacking(name, canonical(name), m.world.before_one)

    def epoch(self, m: Machine) -> str:
        """Before TensorFlow 1.0, or since."""
        return epoch(m)

    def builds_nothing(self, name: str) -> bool:
        """Whether a name is of a library that builds no graphs."""
        return _harmless(name)

    def is_subclass(self, name: str, other: str) -> bool | None:
        """Whether one of TensorFlow's classes inherits another."""
        return is_subclass(canonical(name), canonical(other))

    def operation_words(self) -> frozenset[str]:
        """What operations are called by default: functions' names and kernels', in lower case."""
        if not self.words:
            self.words = frozenset(operation_words(self.models))
        return self.words

    def stand_in(self, name: str) -> Path | None:
        """The program that stands in for a library's module."""
        return MODULES.get(name)

    def set_attribute(self, m: Machine, name: str, attribute: str, value: Value) -> None:
        """Sets an attribute of something outside, by its name.

        What takes the place of ``tf.name`` is what the program asks for then, not TensorFlow.
        """
        set_on_class(m, canonical(name), attribute, value)
        whole = canonical(f"{name}.{attribute}")
        if whole.startswith("tf."):
            place: Any = (REPLACED, whole)
            own = isinstance(value, Extern) and canonical(value.name) == whole
            m.write(place, immutables.Map() if own else immutables.Map({REPLACED: value}))

    def item(self, m: Machine, name: str) -> Value:
        """An item of an external object: of a library without graphs it is no more than data."""
        return Extern(f"{name}.[]") if _harmless(name) else m.unknown()

    def imported(self, m: Machine, name: str) -> None:
        """Keras's own package is not TensorFlow's Keras; nothing else hangs on an import."""
        note_keras(m, name)

    def attribute(self, m: Machine, name: str) -> Value:
        """A constant, a dtype, or the name itself, to be called later."""
        asked, name = name, canonical(name)
        place: Any = (REPLACED, name)
        replaced = m.heap.get(place)
        if replaced:
            return replaced[REPLACED]
        if lacking(asked, name, m.world.before_one):
            message = no_attribute(asked, name, m.world.tensorflow, m.world.before_one)
            of_one_epoch = "" if asked in NEVER else epoch(m)
            raise m.fail("AttributeError", message, epoch=of_one_epoch)
        if name in REMOVED:
            used(m)
        if name in self.constants:
            return self.constants[name]
        if name in PARTS:
            return m.importer.stand_in_attribute(m, *PARTS[name])
        if name.endswith(".__name__"):
            return _own_name(m, asked.removesuffix(".__name__"))
        if name.startswith("tf."):
            last = name[3:]
            if last in KNOWN_DTYPES:
                return DType({"half": "float16", "double": "float64"}.get(last, last))
            if last.startswith("dtypes.") and last[7:] in KNOWN_DTYPES:
                return DType(last[7:])
            if last in ("newaxis",):
                return None
            if last in ("__version__", "VERSION"):
                return _VERSIONS[m.world.tensorflow, m.world.before_one]
            if last.startswith("GraphKeys."):
                return last[10:].lower()
            own = m.world.tensorflow == "2.21" and has_own_order(name, asked)
            return Extern(asked if own else name)
        if root(name) == "numpy":
            return self.numeric.attribute(m, name)
        if name == "sys.argv" and m.argv is not None:
            return m.new_list((m.frame.code.file, *m.argv))
        value = stdlib.constant(name)
        if value is not NotImplemented:
            return value
        if stdlib.find(name) is None and name.startswith(BUILTIN_MODULES):
            from scopecheck.symbolic.builtins import find_builtin

            return find_builtin(m, name.rsplit(".", 1)[-1])
        return Extern(name)

    def exported(self, module: str) -> Iterable[str]:
        """The names that ``from module import *`` is known to bring."""
        return exported(self.models.keys() | self.constants.keys(), module)

    # -- calls --------------------------------------------------------------------------

    def call(self, m: Machine, name: str, args: Arguments) -> Value:
        """Calls an external function: its model, or what is known of its kind."""
        asked, name = name, canonical(name)
        if m.world.tensorflow == "2.21":
            args = in_first_order(name, asked, args)
        model = self.older.get(name) if m.world.before_one else None
        if model is None and not (m.world.before_one and name.startswith(NOT_FOLLOWED)):
            model = self.models.get(name)
        if model is None and name.startswith("tf."):
            model = self.models.get(_alias(name))
        if name.startswith(("tf.", "tf_slim")):
            args = with_tensors(m, name, args)
        if model is not None:
            return model(m, args)
        if name.startswith(("tf.", "tf_slim")):
            return self._tensorflow(m, name, args)
        if root(name) == "numpy":
            function = self.numeric.FUNCTIONS.get(name)
            return (
                function(m, args) if function is not None else self.numeric.generic(m, name, args)
            )
        native = stdlib.find(name)
        if native is not None:
            return native(m, args)
        if _harmless(name):
            self._callbacks(m, name, args)
            return outcome(m, f"{name}(…)", args.every())
        return self.unresolved(m, name, args)

    def _tensorflow(self, m: Machine, name: str, args: Arguments) -> Value:
        method = of_base(name, args)
        if method is not None:
            return self.instance_call(m, args.args[0], method, args.behind_first())
        if _is_initializer(name):
            return made_initializer(m, name, args)
        if name.startswith("tf.keras."):
            made = keras_call(m, name, args)
            if made is not NotImplemented:
                self._callbacks(m, name, not_followed(m, made, args))
                return made
        if name.startswith(PLAIN):
            self._callbacks(m, name, args)
            return outcome(m, f"{name}(…)", args.every())
        builds = _makes_slots(name) or BUILDERS.match(name) is not None
        if name.startswith(OPAQUE) and not builds:
            self._callbacks(m, name, args)
            if OWN_GRAPHS.match(name):
                own_graphs(m, name)
            tell_restored(m, name)
            return Opaque(name)
        is_maker = name.startswith(MAKERS) and not name.startswith(OPERATIONS)
        is_maker = is_maker or (m.world.before_one and name.startswith(NOT_FOLLOWED))
        if is_maker or builds:
            m.undecided(name, "TensorFlow's function is not modelled", 1)
            return m.unknown(f"{name}(…)", tame=True)
        self._callbacks(m, name, args)
        if name.rsplit(".", 1)[-1][:1].isupper():
            return Opaque(name)  # an object of one of TensorFlow's classes, no tensor
        return self.generic(m, name, args)

    def _callbacks(self, m: Machine, name: str, args: Arguments) -> None:
        """A function of the program given to one that isn't modelled may be called by it."""
        if name.startswith(DECORATORS):
            return
        for one in args.every():
            if isinstance(one, (Function, Method, Partial)) and not self.only_data(m, one):
                m.undecided(name, "what it does with the function it is given is not known", 1)
                return

    def excluded(self, m: Machine, items: list[Value], words: frozenset[str]) -> None:
        """A filter has left items out; words: those that its tests say no name may have."""
        parts = [one for item in items for one in (item if isinstance(item, tuple) else (item,))]
        named = tuple(
            one.record
            for one in parts
            if isinstance(one, VariableTensor) and any(word in one.record.name for word in words)
        )
        if named:
            m.emit(VariablesExcluded(m.site(), m.path(), named))

    def only_data(self, m: Machine, function: Value) -> bool:
        """Whether a function of the program builds no graph, whatever it is called with."""
        return only_data(m, function, _harmless, DATA_METHODS)

    def unresolved(
        self,
        m: Machine,
        what: str,
        args: Arguments,
        reason: str | None = None,
    ) -> Value:
        """A call of something unknown: it may have made variables."""
        short = what.rsplit(".", 1)[-1]
        if short in DATA_METHODS and not any(isinstance(one, Session) for one in args.every()):
            return outcome(m, f"{what}(…)", args.every())
        m.undecided(what or "a call", reason or "what is called is not known", 1)
        return m.unknown(f"{what}(…)", told=True)

    def unknown_call(self, m: Machine, function: Unknown, args: Arguments) -> Value:
        """A call of an unknown value."""
        if function.tame:
            self._callbacks(m, function.text, args)
            return outcome(m, f"{function.text}(…)", (function, *args.every()))
        if function.told:
            m.taint = max(m.taint, 1)  # the call that it came from is told to be undecided
            return m.unknown(f"{function.text}(…)", told=True)
        return self.unresolved(m, function.text, args, up_to_caller("what is called", function))

    def instance_attribute(self, m: Machine, receiver: Any, name: str) -> Value:
        """An attribute that an object inherits from outside the program: a method, or a cell's."""
        for outside in (rnn_custom, keras_members, custom_estimators):
            found = outside.inherited_attribute(m, receiver, name)
            if found is not NotImplemented:
                return found
        return Builtin(name, lambda m, a: self.instance_call(m, receiver, name, a))

    def instance_call(self, m: Machine, receiver: Any, name: str, args: Arguments) -> Value:
        """A method that an object inherits from outside the program."""
        if name == THROUGH_GETTER:
            return through_getter(m, args)
        cell = rnn_custom.base_of(m, receiver)
        if cell is not None:
            return rnn_custom.inherited(m, receiver, cell, name, args)
        if custom_layers.base_of(receiver)[0]:
            return custom_layers.inherited(m, receiver, name, args)
        if keras_members.is_unit(receiver):
            return keras_members.inherited(m, receiver, name, args)
        if custom_optimizers.is_optimizer(receiver):
            return custom_optimizers.inherited(m, receiver, name, args)
        of_estimator = custom_estimators.inherited_attribute(m, receiver, name)
        if of_estimator is not NotImplemented:
            return call_value(m, of_estimator, args)
        if any(isinstance(b, Extern) and b.name == "threading.Thread" for b in receiver.cls.mro):
            return threads.inherited(m, receiver, name, args)
        outside = [base for base in receiver.cls.mro if isinstance(base, (Extern, Unknown, Opaque))]
        if name == "__init__" and Extern("types.ModuleType") in outside:
            held = m.heap[receiver.id].set("__name__", args.get(0, "name"))
            m.write(receiver.id, held)
        if name == "__init__" or not outside:
            return None
        if test_cases.is_test_case(receiver):
            return test_cases.inherited(m, receiver, name, args)
        apart = ""
        for base in outside:
            place = canonical(base.name) if isinstance(base, Extern) else ""
            if place.startswith(APART):
                apart = apart or place
            elif not isinstance(base, Extern) or not _harmless(base.name):
                what = f"{receiver.cls.name}.{name}"
                m.undecided(what, "the method is inherited from outside", 1)
                return m.unknown(f"{name}(…)", told=True)
        if apart:
            return Opaque(f"{apart}.{name}").call(m, args)
        return m.unknown(f"{name}(…)", tame=True)

    def entered(self, m: Machine, receiver: Any) -> None:
        """What is called before the methods of an entry's object."""
        test_cases.set_up(m, receiver)

    def set_instance_attribute(self, m: Machine, receiver: Any, name: str, value: Value) -> bool:
        """Sets an attribute that means something outside the program; whether it does."""
        return keras_members.set_instance_attribute(m, receiver, name, value)

    def called(self, m: Machine, frame: Frame, a: Arguments, before: Any, flow: Flow) -> Flow:
        """Records a call that touched variables."""
        return function_called(m, frame, a, before, flow) if isinstance(m.world, World) else flow

    # -- joins --------------------------------------------------------------------------

    def builds_apart(self, before: World, after: World) -> bool:
        """Whether between two worlds of a path graphs were built, if any, that are new in it."""
        alike = before.eager_made == after.eager_made and before.lifted == after.lifted
        return alike and all(after.graphs.get(id) is held for id, held in before.graphs.items())

    def worlds_join(self, one: World, other: World) -> bool:
        """Whether two worlds differ in nothing that matters: no store, scope or counter."""
        return worlds_join(one, other)

    def merge_worlds(self, one: World, other: World) -> World:
        """The world of two joined paths."""
        return merge_worlds(one, other)


_ASKED_OTHERWISE = frozenset(
    f"{models.__name__}.{name}" for name in ("library", "check", "numpy.functions")
)


def _collect() -> tuple[dict[str, Model], dict[str, Value], dict[str, Model]]:
    """Every model module's MODELS and CONSTANTS, and BEFORE_ONE: what 0.12 does otherwise."""
    functions: dict[str, Model] = {}
    older: dict[str, Model] = {}
    constants: dict[str, Value] = {}
    for found in pkgutil.walk_packages(models.__path__, f"{models.__name__}."):
        if found.name in _ASKED_OTHERWISE:
            continue
        module = importlib.import_module(found.name)
        functions.update(getattr(module, "MODELS", {}))
        constants.update(getattr(module, "CONSTANTS", {}))
        older.update(getattr(module, "BEFORE_ONE", {}))
    functions.update(refusing_dtypes(functions))
    functions.update(refusing_none(functions))
    return functions, constants, older


def _alias(name: str) -> str:
    for prefix in (
        "tf.math.",
        "tf.random.",
        "tf.linalg.",
        "tf.dtypes.",
        "tf.manip.",
        "tf.array_ops.",
    ):
        if name.startswith(prefix):
            return "tf." + name[len(prefix) :]
    return name


def _is_initializer(name: str) -> bool:
    last = name.rsplit(".", 1)[-1]
    return last.endswith("_initializer") or name.startswith(
        (
            "tf.initializers.",
            "tf.keras.initializers.",
            "tf.convolutional_",
            "tf.contrib.framework.convolutional_",
        )
    )


def _own_name(m: Machine, name: str) -> Value:
    """What a function, class or module of outside calls itself.

    A module below ``tensorflow.python`` has four parts in its name, or the three of its package.
    """
    parts = name.split(".")
    if parts[0] in ("tf", "tensorflow") and parts[1:2] == ["python"] and len(parts) < 5:
        return ".".join(("tensorflow", *parts[1:]))
    if "." in name and m.library.is_module(name):
        return m.unknown("__name__", kind="str")  # a module that shows others' functions
    return "tensorflow" if name == "tf" else parts[-1]


def _harmless(name: str) -> bool:
    """Whether an external name is of a library that builds no graphs."""
    known = root(name) in HARMLESS or root(name) in stdlib.MODULES or root(name) == "numpy"
    return known or name.startswith(HARMLESS_PARTS)


def _makes_slots(name: str) -> bool:
    return name.endswith("Optimizer") and name.startswith(("tf.train.", "tf.contrib."))


__all__ = ["TensorFlowLibrary"]
