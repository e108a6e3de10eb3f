# A model that begins with a model knows its input by that one's first layer, and builds at once.
import tensorflow as tf

keras = tf.keras
if hasattr(tf, "disable_eager_execution"):
    tf.disable_eager_execution()
else:
    tf.compat.v1.disable_eager_execution()


def stacked(*layers):
    model = keras.models.Sequential()
    for layer in layers:
        model.add(layer)
    return model


generator = stacked(keras.layers.Dense(10, input_shape=(20,)), keras.layers.Dense(6))
stacked(generator, keras.layers.Dense(2))
stacked(stacked(generator), keras.layers.Dense(3))
given = keras.layers.Input((20,))
functional = keras.models.Model(given, keras.layers.Dense(4)(given))
stacked(functional, keras.layers.Dense(5))
later = stacked(keras.layers.Dense(7))
stacked(later, keras.layers.Dense(8))
begun = keras.models.Sequential()
begun.add(keras.layers.InputLayer((20,)))
begun.add(keras.layers.Dense(9))
deferred = stacked(begun, keras.layers.Dense(11))
judge = keras.models.Sequential([keras.layers.Dense(1, input_shape=(6,))])
both = keras.models.Sequential([generator, judge])
both.add(keras.layers.Dense(12))
deferred(tf.zeros([2, 20]))
