# A batch_normalization whose name differs on the reusing call: m/bn2/gamma does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
for step, reuse in ((1, None), (2, True)):
    with tf.variable_scope("m", reuse=reuse):
        tf.layers.batch_normalization(x, name="bn%d" % step)
