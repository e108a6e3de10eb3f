"""Calls: binding arguments, running functions, making instances."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scopecheck.symbolic.generators import GeneratorContext, new_generator
from scopecheck.symbolic.machine import EMPTY
from scopecheck.symbolic.mismatch import mismatch
from scopecheck.symbolic.state import NORMAL, RAISE, RETURN, TOO_MANY, Flow, State, touches_of
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    ContextFunction,
    Descriptor,
    Error,
    Extern,
    Foreign,
    Frame,
    Function,
    Instance,
    Items,
    Method,
    Partial,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

RECURSION = 12
"""How deep a function may call itself."""
RECURSIVE_CALLS = 150
"""How often it may call itself below one call from outside, after what is not known."""


@dataclass(slots=True)
class Arguments:
    """The arguments of a call; open where ``*`` or ``**`` of something unknown was given.

    open_rest: what ``*args`` and ``**kwargs`` of the function take up is unknown.
    """

    args: tuple[Value, ...] = ()
    kwargs: dict[str, Value] = field(default_factory=dict)
    open_args: bool = False
    open_kwargs: bool = False
    open_rest: bool = False

    @property
    def open(self) -> bool:
        """Whether there may be arguments that are not seen."""
        return self.open_args or self.open_kwargs

    def every(self) -> tuple[Value, ...]:
        """All given values."""
        return (*self.args, *self.kwargs.values())

    def get(self, at: int, name: str) -> Value:
        """An argument by its place or its name; None where it is not given."""
        return self.args[at] if len(self.args) > at else self.kwargs.get(name)

    def prepend(self, *first: Value) -> Arguments:
        """The same with arguments before the others."""
        return Arguments(
            (*first, *self.args), self.kwargs, self.open_args, self.open_kwargs, self.open_rest
        )

    def behind_first(self) -> Arguments:
        """The same without the first by its place."""
        return Arguments(
            self.args[1:], self.kwargs, self.open_args, self.open_kwargs, self.open_rest
        )


def call_value(m: Machine, function: Value, arguments: Arguments) -> Value:
    """Calls a value with arguments on the current path."""
    while True:
        kind = type(function)
        if kind is Function:
            return call_function(m, function, arguments)
        if kind is Method:
            arguments = arguments.prepend(function.receiver)
            function = function.function
        elif kind is Partial:
            arguments = Arguments(
                (*function.args, *arguments.args),
                {**dict(function.kwargs), **arguments.kwargs},
                arguments.open_args,
                arguments.open_kwargs,
            )
            function = function.function
        elif kind is Builtin:
            try:
                return function.run(m, arguments)
            except IndexError as error:
                from scopecheck.symbolic.builtins.arity import without

                return without(m, arguments, error)
        elif kind is BuiltinType:
            from scopecheck.symbolic.builtins.types import construct

            return construct(m, function.type, arguments)
        elif kind is ClassRef:
            from scopecheck.symbolic.enums import by_value, members_of
            from scopecheck.symbolic.metaclasses import asked

            own = None if function.meta is None else asked(m, function, "__call__")
            members = members_of(m, function) if len(arguments.args) == 1 else None
            if members is not None:
                return by_value(m, function, members, arguments.args[0])
            if own is None:
                return instantiate(m, function, arguments)
            function = own
        elif kind is Extern:
            return m.library.call(m, function.name, arguments)
        elif kind is ContextFunction:
            if type(function.function) is Function:
                return GeneratorContext(function.function, arguments)
            if type(function.function) is Method and type(function.function.function) is Function:
                bound = arguments.prepend(function.function.receiver)
                return GeneratorContext(function.function.function, bound)
            return m.library.unresolved(m, "a context manager", arguments)
        elif kind is Descriptor and function.kind == "staticmethod":
            function = function.function
        elif kind is Instance:
            from scopecheck.symbolic.inheritance import find_attribute

            method = find_attribute(m, function, "__call__")
            if method is None:
                if function.cls.foreign_base:
                    return m.library.instance_call(m, function, "__call__", arguments)
                return m.library.unresolved(m, f"an object of class {function.cls.name}", arguments)
            function = method
        elif isinstance(function, Foreign):
            result = function.call(m, arguments)
            if result is NotImplemented:
                return m.library.unresolved(m, type(function).__name__, arguments)
            return result
        elif kind is Unknown:
            from scopecheck.symbolic.decisions import known_value

            known = known_value(m, function)
            if isinstance(known, Unknown):
                return m.library.unknown_call(m, function, arguments)
            function = known
        else:
            from scopecheck.symbolic.native import native_type

            native = type(function) if function is NotImplemented else native_type(function)
            if native is not None:
                raise m.fail("TypeError", f"'{native.__name__}' object is not callable")
            return m.library.unresolved(m, str(function), arguments)


def call_function(m: Machine, function: Function, arguments: Arguments) -> Value:
    """Calls a function of the program: its outcomes are grouped and joined."""
    if function.code.generator:
        return new_generator(m, bind_frame(m, function, arguments))
    return m.choose(lambda: outcomes(m, function, arguments))


def outcomes(m: Machine, function: Function, arguments: Arguments) -> list[Flow]:
    """Every way a call can end: RETURN with a value, or RAISE."""
    code = function.code
    m.step()
    if too_deep(m, code):
        if m.library.only_data(m, function):
            return [Flow(NORMAL, m.save(), m.unknown(code.name, tame=True))]
        m.undecided(code.qualname, "the recursion is too deep to follow", 1)
        return [Flow(NORMAL, m.save(), m.unknown(code.name, told=True))]
    m.reached[code] = None
    if function.module.id not in m.heap:
        m.importer.bring(m, function.module)
    frame = bind_frame(m, function, arguments)
    before = m.trace
    flows = m.run_body(frame, code.body, m.save())
    out: list[Flow] = []
    for flow in flows:
        if flow.kind == RAISE:
            out.append(flow)
        else:
            out.append(Flow(NORMAL, flow.state, flow.value if flow.kind == RETURN else None))
    if not code.captures:
        out = [Flow(flow.kind, _drop(flow.state, frame.id), flow.value) for flow in out]
    if len(out) > 1:
        from scopecheck.symbolic.joins import join_flows

        out = join_flows(m, out)
        out = _fewest(m, out)
    touched = touches_of(before)
    return [
        m.library.called(m, frame, arguments, before, flow)
        if touches_of(flow.state.trace) > touched
        else flow
        for flow in out
    ]


def _fewest(m: Machine, flows: list[Flow]) -> list[Flow]:
    """As many outcomes as are followed; TensorFlow's errors are told, and end there mostly.

    Python's errors take what place the other outcomes leave: there may be one for each pass of a
    loop, and what goes on matters more.
    """
    kept: list[Flow] = []
    alive = min(sum(flow.kind != RAISE for flow in flows), m.budget.paths)
    going, failing = alive, m.budget.paths - alive
    for flow in flows:
        if flow.kind != RAISE:
            if going > 0:
                kept.append(flow)
            going -= 1
        elif getattr(flow.value, "event", None) is not None:
            kept.append(flow)
        else:
            if failing > 0:
                kept.append(flow)
            failing -= 1
    if going < 0 or (failing < 0 and m.tries):
        m.give_up(TOO_MANY)
    elif failing < 0:
        m.budget.exhausted = TOO_MANY  # what an error ended has nothing left to be followed
    return kept


def _drop(state: State, id: int) -> State:
    return State(
        state.heap.delete(id),
        state.world,
        state.decisions,
        state.trace,
        state.taint,
        state.writes,
    )


def too_deep(m: Machine, code: object) -> bool:
    """Whether a call would go deeper than the analysis follows.

    A recursion on something unknown is also ended where it has branched often.
    """
    if m.depth >= m.budget.depth:
        return True
    if code not in m.active:
        m.recursions[code] = (0, m.decisions)
        return False
    calls, decisions = m.recursions.get(code, (0, m.decisions))
    m.recursions[code] = (calls + (m.decisions is not decisions), decisions)
    return calls > RECURSIVE_CALLS or m.active.count(code) >= RECURSION


def bind_frame(m: Machine, function: Function, arguments: Arguments) -> Frame:
    """A frame for a call, its parameters bound; TypeError where they don't fit."""
    code = function.code
    bound = bind(m, function, arguments)
    id = m.allocate(EMPTY.update(bound))
    m.slotted.add(id)
    frame = Frame(id, code, function.module, function.parent, m.path(), function)
    frame.args = arguments.args
    if code.shipped:
        frame.caller = m.frame.caller if m.frame.code.shipped else m.frame
    return frame


