# Scope names may be computed.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def block(index):
    with tf.variable_scope("block_%d" % index):
        with tf.variable_scope("conv" + str(1)):
            return tf.get_variable("w", [3, 3, 1, 1])


with tf.variable_scope("enc"):
    for index in range(2):
        block(index)
