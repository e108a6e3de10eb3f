import tensorflow as tf

slim = tf.contrib.slim


def inception_arg_scope(weight_decay=0.00004, use_batch_norm=True, batch_norm_decay=0.9997):
    batch_norm_params = {"decay": batch_norm_decay, "epsilon": 0.001, "fused": None}
    normalizer_fn, normalizer_params = (slim.batch_norm, batch_norm_params) if use_batch_norm else (None, {})
    with slim.arg_scope([slim.conv2d, slim.fully_connected], weights_regularizer=slim.l2_regularizer(weight_decay)):
        with slim.arg_scope([slim.conv2d], normalizer_fn=normalizer_fn, normalizer_params=normalizer_params) as sc:
            return sc


def inception_tiny(inputs, num_classes=10, is_training=True, reuse=None, scope="InceptionTiny"):
    end_points = {}
    with tf.variable_scope(scope, "InceptionTiny", [inputs], reuse=reuse) as scope:
        with slim.arg_scope([slim.batch_norm, slim.dropout], is_training=is_training):
            with slim.arg_scope([slim.conv2d, slim.max_pool2d], stride=1, padding="SAME"):
                net = slim.conv2d(inputs, 8, [3, 3], stride=2, scope="Conv2d_1a")
                with tf.variable_scope("Mixed_2"):
                    with tf.variable_scope("Branch_0"):
                        branch_0 = slim.conv2d(net, 8, [1, 1], scope="Conv2d_0a_1x1")
                    with tf.variable_scope("Branch_1"):
                        branch_1 = slim.conv2d(net, 4, [1, 1], scope="Conv2d_0a_1x1")
                        branch_1 = slim.conv2d(branch_1, 8, [3, 3], scope="Conv2d_0b_3x3")
                    net = tf.concat(axis=3, values=[branch_0, branch_1])
                end_points["Mixed_2"] = net
                net = tf.reduce_mean(net, [1, 2], keep_dims=True, name="GlobalPool")
                logits = slim.conv2d(net, num_classes, [1, 1], activation_fn=None, normalizer_fn=None, scope="Logits")
                end_points["Predictions"] = slim.softmax(tf.squeeze(logits, [1, 2]), scope="Predictions")
    return tf.squeeze(logits, [1, 2]), end_points


inception_tiny.default_image_size = 16
