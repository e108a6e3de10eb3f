# A Dense object called three times keeps one kernel and one bias.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
encode = tf.layers.Dense(4, activation=tf.nn.tanh, name="encode")
a = encode(tf.zeros([2, 3]))
b = encode(tf.ones([2, 3]))
c = encode.apply(tf.zeros([7, 3]))
tf.get_variable("n_%d" % len(encode.trainable_weights), [1])
