"""The Python around it: functions, classes, loops, branches, exceptions, modules."""

from __future__ import annotations

from differential.variables import get_variable
from differential.writer import Writer, production


@production("python.function", 8, deep=True)
def function(g: Writer) -> None:
    name = g.fresh("build")
    parameter = g.pick("reuse=None", "reuse=False", "reuse=tf.AUTO_REUSE")
    scope = g.scope_name()
    with g.apart(), g.block(f"def {name}(y, {parameter}):"):
        with g.block(f'with tf.variable_scope("{scope}", reuse=reuse):'):
            g.body(2)
        g.line("return y")
    g.bound.functions.append(name)
    for _ in range(g.random.randint(1, 2)):
        call_function(g, name)


def call_function(g: Writer, name: str) -> None:
    """A call, often with reuse given."""
    given = "" if g.chance(0.25) else f", reuse={g.reuse()}"
    if g.chance(0.3):
        given = given.replace("reuse=", "")
    g.line(f"{name}(x{given})")


@production("python.call_again", 4)
def call_again(g: Writer) -> None:
    if not g.bound.functions:
        return g.line("pass")
    return call_function(g, g.pick(*g.bound.functions))


@production("python.flag", 4, deep=True)
def flag(g: Writer) -> None:
    name = g.fresh("train")
    g.line(f"{name} = {g.pick('True', 'False')}")
    with g.apart(), g.block(f"if {name}:"):
        g.body(2)
    if g.chance(0.6):
        with g.apart(), g.block("else:"):
            g.body(2)


@production("python.for", 7, deep=True)
def for_loop(g: Writer) -> None:
    name = g.fresh("i")
    values = g.pick("range(2)", "range(3)", '["p", "q"]', "range(1)")
    kind = g.random.randrange(3)
    with g.block(f"for {name} in {values}:"):
        if kind == 0:
            g.line(f'tf.get_variable("{g.fresh("n")}_" + str({name}), [2])')
        elif kind == 1:
            call = g.pick(
                f'"tower_%s" % {name}', f'"tower_{{}}".format({name})', f'f"tower_{{{name}}}"'
            )
            with g.block(f"with tf.variable_scope({call}):"):
                g.body(2)
        else:
            test = f"{name} > 0" if values.startswith("range") else f'{name} == "q"'
            reuse = g.pick(f"{test}", f"True if {test} else None", "tf.AUTO_REUSE", "tf.AUTO_REUSE")
            with g.block(f'with tf.variable_scope("{g.fresh("tower")}", reuse={reuse}):'):
                g.body(2)


@production("python.towers", 3, deep=True)
def towers(g: Writer) -> None:
    scope = "tf.get_variable_scope()" if g.chance(0.7) else f'"{g.fresh("s")}"'
    with g.block(f"with tf.variable_scope({scope}):"), g.block("for tower in range(2):"):
        with g.block('with tf.name_scope("tower_%d" % tower):'):
            g.body(2)
            if g.chance(0.7):
                g.line("tf.get_variable_scope().reuse_variables()")


@production("python.while", 2, deep=True)
def while_loop(g: Writer) -> None:
    name = g.fresh("k")
    g.line(f"{name} = 0")
    with g.block(f"while {name} < 2:"):
        g.line(f"{name} += 1")
        with g.block(f'with tf.variable_scope("k%d" % {name}):'):
            g.body(2)


@production("python.class", 5, deep=True)
def class_(g: Writer) -> None:
    name, made = g.fresh("Net"), g.fresh("net")
    with g.block(f"class {name}(object):"):
        with g.block("def __init__(self, name, reuse=None):"):
            g.line("self.name, self.reuse, self.calls = name, reuse, 0")
        with g.apart(), g.block("def __call__(self, y):"):
            reuse = g.pick(
                "self.reuse", "self.calls > 0", "tf.AUTO_REUSE", "True if self.calls else None"
            )
            with g.block(f"with tf.variable_scope(self.name, reuse={reuse}):"):
                g.body(2)
            g.line("self.calls += 1")
            g.line("return y")
    g.line(f'{made} = {name}("{g.scope_name()}")')
    for _ in range(g.random.randint(1, 2)):
        g.line(f"{made}(x)")


@production("python.inheritance", 2, deep=True)
def inheritance(g: Writer) -> None:
    base, name = g.fresh("Base"), g.fresh("Derived")
    with g.block(f"class {base}(object):"):
        g.line(f'scope = "{g.scope_name()}"')
        with g.block("def build(self, reuse=None):"):
            with g.block("with tf.variable_scope(self.scope, reuse=reuse):"):
                g.line("self.inside()")
        with g.apart(), g.block("def inside(self):"):
            g.body(2)
    with g.block(f"class {name}({base}):"):
        if g.chance(0.5):
            g.line(f'scope = "{g.scope_name()}"')
        with g.apart(), g.block("def inside(self):"):
            if g.chance(0.5):
                g.line(f"super({name}, self).inside()")
            g.line(get_variable(g))
    g.line(f"{g.pick(base, name)}().build()")
    g.line(f"{name}().build(reuse={g.reuse()})")


