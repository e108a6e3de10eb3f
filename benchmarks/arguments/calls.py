"""Calls of TensorFlow's functions, each with one argument changed: plausible values and wild ones.

Runs on Python 3.7 too, where TensorFlow 1.15 is.
"""

from __future__ import absolute_import

PROGRAM = """x = tf.ones([2, 4])
sequence = tf.ones([2, 3, 4])
images = tf.ones([2, 8, 8, 3])
volumes = tf.ones([2, 4, 4, 4, 3])
ids = tf.zeros([2, 3], tf.int32)


def same(*args, **kwargs):
    return args[0]


def start(shape, dtype=None, partition_info=None):
    return tf.zeros(shape)


def loss():
    return tf.reduce_sum(tf.get_variable("weights", [4, 2]) ** 2)


cell = tf.nn.rnn_cell.BasicLSTMCell(4)
with tf.variable_scope("top"):
    {}
"""
HEADS = {
    "1.15": "import tensorflow as tf\n",
    "2.21": "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n",
}
STEP = "(lambda c: c(x, c.zero_state(2, tf.float32)))({})"

# name: the arguments, and what is done with the call ({} stands for it)
CALLS = {
    "tf.layers.dense": ("x, 4", "{}"),
    "tf.layers.conv1d": ("sequence, 4, 2", "{}"),
    "tf.layers.conv2d": ("images, 4, 3", "{}"),
    "tf.layers.conv3d": ("volumes, 4, 2", "{}"),
    "tf.layers.conv2d_transpose": ("images, 4, 3", "{}"),
    "tf.layers.conv3d_transpose": ("volumes, 4, 2", "{}"),
    "tf.layers.separable_conv1d": ("sequence, 4, 2", "{}"),
    "tf.layers.separable_conv2d": ("images, 4, 3", "{}"),
    "tf.layers.batch_normalization": ("images", "{}"),
    "tf.layers.Dense": ("4", "{}(x)"),
    "tf.layers.Conv2D": ("4, 3", "{}(images)"),
    "tf.layers.BatchNormalization": ("", "{}(images)"),
    "tf.contrib.layers.fully_connected": ("x, 4", "{}"),
    "tf.contrib.layers.conv2d": ("images, 4, 3", "{}"),
    "tf.contrib.layers.conv2d_transpose": ("images, 4, 3", "{}"),
    "tf.contrib.layers.separable_conv2d": ("images, 4, 3, 1", "{}"),
    "tf.contrib.layers.conv2d_in_plane": ("images, 3", "{}"),
    "tf.contrib.layers.batch_norm": ("images", "{}"),
    "tf.contrib.layers.layer_norm": ("images", "{}"),
    "tf.contrib.layers.instance_norm": ("images", "{}"),
    "tf.contrib.layers.group_norm": ("images, 3", "{}"),
    "tf.contrib.layers.bias_add": ("images", "{}"),
    "tf.contrib.layers.embed_sequence": ("ids, 5, 4", "{}"),
    "tf.contrib.layers.spatial_softmax": ("images", "{}"),
    "tf.contrib.layers.optimize_loss": (
        "loss(), tf.train.get_or_create_global_step(), 0.1, 'SGD'",
        "{}",
    ),
    "tf.contrib.rnn.LayerNormBasicLSTMCell": ("4", STEP),
    "tf.contrib.rnn.CoupledInputForgetGateLSTMCell": ("4", STEP),
    "tf.contrib.rnn.GridLSTMCell": ("4", STEP),
    "tf.contrib.rnn.NASCell": ("4", STEP),
    "tf.contrib.rnn.UGRNNCell": ("4", STEP),
    "tf.contrib.rnn.LSTMBlockCell": ("4", STEP),
    "tf.contrib.rnn.IndyLSTMCell": ("4", STEP),
    "tf.contrib.rnn.IndyGRUCell": ("4", STEP),
    "tf.contrib.rnn.HighwayWrapper": ("cell", STEP),
    "tf.contrib.seq2seq.BahdanauAttention": ("4, sequence", "{}"),
    "tf.contrib.seq2seq.AttentionWrapper": (
        "cell, tf.contrib.seq2seq.LuongAttention(4, sequence)",
        STEP,
    ),
    "tf.nn.rnn_cell.BasicRNNCell": ("4", STEP),
    "tf.nn.rnn_cell.GRUCell": ("4", STEP),
    "tf.nn.rnn_cell.BasicLSTMCell": ("4", STEP),
    "tf.nn.rnn_cell.LSTMCell": ("4", STEP),
    "tf.nn.rnn_cell.DropoutWrapper": ("cell", STEP),
    "tf.nn.rnn_cell.ResidualWrapper": ("cell", STEP),
    "tf.nn.dynamic_rnn": ("cell, sequence, dtype=tf.float32", "{}"),
    "tf.nn.static_rnn": ("cell, [x, x], dtype=tf.float32", "{}"),
    "tf.get_variable": ("'v', [2, 3]", "{}"),
    "tf.Variable": ("tf.zeros([2])", "{}"),
    "tf.variable_scope": ("'inner'", "with {}:\n        tf.layers.dense(x, 2)"),
    "tf.train.GradientDescentOptimizer": ("0.1", "{}.minimize(loss())"),
    "tf.train.AdamOptimizer": ("0.1", "{}.minimize(loss())"),
    "tf.train.MomentumOptimizer": ("0.1, 0.9", "{}.minimize(loss())"),
    "tf.train.RMSPropOptimizer": ("0.1", "{}.minimize(loss())"),
    "tf.train.AdagradOptimizer": ("0.1", "{}.minimize(loss())"),
    "tf.train.ExponentialMovingAverage": ("0.9", "{}.apply([tf.get_variable('e', [2])])"),
    "tf.keras.layers.Dense": ("4", "{}(x)"),
    "tf.keras.layers.Conv2D": ("4, 3", "{}(images)"),
    "tf.keras.layers.SeparableConv2D": ("4, 3", "{}(images)"),
    "tf.keras.layers.DepthwiseConv2D": ("3", "{}(images)"),
    "tf.keras.layers.BatchNormalization": ("", "{}(images)"),
    "tf.keras.layers.LayerNormalization": ("", "{}(images)"),
    "tf.keras.layers.Embedding": ("5, 4", "{}(ids)"),
    "tf.keras.layers.LSTM": ("4", "{}(sequence)"),
    "tf.keras.layers.SimpleRNN": ("4", "{}(sequence)"),
    "tf.keras.layers.PReLU": ("", "{}(images)"),
    "tf.metrics.mean": ("x", "{}"),
    "tf.metrics.auc": ("x > 0, x", "{}"),
    "tf.metrics.mean_iou": ("ids, ids, 3", "{}"),
    "tf.metrics.precision_at_k": ("tf.zeros([2], tf.int64), x, 2", "{}"),
}
_DATA = (
    "inputs x input args kwargs labels predictions values loss global_step cell cell_fw cell_bw "
    "memory attention_mechanism var_list collections variable_def import_scope caching_device"
).split()
_FLAG = ["True", "False", "None"]
_VALUES = [
    (("name", "scope"), ["'n'", "''", "None", "'a/b'"]),
    (("reuse", "_reuse"), ["True", "False", "None", "tf.AUTO_REUSE"]),
    (("trainable", "is_training", "training"), _FLAG),
    (("axis",), ["1", "-1", "0", "[1]", "[1, 2]", "9"]),
    (("padding",), ["'same'", "'SAME'", "'valid'", "'bad'"]),
    (("data_format",), ["'channels_first'", "'channels_last'", "'NCHW'", "'NHWC'", "'bad'"]),
    (("shape",), ["[2]", "[]", "3", "None", "[None, 2]", "'x'"]),
    (("custom_getter",), ["(lambda getter, *a, **k: getter(*a, **k))", "None"]),
]
_PARTS = [
    ("initializer", ["start", "tf.zeros_initializer()", "'zeros'", "None"]),
    ("regularizer", ["lambda w: tf.reduce_sum(w)", "None"]),
    ("constraint", ["same", "None"]),
    ("dtype", ["tf.float64", "tf.float16", "None", "'float32'"]),
    ("activation", ["same", "None", "tf.nn.relu"]),
    ("_fn", ["same", "None", "tf.nn.relu"]),
    ("partitioner", ["tf.fixed_size_partitioner(2)", "None"]),
    ("_state", ["None"]),
]
_KINDS = [
    (bool, _FLAG),
    (int, ["1", "2", "3", "0", "-1", "(2, 2)", "2.0", "None"]),
    (float, ["0.0", "0.5", "1.0", "None"]),
    (str, ["'bad'", "None"]),
    ((tuple, list), ["1", "2", "(2, 2)", "[3, 3]", "None", "(1, 2, 3)"]),
    (object, ["True", "None", "2", "0.5", "'x'"]),
]


