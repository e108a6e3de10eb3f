# tensorflow: 1.15
import tensorflow as tf
from tensorflow.python.ops.variable_scope import EagerVariableStore

tf.enable_eager_execution()

store = EagerVariableStore()
for step in range(2):
    with store.as_default():
        hidden = tf.layers.dense(tf.ones([2, 3]), 4, name="hidden")
        tf.get_variable("scale", [1])
assert len(store.variables()) == 3
assert len(store.trainable_variables()) == 3
with store.as_default():
    tf.get_variable("scale", [2])
