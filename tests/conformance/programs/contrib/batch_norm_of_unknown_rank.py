# What has no rank can't be normalized: a product of what was fed without a shape is of that kind.
# tensorflow: 1.15
import tensorflow as tf

fed = tf.placeholder(tf.float32)
layers = tf.contrib.layers
refused = 0
for number, more in enumerate(
    ({}, {"updates_collections": None}, {"renorm": True}, {"zero_debias_moving_mean": True})
):
    try:
        layers.batch_norm(fed, scope="first_%d" % number, **more)
    except ValueError:
        refused += 1
tf.get_variable("refused", [refused])
weights = tf.get_variable("weights", [3, 4])
hidden = tf.matmul(fed, weights) + tf.get_variable("biases", [4])
rows = layers.batch_norm(tf.reshape(hidden, [-1, 4]), scope="rows")
layers.batch_norm(hidden, scope="hidden")
