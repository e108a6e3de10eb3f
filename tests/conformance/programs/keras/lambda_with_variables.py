# A Lambda layer keeps what its function makes, by name (1.15), or refuses it (2).
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
K = tf.keras


def shifted(x):
    return x + tf.Variable(tf.zeros([3]), name="shift")


x = tf.placeholder(tf.float32, [None, 3])
l = K.layers.Lambda(shifted)
l(x)
l(x)
two = K.layers.Lambda(lambda y: K.layers.Dense(3)(K.layers.Dense(3)(y)))
two(x)
scaled = K.layers.Lambda(lambda y, by: y * by, arguments={"by": 2.0})
K.layers.Activation(lambda y: K.layers.PReLU()(y))(scaled(x))
K.layers.Dense(2, lambda y: tf.layers.dense(y, 1))(x)
for kept in two.weights + l.trainable_weights:
    tf.Variable(0.0, name="kept_" + kept.op.name.replace("/", "."))
