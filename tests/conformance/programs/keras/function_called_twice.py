# A network of Keras layers built by a function has new variables at each call.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))


def net(x, reuse=False):
    with tf.variable_scope("d", reuse=reuse):
        return layers.Dense(1, name="out")(layers.Dense(3, name="hidden")(x))


net(x)
net(x, True)