def bind(m: Machine, function: Function, arguments: Arguments) -> dict[str, Value]:
    """Parameter names to values."""
    parameters = function.code.parameters
    names = parameters.positional
    args, kwargs = arguments.args, dict(arguments.kwargs)
    bound: dict[str, Value] = dict(zip(names, args, strict=False))
    extra = args[len(names) :]
    if extra and parameters.vararg is None:
        raise _wrong(m, function, arguments, "too many positional arguments")
    if parameters.vararg is not None:
        unseen = arguments.open_args or arguments.open_rest
        bound[parameters.vararg] = (
            m.unknown(parameters.vararg)
            if unseen and not extra
            else m.new_tuple(Items(extra, unseen))
        )
    rest = names[len(args) :]
    first_default = len(names) - len(function.defaults)
    for offset, name in enumerate(rest, len(args)):
        if name in kwargs:
            bound[name] = kwargs.pop(name)
        elif arguments.open:
            bound[name] = m.unknown(name)
        elif offset >= first_default:
            bound[name] = function.defaults[offset - first_default]
        else:
            raise _wrong(
                m, function, arguments, f"missing 1 required positional argument: '{name}'"
            )
    for name in parameters.keyword_only:
        if name in kwargs:
            bound[name] = kwargs.pop(name)
        elif name in function.kw_defaults:
            bound[name] = function.kw_defaults[name]
        elif arguments.open_kwargs:
            bound[name] = m.unknown(name)
        else:
            raise _wrong(
                m, function, arguments, f"missing 1 required keyword-only argument: '{name}'"
            )
    for name in kwargs:
        if name in bound and name not in _positional_only(function):
            raise _wrong(m, function, arguments, f"got multiple values for argument '{name}'")
    if parameters.kwarg is not None:
        unseen = arguments.open_kwargs or arguments.open_rest
        bound[parameters.kwarg] = m.new_dict(dict(kwargs), unseen)
    elif kwargs:
        name = next(iter(kwargs))
        raise _wrong(m, function, arguments, f"got an unexpected keyword argument '{name}'")
    return bound


