# Without a list an optimizer takes Keras variables from the collection.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
h = layers.Dense(3, name="a")(x)
w = tf.get_variable("w", (3, 1))
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(tf.matmul(h, w)))
