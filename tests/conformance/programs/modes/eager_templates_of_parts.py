# A template that runs eagerly keeps the parts of its variables, as it keeps whole ones.
import tensorflow.compat.v1 as tf

tf.enable_eager_execution()
halves = tf.fixed_size_partitioner(2)


def build(y):
    return tf.get_variable("w", [3])


whole = tf.make_template("whole", build, create_scope_now_=True)
with tf.variable_scope("s", partitioner=halves):
    first = tf.make_template("first", build)
    second = tf.make_template("second", build, create_scope_now_=True)
    if first(1) is first(1):
        tf.get_variable("same", [1], partitioner=None)
    second(1)
    second(1)
    whole(1)
whole(1)
second(1)
with tf.variable_scope("p", partitioner=halves):
    dense = tf.make_template("dense", lambda: tf.layers.dense(tf.zeros([2, 3]), 4))
    dense()
    dense()
given = tf.make_template("given", lambda: tf.get_variable("w", [4, 2], partitioner=halves))
given()
given()
