"""Layers, templates and recurrent cells."""

from __future__ import annotations

from differential.variables import get_variable
from differential.writer import Writer, production


def named(g: Writer, share: float = 0.5) -> str:
    """``name=`` and ``reuse=`` of a layer function."""
    text = ""
    if g.chance(share):
        name = g.fresh("l") if g.careful and g.chance(0.6) else g.pick("dense", "l", "a", "fc")
        text += f', name="{name}"'
        if g.chance(0.3):
            text += f", reuse={g.reuse()}"
    elif g.odd():
        text += f", reuse={g.reuse()}"
    return text


DENSE = (
    ("use_bias=False", 0.1),
    ("activation=tf.nn.relu", 0.2),
    ("trainable=False", 0.06),
    ("kernel_initializer=tf.zeros_initializer()", 0.08),
    ("kernel_regularizer=lambda w: tf.reduce_sum(w)", 0.05),
    ("bias_initializer=tf.ones_initializer()", 0.04),
)


def arguments(g: Writer) -> str:
    """Further arguments of a dense or convolutional layer."""
    return "".join(
        f", {g.note(text, 'layer.' + text.split('=')[0])}"
        for text, share in DENSE
        if g.chance(share)
    )


@production("layer.dense", 12)
def dense(g: Writer) -> None:
    units = "4" if g.chance(0.9) else "5"
    g.line(f"tf.layers.dense({g.vector()}, {units}{arguments(g)}{named(g)})")


@production("layer.conv", 5)
def conv(g: Writer) -> None:
    call = g.pick(
        "conv2d(image, 4, 3",
        "conv2d(image, 4, [3, 3], 2",
        "conv2d_transpose(image, 4, 3",
        "separable_conv2d(image, 4, 3",
        "conv1d(sequence, 4, 3",
    )
    extra = arguments(g) if not call.startswith("sep") else ""
    g.line(f"tf.layers.{call}{extra}{named(g)})")


@production("layer.batch_normalization", 5)
def batch_normalization(g: Writer) -> None:
    source = g.pick("x", "image")
    extra = g.pick(
        "",
        ", training=True",
        ", scale=False",
        ", center=False",
        ", renorm=True",
        ", trainable=False",
    )
    g.line(f"tf.layers.batch_normalization({source}{extra}{named(g)})")


@production("layer.shapeless", 3)
def shapeless(g: Writer) -> None:
    call = g.pick(
        "flatten(image",
        "dropout(x, 0.5",
        "max_pooling2d(image, 2, 2",
        "average_pooling2d(image, 2, 2",
    )
    g.line(f"tf.layers.{call})")


@production("layer.stack", 4)
def stack(g: Writer) -> None:
    name = g.fresh("h")
    g.line(f"{name} = tf.layers.dense(x, 8{named(g, 0.3)})")
    g.line(f"{name} = tf.layers.dense({name}, 2{named(g, 0.3)})")


@production("layer.object", 6)
def layer_object(g: Writer) -> None:
    name = g.fresh("layer")
    given = f', name="{g.fresh("o")}"' if g.chance(0.4) else ""
    g.line(f"{name} = tf.layers.Dense(4{arguments(g)}{given})")
    g.bound.layers.append(name)
    if g.chance(0.7):
        g.line(f"{name}(x)")
    if g.chance(0.3):
        g.line(f'tf.Variable(0.0, name="has_%d" % len({name}.weights))')


@production("layer.called_again", 4)
def called_again(g: Writer) -> None:
    if not g.bound.layers:
        layer_object(g)
    layer = g.pick(*g.bound.layers)
    g.line(f"{layer}(tf.zeros([2, 5]))" if g.odd() else f"{layer}({g.vector()})")


@production("layer.of_its_own", 3)
def custom(g: Writer) -> None:
    name = g.fresh("Layer")
    g.line(f"class {name}(tf.layers.Layer):")
    g.level += 1
    with g.block("def build(self, shape):"):
        add = g.pick("add_weight", "add_variable")
        g.line(f'self.{add}("w", [int(shape[-1]), 2])')
        g.line("self.built = True")
    with g.block("def call(self, inputs):"):
        if g.chance(0.4):
            g.line(get_variable(g))
        g.line("return inputs")
    g.level -= 1
    layer = g.fresh("layer")
    g.line(f"{layer} = {name}()")
    g.bound.layers.append(layer)
    g.line(f"{layer}(x)")


