# Operations that are built inside of loops and branches stand in their name scopes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


def body(tag):
    def run(*args):
        x = tf.identity(tf.zeros([2]), name="x")
        told(tag, x.op.name)
        return args[0] if len(args) == 1 else args

    return run


tf.while_loop(lambda i: i < 3, body("while"), [tf.constant(0)])
tf.while_loop(lambda i: i < 3, body("named"), [tf.constant(0)], name="mine")
tf.map_fn(body("map"), tf.zeros([3, 2]))
tf.scan(lambda a, b: body("scan")(b), tf.zeros([3, 2]))
tf.foldl(lambda a, b: body("foldl")(b), tf.zeros([3, 2]))
tf.foldr(lambda a, b: body("foldr")(b), tf.zeros([3, 2]), name="f")
tf.cond(
    tf.placeholder(tf.bool, []),
    lambda: body("true")(tf.zeros([1])),
    lambda: body("false")(tf.zeros([1])),
)
tf.cond(
    tf.placeholder(tf.bool, []),
    lambda: body("yes")(tf.zeros([1])),
    lambda: body("no")(tf.zeros([1])),
    name="c",
)
tf.case(
    [(tf.placeholder(tf.bool, []), lambda: body("case")(tf.zeros([1])))],
    default=lambda: body("default")(tf.zeros([1])),
)
with tf.name_scope("outer"):
    tf.while_loop(lambda i: i < 3, body("inner"), [tf.constant(0)])
    with tf.variable_scope("v"):
        tf.cond(
            tf.placeholder(tf.bool, []), lambda: body("deep")(tf.zeros([1])), lambda: tf.zeros([1])
        )


class Cell(tf.nn.rnn_cell.RNNCell):
    state_size = 2
    output_size = 2

    def __call__(self, inputs, state, scope=None):
        body("cell")(inputs)
        return state, state


tf.nn.dynamic_rnn(Cell(), tf.zeros([3, 4, 2]), dtype=tf.float32)
tf.nn.dynamic_rnn(Cell(), tf.zeros([3, 4, 2]), dtype=tf.float32, scope="r")
tf.nn.static_rnn(Cell(), [tf.zeros([3, 2])], dtype=tf.float32)
tf.nn.bidirectional_dynamic_rnn(Cell(), Cell(), tf.zeros([3, 4, 2]), dtype=tf.float32)
with tf.device("/cpu:0"), tf.control_dependencies([tf.zeros([1])]):
    body("device")(1)
with tf.name_scope("") as scope:
    body("root")(1)
with tf.name_scope(None):
    body("none")(1)
with tf.name_scope("again/"):
    body("again")(1)
with tf.name_scope("again"):
    body("more")(1)
