"""``tf.app.flags``, absl flags and ``tf.app.run``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from scopecheck.models.registry import Model
from scopecheck.symbolic.choices import settled, settled_slots
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.stdlib.arguments import constants_of, default_of, flag_value
from scopecheck.symbolic.values import Builtin, Foreign, Items, Namespace, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

PLACE: Any = ("flags",)
_ARITHMETIC = ("+", "-", "*", "/", "//", "%", "**")


OWN_PARSER: Any = ("flags of TensorFlow's own",)
"""A program that calls ``_parse_flags`` is for TensorFlow before 1.5, where absl has no part."""

_OF_IMPORTS = (
    "verbosity v logger_levels stderrthreshold showprefixforinfo logtostderr alsologtostderr "
    "log_dir run_with_pdb pdb_post_mortem pdb run_with_profiling profile_file "
    "use_cprofile_for_profiling only_check_args op_conversion_fallback_to_while_loop "
    "test_random_seed test_srcdir test_tmpdir test_randomize_ordering_seed xml_output_file"
).split()
"""The flags that importing TensorFlow defines, those of absl's modules among them."""


def _are_values(m: Machine) -> bool:
    """Whether ``FLAGS.__flags`` holds the values, as before absl, or flags."""
    return m.world.before_one or m.heap.get(OWN_PARSER) is True


def _flags(m: Machine) -> Any:
    from scopecheck.models.world import EMPTY

    held = m.heap.get(PLACE)
    return EMPTY if held is None else held


class Flag(Foreign):
    """``FLAGS['name']``: the flag itself.

    Source: absl/flags/_flag.py, ``Flag``.
    """

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Flag) and self.name == other.name

    def __hash__(self) -> int:
        return hash(("flag", self.name))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``name``, ``value``, ``default``."""
        if name == "name":
            return self.name
        held = _flags(m)
        if name in ("value", "default") and self.name in held:
            value = settled(m, held[self.name])
            return value if name == "value" else default_of(value)
        return NotImplemented

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """A flag is no number."""
        if op in _ARITHMETIC and not (op == "%" and reflected):
            raise m.fail("TypeError", f"unsupported operand type(s) for {op}: 'Flag'")
        return NotImplemented

    def truth(self, m: Machine) -> bool | None:
        """Refused: its value is meant."""
        words = "A Flag instance would always be True. Did you mean to test the `.value` attribute?"
        raise m.fail("TypeError", words)

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """``FLAGS['name'].value = value``."""
        if name == "value":
            FLAGS.set_attribute(m, self.name, value)


class Flags(Foreign):
    """``FLAGS``: a flag has its default where a value is needed and forks in branches."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Flags)

    def __hash__(self) -> int:
        return hash("FLAGS")

    def get_attribute(self, m: Machine, name: str) -> Value:
        """The flag's value."""
        held = _flags(m)
        if name in held:
            return settled(m, held[name])
        if name == "flag_values_dict":
            return Builtin(name, lambda m, a: m.new_dict(settled_slots(m, _flags(m))))
        if name == "get_key_flags_for_module":
            return Builtin(name, lambda m, a: m.new_list([Flag(one) for one in _flags(m)], True))
        if name == "_flags" or (name == "__flags" and not _are_values(m)):
            made = m.new_dict({one: Flag(one) for one in (*_OF_IMPORTS, *held)})
            return made if name == "__flags" else Builtin(name, lambda m, a: made)
        if name == "__flags":
            return m.new_dict(settled_slots(m, held))
        if name == "mark_as_parsed":
            return Builtin(name, _parsed)
        if name == "_parse_flags":
            m.write(OWN_PARSER, True)
        if name in ("_parse_flags", "append_flags_into_file"):
            return Builtin(name, lambda m, a: None)
        return Unknown(("flag", name), f"FLAGS.{name}", free=True)

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """``FLAGS.name = value``."""
        m.slotted.add(PLACE)
        m.write(PLACE, _flags(m).set(name, value))

    def item(self, m: Machine, index: Value) -> Value:
        """``FLAGS['name']``."""
        name = needed(m, index)
        return Flag(name) if isinstance(name, str) else m.unknown("a flag")

    def contains(self, m: Machine, item: Value) -> Value:
        """``'name' in FLAGS``: other modules have flags too."""
        return True if needed(m, item) in _flags(m) else NotImplemented

    def iterate(self, m: Machine) -> Items | None:
        """The names of the flags, those of other modules among them."""
        return Items(tuple(_flags(m)), True)

    def call(self, m: Machine, args: Any) -> Value:
        """``FLAGS(sys.argv)``."""
        return m.new_list((), True)


