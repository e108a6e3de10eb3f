# A generator that is left runs its finally at once.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def scopes():
    try:
        with tf.variable_scope("a"):
            yield 1
            yield 2
    finally:
        tf.get_variable("f", [1])


for i in scopes():
    break
tf.get_variable("v", [1])
try:
    for i in scopes():
        1 / 0
except ZeroDivisionError:
    tf.get_variable("v2", [1])
tf.get_variable("v3", [1])
