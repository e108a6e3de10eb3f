# spatial_softmax learns a temperature in a scope of its own, and refuses a second one of the name.
# tensorflow: 1.15
import tensorflow as tf

layers, slim = tf.contrib.layers, tf.contrib.slim
x = tf.placeholder(tf.float32, [2, 6, 7, 5])
points = layers.spatial_softmax(x)
tf.get_variable("points", [points.shape[1]])
slim.spatial_softmax(x, temperature=2.0)
layers.spatial_softmax(tf.placeholder(tf.float32, [2, 3, None, None]), name="first", trainable=False, data_format="NCHW")
with tf.variable_scope("m", reuse=tf.AUTO_REUSE):
    layers.spatial_softmax(x, name="s")
    layers.spatial_softmax(x, name="s", variables_collections=["mine"])
tf.get_variable("mine", [1 + len(tf.get_collection("mine"))])
tf.get_variable("models", [len(slim.get_model_variables())])
for fmt in ("NCHW", "nhwc"):
    try:
        layers.spatial_softmax(tf.placeholder(tf.float32, [2, None, 4, 3]), data_format=fmt)
    except ValueError:
        tf.get_variable("refused_" + fmt, [1])
try:
    layers.spatial_softmax(tf.zeros([2, 3, 4, 2], tf.float64))
except TypeError:
    tf.get_variable("refused_float64", [1])
layers.spatial_softmax(x, name="first")
