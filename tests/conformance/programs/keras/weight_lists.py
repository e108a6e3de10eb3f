# What a layer and a model list as trainable, before and after they are built.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
layer = layers.Dense(3)
model = tf.keras.Sequential([layers.Dense(4), layers.BatchNormalization(), layer])
for v in layer.trainable_variables:
    tf.get_variable("early_" + v.op.name.replace("/", "_"), ())
model(x)
layer.trainable = False
for v in model.trainable_variables:
    tf.get_variable("t_" + v.op.name.replace("/", "_"), ())
for v in model.non_trainable_weights:
    tf.get_variable("n_" + v.op.name.replace("/", "_"), ())
