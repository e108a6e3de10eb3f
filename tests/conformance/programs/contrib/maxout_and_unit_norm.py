# maxout, unit_norm and the layers between images and sequences make no variables; their shapes decide those behind.
# tensorflow: 1.15
import tensorflow as tf

layers, slim = tf.contrib.layers, tf.contrib.slim
x = tf.placeholder(tf.float32, [3, 8, 12])
layers.fully_connected(layers.maxout(x, 4), 2, scope="a")
layers.fully_connected(slim.maxout(x, 2, axis=1), 2, scope="b")
y = layers.maxout(x, 2, axis=1)
tf.get_variable("maxout", y.shape)
u = layers.unit_norm(x, 1)
tf.get_variable("unit_norm", u.shape)
v = layers.unit_norm(tf.placeholder(tf.float32, [None, 4]), 1)
layers.fully_connected(v, 2, scope="c")
images = tf.placeholder(tf.float32, [2, 5, 6, 3])
s = layers.images_to_sequence(images)
tf.get_variable("sequence", s.shape)
i = slim.sequence_to_images(s, 5)
tf.get_variable("images", i.shape)
tf.get_variable("first", layers.sequence_to_images(s, 5, output_data_format="channels_first").shape)
tf.get_variable("nchw", layers.images_to_sequence(tf.placeholder(tf.float32, [2, 3, 5, 6]), data_format="NCHW").shape)
open_ = layers.images_to_sequence(tf.placeholder(tf.float32, [None, None, 6, 3]))
tf.get_variable("open", [1 if d is None else d for d in open_.shape.as_list()])
back = layers.sequence_to_images(open_, 4)
tf.get_variable("back", [1 if d is None else d for d in back.shape.as_list()])
with slim.arg_scope([slim.maxout], num_units=6):
    layers.fully_connected(slim.maxout(x), 2, scope="d")
with tf.variable_scope("s"):
    layers.maxout(x, 4)
    with tf.variable_scope(None, "MaxOut"):
        tf.get_variable("numbered", [1])
    layers.unit_norm(x, 0)
    with tf.variable_scope(None, "UnitNorm"):
        tf.get_variable("numbered", [1])
for axis in (3, -1):
    try:
        layers.unit_norm(x, axis)
    except ValueError:
        tf.get_variable("refused_%d" % (axis + 1), [1])
try:
    layers.images_to_sequence(images, data_format="NDHWC")
except ValueError:
    tf.get_variable("refused_format", [1])
try:
    layers.unit_norm(tf.placeholder(tf.float32), 0)
except ValueError:
    tf.get_variable("refused_rank", [1])
try:
    layers.maxout(tf.placeholder(tf.float32, [2, None]), 2)
except TypeError:
    tf.get_variable("refused_channels", [1])
for layer in (lambda: layers.images_to_sequence(x), lambda: slim.sequence_to_images(images, 5)):
    try:
        layer()
    except ValueError as error:
        tf.get_variable("refused_" + str(error).split()[0], [1])
layers.maxout(x, 5)
