"""Optimizers, moving averages, collections and graphs."""

from __future__ import annotations

from differential.variables import get_variable
from differential.writer import Writer, production

OPTIMIZERS = (
    "tf.train.AdamOptimizer(0.1)",
    "tf.train.MomentumOptimizer(0.1, 0.9)",
    "tf.train.GradientDescentOptimizer(0.1)",
    "tf.train.AdagradOptimizer(0.1)",
    "tf.train.RMSPropOptimizer(0.1)",
    "tf.train.RMSPropOptimizer(0.1, centered=True)",
    "tf.train.AdadeltaOptimizer(0.1)",
    "tf.train.FtrlOptimizer(0.1)",
    'tf.train.AdamOptimizer(0.1, name="mine")',
)


def trained(g: Writer) -> str:
    """A float variable that a loss can be made of."""
    return g.keep(f'tf.get_variable("{g.fresh("w")}", [3])')


@production("optimizer.minimize", 6, eager=False)
def minimize(g: Writer) -> None:
    one = trained(g)
    made = g.pick(*OPTIMIZERS)
    if g.bound.optimizers and g.chance(0.3):
        made = g.pick(*g.bound.optimizers)
    elif g.chance(0.5):
        name = g.fresh("optimizer")
        g.line(f"{name} = {made}")
        g.bound.optimizers.append(name)
        made = name
    extra = ""
    if g.chance(0.25):
        extra += g.note(f", var_list=[{one}]", "optimizer.var_list")
    if g.chance(0.1):
        extra += g.note(
            ", global_step=tf.train.get_or_create_global_step()", "optimizer.global_step"
        )
    g.line(f"{made}.minimize(tf.reduce_sum(tf.square({one})){extra})")


@production("optimizer.in_scope", 2, eager=False)
def in_scope(g: Writer) -> None:
    one = trained(g)
    reuse = f", reuse={g.reuse()}" if g.chance(0.5) else ""
    with g.block(f'with tf.variable_scope("{g.scope_name()}"{reuse}):'):
        g.line(f"{g.pick(*OPTIMIZERS)}.minimize(tf.reduce_sum({one}))")


@production("optimizer.apply", 2, eager=False)
def apply(g: Writer) -> None:
    one, name, pairs = trained(g), g.fresh("optimizer"), g.fresh("pairs")
    g.line(f"{name} = {g.pick(*OPTIMIZERS)}")
    g.line(f"{pairs} = {name}.compute_gradients(tf.reduce_sum({one}), [{one}])")
    g.line(f"{name}.apply_gradients({pairs})")


@production("moving_average", 3, eager=False)
def average(g: Writer) -> None:
    one, name = trained(g), g.fresh("average")
    g.line(f"{name} = tf.train.ExponentialMovingAverage(0.9)")
    g.line(
        f"{name}.apply([{one}])"
        if g.chance(0.7)
        else f"{name}.apply(tf.trainable_variables()[-1:])"
    )
    if g.chance(0.3):
        g.line(f"{name}.average({one})")


@production("collection", 5, eager=False)
def collection(g: Writer) -> None:
    call = g.pick(
        "tf.trainable_variables()",
        "tf.global_variables()",
        "tf.local_variables()",
        f'tf.trainable_variables("{g.scope_name()}")',
        f'tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="{g.scope_name()}/")',
        f'tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, "{g.scope_name()}")',
        'tf.get_collection("mine")',
        "tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)",
        "tf.get_collection(tf.GraphKeys.UPDATE_OPS)",
        '[v for v in tf.global_variables() if "w" in v.name]',
        '[v for v in tf.trainable_variables() if v.name.startswith("a/")]',
        '[v for v in tf.global_variables() if v.op.name.endswith("w")]',
    )
    g.line(f'tf.Variable(0.0, name="count_%d" % len({call}))')


@production("graph.new", 6, eager=False, deep=True)
def graph(g: Writer) -> None:
    if g.inside:
        g.line("pass")
        return
    with g.block("with tf.Graph().as_default():"), g.apart():
        g.bound.variables, g.bound.layers, g.bound.cells = [], [], []
        g.bound.templates, g.bound.optimizers, g.bound.functions = [], [], []
        inputs(g)
        g.body(3)
    inputs(g)


@production("graph.reset", 3, eager=False)
def reset(g: Writer) -> None:
    if g.inside or (g.level and not g.odd()):
        return g.line("tf.get_default_graph()")
    g.line("tf.reset_default_graph()")
    g.bound.variables, g.bound.layers, g.bound.cells = [], [], []
    g.bound.templates, g.bound.optimizers, g.bound.functions = [], [], []
    return inputs(g)


@production("graph.session", 2, eager=False, deep=True)
def session(g: Writer) -> None:
    with g.block("with tf.Session() as sess:"):
        g.body(2)
        if g.chance(0.3):
            g.line("sess.run(tf.global_variables_initializer())")


def inputs(g: Writer) -> None:
    """The tensors that layers are given."""
    if g.eager:
        g.line("x, image = tf.zeros([4, 6]), tf.zeros([2, 8, 8, 3])")
        g.line("sequence, ids = tf.zeros([4, 7, 5]), tf.zeros([4], tf.int32)")
        return
    g.line("x = tf.placeholder(tf.float32, [None, 6])")
    g.line("image = tf.placeholder(tf.float32, [None, 8, 8, 3])")
    g.line("sequence = tf.placeholder(tf.float32, [4, 7, 5])")
    g.line("ids = tf.placeholder(tf.int32, [4])")


@production("control.cond", 3, eager=False, deep=True)
def cond(g: Writer) -> None:
    names = []
    for _ in range(2):
        name = g.fresh("branch")
        names.append(name)
        with g.apart(), g.block(f"def {name}():"):
            g.statement()
            g.line("return tf.constant(1.0)")
    g.line(f"tf.cond(tf.reduce_sum(x) > 0.0, {names[0]}, {names[1]})")


@production("control.loop", 3, eager=False)
def loop(g: Writer) -> None:
    name = g.fresh("step")
    with g.apart(), g.block(f"def {name}(i):"):
        g.line(get_variable(g))
        g.line("return i + 1")
    g.line(
        g.pick(
            f"tf.while_loop(lambda i: i < 3, {name}, [tf.constant(0)])", f"tf.map_fn({name}, ids)"
        )
    )


@production("function.traced", 6, versions=("2.21",))
def traced(g: Writer) -> None:
    name = g.fresh("traced")
    g.line("@tf2.function")
    with g.apart(), g.block(f"def {name}(y):"):
        g.line(get_variable(g))
        if g.chance(0.4):
            g.line(get_variable(g))
        g.line("return y")
    for _ in range(g.random.randint(1, 2)):
        g.line(f"{name}(x)")
