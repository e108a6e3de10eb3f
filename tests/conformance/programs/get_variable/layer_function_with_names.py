# A function that is handed a name prefix can be called many times.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def layer(x, units, name):
    w = tf.get_variable(name + "_w", [x.get_shape().as_list()[-1], units])
    b = tf.get_variable("%s_b" % name, [units], initializer=tf.constant_initializer(0.1))
    return tf.nn.xw_plus_b(x, w, b)


x = tf.placeholder(tf.float32, [None, 10])
h = layer(x, 5, "layer1")
y = layer(h, 2, "layer2")
