# An optimizer whose loss comes out of an imported graph: its only variable, or all of them, train.
import os

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.Graph().as_default() as made:
    images = tf.placeholder(tf.float32, [2, 3], name="images")
    tf.square(images, name="features")
definition = made.as_graph_def()


def painted():
    with tf.Graph().as_default() as graph:
        picture = tf.Variable(tf.zeros([2, 3]), name="picture")
        tf.import_graph_def(definition, name="net", input_map={"images:0": picture})
        loss = tf.nn.l2_loss(graph.get_tensor_by_name("net/features:0") - 1.0)
        tf.train.AdamOptimizer(0.1).minimize(loss)


painted()
scale = tf.get_variable("scale", [3])
with tf.variable_scope("out"):
    shift = tf.get_variable("shift", [3])
tf.import_graph_def(definition, name="net", input_map={"images:0": tf.tile([scale], [2, 1])})
features = tf.get_default_graph().get_tensor_by_name("net/features:0")
loss = tf.reduce_sum(scale * shift) + tf.reduce_mean(features)
optimizer = tf.train.MomentumOptimizer(0.1, 0.9)
optimizer.apply_gradients(optimizer.compute_gradients(loss))


def dense(x):
    return tf.layers.dense(x, 2, name="dense")


layers = {"dense": (dense, 4)}
make, width = layers[os.environ.get("NO_SUCH_LAYER", "dense")]
tf.get_variable("width", [width])
make(tf.zeros([1, 3]))
