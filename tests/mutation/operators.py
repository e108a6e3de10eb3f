"""Operators: each puts one bug that people make into a program, at every place where it fits."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from mutation.source import Edit, Editing, Source, called, calls, is_text, keyword

Places = Iterator[list[Edit]]
Operator = Callable[[Source, Editing], Places]

OPERATORS: dict[str, Operator] = {}

SCOPES = ("variable_scope", "variable_op_scope")
STEPS = ("minimize", "apply_gradients", "optimize_loss", "create_train_op")
NAMES = ("name", "scope", "name_or_scope", "scope_name")


def operator(function: Operator) -> Operator:
    """Registers an operator under its function's name."""
    OPERATORS[function.__name__] = function
    return function


@operator
def drop_reuse(source: Source, at: Editing) -> Places:
    """`reuse=` is left out."""
    for call in calls(source.tree):
        reuse = keyword(call, "reuse")
        if reuse is not None and at.of(reuse.value) not in ("None", "False"):
            yield [at.without(reuse)]


FLIPPED = {"True": "False", "False": "True", "None": "True", "tf.AUTO_REUSE": "None"}


@operator
def flip_reuse(source: Source, at: Editing) -> Places:
    """`reuse=` says the opposite, in a call or as a parameter's default."""
    tree = source.tree
    given = [reuse.value for call in calls(tree) if (reuse := keyword(call, "reuse"))]
    for value in (*given, *_defaults(tree, "reuse")):
        written = at.of(value)
        yield [at.replaced(value, FLIPPED.get(written, f"not ({written})"))]


def _defaults(tree: ast.Module, name: str) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            named = node.args.args[len(node.args.args) - len(node.args.defaults) :]
            pairs = zip(named, node.args.defaults, strict=True)
            yield from (value for one, value in pairs if one.arg == name)


@operator
def auto_reuse(source: Source, at: Editing) -> Places:
    """`reuse=` becomes AUTO_REUSE."""
    for call in calls(source.tree):
        reuse = keyword(call, "reuse")
        if reuse is not None and "AUTO_REUSE" not in at.of(reuse.value):
            yield [at.replaced(reuse.value, "tf.AUTO_REUSE")]


@operator
def drop_reuse_variables(source: Source, at: Editing) -> Places:
    """A call of `reuse_variables()` is left out."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            if called(node.value) == "reuse_variables":
                yield [at.replaced(node, "pass")]


@operator
def leak_reuse(source: Source, at: Editing) -> Places:
    """The scope in force is told to reuse before a statement that makes an optimizer's step."""
    for statement, _ in _steps(source.tree):
        yield [at.before(statement, "tf.get_variable_scope().reuse_variables(); ")]


@operator
def rename_scope(source: Source, at: Editing) -> Places:
    """One `variable_scope` has another name."""
    for call in calls(source.tree):
        if called(call) in SCOPES and call.args:
            yield from _renamed(call.args[0], at)


def _renamed(node: ast.expr, at: Editing) -> Places:
    formatted = {
        id(inner)
        for one in ast.walk(node)
        if isinstance(one, ast.JoinedStr)
        for inner in ast.walk(one)
    }
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and is_text(one) and id(one) not in formatted:
            yield [at.replaced(one, repr(f"{one.value}_2"))]


@operator
def rename_argument(source: Source, at: Editing) -> Places:
    """One layer, variable or network is given another name."""
    for call in calls(source.tree):
        if called(call) in SCOPES or "Optimizer" in called(call):
            continue
        for node in _name_arguments(call, source):
            yield from _renamed(node, at)


def _name_arguments(call: ast.Call, source: Source) -> Iterator[ast.expr]:
    yield from (one.value for one in call.keywords if one.arg in NAMES)
    if called(call) in ("get_variable", "model_variable") and call.args:
        yield call.args[0]
    known = source.parameters.get(called(call), [])
    yield from (value for name, value in zip(known, call.args, strict=False) if name in NAMES)


@operator
def drop_name(source: Source, at: Editing) -> Places:
    """`name=` or `scope=` of a layer, a cell or a network is left out."""
    for call in calls(source.tree):
        if called(call) in (*SCOPES, "get_variable", "placeholder", "get_collection"):
            continue
        for one in call.keywords:
            if one.arg in ("name", "scope"):
                yield [at.without(one)]