def values(name, default):
    """What a parameter is given, by its name or else by the type of its default."""
    if name in _DATA or name.endswith("collections"):
        return []
    for names, found in _VALUES:
        if name in names:
            return found
    for part, found in _PARTS:
        if part in name:
            return found
    return next(found for kind, found in _KINDS if isinstance(default, kind))


def split(arguments):
    """The arguments of a call, without a look into brackets."""
    out, depth, word = [], 0, ""
    for letter in arguments:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            out.append(word.strip())
            word = ""
        else:
            word += letter
    return out + [word.strip()] if word.strip() else out


def changed(name, parameters, defaults):
    """Pairs of a parameter, '' for none, and the text of the call in which it is changed."""
    arguments, use = CALLS[name]
    given = split(arguments)
    named = [one.split("=")[0] for one in given if "=" in one and ">" not in one]
    places = len(given) - len(named)
    yield "", use.replace("{}", "{}({})".format(name, ", ".join(given)))
    for at, parameter in enumerate(parameters):
        if parameter in named:
            continue
        for value in values(parameter, defaults.get(parameter)) + ["unknown"]:
            row = list(given)
            if at < places:
                row[at] = value
            else:
                row.append("{}={}".format(parameter, value))
            yield parameter, use.replace("{}", "{}({})".format(name, ", ".join(row)))
