"""tf.contrib.layers and slim, in TensorFlow 1.15 alone."""

from __future__ import annotations

from differential.writer import Writer, production

ONLY = ("1.15",)


def options(g: Writer) -> str:
    """``scope=``, ``reuse=`` and others."""
    text = ""
    if g.chance(0.5):
        new = g.careful and g.chance(0.6)
        text += f', scope="{g.fresh("fc") if new else g.pick("fc", "a", "conv")}"'
        if g.chance(0.4):
            text += f", reuse={g.reuse()}"
    if g.chance(0.15):
        text += g.pick(
            ", normalizer_fn=tf.contrib.layers.batch_norm",
            ", biases_initializer=None",
            ", activation_fn=None",
            ", trainable=False",
            ", normalizer_fn=tf.contrib.layers.layer_norm",
        )
    return text


def weights(g: Writer) -> str:
    """A call of a layer with weights."""
    place = g.pick("tf.contrib.layers", "tf.contrib.slim")
    call = g.pick(
        "fully_connected(x, 4",
        "conv2d(image, 4, 3",
        "conv2d(image, 4, [3, 3], stride=2",
        "conv2d_transpose(image, 4, 3",
    )
    return f"{place}.{call}{options(g)})"


@production("contrib.weights", 14, ONLY)
def layer(g: Writer) -> None:
    g.line(weights(g))


@production("contrib.norm", 5, ONLY)
def norm(g: Writer) -> None:
    call = g.pick(
        "batch_norm(x",
        "batch_norm(image",
        "layer_norm(x",
        "batch_norm(x, scale=True",
        "batch_norm(image, center=False",
        "batch_norm(x, updates_collections=None",
    )
    scope = f', scope="{g.fresh("bn")}"' if g.chance(0.3) else ""
    g.line(f"tf.contrib.layers.{call}{scope})")


@production("contrib.shapeless", 3, ONLY)
def shapeless(g: Writer) -> None:
    g.line(
        "tf.contrib.layers."
        + g.pick(
            "flatten(image)", "max_pool2d(image, 2)", "dropout(x)", "avg_pool2d(image, [2, 2])"
        )
    )


@production("contrib.arg_scope", 6, ONLY, deep=True)
def arg_scope(g: Writer) -> None:
    given = g.pick(
        "trainable=False",
        "activation_fn=None",
        f"reuse={g.reuse()}",
        "biases_initializer=None",
        'scope="fc"' if not g.careful else "activation_fn=tf.nn.relu",
    )
    functions = "[tf.contrib.layers.fully_connected, tf.contrib.layers.conv2d]"
    with g.block(f"with tf.contrib.framework.arg_scope({functions}, {given}):"):
        g.line(weights(g))
        g.body(2)


@production("contrib.repeat", 4, ONLY)
def repeat(g: Writer) -> None:
    scope = f', scope="{g.fresh("r")}"' if g.chance(0.6) else ""
    g.line(
        g.pick(
            f"tf.contrib.slim.repeat(x, 2, tf.contrib.slim.fully_connected, 6{scope})",
            f"tf.contrib.layers.repeat(image, 2, tf.contrib.layers.conv2d, 3, 3{scope})",
            f"tf.contrib.slim.stack(x, tf.contrib.slim.fully_connected, [8, 4]{scope})",
        )
    )


@production("contrib.variable", 3, ONLY)
def variable(g: Writer) -> None:
    made = g.pick("model_variable", "variable")
    g.line(
        f'tf.contrib.framework.{made}("{g.name()}", shape=[2], initializer=tf.zeros_initializer())'
    )


@production("contrib.embed", 2, ONLY)
def embed(g: Writer) -> None:
    scope = f', scope="{g.fresh("e")}"' if g.chance(0.5) else ""
    g.line(f"tf.contrib.layers.embed_sequence(ids, 9, 4{scope})")


@production("contrib.regularizer", 2, ONLY)
def regularizer(g: Writer) -> None:
    g.line(
        f'tf.get_variable("{g.fresh("w")}", [2], regularizer=tf.contrib.layers.l2_regularizer(0.1))'
    )


@production("contrib.cell", 2, ONLY)
def cell(g: Writer) -> None:
    kind = g.pick("LSTMBlockCell", "LayerNormBasicLSTMCell", "GRUBlockCellV2")
    scope = f'scope="{g.fresh("rnn")}"'
    g.line(f"tf.nn.dynamic_rnn(tf.contrib.rnn.{kind}(3), sequence, dtype=tf.float32, {scope})")
