# slim's residual networks: shared with reuse, refused without; their blocks are end points.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.slim.nets import resnet_v1
from tensorflow.contrib.slim.python.slim.nets import resnet_v2

slim = tf.contrib.slim
images = tf.placeholder(tf.float32, [None, 64, 64, 3])
with slim.arg_scope(resnet_v1.resnet_arg_scope()):
    net, ends = resnet_v1.resnet_v1_50(images, 4, is_training=True)
    tf.get_variable("block", [ends["resnet_v1_50/block3"].shape[3].value])
    tf.get_variable("prediction", [ends["predictions"].shape[3].value])
    resnet_v1.resnet_v1_50(images, 4, is_training=False, reuse=True)
    net, _ = resnet_v2.resnet_v2_50(images, global_pool=False, output_stride=8)
    tf.get_variable("dense", net.shape.as_list()[1:])
resnet_v1.resnet_v1_50(images)
