# Before 1.0 the axis stands before the tensors: in concat, split and their keywords.
# tensorflow: 0.12
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 6])


def dense(x, name):
    with tf.variable_scope(name):
        weights = tf.get_variable("w", [x.get_shape()[1].value, 2])
        return tf.matmul(x, weights)


dense(tf.concat(1, [x, x]), "lists")
dense(tf.concat(1, (x, x, x)), "tuples")
dense(tf.concat(1, values=[x, x]), "by_place_and_name")
dense(tf.concat(values=[x, x], concat_dim=1, name="both"), "by_name")
dense(tf.concat(concat_dim=0, values=[x, x]), "rows")
dense(tf.concat(1, [x]), "one")
axis = len(x.get_shape()) - 1
dense(tf.concat(axis, [x, tf.sin(x)]), "computed")
for i, part in enumerate(tf.split(1, 3, x)):
    dense(part, "part_%d" % i)
left, right = tf.split(split_dim=1, num_split=2, value=x)
dense(left, "left")
dense(right, "right")
first, second = tf.split_v(x, [2, 4], 1)
tf.get_variable("batch", [tf.concat(0, [[1, 2], [3]]).get_shape()[0].value])
tf.get_variable("packed", tf.pack([tf.zeros([3]), tf.zeros([3])]).get_shape())
tf.get_variable("axis", tf.pack([tf.zeros([3]), tf.zeros([3])], axis=1).get_shape())
tf.get_variable("unpacked", [len(tf.unpack(tf.zeros([4, 2])))])
tf.get_variable("expanded", tf.expand_dims(tf.zeros([3]), dim=0).get_shape())
tf.get_variable("squeezed", tf.squeeze(tf.zeros([1, 3, 1]), squeeze_dims=[0]).get_shape())
tf.get_variable("reduced", tf.reduce_sum(tf.zeros([3, 4]), reduction_indices=1).get_shape())
tf.get_variable("largest", tf.argmax(tf.zeros([3, 4]), dimension=1).get_shape())
tf.get_variable("losses", tf.nn.nce_loss(
    tf.zeros([9, 6]), tf.zeros([9]), tf.zeros([4, 6]), tf.zeros([4, 1], tf.int32), 2, 9
).get_shape())


def branch():
    return tf.Variable(tf.zeros([2]), name="in_branch").initialized_value()


tf.cond(tf.reduce_sum(x) > 0.0, branch, lambda: tf.ones([2]))
