"""Expressions, lowered to closures that give a value on the current path."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import access, comparisons, operators, subscripts, tables, text
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.code import Expression
from scopecheck.symbolic.conditions import rests_on_opaque
from scopecheck.symbolic.decisions import is_undecided
from scopecheck.symbolic.generators import LIMIT, Ended, Iterator, advance, bound_of
from scopecheck.symbolic.iteration import LONGEST_LOOP, consume, iterator_of
from scopecheck.symbolic.lower.names import excluding
from scopecheck.symbolic.values import MISSING, Builtin, BuiltinType, Items, Text, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.lower.function import Lowering
    from scopecheck.symbolic.machine import Machine

OPERATORS = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.LShift: "<<",
    ast.RShift: ">>",
}
COMPARISONS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}


def lower(scope: Lowering, node: ast.expr) -> Expression:
    """The closure for an expression."""
    method = _LOWER.get(type(node))
    if method is None:
        return _opaque(node)
    made: Expression = method(scope, node)
    return made


def _opaque(node: ast.expr) -> Expression:
    def opaque(m: Machine) -> Value:
        m.node = node
        return m.unknown()

    return opaque


def _constant(scope: Lowering, node: ast.Constant) -> Expression:
    value = node.value
    return lambda m: value


def _name(scope: Lowering, node: ast.Name) -> Expression:
    return scope.load(node.id, node)


def _attribute(scope: Lowering, node: ast.Attribute) -> Expression:
    base = lower(scope, node.value)
    name = scope.mangle(node.attr)

    def attribute(m: Machine) -> Value:
        value = base(m)
        m.node = node
        return access.get_attribute(m, value, name)

    return attribute


def _subscript(scope: Lowering, node: ast.Subscript) -> Expression:
    base = lower(scope, node.value)
    index = lower(scope, node.slice)

    def subscript(m: Machine) -> Value:
        value = base(m)
        at = index(m)
        m.node = node
        return subscripts.get_item(m, value, at)

    return subscript


def _slice(scope: Lowering, node: ast.Slice) -> Expression:
    parts = [lower(scope, part) if part else None for part in (node.lower, node.upper, node.step)]

    def make(m: Machine) -> Value:
        return subscripts.Slice(*(part(m) if part else None for part in parts))

    return make


def _call(scope: Lowering, node: ast.Call) -> Expression:
    function = lower(scope, node.func)
    plain = not any(isinstance(a, ast.Starred) for a in node.args)
    args = [lower(scope, a.value if isinstance(a, ast.Starred) else a) for a in node.args]
    starred = [isinstance(a, ast.Starred) for a in node.args]
    keywords = [(k.arg, lower(scope, k.value)) for k in node.keywords]
    named = all(name is not None for name, _ in keywords)
    if len(args) == 1 and not keywords and isinstance(node.args[0], ast.GeneratorExp):
        return _call_on_generator(scope, node, function, args[0])

    def call(m: Machine) -> Value:
        m.step()
        callee = function(m)
        if plain and named:
            given = tuple([one(m) for one in args])
            arguments = Arguments(given, {str(name): value(m) for name, value in keywords})
        else:
            arguments = _gather(m, args, starred, keywords)
        m.node = node
        return call_value(m, callee, arguments)

    return call


def _call_on_generator(
    scope: Lowering, node: ast.Call, function: Expression, generator: Expression
) -> Expression:
    """``all(… for …)``: nobody goes on with what a builtin function leaves of its generator.

    What asks for every item is given a list of them: generators cost much more to follow.
    """
    given_to: Any = node.args[0]
    whole = ast.copy_location(ast.ListComp(given_to.elt, given_to.generators), given_to)
    every = None if scope.kind == "class" else _comprehension(scope, whole)

    def call(m: Machine) -> Value:
        m.step()
        callee = function(m)
        exhausts = every is not None and _exhausts(callee)
        given = every(m) if exhausts and every is not None else generator(m)
        m.node = node
        result = call_value(m, callee, Arguments((given,)))
        if isinstance(given, Iterator) and isinstance(callee, Builtin) and callee.name in _EAGER:
            m.write(given.id, Ended())
        return result

    return call


_EAGER = frozenset(("all", "any", "max", "min", "next", "sum"))
_EXHAUSTING = frozenset(("max", "min", "sum", "sorted"))
_COLLECTIONS = frozenset((dict, frozenset, list, set, tuple))


def _exhausts(callee: Value) -> bool:
    """Whether a builtin function asks an iterator for all its items, whatever they are."""
    if isinstance(callee, BuiltinType):
        return callee.type in _COLLECTIONS
    if not isinstance(callee, Builtin):
        return False
    if isinstance(callee.receiver, (str, Text)):
        return callee.name == "join"
    return callee.receiver is None and callee.name in _EXHAUSTING


def _gather(
    m: Machine, args: list[Expression], starred: list[bool], keywords: list[tuple[Any, Expression]]
) -> Arguments:
    positional: list[Value] = []
    open_star = open_keys = False
    for one, star in zip(args, starred, strict=True):
        value = one(m)
        if not star:
            positional.append(value)
            continue
        items = consume(m, value)
        if items is None:
            open_star = True
        else:
            positional.extend(items.items)
            open_star = open_star or items.open
    named: dict[str, Value] = {}
    for name, one in keywords:
        value = one(m)
        if name is not None:
            named[name] = value
            continue
        table = tables.table_of(m, value)
        if table is None:
            open_keys = True
            continue
        open_keys = open_keys or table.open
        named.update({key: held for key, held in table.items.items() if isinstance(key, str)})
    return Arguments(tuple(positional), named, open_star, open_keys)


def _binary(scope: Lowering, node: ast.BinOp) -> Expression:
    left, right = lower(scope, node.left), lower(scope, node.right)
    operator = OPERATORS[type(node.op)]
    if operator == "/" and not scope.code.true_division:
        operator = "py2/"

    def binary(m: Machine) -> Value:
        one, other = left(m), right(m)
        m.node = node
        return operators.binary(m, operator, one, other)

    return binary


def _unary(scope: Lowering, node: ast.UnaryOp) -> Expression:
    operand = lower(scope, node.operand)
    if isinstance(node.op, ast.Not):
        return lambda m: comparisons.negate(m, operand(m))
    sign = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~"}[type(node.op)]

    def unary(m: Machine) -> Value:
        value = operand(m)
        m.node = node
        return operators.unary(m, sign, value)

    return unary


def _boolean(scope: Lowering, node: ast.BoolOp) -> Expression:
    parts = [lower(scope, part) for part in node.values]
    stop = isinstance(node.op, ast.Or)

    def boolean(m: Machine) -> Value:
        for part in parts[:-1]:
            value = part(m)
            if m.truth(value) is stop:
                return value
        return parts[-1](m)

    return boolean


def _compare(scope: Lowering, node: ast.Compare) -> Expression:
    first = lower(scope, node.left)
    rest = [
        (COMPARISONS[type(operator)], lower(scope, operand))
        for operator, operand in zip(node.ops, node.comparators, strict=True)
    ]

    def compare(m: Machine) -> Value:
        left = first(m)
        result: Value = True
        for operator, operand in rest:
            right = operand(m)
            m.node = node
            result = comparisons.compare(m, operator, left, right)
            if len(rest) > 1 and not m.truth(result):
                return False
            left = right
        return result

    return compare


def _conditional(scope: Lowering, node: ast.IfExp) -> Expression:
    test, body, other = (lower(scope, part) for part in (node.test, node.body, node.orelse))
    return lambda m: body(m) if m.truth(test(m)) else other(m)


def _tuple(scope: Lowering, node: ast.Tuple) -> Expression:
    gather = _elements(scope, node.elts)

    def make(m: Machine) -> Value:
        return m.new_tuple(gather(m))

    return make


def _elements(scope: Lowering, nodes: list[ast.expr]) -> Any:
    parts = [
        (
            isinstance(one, ast.Starred),
            lower(scope, one.value if isinstance(one, ast.Starred) else one),
        )
        for one in nodes
    ]

    def gather(m: Machine) -> Items:
        items: list[Value] = []
        open = False
        for star, part in parts:
            value = part(m)
            if not star:
                items.append(value)
                continue
            held = consume(m, value)
            items.extend(held.items if held else ())
            open = open or held is None or held.open
        return Items(tuple(items), open)

    return gather


def _list(scope: Lowering, node: ast.List) -> Expression:
    gather = _elements(scope, node.elts)

    def make(m: Machine) -> Value:
        held = gather(m)
        return m.new_list(held.items, held.open)

    return make


def _set(scope: Lowering, node: ast.Set) -> Expression:
    gather = _elements(scope, node.elts)

    def make(m: Machine) -> Value:
        held = gather(m)
        return tables.new_set(m, held)

    return make


def _dict(scope: Lowering, node: ast.Dict) -> Expression:
    pairs = [
        (lower(scope, key) if key is not None else None, lower(scope, value))
        for key, value in zip(node.keys, node.values, strict=True)
    ]

    def make(m: Machine) -> Value:
        items: dict[Value, Value] = {}
        open = False
        for key, value in pairs:
            if key is None:
                table = tables.table_of(m, value(m))
                items.update(table.items if table else {})
                open = open or table is None or table.open
            else:
                items[tables.hashable(key(m))] = value(m)
        return m.new_dict(items, open)

    return make


def _joined(scope: Lowering, node: ast.JoinedStr) -> Expression:
    parts: list[Any] = []
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            form = lower(scope, part.format_spec) if part.format_spec else None
            parts.append((lower(scope, part.value), part.conversion, form))
        else:
            parts.append(lower(scope, part))

    def joined(m: Machine) -> Value:
        made: list[Value] = []
        for part in parts:
            if isinstance(part, tuple):
                value, conversion, form = part
                made.append(text.formatted(m, value(m), form(m) if form else "", conversion))
            else:
                made.append(part(m))
        return text.concatenate(made)

    return joined


def _lambda(scope: Lowering, node: ast.Lambda) -> Expression:
    return scope.function_maker(node, "<lambda>")


def _walrus(scope: Lowering, node: ast.NamedExpr) -> Expression:
    value = lower(scope, node.value)
    store = scope.store(node.target.id)

    def assign(m: Machine) -> Value:
        result = value(m)
        store(m, result)
        return result

    return assign


def _yield(scope: Lowering, node: ast.Yield) -> Expression:
    value = lower(scope, node.value) if node.value else None

    def give(m: Machine) -> Value:
        held = value(m) if value else None
        m.node = node
        frame = m.frame
        return frame.yields(m, held) if frame.yields else m.suspend(held)

    return give


def _suspend(m: Machine, value: Value) -> Value:
    return m.suspend(value)


def _yield_from(scope: Lowering, node: ast.YieldFrom) -> Expression:
    value = lower(scope, node.value)

    def give(m: Machine) -> Value:
        source = iterator_of(m, value(m))
        give = m.frame.yields or _suspend
        if source is None:
            return give(m, m.unknown())
        sent: Value = None
        for _ in range(bound_of(m, source, LIMIT)):
            m.node = node
            item = advance(m, source, sent)
            if item is MISSING:
                break
            sent = give(m, item)
        return getattr(m.heap[source.id], "value", None)

    return give


def _await(scope: Lowering, node: ast.Await) -> Expression:
    return lower(scope, node.value)


def _generator(scope: Lowering, node: ast.GeneratorExp) -> Expression:
    from scopecheck.symbolic.lower.genexp import lower_generator

    return lower_generator(scope, node)


def _closing_comprehension(scope: Lowering, node: Any) -> Expression:
    """A list of functions made in a comprehension: they share the comprehension's own names."""
    whole = ast.GeneratorExp(node.elt, node.generators)
    generator = _generator(scope, ast.copy_location(whole, node))
    is_set = isinstance(node, ast.SetComp)

    def run(m: Machine) -> Value:
        held = consume(m, generator(m)) or Items((), True)
        return tables.new_set(m, held) if is_set else m.new_list(held.items, held.open)

    return run