FLAGS = Flags()


def _parsed(m: Machine, a: Arguments) -> Value:
    """``FLAGS.mark_as_parsed()``: no command line is read, so every flag has its default."""
    kept = {name: default_of(value) for name, value in settled_slots(m, _flags(m)).items()}
    m.write(PLACE, _flags(m).update(kept))
    return None


def _define(kind: str) -> Model:
    def define(m: Machine, a: Arguments) -> Value:
        names = ("name", "default", "enum_values" if kind == "enum" else "help")
        given = dict(zip(names, a.args, strict=False))
        given.update(a.kwargs)
        name = needed(m, given.get("name", given.get("flag_name")))
        default = needed(m, given.get("default", given.get("default_value")))
        if not isinstance(name, str):
            return None
        if kind == "bool" and isinstance(default, (int, str)) and not isinstance(default, bool):
            default = str(default).lower() in ("true", "1", "t")
        if kind == "float" and isinstance(default, int) and not isinstance(default, bool):
            default = float(default)
        if kind in ("int", "float") and isinstance(default, str):
            default = (int if kind == "int" else float)(float(default))
        choices = constants_of(m, given.get("enum_values"))
        value = flag_value(m, name, default, "str" if kind == "enum" else kind, choices)
        if m.argv is not None and kind != "list":
            value = _given(m.argv, name, kind, default)
        m.write(PLACE, _flags(m).set(name, value))
        return m.unknown("a flag", not_none=True)

    return define


_FALSE = ("false", "f", "0", "no", "n")
_NUMBERS: dict[str, Callable[[str], int | float]] = {"int": int, "float": float}


def _given(argv: Sequence[str], name: str, kind: str, default: Value) -> Value:
    """The value of a flag on a command line: `--name=value`, `--name value`, `--noname`."""
    value = default
    for at, word in enumerate(argv):
        flag, equals, text = word.partition("=")
        flag = flag.lstrip("-") if word.startswith("-") else ""
        if kind == "bool" and flag in (name, f"no{name}"):
            value = flag == name and not (equals and text.lower() in _FALSE)
        elif flag == name:
            text = text if equals else "".join(argv[at + 1 : at + 2])
            value = _NUMBERS[kind](text) if kind in _NUMBERS else text
    return value


def _run(m: Machine, a: Arguments) -> Value:
    """``tf.app.run(main)``: calls main with the remaining arguments, then exits."""
    main = a.args[0] if a.args else a.kwargs.get("main")
    if main is None:
        main = settled(m, m.heap[m.frame.module.id].get("main"))
    if main is not None:
        m.call(main, (m.new_list(("program",), False),))
    raise m.fail("SystemExit", 0)


def _hparams(m: Machine, a: Arguments) -> Value:
    from scopecheck.models.world import EMPTY

    given = {key: one for key, one in a.kwargs.items() if key not in _ABOUT_HPARAMS}
    read = a.get(0, "hparam_def") is not None  # from a message, whose contents are not seen
    return Namespace(m.allocate(EMPTY.update(given)), a.open or read)


_ABOUT_HPARAMS = ("hparam_def", "model_structure")


MODELS: dict[str, Model] = {}
CONSTANTS: dict[str, Value] = {}
_KINDS = {
    "DEFINE_string": "str",
    "DEFINE_integer": "int",
    "DEFINE_float": "float",
    "DEFINE_bool": "bool",
    "DEFINE_boolean": "bool",
    "DEFINE_enum": "enum",
    "DEFINE_list": "list",
}
for _prefix in ("tf.app.flags", "tf.flags", "absl.flags"):
    for _name, _kind in _KINDS.items():
        MODELS[f"{_prefix}.{_name}"] = _define(_kind)
    CONSTANTS[f"{_prefix}.FLAGS"] = FLAGS
for _name in ("tf.app.run", "absl.app.run"):
    MODELS[_name] = _run
MODELS["tf.contrib.training.HParams"] = _hparams
