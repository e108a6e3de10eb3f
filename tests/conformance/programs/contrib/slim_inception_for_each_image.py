# slim's Inception: versions 1 and 3, their end points, and version 3 built for a second image.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.slim.nets import inception

slim = tf.contrib.slim
size = inception.inception_v3.default_image_size
with slim.arg_scope(inception.inception_v1_arg_scope()):
    logits, ends = inception.inception_v1(tf.zeros([1, 224, 224, 3]), 6, is_training=False)
    tf.get_variable("one", logits.shape)
    tf.get_variable("mixed", [ends["Mixed_4d"].shape[3].value, len(ends)])


def predict(images):
    with slim.arg_scope(inception.inception_v3_arg_scope()):
        logits, ends = inception.inception_v3(images, num_classes=5, is_training=False)
    return logits, ends


with tf.variable_scope("inner"):
    net, _ = inception.inception_v3_base(tf.zeros([1, 96, 96, 3]), "Mixed_6b", depth_multiplier=0.5)
    tf.get_variable("half", net.shape)
    with slim.arg_scope(inception.inception_v1_arg_scope(use_batch_norm=False)):
        inception.inception_v3(tf.zeros([1, 128, 128, 3]), 3, spatial_squeeze=False, scope="plain")
logits, ends = predict(tf.placeholder(tf.float32, [None, size, size, 3]))
tf.get_variable("three", [ends["PreLogits"].shape[3].value, ends["AuxLogits"].shape[1].value])
predict(tf.placeholder(tf.float32, [None, size, size, 3]))
