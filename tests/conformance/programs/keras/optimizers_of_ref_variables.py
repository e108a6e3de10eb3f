# Keras's optimizers train resource variables alone.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
KINDS = tf.keras.optimizers


def told(optimizer, variable):
    try:
        optimizer.apply_gradients([(tf.ones([3]), variable)])
    except (ValueError, AttributeError) as error:
        return type(error).__name__
    return "fine"


words = []
for make in (KINDS.Adam, KINDS.SGD, lambda: KINDS.SGD(0.1, momentum=0.9), KINDS.RMSprop):
    for resource in (False, True):
        name = "w%d" % len(words)
        words.append(told(make(), tf.get_variable(name, [3], use_resource=resource)))
for number, word in enumerate(words):
    tf.get_variable("n%d_%s" % (number, word), [])
layer = tf.layers.Dense(2)
loss = tf.reduce_sum(layer(tf.ones([2, 3])))
optimizer = KINDS.Adagrad()
optimizer.apply_gradients(zip(tf.gradients(loss, layer.weights), layer.weights))