def _positional_only(function: Function) -> list[str]:
    """Parameters that no keyword names, so that ``**kwargs`` may have theirs."""
    given = getattr(function.code.node, "args", None)
    return [one.arg for one in given.posonlyargs] if given is not None else []


def _wrong(m: Machine, function: Function, arguments: Arguments, message: str) -> Exception:
    parameters = function.code.parameters
    wrong = mismatch(
        parameters.positional,
        len(function.defaults),
        arguments,
        parameters.keyword_only,
        parameters.vararg is not None,
        parameters.kwarg is not None,
        [name for name in parameters.keyword_only if name not in function.kw_defaults],
    )
    told = message if wrong is None or _positional_only(function) else wrong
    return m.fail("TypeError", f"{function.code.name}() {told}")


def instantiate(m: Machine, cls: ClassRef, arguments: Arguments) -> Value:
    """Makes an object: attributes on the heap, then the constructor."""
    from scopecheck.symbolic.builtins.dataclass import dataclass_init
    from scopecheck.symbolic.inheritance import class_attribute, is_exception
    from scopecheck.symbolic.subclassed import contents_of, fill, give_contents

    init = class_attribute(m, cls, "__init__")
    if is_exception(cls):
        instance = Instance(m.allocate(EMPTY.set("args", arguments.args)), cls)
        if init is not None:
            call_value(m, Method(init, instance), arguments)
        given = m.heap[instance.id].get("args")
        args = given if isinstance(given, tuple) else arguments.args
        return Error(cls, args, None, instance)
    maker = class_attribute(m, cls, "__new__")
    if maker is not None:
        maker = maker.function if isinstance(maker, Descriptor) else maker
        made = call_value(m, maker, arguments.prepend(cls))
        if not (isinstance(made, Instance) and cls in made.cls.mro):
            return made
        instance = made
    else:
        instance = Instance(m.allocate(EMPTY), cls)
        m.slotted.add(instance.id)
        give_contents(m, instance, arguments)
    contents = contents_of(m, instance)
    if init is not None:
        call_value(m, Method(init, instance), arguments)
    elif contents is not None:
        fill(m, instance, contents, arguments)
    elif not dataclass_init(m, cls, instance, arguments) and cls.foreign_base:
        m.library.instance_call(m, instance, "__init__", arguments)
    return instance
