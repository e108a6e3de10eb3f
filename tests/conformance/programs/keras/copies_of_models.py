# Copies of models make their weights at once where the model tells its inputs.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
K = tf.keras
first = K.Sequential([K.layers.Dense(3, input_shape=(4,)), K.layers.BatchNormalization()])
K.models.clone_model(first)
x = K.Input((5,))
hidden = K.layers.Dense(2, name="shared")
out = K.layers.Concatenate()([hidden(x), hidden(K.layers.Dropout(0.5)(x))])
second = K.Model(x, K.layers.Dense(1)(out))
target = K.models.clone_model(second)
target.set_weights(second.get_weights())
third = K.Sequential([K.layers.Dense(6)])
copied = K.models.clone_model(third)
copied(tf.ones([2, 7]))
again = K.models.clone_model(target)
target(tf.ones([2, 5]))
K.models.clone_model(third, tf.ones([2, 3]))
K.models.clone_model(second, input_tensors=[K.Input((5,))])
