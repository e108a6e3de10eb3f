# slim's AlexNet and OverFeat: the names and shapes of what they make.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.slim.nets import alexnet, overfeat

slim = tf.contrib.slim
with slim.arg_scope(alexnet.alexnet_v2_arg_scope()):
    net, ends = alexnet.alexnet_v2(tf.zeros([1, 224, 224, 3]), 7, spatial_squeeze=False)
    tf.get_variable("alexnet", net.shape)
with slim.arg_scope(overfeat.overfeat_arg_scope()):
    net, ends = overfeat.overfeat(tf.zeros([1, 231, 231, 3]))
    tf.get_variable("overfeat", net.shape)
    tf.get_variable("points%d" % len(ends), [1])
    overfeat.overfeat(tf.zeros([1, 64, 64, 3]), scope="overfeat")
