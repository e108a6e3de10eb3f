# Slots for Keras variables, named by a list of the model's.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
model = tf.keras.Sequential([layers.Dense(3), layers.Dense(2)])
loss = tf.reduce_mean(model(x))
tf.train.AdamOptimizer().minimize(loss, var_list=model.trainable_variables)
