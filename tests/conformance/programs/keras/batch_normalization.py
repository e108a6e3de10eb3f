# Moving statistics are not trainable, and no update is in the collection.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
layer = layers.BatchNormalization()
layer(x, training=True)
for key in tf.get_collection(tf.GraphKeys.UPDATE_OPS):
    tf.get_variable("an_update", ())
