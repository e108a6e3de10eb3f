# A Sequential that is called in a variable scope has the scope's prefix.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
model = tf.keras.Sequential(name="gen")
model.add(layers.Dense(3))
model.add(layers.LeakyReLU())
model.add(layers.Dense(2))
with tf.variable_scope("g"):
    model(x)