@production("python.try", 4, deep=True)
def try_except(g: Writer) -> None:
    with g.apart():
        with g.block("try:"):
            g.body(2)
        with g.block(g.pick("except ValueError:", "except (ValueError, TypeError):")):
            g.statement()


@production("python.closure", 3, deep=True)
def closure(g: Writer) -> None:
    name, inner = g.fresh("outer"), g.fresh("inner")
    with g.apart(), g.block(f"def {name}(scope):"):
        with (
            g.block(f"def {inner}():"),
            g.block(
                f"with tf.variable_scope(scope{', reuse=tf.AUTO_REUSE' if g.chance(0.6) else ''}):"
            ),
        ):
            g.body(2)
        g.line(f"return {inner}")
    made = g.fresh("made")
    g.line(f'{made} = {name}("{g.scope_name()}")')
    for _ in range(g.random.randint(1, 2)):
        g.line(f"{made}()")


@production("python.lambda", 3)
def lambda_(g: Writer) -> None:
    name = g.fresh("get")
    g.line(f"{name} = lambda name, size=2: tf.get_variable(name, [size])")
    g.line(f'{name}("{g.fresh("w")}")')
    g.line(f'{name}("{g.fresh("w")}", size=3)')


@production("python.comprehension", 3)
def comprehension(g: Writer) -> None:
    call = f'tf.get_variable("{g.fresh("c")}_%d" % i, [i])'
    form = g.pick(
        f"[{call} for i in range(1, 3)]",
        f"{{i: {call} for i in range(1, 3)}}",
        f"list({call} for i in (1, 2))",
    )
    g.line(form)


@production("python.dict", 2)
def dict_(g: Writer) -> None:
    name = g.fresh("shapes")
    g.line(f'{name} = {{"p": [2], "q": [3, 3]}}')
    with g.block(f"for key, shape in sorted({name}.items()):"):
        g.line(
            'tf.get_variable("%s_%s" % (key, len(shape)), shape, **{"trainable": False})'.replace(
                "%s_%s", g.fresh("d") + "%s_%s"
            )
        )


@production("python.partial", 2)
def partial(g: Writer) -> None:
    name = g.fresh("part")
    given = "shape=[3], initializer=tf.zeros_initializer()"
    g.line(f"{name} = functools.partial(tf.get_variable, {given})")
    g.line(f'{name}("{g.name()}")')


@production("python.decorator", 2, deep=True)
def decorator(g: Writer) -> None:
    name, inner = g.fresh("scoped"), g.fresh("work")
    with g.block(f"def {name}(function):"):
        g.line("@functools.wraps(function)")
        with g.block("def wrapped(*args, **kwargs):"):
            with g.block(f'with tf.variable_scope("{g.scope_name()}", reuse={g.reuse()}):'):
                g.line("return function(*args, **kwargs)")
        g.line("return wrapped")
    g.line(f"@{name}")
    with g.apart(), g.block(f"def {inner}():"):
        g.body(2)
    for _ in range(g.random.randint(1, 2)):
        g.line(f"{inner}()")


@production("python.generator", 2, deep=True)
def generator(g: Writer) -> None:
    name = g.fresh("each")
    with g.apart(), g.block(f"def {name}():"), g.block("for i in range(2):"):
        with g.block('with tf.variable_scope("g%d" % i):'):
            g.line("yield i")
    with g.block(f"for _ in {name}():"):
        g.body(2)


@production("custom_getter", 4, deep=True)
def custom_getter(g: Writer) -> None:
    name = g.fresh("getter")
    with g.block(f"def {name}(getter, name, *args, **kwargs):"):
        g.line(
            g.pick(
                "return getter(name, *args, **kwargs)",
                'return getter(name + "_x", *args, **kwargs)',
                'kwargs["trainable"] = False\n'
                + "    " * (g.level)
                + "return getter(name, *args, **kwargs)",
                "return tf.identity(getter(name, *args, **kwargs))",
                'kwargs["reuse"] = tf.AUTO_REUSE\n'
                + "    " * (g.level)
                + "return getter(name, *args, **kwargs)",
            )
        )
    with g.block(f'with tf.variable_scope("{g.scope_name()}", custom_getter={name}):'):
        g.body(2)


@production("python.module", 4)
def module(g: Writer) -> None:
    if g.module is None:
        g.module = [
            "def linear(y, units=2, name='linear', reuse=None):",
            "    with tf.variable_scope(name, reuse=reuse):",
            "        w = tf.get_variable('w', [y.shape[-1], units])",
            "        return tf.matmul(y, w)",
            "",
            "",
            "SIZE = 3",
        ]
    name = g.fresh("linear") if g.careful and g.chance(0.6) else "linear"
    g.line(f'helper.linear(x, helper.SIZE, "{name}", reuse={g.reuse()})')
