# Layers called on Input build at once; the model that holds them adds nothing.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
with tf.variable_scope("q"):
    given = tf.keras.Input((5,))
    out = layers.Dense(2)(layers.Dense(3)(given))
    model = tf.keras.Model(given, out)
model(tf.placeholder(tf.float32, (None, 5)))
