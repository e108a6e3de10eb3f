"""Variables: get_variable with every argument, tf.Variable, operations that take names."""

from __future__ import annotations

from differential.writer import Writer, production

SHAPES = ("tuple({})", "tf.TensorShape({})", "np.zeros({}).shape", "list({})")
OTHER = ("[4]", "[2, 2]", "[1, 2, 3]", "[None]", "[None, 3]", "[0]")
BAD_SHAPES = ("[1.5]", "[-1]", '"ab"', "[tf.constant(2)]", "None")
DTYPES = ("tf.float32", '"float32"', "np.float32", "tf.float64", "tf.int32", "float", "tf.bool")
BAD_DTYPES = ('"what"', "tf.complex64", "object", "tf.string")
MAKERS = (
    "tf.zeros_initializer()",
    "tf.ones_initializer",
    "tf.random_normal_initializer(stddev=0.1)",
    "tf.truncated_normal_initializer()",
    "tf.constant_initializer(2.0)",
    "tf.glorot_uniform_initializer()",
    "tf.orthogonal_initializer()",
    "None",
)
CONSTANTS = (
    "1.0",
    "3",
    "[1.0, 2.0]",
    "np.zeros([2], np.float32)",
    "np.ones([2])",
    "tf.zeros([2, 3])",
    "True",
)
CALLED = ("lambda: tf.zeros([3])", "lambda: 1.0")
WITH_SHAPE = (
    "lambda shape, dtype, partition_info=None: tf.zeros(shape, dtype)",
    "lambda shape, dtype: tf.ones(shape, dtype)",
)


def get_variable(g: Writer, name: str | None = None, function: str = "tf.get_variable") -> str:
    """A call of get_variable."""
    name = name or g.name()
    text = f'{function}("{name}"'
    shape = g.shape(name)
    if g.chance(0.12):
        shape = g.note(g.pick(*SHAPES).format(shape), "get_variable.shape_form")
    elif g.chance(0.03 if g.careful else 0.07):
        shape = g.note(g.pick(*OTHER), "get_variable.other_shape")
    elif g.odd():
        shape = g.note(g.pick(*BAD_SHAPES), "get_variable.bad_shape")
    if g.chance(0.1):
        made = g.pick(*CONSTANTS, *CALLED)
        text += f", initializer={g.note(made, 'get_variable.constant')}"
        if g.odd():
            text += f", shape={shape}"
        return text + extra(g, constant=True) + ")"
    text += f", {shape}" if g.chance(0.6) else f", shape={shape}"
    if g.chance(0.35):
        text += f", initializer={g.note(maker(g), 'get_variable.initializer')}"
    return text + extra(g) + ")"


def maker(g: Writer) -> str:
    """An initializer that takes a shape."""
    if g.chance(0.1):
        return g.pick(WITH_SHAPE[0], *WITH_SHAPE) if not g.careful else WITH_SHAPE[0]
    return g.pick(*MAKERS[:5] if g.chance(0.8) else MAKERS)


def extra(g: Writer, constant: bool = False) -> str:
    """Further keyword arguments."""
    text = ""
    if g.chance(0.06):
        dtype = g.pick(*DTYPES[:3]) if g.chance(0.5) else g.pick(*DTYPES)
        text += f", dtype={g.note(dtype, 'get_variable.dtype')}"
    elif g.odd():
        text += f", dtype={g.note(g.pick(*BAD_DTYPES), 'get_variable.bad_dtype')}"
    for key, share, values in (
        ("trainable", 0.08, ("False", "True", "None")),
        ("regularizer", 0.05, ("lambda w: tf.reduce_sum(tf.square(w))", "lambda w: None", "None")),
        ("collections", 0.04, ('["mine"]', "[tf.GraphKeys.LOCAL_VARIABLES]", "None", "[]")),
        ("constraint", 0.03, ("lambda w: w", "None")),
        ("use_resource", 0.03, ("True", "False", "None")),
        ("validate_shape", 0.03, ("True", "False")),
        ("caching_device", 0.02, ("None", '"/cpu:0"')),
        (
            "partitioner",
            0.03,
            ("tf.fixed_size_partitioner(2)", "None", "tf.variable_axis_size_partitioner(1000)"),
        ),
        ("custom_getter", 0.03, ("lambda getter, *args, **kwargs: getter(*args, **kwargs)",)),
        (
            "synchronization",
            0.02,
            ("tf.VariableSynchronization.ON_READ", "tf.VariableSynchronization.AUTO"),
        ),
        ("aggregation", 0.02, ("tf.VariableAggregation.MEAN",)),
    ):
        if g.chance(share):
            text += f", {key}={g.note(g.pick(*values), f'get_variable.{key}')}"
    return text


