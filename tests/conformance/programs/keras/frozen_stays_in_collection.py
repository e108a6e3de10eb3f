# A frozen Keras layer stays in the collection of trainable variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
layers.Dense(3, trainable=False)(x)
layer = layers.Dense(2)
layer(x)
layer.trainable = False
for v in tf.trainable_variables():
    tf.get_variable("seen_" + v.op.name.replace("/", "_"), ())
