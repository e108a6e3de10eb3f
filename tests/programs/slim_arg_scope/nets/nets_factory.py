"""Networks by name, with the argument scopes that belong to them."""
from __future__ import absolute_import, division, print_function

import functools

import tensorflow as tf
from nets import inception_tiny, vgg_tiny

slim = tf.contrib.slim

networks_map = {
    "vgg_tiny": vgg_tiny.vgg_tiny,
    "inception_tiny": inception_tiny.inception_tiny,
}

arg_scopes_map = {
    "vgg_tiny": vgg_tiny.vgg_arg_scope,
    "inception_tiny": inception_tiny.inception_arg_scope,
}


def get_network_fn(name, num_classes, weight_decay=0.0, is_training=False):
    if name not in networks_map:
        raise ValueError("Name of network unknown %s" % name)
    func = networks_map[name]

    @functools.wraps(func)
    def network_fn(images, **kwargs):
        arg_scope = arg_scopes_map[name](weight_decay=weight_decay)
        with slim.arg_scope(arg_scope):
            return func(images, num_classes, is_training=is_training, **kwargs)

    if hasattr(func, "default_image_size"):
        network_fn.default_image_size = func.default_image_size
    return network_fn
