# An optimizer takes its loss as a function: a tape tells the variables, in graphs too.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def refused(action):
    try:
        action()
    except (ValueError, RuntimeError) as error:
        tf.get_variable(type(error).__name__, [len(str(error).split(" between ")[0])])


a = tf.get_variable("a", [2], use_resource=True)
b = tf.get_variable("b", [2], use_resource=True)
c = tf.get_variable("c", [2], use_resource=True, trainable=False)
ref = tf.get_variable("ref", [2], use_resource=False)


def loss():
    d = tf.get_variable("d", [2], use_resource=True)
    return tf.reduce_sum(d * a) + tf.reduce_sum(c * ref) + tf.stop_gradient(b)


first = tf.train.AdamOptimizer(0.1)
first.minimize(loss)
second = tf.train.MomentumOptimizer(0.1, 0.9)
pairs = second.compute_gradients(lambda: tf.reduce_sum(a * b), [b, c])
assert [v.op.name for _, v in pairs] == ["b", "c"]
assert pairs[1][0] is None
second.apply_gradients(pairs)
refused(lambda: first.minimize(lambda: tf.constant(1.0), var_list=[a]))
assert second.get_slot(b, "momentum").op.name == "b/Momentum"
assert [v.op.name for v in second.variables()] == ["b/Momentum"]
assert [v.op.name for v in first.variables()] == [
    "a/Adam", "a/Adam_1", "beta1_power", "beta2_power", "d/Adam", "d/Adam_1",
]  # fmt: skip
