# A function that asks for fixed names can be called once only.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def layer(x, units):
    weights = tf.get_variable("weights", [int(x.shape[1]), units])
    return tf.nn.relu(tf.matmul(x, weights))


images = tf.placeholder(tf.float32, [None, 784])
hidden = layer(images, 128)
other = layer(images, 128)