@production("get_variable", 34)
def variable(g: Writer) -> None:
    call = get_variable(g)
    if g.chance(0.5):
        g.keep(call)
    else:
        g.line(call)


@production("get_variable.again", 5)
def again(g: Writer) -> None:
    name = g.name()
    scope, other = g.scope_name(), g.reuse()
    with g.block(f'with tf.variable_scope("{scope}", reuse=tf.AUTO_REUSE):'):
        g.keep(get_variable(g, name))
    with g.block(f'with tf.variable_scope("{scope}", reuse={other}):'):
        g.keep(get_variable(g, name))


@production("get_variable.path_name", 3)
def path_name(g: Writer) -> None:
    g.keep(f'tf.get_variable("{g.scope_name()}/{g.name()}", [2])')


@production("get_variable.odd_name", 1)
def odd_name(g: Writer) -> None:
    name = g.pick('""', "None", '"a b"', '"_w"', '"w:0"', '"w/"') if g.odd() else '"w.x-y"'
    g.line(f"tf.get_variable({name}, [2])")


@production("get_local_variable", 3)
def local(g: Writer) -> None:
    g.line(f'tf.get_local_variable("{g.name()}", [2])')


@production("Variable", 12)
def plain(g: Writer) -> None:
    value = g.pick(
        "1.0", "tf.zeros([3])", "[1.0, 2.0]", "np.ones([2, 2], np.float32)", "0", "lambda: 1.0"
    )
    text = f"tf.Variable({value}"
    if g.chance(0.7):
        text += f', name="{g.name()}"'
    for key, share, values in (
        ("trainable", 0.25, ("False", "True")),
        ("dtype", 0.1, ("tf.float32", "tf.float64")),
        ("collections", 0.07, ('["mine"]', "[tf.GraphKeys.LOCAL_VARIABLES]")),
        ("validate_shape", 0.05, ("False",)),
    ):
        if g.chance(share):
            text += f", {key}={g.note(g.pick(*values), f'Variable.{key}')}"
    g.line(text + ")")


@production("operation.named", 5)
def operation(g: Writer) -> None:
    name = g.pick("a", "w", "net", "W", "dense", "a/w")
    g.line(
        g.pick(
            f'tf.constant(1.0, name="{name}")',
            f'tf.reduce_sum(x, name="{name}")',
            f'tf.identity(x, "{name}")',
        )
    )


@production("operation.unnamed", 3)
def unnamed(g: Writer) -> None:
    g.line(
        g.pick("tf.nn.relu(x)", "x + 1.0", "tf.concat([x, x], 1)", "tf.matmul(x, tf.zeros([6, 2]))")
    )


@production("variable.members", 4)
def members(g: Writer) -> None:
    if not g.bound.variables:
        g.keep(get_variable(g))
    one = g.pick(*g.bound.variables)
    value = g.pick(
        f"{one}.op.name",
        f"{one}.name[:-2]",
        f"{one}.dtype.base_dtype.name",
        f'"r%d" % {one}.shape.ndims',
    )
    g.line(f'tf.Variable(0.0, name="of_" + ({value}).replace("/", "_"))')


@production("variable.identity", 4)
def identity(g: Writer) -> None:
    while len(g.bound.variables) < 2:
        g.keep(get_variable(g))
    one, other = g.random.sample(g.bound.variables, 2)
    with g.block(f"if {one} is {other}:"):
        g.line('tf.Variable(0.0, name="same")')


@production("global_step", 3)
def global_step(g: Writer) -> None:
    made = g.pick("get_or_create", "get_or_create", "create" if not g.careful else "get_or_create")
    g.line(f"tf.train.{made}_global_step()")


@production("metrics", 2, eager=False)
def metrics(g: Writer) -> None:
    g.line(
        g.pick(
            "tf.metrics.mean(x)", "tf.metrics.accuracy(ids, ids)", 'tf.metrics.mean(x, name="w")'
        )
    )
