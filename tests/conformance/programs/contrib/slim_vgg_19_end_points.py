# The end points of VGG 19 stand under its scope, so that a second call sees those of the first.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.slim.python.slim.nets import vgg

slim = tf.contrib.slim
x = tf.placeholder(tf.float32, (2, 224, 224, 3))
with tf.variable_scope("v") as s:
    net, ends = vgg.vgg_19(x, 5, spatial_squeeze=False)
with tf.variable_scope(s, reuse=True):
    net, ends = vgg.vgg_19(x, 5, spatial_squeeze=False, is_training=False)
for k in sorted(ends):
    tf.get_variable("e_" + k.replace("/", "_"), ends[k].shape[1:])