def _comprehension(scope: Lowering, node: Any) -> Expression:
    if not isinstance(node, ast.DictComp) and not scope.code.python2:
        if any(isinstance(one, (ast.Lambda, ast.GeneratorExp)) for one in ast.walk(node.elt)):
            return _closing_comprehension(scope, node)
    single = not isinstance(node, ast.DictComp)
    element = lower(scope, node.elt if single else node.key)
    value = None if single else lower(scope, node.value)
    clauses = [
        (
            lower(scope, clause.iter),
            scope.target(clause.target),
            [lower(scope, test) for test in clause.ifs],
            excluding(clause.ifs),
        )
        for clause in node.generators
    ]
    kind = type(node)
    names = {
        name.id
        for clause in node.generators
        for name in ast.walk(clause.target)
        if isinstance(name, ast.Name)
    }
    keep, restore = scope.guard(names)

    def run(m: Machine) -> Value:
        made: list[Any] = []
        kept = keep(m)
        complete = _walk(m, clauses, 0, element, value, made)
        restore(m, kept)
        if kind is ast.DictComp:
            return m.new_dict({tables.hashable(k): v for k, v in made}, not complete)
        if kind is ast.SetComp:
            return tables.new_set(m, Items(tuple(made), not complete))
        return m.new_list(made, not complete)

    return run