@operator
def drop_scope(source: Source, at: Editing) -> Places:
    """A `variable_scope` whose object nobody needs is left out."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.With):
            for item in node.items:
                call = item.context_expr
                if isinstance(call, ast.Call) and called(call) in SCOPES:
                    if item.optional_vars is None:
                        yield [at.replaced(call, "tf.name_scope(None)")]


@operator
def variable_scope_to_name_scope(source: Source, at: Editing) -> Places:
    """`name_scope` stands where `variable_scope` was meant."""
    for node in ast.walk(source.tree):
        for item in node.items if isinstance(node, ast.With) else ():
            call = item.context_expr
            if isinstance(call, ast.Call) and called(call) == "variable_scope" and call.args:
                yield [at.replaced(call, f"tf.name_scope({at.of(call.args[0])})")]


@operator
def get_variable_to_variable(source: Source, at: Editing) -> Places:
    """`tf.Variable` stands where `get_variable` was meant."""
    for call in calls(source.tree):
        if at.of(call.func) == "tf.get_variable" and call.args:
            made = _plain(call, at)
            if made is not None:
                yield [at.replaced(call, made)]


def _plain(call: ast.Call, at: Editing) -> str | None:
    """The same variable made by `tf.Variable`; None where the shape can't be told."""
    order = ("name", "shape", "dtype", "initializer")
    given = {**dict(zip(order, call.args, strict=False))}
    given.update({one.arg: one.value for one in call.keywords if one.arg})
    more = "".join(f", {name}={at.of(given[name])}" for name in ("trainable",) if name in given)
    value = "tf.zeros_initializer()"
    initializer = given.get("initializer")
    if initializer is not None and at.of(initializer) != "None":
        value = at.of(initializer)
    shape = given.get("shape")
    if shape is None:
        if initializer is None:
            return None
        return f"tf.Variable({value}, name={at.of(given['name'])}{more})"
    made = value if value.endswith(")") or "." not in value else f"{value}()"
    return f"tf.Variable(({made})({at.of(shape)}), name={at.of(given['name'])}{more})"


def _steps(tree: ast.Module) -> Iterator[tuple[ast.stmt, ast.Call]]:
    """The simple statements that make an optimizer's step, and the call that does."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Assign, ast.Expr, ast.Return)):
            for call in calls(node):
                if called(call) in STEPS:
                    yield node, call
                    break


@operator
def optimizer_in_scope(source: Source, at: Editing) -> Places:
    """An optimizer's step is made inside a scope."""
    for statement, _ in _steps(source.tree):
        yield [at.before(statement, 'with tf.variable_scope("train"): ')]


@operator
def optimizer_in_reusing_scope(source: Source, at: Editing) -> Places:
    """An optimizer's step is made inside the scope in force, reusing."""
    for statement, _ in _steps(source.tree):
        scope = "with tf.variable_scope(tf.get_variable_scope(), reuse=True): "
        yield [at.before(statement, scope)]


@operator
def drop_var_list(source: Source, at: Editing) -> Places:
    """`var_list=` is left out."""
    for call in calls(source.tree):
        listed = keyword(call, "var_list", "variables")
        if listed is not None and called(call) in (*STEPS, "compute_gradients"):
            yield [at.without(listed)]


@operator
def swap_var_list(source: Source, at: Editing) -> Places:
    """A step is given the list of another."""
    steps = [call for call in calls(source.tree) if called(call) in (*STEPS, "compute_gradients")]
    lists = [listed.value for call in steps if (listed := keyword(call, "var_list"))]
    for one in lists:
        others = {at.of(other) for other in lists} - {at.of(one)}
        yield from ([at.replaced(one, other)] for other in sorted(others))


def _filters(source: Source, at: Editing) -> Iterator[ast.Constant]:
    """The literals by which variables are picked: in their names, or as a collection's scope."""
    listing = ("trainable_variables", "global_variables", "get_collection", "get_variables")
    for node in ast.walk(source.tree):
        literal: ast.expr | None = None
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.In, ast.NotIn)):
            named = at.of(node.comparators[0])
            literal = node.left if ".name" in named else None
        elif isinstance(node, ast.Call) and called(node) in ("startswith", "endswith"):
            named = at.of(node.func)
            literal = node.args[0] if ".name" in named and node.args else None
        elif isinstance(node, ast.Call) and any(one in called(node) for one in listing):
            scope = keyword(node, "scope")
            second = node.args[1] if len(node.args) > 1 else None
            first = node.args[0] if node.args and called(node) != "get_collection" else None
            literal = scope.value if scope is not None else second or first
        if isinstance(literal, ast.Constant) and is_text(literal):
            yield literal


@operator
def misspell_filter(source: Source, at: Editing) -> Places:
    """A name filter looks for what no variable is called."""
    for literal in _filters(source, at):
        yield [at.replaced(literal, repr(f"{literal.value[:-1]}x{literal.value[-1]}"))]


@operator
def widen_filter(source: Source, at: Editing) -> Places:
    """A name filter looks for less of the name than it should."""
    for literal in _filters(source, at):
        if len(literal.value) > 1:
            yield [at.replaced(literal, repr(literal.value[:1]))]


@operator
def swap_filter(source: Source, at: Editing) -> Places:
    """A name filter looks for the name of another filter."""
    values = sorted({literal.value for literal in _filters(source, at)})
    for literal in _filters(source, at):
        yield from (
            [at.replaced(literal, repr(other))] for other in values if other != literal.value
        )


@operator
def drop_reset(source: Source, at: Editing) -> Places:
    """`reset_default_graph()` is left out."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            if called(node.value) == "reset_default_graph":
                yield [at.replaced(node, "pass")]


def mutants(source: Source, name: str) -> Iterator[str]:
    """The texts that an operator makes of one file; only those that Python reads."""
    at = source.edits()
    for edits in OPERATORS[name](source, at):
        text = at.applied(edits)
        if _is_python(text) and text != source.text:
            yield text


def _is_python(text: str) -> bool:
    try:
        compile(text, "mutant", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True
