# slim's Inception 2: separable first layer, scopes of defaults, a narrow one, its base, twice.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.slim.python.slim.nets import inception_v2

slim = tf.contrib.slim
x = tf.placeholder(tf.float32, (2, 224, 224, 3))
small = tf.placeholder(tf.float32, (2, 96, 96, 3))
with slim.arg_scope(inception_v2.inception_v2_arg_scope()):
    net, ends = inception_v2.inception_v2(x, 7)
    inception_v2.inception_v2(x, 7, is_training=False, reuse=True)
    net, more = inception_v2.inception_v2(
        small, 5, depth_multiplier=0.5, min_depth=8, spatial_squeeze=False, scope="narrow"
    )
tf.get_variable("net", net.shape[1:])
net, base = inception_v2.inception_v2_base(x, final_endpoint="Mixed_4a", scope="base")
for at, made in enumerate((ends, more, base)):
    with tf.variable_scope("ends_%d" % at):
        for key in sorted(made):
            tf.get_variable(key.replace("/", "_"), made[key].shape[1:])
tf.get_variable("size", [inception_v2.inception_v2.default_image_size])
inception_v2.inception_v2_base(x, final_endpoint="nowhere", depth_multiplier=0.1, scope="last")
