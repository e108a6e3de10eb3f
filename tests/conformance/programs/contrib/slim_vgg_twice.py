# slim's VGG 16 a second time under its own scope, and what its end points are called.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.slim.nets import vgg

slim = tf.contrib.slim
images = tf.placeholder(tf.float32, [2, 224, 224, 3])
with slim.arg_scope(vgg.vgg_arg_scope(weight_decay=0.0)):
    logits, ends = vgg.vgg_16(images, num_classes=5, is_training=False, scope="style")
    tf.get_variable("relu", ends["style/conv4/conv4_3"].shape.as_list()[-1:])
    tf.get_variable("logits", logits.shape)
    with tf.variable_scope("style", reuse=True):
        tf.get_variable("fc8/biases", [5])
    vgg.vgg_a(images, 3, scope="small")
    vgg.vgg_16(images, num_classes=5, scope="style")
