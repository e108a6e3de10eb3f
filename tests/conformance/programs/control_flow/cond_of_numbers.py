# Numbers that branches give become tensors, and a list of one is unpacked by TensorFlow 1.
# tensorflow: 1.15
import tensorflow as tf

p = tf.placeholder(tf.bool, [])
results = [
    tf.cond(p, lambda: 1.0, lambda: 2.0),
    tf.cond(p, lambda: 1, lambda: tf.constant(2)),
    tf.cond(p, lambda: True, lambda: False),
    tf.case([(p, lambda: 1.0)], lambda: 2.0),
    tf.case([(p, lambda: 1.0), (tf.logical_not(p), lambda: 3.0)], lambda: 2.0),
    tf.cond(p, lambda: [1.0], lambda: [2.0]),
    tf.cond(p, lambda: (tf.ones([2]),), lambda: (tf.zeros([2]),)),
]
for number, one in enumerate(results):
    tf.get_variable("v%d_%s_%d" % (number, one.dtype.name, one.get_shape().ndims), [1])
pair = tf.cond(p, lambda: [1.0, (2, 3)], lambda: [2.0, (4, 5)])
tf.get_variable("pair_%d_%d" % (len(pair), len(pair[1])), [1])
kept = tf.cond(p, lambda: [1.0], lambda: [2.0], strict=True)
tf.get_variable("kept_%d" % len(kept), [1])
x = tf.nn.dropout(tf.ones([2, 3]), keep_prob=results[0])
tf.layers.dense(x, 4)
