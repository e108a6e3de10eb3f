"""Scopes of every form."""

from __future__ import annotations

from differential.writer import DEFAULTS, Writer, production

BAD_REUSE = ("0", "1", '"True"', "x")
PROPERTIES = {
    "initializer": (
        "tf.zeros_initializer()",
        "tf.ones_initializer",
        "tf.constant_initializer(0.5)",
    ),
    "regularizer": ("lambda w: tf.reduce_sum(w)", "lambda w: None"),
    "dtype": ("tf.float64", "tf.float32"),
    "constraint": ("lambda w: w",),
    "use_resource": ("True", "False"),
    "auxiliary_name_scope": ("False", "True"),
    "partitioner": ("tf.fixed_size_partitioner(2)",),
    "custom_getter": ("lambda getter, *args, **kwargs: getter(*args, **kwargs)",),
}


def options(g: Writer) -> str:
    """Keyword arguments of a scope."""
    text = ""
    if g.chance(0.75 if g.careful else 0.45):
        text += f", reuse={g.reuse()}"
    elif g.odd() or g.chance(0.03):
        text += f", reuse={g.note(g.pick(*BAD_REUSE), 'reuse.bad')}"
    if g.chance(0.13):
        key = g.pick(*PROPERTIES)
        text += f", {key}={g.note(g.pick(*PROPERTIES[key]), f'scope.{key}')}"
    return text


def entered(g: Writer, call: str) -> None:
    """``with call:``, often with the scope captured."""
    name = g.fresh("s")
    capture = g.chance(0.5) and "tf.name_scope(" not in call
    with g.block(f"with {call} as {name}:" if capture else f"with {call}:"):
        if capture:
            g.bound.scopes.append(name)
        g.body()


@production("scope.string", 16, deep=True)
def string(g: Writer) -> None:
    entered(g, f'tf.variable_scope("{g.scope_name()}"{options(g)})')


@production("scope.default", 7, deep=True)
def default(g: Writer) -> None:
    given = g.pick(*DEFAULTS)
    form = g.pick(f'None, "{given}"', f'None, "{given}", [x]', f'None, default_name="{given}"')
    extra = options(g) if g.odd() else ""
    entered(g, f"tf.variable_scope({form}{extra})")


@production("scope.ignored_default", 2, deep=True)
def ignored_default(g: Writer) -> None:
    entered(g, f'tf.variable_scope("{g.scope_name()}", "{g.pick(*DEFAULTS)}"{options(g)})')


@production("scope.captured", 8, deep=True)
def captured(g: Writer) -> None:
    if not g.bound.scopes:
        name = g.fresh("s")
        with g.block(f'with tf.variable_scope("{g.scope_name()}") as {name}:'):
            g.body(2)
        g.bound.scopes.append(name)
    entered(g, f"tf.variable_scope({g.pick(*g.bound.scopes)}{options(g)})")


@production("scope.current", 4, deep=True)
def current(g: Writer) -> None:
    entered(g, f"tf.variable_scope(tf.get_variable_scope(){options(g)})")


@production("scope.manager_twice", 3, deep=True)
def manager_twice(g: Writer) -> None:
    name = g.fresh("m")
    g.line(f'{name} = tf.variable_scope("{g.scope_name()}"{options(g)})')
    for _ in range(2):
        entered(g, name)


@production("scope.two_in_one_with", 3, deep=True)
def two(g: Writer) -> None:
    first = f'tf.variable_scope("{g.scope_name()}"{options(g)})'
    second = g.pick(f'tf.variable_scope("{g.scope_name()}"{options(g)})', 'tf.name_scope("n")')
    entered(g, f"{first}, {second}")


@production("scope.by_hand", 2, deep=True)
def by_hand(g: Writer) -> None:
    name = g.fresh("m")
    g.line(f'{name} = tf.variable_scope("{g.scope_name()}"{options(g)})')
    g.line(f"{name}.__enter__()")
    g.body(2)
    g.line(f"{name}.__exit__(None, None, None)")


