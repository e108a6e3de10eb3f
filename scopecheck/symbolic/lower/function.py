"""Functions, and how the names in them are found."""

from __future__ import annotations

import ast
import builtins as python
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.builtins import find_builtin
from scopecheck.symbolic.choices import Choice, settled
from scopecheck.symbolic.code import Code, Expression, Parameters
from scopecheck.symbolic.lower import names
from scopecheck.symbolic.lower.undefined import is_brought, is_nowhere
from scopecheck.symbolic.values import MISSING, ClassRef, Frame, Function, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

Store = Callable[["Machine", Value], None]


class Lowering:
    """Lowers one function, class body or module; knows where its names live."""

    def __init__(
        self, code: Code, kind: str, outer: frozenset[str], parent: Lowering | None
    ) -> None:
        self.code = code
        self.kind = kind
        self.outer = outer
        self.parent = parent
        self.bound: frozenset[str] = frozenset()
        """The names that are this function's own: one that isn't bound yet is an error."""

    def inner(self, code: Code, kind: str, outer: frozenset[str] = frozenset()) -> Lowering:
        """A lowering for something defined in this one."""
        return Lowering(code, kind, outer, self)

    def mangle(self, name: str) -> str:
        """Private names keep their spelling: two classes' clash is rarer than a look-up by hand."""
        return name

    # -- names --------------------------------------------------------------------------

    def load(self, name: str, node: ast.AST) -> Expression:
        """Reads a name: local, enclosing, global, builtin."""
        local = name in self.code.local_names and self.kind != "module"
        is_module = self.kind == "module"
        own = name in self.bound
        gone = f"<no {name}>"
        brought = is_brought(name)

        def read(m: Machine) -> Value:
            frame = m.frame
            if local:
                value = m.heap[frame.id].get(name, MISSING)
                if value is not MISSING:
                    return settled(m, value) if type(value) is Choice else value
                if own:
                    m.node = node
                    raise m.fail("UnboundLocalError", _unbound(m, name))
            outer = None if is_module else frame.parent
            while outer is not None:
                if name in outer.code.local_names:
                    value = m.heap[outer.id].get(name, MISSING)
                    if value is not MISSING:
                        return settled(m, value)
                outer = outer.parent
            value = m.heap[frame.module.id].get(name, MISSING)
            if value is not MISSING:
                return settled(m, value) if type(value) is Choice else value
            if gone in m.heap[frame.module.id] or (not brought and is_nowhere(m, name)):
                m.node = node
                raise m.fail("NameError", f"name '{name}' is not defined")
            return find_builtin(m, name)

        return read

    def store(self, name: str) -> Store:
        """Binds a name."""
        if name in self.outer:

            def store_global(m: Machine, value: Value) -> None:
                id = m.frame.module.id
                m.write(id, m.heap[id].set(name, value))

            return store_global
        if name in self.code.local_names or self.kind == "module":

            def store_local(m: Machine, value: Value) -> None:
                id = m.frame.id
                m.write(id, m.heap[id].set(name, value))

            return store_local

        def store_enclosing(m: Machine, value: Value) -> None:
            frame: Frame | None = m.frame.parent
            while frame is not None and name not in frame.code.local_names:
                frame = frame.parent
            id = frame.id if frame is not None else m.frame.id
            m.write(id, m.heap[id].set(name, value))

        return store_enclosing

    def delete(self, name: str) -> Callable[[Machine], None]:
        """Unbinds a name."""
        to_global = name in self.outer or self.kind == "module"
        gone = f"<no {name}>"

        def delete(m: Machine) -> None:
            id = m.frame.module.id if to_global else m.frame.id
            if name in m.heap[id]:
                left = m.heap[id].delete(name)
                lost = to_global and not is_builtin_name(name)
                m.write(id, left.set(gone, True) if lost else left)

        return delete

    def guard(self, bound: Iterable[str]) -> tuple[Any, Any]:
        """Keeps and restores names around a comprehension, whose targets are its own."""
        held = tuple(bound)

        def keep(m: Machine) -> Value:
            contents = m.heap[m.frame.id]
            return tuple((name, contents.get(name, MISSING)) for name in held)

        def restore(m: Machine, kept: Value) -> None:
            contents = m.heap[m.frame.id]
            for name, value in kept:
                if value is not MISSING:
                    contents = contents.set(name, value)
                elif name in contents:
                    contents = contents.delete(name)
            m.write(m.frame.id, contents)

        return keep, restore

    def target(self, node: ast.expr) -> Store:
        """Assigns to a target: a name, an attribute, an item or a nest of them."""
        from scopecheck.symbolic.lower.targets import lower_target

        return lower_target(self, node)

    # -- functions ----------------------------------------------------------------------

    def function_maker(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, name: str
    ) -> Expression:
        """The closure that makes a function value where its definition is run."""
        from scopecheck.symbolic.lower.expressions import lower
        from scopecheck.symbolic.lower.statements import lower_body, lower_return

        lambda_ = isinstance(node, ast.Lambda)
        body: Any = [node.body] if isinstance(node, ast.Lambda) else node.body
        found = names.bindings(body, node.args)
        qualname = name if self.kind == "module" else f"{self.code.qualname}.{name}"
        code = Code(
            name=name,
            qualname=qualname,
            file=self.code.file,
            cell=self.code.cell,
            node=node,
            parameters=_parameters(node.args),
            local_names=frozenset(found.local),
            generator=found.generator,
            endless=found.endless,
            captures=found.captures,
            python2=self.code.python2,
            true_division=self.code.true_division,
            shipped=self.code.shipped,
        )
        defaults = [lower(self, default) for default in node.args.defaults]
        kw_defaults = [
            (argument.arg, lower(self, default))
            for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
            if default is not None
        ]
        done = False

        def make(m: Machine) -> Value:
            nonlocal done
            if not done:
                done = True
                inner = self.inner(code, "function", frozenset(found.outer))
                if not code.python2 and not lambda_:
                    inner.bound = frozenset(found.local - found.inner)
                code.body = (lower_return(inner, body[0]),) if lambda_ else lower_body(inner, body)
            frame = m.frame
            parent = frame.parent if self.kind == "class" else frame
            return Function(
                code,
                frame.module,
                None if self.kind == "module" else parent,
                tuple([default(m) for default in defaults]),
                {name: default(m) for name, default in kw_defaults},
                _owner(frame) if self.kind == "class" else None,
            )

        return make


def _owner(frame: Frame) -> ClassRef | None:
    return frame.function if isinstance(frame.function, ClassRef) else None


def _parameters(arguments: ast.arguments) -> Parameters:
    return Parameters(
        tuple(a.arg for a in (*arguments.posonlyargs, *arguments.args)),
        arguments.vararg.arg if arguments.vararg else None,
        tuple(a.arg for a in arguments.kwonlyargs),
        arguments.kwarg.arg if arguments.kwarg else None,
    )


def _unbound(m: Machine, name: str) -> str:
    if m.library.python(m) < (3, 11):
        return f"local variable '{name}' referenced before assignment"
    return f"cannot access local variable '{name}' where it is not associated with a value"


def is_builtin_name(name: str) -> bool:
    """Whether Python itself defines a name."""
    return hasattr(python, name)