@production("template", 4)
def template(g: Writer) -> None:
    function, made = g.fresh("f"), g.fresh("t")
    with g.apart(), g.block(f"def {function}(y):"):
        g.body(2)
        g.line("return y")
    extra = g.pick("", "", ", create_scope_now_=True", f', unique_name_="{g.scope_name()}"')
    g.line(f'{made} = tf.make_template("{g.scope_name().replace("/", "_")}", {function}{extra})')
    g.bound.templates.append(made)
    for _ in range(g.random.randint(1, 2)):
        g.line(f"{made}(x)")


@production("template.called_again", 2)
def template_again(g: Writer) -> None:
    if not g.bound.templates:
        template(g)
    g.line(f"{g.pick(*g.bound.templates)}(x)")


CELLS = (
    "tf.nn.rnn_cell.BasicLSTMCell(3{})",
    "tf.nn.rnn_cell.GRUCell(3{})",
    "tf.nn.rnn_cell.LSTMCell(3{})",
    "tf.nn.rnn_cell.BasicRNNCell(3{})",
    "tf.nn.rnn_cell.LSTMCell(3, use_peepholes=True{})",
    "tf.nn.rnn_cell.LSTMCell(3, num_proj=2{})",
)
WRAPPED = (
    "tf.nn.rnn_cell.MultiRNNCell([{0}, {1}])",
    "tf.nn.rnn_cell.DropoutWrapper({0}, 0.5)",
    "tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.DropoutWrapper({0}, 0.5) for _ in range(2)])",
)


def cell(g: Writer) -> str:
    """An expression that makes a cell."""

    def simple() -> str:
        extra = g.pick("", "", "", ', name="c"', f", reuse={g.reuse()}")
        return g.pick(*CELLS).format(extra)

    if g.chance(0.25):
        return g.note(g.pick(*WRAPPED).format(simple(), simple()), "cell.wrapped")
    return simple()


@production("cell.dynamic_rnn", 4)
def dynamic_rnn(g: Writer) -> None:
    one = cell(g)
    if g.chance(0.5):
        name = g.fresh("cell")
        g.line(f"{name} = {one}")
        g.bound.cells.append(name)
        one = name
    scope = (
        f', scope="{g.fresh("rnn")}"' if g.careful or g.chance(0.4) else g.pick("", ', scope="a"')
    )
    g.line(f"tf.nn.dynamic_rnn({one}, sequence, dtype=tf.float32{scope})")


@production("cell.again", 3)
def cell_again(g: Writer) -> None:
    if not g.bound.cells:
        name = g.fresh("cell")
        g.line(f"{name} = {cell(g)}")
        g.bound.cells.append(name)
    one = g.pick(*g.bound.cells)
    g.line(f"tf.nn.dynamic_rnn({one}, sequence, dtype=tf.float32)")


@production("cell.called", 3)
def called(g: Writer) -> None:
    name = g.fresh("cell")
    g.line(f"{name} = {cell(g)}")
    scope = f', scope="{g.scope_name()}"' if g.chance(0.15) else ""
    g.line(f"{name}(tf.zeros([4, 5]), {name}.zero_state(4, tf.float32){scope})")


@production("cell.static_rnn", 2)
def static_rnn(g: Writer) -> None:
    scope = f', scope="{g.fresh("rnn")}"' if g.careful else ""
    g.line(f"tf.nn.static_rnn({cell(g)}, [tf.zeros([4, 5])] * 2, dtype=tf.float32{scope})")


@production("cell.bidirectional", 2)
def bidirectional(g: Writer) -> None:
    scope = f', scope="{g.fresh("rnn")}"' if g.careful else ""
    g.line(
        f"tf.nn.bidirectional_dynamic_rnn({cell(g)}, {cell(g)}, sequence, dtype=tf.float32{scope})"
    )
