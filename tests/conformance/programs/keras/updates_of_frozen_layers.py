# A frozen layer has no updates; some attributes of a layer are what it was given.
# tensorflow: 1.15
import tensorflow as tf

keras = tf.keras

model = keras.Sequential([keras.layers.BatchNormalization(input_shape=(4,))])
if model.updates:
    tf.get_variable("has_updates", [1])
model.trainable = False
if not model.updates:
    tf.get_variable("has_none", [1])
layer = keras.layers.LocallyConnected1D(3, 3, implementation=2)
if layer.implementation != 2:
    raise NotImplementedError(layer.implementation)
tf.get_variable("w", [keras.layers.Dense(units=3).units])
model = keras.Sequential([keras.layers.LocallyConnected1D(2, 3)])
model.compile("sgd", "mse")
for weight in model.layers[0].weights:
    tf.get_variable("not_built", [1])