@production("scope.exit_stack", 2, deep=True)
def exit_stack(g: Writer) -> None:
    name = g.fresh("stack")
    with g.block(f"with contextlib.ExitStack() as {name}:"):
        g.line(f'{name}.enter_context(tf.variable_scope("{g.scope_name()}"{options(g)}))')
        g.body()


@production("scope.contextmanager", 2, deep=True)
def contextmanager(g: Writer) -> None:
    name = g.fresh("scope")
    g.line("@contextlib.contextmanager")
    with g.block(f"def {name}(name):"):
        with g.block(f"with tf.variable_scope(name{options(g)}) as inner:"):
            g.line("yield inner")
    entered(g, f'{name}("{g.scope_name()}")')


@production("scope.reuse_variables", 3)
def reuse_variables(g: Writer) -> None:
    if g.bound.scopes and g.chance(0.8):
        g.line(f"{g.pick(*g.bound.scopes)}.reuse_variables()")
    elif not g.careful or g.chance(0.2):
        g.line("tf.get_variable_scope().reuse_variables()")
    else:
        g.line("tf.get_variable_scope()")


@production("scope.setter", 2)
def setter(g: Writer) -> None:
    call = g.pick(
        "set_initializer(tf.zeros_initializer())",
        "set_regularizer(lambda w: tf.reduce_sum(w))",
        "set_dtype(tf.float64)" if g.odd() else "set_dtype(tf.float32)",
        "set_custom_getter(lambda getter, *args, **kwargs: getter(*args, **kwargs))",
        "set_partitioner(None)",
        "set_caching_device(None)",
    )
    g.line(f"tf.get_variable_scope().{call}")


@production("scope.odd", 1)
def odd(g: Writer) -> None:
    if not g.odd():
        return g.line("pass")
    call = g.pick(
        '""', '"a/"', "3", "None", '"a b"', '"_a"', 'b"a"', "None, None", 'None, "d", reuse=True'
    )
    with g.block(f"with tf.variable_scope({call}):"):
        g.statement()
    return None


@production("scope.attributes", 3)
def attributes(g: Writer) -> None:
    owner = g.pick(*g.bound.scopes) if g.bound.scopes else "tf.get_variable_scope()"
    value = g.pick(
        f'{owner}.name.replace("/", "_")',
        f'{owner}.original_name_scope.replace("/", "_")',
        f'("on" if {owner}.reuse else "off")',
    )
    g.line(f'tf.Variable(1.0, name="at_" + ({value}))')


@production("name_scope", 8, deep=True)
def name_scope(g: Writer) -> None:
    form = g.pick(
        f'"{g.scope_name()}"', f'None, "{g.pick(*DEFAULTS)}"', f'"{g.scope_name()}", values=[x]'
    )
    if g.odd():
        form = g.pick("None", '"a b"', '""', '"a/"')
    name = g.fresh("n")
    with g.block(f"with tf.name_scope({form}) as {name}:"):
        if not form.startswith(("None", '""')):
            g.bound.name_scopes.append(name)
        g.body()


@production("name_scope.again", 2, deep=True)
def name_scope_again(g: Writer) -> None:
    if not g.bound.name_scopes:
        name = g.fresh("n")
        with g.block(f'with tf.name_scope("{g.scope_name()}") as {name}:'):
            g.statement()
        g.bound.name_scopes.append(name)
    with g.block(f"with tf.name_scope({g.pick(*g.bound.name_scopes)}):"):
        g.body()


@production("context.other", 3, deep=True)
def context(g: Writer) -> None:
    call = g.pick(
        'tf.device("/cpu:0")',
        "tf.control_dependencies([])",
        "tf.control_dependencies([tf.no_op()])",
    )
    with g.block(f"with {call}:"):
        g.body(2)
