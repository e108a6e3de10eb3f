# Lambdas with defaults and conditions, in a dict, called by key.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = {
    "linear": lambda x, n: x,
    "relu": lambda x, n, f=tf.nn.relu: f(tf.layers.dense(x, n, name="relu%d" % n)),
    "maybe": lambda x, n: (
        tf.layers.dense(x, n, name="big") if n > 4 else tf.layers.dense(x, n, name="small")
    ),
}
x = tf.zeros([2, 3])
for kind, units in (("linear", 9), ("relu", 4), ("maybe", 5), ("maybe", 2)):
    x = layers[kind](x, units)
twice = lambda f: lambda *a: f(*a) + f(*a)
tf.get_variable("v%d" % twice(lambda n: n + 1)(3), [1])
