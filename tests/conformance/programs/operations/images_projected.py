# Images that are turned, moved or projected keep their sizes, unless another is asked for.
# tensorflow: 1.15
import tensorflow as tf

image = tf.ones([6, 8, 3])
images = tf.placeholder(tf.float32, [4, None, 8, 3])
turned = tf.contrib.image.rotate(image, 0.5, interpolation="BILINEAR")
moved = tf.contrib.image.translate(tf.ones([4, 6, 8, 3]), [[1.0, 2.0]] * 4)
plane = tf.contrib.image.rotate(tf.ones([6, 8]), [0.1])
some = tf.contrib.image.rotate(images, tf.zeros([4]))
flat = [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]
smaller = tf.contrib.image.transform(image, flat, "NEAREST", [3, 4])
for name, value in (("turned", turned), ("moved", moved), ("plane", plane), ("small", smaller)):
    tf.get_variable(name, value.shape)
tf.get_variable("some", [some.shape[0], some.shape[3]])
tf.get_variable("sides", [2 if some.shape[at].value is None else 1 for at in (1, 2)])
try:
    tf.contrib.image.rotate(tf.placeholder(tf.float32), 0.1)
except TypeError:
    tf.get_variable("rank_asked_for", [])
tf.get_variable("refused", some.shape)
