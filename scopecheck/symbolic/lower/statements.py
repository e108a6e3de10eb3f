"""Statements, lowered to closures that give every way they can end."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import access, operators, subscripts
from scopecheck.symbolic.code import Statement
from scopecheck.symbolic.decisions import assume
from scopecheck.symbolic.lower import later
from scopecheck.symbolic.lower.expressions import OPERATORS, lower
from scopecheck.symbolic.native import native_type
from scopecheck.symbolic.state import BREAK, CONTINUE, NORMAL, RETURN, Flow, State, then
from scopecheck.symbolic.values import (
    BuiltinType,
    ClassRef,
    Error,
    Instance,
    Raised,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.lower.function import Lowering
    from scopecheck.symbolic.machine import Machine


def lower_body(scope: Lowering, body: list[ast.stmt]) -> tuple[Statement, ...]:
    """The closures of a block."""
    return tuple(_statement(scope, node) for node in body if not isinstance(node, ast.Pass))


def _statement(scope: Lowering, node: ast.stmt) -> Statement:
    method = _LOWER.get(type(node))
    if method is None:
        return _unread(node)
    made: Statement = method(scope, node)
    return made


def _unread(node: ast.stmt) -> Statement:
    def unread(m: Machine, state: State) -> list[Flow]:
        def record(m: Machine) -> None:
            m.node = node
            m.undecided(type(node).__name__.lower(), "this statement is not modelled", 1)

        return m.run(state, record)

    return unread


def action(act: Callable[[Machine], Value]) -> Statement:
    """A statement that does one thing and goes on."""

    def statement(m: Machine, state: State) -> list[Flow]:
        return m.run(state, act)

    return statement


def _expression(scope: Lowering, node: ast.Expr) -> Statement:
    if isinstance(node.value, ast.Constant):
        return lambda m, state: [Flow(NORMAL, state)]
    value = lower(scope, node.value)
    return action(value)


def _assign(scope: Lowering, node: ast.Assign) -> Statement:
    value = lower(scope, node.value)
    targets = [scope.target(target) for target in node.targets]

    def assign(m: Machine) -> None:
        result = value(m)
        for target in targets:
            target(m, result)

    return action(assign)


def _annotated(scope: Lowering, node: ast.AnnAssign) -> Statement:
    if node.value is None:
        if scope.kind == "class" and isinstance(node.target, ast.Name):
            return action(_field(node.target.id))
        return lambda m, state: [Flow(NORMAL, state)]
    value = lower(scope, node.value)
    target = scope.target(node.target)
    note = (
        _field(node.target.id)
        if isinstance(node.target, ast.Name) and scope.kind == "class"
        else None
    )

    def assign(m: Machine) -> None:
        target(m, value(m))
        if note:
            note(m)

    return action(assign)


def _field(name: str) -> Callable[[Machine], None]:
    def note(m: Machine) -> None:
        id = m.frame.id
        fields = m.heap[id].get("__annotations__", ())
        if name not in fields:
            m.write(id, m.heap[id].set("__annotations__", (*fields, name)))

    return note


def _augmented(scope: Lowering, node: ast.AugAssign) -> Statement:
    operator = OPERATORS[type(node.op)]
    if operator == "/" and not scope.code.true_division:
        operator = "py2/"
    right = lower(scope, node.value)
    place = node.target
    if isinstance(place, ast.Name):
        load, store = scope.load(place.id, place), scope.store(place.id)

        def plain(m: Machine) -> None:
            one, other = load(m), right(m)
            m.node = node
            store(m, operators.augmented(m, operator, one, other))

        return action(plain)
    base = lower(scope, place.value)
    if isinstance(place, ast.Attribute):
        name = scope.mangle(place.attr)

        def attribute(m: Machine) -> None:
            receiver = base(m)
            m.node = node
            old = access.get_attribute(m, receiver, name)
            new = operators.augmented(m, operator, old, right(m))
            access.set_attribute(m, receiver, name, new)

        return action(attribute)
    index = lower(scope, place.slice)

    def item(m: Machine) -> None:
        receiver, at = base(m), index(m)
        m.node = node
        old = subscripts.get_item(m, receiver, at)
        subscripts.set_item(m, receiver, at, operators.augmented(m, operator, old, right(m)))

    return action(item)


def _if(scope: Lowering, node: ast.If) -> Statement:
    test = lower(scope, node.test)
    body = lower_body(scope, node.body)
    other = lower_body(scope, node.orelse)
    matters = later.matters(node)

    def branch(m: Machine, state: State) -> list[Flow]:
        flows = m.run(state, lambda m: m.truth(test(m)))
        if matters and m.loops:
            later.note(m, node.test, flows)
        return then(flows, lambda flow: m.block(body if flow.value else other, flow.state))

    return branch


def lower_return(scope: Lowering, node: ast.expr | None) -> Statement:
    """Returns a value."""
    value = lower(scope, node) if node is not None else None

    def give(m: Machine, state: State) -> list[Flow]:
        if value is None:
            return [Flow(RETURN, state, None)]
        return then(m.run(state, value), lambda flow: [Flow(RETURN, flow.state, flow.value)])

    return give


def _return(scope: Lowering, node: ast.Return) -> Statement:
    return lower_return(scope, node.value)


def _raise(scope: Lowering, node: ast.Raise) -> Statement:
    value = lower(scope, node.exc) if node.exc is not None else None
    origin = lower(scope, node.cause) if node.cause is not None else None

    def throw(m: Machine) -> None:
        if value is None:
            current = m.heap[m.frame.id].get("<exception>")
            raise Raised(current if current is not None else Error(BuiltinType(RuntimeError)))
        held = value(m)
        cause = origin(m) if origin is not None else None
        m.node = node
        error = as_error(m, held)
        if cause is not None:
            error = replace(error, cause=cause)
            if error.value is not None:
                access.set_attribute(m, error.value, "__cause__", cause)
        if error.site is None:
            error = replace(error, site=m.site(), path=m.path())
        raise Raised(error)

    return action(throw)


def as_error(m: Machine, held: Value) -> Error:
    """The exception that ``raise held`` raises."""
    if isinstance(held, Error):
        return held
    if isinstance(held, (ClassRef, BuiltinType)):
        held = m.call(held)
        if isinstance(held, Error):
            return held
    if held is NotImplemented or native_type(held) is not None:
        return Error(BuiltinType(TypeError), ("exceptions must derive from BaseException",))
    if isinstance(held, Instance):
        args = m.heap[held.id].get("args", ())
        return Error(held.cls, args if isinstance(args, tuple) else (), None, held)
    return Error(BuiltinType(Exception), (), None, held)


def _assert(scope: Lowering, node: ast.Assert) -> Statement:
    test = lower(scope, node.test)
    message = lower(scope, node.msg) if node.msg is not None else None

    def check(m: Machine) -> None:
        value = test(m)
        if isinstance(value, Unknown):
            assume(m, value)
            return
        if m.truth(value):
            return
        given = () if message is None else (message(m),)
        m.node = node
        kind = BuiltinType(AssertionError)
        raise Raised(Error(kind, given, site=m.site(), path=m.path()))

    return action(check)


def _delete(scope: Lowering, node: ast.Delete) -> Statement:
    acts: list[Any] = []
    for target in node.targets:
        if isinstance(target, ast.Name):
            acts.append(scope.delete(target.id))
        elif isinstance(target, ast.Subscript):
            base, index = lower(scope, target.value), lower(scope, target.slice)
            acts.append(lambda m, b=base, i=index: subscripts.delete_item(m, b(m), i(m)))
        elif isinstance(target, ast.Attribute):
            base = lower(scope, target.value)
            acts.append(lambda m, b=base, n=target.attr: access.delete_attribute(m, b(m), n))

    def delete(m: Machine) -> None:
        for act in acts:
            act(m)

    return action(delete)


def _nothing(scope: Lowering, node: ast.stmt) -> Statement:
    return lambda m, state: [Flow(NORMAL, state)]


def _break(scope: Lowering, node: ast.Break) -> Statement:
    return lambda m, state: [Flow(BREAK, state)]


def _continue(scope: Lowering, node: ast.Continue) -> Statement:
    return lambda m, state: [Flow(CONTINUE, state)]


def _function(scope: Lowering, node: ast.FunctionDef) -> Statement:
    maker = scope.function_maker(node, node.name)
    store = scope.store(node.name)
    decorators = [(one, lower(scope, one)) for one in node.decorator_list]

    def define(m: Machine) -> None:
        wrappers = [(place, one(m)) for place, one in decorators]
        value = maker(m)
        for place, wrapper in reversed(wrappers):
            m.node = place
            value = m.call(wrapper, (value,))
        store(m, value)

    return action(define)


def _import(scope: Lowering, node: ast.Import) -> Statement:
    names = [(alias.name, alias.asname) for alias in node.names]
    stores = [scope.store(alias.asname or alias.name.split(".")[0]) for alias in node.names]

    def bring(m: Machine) -> None:
        m.node = node
        for (name, asname), store in zip(names, stores, strict=True):
            module = m.importer.import_module(m, name)
            store(m, module if asname else m.importer.import_module(m, name.split(".")[0]))

    return action(bring)


def _import_from(scope: Lowering, node: ast.ImportFrom) -> Statement:
    names = [(alias.name, scope.store(alias.asname or alias.name)) for alias in node.names]
    star = any(alias.name == "*" for alias in node.names)

    def bring(m: Machine) -> None:
        m.node = node
        module = m.importer.import_module(m, node.module or "", node.level)
        if star:
            m.importer.import_star(m, module)
            return
        for name, store in names:
            store(m, m.importer.import_name(m, module, name))

    return action(bring)


def _try(scope: Lowering, node: Any) -> Statement:
    from scopecheck.symbolic.lower.handlers import lower_try

    return lower_try(scope, node)


def _with(scope: Lowering, node: Any) -> Statement:
    from scopecheck.symbolic.lower.contexts import lower_with

    return lower_with(scope, node)


def _for(scope: Lowering, node: Any) -> Statement:
    from scopecheck.symbolic.lower.loops import lower_for

    return lower_for(scope, node)


def _while(scope: Lowering, node: ast.While) -> Statement:
    from scopecheck.symbolic.lower.loops import lower_while

    return lower_while(scope, node)


def _match(scope: Lowering, node: Any) -> Statement:
    from scopecheck.symbolic.lower.patterns import lower_match

    return lower_match(scope, node)


def _class(scope: Lowering, node: ast.ClassDef) -> Statement:
    from scopecheck.symbolic.lower.classes import lower_class

    return lower_class(scope, node)


_LOWER: dict[type, Any] = {
    ast.Expr: _expression,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.If: _if,
    ast.Return: _return,
    ast.Raise: _raise,
    ast.Assert: _assert,
    ast.Delete: _delete,
    ast.Global: _nothing,
    ast.Nonlocal: _nothing,
    ast.Pass: _nothing,
    ast.Break: _break,
    ast.Continue: _continue,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Try: _try,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.While: _while,
    ast.Match: _match,
}
if hasattr(ast, "TryStar"):
    _LOWER[ast.TryStar] = _try