def _walk(
    m: Machine, clauses: list[Any], depth: int, element: Expression, value: Any, made: list[Any]
) -> bool | None:
    """Adds the elements; whether these are all, None if nobody can tell which is the next."""
    if depth == len(clauses):
        made.append(element(m) if value is None else (element(m), value(m)))
        return True
    source, assign, tests, words = clauses[depth]
    held = consume(m, source(m))
    items = (m.unknown(), m.unknown()) if held is None else held.items
    complete = held is not None and not held.open
    if len(items) > LONGEST_LOOP:
        items, complete = items[:2], False
    excluded: list[Value] = []
    for item in items:
        m.step()
        assign(m, item)
        for test in tests:
            before = m.decisions
            kept = test(m)
            if _sorts_data(m, item, kept, before):
                return None
            if not m.truth(kept):
                if words:
                    excluded.append(item)
                break
        else:
            inner = _walk(m, clauses, depth + 1, element, value, made)
            if inner is None:
                return None
            complete = inner and complete
    if excluded:
        m.library.excluded(m, excluded, words)
    return complete


def _sorts_data(m: Machine, item: Value, kept: Value, before: Any) -> bool:
    """Whether nobody can tell if a piece of data stays in a list: the list is open from there.

    before: the decisions before the test, which a function of the program may have taken for it.
    """
    if not isinstance(item, (Unknown, Text, str, bytes, int, float, complex, type(None))):
        return False
    if is_undecided(m, kept):
        return True
    taken = () if m.decisions is before else set(m.decisions) - set(before)
    return rests_on_opaque({key: True for key in taken if key[0] != "value"}, m.texts)


_LOWER: dict[type, Any] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Slice: _slice,
    ast.Call: _call,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.BoolOp: _boolean,
    ast.Compare: _compare,
    ast.IfExp: _conditional,
    ast.Tuple: _tuple,
    ast.List: _list,
    ast.Set: _set,
    ast.Dict: _dict,
    ast.JoinedStr: _joined,
    ast.Lambda: _lambda,
    ast.NamedExpr: _walrus,
    ast.Yield: _yield,
    ast.YieldFrom: _yield_from,
    ast.Await: _await,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _generator,
    ast.DictComp: _comprehension,
}
